"""Which articles carry one text, and whose it is."""

import pytest

from copydesk.compare import compare_copies
from copydesk.lexicon import load_world
from copydesk.record import Credit
from tests.unit.compare.factories import make_report

WORLD = load_world()
WIRE = (
    "A landslide buried four houses in the hamlet of Ruun early on Monday. Volunteers from the village below dug with "
    "shovels until an excavator arrived at noon. Nobody was in the houses, which had been let to summer guests. The road "
    "to the Tolla pass will stay shut for at least 3 weeks, and the post now comes by boat across Lake Inna."
)
RETOLD = (
    "Early on Monday, four houses of the hamlet Ruun were buried by a landslide. Villagers from below it dug with shovels "
    "before an excavator came at noon. The houses stood empty, as they are let to guests in summer. For 3 weeks or longer the "
    "road over the Tolla pass is to be shut; letters now cross Lake Inna by boat."
)
OTHER = (
    "The wine harvest began on Friday in the Arda hills, two weeks earlier than in 2019. Growers expect 40,000 tonnes. "
    "Pickers come from Belmark and Tarn, and the cellar in Ostby opened a fourth press for the red grapes of the south."
)


def test_a_verbatim_copy_is_found_and_the_earlier_one_is_its_origin() -> None:
    """The text under another name a day later is a copy of the first."""
    first, second = make_report(WIRE, "Herald", "2023-03-07"), make_report(WIRE, "Dispatch", "2023-03-08")
    (found,) = compare_copies(reports=(second, first), world=WORLD)
    assert (found.kind, found.origin, found.score) == ("copy", first.article.id, 1.0)
    assert set(found.article_ids) == {first.article.id, second.article.id}


def test_a_cut_copy_is_found() -> None:
    """Half of the text is enough."""
    cut = WIRE[: WIRE.index(" Nobody was")]
    (found,) = compare_copies(reports=(make_report(WIRE, "Herald"), make_report(cut, "Dispatch")), world=WORLD)
    assert found.kind == "copy"


def test_a_credited_wire_is_the_origin() -> None:
    """Whom a page credits goes before who was first."""
    one = make_report(WIRE, "Herald", "2023-03-07")
    other = make_report(
        WIRE, "Dispatch", "2023-03-08", wire="Estravian News", credits=(Credit(kind="wire", name="Estravian News", span=None),),
    )
    (found,) = compare_copies(reports=(one, other), world=WORLD)
    assert found.origin == "Estravian News"
    assert any("credited" in reason for reason in found.reasons)


def test_the_same_facts_in_the_same_order_are_a_rewrite() -> None:
    """No five words in a row are shared; names and numbers come in the same order."""
    first, second = make_report(WIRE, "Herald", "2023-03-07"), make_report(RETOLD, "Dispatch", "2023-03-08")
    (found,) = compare_copies(reports=(first, second, make_report(OTHER, "Radio")), world=WORLD)
    assert (found.kind, found.origin) == ("rewrite", first.article.id)


def test_a_shared_quotation_is_no_copy() -> None:
    """Two articles that quote the same long statement did not copy each other."""
    quote = "“" + WIRE + "”"
    one = make_report(f"The mayor read out a letter on Tuesday before an angry crowd. {quote}", "Herald")
    other = make_report(f"People booed when a note was shown in the hall at Ostby that night. {quote}", "Dispatch")
    assert [found.kind for found in compare_copies(reports=(one, other), world=WORLD) if found.kind == "copy"] == []


def test_unrelated_articles_share_nothing() -> None:
    """Two stories, no syndication."""
    assert compare_copies(reports=(make_report(WIRE, "Herald"), make_report(OTHER, "Radio")), world=WORLD) == ()


def test_cards_are_left_out() -> None:
    """A teaser repeats its article: that is no copy."""
    reports = (make_report(WIRE, "Herald"), make_report(WIRE, "Dispatch", is_card=True))
    assert compare_copies(reports=reports, world=WORLD) == ()


MOULD = (
    "The index of the thirty largest firms on the exchange in Belmark closed lower by {} points. Shares of the shipping "
    "line that runs the mail boats were down by {} per cent when trade was halted. The crown slipped against the mark "
    "again and stood at {} late in the evening."
)
MARKETS = (MOULD, MOULD.replace("The index", "A gauge").replace("shipping", "bus"), MOULD.replace("crown", "florin"))


