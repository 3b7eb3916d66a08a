"""What the commands of a ledger share: which ledger, the clock, and who judges."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, TypeVar

import click

from copydesk.errors import BadOption

if TYPE_CHECKING:
    from copydesk.store import Ledger

LEDGER = "copydesk.db"
_Command = TypeVar("_Command", bound=Callable[..., Any])


def ledger_option(command: _Command) -> _Command:
    """--ledger: the file or address of the ledger, ./copydesk.db unless COPYDESK_LEDGER names another."""
    return click.option(
        "--ledger", "address", metavar="FILE|URL", envvar="COPYDESK_LEDGER", default=LEDGER, show_default=True,
        help="The ledger: a SQLite file, or postgresql://USER@HOST/DATABASE (also COPYDESK_LEDGER).",
    )(command)


def open_kept(address: str, *, create: bool = False, quiet: bool = False) -> Ledger:
    """The ledger; says on stderr where something was added since its stories were built. Raises BadLedger."""
    from copydesk.store import is_stale, open_ledger

    opened = open_ledger(address, create=create)
    if not quiet:
        with opened.reading() as connection:
            if is_stale(connection):
                click.echo("copydesk: the stories are older than what was added: `copydesk add` builds them", err=True)
    return opened


def check_day(option: str, value: str | None) -> None:
    """Raises BadOption where the value of an option is given and is no ISO 8601 day or time."""
    try:
        if value is not None:
            datetime.fromisoformat(value)
    except ValueError as fault:
        raise BadOption(f"{option} {value!r} is no ISO 8601 day or time such as 2022-02-15 or 2022-02-15T14:30") from fault


def now() -> str:
    """The time now in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def own_version(reader: str | None = None) -> str:
    """The version of copydesk that reads and builds, and the reader where it is not our own."""
    return " ".join((version("copydesk"), *([reader] if reader else [])))
