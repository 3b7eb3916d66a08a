"""What the user gives (paths, standard input, manifests, JSON Lines) to pages that can be read."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.errors import BadManifest
from copydesk.lexicon.calendar import interval_of
from copydesk.read import (
    Entry,
    Parcel,
    Part,
    Stated,
    decode,
    find_left_out,
    find_paths,
    read_entry,
    read_page,
    read_parts,
    read_text_page,
)
from copydesk.record import Layout, Page, Refusal

if TYPE_CHECKING:
    from copydesk.fetch import Fetched

STANDARD_INPUT = "-"
ROW_FIELDS = {"id", "text", "created", "fetched_at", "url", "outlet", "headline", "page"}
# The beginning of a row whose text is longer than what is looked at.
_ROW = re.compile(rb"\{\s*\"id\"\s*:\s*[^,{}\[\]]{1,400},\s*\"text\"\s*:\s*\"")
MAX_NESTING = 3  # files within files: a feed in a web archive, a saved page in a mail
OFFLINE = "addresses are not fetched here: use the command line, or copydesk.run.load_fetcher"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a person states about a page. created, fetched_at: ISO 8601 prefixes; None where nothing is stated.

    translation_of: which page it is a translation of; outlet, url and the rest are then those of the original.
    """

    outlet: str | None = None
    url: str | None = None
    created: str | None = None
    fetched_at: str | None = None
    translation_of: str | None = None

    def __post_init__(self) -> None:
        for name in ("created", "fetched_at"):
            value = getattr(self, name)
            if value is not None and interval_of(value) is None:
                raise BadManifest(f"{name} {value!r} is no ISO 8601 date or time such as 2022-02-15 or 2022-02-15T14:30")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """A page ready for cleaning: its key (path, row id or address), the page, its layout, and what reading it refused.

    fetched: how it, or the file that holds it, came (status, redirects, headers, hash) where it was fetched.
    """

    key: str
    page: Page
    layout: Layout
    refusals: tuple[Refusal, ...]
    fetched: Fetched | None = None


def is_address(given: str) -> bool:
    """Whether what was given as a path is an address (of any scheme)."""
    return _ADDRESS.match(given) is not None


def read_paths(
    paths: Iterable[str], *, common: Known, manifest: Mapping[Path, Known] | None = None, standard_input: bytes = b"",
    fetch: Callable[[str], Iterable[Intake]] | None = None,
) -> Iterator[Intake]:
    """The pages under files, folders and `-`, sorted within each folder; a manifest's row wins over `common`.

    fetch: what gives the pages at an address; without it, none is fetched.

    What cannot be read (a path that is not there, a file of another kind in a folder) comes as a page without words and
    a Refusal, so that the others go through.
    """
    stated = manifest or {}
    for given in paths:
        if given == STANDARD_INPUT:
            yield from read_parcel(Parcel(name=STANDARD_INPUT, raw=standard_input), known=common)
            continue
        if is_address(given):
            yield from fetch(given) if fetch else (refuse(given, OFFLINE, url=given),)
            continue
        for path in find_paths([Path(given)]) if Path(given).exists() else (Path(given),):
            known = _merge(stated.get(path.resolve()), common)
            yield from read_parcel(Parcel(name=path.as_posix(), path=path), known=known)
        if Path(given).is_dir():
            yield from (refuse(one.page_id, one.reason) for one in find_left_out([given]))


def read_manifest_pages(manifest: Path, *, common: Known) -> Iterator[Intake]:
    """The pages that a manifest lists, in its order; their keys are the paths as the manifest says them."""
    folder = manifest.parent.resolve()
    for path, known in load_manifest(manifest).items():
        key = path.relative_to(folder) if path.is_relative_to(folder) else path
        yield from read_parcel(Parcel(name=key.as_posix(), path=path), known=_merge(known, common))


