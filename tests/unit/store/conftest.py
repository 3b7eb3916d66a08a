"""A ledger under a clock that is turned by hand, in SQLite and, where a server can be started, in PostgreSQL."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.record import Story
from copydesk.record.kept import Happening, StoryRow
from copydesk.run import Desk, Known, load_desk
from copydesk.run.ledgers import Edition, Taken, Verdict, find_given, judge, read_captures, rebuild, take
from copydesk.store import Asked, Ledger, list_changes, list_stories, load_edition, open_ledger, search


class Book:
    """A ledger with a folder of pages; each call takes place a minute after the one before."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address, self.folder = address, folder
        self.ledger: Ledger = open_ledger(address, create=True)
        self.minute = 0
        self.version = "1"

    @property
    def desk(self) -> Desk:
        """The reader that all tests share."""
        return load_desk()

    def tick(self) -> str:
        """The time now, a minute after it was last asked."""
        self.minute += 1
        return f"2026-03-01T{self.minute // 60:02}:{self.minute % 60:02}:00Z"

    def add(self, pages: Mapping[str, str], **known: str) -> list[Taken]:
        """Write the pages into the folder and add them."""
        for name, text in pages.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(text, encoding="utf-8")
        at = self.tick()
        paths = [str(self.folder / name) for name in pages]
        taken = [take(self.ledger, given, at=at) for given in find_given(paths, common=Known(**known))]
        self.read()
        self.told = self.build()
        return taken

    def read(self, *, again: bool = False) -> int:
        """Read what is unread; how many captures."""
        return len(list(read_captures(self.ledger, self.desk, version=self.version, at=self.tick(), again=again)))

    def build(self) -> tuple[Edition, ...]:
        """Build the stories that changed."""
        return rebuild(self.ledger, self.desk, version=self.version, at=self.tick())

    def judge(self, kind: str, *given: str, by: str = "Ada Fenn", **more: str) -> str:
        """Judge and build; the id of the judgement."""
        at = self.tick()
        with self.ledger.writing() as connection:
            one = judge(connection, kind, given, Verdict(by=by, why=None, happened_at=at, at=at), more)
        self.told = self.build()
        return one.id

    def stories(self, *, ended: bool = False) -> tuple[StoryRow, ...]:
        """The stories as listed."""
        with self.ledger.reading() as connection:
            return list_stories(connection, ended=ended)

    def story(self, one: str | None = None, edition: int | None = None) -> Story:
        """A story, by default the first."""
        with self.ledger.reading() as connection:
            return load_edition(connection, one or list_stories(connection)[0].id, edition)

    def find(self, words: str, **asked: object) -> list[tuple[str, str]]:
        """(kind, words) of what is found."""
        with self.ledger.reading() as connection:
            found = search(connection, replace(Asked(words=words), **asked))  # type: ignore[arg-type]
        return [(one.kind, " ".join(one.words.split())) for one in found.found]

    def history(self, since: int = 0) -> tuple[Happening, ...]:
        """What happened."""
        with self.ledger.reading() as connection:
            return list_changes(connection, since=since)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str | None]:
    """The address of a PostgreSQL server of our own on a socket in a folder, None where none can be started."""
    installed = [path.parent for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)]
    found = shutil.which("initdb")
    programs = installed[0] if installed else Path(found).parent if found else None
    as_root = os.geteuid() == 0
    if programs is None or (as_root and not shutil.which("runuser")):
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="desk-pg-"))  # short: a socket's path has a limit
    before = ["runuser", "-u", "postgres", "--"] if as_root else []
    if as_root:
        shutil.chown(folder, "postgres")

    def call(*command: str) -> bool:
        done = subprocess.run(
            [*before, *command], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False,
        )
        return done.returncode == 0

    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    kept = str(folder / "kept")
    started = call(str(programs / "initdb"), "-D", kept, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-locale")
    started = started and call(str(programs / "pg_ctl"), "-D", kept, "-o", options, "-l", str(folder / "log"), "-w", "start")
    yield f"postgresql://desk@/NAME?host={folder}" if started else None
    if started:
        call(str(programs / "pg_ctl"), "-D", kept, "-m", "immediate", "-w", "stop")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Book]:
    """An empty ledger."""
    folder = tmp_path / "pages"
    folder.mkdir()
    if request.param == "sqlite":
        made = Book(str(tmp_path / "ledger.db"), folder)
    else:
        address = request.getfixturevalue("server")
        if address is None:
            pytest.skip("no PostgreSQL server can be started here")
        made = Book(_make_database(address), folder)
    yield made
    made.ledger.close()


@pytest.fixture
def file_book(tmp_path: Path) -> Iterator[Book]:
    """An empty ledger in a file."""
    folder = tmp_path / "pages"
    folder.mkdir()
    made = Book(str(tmp_path / "ledger.db"), folder)
    yield made
    made.ledger.close()


def _make_database(address: str) -> str:
    """A new database on the server."""
    import psycopg

    with psycopg.connect(address.replace("NAME", "postgres"), autocommit=True) as connection:
        count = connection.execute("SELECT count(*) FROM pg_database").fetchone()
        name = f"ledger{count[0] if count else 0}"
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
    return address.replace("NAME", name)
