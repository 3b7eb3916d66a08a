"""Files: older ones are brought up to date, newer and foreign ones are refused, and tables are what migrations make."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text

from copydesk.errors import BadLedger
from copydesk.record.codec import write_json
from copydesk.store import open_ledger, schema
from copydesk.store.migrating import migrate
from tests.unit.store.texts import FERRY, LATER


def test_migrations_make_the_tables_that_the_code_knows(book: Any) -> None:
    """Tables, columns, keys and indices are those of the schema; the index of words is made by hand."""
    with book.ledger.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        found = compare_metadata(context, schema.TABLES)
    told = [one for one in found if not str(one[1]).startswith(("search_words", "Table('search_words"))]
    assert [one for one in told if "search_words" not in str(one)] == []


def test_a_filled_ledger_goes_down_and_up_again(book: Any) -> None:
    """A file of the first version, with a story in it, opens as one of ours with all that it held."""
    book.add({"a.txt": FERRY, "b.txt": LATER})
    (row,) = book.stories()
    before = write_json(book.story())
    migrate(book.ledger, schema.VERSION, to="0001")
    with book.ledger.reading() as connection:
        assert inspect(connection).get_view_names() == []
    book.ledger.close()
    book.ledger = open_ledger(book.address)
    assert book.stories() == (row,)
    assert write_json(book.story()) == before
    assert book.find("aground")
    with book.ledger.reading() as connection:
        said = connection.execute(text("SELECT speaker, page, story FROM sayings WHERE words LIKE '%140 people%'")).all()
        assert len(said) == 2
        assert connection.execute(text("SELECT count(*) FROM current_articles")).scalar_one() == 2


def test_every_view_answers(book: Any) -> None:
    """A person can look at each."""
    book.add({"a.txt": FERRY})
    book.judge("star", "1")
    with book.ledger.reading() as connection:
        names = inspect(connection).get_view_names()
        assert len(names) == 5
        for name in names:
            assert connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() >= 0
        assert connection.execute(text("SELECT told FROM judged")).scalar_one().startswith("star on")


def test_a_newer_ledger_is_refused_unharmed(file_book: Any) -> None:
    """The message says what to do; nothing in it was changed."""
    file_book.add({"a.txt": FERRY})
    with file_book.ledger.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    with pytest.raises(BadLedger, match="newer copydesk"):
        open_ledger(file_book.address)
    with file_book.ledger.reading() as connection:
        assert connection.execute(select(schema.pages.c.id)).first() is not None


def test_what_is_no_ledger_is_refused(tmp_path: Path) -> None:
    """Another program's database, a text, a folder, nothing at all: each with its reason, and left as it is."""
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    (tmp_path / "words.txt").write_text("no database at all\n" * 100, encoding="utf-8")
    for name, why in (
        ("other.db", "no ledger of copydesk"), ("words.txt", "cannot be opened"), (".", "is a folder"),
        ("missing.db", "copydesk add"), ("away/x.db", "no such folder"),
    ):
        with pytest.raises(BadLedger, match=why):
            open_ledger(str(tmp_path / name), create=name != "missing.db")
    with closing(sqlite3.connect(other)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert (tmp_path / "words.txt").read_text(encoding="utf-8").startswith("no database")
    assert not (tmp_path / "missing.db").exists()
    with pytest.raises(BadLedger, match="a ledger is a file"):
        open_ledger("mysql://somewhere/db")


def test_rules_of_a_file_hold(file_book: Any) -> None:
    """Write-ahead log, references that hold, and nothing lost where the power goes."""
    with file_book.ledger.reading() as connection:
        names = ("journal_mode", "foreign_keys", "synchronous")
        told = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}
    assert told == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2}
