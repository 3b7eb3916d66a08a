"""PLOVER as tables: categories with their scores, modes, contexts, the map from CAMEO, and the event constructions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from copydesk.errors import BadLexicon
from copydesk.lexicon.constructions import Construction, Constructions, load_classes, load_constructions
from copydesk.lexicon.contextwords import ContextRow, ContextWords
from copydesk.lexicon.tables import load_rows

MOST_WORDS = 65_536  # words whose rows are remembered
Quad = Literal["VC", "MC", "VX", "MX"]
GovernorKind = Literal[
    "does", "undergoes", "starts", "ends", "plans", "promises", "asks", "refuses", "fails", "threatens", "denies",
    "alleges", "fears", "enables", "considers", "occurs", "postpones",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """Score on PLOVER's scale, -10 to +10; mode is empty for the category itself."""

    category: str
    mode: str
    quad: Quad
    score: float
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryRow:
    """What a category holds, in a sentence."""

    category: str
    meaning: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorRow:
    """What a sector of actors is."""

    sector: str
    meaning: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TieBreakRow:
    """A rule that decides where several codings fit, with a sentence of our own and the category it is given there."""

    rule: str
    meaning: str
    example: str
    outcome: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernorRow:
    """A word whose complement is an event: what it says about an event noun, and about an event clause.

    construction: "carry.v +out" or "ready.a". A kind is None where the word says nothing ("condemned the attack").
    """

    construction: str
    noun_kind: GovernorKind | None
    clause_kind: GovernorKind | None
    example: str
    origin: str


IRREGULAR = {  # forms that a reader may leave as they are
    "bade": ("bid",), "bred": ("breed",), "fled": ("flee",), "hewn": ("hew",), "lent": ("lend",), "mown": ("mow",),
    "overran": ("overrun",), "redrew": ("redraw",), "retaken": ("retake",), "retook": ("retake",), "strode": ("stride",),
    "underwrote": ("underwrite",), "unfroze": ("unfreeze",),
}


