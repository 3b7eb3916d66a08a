"""What every run needs once: the World and the reader."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from copydesk.language import Reader, load_reader
from copydesk.lexicon import World, load_world


@dataclass(frozen=True, slots=True)
class Desk:
    """The lexicon and the reader model, loaded once and shared by all pages of a run."""

    world: World
    reader: Reader


@cache
def load_desk(lexicon: Path | None = None, weights: Path | None = None) -> Desk:
    """The desk of a lexicon folder and a weights folder; None means those of the package.

    Raises BadLexicon, ModelMissing or ModelBroken where the package's own files are missing or damaged.
    """
    world = load_world(lexicon) if lexicon else load_world()
    return Desk(world=world, reader=load_reader(weights))
