"""Where the entries of a live page begin and end: told by elements that repeat, by its JSON-LD, or by repeated stamps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from copydesk.clean.menus import is_outside
from copydesk.clean.scores import stated_title
from copydesk.clean.stamps import Stamp, stamps_of
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.lexicon.furniture import fold_words
from copydesk.record import Layout

LEAST_CALLED, LEAST_UNCALLED = 2, 3  # entries on a page that calls itself live, and on one that does not
LEAST_PROSE = 5  # words of the shortest sentence that counts as an entry's text
PROSE_SHARE = 0.5  # share of the page's sentences, by words, that entries hold where nothing calls the page live
MOST_TEASERS = 0.34  # share of elements that may be links to other pages
TITLE_LINES = 3  # units before and after the headline among which a page may call itself live
LARGEST = 0.6  # share of all entries' sentences that one may hold where nothing calls the page live
OPENING = 6  # words of an entry's stated text that find it on the page


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units [start, end) of the page that hold one entry; is_bounded: its markup says where it ends."""

    start: int
    end: int
    is_bounded: bool = False


def find_stretches(units: Sequence[Unit], layout: Layout, world: World, headline: int | None) -> list[Stretch]:
    """The stretches of a live page's entries in page order, parted from what stands above them; none on other pages.

    headline: the unit that is the page's. A page that does not call itself live needs three entries that hold half of its
    sentences, none of them most, and times of day as stamps.
    """
    finder = _Finder(units, layout, world, headline)
    found = finder.by_elements() or finder.by_statement() or finder.by_stamps()
    return found if found and found[0].start > 0 else []


def is_prose(unit: Unit) -> bool:
    """Whether a unit is a sentence of running text: it ends like one, and is no link."""
    if unit.piece.link_share >= 0.5 or unit.text.rstrip("\"”’')] ")[-1:] not in ".!?…":
        return False
    return len([word for word in unit.words if word[0].isalnum()]) >= LEAST_PROSE


