"""The galley: lines set so far, in order, numbered from 1; knows what has been told and what had to be left."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from copydesk.edit.facts import Fact, carriers, count_roots
from copydesk.edit.holdings import Holdings
from copydesk.edit.passages import Passage
from copydesk.record import Evidence, Line, LineKind, Section
from copydesk.record.ids import derive_id

# Lines a section shows where the reader asks for no other length; the coverage says how much was left out.
CAPS: dict[Section, int] = {
    "why_it_matters": 2, "happening": 7, "saying": 7, "agree": 4, "one_origin": 4, "conflicts": 7, "worth_noting": 4,
    "watch": 10,
}
OVERTAKEN = frozenset({"superseded", "denied"})  # standings of claims that are no news any more
ALIKE = 0.8  # share of the shorter sentence's content words that the other has too before it tells nothing new
COMPARED = 4  # sentences of a line that others are compared with; a line of many pages has them from the best down
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """Behind a line: its claims, how many pages carry it, to how many origins it is traced (None: unstated)."""

    claim_ids: tuple[str, ...] = ()
    carried_by: int
    traced_to: int | None = None


class Galley:
    """Lines in the order they are set. reserved: sentences that wait for a later section.

    length: lines a section may hold, None for CAPS.
    """

    def __init__(
        self, holdings: Holdings, *, reserved: frozenset[Passage] = frozenset(), length: int | None = None,
    ) -> None:
        self.holdings = holdings
        self.reserved = reserved
        self.lines: list[Line] = []
        self.reasons: dict[Passage, str] = {}
        self._length = length
        self._claims: dict[str, int] = {}
        self._showing: dict[Passage, int] = {}
        self._told: dict[int, frozenset[Passage]] = {}
        self._cited: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        self._shown: dict[int, tuple[frozenset[str], ...]] = {}

    def set_line(
        self, section: Section, text: str, evidence: Sequence[Evidence], *, kind: LineKind = "information",
        backing: Backing | None = None, shown: Iterable[Passage] | None = None,
    ) -> int:
        """Set a line and return its number. Without a backing it is carried by the pages of its evidence.

        shown: the sentences whose words the line gives, None for that of the first evidence; "line 4" names them later.
        """
        cited = tuple(dict.fromkeys(evidence))
        backing = backing or Backing(carried_by=len({one.page_id for one in cited}))
        first = [(one.page_id, one.start, one.end) for one in cited[:1]]
        self.lines.append(Line(
            id=derive_id("line", section, *first, text), section=section, kind=kind, text=text, evidence=cited,
            claim_ids=backing.claim_ids, carried_by=backing.carried_by, traced_to=backing.traced_to,
        ))
        number = len(self.lines)
        for claim_id in backing.claim_ids:
            self._claims.setdefault(claim_id, number)
        for passage in self.holdings.passages_of(cited[:1]) if shown is None else shown:
            self._showing.setdefault(passage, number)
        self._told[number] = frozenset(self.holdings.passages_of(cited))
        self._shown[number] = tuple(_content(one.words) for one in cited[:COMPARED])
        for one in cited:
            self._cited[one.page_id].append((one.start, one.end, number))
        return number

    def set_fact(
        self, section: Section, text: str, facts: Sequence[Fact], *, kind: LineKind = "information",
        shown: Iterable[Passage] | None = None,
    ) -> int:
        """Set a line for one fact, or for several that its words tell; all of them together give the counts."""
        evidence = [one for fact in facts for one in fact.stretches]
        backing = Backing(
            claim_ids=tuple(dict.fromkeys(fact.claim.id for fact in facts)),
            carried_by=len(carriers((fact.claim for fact in facts), self.holdings)),
            traced_to=count_roots(fact.claim for fact in facts),
        )
        return self.set_line(section, text, evidence, kind=kind, backing=backing, shown=shown)

    def has_room(self, section: Section) -> bool:
        """Whether the section may hold another line."""
        most = CAPS.get(section, len(self.lines) + 1) if self._length is None else self._length
        return sum(line.section == section for line in self.lines) < most

    def has_told(self, fact: Fact) -> bool:
        """Whether a line tells the fact's claim, or holds most of the words that would tell it."""
        return self.number_of(fact.claim.id) is not None or self.number_citing(fact.stretches[0]) is not None

    def number_of(self, claim_id: str) -> int | None:
        """The number of the first line that tells a claim, None where none does."""
        return self._claims.get(claim_id)

    def number_telling(self, passages: Iterable[Passage], section: Section | None = None) -> int | None:
        """The number of the first line (of a section) that shows one of these sentences, None where none does."""
        wanted = set(passages)
        return next((
            number for number, told in self._told.items()
            if wanted & told and section in (None, self.lines[number - 1].section)
        ), None)

    def number_showing(self, passage: Passage) -> int | None:
        """The number of the first line that gives the words of this sentence, None where none does."""
        return self._showing.get(passage)

    def number_citing(self, stretch: Evidence) -> int | None:
        """The number of the first line whose evidence holds at least half of these words, None where none does."""
        least = (stretch.end - stretch.start) / 2
        return min((
            number for start, end, number in self._cited[stretch.page_id]
            if min(end, stretch.end) - max(start, stretch.start) >= least
        ), default=None)

    def number_like(self, words: str, section: Section | None = None) -> int | None:
        """The number of the line (of a section) that says nearly what these words say, None where none does."""
        content = _content(words)
        return next((
            number for number, shown in self._shown.items()
            if section in (None, self.lines[number - 1].section) and any(_says_no_more(content, one) for one in shown)
        ), None)

    def leave(self, passages: Iterable[Passage], why: str) -> None:
        """Remember why no line shows these sentences; the first reason stands."""
        for passage in passages:
            self.reasons.setdefault(passage, why)


@lru_cache(maxsize=65536)
def _content(words: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(words))


def is_alike(one: str, other: str) -> bool:
    """Whether of two sentences the shorter says next to nothing that the longer does not."""
    return _says_no_more(_content(one), _content(other))


def _says_no_more(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the shorter says next to nothing that the longer does not; other figures are another thing said."""
    if not one or not other or len(one & other) < ALIKE * min(len(one), len(other)):
        return False
    return not any(word[0].isdigit() for word in one ^ other)
