"""What the user gives (paths, standard input, manifests, JSON Lines) to pages that can be read."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.errors import BadManifest
from copydesk.lexicon.calendar import interval_of
from copydesk.read import find_left_out, find_paths, read_page, read_text_page
from copydesk.record import Layout, Page, Refusal

if TYPE_CHECKING:
    from copydesk.fetch import Fetched

STANDARD_INPUT = "-"
OFFLINE = "addresses are not fetched here: use the command line, or copydesk.run.load_fetcher"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a person states about a page. created, fetched_at: ISO 8601 prefixes; None where nothing is stated."""

    outlet: str | None = None
    url: str | None = None
    created: str | None = None
    fetched_at: str | None = None

    def __post_init__(self) -> None:
        for name in ("created", "fetched_at"):
            value = getattr(self, name)
            if value is not None and interval_of(value) is None:
                raise BadManifest(f"{name} {value!r} is no ISO 8601 date or time such as 2022-02-15 or 2022-02-15T14:30")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """A page ready for cleaning: its key (path, row id or address), the page, its layout, and what reading it refused.

    fetched: how it came (status, redirects, headers, hash) where it was fetched.
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
    fetch: Callable[[str], Intake] | None = None,
) -> Iterator[Intake]:
    """The pages under files, folders and `-`, sorted within each folder; a manifest's row wins over `common`.

    fetch: what reads an address; without it, none is fetched.

    What cannot be read (a path that is not there, a file of another kind in a folder) comes as a page without words and
    a Refusal, so that the others go through.
    """
    stated = manifest or {}
    for given in paths:
        if given == STANDARD_INPUT:
            yield read_bytes(standard_input, key=STANDARD_INPUT, known=common)
            continue
        if is_address(given):
            yield fetch(given) if fetch else refuse(given, OFFLINE, url=given)
            continue
        for path in find_paths([Path(given)]) if Path(given).exists() else (Path(given),):
            yield read_file(path, known=_merge(stated.get(path.resolve()), common))
        if Path(given).is_dir():
            yield from (refuse(one.page_id, one.reason) for one in find_left_out([given]))


def read_manifest_pages(manifest: Path, *, common: Known) -> Iterator[Intake]:
    """The pages that a manifest lists, in its order; their keys are the paths as the manifest says them."""
    folder = manifest.parent.resolve()
    for path, known in load_manifest(manifest).items():
        key = path.relative_to(folder) if path.is_relative_to(folder) else path
        yield read_file(path, known=_merge(known, common), key=key.as_posix())


def read_file(path: Path, *, known: Known, key: str | None = None) -> Intake:
    """One file; its key is its path unless given. One that may not be opened comes with a Refusal."""
    key = key or path.as_posix()
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return refuse(key, "there is no such file or folder: check the spelling of the path")
    except OSError as fault:
        return refuse(key, f"the file cannot be opened ({fault.strerror})")
    return read_bytes(raw, key=key, known=known)


def refuse(key: str, reason: str, *, url: str | None = None) -> Intake:
    """A page without words that stands for what could not be read, with the reason."""
    page, layout, _ = read_page(b"", key=key, url=url)
    told = reason if reason.startswith(key) else f"{key}: {reason}"
    return Intake(key=key, page=page, layout=layout, refusals=(Refusal(page_id=page.id, stage="read", reason=told),))


def read_bytes(raw: bytes, *, key: str, known: Known, media_type: str | None = None) -> Intake:
    """One page's raw bytes: text or HTML, sniffed. media_type: what a server said, with its charset."""
    page, layout, refusals = read_page(
        raw, key=key, media_type=media_type, url=known.url, outlet=known.outlet, created=known.created,
        fetched_at=known.fetched_at,
    )
    return Intake(key=key, page=page, layout=layout, refusals=refusals)


def load_manifest(path: Path) -> dict[Path, Known]:
    """What a CSV or TOML manifest states, by absolute path. Columns: path, outlet, url, created, fetched_at.

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
    """Rows {id, text, created?, url?, outlet?, headline?, page?}; blank lines are passed over.

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
    except (json.JSONDecodeError, RecursionError) as fault:
        raise BadManifest(f"not JSON ({fault})") from fault
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise BadManifest('a row is an object with "id" and a string "text"')
    wrong = [n for n in ("created", "url", "outlet", "headline") if not isinstance(row.get(n), str | None)]
    if wrong:
        raise BadManifest(f'"{wrong[0]}" is neither a string nor null')
    return row


def _json_intake(row: dict[str, Any], common: Known) -> Intake:
    known = _merge(Known(outlet=row.get("outlet"), url=row.get("url"), created=row.get("created")), common)
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
