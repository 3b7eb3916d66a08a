"""A JSON file, parsed once within caps, to the reader of its shape: a feed, or an export of posts or messages."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from copydesk.read.decode import decode
from copydesk.read.entries import Gap, Part
from copydesk.read.feeds import is_json_feed, read_json_feed
from copydesk.read.mastodon import is_actor, is_outbox, is_statuses, read_actor, read_outbox, read_statuses
from copydesk.read.parcel import Parcel
from copydesk.read.posts import row_of, rows_of
from copydesk.read.telegram import is_telegram, read_telegram
from copydesk.read.xposts import is_posts, read_api_posts

MAX_ACTOR = 1_000_000  # bytes of actor.json


@dataclass(frozen=True, slots=True)
class Shape:
    """fits: whether parsed JSON has this shape. read: its entries; the parcel is for what lies beside the file."""

    fits: Callable[[Any], bool]
    read: Callable[[Any, Parcel], Iterator[Part]]


def _outbox(stated: Any, parcel: Parcel) -> Iterator[Part]:
    beside = parcel.beside("actor.json")
    with beside.open("rb") if beside else io.BytesIO() as file:
        actor = _parse(decode(file.read(MAX_ACTOR)).text)
    yield from read_outbox(stated, actor if isinstance(actor, dict) else None)


SHAPES = (
    Shape(is_json_feed, read_json_feed),
    Shape(is_telegram, lambda stated, _: read_telegram(stated)),
    Shape(is_outbox, _outbox),
    Shape(is_actor, lambda stated, _: read_actor(stated)),
    Shape(is_statuses, lambda stated, _: read_statuses(stated)),
    Shape(is_posts, lambda stated, _: read_api_posts(stated)),
)


def read_json(parcel: Parcel) -> Iterator[Part]:
    """The entries of a JSON file in a known shape, whole or one object a line; what cannot be read is told."""
    decoded = decode(parcel.load())
    if decoded.encoding is None:
        yield Gap(reason=decoded.note or "this is no text")
        return
    text = decoded.text.lstrip("\ufeff")
    stated = _parse(text)
    broken = 0
    if isinstance(stated, Fault):
        lines = [_parse(line) for line in text.splitlines() if line.strip()]
        rows = [row for row in lines if isinstance(row, dict)]
        broken = len(lines) - len(rows)
        if not rows:
            yield Gap(reason=f"the JSON cannot be read ({stated})")
            return
        stated = _join(rows)
    shape = next((shape for shape in SHAPES if shape.fits(stated)), None)
    if broken:
        yield Gap(reason=f"lines that are no JSON left out: {broken}")
    if shape is None:
        yield Gap(reason="this is JSON of no kind that is read: a JSON Feed, or an export of Telegram, Mastodon or X")
        return
    yield from shape.read(stated, parcel)


def _join(rows: list[dict[str, Any]]) -> Any:
    """Lines that are answers of X's API as one answer; others as a list."""
    if not all("data" in row for row in rows):
        return rows
    included = [row_of(row.get("includes")) for row in rows]
    joined = {name: [each for part in included for each in rows_of(part.get(name))] for name in ("users", "tweets")}
    posts = [post for row in rows for post in (row["data"] if isinstance(row["data"], list) else [row["data"]])]
    return {"data": posts, "includes": joined}


class Fault(str):
    """Why a text is no JSON."""

    __slots__ = ()


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        return Fault("it is nested too deeply")
    except ValueError as fault:
        return Fault(f"{fault}: it may be cut off")
