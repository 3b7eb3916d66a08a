"""Commands that run at once, and commands that are killed: what is in a ledger is whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from copydesk.record.codec import write_json
from copydesk.store import check_whole, is_stale, list_stories, load_edition, open_ledger, schema
from tests.unit.store.texts import FERRY, LATER, THIRD, WHEAT

PAGES = {"a.txt": FERRY, "b.txt": LATER, "c.txt": THIRD, "w.txt": WHEAT}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four pages."""
    (tmp_path / "pages").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "pages" / name).write_text(text, encoding="utf-8")
    return tmp_path


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """`copydesk add` in a process of its own."""
    command = [sys.executable, "-m", "copydesk.cli", "add", "--ledger", "ledger.db", *arguments]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def count(path: Path) -> dict[str, int]:
    """Rows of each table of a ledger."""
    opened = open_ledger(str(path))
    with opened.reading() as connection:
        tables = schema.TABLES.sorted_tables
        found = {table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one()) for table in tables}
    opened.close()
    return found


def told(path: Path) -> list[str]:
    """The stories of a ledger as JSON, their ids left out."""
    opened = open_ledger(str(path))
    with opened.reading() as connection:
        assert not is_stale(connection)
        stories = [write_json(load_edition(connection, row.id)).replace(row.id, "") for row in list_stories(connection)]
    opened.close()
    return sorted(stories)


def test_two_commands_add_at_once(folder: Path) -> None:
    """Both end well, and the record is that of one command with all pages."""
    both = [start(folder, "pages/a.txt", "pages/w.txt"), start(folder, "pages/b.txt", "pages/c.txt", "pages/a.txt")]
    assert [(one.communicate(timeout=300)[1], one.returncode) for one in both] == [("", 0)] * 2
    together = told(folder / "ledger.db")
    (folder / "ledger.db").rename(folder / "both.db")
    done = start(folder, *(f"pages/{name}" for name in PAGES))
    done.communicate(timeout=300)
    assert told(folder / "ledger.db") == together
    assert len(together) == 2


@pytest.mark.parametrize("moment", ["captured", "read", "rebuilt"])
def test_a_command_that_is_killed_leaves_a_whole_ledger(folder: Path, moment: str) -> None:
    """Killed where nobody can clean up, it is taken up by the next, and the record is as if nothing had happened."""
    path = folder / "ledger.db"
    running = start(folder, "pages")
    wanted = {"captured": ("captures", 2), "read": ("pages", 1), "rebuilt": ("pages", 4)}[moment]
    until = time.monotonic() + 240
    while time.monotonic() < until and running.poll() is None:
        if path.exists() and _rows(path, wanted[0]) >= wanted[1]:
            break
        time.sleep(0.01)
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    check_whole(path)
    found = count(path)
    assert found["files"] == found["captures"]
    assert found["articles"] == found["pages"] == found["reports"]
    done = start(folder, "pages")
    assert done.communicate(timeout=300)[1] == ""
    assert done.returncode == 0
    after = count(path)
    assert (after["captures"], after["pages"], after["articles"]) == (4, 4, 4)
    assert [len(story) > 0 for story in told(path)] == [True, True]


def _rows(path: Path, table: str) -> int:
    import sqlite3
    from contextlib import closing

    try:
        with closing(sqlite3.connect(path, timeout=5)) as connection:
            return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_what_copydesk_fails_at_stops_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is refused with the fault, the others go through, and another version reads it."""
    from copydesk.run import Known, capturing, load_desk
    from copydesk.run.ledgers import find_given, read_captures, take

    opened = open_ledger(str(folder / "ledger.db"), create=True)
    for given in find_given([str(folder / "pages")], common=Known()):
        take(opened, given, at="2026-03-01T00:00:00Z")
    honest = capturing.read_reports

    def failing(intake: capturing.Intake, desk: capturing.Desk) -> object:
        if "Ostrava" in intake.page.text:
            raise ZeroDivisionError("a slip")
        return honest(intake, desk)

    monkeypatch.setattr(capturing, "read_reports", failing)
    read = list(read_captures(opened, load_desk(), version="1", at="2026-03-01T00:01:00Z"))
    assert [len(one.refused) for one in read] == [0, 0, 0, 1]
    assert "copydesk failed to read it (ZeroDivisionError: a slip)" in read[-1].refused[0]
    assert list(read_captures(opened, load_desk(), version="1", at="2026-03-01T00:02:00Z")) == []
    monkeypatch.setattr(capturing, "read_reports", honest)
    again = list(read_captures(opened, load_desk(), version="2", at="2026-03-01T00:03:00Z", again=True))
    assert [one.articles for one in again] == [1, 1, 1, 1]
    opened.close()
