"""Which articles tell one matter, and which day pages of one matter lend each other."""

from copydesk.compare import compare_stories, propose_created
from copydesk.lexicon import load_world
from copydesk.record import CreatedCandidate
from tests.unit.compare.factories import make_report, with_time

WORLD = load_world()
QUAKE = (
    "A strong earthquake shook the Arda hills on Monday and destroyed houses in Ostby and Ruun. "
    "Rescuers searched for survivors."
)
MORE = (
    "Rescuers in Ostby pulled two survivors from houses destroyed by the earthquake in the Arda hills, "
    "the mayor of Ruun said."
)
STRIKE = (
    "Dockers at Port Skaill walked out over pay. "
    "The union said that no container ship would be unloaded until the weekend."
)


def test_two_articles_of_one_matter_join_and_a_third_stays_apart() -> None:
    """The quake's articles are a story; the strike is another."""
    one, other, third = make_report(QUAKE, "Herald"), make_report(MORE, "Dispatch"), make_report(STRIKE, "Radio")
    stories = compare_stories(reports=(one, third, other), world=WORLD)
    assert [set(story) for story in stories] == [{one.article.id, other.article.id}, {third.article.id}]


def test_the_order_of_reports_does_not_matter() -> None:
    """Any order, the same stories."""
    reports = [make_report(text, outlet) for text, outlet in ((QUAKE, "Herald"), (MORE, "Dispatch"), (STRIKE, "Radio"))]
    assert compare_stories(reports=reports, world=WORLD) == compare_stories(reports=reports[::-1], world=WORLD)


def test_a_card_of_a_near_topic_stays_out() -> None:
    """A teaser about the same region tells another story; a teaser of the story itself joins."""
    host = make_report(QUAKE, "Herald", headline="Earthquake destroys houses in Ostby and Ruun")
    near = make_report("Why wine from the Arda hills is worth a journey this autumn", "Herald", is_card=True)
    same = make_report(
        "Earthquake destroys houses in the Arda hills, rescuers search for survivors in Ostby and Ruun", "Herald", is_card=True,
    )
    stories = compare_stories(reports=(host, near, same), world=WORLD)
    assert set(stories[0]) == {host.article.id, same.article.id}


def test_an_undated_page_takes_the_day_of_its_story_when_a_weekday_is_shared() -> None:
    """The basis names the page that lent it."""
    dated = with_time(make_report(QUAKE, "Herald", "2023-03-07"), "Monday", "2023-03-06")
    text = MORE.replace("the mayor", "on Monday, the mayor")
    undated = with_time(make_report(text, "Dispatch", None), "Monday", "XXXX-WXX-1")
    assert propose_created(reports=(dated, undated), world=WORLD) == {
        undated.article.id: ("2023-03-07", f"agreement with {dated.article.id}")
    }


def test_no_day_is_lent_without_a_sign_or_where_lenders_differ() -> None:
    """Being of one story alone dates nothing, and two days are no day."""
    undated = make_report(MORE, "Dispatch", None)
    assert propose_created(reports=(make_report(QUAKE, "Herald"), undated), world=WORLD) == {}
    monday = MORE.replace("the mayor", "on Monday, the mayor")
    lenders = [
        with_time(make_report(QUAKE, name, day), "Monday", day) for name, day in (("A", "2023-03-07"), ("B", "2023-03-14"))
    ]
    unsure = with_time(make_report(monday, "Dispatch", None), "Monday", "XXXX-WXX-1")
    assert propose_created(reports=(*lenders, unsure), world=WORLD) == {}


def test_a_page_that_shows_no_year_takes_that_of_its_story() -> None:
    """March 8 beside a page of 7 March 2023; a day months away from every page of the story stays without a year."""
    dated = make_report(QUAKE, "Herald", "2023-03-07")
    for shown, proposed in (("XXXX-03-08", "2023-03-08"), ("XXXX-08-08", None)):
        candidate = CreatedCandidate(value=shown, basis="month_day", span=None)
        undated = make_report(MORE, "Dispatch", None, created_candidates=(candidate,))
        expected = {undated.article.id: (proposed, f"month_day+agreement with {dated.article.id}")} if proposed else {}
        assert propose_created(reports=(dated, undated), world=WORLD) == expected


def test_the_turn_of_the_year_is_told_by_the_story() -> None:
    """December 30 on a page of a story of 2 January is of the year before."""
    dated = make_report(QUAKE, "Herald", "2023-01-02")
    candidate = CreatedCandidate(value="XXXX-12-30", basis="month_day", span=None)
    undated = make_report(MORE, "Dispatch", None, created_candidates=(candidate,))
    ((day, _),) = propose_created(reports=(dated, undated), world=WORLD).values()
    assert day == "2022-12-30"
