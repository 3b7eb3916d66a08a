"""What a person gives to a ledger: captured first, bytes and all, then read; each file as a whole or not at all."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.errors import CopydeskError, NotFetched
from copydesk.read import Parcel, find_left_out, find_paths
from copydesk.run.desk import Desk
from copydesk.run.intake import OFFLINE, STANDARD_INPUT, Intake, Known, is_address, load_manifest, read_parcel, refuse
from copydesk.run.local import read_reports
from copydesk.store import (
    Capture,
    KeptCapture,
    Ledger,
    PageReading,
    keep_capture,
    keep_reading,
    list_unread,
    load_capture,
    settle_places,
)

if TYPE_CHECKING:
    from copydesk.fetch import Client, Fetched


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file or address as the user named it. capture: None where it could not be had, for the reason `refused`.

    fetched: how it came, where it was fetched.
    """

    name: str
    fetched: Fetched | None = None
    capture: Capture | None = None
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one file or address: new, revised, restated, returned, unchanged, or refused with a reason."""

    name: str
    state: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCapture:
    """A capture that was read: its name, how many pages and articles it holds, why something of it could not be read."""

    name: str
    pages: int
    articles: int
    refused: tuple[str, ...]


def find_given(
    paths: Iterable[str], *, common: Known, manifest: Path | None = None, standard_input: bytes = b"",
    client: Client | None = None,
) -> Iterator[Given]:
    """The files under paths and folders, and what lies at addresses, each with its bytes and what is stated of it.

    A manifest's row wins over `common`; without paths its own rows are given. What cannot be had comes with a reason.
    """
    stated = load_manifest(manifest) if manifest else {}
    listed = tuple(paths)
    if not listed and manifest is not None:
        folder = manifest.parent.resolve()
        for path, known in stated.items():
            name = path.relative_to(folder) if path.is_relative_to(folder) else path
            yield _open(path, name.as_posix(), _merge(known, common))
    for one in listed:
        if one == STANDARD_INPUT:
            yield Given(name=one, capture=_capture(one, one, standard_input, common))
        elif is_address(one):
            yield _fetch(one, client, common)
        else:
            yield from _find_files(one, stated, common)


def _find_files(one: str, stated: Mapping[Path, Known], common: Known) -> Iterator[Given]:
    for path in find_paths([Path(one)]) if Path(one).exists() else (Path(one),):
        yield _open(path, path.as_posix(), _merge(stated.get(path.resolve()), common))
    if Path(one).is_dir():
        yield from (Given(name=left.page_id, refused=left.reason) for left in find_left_out([one]))


def _open(path: Path, name: str, known: Known) -> Given:
    try:
        raw = Parcel(name=name, path=path).load()
    except FileNotFoundError:
        return Given(name=name, refused="there is no such file or folder: check the spelling of the path")
    except OSError as fault:
        return Given(name=name, refused=f"the file cannot be opened ({fault.strerror or fault})")
    return Given(name=name, capture=_capture(_plain(name), _plain(Path(os.path.abspath(path)).as_posix()), raw, known))


def _plain(name: str) -> str:
    """A file's name as text; bytes in it that are none are written out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _fetch(asked: str, client: Client | None, common: Known) -> Given:
    if client is None:
        return Given(name=asked, refused=OFFLINE)
    try:
        got = client.fetch(asked)
    except NotFetched as fault:
        return Given(name=asked, refused=str(fault))
    known = replace(common, fetched_at=got.fetched_at)
    plain = _capture(asked, asked, got.body, known)
    headers = json.dumps(list(got.headers), ensure_ascii=False)
    capture = replace(plain, media_type=got.media_type, address=got.address, headers=headers)
    return Given(name=asked, fetched=got, capture=capture)


def _capture(name: str, place: str, raw: bytes, known: Known) -> Capture:
    return Capture(
        place=place, name=name, raw=raw, stated_url=known.url, outlet=known.outlet, created=known.created,
        translation_of=known.translation_of, fetched_at=known.fetched_at,
    )


def _merge(stated: Known | None, common: Known) -> Known:
    if stated is None:
        return common
    missing = {name: getattr(common, name) for name in Known.__slots__ if getattr(stated, name) is None}
    return replace(stated, **missing)


