"""The words of time: every token of a text gets one character that says which classes of time word it may be.

A text becomes a string of such characters, one a token, over which `timepatterns` runs its one compiled matcher. A token
that is no word of time gets `OTHER`. Tables: time_words.tsv, numbers.tsv, holidays.tsv, time_zones.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from copydesk.lexicon.numbers import LONGEST_DIGITS, NumberWords
from copydesk.lexicon.tables import load_rows

OTHER = "."
# One number of each kind, so that every kind has its character before patterns are compiled.
_PROBES = (
    "0", "7", "07", "12", "20", "24", "28", "31", "45", "59", "100", "0300", "1030", "1300", "1799", "1970", "2099", "5000",
    "10,000", "1.5", "3rd", "40th", "1980s", "80s", "1900s", "2020-01-01", "1/2/2020", "10:30",
)
_FIRST_CODE = 0x100
_MOST_PLAIN = 50_000  # words kept, some megabytes
_HEAD = re.compile(r"[^\W\d_]+")

# Numbers first, as wide as they go, then words, then single marks. A line break that ends a paragraph is a mark too.
TOKEN = re.compile(
    r"(?=\d)(?:"
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![\w/]|\.\d)"
    r"|\d{1,2}:\d\d(?::\d\d)?(?!\d)|(?P<dotted>\d{1,2}\.[0-5]\d(?=\s?[AaPp]\.?[Mm]\b))"
    r"|\d+[ ]\d/\d(?!\d)|\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+"
    r"|\d+(?:st|nd|rd|th|s|['’]s)?(?![^\W_])|\d+"
    r")|(?P<zone>[A-Z]{3}[+-]\d{1,2}(?::\d\d)?(?!\d))"
    r"|[AaPp]\.\s?[Mm]\.?(?!\w)|[Bb]\.[Cc]\.(?:[Ee]\.)?|[Aa]\.[Dd]\.|[Oo]['’]clock"
    r"|[^\W\d_]+|\n\s*\n|[^\w\s]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWord:
    """Row of time_words.tsv: forms, the class that patterns name, what the word is worth, and what it needs to be read."""

    words: tuple[str, ...]
    cls: str
    value: str
    needs: Literal["", "capital", "doubt"]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """Row of holidays.tsv; `feasts` tells the forms of `rule`."""

    words: tuple[str, ...]
    rule: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """Row of time_zones.tsv; `zones.offset_on` reads its offset."""

    words: tuple[str, ...]
    offset: str
    origin: str


@dataclass(frozen=True, slots=True)
class Kind:
    """What a token may be: class -> value. code: its character. doubt: also a common word or name."""

    code: str
    values: dict[str, str]
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as tokens. codes: one character a token; starts, ends: code points; kinds: None for other words."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]
    kinds: list[Kind | None]

    def word(self, index: int) -> str:
        """The words of one token, "" beyond either end."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""


