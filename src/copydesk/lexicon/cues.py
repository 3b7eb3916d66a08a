"""Words that report speech or an attitude (`en/cues.tsv`), and how to look them up by lemma."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from copydesk.lexicon.tables import load_rows
from copydesk.record import Act, Certainty, Utterance
from copydesk.record.statement import Polarity, SpeakerKind

Part = Literal["verb", "noun", "adjective"]
ANY = "*"  # the lemma of the row for every word that the table does not list


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One cue in its constructions. particle: "out" of "point out", "" where none. frames: see the table's head.

    act, polarity, certainty, utterance: None where the word says nothing of it. addressee: its object hears it.
    """

    lemma: str
    part: Part
    particle: str
    frames: tuple[str, ...]
    act: Act | None
    polarity: Polarity | None
    certainty: Certainty | None
    utterance: Utterance | None
    addressee: bool
    origin: str

    @property
    def row(self) -> str:
        """The row's name in a trace."""
        return f"cues.tsv:{self.lemma}{' ' + self.particle if self.particle else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingNoun:
    """A noun that can speak ("ministry", "report", "villager") and the kind of speaker it makes."""

    noun: str
    kind: SpeakerKind
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeWord:
    """A word that grades a statement. low, high: ICD 203 band 0-1, None where it has none. kind: see the table's head."""

    word: str
    kind: str
    low: float | None
    high: float | None
    certainty: Certainty
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueNoun:
    """Where or in what somebody speaks: an occasion ("briefing"), a document ("letter") or a medium ("radio")."""

    noun: str
    kind: Literal["occasion", "document", "medium"]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A word by which a text leaves something open. negated: only under negation ("not clear whether")."""

    lemma: str
    part: Part
    negated: bool
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueSense:
    """A sense of a cue word that reports nothing. before, after: lemmas beside it, divided by "|", "" for any."""

    part: Part
    lemma: str
    before: str
    after: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymity:
    """A way in which a speaker has no name: the wording of a condition, or a noun that an indefinite article makes so.

    office: a noun that speaks for somebody or from an office, whatever its article.
    """

    kind: Literal["phrase", "noun", "office"]
    words: str
    origin: str


class Cues:
    """The tables of reported speech. Cue rows with a particle stand before the one without.

    kinds: noun lemma -> kind of speaker; venues: noun lemma -> kind of venue; hedges: word or phrase in small letters;
    openings: (part, lemma). hedge_words: every hedge as one pattern, the longest first. nameless: conditions of anonymity
    as one pattern; nameless_nouns: offices and ranks that are anonymous with an indefinite article, in the plural too; offices:
    those who speak for others and hide no name.
    """

    def __init__(self, folder: Path) -> None:
        rows = load_rows(folder / "cues.tsv", Cue)
        self.kinds: dict[str, SpeakerKind] = {
            row.noun: row.kind for row in load_rows(folder / "speakers.tsv", SpeakingNoun)
        }
        self.venues = {row.noun: row.kind for row in load_rows(folder / "venues.tsv", VenueNoun)}
        self.hedges = {row.word: row for row in load_rows(folder / "hedges.tsv", HedgeWord)}
        self.openings = {(row.part, row.lemma): row for row in load_rows(folder / "openings.tsv", Opening)}
        words = sorted((row.word for row in self.hedges.values() if row.kind != "verb"), key=len, reverse=True)
        self.hedge_words = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
        unnamed = load_rows(folder / "anonymity.tsv", Anonymity)
        self.nameless = re.compile("|".join(row.words for row in unnamed if row.kind == "phrase"), re.IGNORECASE)
        self.nameless_nouns = frozenset(row.words for row in unnamed if row.kind == "noun")
        self.offices = frozenset(row.words for row in unnamed if row.kind == "office")
        self._senses: dict[tuple[str, str], list[re.Pattern[str]]] = {}
        for sense in load_rows(folder / "cue_senses.tsv", CueSense):
            before = rf"(?:^|.* )(?:{sense.before})" if sense.before else ".*"
            pattern = re.compile(rf"{before}\|(?:{sense.after}){'(?: |$)' if sense.after else ''}")
            self._senses.setdefault((sense.part, sense.lemma), []).append(pattern)
        self._rows: dict[tuple[str, str], tuple[Cue, ...]] = {}
        for row in sorted(rows, key=lambda row: not row.particle):
            key = (row.part, row.lemma)
            self._rows[key] = (*self._rows.get(key, ()), row)

    def rows(self, part: Part, lemma: str) -> tuple[Cue, ...]:
        """The rows of a lemma, none where it is no cue."""
        return self._rows.get((part, lemma), ())

    def is_other_sense(self, part: Part, lemma: str, before: str, after: str) -> bool:
        """Whether a cue word reports nothing here. before, after: lemmas of the words beside it, divided by spaces."""
        return any(pattern.match(f"{before}|{after}") for pattern in self._senses.get((part, lemma), ()))


def load_cues(folder: Path) -> Cues:
    """The tables of reported speech of a language folder."""
    return Cues(folder)