@pytest.mark.parametrize("mould", MARKETS)
def test_reports_by_one_mould_are_no_partial_copies(mould: str) -> None:
    """The words between the numbers are shared, in short stretches; nobody took them from the other."""
    one, other = f"{mould.format(101, 9, 88)} {OTHER}", f"{mould.format(57, 3, 41)} {WIRE}"
    reports = (make_report(one, "Herald"), make_report(other, "Dispatch"))
    assert compare_copies(reports=reports, world=WORLD) == ()


@pytest.mark.parametrize("taken", [one.format("many", "several", "a low") for one in MARKETS])
def test_a_stretch_taken_word_for_word_is_a_partial_copy(taken: str) -> None:
    """The same sentences without numbers of their own are one text, which two reports carry among other words."""
    reports = (make_report(f"{taken} {OTHER} {OTHER[::-1]}", "Herald"), make_report(f"{taken} {WIRE}", "Dispatch"))
    assert [found.kind for found in compare_copies(reports=reports, world=WORLD)] == ["partial"]


BULLETIN = (
    "The flood centre in Ostby expects the Inna to rise to {} centimetres by the end of the day. At the bridge of Ruun it "
    "stood at {} centimetres when the church clock struck noon, and at the mill of Karsk at {}. The dams above the town let {} "
    "cubic metres a second pass. Rain of {} litres fell on every square metre of the Arda hills. The steamers of the white "
    "fleet stay at their moorings, and drivers are advised to keep away from the lower bank until the next forecast."
)


def test_bulletins_with_other_figures_are_no_copies() -> None:
    """Most words are the same; what is told in them is not."""
    days = (BULLETIN.format(640, 588, 611, 1150, 74), BULLETIN.format(585, 571, 592, 930, 31))
    assert compare_copies(reports=[make_report(day, f"Paper {day[60:80]}") for day in days], world=WORLD) == ()


BACKGROUND = (
    "The tunnel under the Tolla pass was begun in the year of the great frost, stood still through two wars and a bankruptcy, "
    "and has been waiting ever since for somebody who would pay for its last mile."
)


def test_what_an_outlet_repeats_of_its_own_is_no_partial_copy() -> None:
    """A paper's background paragraph stands in many of its reports; in another paper's it was taken over."""
    one, other = f"{OTHER} {BACKGROUND}", f"{WIRE} {BACKGROUND}"
    assert compare_copies(reports=(make_report(one, "Herald"), make_report(other, "Herald")), world=WORLD) == ()
    (found,) = compare_copies(reports=(make_report(one, "Herald"), make_report(other, "Dispatch")), world=WORLD)
    assert found.kind == "partial"


def test_what_an_outlet_puts_under_its_articles_makes_none_a_copy() -> None:
    """Three articles share more words at their foot than they have of their own."""
    heads = ("A bakery burned in Ruun at dawn.", "The mayor of Karsk resigned on Friday.", "Snow closed the school in Tarn.")
    reports = [make_report(f"{head}\n{BACKGROUND}", "Herald") for head in heads]
    assert compare_copies(reports=reports, world=WORLD) == ()


def test_a_cut_copy_does_not_join_two_texts() -> None:
    """The second report takes over a passage of the first; its cut copy, which is hardly more, belongs to it alone."""
    passage = WIRE[WIRE.index("Volunteers") :]
    first, later = f"{BACKGROUND} {WIRE} {RETOLD}", f"{passage} {OTHER} {BULLETIN}"
    one, other = make_report(first, "Herald"), make_report(later, "Dispatch")
    cut = make_report(later[: len(passage) + 90], "Radio")
    found = compare_copies(reports=(one, other, cut), world=WORLD)
    assert [set(each.article_ids) for each in found if each.kind == "copy"] == [{other.article.id, cut.article.id}]


def test_a_retelling_says_how_many_sentences_and_figures_agree() -> None:
    """The reason can be checked by hand."""
    (found,) = compare_copies(reports=(make_report(WIRE, "Herald"), make_report(RETOLD, "Dispatch")), world=WORLD)
    assert found.reasons[0].endswith("4 sentences, 1 of 1 figures among them), in other words")
