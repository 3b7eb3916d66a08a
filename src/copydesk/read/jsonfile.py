"""A JSON file, parsed once within caps, to the reader of its shape: a feed, or an export of posts or messages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from copydesk.read.decode import decode
from copydesk.read.entries import Gap, Part
from copydesk.read.feeds import is_json_feed, read_json_feed
from copydesk.read.parcel import Parcel

Shape = tuple[Callable[[Any], bool], Callable[[Any], Iterator[Part]]]

SHAPES: tuple[Shape, ...] = (
    (is_json_feed, read_json_feed),
)


def read_json(parcel: Parcel) -> Iterator[Part]:
    """The entries of a JSON file in a known shape; one that is cut off, or of no known shape, is told."""
    decoded = decode(parcel.load())
    if decoded.encoding is None:
        yield Gap(reason=decoded.note or "this is no text")
        return
    try:
        stated = json.loads(decoded.text.lstrip("\ufeff"))
    except RecursionError:
        yield Gap(reason="the JSON is nested too deeply to be read")
        return
    except ValueError as fault:
        yield Gap(reason=f"the JSON cannot be read ({fault}): it may be cut off")
        return
    read = next((read for fits, read in SHAPES if fits(stated)), None)
    if read is None:
        yield Gap(reason="this is JSON of no kind that is read: a JSON Feed, or an export of Telegram, Mastodon or X")
        return
    yield from read(stated)
