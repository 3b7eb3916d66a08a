"""What every run needs once: the World and the reader."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from copydesk.errors import BadLexicon, BadOption
from copydesk.language import TextReader, choose_reader
from copydesk.lexicon import World, load_world
from copydesk.lexicon.eventcodes import DROPPED
from copydesk.lexicon.tables import FOLDER
from copydesk.record import Report

SHOWN = 5  # codes of a dictionary that are told one by one


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

    constructions: a user's folder, of event constructions laid out like `en/events` or of CAMEO dictionaries as PETRARCH
    reads them; their rows win over ours.
    reader: "spacy:NAME_OR_FOLDER" reads with that spaCy pipeline in place of our model.
    Raises BadLexicon, ModelMissing or ModelBroken where the package's own files are missing or damaged, BadOption where a
    line of the user's folder cannot be used (it names file and line), BadOption or BadPipeline where the reader asked for
    cannot be had.
    """
    return _load(lexicon, weights, reader, constructions)


@cache
def _load(lexicon: Path | None, weights: Path | None, reader: str | None, constructions: Path | None) -> Desk:
    world = load_lexicon(constructions, folder=lexicon)
    return Desk(world=world, reader=choose_reader(reader, world, weights=weights))


def load_lexicon(constructions: Path | None = None, *, folder: Path | None = None) -> World:
    """The tables in use with a user's folder among them, checked. Raises BadOption where a line of it cannot be used."""
    world = load_world(folder or FOLDER, (constructions,) if constructions else ())
    if constructions:
        try:
            if world.dictionary is None:
                world.plover.check()
        except BadLexicon as fault:
            raise BadOption(f"the lexicon cannot be used: {fault}") from fault
    return world


def describe_dictionary(world: World) -> Iterator[str]:
    """What was read of a user's CAMEO dictionaries, and what of it cannot be used; nothing where none were given."""
    lexicon = world.dictionary
    if lexicon is None:
        return
    discards = len(lexicon.discards.sentences) + len(lexicon.discards.articles)
    yield (
        f"CAMEO dictionaries: forms of verbs {len(lexicon.verbs)}, names of actors {len(lexicon.actors)}, words for agents"
        f" {len(lexicon.agents)}, discards {discards}, issues {len(lexicon.issues)}"
    )
    strange: dict[str, str] = {}
    for block in lexicon.verbs.values():
        coded = ((block.code, block.where), *((pattern.code, pattern.where) for pattern in block.patterns))
        for code, where in coded:
            root = code[:2]
            if root.isdigit() and root not in DROPPED and world.event_codes.find_plover(code) is None:
                strange.setdefault(code, where)
    if strange:
        told = ", ".join(f"{code} ({where})" for code, where in list(strange.items())[:SHOWN])
        rest = f" and {len(strange) - SHOWN} more" if len(strange) > SHOWN else ""
        yield f"codes that are none of CAMEO's, so that our own rows code their words: {told}{rest}"
    yield from lexicon.unused
