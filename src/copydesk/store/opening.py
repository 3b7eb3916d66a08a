"""Opening a ledger: a SQLite file or a PostgreSQL address, its rules of writing, and its version."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import NullPool

from copydesk.errors import BadLedger
from copydesk.store.schema import VERSION, ledger

WAIT = 120  # seconds that one writer waits for another
_WRITERS = 7_310_547  # the lock that writers of a PostgreSQL ledger take in turn
_BUSY = f"another command has been writing for over {WAIT} s: try again"
_A_SECOND = 20  # times a second that a file in use is tried again
_DAMAGED = ("malformed", "not a database")
_WRITING = "copydesk_writes"
_SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")


class Ledger:
    """An open ledger. Whoever writes does so in one transaction at a time: it is there as a whole, or not at all."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine, self.name = engine, name

    @property
    def path(self) -> Path | None:
        """The file of the ledger, None where a server keeps it."""
        return Path(self.engine.url.database or "") if self.engine.dialect.name == "sqlite" else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger from beginning to end. Raises BadLedger."""
        with self._told(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one connection that writes: committed where the block ends, undone where it raises. Raises BadLedger."""
        with self._told(), self.engine.connect() as plain:
            connection = plain.execution_options(**{_WRITING: True})
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITERS})
                yield connection

    def close(self) -> None:
        """Let go of the file or server."""
        self.engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as fault:
            raise BadLedger(f"{self.name}: {_BUSY if 'locked' in str(fault.orig) else fault.orig}") from fault
        except DatabaseError as fault:
            if not any(sign in str(fault.orig) for sign in _DAMAGED):
                raise
            raise BadLedger(f"{self.name}: {fault.orig}: restore it from a backup") from fault


def open_ledger(address: str, *, create: bool = False) -> Ledger:
    """The ledger in a file or behind a PostgreSQL address, brought to this version's tables where it is older.

    create: make it where there is none. Raises BadLedger where there is none, where it is no ledger, or a newer one.
    """
    engine = _engine(address, create=create)
    found = Ledger(engine, _name(engine, address))
    try:
        version = _version_of(engine, found.name)
        if version is None and not create:
            raise BadLedger(f"{found.name}: holds no ledger; `copydesk add PATH...` begins one")
        if found.path is not None:
            _write_ahead(engine, found.name)
        if version != VERSION:
            from copydesk.store.migrating import migrate

            migrate(found, version)
    except BadLedger:
        found.close()
        raise
    return found


def _engine(address: str, *, create: bool) -> Engine:
    if address.startswith(_SCHEMES):
        try:
            return create_engine("postgresql+psycopg://" + address.split("://", 1)[1], poolclass=NullPool)
        except (ArgumentError, NoSuchModuleError) as fault:
            raise BadLedger(f"{address}: no address of a PostgreSQL database ({fault})") from fault
        except ImportError as fault:
            raise BadLedger("a ledger in PostgreSQL needs the package psycopg: pip install 'copydesk[postgresql]'") from fault
    if "://" in address:
        raise BadLedger(f"{address}: a ledger is a file, or postgresql://USER@HOST/DATABASE")
    path = Path(address)
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise BadLedger(f"{path}: " + ("is a folder" if path.is_dir() else "there is no such folder to keep it in"))
    if not path.exists() and not create:
        raise BadLedger(f"{path}: there is no such ledger; `copydesk add PATH...` begins one")
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool, connect_args={"timeout": WAIT})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    """What every connection to a SQLite file is told: transactions are ours, references hold, what is written stays."""
    connection.isolation_level = None
    for rule in ("foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {rule}")


def _write_ahead(engine: Engine, name: str) -> None:
    """Have the file written ahead, so that readers and a writer do not wait for one another; it stays so once it is.

    Nobody else may be in the file meanwhile, and SQLite does not wait for that by itself.
    """
    for _ in range(WAIT * _A_SECOND):
        plain = engine.raw_connection()
        try:
            plain.cursor().execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as fault:
            if "locked" not in str(fault):
                raise BadLedger(f"{name}: cannot be written ({fault})") from fault
            time.sleep(1 / _A_SECOND)
        finally:
            plain.close()
    raise BadLedger(f"{name}: {_BUSY}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITING) else "BEGIN")


def _name(engine: Engine, address: str) -> str:
    return address if engine.dialect.name == "sqlite" else engine.url.render_as_string(hide_password=True)


def _version_of(engine: Engine, name: str) -> str | None:
    """The version of the tables, None where there are none. Raises BadLedger where it is a newer one or no ledger."""
    try:
        with engine.connect() as connection:
            tables = inspect(connection).get_table_names()
            if not tables:
                return None
            if "alembic_version" not in tables or ledger.name not in tables:
                raise BadLedger(f"{name}: a database, but no ledger of copydesk")
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
            if version <= VERSION:
                connection.execute(select(ledger.c.inputs)).scalar_one()
    except (DatabaseError, sqlite3.DatabaseError) as fault:
        raise BadLedger(f"{name}: cannot be opened ({getattr(fault, 'orig', fault)})") from fault
    if version > VERSION:
        raise BadLedger(f"{name}: written by a newer copydesk (tables {version}, this one knows {VERSION}): install that one")
    return str(version)
