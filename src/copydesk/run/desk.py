"""What every run needs once: the World and the reader."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from copydesk.language import TextReader, choose_reader
from copydesk.lexicon import World, load_world


@dataclass(frozen=True, slots=True)
class Desk:
    """The lexicon and the reader, loaded once and shared by all pages of a run."""

    world: World
    reader: TextReader


def load_desk(lexicon: Path | None = None, weights: Path | None = None, *, reader: str | None = None) -> Desk:
    """The desk of a lexicon folder and a weights folder, one per process; None means those of the package.

    reader: "spacy:NAME_OR_FOLDER" reads with that spaCy pipeline in place of our model.
    Raises BadLexicon, ModelMissing or ModelBroken where the package's own files are missing or damaged, BadOption or
    BadPipeline where the reader asked for cannot be had.
    """
    return _load(lexicon, weights, reader)


@cache
def _load(lexicon: Path | None, weights: Path | None, reader: str | None) -> Desk:
    world = load_world(lexicon) if lexicon else load_world()
    return Desk(world=world, reader=choose_reader(reader, world, weights=weights))
