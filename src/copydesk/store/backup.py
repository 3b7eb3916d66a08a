"""A copy of a ledger's file that is whole whatever is written meanwhile, and a ledger put back from one."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from copydesk.errors import BadLedger
from copydesk.store.opening import Ledger, open_ledger


def back_up(opened: Ledger, to: Path) -> int:
    """Copy a ledger to a new file; its size in bytes. Raises BadLedger where the file is there, or cannot be written."""
    if opened.path is None:
        raise BadLedger(f"{opened.name}: a server keeps it: back it up with pg_dump")
    if to.exists():
        raise BadLedger(f"{to}: is there already: name a new file")
    _copy(opened.path, to)
    return to.stat().st_size


def restore(copied: Path, to: Path, *, replace: bool = False) -> None:
    """Put a ledger back from a copy, once the copy is found whole. Raises BadLedger; then the ledger is as it was.

    replace: also where there is a ledger; it must be closed.
    """
    if to.exists() and not replace:
        raise BadLedger(f"{to}: there is a ledger: restore to another file, or replace it with --replace")
    check_whole(copied)
    _copy(copied, to)
    open_ledger(str(to)).close()


def check_whole(path: Path) -> None:
    """Read a ledger's file from end to end. Raises BadLedger where it is none, is damaged, or a reference leads nowhere."""
    if not path.is_file():
        raise BadLedger(f"{path}: there is no such file")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            faults = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
            faults += [f"a row of {row[0]} refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")]
            known = connection.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('ledger', 'alembic_version')")
            if known.fetchone()[0] != 2:
                faults.append("it is no ledger of copydesk")
    except sqlite3.DatabaseError as fault:
        raise BadLedger(f"{path}: is damaged or no ledger ({fault})") from fault
    if faults:
        raise BadLedger(f"{path}: is damaged: {'; '.join(faults[:3])}")


def _copy(path: Path, to: Path) -> None:
    """A whole copy beside its final name, moved there once it is checked and on the disk."""
    beside = to.with_name(to.name + ".part")
    try:
        beside.unlink(missing_ok=True)
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as here, closing(sqlite3.connect(beside)) as there:
            here.backup(there)
            there.execute("PRAGMA journal_mode=DELETE")
        check_whole(beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        for left in ("-wal", "-shm"):
            to.with_name(to.name + left).unlink(missing_ok=True)
        beside.replace(to)
    except sqlite3.DatabaseError as fault:
        beside.unlink(missing_ok=True)
        raise BadLedger(f"{path}: cannot be copied ({fault})") from fault
    except OSError as fault:
        raise BadLedger(f"{to}: cannot be written ({fault.strerror})") from fault
    except BadLedger:
        beside.unlink(missing_ok=True)
        raise
