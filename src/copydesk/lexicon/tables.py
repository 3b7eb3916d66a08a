"""One way to load a lexicon table: tab-separated, a header of field names, `#` lines are comments."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from copydesk.errors import BadLexicon

FOLDER = Path(__file__).parent
LIST_MARK = "|"  # separates the values of a list column

_Row = TypeVar("_Row")


def load_rows(path: Path, row: type[_Row]) -> tuple[_Row, ...]:
    """The rows of a table as frozen dataclasses of type `row`, in file order.

    Columns are named by the header and must be exactly the fields of `row`, but that a field with a default may have no
    column. Among them is `origin`: where the row comes from ("own", or a named openly licensed list). Field types: str,
    int, float, bool ("yes"/""), tuple[str, ...] (values split at "|", an empty cell is ()), and `X | None` (an empty cell
    is None).
    Raises BadLexicon with file, line and column.
    """
    fields = typing.get_type_hints(row)
    if "origin" not in fields:
        raise BadLexicon(f"{path.name}: rows of {row.__name__} have no column `origin`")
    lines = _content_lines(path)
    number, header = next(lines, (1, ""))
    names = header.split("\t")
    needed = {one.name for one in dataclasses.fields(row) if one.default is dataclasses.MISSING}  # type: ignore[arg-type]
    if len(set(names)) != len(names) or not needed <= set(names) <= set(fields):
        raise BadLexicon(f"{path.name}:{number}: columns {names} are not the fields {sorted(fields)}")
    columns = [(name, _reader(fields[name])) for name in names]
    return tuple(row(**_cells(f"{path.name}:{number}", line, columns)) for number, line in lines)


def _content_lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as fault:
        raise BadLexicon(f"{path}: cannot be read ({fault.strerror}); reinstall copydesk or name another folder") from fault
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _cells(where: str, line: str, columns: list[tuple[str, Callable[[str], Any]]]) -> dict[str, Any]:
    cells = line.split("\t")
    if len(cells) != len(columns):
        raise BadLexicon(f"{where}: {len(cells)} cells where the header names {len(columns)} columns")
    values = {}
    for (name, read), cell in zip(columns, cells, strict=True):
        try:
            values[name] = read(cell.strip())
        except ValueError as fault:
            raise BadLexicon(f"{where}: column {name}: {fault}") from fault
    if not values["origin"]:
        raise BadLexicon(f"{where}: the row does not say where it comes from (column origin)")
    return values


def _reader(kind: Any) -> Callable[[str], Any]:
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        inner = _reader(next(k for k in typing.get_args(kind) if k is not type(None)))
        return lambda cell: inner(cell) if cell else None
    if typing.get_origin(kind) is tuple:
        return lambda cell: tuple(part.strip() for part in cell.split(LIST_MARK) if part.strip())
    if kind is bool:
        return _read_bool
    if kind in (str, int, float):
        return typing.cast("Callable[[str], Any]", kind)
    if typing.get_origin(kind) is typing.Literal:
        return _one_of(typing.get_args(kind))
    raise BadLexicon(f"a lexicon row cannot hold {kind}")


def _read_bool(cell: str) -> bool:
    if cell not in ("yes", ""):
        raise ValueError(f"{cell!r} is neither `yes` nor empty")
    return cell == "yes"


def _one_of(allowed: tuple[Any, ...]) -> Callable[[str], str]:
    def read(cell: str) -> str:
        if cell not in allowed:
            raise ValueError(f"{cell!r} is none of {', '.join(allowed)}")
        return cell

    return read
