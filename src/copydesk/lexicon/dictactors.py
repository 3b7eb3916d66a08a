"""PETRARCH's dictionaries of actors and agents, and its lists of discards and issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copydesk.lexicon.dictlines import DictLine, plain_words

NOTHING = "---"  # the code of a word that is no event or no actor
_DAY_LENGTHS = (6, 8)  # digits of "950601", "19950601"


@dataclass(frozen=True, slots=True)
class DatedCode:
    """An actor's code and the days for which it holds, as ISO 8601 bounds or None."""

    code: str
    since: str | None
    until: str | None

    def holds(self, day: str | None) -> bool:
        """Whether the code holds on a day; an unknown day fits only what is not limited."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def is_limited(self) -> bool:
        """Whether it holds for a time only."""
        return self.since is not None or self.until is not None


def read_actors(lines: Iterable[DictLine]) -> dict[str, tuple[DatedCode, ...]]:
    """Codes by name in small letters, those limited in time first: they win over a default. "+NAME" is a synonym."""
    actors: dict[str, tuple[DatedCode, ...]] = {}
    names: list[str] = []
    codes: list[DatedCode] = []
    first: DictLine | None = None
    for line in lines:
        if line.words and not line.words.startswith("+"):
            _add_actor(actors, names, codes, first)
            names, codes, first = [], [], line
        if first is None:
            raise line.fail("a synonym or a code before any name")
        if line.words:
            names.append(plain_words(line.words.lstrip("+")))
        codes.extend(_read_code(code, line) for code in line.codes)
    _add_actor(actors, names, codes, first)
    return actors


def _add_actor(
    actors: dict[str, tuple[DatedCode, ...]], names: list[str], codes: list[DatedCode], first: DictLine | None,
) -> None:
    if first is not None and not codes:
        raise first.fail("a name without a [CODE]")
    ordered = tuple(sorted(codes, key=lambda code: not code.is_limited))
    actors.update(dict.fromkeys(names, ordered))


def _read_code(text: str, line: DictLine) -> DatedCode:
    """"HOB", "HOB <950601", "HOBGOV 19950601 - 19990815", "HOBREB > 990816"; "---" names no actor."""
    if text.startswith("-"):
        code, rest = NOTHING, text.lstrip("-")
    else:
        code, _, rest = text.replace("<", " <").replace(">", " >").partition(" ")
    bounds = rest.replace("<", " < ").replace(">", " > ").replace("-", " - ").split()
    days = [_read_day(each, line) for each in bounds if each not in ("<", ">", "-")]
    if "<" in bounds and len(days) == 1:
        return DatedCode(code.upper(), None, days[0])
    if ">" in bounds and len(days) == 1:
        return DatedCode(code.upper(), days[0], None)
    if len(days) not in (0, 2) or not code:
        raise line.fail("no code with days such as [ABC <19990101], [ABC 19990101-20041231], [ABC >20050101]")
    return DatedCode(code.upper(), *(days if days else (None, None)))


def _read_day(digits: str, line: DictLine) -> str:
    if not digits.isdigit() or len(digits) not in _DAY_LENGTHS:
        raise line.fail(f"{digits!r} is no day of six or eight digits (yymmdd, yyyymmdd)")
    full = digits if len(digits) == max(_DAY_LENGTHS) else ("19" if digits[0] in "3456789" else "20") + digits
    return f"{full[:4]}-{full[4:6]}-{full[6:8]}"


def read_agents(lines: Iterable[DictLine]) -> dict[str, str]:
    """Codes such as "~GOV" by agent words; regular plurals are made where a row gives none, "!SET!" is written out."""
    sets: dict[str, list[str]] = {}
    agents: dict[str, str] = {}
    for line in lines:
        if line.text.startswith("!") and "=" in line.text:
            name, _, members = line.text.partition("=")
            sets[name.strip().lower()] = [plain_words(member) for member in members.split(",")]
            continue
        if len(line.codes) != 1:
            raise line.fail("an agent needs one code such as [~GOV]")
        code = line.codes[0].replace(" ", "").upper()
        words, brace, plural = line.words.partition("{")
        for form in filter(None, (plain_words(words), plain_words(plural))):
            for each in _substitute(form, sets, line):
                agents[each] = code
                if not brace:
                    agents.setdefault(_plural(each), code)
    return agents


def _substitute(form: str, sets: dict[str, list[str]], line: DictLine) -> Iterator[str]:
    name = next((name for name in sets if name in form), None)
    if name is not None:
        yield from (form.replace(name, member) for member in sets[name])
    elif form.count("!") > 1:
        raise line.fail("no set of that name above it, such as !PERSON! = MAN, MEN")
    else:
        yield form


def _plural(words: str) -> str:
    return words[:-1] + "ies" if words.endswith("y") and words[-2:-1] not in "aeiou" else words + "s"


@dataclass(frozen=True, slots=True)
class Discards:
    """Phrases in small letters that keep a sentence, or with a "+" in the file a whole article, from being coded."""

    sentences: tuple[str, ...]
    articles: tuple[str, ...]


def read_discards(lines: Iterable[DictLine]) -> Discards:
    """The discards of a list, one a line."""
    texts = [line.text.strip() for line in lines]
    return Discards(
        tuple(plain_words(text) for text in texts if not text.startswith("+")),
        tuple(plain_words(text[1:]) for text in texts if text.startswith("+")),
    )


def read_issues(lines: Iterable[DictLine]) -> dict[str, str]:
    """Codes of what is at issue by phrase in small letters: "CHEMICAL_WEAPONS [CBRN]"."""
    issues: dict[str, str] = {}
    for line in lines:
        if len(line.codes) != 1 or not line.words:
            raise line.fail("an issue needs words and one [CODE]")
        issues[plain_words(line.words)] = line.codes[0].upper()
    return issues
