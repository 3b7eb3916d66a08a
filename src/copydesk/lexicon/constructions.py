"""The grammar of event constructions: one row of `en/events/*.tsv` compiled into what a tree must show.

A construction is a head word with its part of speech, then what must (or must not) stand around it:

    withdraw.v obj=@forces from        the verb with an object of the class @forces and any "from" phrase
    pull.v +back obj=@forces           the verb with the particle "back"
    attack.n mod=joint                 the noun with a modifier
    meet.v -obj with                   the verb without an object and with a "with" phrase
    accuse.v obj of!                   "of" may also introduce a clause; every preposition slot allows that

Slots: subj, obj, iobj, xcomp, ccomp, purpose, mod, light (the governing light verb), theme, modal and bare
(subject, word of duty and bare verb of what is said: "that he leave") and any preposition. Words are lemmas
joined by ",", "@name" stands for a class of `en/events/classes.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
    """A named class of lemmas that slots may ask for."""

    name: str
    words: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One slot: `words` None asks only whether it is filled; wanted False asks that it is not."""

    slot: str
    words: frozenset[str] | None
    wanted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Construction:
    """A compiled row. row: "file:construction", as traces name it. weight: how much the row asks for."""

    row: str
    category: str
    lemma: str
    word_class: WordClass
    particle: str | None
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
            construction = compile_construction(row, path.name, classes)
            found.setdefault((construction.lemma, construction.word_class), []).append(construction)
    return {key: tuple(sorted(rows, key=lambda c: (-c.weight, c.row))) for key, rows in found.items()}


def compile_construction(row: ConstructionRow, file: str, classes: dict[str, frozenset[str]]) -> Construction:
    """The construction of one row of `file` ("assault.tsv")."""
    head, *parts = row.construction.split()
    lemma, _, word_class = head.rpartition(".")
    if word_class not in ("v", "n", "a") or not lemma:
        raise BadLexicon(f"{file}: {row.construction!r} does not begin with word.v, word.n or word.a")
    particle = next((part[1:] for part in parts if part.startswith("+")), None)
    conditions = tuple(_condition(part, file, classes) for part in parts if not part.startswith("+"))
    roles = dict(role.partition(":")[::2] for role in row.roles)
    weight = 2 + sum(_weight(condition) for condition in conditions) + (4 if particle else 0)
    return Construction(
        row=f"events/{file}:{row.construction}", category=file.removesuffix(".tsv").upper(), lemma=lemma,
        word_class=cast("WordClass", word_class), particle=particle, conditions=conditions, modes=row.modes,
        mutual="mutual" in roles, alone="alone" in roles, words_only="words" in roles, told="told" in roles,
        handed="handed" in roles, actor_slot=roles.get("actor"),
        recipient_slot=roles.get("recipient"), weight=weight, example=row.example,
    )


def _weight(condition: Condition) -> int:
    if not condition.wanted:
        return 1
    return LARGE if condition.words else 2


def _condition(part: str, file: str, classes: dict[str, frozenset[str]]) -> Condition:
    if part.startswith("-"):
        slot, _, words = part[1:].partition("=")
        return Condition(slot, _words(words, file, classes), wanted=False)
    slot, _, words = part.partition("=")
    return Condition(slot, _words(words, file, classes), wanted=True)


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
            words |= classes[word[1:]] if word.startswith("@") else {word}
        classes[row.name] = frozenset(words)
    return classes


def load_classes(folder: Path) -> dict[str, frozenset[str]]:
    """The word classes of a folder by name, each closed over the classes it names (defined above it)."""
    return _load_classes(folder / "classes.tsv")
