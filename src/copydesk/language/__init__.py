"""READING ENGLISH: sentences, words, tags, trees, names and vectors, by models that ship inside.

Import from here: `from copydesk.language import find_reading, load_reader`. Loading the model is left to `load_reader`,
and `choose_reader` takes a user's spaCy pipeline instead: importing this room is cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from copydesk.language.choice import TextReader, choose_reader
    from copydesk.language.foreign import PipelineReader
    from copydesk.language.reader import Cut, Reader, load_reader
    from copydesk.language.stage import find_reading
    from copydesk.language.vectors import Vectors, load_vectors

_HOMES = {
    "Cut": "reader",
    "PipelineReader": "foreign",
    "Reader": "reader",
    "TextReader": "choice",
    "Vectors": "vectors",
    "choose_reader": "choice",
    "find_reading": "stage",
    "load_reader": "reader",
    "load_vectors": "vectors",
}
__all__ = [
    "Cut", "PipelineReader", "Reader", "TextReader", "Vectors", "choose_reader", "find_reading", "load_reader", "load_vectors",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import on first use, so that ONNX Runtime never loads at the start-up of a command that does not read."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
