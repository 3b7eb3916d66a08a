"""Records to JSON and back: the public contract, with its JSON Schema. The only file that knows the coding library."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

import msgspec

from copydesk.errors import BadRecord
from copydesk.record.report import Report
from copydesk.record.story import Story

_Record = TypeVar("_Record")


def write_json(record: object, *, indent: int = 0) -> str:
    """One record, or a tuple of records, as JSON text. indent: spaces a level; 0 gives one line."""
    packed = _encoder().encode(record)
    return (msgspec.json.format(packed, indent=indent) if indent else packed).decode("utf-8")


def write_json_lines(records: Iterable[object]) -> str:
    """One record a line, each line ended."""
    return "".join(write_json(record) + "\n" for record in records)


def read_record(text: str | bytes, kind: type[_Record]) -> _Record:
    """The record of `kind` in JSON text. Raises BadRecord that names the field which does not fit."""
    try:
        return _decoder(kind).decode(text)  # type: ignore[no-any-return, arg-type]
    except (msgspec.ValidationError, msgspec.DecodeError) as fault:
        raise BadRecord(f"this is not the JSON of a {kind.__name__}: {fault}") from fault


def read_story(text: str | bytes) -> Story:
    """The Story in JSON text. Raises BadRecord where it is another schema."""
    return read_record(text, Story)


def read_report_json(text: str | bytes) -> Report:
    """The Report in JSON text. Raises BadRecord where it is another schema."""
    return read_record(text, Report)


def write_schema(kind: type) -> dict[str, Any]:
    """JSON Schema (2020-12) of a record class; published under docs/schema and held to it by a test."""
    return msgspec.json.schema(kind)


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder()


@cache
def _decoder(kind: type) -> Any:
    return msgspec.json.Decoder(kind)
