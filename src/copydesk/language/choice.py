"""Which reader a run reads with: our own, or a user's spaCy pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from copydesk.errors import BadOption, BadPipeline
from copydesk.language.reader import Cut, load_reader
from copydesk.lexicon.world import World
from copydesk.record import Reading, Span

SPACY = "spacy:"


class TextReader(Protocol):
    """Whatever reads text: `Reader`, `PipelineReader`."""

    def read(self, text: str, spans: Sequence[Span]) -> tuple[Reading, tuple[Cut, ...]]:
        """The Reading of the given stretches, with page_id and article_id empty, and the sentences that were cut."""


def choose_reader(choice: str | None, world: World, *, weights: Path | None = None) -> TextReader:
    """The reader that a choice names: None for our own, "spacy:NAME_OR_FOLDER" for a pipeline.

    Raises BadOption where the choice is neither, BadPipeline where the pipeline cannot be used.
    """
    if choice is None:
        return load_reader(weights, world=world)
    name = choice.removeprefix(SPACY)
    if name == choice or not name:
        raise BadOption(f"reader {choice!r}: write spacy:NAME or spacy:FOLDER for a spaCy pipeline; without it our own reads")
    try:
        return load_pipeline_reader(name, world)
    except BadPipeline as fault:
        raise BadPipeline(f"reader {choice}: {fault}") from fault


def load_pipeline_reader(name: str, world: World) -> TextReader:
    """A spaCy pipeline by the name of its package or by its folder, ready to read. Raises BadPipeline."""
    try:
        from copydesk.language.with_spacy import open_pipeline
    except ImportError as fault:
        raise BadPipeline(f"spaCy is not installed ({fault}): pip install 'copydesk[spacy]'") from fault
    from copydesk.language.foreign import PipelineReader

    return PipelineReader(open_pipeline(name), world)
