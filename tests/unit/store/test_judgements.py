"""Judgements are records: with a name and a time, applied to stories, undone by another, kept over every reading."""

from __future__ import annotations

from typing import Any

import pytest

from copydesk.errors import BadManifest, BadOption
from copydesk.record.codec import write_json
from copydesk.run.ledgers import find_idle
from copydesk.store import find_undone, list_judgements, load_state
from tests.unit.store.texts import FERRY, LATER, WHEAT


def standing(book: Any) -> list[tuple[str, str]]:
    """(kind, by) of the judgements that stand."""
    with book.ledger.reading() as connection:
        return [(one.kind, one.by) for one in list_judgements(connection)]


def test_a_correction_is_applied_shown_and_undone(book: Any) -> None:
    """The outlet is the one that the person names; undone, it is as it was read, and the rows follow."""
    book.add({"a.txt": FERRY})
    before = write_json(book.story())
    one = book.judge("outlet", "a.txt", "Kalvar Evening Star")
    assert book.story().coverage.outlets == ("Kalvar Evening Star",)
    page = book.folder / "a.txt"
    assert book.story().corrections == (f"the outlet of {page} is Kalvar Evening Star (by Ada Fenn)",)
    undo = book.judge("undo", one, by="Bo Lindqvist")
    assert write_json(book.story()) == before
    book.judge("undo", undo)
    assert book.story().coverage.outlets == ("Kalvar Evening Star",)
    with book.ledger.reading() as connection:
        every = list_judgements(connection, every=True)
    assert [each.kind for each in every] == ["outlet", "undo", "undo"]
    assert find_undone(every) == {undo}


def test_a_judgement_survives_another_version_that_reads_anew(book: Any) -> None:
    """Every capture is read again; the correction, the star and the story's id stand."""
    book.add({"a.txt": FERRY, "b.txt": LATER})
    (row,) = book.stories()
    book.judge("same", "coast guard", "Kalvar Coast Guard")
    book.judge("created", "b.txt", "2024-03-09")
    book.judge("star", row.id)
    assert book.story().as_of == "2024-03-09"
    book.version = "2"
    assert book.read(again=True) == 2
    book.build()
    assert [one.id for one in book.stories()] == [row.id]
    assert book.story().as_of == "2024-03-09"
    assert standing(book) == [("same", "Ada Fenn"), ("created", "Ada Fenn"), ("star", "Ada Fenn")]


def test_a_correction_follows_the_page_to_its_revision(book: Any) -> None:
    """An outlet stays stated for whatever stands at the place; a day is said of those bytes alone."""
    book.add({"a.txt": FERRY})
    book.judge("outlet", "a.txt", "Kalvar Evening Star")
    book.judge("created", "a.txt", "2024-03-09")
    book.add({"a.txt": FERRY.replace("two people", "seven people")})
    assert book.story().coverage.outlets == ("Kalvar Evening Star",)
    assert book.story().as_of == "2024-03-04"
    with book.ledger.reading() as connection:
        idle = find_idle(load_state(connection))
        assert [one.kind for one in list_judgements(connection) if one.id in idle] == ["created"]


def test_marks_are_kept_and_build_nothing(book: Any) -> None:
    """Star, tag, note, grade and reviewed are records; no story changes by them."""
    book.add({"a.txt": FERRY})
    marks = (
        ("star", "1"), ("tag", "1", "maritime"), ("note", "a.txt", "call the port"), ("grade", "The Kalvar Herald", "b"),
        ("reviewed", "1"),
    )
    for words in marks:
        book.judge(*words)
        assert book.told == ()
    assert [kind for kind, _ in standing(book)] == ["star", "tag", "note", "grade", "reviewed"]
    with book.ledger.reading() as connection:
        cells = {one.kind: one.cells for one in list_judgements(connection)}
    assert cells["grade"]["grade"] == "B"
    assert cells["reviewed"]["edition"] == 1
    assert book.stories()[0].edition == 1


def test_the_same_judgement_twice_is_kept_once(book: Any) -> None:
    """By one person; another person's is another record."""
    book.add({"a.txt": FERRY})
    assert book.judge("star", "1") == book.judge("star", "1")
    book.judge("star", "1", by="Bo Lindqvist")
    assert len(standing(book)) == 2


@pytest.mark.parametrize("given", [
    ("star", "nothing"), ("outlet", "missing.txt", "X"), ("grade", "X", "Q"), ("tag", "1"), ("undo", "0000"),
    ("merge", "1", "1"), ("split", "missing.txt"), ("star", "1", "2"),
])
def test_what_names_nothing_is_refused(file_book: Any, given: tuple[str, ...]) -> None:
    """And nothing is written down."""
    file_book.add({"a.txt": FERRY, "w.txt": WHEAT})
    with pytest.raises(BadOption):
        file_book.judge(*given)
    assert standing(file_book) == []


def test_a_day_that_is_none_is_refused(file_book: Any) -> None:
    """As in a corrections file."""
    file_book.add({"a.txt": FERRY})
    with pytest.raises(BadManifest, match="no ISO 8601 date"):
        file_book.judge("created", "a.txt", "last Tuesday")
