"""What every run needs once: the World and the reader."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from copydesk.language import TextReader, choose_reader
from copydesk.lexicon import World, load_world
from copydesk.lexicon.tables import FOLDER
from copydesk.record import Report


@dataclass(frozen=True, slots=True)
class Desk:
    """The lexicon and the reader, loaded once and shared by all pages of a run.

    rereadings: where reports that were read again with a settled day or outlet are kept and looked for, None for nowhere.
    """

    world: World
    reader: TextReader
    rereadings: MutableMapping[str, Report] | None = None


def load_desk(
    lexicon: Path | None = None, weights: Path | None = None, *, reader: str | None = None, constructions: Path | None = None,
) -> Desk:
    """The desk of a lexicon folder and a weights folder, one per process; None means those of the package.

    constructions: a user's folder of event constructions, laid out like `en/events`; their rows win over ours.
    reader: "spacy:NAME_OR_FOLDER" reads with that spaCy pipeline in place of our model.
    Raises BadLexicon, ModelMissing or ModelBroken where the package's own files are missing or damaged, BadOption or
    BadPipeline where the reader asked for cannot be had.
    """
    return _load(lexicon, weights, reader, constructions)


@cache
def _load(lexicon: Path | None, weights: Path | None, reader: str | None, constructions: Path | None) -> Desk:
    world = load_world(lexicon or FOLDER, (constructions,) if constructions else ())
    if constructions:
        world.plover.check()
    return Desk(world=world, reader=choose_reader(reader, world, weights=weights))
