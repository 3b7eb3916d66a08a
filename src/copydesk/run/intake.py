"""What the user gives (paths, standard input, manifests, JSON Lines) to pages that can be read."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from copydesk.errors import BadManifest, UnreadableFile
from copydesk.lexicon.calendar import interval_of
from copydesk.read import find_paths, read_page, read_text_page
from copydesk.record import Layout, Page, Refusal

STANDARD_INPUT = "-"


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
    """A page ready for cleaning: its key (path or row id), the page, its layout, and what reading it refused."""

    key: str
    page: Page
    layout: Layout
    refusals: tuple[Refusal, ...]


def read_paths(
    paths: Iterable[str], *, common: Known, manifest: Mapping[Path, Known] | None = None, standard_input: bytes = b"",
) -> Iterator[Intake]:
    """The pages under files, folders and `-`, sorted within each folder; a manifest's row wins over `common`.

    Raises UnreadableFile for a path that is not there. A page that cannot be read comes with a Refusal instead.
    """
    stated = manifest or {}
    for given in paths:
        if given == STANDARD_INPUT:
            yield read_bytes(standard_input, key=STANDARD_INPUT, known=common)
            continue
        if not Path(given).exists():
            raise UnreadableFile(f"{given}: there is no such file or folder")
        for path in find_paths([Path(given)]):
            yield read_file(path, known=_merge(stated.get(path.resolve()), common))


def read_manifest_pages(manifest: Path, *, common: Known) -> Iterator[Intake]:
    """The pages that a manifest lists, in its order; their keys are the paths as the manifest says them."""
    for path, known in load_manifest(manifest).items():
        key = path.relative_to(folder) if path.is_relative_to(folder := manifest.parent.resolve()) else path
        yield read_file(path, known=_merge(known, common), key=key.as_posix())


def read_file(path: Path, *, known: Known, key: str | None = None) -> Intake:
    """One file; its key is its path unless given. Raises UnreadableFile where it may not be opened."""
    try:
        raw = path.read_bytes()
    except OSError as fault:
        raise UnreadableFile(f"{path}: cannot be opened ({fault.strerror})") from fault
    return read_bytes(raw, key=key or path.as_posix(), known=known)


def read_bytes(raw: bytes, *, key: str, known: Known) -> Intake:
    """One page's raw bytes: text or HTML, sniffed."""
    page, layout, refusals = read_page(
        raw, key=key, url=known.url, outlet=known.outlet, created=known.created, fetched_at=known.fetched_at,
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

    text is an article's text, a paragraph a line, unless "page": true says it is a whole page with its furniture.
    Raises BadManifest with file and line number.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _json_intake(_json_row(line, f"{name}:{number}"), common)


def _json_row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as fault:
        raise BadManifest(f"{where}: not JSON ({fault.msg} at column {fault.colno})") from fault
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise BadManifest(f'{where}: a row is an object with "id" and a string "text"')
    wrong = [n for n in ("created", "url", "outlet", "headline") if not isinstance(row.get(n), str | None)]
    if wrong:
        raise BadManifest(f'{where}: "{wrong[0]}" is neither a string nor null')
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
