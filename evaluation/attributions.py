"""How attributions are scored: greedy one-to-one by overlap (IoU) of the letters of their contents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from evaluation.exam import f1

Stretches = tuple[tuple[int, int], ...]
ENOUGH = 0.5  # IoU from which two contents count as one
_CLOSING = {'"': '"', "“": "”", "‟": "”"}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Half-open stretches of a document's text; any part may be empty."""

    cue: Stretches
    speaker: Stretches
    content: Stretches


@dataclass(slots=True)
class Tally:
    """Counts over all documents of one kind of content."""

    gold: int = 0
    found: int = 0
    found_right: int = 0
    right: int = 0
    exact: int = 0
    speakers: int = 0
    speakers_right: int = 0

    def f1(self) -> float:
        """Harmonic mean of the share of found that is right and of gold that is found."""
        precision = self.found_right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(slots=True)
class Tallies:
    """One tally a kind."""

    every: Tally = field(default_factory=Tally)
    direct: Tally = field(default_factory=Tally)
    mixed: Tally = field(default_factory=Tally)
    indirect: Tally = field(default_factory=Tally)

    def of(self, kind: str) -> tuple[Tally, Tally]:
        """The tally over everything and the one of a kind."""
        return self.every, {"direct": self.direct, "mixed": self.mixed, "indirect": self.indirect}[kind]


def score_attributions(
    documents: Iterable[tuple[str, Sequence[Attribution], Sequence[Attribution]]],
) -> dict[str, float]:
    """Fractions over (text, gold, found): F1 of contents, exact, direct and indirect, and speakers where both have one."""
    tallies = Tallies()
    for text, gold, found in documents:
        _score_document(text, gold, found, tallies)
    every = tallies.every
    return {
        "content_f1": every.f1(), "exact_f1": f1(every.exact, every.found, every.gold),
        "direct_f1": tallies.direct.f1(), "indirect_f1": tallies.indirect.f1(), "mixed_f1": tallies.mixed.f1(),
        "speaker_accuracy": every.speakers_right / every.speakers if every.speakers else 0.0,
    }


def _score_document(text: str, gold: Sequence[Attribution], found: Sequence[Attribution], tallies: Tallies) -> None:
    quoted = quoted_letters(text)
    wanted = [(one, letters(one.content, text)) for one in gold]
    given = [(one, letters(one.content, text)) for one in found]
    wanted = [(one, content) for one, content in wanted if content]
    given = [(one, content) for one, content in given if content]
    matches = match([content for _, content in wanted], [content for _, content in given])
    for index, (one, content) in enumerate(wanted):
        for tally in tallies.of(kind_of(content, quoted)):
            tally.gold += 1
            if index in matches:
                _count_match(tally, one, content, given[matches[index]], text)
    hit = set(matches.values())
    for index, (_, content) in enumerate(given):
        for tally in tallies.of(kind_of(content, quoted)):
            tally.found += 1
            tally.found_right += index in hit


def _count_match(tally: Tally, gold: Attribution, content: set[int], found: tuple[Attribution, set[int]], text: str) -> None:
    tally.right += 1
    tally.exact += content == found[1]
    if gold.speaker:
        tally.speakers += 1
        tally.speakers_right += bool(letters(gold.speaker, text) & letters(found[0].speaker, text))


def match(wanted: Sequence[set[int]], given: Sequence[set[int]]) -> dict[int, int]:
    """Index of the found content for each gold content that has one, best overlaps first."""
    pairs = []
    for i, left in enumerate(wanted):
        for j, right in enumerate(given):
            shared = len(left & right)
            if shared and shared / len(left | right) >= ENOUGH:
                pairs.append((shared / len(left | right), i, j))
    pairs.sort(reverse=True)
    matches: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in matches and j not in matches.values():
            matches[i] = j
    return matches


def letters(stretches: Stretches, text: str) -> set[int]:
    """Offsets of letters and digits in stretches."""
    return {at for begin, end in stretches for at in range(begin, min(end, len(text))) if text[at].isalnum()}


def quoted_letters(text: str) -> set[int]:
    """Offsets inside quotation marks by the scorer's own simple pairing, which a line end closes."""
    inside: set[int] = set()
    opened: int | None = None
    closing = ""
    for at, mark in enumerate(text):
        if opened is None:
            if mark in _CLOSING:
                opened, closing = at, _CLOSING[mark]
        elif mark in (closing, '"', "\n"):
            inside.update(range(opened, at + 1))
            opened = None
    return inside


def kind_of(content: set[int], quoted: set[int]) -> str:
    """direct from 90 % of the letters quoted, indirect up to 2 %, mixed between."""
    share = len(content & quoted) / len(content)
    return "direct" if share >= 0.9 else "indirect" if share <= 0.02 else "mixed"