class _Finder:
    """The entries of one page, by three kinds of sign."""

    def __init__(self, units: Sequence[Unit], layout: Layout, world: World, headline: int | None) -> None:
        self.units, self.layout, self.world = units, layout, world
        self.prose = [is_prose(unit) for unit in units]
        self.is_live = layout.is_live or self._calls_itself_live(headline)
        self.least = LEAST_CALLED if self.is_live else LEAST_UNCALLED

    def by_elements(self) -> list[Stretch]:
        """Elements of one look side by side, each with a `<time>` and a sentence."""
        groups: dict[tuple[int, str], dict[int, None]] = defaultdict(dict)
        for unit in self.units:
            piece = unit.piece
            if piece.time is not None and not self._is_outside(unit):
                for (above, own), look in zip(pairwise(piece.elements), piece.path[1:], strict=False):
                    groups[above, _look(look)][own] = None
        held: dict[int, list[int]] = defaultdict(list)
        for i, unit in enumerate(self.units):
            for number in unit.piece.elements:
                held[number].append(i)
        best: list[list[int]] = []
        for elements in groups.values():
            told = [held[number] for number in elements if any(self.prose[i] for i in held[number])]
            teasers = sum(self._is_teaser(indices) for indices in told)
            if len(told) > len(best) and teasers <= MOST_TEASERS * len(told):
                best = told
        stretches = [Stretch(indices[0], indices[-1] + 1, True) for indices in best]
        is_enough = len(stretches) >= self.least and (self.is_live or self._is_most(stretches))
        return stretches if is_enough else []

    def by_statement(self) -> list[Stretch]:
        """Where the headlines or first words that the JSON-LD states of entries stand on the page."""
        starts = sorted({start for entry in self.layout.entries
                         if (start := self._find(entry.headline, entry.opening)) is not None})
        return self._from_starts([self._with_header(start) for start in starts])

    def by_stamps(self) -> list[Stretch]:
        """Lines that hold a stamp of one kind and no more than its mark, each with a sentence before the next."""
        stamped: dict[str, list[int]] = defaultdict(list)
        for i, unit in enumerate(self.units):
            if stamp := find_stamp(unit, self.world):
                stamped[kind_of(stamp)].append(i)
        kind = max(stamped, key=lambda kind: len(stamped[kind]), default="")
        if not kind or (not self.is_live and kind != "clock"):
            return []
        shown = stamped[kind][self._is_of_page(stamped[kind]):]
        if len(shown) < self.least:
            return []
        has_days = any(i > shown[0] for i in stamped["day"])
        starts = [self._with_header(i, has_days=has_days) for i in self._below(shown)]
        stretches = self._from_starts(starts)
        return stretches if len(stretches) >= self.least and self._is_most(stretches) else []

    def _is_of_page(self, stamps: list[int]) -> bool:
        """Whether the first stamp is the page's own: words stand beside it ("Published") that stand beside no other."""
        beside = [stamps_of(self.world).rest(self.units[i].text).lower() for i in stamps]
        return bool(beside[0]) and beside[0] not in beside[1:]

    def _below(self, stamps: list[int]) -> list[int]:
        """Where entries begin: at their stamps, or, where lines like headlines stand right above these, at those lines."""
        ends = [*stamps[1:], len(self.units)][: len(stamps)]
        told = [i for i, end in zip(stamps, ends, strict=True) if any(self.prose[i:end])]
        heads = sum(i > 0 and self._is_title(i - 1) and self.prose[i + 1] for i in told if i + 1 < len(self.units))
        if heads * 3 <= len(told) * 2:
            return told
        return [i - 1 if self._is_title(i - 1) else i for i in told]

    def _is_title(self, i: int) -> bool:
        unit = self.units[i]
        rows = self.world.furniture.find_phrases(unit.words)
        return (
            not self.prose[i] and 2 <= len(unit.words) <= 20 and find_stamp(unit, self.world) is None
            and not any(row.where == "whole" for row in rows)
        )

    def _with_header(self, start: int, *, has_days: bool = True) -> int:
        """The start moved up over the lines of its header: marks, the stamp itself, and, where days part entries, day lines."""
        while start > 1:
            unit = self.units[start - 1]
            stamp = find_stamp(unit, self.world)
            is_mark = bool(unit.words) and len(unit.words) <= 4 and self.world.live_words.is_mark(unit.words)
            is_day = stamp is not None and kind_of(stamp) == "day"
            is_own = stamp is not None and not is_day and find_stamp(self.units[start], self.world) is None
            if not (is_mark or is_own or (is_day and has_days)):
                break
            start -= 1
        return start

    def _from_starts(self, starts: Sequence[int]) -> list[Stretch]:
        ends = [*starts[1:], len(self.units)][: len(starts)]
        return [Stretch(i, end) for i, end in zip(starts, ends, strict=True) if any(self.prose[i:end])]

    def _find(self, headline: str, opening: str) -> int | None:
        """The first unit that is the headline or opens with the first words of the text."""
        title, first = tuple(fold_words(headline)), tuple(fold_words(opening))[:OPENING]
        for i, unit in enumerate(self.units):
            if (title and unit.words == title) or (len(first) == OPENING and unit.words[:OPENING] == first):
                return i
        return None

    def _is_most(self, stretches: Sequence[Stretch]) -> bool:
        """Whether the stretches hold half of the page's sentences, and, on a page not called live, none most of theirs."""
        sizes = [len(unit.words) if prose else 0 for unit, prose in zip(self.units, self.prose, strict=True)]
        held = [sum(sizes[each.start:each.end]) for each in stretches]
        is_even = self.is_live or max(held, default=0) <= LARGEST * sum(held)
        return is_even and sum(held) >= PROSE_SHARE * sum(sizes)

    def _is_outside(self, unit: Unit) -> bool:
        return is_outside(unit.piece.path) or "comment" in self.world.furniture.path_kinds(unit.piece.path)

    def _is_teaser(self, indices: Sequence[int]) -> bool:
        """Whether a link to another page stands before the first sentence: the headline of another story."""
        for i in indices:
            piece = self.units[i].piece
            if self.prose[i]:
                return False
            if piece.link_share > 0.8 and len(self.units[i].words) >= 3 and "#" not in (piece.href or "#"):
                return True
        return False

    def _calls_itself_live(self, headline: int | None) -> bool:
        """In its stated title, its headline, a line beside that, or a class word above a sentence of the text."""
        words, title = self.world.live_words, stated_title(self.layout) or ""
        if words.is_live_title(fold_words(title)):
            return True
        if headline is not None:
            near = self.units[max(0, headline - TITLE_LINES) : headline + TITLE_LINES + 1]
            if words.is_live_title(self.units[headline].words) or any(words.is_live_line(unit.words) for unit in near):
                return True
        told = [unit for unit, prose in zip(self.units, self.prose, strict=True) if prose]
        return 2 * sum("live" in self.world.furniture.path_kinds(unit.piece.path) for unit in told) > len(told)


def find_stamp(unit: Unit, world: World) -> Stamp | None:
    """The stamp of a line that holds one and beside it only marks ("Posted at 14:02", "2 hours ago", "Key event 14:02")."""
    if len(unit.words) > 12:
        return None
    stamps = stamps_of(world)
    found = [stamp for stamp in stamps.find(unit.text) if stamp.value]
    if not found or not world.live_words.is_mark(fold_words(stamps.rest(unit.text))):
        return None
    return found[0]


def kind_of(stamp: Stamp) -> str:
    """age, clock (a time of day alone), moment (a day with its time) or day."""
    if stamp.kind == "part":
        return "clock"
    return stamp.kind if stamp.kind == "age" else "moment" if "T" in stamp.value else "day"


def _look(element: str) -> str:
    """The element and its first class word: entries may differ in further ones."""
    return ".".join(element.partition("#")[0].split(".")[:2])
