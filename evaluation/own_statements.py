"""Exam `own-statements`: our own marked passages (`corpus/statements`), each read as a page of its outlet and day.

Parts: own_dev (`free`; `_unread` is the half by a hash of the id whose failures nobody reads), own_final (written last).
`python -m evaluation.statement_failures` prints the readable half by construction, with what failed.

content_f1: contents whose letters overlap with IoU of .5 or more, one to one; exact_f1: the same
letters. cue_f1: cues that share letters. speaker and values: over matched contents; an unnamed speaker must stay unnamed.
chain: share of all gold statements whose hands are found in number and order, each in its words or by its name. said: the
same day (hours apart), or none where none is told. false_on_traps: statements found a trap passage.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.language import load_reader
from copydesk.lexicon import load_world
from copydesk.record import Statement
from copydesk.run.local import read_text
from corpus.statement_marks import FINAL, FREE, MarkedStatement, Passage, read_statements
from evaluation.attributions import ENOUGH, letters
from evaluation.exam import Row, f1
from evaluation.statements import is_unread

EXAMS = ("own-statements",)
NEEDS_GOLD = False  # the passages stand in the repository
MANNERS = ("direct", "indirect", "mixed")
VALUES = ("act", "utterance", "polarity", "certainty", "speaker_kind", "manner")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found in one passage. pairs: gold statement -> found one, by contents."""

    passage: Passage
    found: tuple[Statement, ...]
    pairs: tuple[tuple[MarkedStatement, Statement | None], ...]


