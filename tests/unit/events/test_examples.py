"""The example that stands beside each construction shows what the row says."""

from __future__ import annotations

import hashlib

from copydesk.language import Reader
from copydesk.lexicon import World
from evaluation.event_examples import list_rows, list_unshown

SHOWN = 0.9  # of the sampled rows; the rest are read as something else by the reader, or another category asks for more


def test_examples_show_their_rows(reader: Reader, world: World) -> None:
    """Of one row in twelve, nearly all code their own example in their category."""
    rows = [row for name, row in list_rows(world.plover).items() if hashlib.sha256(name.encode()).digest()[0] % 12 == 0]
    unshown = [f"{row.row}: {row.example}" for row in list_unshown(rows, reader, world.plover)]
    assert len(rows) > 200
    assert len(unshown) <= (1 - SHOWN) * len(rows), "\n".join(unshown)
