"""Words that report speech or an attitude (`en/cues.tsv`), and how to look them up by lemma."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from copydesk.lexicon.tables import load_rows
from copydesk.record import Act, Certainty, Utterance
from copydesk.record.statement import Polarity, SpeakerKind

Part = Literal["verb", "noun", "adjective"]


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


class Cues:
    """The cue table by part of speech and lemma; rows with a particle stand before the one without.

    kinds: noun lemma -> kind of speaker.
    """

    def __init__(self, rows: tuple[Cue, ...], nouns: tuple[SpeakingNoun, ...]) -> None:
        self.kinds: dict[str, SpeakerKind] = {row.noun: row.kind for row in nouns}
        self._rows: dict[tuple[str, str], tuple[Cue, ...]] = {}
        for row in sorted(rows, key=lambda row: not row.particle):
            key = (row.part, row.lemma)
            self._rows[key] = (*self._rows.get(key, ()), row)

    def rows(self, part: Part, lemma: str) -> tuple[Cue, ...]:
        """The rows of a lemma, none where it is no cue."""
        return self._rows.get((part, lemma), ())


def load_cues(folder: Path) -> Cues:
    """The cues and the speaking nouns of a language folder."""
    return Cues(load_rows(folder / "cues.tsv", Cue), load_rows(folder / "speakers.tsv", SpeakingNoun))
