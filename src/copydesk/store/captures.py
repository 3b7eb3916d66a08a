"""What was captured: the bytes once by their hash, and each place, with what a person said of it, that they were found at."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, insert, or_, select, update

from copydesk.record.ids import derive_id
from copydesk.store.counting import count_change
from copydesk.store.history import note
from copydesk.store.schema import captures, files, page_places

State = Literal["new", "revised", "restated", "returned", "unchanged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A file or address as it was found. place: absolute path or address; name: as the user gave it.

    address: the final one of a fetch. stated_url, outlet, created, translation_of: what the user states. fetched_at:
    ISO 8601 or None. headers: of the answer, as JSON.
    """

    place: str
    name: str
    raw: bytes
    media_type: str | None = None
    address: str | None = None
    stated_url: str | None = None
    outlet: str | None = None
    created: str | None = None
    translation_of: str | None = None
    fetched_at: str | None = None
    headers: str | None = None

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return hashlib.sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCapture:
    """A capture with its number in the ledger, and when it was last seen (ISO 8601 in UTC)."""

    number: int
    capture: Capture
    seen_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How what was found stands to what was known, and its number in the ledger."""

    state: State
    number: int


def keep_capture(connection: Connection, capture: Capture, *, at: str) -> Kept:
    """Keep what was found. The same bytes at the same place, of which the same is said, change nothing ("unchanged").

    "revised": other bytes at a known place. "restated": the same bytes, of which other things are said. "returned": bytes
    that stood here before those that were found last.
    """
    sha256 = capture.sha256
    stated = (capture.stated_url, capture.outlet, capture.created, capture.translation_of)
    one = derive_id("capture", capture.place, sha256, *stated)
    seen = to_utc(capture.fetched_at) or at
    known = connection.execute(
        select(captures.c.id, captures.c.sha256, captures.c.number, captures.c.seen_at).where(captures.c.place == capture.place)
        .order_by(captures.c.seen_at, captures.c.number)
    ).all()
    if (again := next((row for row in known if row.id == one), None)) is not None:
        others = [row for row in known if row.sha256 != sha256]
        if not others or seen <= others[-1].seen_at or again.seen_at > others[-1].seen_at:
            return Kept(state="unchanged", number=again.number)
        connection.execute(update(captures).where(captures.c.id == one).values(seen_at=seen))
        connection.execute(update(page_places).where(page_places.c.capture == again.number).values(seen_at=seen))
        note(connection, "returned", "capture", one, at=at, told=capture.name)
        count_change(connection)
        return Kept(state="returned", number=again.number)
    if not any(row.sha256 == sha256 for row in known):
        _keep_bytes(connection, sha256, capture.raw, at)
    values = {name: getattr(capture, name) for name in _FACTS}
    added = connection.execute(insert(captures).values(id=one, sha256=sha256, seen_at=seen, recorded_at=at, **values))
    note(connection, "added", "capture", one, at=at, told=capture.name)
    is_known = any(row.sha256 == sha256 for row in known)
    state: State = "new" if not known else "restated" if is_known else "revised"
    return Kept(state=state, number=added.inserted_primary_key[0])  # type: ignore[index]


_FACTS = (
    "place", "name", "media_type", "address", "stated_url", "outlet", "created", "translation_of", "fetched_at", "headers",
)


def _keep_bytes(connection: Connection, sha256: str, raw: bytes, at: str) -> None:
    if connection.execute(select(files.c.sha256).where(files.c.sha256 == sha256)).first() is None:
        connection.execute(insert(files).values(sha256=sha256, bytes=raw, size=len(raw), recorded_at=at))


def list_unread(connection: Connection, *, version: str | None = None) -> tuple[int, ...]:
    """Numbers of the captures that nobody has read yet, or, with a version, that this one has not read; oldest first."""
    nobody, another = captures.c.read_by.is_(None), captures.c.read_by != version
    listed = select(captures.c.number).where(nobody if version is None else or_(nobody, another))
    return tuple(connection.execute(listed.order_by(captures.c.number)).scalars())


def load_capture(connection: Connection, number: int) -> KeptCapture:
    """The capture of that number with its bytes."""
    row = connection.execute(select(captures, files.c.bytes).join(files).where(captures.c.number == number)).one()
    values = {name: getattr(row, name) for name in _FACTS}
    return KeptCapture(number=number, capture=Capture(raw=row.bytes, **values), seen_at=row.seen_at)


def note_read(connection: Connection, number: int, *, version: str, at: str) -> None:
    """Say which version of copydesk read a capture last."""
    connection.execute(update(captures).where(captures.c.number == number).values(read_by=version, read_at=at))


def to_utc(stamp: str | None) -> str | None:
    """An ISO 8601 time with an offset in UTC, to the second; any other (a day, a time without a zone) as it is."""
    if stamp is None:
        return None
    try:
        parsed = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    return parsed.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if parsed.tzinfo else stamp
