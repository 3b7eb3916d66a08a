"""Ages in other languages than English (world/ages.tsv): "il y a 3 heures", "vor 2 Stunden", "2 часа назад", "3시간 전"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

LONGEST = 80  # characters of a line that may show an age
_DURATIONS = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y",
}
_NOW = "PT0M"
UNSPACED = frozenset(("zh", "ja", "ko", "th"))  # languages in which a word may stand right beside another
AROUND = ".,:;|·•()[]-–—"  # marks beside a word


@dataclass(frozen=True, kw_only=True)
class AgeWords:
    """How a language says an age. frames: "#" stands for count and unit. one: words for a count of one. The first
    form of a unit is that of one: alone in a frame it means one. now: whole stamps of this moment."""

    language: str
    frames: tuple[str, ...]
    second: tuple[str, ...]
    minute: tuple[str, ...]
    hour: tuple[str, ...]
    day: tuple[str, ...]
    week: tuple[str, ...]
    month: tuple[str, ...]
    year: tuple[str, ...]
    one: tuple[str, ...]
    now: tuple[str, ...]
    origin: str

    @cached_property
    def durations(self) -> dict[str, str]:
        """For each form of a unit its duration with the count left open: "PT{}H" for "heures"."""
        return {form: duration for name, duration in _DURATIONS.items() for form in getattr(self, name)}

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Words in small letters, one of which stands in every text that holds an age of this language."""
        around = [max(frame.replace("#", " ").split(), key=len, default="") for frame in self.frames]
        units = () if all(around) else self.durations
        return (*filter(None, around), *(max(each.split(), key=len) for each in self.now), *units)

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """One a frame, with the groups `count`, `unit` and `alone`, and those of this moment, which have none."""
        one = rf"|(?:{_either(self.one)})\s?" if self.one else ""
        counted = rf"(?:(?P<count>\d{{1,3}})\s?{one})(?P<unit>{_either(self.durations)})\.?"
        alone = rf"(?P<alone>{_either(getattr(self, name)[0] for name in _DURATIONS)})"
        either = rf"(?:{counted}|{alone})" if self.language not in UNSPACED else counted
        return (
            *(self._framed(frame, counted if frame == "#" else either) for frame in self.frames),
            *(re.compile(rf"^\W*{re.escape(each)}\W*$", re.IGNORECASE) for each in self.now),
        )

    def _framed(self, frame: str, age: str) -> re.Pattern[str]:
        start, end = (r"(?<!\w)", r"(?!\w)") if self.language not in UNSPACED else (r"(?<!\d)", "")
        return re.compile(start + re.escape(frame).replace(r"\ ", r"\s+").replace(r"\#", age) + end, re.IGNORECASE)


def _either(forms: Iterable[str]) -> str:
    """A pattern of the forms, the longest first; "" where there are none."""
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


class Ages:
    """Finds the ages of all languages of the table in short texts."""

    def __init__(self, rows: Iterable[AgeWords]) -> None:
        held = tuple(rows)
        self._unspaced = tuple(row for row in held if row.language in UNSPACED)
        self._by_word: dict[str, list[AgeWords]] = {}
        for row in held:
            for mark in row.marks if row.language not in UNSPACED else ():
                self._by_word.setdefault(mark, []).append(row)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Start, end and duration before the capture ("PT3H") of each age in a line; none in a long one."""
        for row in self._likely(text.lower()) if len(text) <= LONGEST else ():
            for pattern in row.patterns:
                if found := [(*match.span(), _duration(match, row)) for match in pattern.finditer(text) if _is_sure(match)]:
                    return found
        return []

    def _likely(self, lowered: str) -> Iterator[AgeWords]:
        for word in lowered.split():
            yield from self._by_word.get(word.strip(AROUND), ())
        if not lowered.isascii():
            yield from (row for row in self._unspaced if any(mark in lowered for mark in row.marks))


def _is_sure(match: re.Match[str]) -> bool:
    """Whether a unit without a count stands alone on its line, or has letters that English has not ("FA any" is no age)."""
    is_bare = match.groupdict().get("alone") is not None and match.string.isascii()
    return not is_bare or match.group() == match.string.strip(f" {AROUND}")


def _duration(match: re.Match[str], row: AgeWords) -> str:
    named = match.groupdict()
    unit = named.get("unit") or named.get("alone")
    return row.durations[unit.lower()].format(int(named["count"] or 1)) if unit else _NOW
