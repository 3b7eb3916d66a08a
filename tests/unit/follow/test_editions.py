"""What changed between two editions of one story."""

from dataclasses import replace

from copydesk.compare import compare_claims, compare_conflicts
from copydesk.follow import compare_editions, find_open_questions
from copydesk.lexicon import load_world
from copydesk.record import Coverage, Question, Report, Story
from copydesk.record.story import STORY_SCHEMA
from tests.unit.compare.factories import find, make_report, with_quantity, with_statement

WORLD = load_world()


def tell(count: int, outlet: str, created: str, speaker: str = "The governor") -> Report:
    content = f"{count} miners were killed in the blast at the Dorn colliery"
    text = f"{speaker} said {content}."
    report = with_statement(make_report(text, outlet, created), text, content, speaker)
    return with_quantity(report, f"{count} miners", "killed", count, count)


def story_of(*reports: Report) -> Story:
    claims = compare_claims(reports=reports, syndications=(), renderings=(), world=WORLD)
    return Story(
        schema=STORY_SCHEMA, id="story:1", title="Blast", as_of=None, reports=reports, set_aside=(), syndications=(),
        renderings=(), claims=claims, contradictions=compare_conflicts(claims=claims, reports=reports, world=WORLD),
        expectations=(), questions=find_open_questions(reports=reports, claims=claims), timeline=(), tension=(), brief=(),
        coverage=Coverage(outlets=(), articles=len(reports), copies=0, cards=0, refusals=(), left_out=()),
    )


def test_the_same_edition_twice_changes_nothing() -> None:
    """No news is an empty list."""
    story = story_of(tell(12, "Herald", "2023-03-07"))
    assert compare_editions(old=story, new=story) == ()


def test_a_second_origin_and_an_updated_toll_are_told() -> None:
    """A further page that agrees is no new claim; one that raises the toll changes a number."""
    first, second = tell(12, "Herald", "2023-03-07"), tell(12, "Dispatch", "2023-03-07", "The union")
    old, agreed = story_of(first), story_of(first, second)
    kinds = [change.kind for change in compare_editions(old=old, new=agreed)]
    assert kinds == ["new_article", "new_origin", "changed_standing"]
    raised = story_of(first, tell(24, "Radio", "2023-03-08"))
    changed = [change for change in compare_editions(old=old, new=raised) if change.kind == "changed_number"]
    assert [(one.before, one.after) for one in changed] == [("12 miners", "24 miners")]


def test_a_withdrawn_article_takes_its_claims_along() -> None:
    """What is no longer carried is told as gone."""
    kept, gone = tell(12, "Herald", "2023-03-07"), make_report("Hugo Ferr praised the cooks of Varde in verse.", "Radio")
    kinds = [change.kind for change in compare_editions(old=story_of(kept, gone), new=story_of(kept))]
    assert kinds == ["gone_article", "gone_claim"]


def test_one_question_asked_by_two_pages_is_one() -> None:
    """Both pages are its evidence."""
    words = "It is not known how many miners were underground"
    reports = []
    for outlet in ("Herald", "Dispatch"):
        report = make_report(f"{words}.", outlet)
        question = Question(id=f"question:{outlet}", span=find(report.page.text, words), statement_id=None, trace=())
        reports.append(replace(report, questions=(question,)))
    (found,) = find_open_questions(reports=reports, claims=())
    assert (found.gist, found.status, len(found.evidence)) == (words, "open", 2)


def test_one_number_edited_on_a_page_is_one_change() -> None:
    """The page is the same under its key, the claim but for its number: nothing is new and nothing gone."""
    before, after = tell(12, "Herald", "2023-03-07"), tell(15, "Herald", "2023-03-07")
    (change,) = compare_editions(old=story_of(before), new=story_of(after))
    assert change.kind == "changed_number"
    assert "12 miners" in str(change.before)
    assert "15 miners" in str(change.after)