class TimeWords:
    """All words of time of one language. `literals`: words that patterns name as they are."""

    def __init__(self, folder: Path, literals: Iterable[str]) -> None:
        self.numbers = NumberWords(folder / "numbers.tsv")
        self._codes: dict[frozenset[str], str] = {}
        self._classes: dict[str, set[str]] = {}
        self._kinds: dict[str, Kind] = {}
        self._plain: dict[str, Kind | None] = {}  # words met that are neither numbers nor the head of a longer name
        self._load_words(folder, frozenset(literals))
        self._named, self._named_worth = _load_named(folder)
        self._named_heads = frozenset(_HEAD.match(words).group() for words in self._named_worth)  # type: ignore[union-attr]
        for names in ({"holiday"}, {"zone"}, {"year"}, {"number"}, {"ordinal", "ordday"}):
            self._code(names)
        for probe in _PROBES:
            self._number_kind(probe)

    def charset(self, names: Iterable[str]) -> str:
        """The characters of all kinds of token that may be of one of the classes."""
        return "".join(code for name in names for code in sorted(self._classes.get(name, ())))

    def telling(self, weak: frozenset[str]) -> str:
        """The characters of all kinds that are of some class that is neither weak nor a mere word."""
        return "".join(code for names, code in self._codes.items()
                       if any(name[0] != "=" and name not in weak for name in names))

    def read(self, text: str, begin: int = 0, stop: int | None = None) -> Tokens:
        """The tokens of text[begin:stop], numbers and named days of several words merged into one each."""
        starts: list[int] = []
        ends: list[int] = []
        kinds: list[Kind | None] = []
        plain, position = self._plain, begin
        for match in TOKEN.finditer(text, begin, len(text) if stop is None else stop):
            start, end = match.span()
            if start < position:
                continue
            surface = match.group()
            if surface in plain:
                kind = plain[surface]
            else:
                end, kind = self._look_up(text, match)
            position = end
            starts.append(start)
            ends.append(end)
            kinds.append(kind)
        _hide_money(text, starts, kinds)
        return Tokens(text, "".join([kind.code if kind else OTHER for kind in kinds]), starts, ends, kinds)

    def _look_up(self, text: str, match: re.Match[str]) -> tuple[int, Kind | None]:
        """Where a token ends and what it may be; words that stand for themselves alone are kept for the next time."""
        surface = match.group()
        start, end = match.span()
        kind = self._kinds.get(surface)
        if match.lastgroup is not None:
            return end, self._marked_kind(match.lastgroup, surface)
        if surface[0].isdecimal() or surface.lower() in self.numbers.words:
            return self._read_number(text, start, end, kind)
        if surface[0].isupper() and surface.lower() in self._named_heads:
            named = self._named.match(text, start)
            return (named.end(), self._named_kind(named.group())) if named else (end, kind)
        if len(self._plain) < _MOST_PLAIN:
            self._plain[surface] = kind
        return end, kind

    def _load_words(self, folder: Path, literals: frozenset[str]) -> None:
        values: dict[str, dict[str, tuple[str, str]]] = {word: {"=" + word: (word, "")} for word in literals}
        for row in load_rows(folder / "time_words.tsv", TimeWord):
            for word in row.words:
                values.setdefault(word, {})[row.cls] = (row.value, row.needs)
        for zone in load_rows(folder / "time_zones.tsv", Zone):
            for word in zone.words:
                if " " not in word:
                    values.setdefault(word, {})["zone"] = (zone.offset, "capital")
        for word, number in self.numbers.words.items():
            if number.kind in {"unit", "ten", "ordinal"}:
                for name in _number_classes(int(number.value), ordinal=number.kind == "ordinal"):
                    values.setdefault(word, {})[name] = (str(int(number.value)), "")
        for word, classes in values.items():
            self._add_forms(word, classes)

    def _add_forms(self, word: str, classes: dict[str, tuple[str, str]]) -> None:
        plain = {name: value for name, (value, needs) in classes.items() if not needs}
        every = {name: value for name, (value, _) in classes.items()}
        doubt = any(needs == "doubt" for _, needs in classes.values())
        for form, held in ((word, plain), (word.capitalize(), every), (word.upper(), every)):
            if held and (form not in self._kinds or held is not plain):
                self._kinds[form] = Kind(self._code(held), held, doubt and held is every)

    def _code(self, classes: Iterable[str]) -> str:
        names = frozenset(classes)
        code = self._codes.setdefault(names, chr(_FIRST_CODE + len(self._codes)))
        for name in names:
            self._classes.setdefault(name, set()).add(code)
        return code

    def _read_number(self, text: str, start: int, end: int, kind: Kind | None) -> tuple[int, Kind | None]:
        surface = text[start:end]
        if len(surface) > LONGEST_DIGITS:
            return end, kind
        if surface[0].isdecimal() and not surface[-1].isdecimal():
            return end, self._number_kind(surface)
        if any(mark in surface for mark in ":") or surface.count("/") > 1 or surface.count(".") > 1 or "-" in surface:
            return end, self._number_kind(surface)
        number = self.numbers.match(text, start)
        if number is None or number.end <= end:
            return end, kind if kind or not surface[0].isdecimal() else self._number_kind(surface)
        if number.year:
            return number.end, Kind(self._code({"year"}), {"year": str(int(number.value))})
        names = {"ordinal", "ordday"} if number.ordinal else {"number"}
        value = str(int(number.value)) if number.value == int(number.value) else str(number.value)
        return number.end, Kind(self._code(names), dict.fromkeys(names, value))

    def _number_kind(self, surface: str) -> Kind | None:
        """The kind of a token of digits: number, day, hour, year, clock, date ..."""
        known = self._kinds.get(surface)
        if known is not None:
            return known
        values = _digit_values(surface)
        return Kind(self._code(values), values) if values else None

    def _marked_kind(self, group: str, surface: str) -> Kind | None:
        """The kind of a clock with a dot ("3.30" before "pm"), or of a zone told by its distance from another ("UTC+2")."""
        if group == "dotted":
            return self._number_kind(surface.replace(".", ":"))
        zone = self._kinds.get(surface[:3])
        if zone is None or zone.values.get("zone") != "Z":
            return None
        hours, _, minutes = surface[4:].partition(":")
        return Kind(self._code({"zone"}), {"zone": f"{surface[3]}{int(hours):02d}:{minutes or '00'}"})

    def _named_kind(self, words: str) -> Kind:
        cls, worth = self._named_worth[" ".join(words.lower().split())]
        return Kind(self._code({cls}), {cls: worth})


