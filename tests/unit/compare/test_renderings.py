"""One utterance in several wordings."""

import pytest

from copydesk.compare import compare_renderings
from copydesk.lexicon import load_world
from copydesk.record import Rendering, Report
from tests.unit.compare.factories import make_report, with_statement

WORLD = load_world()
FULL = "Our engineers have inspected every gate of the dam, and not one of them showed any sign of wear"


def quote(words: str, outlet: str, speaker: str = "Ruth Adler", created: str = "2023-03-07") -> Report:
    text = f"“{words},” said {speaker}."
    return with_statement(make_report(text, outlet, created), text, f"“{words},”", speaker, manner="direct")


def renderings_of(*reports: Report) -> tuple[Rendering, ...]:
    return compare_renderings(reports=reports, world=WORLD)


@pytest.mark.parametrize("other", [
    "Our engineers have inspected every gate of the dam […] not one of them showed any sign of wear",
    "The engineers inspected each gate of the dam, and none of them showed signs of wear",
    "Not one of them showed any sign of wear",
])
def test_elided_reworded_and_shortened_wordings_are_one_utterance(other: str) -> None:
    """One rendering holds both."""
    full, more = quote(FULL, "Herald"), quote(other, "Dispatch")
    (found,) = renderings_of(more, full)
    assert set(found.statement_ids) == {full.statements[0].id, more.statements[0].id}


def test_the_fullest_wording_comes_first() -> None:
    """What was left out of a quotation can be read in the first one listed."""
    full, cut = quote(FULL, "Herald"), quote("Not one of them showed any sign of wear", "Dispatch")
    elided = quote("Our engineers have inspected every gate of the dam … not one showed any sign of wear or of damage", "Radio")
    (found,) = renderings_of(cut, elided, full)
    assert found.statement_ids == (full.statements[0].id, cut.statements[0].id, elided.statements[0].id)


def test_other_speakers_other_days_and_other_words_are_other_utterances() -> None:
    """What is said again by somebody else, or a month later, is said again."""
    full = quote(FULL, "Herald")
    assert renderings_of(full, quote(FULL, "Dispatch", speaker="Hugo Ferr")) == ()
    assert renderings_of(full, quote(FULL, "Dispatch", created="2023-04-07")) == ()
    assert renderings_of(full, quote("The valley will get a new road before the winter comes", "Dispatch")) == ()


def test_two_quotations_on_one_page_are_not_joined() -> None:
    """A page does not render itself."""
    report = quote(FULL, "Herald")
    assert renderings_of(report) == ()
