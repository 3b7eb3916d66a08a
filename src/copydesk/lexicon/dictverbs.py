"""PETRARCH's dictionaries of verbs, in the format of its first version and in 2.0: blocks, synonym sets and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from copydesk.lexicon.dictactors import NOTHING
from copydesk.lexicon.dictlines import DictLine, plain_words

_ACTOR_MARKS = frozenset({"$", "+", "^", "%"})
_SET = re.compile(r"&\w+")
Sets = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """Words that must stand before and after a verb, in order; each place allows several words. code: CAMEO.

    mutual: "%" before the verb, several actors who do it to one another. where: "file:line".
    """

    before: tuple[frozenset[str], ...]
    after: tuple[frozenset[str], ...]
    code: str
    mutual: bool
    where: str


@dataclass(slots=True)
class VerbBlock:
    """One verb: its own code and its patterns, the longest first. where: "file:line"."""

    code: str
    where: str
    patterns: list[VerbPattern] = field(default_factory=list)


def read_verbs(lines: Sequence[DictLine]) -> tuple[dict[str, VerbBlock], tuple[str, ...]]:
    """Blocks by form of the verb in small letters, particles joined by blanks; and the patterns that cannot fire, by line.

    A block opens with "--- VERB [CODE] ---"; its forms, each with others in braces, and its patterns follow
    ("- words * words [CODE]"). A pattern with a synonym set that is nowhere written out cannot fire. Raises BadLexicon naming
    the line that is none of these.
    """
    sets = _read_sets(lines)
    verbs: dict[str, VerbBlock] = {}
    unused: list[str] = []
    block: VerbBlock | None = None
    in_set = False
    for line in lines:
        text = line.text.strip()
        if text.startswith("---"):
            block, in_set = VerbBlock(line.codes[0] if line.codes else NOTHING, line.where), False
        elif text.startswith("&"):
            in_set = True
        elif (text.startswith("+") and in_set) or text.startswith("~"):
            continue
        elif text.startswith("- ") or text.startswith("-\t"):
            if block is None:
                raise line.fail("a pattern before any verb")
            pattern = _read_pattern(text[2:], line, sets)
            strange = next((mark for mark in _SET.findall(text) if _set_name(mark) not in sets), None)
            if strange is not None:
                unused.append(f"{line.where}: no synonym set {strange}, so the pattern cannot fire")
            elif pattern.code[:1].isdigit():  # "[+++]", "[xxy]" switch a pattern off
                block.patterns.append(pattern)
        elif block is None:
            raise line.fail("a verb before any block (--- VERB [CODE] ---)")
        else:
            in_set = False
            _add_forms(verbs, line, block)
    for block in verbs.values():
        block.patterns.sort(key=lambda pattern: -len(pattern.before) - len(pattern.after))
    return verbs, tuple(unused)


def _read_sets(lines: Iterable[DictLine]) -> Sets:
    """The members of "&SET", each its last word; sets inside a set are written out."""
    members: dict[str, list[str]] = {}
    name = None
    for line in lines:
        text = line.text.strip()
        if text.startswith("&"):
            name = _set_name(text.split()[0])
            members[name] = []
        elif text.startswith("+") and name is not None:
            words = plain_words(text[1:]).split()
            members[name].append(words[-1] if words else "")
        else:
            name = None
    return {name: frozenset(_close(name, members, ())) for name in members}


def _set_name(mark: str) -> str:
    return mark.rstrip("_").lower()


def _close(name: str, members: dict[str, list[str]], above: tuple[str, ...]) -> Iterable[str]:
    for word in members[name]:
        inner = _set_name(word) if word.startswith("&") else ""
        if inner in members and inner not in above:
            yield from _close(inner, members, (*above, name))
        elif word:
            yield word


def _add_forms(verbs: dict[str, VerbBlock], line: DictLine, block: VerbBlock) -> None:
    own = VerbBlock(line.codes[0], line.where, block.patterns) if line.codes else block
    words, _, more = line.words.lstrip("+").partition("{")
    for form in (words, *more.rstrip("} \t").split()):
        plain = plain_words(form.replace("+", " "))
        if plain:
            verbs.setdefault(plain, own)


def _read_pattern(text: str, line: DictLine, sets: Sets) -> VerbPattern:
    if len(line.codes) != 1:
        raise line.fail("a pattern needs one [CODE]")
    plain = text.partition("[")[0]
    if plain.count("*") != 1:
        raise line.fail("a pattern needs one * where the verb stands")
    before, _, after = plain.partition("*")
    return VerbPattern(_places(before, sets), _places(after, sets), line.codes[0], "%" in before.split(), line.where)


def _places(words: str, sets: Sets) -> tuple[frozenset[str], ...]:
    found: list[frozenset[str]] = []
    for word in plain_words(words.replace("_", " ")).split():
        if word.startswith("&"):
            found.append(sets.get(_set_name(word), frozenset()))
        elif word not in _ACTOR_MARKS:
            found.append(frozenset({word}))
    return tuple(found)