def _number_classes(value: int, *, ordinal: bool) -> tuple[str, ...]:
    if ordinal:
        return ("ordinal", "ordday") if value <= 31 else ("ordinal",)
    return ("number", "hour") if 1 <= value <= 12 else ("number",)


def _digit_values(surface: str) -> dict[str, str]:
    """Classes of a token that begins with a digit."""
    if surface[-1] in "sS":
        return _decade_values(surface.rstrip("sS'’"))
    if surface[-2:] in ("st", "nd", "rd", "th"):
        names = _number_classes(int(surface[:-2]), ordinal=True)
        return dict.fromkeys((*names, "dayth") if "ordday" in names else names, surface[:-2])
    marked = next((name for name, mark in _MARKED if mark(surface)), None)
    if marked:
        return {marked: surface}
    return _plain_values(surface) if surface.isdecimal() else {"number": _written_number(surface)}


_MARKED: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("isodate", lambda surface: "-" in surface),
    ("clock", lambda surface: ":" in surface),
    ("slashdate", lambda surface: surface.count("/") + surface.count(".") > 1),
)


def _written_number(surface: str) -> str:
    """A number with commas, a decimal point or a fraction ("2 1/2") as digits with a point."""
    if "/" not in surface:
        return surface.replace(",", "")
    whole, top, bottom = re.split(r"[ /]", surface)
    return str(int(whole) + int(top) / (int(bottom) or 1))


def _plain_values(surface: str) -> dict[str, str]:
    value, length = int(surface), len(surface)
    tests = (
        ("number", True), ("day", 1 <= value <= 31 and length <= 2), ("hour", value <= 24 and length <= 2),
        ("short", length == 2), ("year", length == 4 and 1000 <= value <= 2100),
        ("military", length == 4 and value < 2400 and value % 100 < 60),
    )
    return {name: surface for name, holds in tests if holds}


def _decade_values(digits: str) -> dict[str, str]:
    if len(digits) == 4 and digits[3] == "0":
        is_century = digits[2:] == "00" and digits[:2] != "20"  # "the 2000s" are ten years to those who write of them
        return {"centuries": digits[:2]} if is_century else {"decade4": digits[:3]}
    return {"decade": digits[0]} if len(digits) == 2 and digits[1] == "0" else {}


def _hide_money(text: str, starts: list[int], kinds: list[Kind | None]) -> None:
    """A number after a currency sign is a price and no part of a time."""
    for index in range(1, len(kinds)):
        if kinds[index] is not None and text[starts[index - 1]] in "$€£¥#":
            kinds[index] = None


def _load_named(folder: Path) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """Days and zones whose names may be of several words: their matcher, and words -> class and value."""
    days = {words: ("holiday", row.rule) for row in load_rows(folder / "holidays.tsv", NamedDay) for words in row.words}
    zones = {
        words: ("zone", row.offset) for row in load_rows(folder / "time_zones.tsv", Zone) for words in row.words if " " in words
    }
    worth = {**days, **zones}
    longest = sorted(worth, key=len, reverse=True)
    pattern = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest)
    return re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE), worth
