"""The exam on our own statements: what counts as found, as the right hand of a chain, and as a failure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.record import Ref, Relay, SaidOn, Span, Statement
from corpus.statement_marks import Passage, read_passages
from evaluation.harness import run_exams
from evaluation.own_statements import EXAMS, is_chain_exact, pair_up, score
from evaluation.statement_failures import list_failures

TEXT = """# test-1 | nested | wire | created 2024-05-02 | outlet Quay Ledger
{1s The port} {1q said} {1c {2s pilots} {2q fear} {2c the pier}}, {1r Radio Mar} reported.
1 | indirect | statement | made | positive | certain | organisation | The port > Radio Mar > Quay Ledger | said created
2 | indirect | statement | attitude | positive | possible | group | pilots > The port > Radio Mar > Quay Ledger | said ?

# test-2 | trap | wire | created 2024-05-02 | outlet Quay Ledger
The clock said six.
"""


@pytest.fixture
def passages(tmp_path: Path) -> tuple[Passage, ...]:
    """A nested passage and a trap."""
    (tmp_path / "test.txt").write_text(TEXT, encoding="utf-8")
    return tuple(read_passages(tmp_path / "test.txt"))


def span(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


def hand(text: str, name: str, words: str | None = None) -> Relay:
    return Relay(name=name, kind="page", evidence="explicit", span=span(text, words) if words else None)


def found_in(text: str, content: str, cue: str, speaker: str, *relays: Relay) -> Statement:
    """A statement that was made, flatly, on the page's own day."""
    return Statement(
        id=content, span=span(text, content), content=(span(text, content),), cue=span(text, cue),
        speaker=Ref(span=span(text, speaker), entity_id=None, name=speaker), speaker_kind="organisation", role=None,
        organisation=None, country=None, addressee=None, venue=None, manner="indirect", act="statement", utterance="made",
        polarity="positive", certainty="certain", hedges=(), condition=None, relays=relays,
        said_on=SaidOn(value="2024-05-02T09:00", begin=None, end=None, basis="created"), nested_in=None, trace=(),
    )


@pytest.fixture
def outer(passages: tuple[Passage, ...]) -> Statement:
    """The port's statement as it should be found, the relay under another name but at its words."""
    text = passages[0].text
    return found_in(
        text, "pilots fear the pier", "said", "The port", hand(text, "Mar Radio Ltd", "Radio Mar"), hand(text, "Quay Ledger"),
    )  # fmt: skip


def test_a_hand_is_right_by_its_words_or_its_name(passages: tuple[Passage, ...], outer: Statement) -> None:
    """An outlet under its full name is right where it stands; a hand too few, too many or elsewhere is not."""
    passage, gold = passages[0], passages[0].statements[0]
    assert is_chain_exact(passage, gold, outer)
    assert is_chain_exact(passage, gold, replace(outer, relays=(hand(passage.text, "the Radio Mar"), outer.relays[1])))
    assert not is_chain_exact(passage, gold, replace(outer, relays=outer.relays[1:]))
    assert not is_chain_exact(passage, gold, replace(outer, relays=(hand(passage.text, "Reuters"), outer.relays[1])))
    other = Ref(span=span(passage.text, "pilots"), entity_id=None, name="pilots")
    assert not is_chain_exact(passage, gold, replace(outer, speaker=other))


def test_figures_of_one_found_and_one_missed(passages: tuple[Passage, ...], outer: Statement) -> None:
    """The missed statement costs recall and its chain; values are judged on the found one alone; the hour is no day."""
    figures = score([pair_up(passages[0], (outer,)), pair_up(passages[1], ())])
    assert figures["content_f1"] == pytest.approx(2 / 3)
    assert figures["exact_f1"] == pytest.approx(2 / 3)
    assert figures["cue_f1"] == pytest.approx(2 / 3)
    assert (figures["chain"], figures["chain_nested"]) == (0.5, 0.5)
    assert [figures[name] for name in ("speaker", "act", "utterance", "polarity", "certainty", "said")] == [1.0] * 6
    assert figures["false_on_traps"] == 0


def test_what_is_found_on_a_trap_is_counted(passages: tuple[Passage, ...]) -> None:
    """One false statement on the one trap, which also costs precision."""
    clock = found_in(passages[1].text, "six", "said", "The clock")
    figures = score([pair_up(passages[1], (clock,))])
    assert figures["false_on_traps"] == 1
    assert figures["content_f1"] == 0


def test_contents_of_one_cue_are_paired_first(passages: tuple[Passage, ...], outer: Statement) -> None:
    """Whoever overlaps more is another statement where the cue of the less overlapping one is the marked one."""
    text = passages[0].text
    inner = found_in(text, "pilots fear the pier", "fear", "pilots")
    short = replace(outer, id="short", content=(span(text, "fear the pier"),))
    ((_, paired), _) = pair_up(passages[0], (inner, short)).pairs
    assert paired is short


def test_failures_are_told_in_words(passages: tuple[Passage, ...], outer: Statement) -> None:
    """Missed, extent and wrong values, each with what was wanted."""
    short = replace(outer, content=(span(passages[0].text, "fear the pier"),), act="warning")
    assert list(list_failures(pair_up(passages[0], (short,)))) == [
        "extent 1: fear the pier | wanted pilots fear the pier",
        "act 1: warning | wanted statement",
        "missed 2: the pier",
    ]


def test_the_exam_needs_no_gold_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, passages: tuple[Passage, ...]) -> None:
    """Its passages stand in the repository: without any folder it is run once, each passage read by the product."""
    monkeypatch.setattr("evaluation.own_statements.read_statements", lambda folder: passages)
    (row, *_) = run_exams(EXAMS, [tmp_path / "gone"], tell=lambda line: None)
    assert (row.exam, row.part, row.n) == ("own-statements", "own_dev", 2)
    assert row.metrics["content_f1"] > 0
    assert "chain_nested_unread" in row.metrics
