"""Words of quantities: what is counted, and the words that bound a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from copydesk.lexicon.numbers import NumberWords
from copydesk.lexicon.tables import load_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWord:
    """Row of quantity_units.tsv. role: noun (the counted thing), state (what befell it: killed), measure (km).

    of: share (a measure that says nothing without what it is of: percent), joined (a state of those who took part).
    gathering: what they took part in. tally: a count that is told of ("toll"; unit "number": of what follows), tally_to
    and tally_from: the word between it and its new and its old number.
    """

    words: tuple[str, ...]
    unit: str
    role: Literal["noun", "state", "measure", "gathering", "tally", "tally_to", "tally_from"]
    of: Literal["", "share", "joined"]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundWord:
    """Row of quantity_bounds.tsv. bound: least, most, about, or a crowd with its own low and high."""

    words: tuple[str, ...]
    bound: Literal["least", "most", "about", "exact", "crowd"]
    low: float | None
    high: float | None
    origin: str


class QuantityWords:
    """Number words, units and bounds of one language, compiled."""

    def __init__(self, folder: Path) -> None:
        self.numbers = NumberWords(folder / "numbers.tsv")
        rows = load_rows(folder / "quantity_units.tsv", UnitWord)
        self.units = {word: row for row in rows for word in row.words}
        self.shares = frozenset(row.unit for row in rows if row.of == "share")
        self.joined = frozenset(row.unit for row in rows if row.of == "joined")
        self.gatherings = frozenset(row.unit for row in rows if row.role == "gathering")
        bounds = load_rows(folder / "quantity_bounds.tsv", BoundWord)
        self.bounds = {word: row for row in bounds for word in row.words if row.bound != "crowd"}
        self.crowds = {word: row for row in bounds for word in row.words if row.bound == "crowd"}

    @cached_property
    def matcher(self) -> re.Pattern[str]:
        """A bound (group `bound`) if there is one, a currency sign, then where a number or a crowd begins."""
        words = "|".join(sorted(map(re.escape, self.numbers.words), key=len, reverse=True))
        return re.compile(
            rf"(?<![\w.,$€£¥/-])(?:(?P<bound>{_choice(self.bounds)})\s+)?(?:(?P<crowd>{_choice(self.crowds)})(?!\w)"
            rf"|(?:an?\s+)?(?P<money>US\$|C\$|A\$|[$€£¥])?(?P<number>(?:\d|(?:{words})(?![\w]))))",
            re.IGNORECASE,
        )


def _choice(words: dict[str, BoundWord]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