def read_parcel(parcel: Parcel, *, known: Known) -> Iterator[Intake]:
    """The pages of one file, sniffed. One that holds many gives keys such as `feed.xml#3`; its name is the file's key.

    What may not be opened, and what was left out of the file, comes as a page without words with a Refusal.
    """
    try:
        if _are_rows(parcel.head()):
            lines = decode(parcel.load()).text.splitlines()
            common = replace(known, url=None, fetched_at=known.fetched_at or parcel.fetched_at)
            yield from read_json_lines(lines, name=parcel.name, common=common)
            return
        parts = read_parts(parcel)
        if parts is None:
            yield _read_page(parcel, known)
            return
        yield from _read_parts(parts, parcel, known, 0)
    except FileNotFoundError:
        yield refuse(parcel.name, "there is no such file or folder: check the spelling of the path")
    except OSError as fault:
        yield refuse(parcel.name, f"the file cannot be opened ({fault.strerror or fault})")


def _are_rows(head: bytes) -> bool:
    """Whether the first line is a row of `read --jsonl`: an object with an id, a text and nothing that is not known."""
    opening = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not opening.startswith(b"{"):
        return False
    try:
        row = json.loads(opening.split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return _ROW.match(opening) is not None
    return isinstance(row, dict) and {"id", "text"} <= set(row) <= ROW_FIELDS


def _read_parts(parts: Iterable[Part], parcel: Parcel, known: Known, nesting: int) -> Iterator[Intake]:
    """The pages of a file, then one page without words for all that was left out of it as a whole."""
    name = parcel.name
    told: list[str] = []
    for part in parts:
        if isinstance(part, Entry):
            yield from _read_entry(part, parcel, known, nesting)
        elif part.number is not None:
            yield refuse(f"{name}#{part.number}", part.reason)
        else:
            told.append(part.reason)
    if told:
        yield refuse(name, *told)


def _read_entry(part: Entry, parcel: Parcel, known: Known, nesting: int) -> Iterator[Intake]:
    """An entry as a page under its own key; an entry that is itself a file of many is opened in turn.

    The address of a file is not that of its numbered entries. What the user states wins over what the entry states, that
    over when and where the file was captured.
    """
    whole = part.number is None
    key = parcel.name if whole else f"{parcel.name}#{part.number}"
    url, place = (known.url, part.url or parcel.url) if whole else (None, part.url)
    captured = part.fetched_at or parcel.fetched_at
    if part.raw is not None and nesting < MAX_NESTING:
        inner = Parcel(name=key, raw=part.raw, media_type=part.media_type, url=place, fetched_at=captured)
        if (parts := read_parts(inner)) is not None:
            yield from _read_parts(parts, inner, replace(known, url=url), nesting + 1)
            return
    stated = Stated(
        key=key, url=url or (None if part.url else place), outlet=known.outlet, created=known.created,
        fetched_at=known.fetched_at or captured,
    )
    page, layout, refusals = read_entry(part, stated)
    yield Intake(key=key, page=page, layout=layout, refusals=refusals)


def read_file(path: Path, *, known: Known, key: str | None = None) -> Intake:
    """The one page of a file; its key is its path unless given. A file of many pages is refused: see `read_parcel`."""
    return _only(Parcel(name=key or path.as_posix(), path=path), known)


def read_bytes(raw: bytes, *, key: str, known: Known, media_type: str | None = None) -> Intake:
    """The one page in raw bytes, sniffed. A file of many pages is refused: see `read_parcel`.

    media_type: what a server said, with its charset; the bytes are believed before it.
    """
    return _only(Parcel(name=key, raw=raw, media_type=media_type), known)


def _only(parcel: Parcel, known: Known) -> Intake:
    """One page with what was left out of its file."""
    read = tuple(islice(read_parcel(parcel, known=known), 3))
    if any(each.key != parcel.name for each in read) or not read:
        return refuse(parcel.name, "the file holds several pages: read it with read_pages")
    page = next((each for each in read if each.layout.pieces), read[0])
    told = (refusal for each in read for refusal in each.refusals)
    return replace(page, refusals=tuple(replace(refusal, page_id=page.page.id) for refusal in told))


def refuse(key: str, *reasons: str, url: str | None = None) -> Intake:
    """A page without words that stands for what could not be read, with the reasons."""
    page, layout, _ = read_page(b"", key=key, url=url)
    told = (reason if reason.startswith(key) else f"{key}: {reason}" for reason in reasons)
    refusals = tuple(Refusal(page_id=page.id, stage="read", reason=reason) for reason in told)
    return Intake(key=key, page=page, layout=layout, refusals=refusals)


def _read_page(parcel: Parcel, known: Known) -> Intake:
    page, layout, refusals = read_page(
        parcel.load(), key=parcel.name, media_type=parcel.media_type, url=known.url or parcel.url, outlet=known.outlet,
        created=known.created, fetched_at=known.fetched_at or parcel.fetched_at,
    )
    page = replace(page, translation_of=known.translation_of)
    return Intake(key=parcel.name, page=page, layout=layout, refusals=refusals)


def load_manifest(path: Path) -> dict[Path, Known]:
    """What a CSV or TOML manifest states, by absolute path. Columns: path, outlet, url, created, fetched_at, translation_of.

    TOML holds an array of tables `[[page]]`. Paths are relative to the manifest's folder. Raises BadManifest.
    """
    rows = _toml_rows(path) if path.suffix.lower() == ".toml" else _csv_rows(path)
    stated: dict[Path, Known] = {}
    allowed = {"path", *(field.name for field in fields(Known))}
    for number, row in rows:
        unknown = sorted(set(row) - allowed)
        if unknown or not row.get("path"):
            fault = f"unknown column {unknown[0]!r}" if unknown else "no path"
            raise BadManifest(f"{path.name}: row {number}: {fault}; the columns are {', '.join(sorted(allowed))}")
        try:
            known = Known(**{name: str(value) for name, value in row.items() if name != "path" and value})
        except BadManifest as fault:
            raise BadManifest(f"{path.name}: row {number}: {fault}") from fault
        stated[(path.parent / row["path"]).resolve()] = known
    return stated


def read_json_lines(lines: Iterable[str], *, name: str, common: Known) -> Iterator[Intake]:
    """Rows {id, text, created?, fetched_at?, url?, outlet?, headline?, page?}; blank lines are passed over.

    text is an article's text, a paragraph a line, unless "page": true says it is a whole page with its furniture. A row
    that does not fit comes with a Refusal under its file and line number, so that the others go through.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                intake = _json_intake(_json_row(line), common)
            except BadManifest as fault:
                intake = refuse(f"{name}:{number}", str(fault))
            yield intake


def _json_row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise BadManifest(f"not JSON ({fault})") from fault
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise BadManifest('a row is an object with "id" and a string "text"')
    wrong = [n for n in ("created", "fetched_at", "url", "outlet", "headline") if not isinstance(row.get(n), str | None)]
    if wrong:
        raise BadManifest(f'"{wrong[0]}" is neither a string nor null')
    return row


def _json_intake(row: dict[str, Any], common: Known) -> Intake:
    stated = Known(outlet=row.get("outlet"), url=row.get("url"), created=row.get("created"), fetched_at=row.get("fetched_at"))
    known = _merge(stated, common)
    page, layout, refusals = read_text_page(
        row["text"], key=str(row["id"]), created=known.created, outlet=known.outlet, url=known.url,
        headline=row.get("headline"), fetched_at=known.fetched_at, whole_article=not row.get("page", False),
    )
    return Intake(key=str(row["id"]), page=page, layout=layout, refusals=refusals)


def _merge(stated: Known | None, common: Known) -> Known:
    if stated is None:
        return common
    missing = {f.name: getattr(common, f.name) for f in fields(Known) if getattr(stated, f.name) is None}
    return replace(stated, **missing)


def _csv_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    for number, row in enumerate(csv.DictReader(io.StringIO(_read_text(path)), skipinitialspace=True), 2):
        if None in row or None in row.values():
            raise BadManifest(f"{path.name}: row {number}: not as many cells as the header names")
        yield number, {name.strip(): value.strip() for name, value in row.items()}


def _toml_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        tables = tomllib.loads(_read_text(path))
    except tomllib.TOMLDecodeError as fault:
        raise BadManifest(f"{path.name}: not TOML: {fault}") from fault
    rows = tables.get("page", [])
    if not isinstance(rows, list) or set(tables) - {"page"}:
        raise BadManifest(f"{path.name}: a TOML manifest holds tables [[page]] and nothing else")
    yield from enumerate(rows, 1)


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise BadManifest(f"{path}: cannot be read as UTF-8 text ({fault})") from fault
