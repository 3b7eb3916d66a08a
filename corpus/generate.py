"""The generated part of the corpus: hand-written patterns filled from hand-written lists, the same for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.marks import Marked, read_marks
from corpus.people import Person, invent_person
from corpus.tables import LABELS, Country, Name, Tables, read_table

PATTERNS = Path(__file__).parent / "patterns"
SLOT = re.compile(r"\{(?P<far>other\.)?(?P<kind>[a-z]+)(?P<number>\d?)(?:\.(?P<form>[A-Za-z]+))?\}")
PIECE = re.compile(r"(\{[^}]*\}|\[[a-z]+ |\])")
WORD_START = r"(?:^|(?<=[\s\"“‘(—-]))"
DETERMINED = re.compile(
    rf"{WORD_START}(?:the|an?|its|his|her|their|our|my|this|that|every|former|new) $|['’]s $|s['’] $|\($", re.I
)
ARTICLE = re.compile(rf"{WORD_START}([Aa])n? $")
LETTERS = re.compile(r"[A-Z]{1,3}(?:\b|\d)|[B-DF-HJ-NP-TV-Z]+\b|U[A-Z]+")
LETTER_VOWELS = "AEFHILMNORSX"
READ_AS_WORDS = frozenset({"SANA", "MAP", "MOL", "Le", "SUNA"})
LONG_U = re.compile(r"(?:eu|u(?:ni(?!n|m)|k|ga|ru|s[ae]|yg|ig)|one\b)", re.I)
VOICED_NUMBER = re.compile(r"8|1[18]\b")
BARE_REGISTERS = frozenset({"headline", "ticker", "post"})
COUNTRY_WORDS = frozenset({"state", "adjective", "nationals", "capital"})
ANY_BODY = ("agency", "company", "ngo", "union", "party", "body")
CAPITALS, SMALL, TRIES, HOMES = 0.04, 0.07, 40, 500


class NothingFits(LookupError):
    """The lists hold no name for a slot in this country."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One hand-written pattern; `only` names the countries or regions it may play in (empty: everywhere)."""

    id: str
    register: str
    text: str
    only: tuple[str, ...]


@cache
def load_tables() -> Tables:
    """The lists, read once."""
    return Tables()


def read_patterns(folder: Path = PATTERNS) -> tuple[Pattern, ...]:
    """Every pattern of the folder, in the order of file and row."""
    return tuple(
        Pattern(row["id"], row["register"], row["text"], tuple(row["only"].split(";")) if row["only"] else ())
        for path in sorted(folder.glob("*.tsv"))
        for row in read_table(path)
    )


def is_vowel_sound(word: str) -> bool:
    """Whether "an" stands before the word: by its sound, also for letters and numbers read aloud."""
    if word[0].isdigit():
        return VOICED_NUMBER.match(word) is not None
    first = word.split(" ", maxsplit=1)[0]
    if LETTERS.match(first.replace(".", "")) and first not in READ_AS_WORDS:
        return first[0] in LETTER_VOWELS
    return word[0].lower() in "aeiouáéíóöüäåøâêîôà" and LONG_U.match(word) is None


class Scene:
    """The names of one sentence: everything at home in one country, "other." slots in a second one."""

    def __init__(self, home: Country, chance: random.Random) -> None:
        self.home, self.chance, self.tables = home, chance, load_tables()
        self.bound: dict[str, Name | Person] = {}
        self.others: dict[str, Country] = {}
        self.used: set[str] = set()

    def find_other(self, number: str) -> Country:
        """A second country, more often one of the same region; "other.state2" asks for a third."""
        if number not in self.others:
            every = [c for c in self.tables.countries.values() if c != self.home and c not in self.others.values()]
            near = [c for c in every if c.region == self.home.region]
            self.others[number] = self.chance.choice(near if near and self.chance.random() < 0.6 else every)
        return self.others[number]

    def bind(self, kind: str, number: str, far: bool) -> Name | Person:
        """What a slot stands for: the same for the same slot, never a name another slot has."""
        key = f"{far}{kind}{number}"
        country = self.find_other(number if kind in COUNTRY_WORDS else "") if far else self.home
        for _ in range(TRIES):
            if key in self.bound:
                return self.bound[key]
            drawn = self.draw(kind, country)
            words = {drawn.text} if isinstance(drawn, Name) else {drawn.full, drawn.family}
            if not words & self.used:
                self.used |= words
                self.bound[key] = drawn
        raise NothingFits(key)

    def draw(self, kind: str, country: Country) -> Name | Person:
        """One person, or one name: the country's own more often than its region's or the world's."""
        if kind == "person":
            culture = self.chance.choice(country.cultures)
            western = culture in ("english", "hispanic")
            return invent_person(self.tables.cultures[culture], self.chance, western)
        pools = self.tables.find_pools(kind, country.key)
        if not pools:
            raise NothingFits(kind)
        weights = (6, 2, 2)[: len(pools)]
        return self.chance.choice(self.chance.choices(pools, weights)[0])