class Plover:
    """PLOVER's tables of one lexicon folder; each property loads on first use.

    folder: `en/events`. extra: further folders of constructions a user added; their rows win over ours.
    """

    def __init__(self, folder: Path, extra: tuple[Path, ...] = ()) -> None:
        self.folder = folder
        self.extra = extra
        self._rows_seen: dict[tuple[str, str, str], tuple[Construction, ...]] = {}

    @cached_property
    def constructions(self) -> Constructions:
        """Constructions by (lemma, word class), a user's before ours, the most demanding first."""
        merged = dict(load_constructions(self.folder))
        for folder in self.extra:
            for key, rows in load_constructions(folder, self.classes).items():
                merged[key] = (*rows, *merged.get(key, ()))
        return merged

    def check(self) -> None:
        """Load and compile every construction now. Raises BadLexicon naming the row of a user's folder that is none.

        That is one that does not follow the grammar, or has a mode that PLOVER does not name for its category.
        """
        self._rows_seen.clear()
        for row in (row for rows in self.constructions.values() for row in rows):
            strange = sorted(set(row.modes) - self.modes(row.category))
            if strange:
                known = ", ".join(sorted(self.modes(row.category))) or "none"
                raise BadLexicon(f"{row.row}: {row.category} has no mode {', '.join(strange)}; its modes: {known}")

    def find_rows(self, text: str, lemma: str, word_class: str) -> tuple[Construction, ...]:
        """The constructions of a word, the most demanding first, by its lemma or else by its regular ending.

        A reader guesses lemmas of words it has not learnt ("freed" as "fre"); the table knows which candidate is a word.
        """
        key = (text, lemma, word_class)
        rows = self._rows_seen.get(key)
        if rows is None:
            rows = next(filter(None, (
                find_construction(self.constructions, each, word_class) for each in list_lemmas(text, lemma, word_class)
            )), ())
            if len(self._rows_seen) < MOST_WORDS:
                self._rows_seen[key] = rows
        return rows

    @cached_property
    def classes(self) -> dict[str, frozenset[str]]:
        """Word classes ("forces", "aid") by name."""
        return load_classes(self.folder)

    @cached_property
    def weapons(self) -> dict[str, frozenset[str]]:
        """Words for the weapons of an ASSAULT by the mode they name: the classes that begin with "mode_"."""
        return {name.removeprefix("mode_"): words for name, words in self.classes.items() if name.startswith("mode_")}

    @cached_property
    def governors(self) -> dict[tuple[str, str], GovernorRow]:
        """What a word says of the event it governs, by (lemma with particle, word class): ("carry out", "v")."""
        governors: dict[tuple[str, str], GovernorRow] = {}
        for row in load_rows(self.folder.parent / "event_governors.tsv", GovernorRow):
            head, *particles = row.construction.split()
            lemma, _, word_class = head.rpartition(".")
            governors[" ".join((lemma, *(part[1:] for part in particles))), word_class] = row
        return governors

    @cached_property
    def _scores(self) -> dict[tuple[str, str], ScoreRow]:
        rows = load_rows(self.folder.parent / "plover_scores.tsv", ScoreRow)
        return {(row.category, row.mode): row for row in rows}

    def score(self, category: str, modes: tuple[str, ...] = ()) -> float:
        """Conflict-cooperation score, -10 to +10: the mode farthest from zero, else the category's own.

        Scores: PLOVER manual 2.0; ACCUSE is -3, the sane reading of its unsigned "3".
        """
        known = [self._scores[category, mode].score for mode in modes if (category, mode) in self._scores]
        return max(known, key=abs) if known else self._scores[category, ""].score

    def quad(self, category: str) -> Quad:
        """VC, MC, VX or MX: verbal or material, cooperation or conflict. SANCTION is MX, as in its own section."""
        return self._scores[category, ""].quad

    def modes(self, category: str) -> frozenset[str]:
        """The modes PLOVER names for a category."""
        return frozenset(mode for name, mode in self._scores if name == category and mode)

    @cached_property
    def category_rows(self) -> tuple[CategoryRow, ...]:
        """PLOVER's categories in words."""
        return load_rows(self.folder.parent / "plover_categories.tsv", CategoryRow)

    @cached_property
    def sector_rows(self) -> tuple[SectorRow, ...]:
        """PLOVER's sectors in words."""
        return load_rows(self.folder.parent / "plover_sectors.tsv", SectorRow)

    @cached_property
    def tie_break_rows(self) -> tuple[TieBreakRow, ...]:
        """The tie-breaks, as traces name them."""
        return load_rows(self.folder.parent / "event_tiebreaks.tsv", TieBreakRow)

    @cached_property
    def context_rows(self) -> tuple[ContextRow, ...]:
        """PLOVER's contexts with the words that speak of them."""
        return load_rows(self.folder.parent / "plover_contexts.tsv", ContextRow)

    @cached_property
    def context_words(self) -> ContextWords:
        """The words of contexts, to be looked for in a text."""
        return ContextWords(self.context_rows)

    def find_contexts(self, text: str) -> tuple[str, ...]:
        """PLOVER contexts that the words of a text speak of, in the order of their first word, whoever its parties are."""
        return tuple(dict.fromkeys(hit.context for hit in self.context_words.find(text)))

    @cached_property
    def _categories_by_lemma(self) -> dict[str, tuple[str, ...]]:
        lemmas: dict[str, dict[str, None]] = {}
        for (lemma, _), rows in self.constructions.items():
            for row in rows:
                for name in [f"{lemma} {particle}" for particle in row.particles] or [lemma]:
                    lemmas.setdefault(name, {})[row.category] = None
        return {lemma: tuple(categories) for lemma, categories in lemmas.items()}

    def category_of_lemma(self, lemma: str) -> tuple[str, ...]:
        """Categories in which a trigger lemma stands ("pull out" with its particle): words that can name one event."""
        return self._categories_by_lemma.get(lemma, ())


def find_construction(
    constructions: Constructions, lemma: str, word_class: str,
) -> tuple[Construction, ...]:
    """The rows of a lemma, the most demanding first; a gerund noun without rows of its own takes its verb's."""
    rows = constructions.get((lemma, word_class), ()) or constructions.get((lemma.removesuffix("s"), word_class), ())
    if rows or word_class != "n" or not lemma.endswith("ing"):
        return rows
    stem = lemma[:-3]
    for verb in (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else ""):
        if (verb, "v") in constructions:
            return constructions[verb, "v"]
    return ()


@lru_cache(maxsize=65_536)
def list_lemmas(text: str, lemma: str, word_class: str) -> tuple[str, ...]:
    """Lemmas under which a word may stand in the tables, likeliest first: as read, then by its regular ending."""
    word = text.lower()
    found = [lemma.lower(), *IRREGULAR.get(word, ())]
    for ending in ("ing", "ed", "es", "s") if word_class != "a" else ():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            found += [stem, stem + "e"]
            found += [stem[:-1]] if stem[-1] == stem[-2] else []
            found += [stem[:-1] + "y"] if stem.endswith("i") else []
            break
    return tuple(dict.fromkeys(found))
