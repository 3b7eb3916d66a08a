"""One reader for all tests of the room: loading it takes a third of a second."""

from __future__ import annotations

import pytest

from copydesk.language import Reader, load_reader
from copydesk.language.weights import FOLDER, MANIFEST
from copydesk.record import Reading, Span


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The shipped model."""
    if not (FOLDER / MANIFEST).exists():
        pytest.skip("the reader model's weights are not in this checkout: make them with `python -m training`")
    return load_reader()


class ReadText:
    """Reads one stretch of text."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __call__(self, text: str) -> Reading:
        """The reading of a text as one block."""
        return self._reader.read(text, [Span(start=0, end=len(text))])[0]


@pytest.fixture(scope="session")
def read(reader: Reader) -> ReadText:
    """A function from text to Reading."""
    return ReadText(reader)
