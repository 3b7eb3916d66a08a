"""A copy is whole or is none; a ledger is put back only from a whole one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from copydesk.errors import BadLedger
from copydesk.record.codec import write_json
from copydesk.store import back_up, check_whole, list_stories, load_edition, open_ledger, restore
from tests.unit.store.texts import FERRY, LATER


def test_a_ledger_comes_back_as_it_was(file_book: Any, tmp_path: Path) -> None:
    """What was added after the copy is gone, what was in it is there, also where the ledger's file is damaged."""
    file_book.add({"a.txt": FERRY})
    before = write_json(file_book.story())
    assert back_up(file_book.ledger, tmp_path / "copy.db") > 0
    file_book.add({"b.txt": LATER})
    file_book.ledger.close()
    path = Path(file_book.address)
    path.write_bytes(b"spoilt" + path.read_bytes()[6:])
    with pytest.raises(BadLedger):
        open_ledger(str(path))
    restore(tmp_path / "copy.db", path, replace=True)
    again = open_ledger(str(path))
    with again.reading() as connection:
        (row,) = list_stories(connection)
        assert write_json(load_edition(connection, row.id)) == before
    again.close()


def test_a_damaged_copy_is_not_restored(file_book: Any, tmp_path: Path) -> None:
    """The ledger that is there stays as it was."""
    file_book.add({"a.txt": FERRY})
    copy = tmp_path / "copy.db"
    back_up(file_book.ledger, copy)
    raw = bytearray(copy.read_bytes())
    raw[4096 * 3 : 4096 * 9] = bytes(4096 * 6)
    copy.write_bytes(bytes(raw))
    file_book.ledger.close()
    path = Path(file_book.address)
    before = path.read_bytes()
    for damaged in (copy, tmp_path / "missing.db"):
        with pytest.raises(BadLedger):
            restore(damaged, path, replace=True)
    assert path.read_bytes() == before
    assert not path.with_name(path.name + ".part").exists()
    check_whole(path)


def test_nothing_is_overwritten_unasked(file_book: Any, tmp_path: Path) -> None:
    """Neither a file by a copy nor a ledger by what is put back."""
    file_book.add({"a.txt": FERRY})
    there = tmp_path / "there.txt"
    there.write_text("mine", encoding="utf-8")
    with pytest.raises(BadLedger, match="is there already"):
        back_up(file_book.ledger, there)
    back_up(file_book.ledger, tmp_path / "copy.db")
    with pytest.raises(BadLedger, match="there is a ledger"):
        restore(tmp_path / "copy.db", Path(file_book.address))
    assert there.read_text(encoding="utf-8") == "mine"


def test_a_servers_ledger_is_not_copied_as_a_file(book: Any, tmp_path: Path) -> None:
    """The message names the tool that does it."""
    if book.ledger.path is not None:
        back_up(book.ledger, tmp_path / "copy.db")
        return
    with pytest.raises(BadLedger, match="pg_dump"):
        back_up(book.ledger, tmp_path / "copy.db")
