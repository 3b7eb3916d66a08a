"""A user's CAMEO dictionaries, as PETRARCH reads them: actors, agents, verbs with their patterns.

What is read: actor names with synonyms ("+NAME") and codes limited in time; agents with plurals and "!SET!" substitutions;
verb blocks with forms, synonym sets ("&SET") and patterns ("- words * words [code]"). Brackets that mark phrases in the
2.0 format only group words. What is left aside: discard lists, and marks inside patterns that say where actors stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.errors import BadLexicon

_CODE = re.compile(r"\[([^\]]*)\]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKS = re.compile(r"[{}()]")
NOTHING = "---"  # the code of a word that is no event or no actor
_ACTOR_MARKS = frozenset({"$", "+", "^", "%"})


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


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """Words that must stand before and after a verb, in order; each place allows several words. code: CAMEO.

    mutual: "%" before the verb, several actors who do it to one another.
    """

    before: tuple[frozenset[str], ...]
    after: tuple[frozenset[str], ...]
    code: str
    mutual: bool


@dataclass(slots=True)
class VerbBlock:
    """One verb: its own code and its patterns, the longest first."""

    code: str
    patterns: list[VerbPattern] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CameoLexicon:
    """Dictionaries of one folder. actors, agents: by words in small letters. verbs: by form, particles joined by spaces."""

    actors: dict[str, tuple[DatedCode, ...]]
    agents: dict[str, str]
    verbs: dict[str, VerbBlock]


def load_cameo(folder: Path) -> CameoLexicon:
    """The dictionaries of a folder: `*actors*.txt`, `*agents*.txt`, `*verbs*.txt` (the newest version by name)."""
    return CameoLexicon(
        actors=_read_actors(_read(folder, "*actors*.txt")), agents=_read_agents(_read(folder, "*agents*.txt")),
        verbs=_read_verbs(_read(folder, "*verbs*.txt")),
    )


def _read(folder: Path, pattern: str) -> list[str]:
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise BadLexicon(f"{folder}: holds no CAMEO dictionary named {pattern}")
    newest = next((path for path in paths if re.search(r"\d", path.stem)), paths[-1])
    text = _COMMENT.sub("", newest.read_text(encoding="utf-8"))
    return [line.split("#", 1)[0].rstrip() for line in text.split("\n")]


def _plain(words: str) -> str:
    return " ".join(words.replace("_", " ").lower().split())


def _read_actors(lines: list[str]) -> dict[str, tuple[DatedCode, ...]]:
    actors: dict[str, tuple[DatedCode, ...]] = {}
    names: list[str] = []
    codes: list[DatedCode] = []
    for line in [*lines, "END"]:
        words = _CODE.sub("", line).strip()
        if words and not words.startswith("+"):
            actors.update({name: tuple(codes) for name in names})
            names, codes = [], []
        if words:
            names.append(_plain(words.lstrip("+")))
        codes.extend(_read_code(code) for code in _CODE.findall(line))
    return actors


def _read_code(text: str) -> DatedCode:
    """"HOB", "HOB <950601", "HOBGOV 19950601 - 19990815", "HOBREB > 990816"."""
    code, *rest = text.replace("<", " < ").replace(">", " > ").replace("-", " - ").split() or [NOTHING]
    if text.strip().startswith("-"):
        return DatedCode(NOTHING, None, _day(rest[-1]) if rest and rest[-1].isdigit() else None)
    days = [_day(each) for each in rest if each.isdigit()]
    if "<" in rest:
        return DatedCode(code.upper(), None, days[0])
    if ">" in rest:
        return DatedCode(code.upper(), days[0], None)
    return DatedCode(code.upper(), *(days if len(days) == 2 else (None, None)))


def _day(digits: str) -> str:
    full = digits if len(digits) == 8 else ("19" if digits[0] in "3456789" else "20") + digits
    return f"{full[:4]}-{full[4:6]}-{full[6:8]}"


def _read_agents(lines: list[str]) -> dict[str, str]:
    sets: dict[str, list[str]] = {}
    agents: dict[str, str] = {}
    for line in lines:
        if line.startswith("!") and "=" in line:
            name, _, members = line.partition("=")
            sets[name.strip().lower()] = [_plain(member) for member in members.split(",")]
            continue
        code = _CODE.search(line)
        if code is None:
            continue
        words, _, plural = _CODE.sub("", line).partition("{")
        for form in filter(None, (_plain(words), _plain(plural.rstrip("} \t")))):
            for each in _substitute(form, sets):
                agents[each] = code[1].strip().upper()
                if "{" not in line:
                    agents.setdefault(_plural(each), code[1].strip().upper())
    return agents


def _substitute(form: str, sets: dict[str, list[str]]) -> Iterator[str]:
    name = next((name for name in sets if name in form), None)
    if name is None:
        yield form
    else:
        yield from (form.replace(name, member) for member in sets[name])


def _plural(words: str) -> str:
    return words[:-1] + "ies" if words.endswith("y") and words[-2:-1] not in "aeiou" else words + "s"


def _read_verbs(lines: list[str]) -> dict[str, VerbBlock]:
    sets = _read_sets(lines)
    verbs: dict[str, VerbBlock] = {}
    block = VerbBlock(NOTHING)
    for line in lines:
        if line.startswith("---"):
            code = _CODE.search(line)
            block = VerbBlock(code[1].strip() if code else NOTHING)
        elif line.startswith("- "):
            pattern = _read_pattern(line[2:], sets)
            if pattern.code[:1].isdigit():  # "[+++]", "[xxy]" switch a pattern off
                block.patterns.append(pattern)
        elif line and not line.startswith(("&", "+ ", "-")) and "&" not in line:
            _add_forms(verbs, line, block)
    for block in verbs.values():
        block.patterns.sort(key=lambda pattern: -len(pattern.before) - len(pattern.after))
    return verbs


def _read_sets(lines: list[str]) -> dict[str, frozenset[str]]:
    members: dict[str, list[str]] = {}
    name = None
    for line in lines:
        if line.startswith("---"):
            name = None
        elif line.startswith("&"):
            name = line.split()[0].rstrip("_").lower()
            members[name] = []
        elif line.startswith("+") and name is not None:
            members[name].append(_plain(_MARKS.sub(" ", line[1:])).rsplit(" ", 1)[-1])
        elif line.strip():
            name = None
    return {name: frozenset(words) for name, words in members.items()}


def _add_forms(verbs: dict[str, VerbBlock], line: str, block: VerbBlock) -> None:
    code = _CODE.search(line)
    own = VerbBlock(code[1].strip(), block.patterns) if code else block
    words, _, more = _CODE.sub("", line).partition("{")
    for form in (words, *more.rstrip("} \t").split()):
        plain = _plain(form.replace("+", " "))
        if plain:
            verbs.setdefault(plain, own)


def _read_pattern(text: str, sets: dict[str, frozenset[str]]) -> VerbPattern:
    code = _CODE.search(text)
    before, _, after = _MARKS.sub(" ", _CODE.sub("", text)).partition("*")
    mutual = "%" in before.split()
    return VerbPattern(_places(before, sets), _places(after, sets), code[1].strip() if code else NOTHING, mutual)


def _places(words: str, sets: dict[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
    found: list[frozenset[str]] = []
    for word in words.replace("_", " ").lower().split():
        if word.startswith("&"):
            found.append(sets.get(word, frozenset({word})))
        elif word not in _ACTOR_MARKS:
            found.append(frozenset({word}))
    return tuple(found)
