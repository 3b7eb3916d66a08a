"""What the tables know of the words of a sentence: the names that stand there, by kind of knowledge.

The reader model sees that something is a name; that the Moskva is a ship and Koha Jonë a newspaper is knowledge, and
knowledge lives in tables: those of the other rooms of this lexicon, and `world/names`, one file for each kind of name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from copydesk.lexicon.folding import MARKS, NOT_ASCII
from copydesk.lexicon.known import list_outlets, list_persons
from copydesk.lexicon.tables import LIST_MARK, load_rows

if TYPE_CHECKING:
    from copydesk.lexicon.world import World

TOWN = 10_000  # inhabitants from which a town's name is entered; smaller ones share too many names with other things
# Kinds of knowledge about whole names, and about single words of persons' names.
STATE_WORDS = {"name": "state", "demonym": "demonym", "capital": "capital", "metonym": "seat"}
NAMES = (
    "person", "organisation", "place", "group", "facility", "event", "weapon", "law", "work", "outlet",
)  # fmt: skip
WHOLE = (*STATE_WORDS.values(), "actor", "region", "people of a region", "town", *(f"listed {kind}" for kind in NAMES))
WORDS = ("given name", "family name")
# Numbers that `NameBook.find` gives, in this order: a word begins such a name, stands inside one, or is such a word.
FEATURES = (*(f"begins {kind}" for kind in WHOLE), *(f"inside {kind}" for kind in WHOLE), *WORDS)
# Whole texts are folded faster by replacing each letter than by a table of all (seen on a million letters).
PLAIN_MARKS, PLAIN_LETTERS = ([(chr(code), plain) for code, plain in table.items()] for table in (MARKS, NOT_ASCII))
NO_LETTER = re.compile(r"[^\w\s]+")
OWNERS = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """One row of `world/names`: a name as English news writes it. also: other written forms of it."""

    name: str
    also: tuple[str, ...]
    origin: str


class NameBook:
    """Names by their words, accents, case, marks and a leading "the" aside; every table is read once."""

    def __init__(self, world: World) -> None:
        self._whole: dict[str, int] = {}  # key of a name -> bits of WHOLE
        self._single: dict[str, tuple[int, ...]] = {}  # key of a word -> numbers of features of WORDS
        for kind, names in list_names(world):
            gather_bits(self._whole, names, 1 << WHOLE.index(kind))
        for kind, words in list_words(world):
            number = FEATURES.index(kind)
            self._single |= {key: (*self._single.get(key, ()), number) for key in find_name_keys(words)}
        self._room = measure_rooms(self._whole)  # first word of a key -> letters of the longest key that begins with it
        self.look_up = lru_cache(maxsize=65_536)(self._look_up)

    def __len__(self) -> int:
        return len(self._whole)

    def find_kinds(self, name: str) -> tuple[str, ...]:
        """The kinds of WHOLE that a whole name is known as."""
        bits = self._whole.get(find_name_keys([name])[0], 0)
        return tuple(WHOLE[number] for number in list_numbers(bits, inside=False))

    def find_word_kinds(self, word: str) -> tuple[str, ...]:
        """The kinds of WORDS that a word is known as."""
        return tuple(FEATURES[number] for number in self.look_up(word).numbers)

    def find(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """For each word of one sentence the numbers of `FEATURES` that hold of it.

        Of names that overlap the longest counts, from the left. Words without a capital count only where the sentence begins
        without one: "us" is no state in ordinary writing.
        """
        looked = [self.look_up(word) for word in words]
        is_small = not (looked and looked[0].is_capital)
        found = [word.numbers if word.is_capital or is_small else () for word in looked]
        free = 0  # the first word after the last name
        for begin, word in enumerate(looked):
            if begin >= free and word.room:
                after, bits = self._find_longest(looked, begin)
                if bits and (is_small or any(each.is_capital for each in looked[begin:after])):
                    free = after
                    for place in range(begin, after):
                        found[place] += list_numbers(bits, inside=place > begin)
        return found

    def _look_up(self, word: str) -> Look:
        key = find_key(word)
        room = self._room.get(key.partition(" ")[0], 0) if key else 0
        return Look(key, any(map(str.isupper, word)), self._single.get(key, ()), room)

    def _find_longest(self, looked: Sequence[Look], begin: int) -> tuple[int, int]:
        """The place after the longest name that begins here, and what it may be; (begin, 0) where none does."""
        read, room = looked[begin].key, looked[begin].room
        after, bits = begin, 0
        for place in range(begin, len(looked)):
            key = looked[place].key
            if place > begin and key:
                read = f"{read} {key}"
            if len(read) > room:
                break
            known = self._whole.get(read) if key else None
            if known:
                after, bits = place + 1, known
        return after, bits


class Look(NamedTuple):
    """What the book has on one word. room: letters of the longest key that begins with it; numbers: of its features alone."""

    key: str
    is_capital: bool
    numbers: tuple[int, ...]
    room: int


def fold_lines(text: str) -> str:
    """Text as the book compares it, line by line: small letters, no accents, no marks, hyphens as blanks."""
    text = text.lower()
    for mark, plain in PLAIN_MARKS:
        text = text.replace(mark, plain)
    text = unicodedata.normalize("NFKD", text)
    for letter, plain in PLAIN_LETTERS:
        text = text.replace(letter, plain)
    return NO_LETTER.sub("", text)


def find_key(word: str) -> str:
    """One word as the book compares it; "" for a mark."""
    return " ".join(fold_lines(word).split())


def find_name_keys(names: Sequence[str]) -> list[str]:
    """Names of the tables likewise, all at once; without a leading "the", and with 's as a word of its own."""
    keys = fold_lines(OWNERS.sub(" s", "\n".join(names))).split("\n")
    return [" ".join(key.split()).removeprefix("the ") for key in keys]