def take(ledger: Ledger, given: Given, *, at: str) -> Taken:
    """Keep what was given. at: the time now, ISO 8601 in UTC. What stands on standard input has no place of its own."""
    if given.capture is None:
        return Taken(name=given.name, state="refused", reason=given.refused)
    capture = given.capture
    if not capture.raw:
        return Taken(name=given.name, state="refused", reason="the file is empty")
    if capture.place == STANDARD_INPUT:
        capture = replace(capture, place=f"{STANDARD_INPUT}#{capture.sha256}")
    with ledger.writing() as connection:
        kept = keep_capture(connection, capture, at=at)
        if kept.state == "returned":
            settle_places(connection, kept.number, at=at)
    return Taken(name=given.name, state=kept.state)


def read_captures(
    ledger: Ledger, desk: Desk, *, version: str, at: str, again: bool = False,
) -> Iterator[ReadCapture]:
    """Read what was captured and is unread, each capture in one transaction. again: also what another version read.

    version: of copydesk, kept with what it read.
    """
    with ledger.reading() as connection:
        unread = list_unread(connection, version=version if again else None)
    for number in unread:
        with ledger.reading() as connection:
            capture = load_capture(connection, number)
        read, refused = _read_kept(capture, desk)
        with ledger.writing() as connection:
            keep_reading(connection, capture, read, version=version, at=at)
        yield ReadCapture(
            name=capture.capture.name, pages=len(read), refused=refused,
            articles=sum(report.article is not None and not report.article.is_card for one in read for report in one.reports),
        )


def _read_kept(kept: KeptCapture, desk: Desk) -> tuple[tuple[PageReading, ...], tuple[str, ...]]:
    """The pages of a capture. What copydesk itself fails at is refused like any page, else it would stop every later run."""
    try:
        return _read(_intakes(kept), kept, desk)
    except (CopydeskError, MemoryError):
        raise
    except Exception as fault:
        told = f"{kept.capture.name}: copydesk failed to read it ({type(fault).__name__}: {fault}); please report it"
        return _read([refuse(kept.capture.name, told)], kept, desk)


def _intakes(kept: KeptCapture) -> Iterator[Intake]:
    """The pages of a capture, read from its bytes; files beside it are looked for where it was found."""
    capture = kept.capture
    path = None if is_address(capture.place) else Path(capture.place)
    parcel = Parcel(
        name=capture.name, raw=capture.raw, path=path, media_type=capture.media_type, url=capture.address,
        fetched_at=capture.fetched_at,
    )
    stated = None if capture.address else capture.fetched_at
    known = Known(
        outlet=capture.outlet, url=capture.stated_url, created=capture.created, fetched_at=stated,
        translation_of=capture.translation_of,
    )
    yield from read_parcel(parcel, known=known)


def _read(intakes: Iterable[Intake], kept: KeptCapture, desk: Desk) -> tuple[tuple[PageReading, ...], tuple[str, ...]]:
    """The pages with their reports and places, each page once, and why anything could not be read."""
    listed = tuple(intakes)
    often = Counter((intake.page.url, intake.page.fetched_at) for intake in listed if intake.page.url)
    read: dict[str, PageReading] = {}
    refused: list[str] = []
    for given in listed:
        intake = given
        if _is_unwritable(intake.page.text):
            intake = refuse(intake.key, f"{intake.key}: holds characters that no file can hold (half of a surrogate pair)")
        reports = read_reports(intake, desk)
        refused += [refusal.reason for report in reports for refusal in report.refusals if report.article is None]
        alone = intake.page.url is None or often[intake.page.url, intake.page.fetched_at] < 2
        read.setdefault(intake.page.id, PageReading(
            page=intake.page, place=_place(intake, kept.capture, alone=alone), reports=reports,
        ))
    return tuple(read.values()), tuple(refused)


def _is_unwritable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _place(intake: Intake, capture: Capture, *, alone: bool) -> str:
    """Where a page stands: its address; else its file; else a row's id in its file; else its own bytes in its file.

    alone: no other page of the file has this address at this time; several such are no revisions of one another.
    """
    if intake.page.url and alone:
        return intake.page.url
    if intake.key == capture.name:
        return capture.place
    if intake.key.startswith(f"{capture.name}#") or intake.page.url:
        return f"{capture.place}#{intake.page.sha256}"
    return f"{capture.place}#{intake.key}"
