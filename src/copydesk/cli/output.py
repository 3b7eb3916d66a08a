"""Where a command writes, and how wide: without loading anything that reads pages."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from copydesk.errors import BadOption

PLAIN_WIDTH = 100  # columns of a table that no terminal shows
FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)


def table_width(output: Path | None) -> int:
    """Columns for a table: those of the terminal it is shown on, PLAIN_WIDTH for a file or a pipe."""
    if output is not None or not sys.stdout.isatty():
        return PLAIN_WIDTH
    return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns


def write_out(text: str | bytes, output: Path | None) -> None:
    """The text, or bytes as they are, to stdout, or to a file that is only replaced once it is whole."""
    if isinstance(text, str) and not text.endswith("\n"):
        text += "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    beside = output.with_name(output.name + ".part")
    try:
        beside.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        beside.replace(output)
    except OSError as fault:
        raise BadOption(f"{output}: cannot be written ({fault.strerror})") from fault
    click.echo(f"written: {output}", err=True)
