"""The grammar of event constructions: one row of `en/events/*.tsv` compiled into what a tree must show.

A construction is a head word with its part of speech, then what must (or must not) stand around it:

    withdraw.v obj=@forces from        the verb with an object of the class @forces and any "from" phrase
    pull.v +back obj=@forces           the verb with the particle "back"; "+back/+out" with either
    attack.n mod=joint                 the noun with a modifier
    meet.v -obj with                   the verb without an object and with a "with" phrase
    accuse.v obj of!                   "of" may also introduce a clause; every preposition slot allows that
    hit,pound.v obj subj=@arms         each of several heads; "@class.v" gives all words of a class
    jail.v obj=@people,PROPN,NUM       words in capitals are tags: any name, any number
    march.v into/through=@land         either preposition
    budge.v not                        negated: the row says what not doing it amounts to, and stands

Slots: subj, obj, iobj, xcomp, ccomp, purpose, mod, light (the governing light verb), theme, modal and bare
(subject, word of duty and bare verb of what is said: "that he leave") and any preposition. Words are lemmas
joined by ",", "@name" stands for a class of `en/events/classes.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from copydesk.errors import BadLexicon
from copydesk.lexicon.tables import load_rows
from copydesk.record import Category

CATEGORIES: tuple[str, ...] = get_args(Category)
WordClass = Literal["v", "n", "a"]
WORD_CLASSES: dict[str, WordClass] = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}  # by tag of UPOS
LARGE = 6  # weight of a slot held to certain words, against 2 for a slot that must only be filled


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstructionRow:
    """One row: the construction, its PLOVER modes, who plays which part, and a sentence of our own that shows it.

    roles: "mutual" (all parties are actors), "actor:SLOT", "recipient:SLOT", "alone" (nobody receives), "words" (mere
    words, which PLOVER dropped from CAMEO: appeals, denials; the statements hold them, and pairs whose root is asked for),
    "told" (mere words whose content is coded all the same, as what their speaker says: "denied that"),
    "handed" (arms that change hands where they go to another state).
    """

    construction: str
    modes: tuple[str, ...]
    roles: tuple[str, ...]
    example: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow:
    """A named class of lemmas that slots may ask for; "@name" takes in the words of a class above, "!@name" leaves them out."""

    name: str
    words: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Condition:
    """What one of the slots holds: `words` None asks only whether it is filled; wanted False asks that it is not."""

    slots: tuple[str, ...]
    words: frozenset[str] | None
    wanted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Construction:
    """A compiled row. row: "file:construction", as traces name it. weight: how much the row asks for.

    code: CAMEO's, of a row that comes from a user's dictionary.
    """

    row: str
    category: str
    lemma: str
    word_class: WordClass
    particles: tuple[str, ...]
    negated: bool
    conditions: tuple[Condition, ...]
    modes: tuple[str, ...]
    mutual: bool
    alone: bool
    words_only: bool
    told: bool
    handed: bool
    actor_slot: str | None
    recipient_slot: str | None
    weight: int
    example: str
    code: str | None = None


Constructions = dict[tuple[str, str], tuple[Construction, ...]]


def load_constructions(folder: Path, known: Mapping[str, frozenset[str]] | None = None) -> Constructions:
    """All constructions of a folder by (lemma, word class), the most demanding first; file name = category.

    known: classes that rows may name besides those of the folder's own classes.tsv, which a user's folder need not have.
    Raises BadLexicon naming the row that does not follow the grammar above, or that nothing is there.
    """
    if not any(folder.glob("*.tsv")):
        raise BadLexicon(f"{folder}: no .tsv file; constructions stand in one file a category, such as protest.tsv")
    own = _load_classes(folder / "classes.tsv") if known is None or (folder / "classes.tsv").exists() else {}
    classes = {**(known or {}), **own}
    found: dict[tuple[str, str], list[Construction]] = {}
    for path in sorted(folder.glob("*.tsv")):
        if path.stem in ("classes", "governors"):
            continue
        if path.stem.upper() not in CATEGORIES:
            raise BadLexicon(f"{path}: {path.stem} is no category of PLOVER; they are {', '.join(CATEGORIES).lower()}")
        for row in load_rows(path, ConstructionRow):
            try:
                constructions = compile_constructions(row, path.name, classes)
            except BadLexicon as fault:
                raise BadLexicon(f"{path.name}:{_line_of(row, path)}: {str(fault).removeprefix(path.name + ': ')}") from fault
            for construction in constructions:
                found.setdefault((construction.lemma, construction.word_class), []).append(construction)
    return {key: tuple(sorted(rows, key=lambda c: (-c.weight, c.row))) for key, rows in found.items()}


def _line_of(row: ConstructionRow, path: Path) -> int:
    """The line of a file on which a row stands, from 1."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if row.construction in line.split("\t")), 1)


