"""Stories of a ledger keep their ids while they grow, merge and part, and each change is an edition."""

from __future__ import annotations

from typing import Any

import pytest

from copydesk.errors import BadOption
from copydesk.record.codec import write_json
from copydesk.store import find_story, list_edition_changes
from tests.unit.store.texts import FERRY, LATER, THIRD, WHEAT


def test_a_story_keeps_its_id_as_it_grows(book: Any) -> None:
    """Also where an earlier article comes later, from which its id would else be derived; each addition is an edition."""
    book.add({"b.txt": LATER})
    (first,) = book.stories()
    book.add({"a.txt": FERRY})
    book.add({"c.txt": THIRD})
    (row,) = book.stories()
    assert row.id == first.id
    assert (row.edition, row.articles, row.as_of) == (3, 3, "2024-03-06")
    assert [len(book.story(row.id, edition).reports) for edition in (1, 2, 3)] == [1, 2, 3]
    with book.ledger.reading() as connection:
        kinds = {(one.edition, one.kind) for one in list_edition_changes(connection, story_id=row.id)}
    assert {(2, "new_article"), (3, "new_article")} <= kinds


def test_an_untouched_story_gets_no_edition(book: Any) -> None:
    """What is added to one story leaves the other as it was, to the letter."""
    book.add({"b.txt": LATER, "w.txt": WHEAT})
    wheat = next(row for row in book.stories() if "wheat" in row.title)
    before = write_json(book.story(wheat.id))
    told = book.add({"a.txt": FERRY}) and book.told
    assert [one.story_id for one in told] != [wheat.id]
    assert write_json(book.story(wheat.id)) == before
    assert next(row for row in book.stories() if row.id == wheat.id).edition == 1


def test_a_merge_joins_and_its_undo_parts_under_the_old_ids(book: Any) -> None:
    """One story is part of the other, whose id leads on; undone, both stand as before under their ids."""
    book.add({"a.txt": FERRY, "b.txt": LATER, "w.txt": WHEAT})
    ferry, wheat = sorted(book.stories(), key=lambda row: -row.articles)
    merge = book.judge("merge", ferry.id, wheat.id)
    (row,) = book.stories()
    assert (row.id, row.articles) == (ferry.id, 3)
    assert {one.id: one.merged_into for one in book.stories(ended=True)} == {ferry.id: None, wheat.id: ferry.id}
    assert any("are one story" in told and "Ada Fenn" in told for told in book.story().corrections)
    with book.ledger.reading() as connection:
        assert find_story(connection, wheat.id).id == ferry.id
    book.judge("undo", merge, by="Bo Lindqvist")
    assert {one.id: one.articles for one in book.stories()} == {ferry.id: 2, wheat.id: 1}
    assert [one.what for one in book.history() if one.id == wheat.id] == ["opened", "merged", "returned"]


def test_a_split_opens_a_story_of_its_own(book: Any) -> None:
    """What a person takes out of a story tells one by itself; the rest keeps the id, and the history says whence it came."""
    book.add({"a.txt": FERRY, "b.txt": LATER, "c.txt": THIRD})
    (row,) = book.stories()
    split = book.judge("split", "c.txt")
    parts = {one.id: one.articles for one in book.stories()}
    assert parts.pop(row.id) == 2
    ((new, articles),) = parts.items()
    assert articles == 1
    assert ("split", row.id, new) in {(one.what, one.id, one.other) for one in book.history()}
    book.judge("undo", split)
    assert [(one.id, one.articles) for one in book.stories()] == [(row.id, 3)]
    assert [one.merged_into for one in book.stories(ended=True) if one.id == new] == [row.id]


def test_a_split_holds_for_the_next_revision(book: Any) -> None:
    """The judgement is about the place: other bytes there are split off too."""
    book.add({"a.txt": FERRY, "b.txt": LATER, "c.txt": THIRD})
    book.judge("split", "c.txt")
    before = {one.id for one in book.stories()}
    book.add({"c.txt": THIRD.replace("140", "143")})
    assert {one.id for one in book.stories()} == before


def test_a_story_without_pages_ends_and_stays_known(book: Any) -> None:
    """Where its only page is no article, says a person, it ends; its row and its edition stay."""
    book.add({"a.txt": FERRY, "w.txt": WHEAT})
    wheat = next(row for row in book.stories() if "wheat" in row.title)
    book.judge("not-article", "w.txt")
    assert wheat.id not in {row.id for row in book.stories()}
    assert wheat.id in {row.id for row in book.stories(ended=True)}
    assert "Millers" in write_json(book.story(wheat.id))
    assert ("ended", wheat.id) in {(one.what, one.id) for one in book.history()}


def test_stories_are_named_by_number_id_and_beginning(file_book: Any) -> None:
    """What fits none, or several, is refused."""
    file_book.add({"a.txt": FERRY, "w.txt": WHEAT})
    first, second = file_book.stories()
    with file_book.ledger.reading() as connection:
        assert find_story(connection, "1").id == first.id
        assert find_story(connection, second.id[:14]).id == second.id
        assert find_story(connection, second.id.removeprefix("story:")).id == second.id
        for named in ("3", "story:", "nothing"):
            with pytest.raises(BadOption):
                find_story(connection, named)


def test_followers_ask_since_a_number(book: Any) -> None:
    """The same question twice gives nothing new; afterwards only what came since."""
    book.add({"a.txt": FERRY})
    last = book.history()[-1].number
    assert book.history(since=last) == ()
    book.add({"a.txt": FERRY.replace("two people", "seven people")})
    assert {(one.what, one.kind) for one in book.history(since=last)} == {
        ("added", "capture"), ("added", "page"), ("superseded", "page"), ("edition", "story"),
    }
