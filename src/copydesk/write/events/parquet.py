"""Coded events as Parquet: the only file that needs pyarrow, which comes with the extra `parquet`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import get_type_hints

from copydesk.errors import BadOption
from copydesk.record import CodedEvent
from copydesk.write.events.rows import EventRow, list_rows


def write_parquet(events: Sequence[CodedEvent], path: Path) -> None:
    """The columns of the codebook, typed, with the version of the columns in the metadata; the file is replaced once whole.

    Raises BadOption where pyarrow is not installed or the file cannot be written.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as fault:
        raise BadOption("--format parquet needs pyarrow: pip install 'copydesk[parquet]'") from fault
    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), float | None: pa.float64()}
    hints = get_type_hints(EventRow)
    schema = pa.schema([(field.name, kinds[hints[field.name]]) for field in fields(EventRow)], {"schema": "copydesk/events/1"})
    table = pa.Table.from_pylist([asdict(row) for row in list_rows(events)], schema=schema)
    beside = path.with_name(path.name + ".part")
    try:
        parquet.write_table(table, beside, compression="zstd")
        beside.replace(path)
    except OSError as fault:
        raise BadOption(f"{path}: cannot be written ({fault.strerror})") from fault