class Filling:
    """One pattern on its way to a sentence."""

    def __init__(self, pattern: Pattern, scene: Scene) -> None:
        self.pattern, self.scene = pattern, scene
        self.written, self.last, self.inside, self.joined = "", "", False, False

    def fill(self) -> str:
        """The marked sentence. Raises NothingFits where a slot has no name in this country."""
        for piece in PIECE.split(self.pattern.text):
            if piece.startswith("{"):
                self.fill_slot(piece)
            elif piece:
                if piece.startswith("["):
                    self.inside = True
                elif piece == "]":
                    self.inside = False
                self.joined = self.joined and piece == " "
                self.written += self.fit(piece)
        return self.written

    def fit(self, piece: str) -> str:
        """Words between slots: no second point after "U.S.", and "the United States' army"."""
        if piece[0] == "." and self.plain.endswith("."):
            return piece[1:]
        if piece.startswith("'s") and self.written.endswith("s]") and self.last == "state":
            return "'" + piece[2:]
        return piece

    @property
    def plain(self) -> str:
        """What is written so far, without marks."""
        return re.sub(r"\[[a-z]+ |\]", "", self.written)

    def fill_slot(self, written: str) -> None:
        """Put the words of one slot, with its mark and article."""
        match = SLOT.fullmatch(written)
        if match is None:
            raise ValueError(f"{self.pattern.id}: no slot: {written}")
        kind, form = match["kind"], match["form"] or ""
        if kind in self.scene.tables.fillers:
            self.put(self.scene.chance.choice(self.scene.tables.fillers[kind]), "")
            return
        kind = self.scene.chance.choice(ANY_BODY) if kind == "org" else kind
        bound = self.scene.bind(kind, match["number"], bool(match["far"]))
        if isinstance(bound, Person):
            words, named = bound.say(form)
            self.put(words, "person" if named else "")
            return
        text = bound.text.removeprefix("The ") if form == "bare" else bound.text
        bare = form == "bare" or self.inside or self.joined or self.pattern.register in BARE_REGISTERS
        if bound.the and not bare and not DETERMINED.search(self.plain):
            self.written += "The " if re.search(r"(?:^|[.!?] )[\"“‘]?$", self.plain) else "the "
        self.put(text, LABELS[kind])
        self.last = kind
        self.joined = kind in ("adjective", "group", "state")

    def put(self, words: str, label: str) -> None:
        """Write words, marked where they are a name of their own; a/an before them follows their sound."""
        opening = re.search(r"\[[a-z]+ $", self.written)
        before, mark = (self.written[: opening.start()], opening[0]) if opening else (self.written, "")
        if article := ARTICLE.search(before):
            before = f"{before[: article.start()]}{article[1]}{'n' if is_vowel_sound(words) else ''} "
        self.written = before + mark + (f"[{label} {words}]" if label and not self.inside else words)


def change_case(text: str, change: Callable[[str], str]) -> str:
    """The text in other letters, of the same length."""
    return "".join(other if len(other := change(letter)) == 1 else letter for letter in text)


def dress(pattern: Pattern, marked: str, chance: random.Random) -> tuple[str, tuple[tuple[int, int, str], ...], str]:
    """Text, names and register: tickers in capitals, a share of the others in capitals or small letters."""
    text, names = read_marks(marked)
    dice = chance.random()
    if pattern.register == "ticker" or dice < CAPITALS:
        return change_case(text, str.upper), names, "ticker"
    if pattern.register == "lower" or dice < CAPITALS + SMALL:
        return change_case(text, str.lower), names, "lower"
    return text, names, pattern.register


def find_homes(pattern: Pattern) -> list[Country]:
    """The countries a pattern may play in."""
    every = load_tables().countries.values()
    return [c for c in every if not pattern.only or c.key in pattern.only or c.region in pattern.only]


def write_sentence(pattern: Pattern, number: int, chance: random.Random) -> Marked:
    """One sentence of a pattern. Raises NothingFits where no country has what it asks for."""
    homes = find_homes(pattern)
    for _ in range(HOMES):
        home = chance.choice(homes)
        try:
            marked = Filling(pattern, Scene(home, chance)).fill()
        except NothingFits:
            continue
        text, names, register = dress(pattern, marked, chance)
        return Marked(f"pattern-{pattern.id}.{number}", text, names, home.region, "", register)
    raise NothingFits(pattern.id)


def generate_sentences(count: int, seed: int, is_even: Callable[[Marked], bool] = lambda _: True) -> Iterator[Marked]:
    """`count` sentences, no text twice, every pattern in turn; those that `is_even` refuses are left out."""
    chance, patterns = random.Random(seed), list(read_patterns())
    seen: set[str] = set()
    numbers = dict.fromkeys((pattern.id for pattern in patterns), 0)
    for _ in range(count):
        chance.shuffle(patterns)
        for pattern in patterns:
            sentence = write_sentence(pattern, numbers[pattern.id] + 1, chance)
            if sentence.text in seen or not is_even(sentence):
                continue
            if len(seen) == count:
                return
            seen.add(sentence.text)
            numbers[pattern.id] += 1
            yield sentence