@dataclass(slots=True)
class Counts:
    """Right, found and gold counts by name of the figure."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, *, right: int, found: int, gold: int) -> None:
        """Add to one figure."""
        self.right[name] += right
        self.found[name] += found
        self.gold[name] += gold

    def f1(self, name: str) -> float:
        """F1 of a figure."""
        return f1(self.right[name], self.found[name], self.gold[name])

    def share(self, name: str) -> float:
        """Share of gold that is right; 0 where there is none."""
        return self.right[name] / self.gold[name] if self.gold[name] else 0.0


def run(_: Path) -> list[Row]:
    """A row for each part that has passages; the folder of gold data is not looked into."""
    rows = []
    for part, written in (("own_dev", FREE), ("own_final", FINAL)):
        passages = read_statements(written) if written.is_dir() else ()
        if passages:
            rows.append(_row(part, passages))
    return rows


def _row(part: str, passages: tuple[Passage, ...]) -> Row:
    begun = time.perf_counter()
    answers = tuple(answer_passages(passages))
    seconds = time.perf_counter() - begun
    metrics = score(answers)
    if part == "own_dev":
        unread = score([answer for answer in answers if is_unread(answer.passage.id)])
        metrics |= {f"{name}_unread": value for name, value in unread.items()}
    digest = hashlib.sha256(repr(passages).encode()).hexdigest()
    total = sum(len(passage.statements) for passage in passages)
    return Row(
        exam="own-statements",
        part=part,
        n=total,
        metrics=metrics,
        corpus_sha256=digest,
        seconds=round(seconds, 3),
    )


def answer_passages(passages: Iterable[Passage]) -> Iterator[Answer]:
    """What the product finds in each passage, paired with gold."""
    world, reader = load_world(), load_reader()
    for passage in passages:
        state = read_text(
            passage.text,
            world=world,
            reader=reader,
            key=passage.id,
            created=passage.created,
            outlet=passage.outlet,
            until="statements",
        )
        yield pair_up(passage, tuple(state.get("statements", ())))


def pair_up(passage: Passage, found: tuple[Statement, ...]) -> Answer:
    """Gold and found statements paired one to one by the letters of their contents, those of one cue first."""
    pairs = sorted(_overlaps(passage, found), reverse=True)
    matches: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in matches and j not in matches.values():
            matches[i] = j
    return Answer(
        passage, found, tuple((gold, found[matches[i]] if i in matches else None) for i, gold in enumerate(passage.statements))
    )


def _overlaps(passage: Passage, found: tuple[Statement, ...]) -> Iterator[tuple[bool, float, int, int]]:
    """Pairs whose contents overlap enough: whether their cues do, the overlap (IoU), the numbers of gold and found."""
    for i, gold in enumerate(passage.statements):
        wanted = letters(gold.marks["content"], passage.text)
        for j, one in enumerate(found):
            given = content_letters(one, passage.text)
            shared = len(wanted & given)
            if shared and shared / len(wanted | given) >= ENOUGH:
                same = bool(letters(gold.marks.get("cue", ()), passage.text) & cue_letters(one, passage.text))
                yield same, shared / len(wanted | given), i, j


def score(answers: Iterable[Answer]) -> dict[str, float]:
    """All figures over some answers."""
    counts = Counts()
    traps = false = 0
    for answer in answers:
        if answer.passage.construction == "trap":
            traps, false = traps + 1, false + len(answer.found)
        _count(answer, counts)
    figures = {"content_f1": counts.f1("content"), "exact_f1": counts.f1("exact")}
    figures |= {f"{manner}_f1": counts.f1(manner) for manner in MANNERS}
    figures |= {"cue_f1": counts.f1("cue"), "speaker": counts.share("speaker")}
    figures |= {"chain": counts.share("chain"), "chain_nested": counts.share("chain_nested")}
    figures |= {name: counts.share(name) for name in (*VALUES, "said")}
    return figures | {"false_on_traps": false / traps if traps else 0.0}


def _count(answer: Answer, counts: Counts) -> None:
    text, pairs = answer.passage.text, answer.pairs
    matched = [(gold, found) for gold, found in pairs if found is not None]
    hit = {found.id for _, found in matched}
    exact = sum(content_letters(found, text) == letters(gold.marks["content"], text) for gold, found in matched)
    counts.add("content", right=len(matched), found=len(answer.found), gold=len(pairs))
    counts.add("exact", right=exact, found=len(answer.found), gold=len(pairs))
    for manner in MANNERS:  # a wrongly told manner costs the found side alone
        counts.add(
            manner,
            right=sum(gold.manner == manner for gold, _ in matched),
            gold=sum(gold.manner == manner for gold, _ in pairs),
            found=sum(one.manner == manner for one in answer.found if one.id not in hit)
            + sum(gold.manner == manner for gold, _ in matched),
        )
    cues = [letters(gold.marks.get("cue", ()), text) for gold, _ in pairs if gold.marks.get("cue")]
    given = [cue for one in answer.found if (cue := cue_letters(one, text))]
    counts.add("cue", right=sum(any(cue & other for other in given) for cue in cues), found=len(given), gold=len(cues))
    for gold, found in pairs:
        right = int(found is not None and is_chain_exact(answer.passage, gold, found))
        counts.add("chain", right=right, found=0, gold=1)
        if answer.passage.construction == "nested":
            counts.add("chain_nested", right=right, found=0, gold=1)
    for gold, found in matched:
        for name, right in judge(answer.passage, gold, found).items():
            counts.add(name, right=right, found=0, gold=1)


def judge(passage: Passage, gold: MarkedStatement, found: Statement) -> dict[str, bool]:
    """Which values of a matched statement are right."""
    return {
        "speaker": is_speaker_right(passage, gold, found),
        "said": find_day(found) == gold.said,
        **{name: getattr(found, name) == getattr(gold, name) for name in VALUES},
    }


def find_day(found: Statement) -> str | None:
    """The day or longer time of a found statement, without its hour."""
    return found.said_on.value.split("T")[0] if found.said_on else None


def is_speaker_right(passage: Passage, gold: MarkedStatement, found: Statement) -> bool:
    """Whether the marked speaker shares letters with the one found, or both are nobody."""
    span = found.speaker.span if found.speaker else None
    given = letters(((span.start, span.end),), passage.text) if span else set()
    wanted = letters(gold.marks.get("speaker", ()), passage.text)
    return bool(wanted & given) if wanted else found.speaker is None


def is_chain_exact(passage: Passage, gold: MarkedStatement, found: Statement) -> bool:
    """Whether the speaker and every hand are the marked ones, in order."""
    hands = [(relay.name, (relay.span.start, relay.span.end) if relay.span else None) for relay in found.relays]
    wanted = gold.chain[1:]
    return (
        len(hands) == len(wanted)
        and is_speaker_right(passage, gold, found)
        and all(_is_hand(passage.text, name, *hand) for name, hand in zip(wanted, hands, strict=True))
    )


def _is_hand(text: str, wanted: str, name: str, span: tuple[int, int] | None) -> bool:
    """By the name itself, or by words that overlap a place where the name stands."""
    if _plain(name) == _plain(wanted):
        return True
    if span is None:
        return False
    at = text.find(wanted)
    while at >= 0:
        if at < span[1] and span[0] < at + len(wanted):
            return True
        at = text.find(wanted, at + 1)
    return False


def _plain(name: str) -> str:
    return " ".join(word for word in name.casefold().split() if word not in ("the", "a", "an"))


def cue_letters(statement: Statement, text: str) -> set[int]:
    """Offsets of the letters of a found statement's cue; none where it has none."""
    return letters(((statement.cue.start, statement.cue.end),), text) if statement.cue else set()


def content_letters(statement: Statement, text: str) -> set[int]:
    """Offsets of the letters of a found statement's content."""
    return letters(tuple((span.start, span.end) for span in statement.content), text)