@lru_cache(maxsize=4_096)
def list_numbers(bits: int, *, inside: bool) -> tuple[int, ...]:
    """The numbers of `FEATURES` for the kinds of a name."""
    shift = len(WHOLE) if inside else 0
    return tuple(number + shift for number in range(len(WHOLE)) if bits >> number & 1)


def gather_bits(whole: dict[str, int], names: Sequence[str], bit: int) -> None:
    """Add a bit to the key of each name."""
    known = whole.get
    for key in filter(None, find_name_keys(names)):
        whole[key] = known(key, 0) | bit


def measure_rooms(keys: Iterable[str]) -> dict[str, int]:
    """First word -> letters of the longest key that begins with it."""
    rooms: dict[str, int] = {}
    known = rooms.get
    for key in keys:
        first = key.partition(" ")[0]
        if len(key) > known(first, 0):
            rooms[first] = len(key)
    return rooms


def list_names(world: World) -> Iterator[tuple[str, list[str]]]:
    """(kind of WHOLE, names) from all tables."""
    hits = world.states.words.items()
    for word, kind in STATE_WORDS.items():
        yield kind, [words for words, hit in hits if hit.kind == word]
    yield "actor", list(world.register.words)
    yield "region", list(world.regions.names)
    yield "people of a region", list(world.regions.adjectives)
    yield "town", list(world.places.list_towns(TOWN))
    yield "listed outlet", [words for words, _ in list_outlets(world.outlets)]
    yield "listed person", [words for words, _ in list_persons(world.offices)]
    for kind in NAMES:
        yield f"listed {kind}", list_forms(world.folder, kind)


def list_words(world: World) -> Iterator[tuple[str, list[str]]]:
    """(kind of WORDS, words) from the tables of persons' names."""
    for kind in WORDS:
        listed = list_forms(world.folder, kind.replace(" ", "_"))
        yield kind, [*world.titles.list_given(), *listed] if kind == "given name" else listed


def list_forms(folder: Path, kind: str) -> list[str]:
    """Every written form of one file of `world/names`, read without building its fifty thousand rows."""
    path = find_list(folder, kind)
    try:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
        return [form for name, also, _ in rows[1:] for form in (name, *also.split(LIST_MARK)) if form]
    except (OSError, ValueError):
        return [form for row in load_rows(path, ListedName) for form in (row.name, *row.also)]  # says what is wrong


def find_list(folder: Path, kind: str) -> Path:
    """The file of one kind of `world/names`: columns as the fields of `ListedName`."""
    return folder / "world" / "names" / f"{kind}.tsv"