def compile_constructions(
    row: ConstructionRow, file: str, classes: dict[str, frozenset[str]],
) -> tuple[Construction, ...]:
    """The constructions of one row of `file` ("assault.tsv"), one for each head word it names, in their order."""
    head, *parts = row.construction.split()
    heads, _, word_class = head.rpartition(".")
    if word_class not in ("v", "n", "a") or not heads:
        raise BadLexicon(f"{file}: {row.construction!r} does not begin with word.v, word.n or word.a")
    particles = next((tuple(part[1:].split("/+")) for part in parts if _is_particle(part)), ())
    asked = [part for part in parts if not _is_particle(part) and part != "not"]
    conditions = tuple(_condition(part, file, classes) for part in asked)
    roles = dict(role.partition(":")[::2] for role in row.roles)
    negated = "not" in parts
    weight = 2 + sum(_weight(condition) for condition in conditions) + (4 if particles else 0) + (3 * LARGE if negated else 0)
    first = Construction(
        row=f"events/{file}:{row.construction}", category=file.removesuffix(".tsv").upper(), lemma=heads,
        word_class=cast("WordClass", word_class), particles=particles, conditions=conditions, negated=negated, modes=row.modes,
        mutual="mutual" in roles, alone="alone" in roles, words_only="words" in roles, told="told" in roles,
        handed="handed" in roles, actor_slot=roles.get("actor"),
        recipient_slot=roles.get("recipient"), weight=weight, example=row.example,
    )
    return tuple(replace(first, lemma=lemma) for lemma in sorted(_words(heads, file, classes) or ()))


def _is_particle(part: str) -> bool:
    return all(one.startswith("+") for one in part.split("/"))


def _weight(condition: Condition) -> int:
    if not condition.wanted:
        return 1
    return LARGE if condition.words else 2


def _condition(part: str, file: str, classes: dict[str, frozenset[str]]) -> Condition:
    slots, _, words = part.removeprefix("-").partition("=")
    return Condition(tuple(slots.split("/")), _words(words, file, classes), wanted=not part.startswith("-"))


def _words(joined: str, file: str, classes: dict[str, frozenset[str]]) -> frozenset[str] | None:
    if not joined:
        return None
    words: set[str] = set()
    for word in joined.split(","):
        if not word.startswith("@"):
            words.add(word)
        elif word[1:] in classes:
            words |= classes[word[1:]]
        else:
            raise BadLexicon(f"{file}: no class {word} in classes.tsv")
    return frozenset(words)


@cache
def _load_classes(path: Path) -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    for row in load_rows(path, ClassRow):
        words: set[str] = set()
        for word in row.words:
            if word.startswith("!@"):
                words -= classes[word[2:]]
            else:
                words |= classes[word[1:]] if word.startswith("@") else {word}
        classes[row.name] = frozenset(words)
    return classes


def load_classes(folder: Path) -> dict[str, frozenset[str]]:
    """The word classes of a folder by name, each closed over the classes it names (defined above it)."""
    return _load_classes(folder / "classes.tsv")
