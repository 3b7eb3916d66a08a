"""Adding pages: the same twice changes nothing, any order tells the same, a revision supersedes and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import func, select

from copydesk.record.codec import write_json
from copydesk.store import schema
from tests.unit.store.texts import FERRY, LATER, WHEAT


def count(book: Any, table: Any) -> int:
    """Rows of a table."""
    with book.ledger.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def test_the_same_pages_twice_change_nothing(book: Any) -> None:
    """No row more, nothing in the history, no new edition."""
    pages = {"a.txt": FERRY, "b.txt": LATER, "c.txt": WHEAT}
    assert [one.state for one in book.add(pages)] == ["new"] * 3
    before = book.history()
    rows = {table.name: count(book, table) for table in schema.TABLES.sorted_tables}
    assert [one.state for one in book.add(pages)] == ["unchanged"] * 3
    assert book.told == ()
    assert book.history() == before
    assert {table.name: count(book, table) for table in schema.TABLES.sorted_tables} == rows
    assert [row.edition for row in book.stories()] == [1, 1]


def test_any_order_gives_the_same_record(file_book: Any, tmp_path: Any) -> None:
    """One by one in every order: the same stories, statement for statement, as all at once; ids apart."""
    pages = {"a.txt": FERRY, "b.txt": LATER, "c.txt": WHEAT}
    file_book.add(pages)
    wanted = sorted(write_json(replace(file_book.story(row.id), id="")) for row in file_book.stories())
    for number, order in enumerate(permutations(pages)):
        other = type(file_book)(str(tmp_path / f"{number}.db"), file_book.folder)
        for name in order:
            other.add({name: pages[name]})
        assert sorted(write_json(replace(other.story(row.id), id="")) for row in other.stories()) == wanted
        other.ledger.close()


def test_bytes_are_kept_once_and_exactly(book: Any) -> None:
    """Two names of one file share its bytes, and they are those of the file."""
    book.add({"a.txt": FERRY, "copy.txt": FERRY})
    with book.ledger.reading() as connection:
        (raw,) = connection.execute(select(schema.files.c.bytes)).scalars().all()
    assert bytes(raw) == FERRY.encode()
    assert count(book, schema.captures) == 2


def test_other_bytes_at_one_place_are_a_revision(book: Any) -> None:
    """The older page is superseded and kept; its outlet counts once in the story, which tells the newer number."""
    book.add({"a.txt": FERRY, "b.txt": LATER})
    (before,) = book.stories()
    (taken,) = book.add({"a.txt": FERRY.replace("two people", "seven people")})
    (row,) = book.stories()
    assert taken.state == "revised"
    assert (row.id, row.articles, row.outlets) == (before.id, 2, 2)
    assert "seven people" in write_json(book.story())
    assert "two people were hurt" not in write_json(book.story())
    assert "two people were hurt" in write_json(book.story(edition=1))
    assert count(book, schema.pages) == 3
    assert [one.what for one in book.history() if one.kind == "page"] == ["added", "added", "added", "superseded"]
    assert any(change.kind == "changed_number" for change in book.told[0].changes)


def test_a_page_of_one_address_is_one_article_wherever_it_was_saved(book: Any) -> None:
    """Two files of one address are two revisions; the one captured later stands, though it was added first."""
    address = "https://kalvar.example/ferry"
    book.add({"new.txt": FERRY.replace("two people", "seven people")}, url=address, fetched_at="2024-03-05T09:00:00Z")
    book.add({"old.txt": FERRY}, url=address, fetched_at="2024-03-04T09:00:00Z")
    (row,) = book.stories()
    assert row.articles == 1
    assert "seven people" in write_json(book.story())
    assert book.find("two people hurt") == []
    assert ("statement", "The coast guard said two people were hurt") in book.find("two people hurt", earlier=True)


def test_what_stood_there_before_can_return(book: Any) -> None:
    """A page that is set back to its first text tells that again, under its old id."""
    book.add({"a.txt": FERRY})
    book.add({"a.txt": FERRY.replace("two people", "seven people")})
    (taken,) = book.add({"a.txt": FERRY})
    assert taken.state == "returned"
    assert "two people were hurt" in write_json(book.story())
    assert count(book, schema.pages) == 2
    (again,) = book.add({"a.txt": FERRY})
    assert again.state == "unchanged"


def test_what_a_person_states_later_wins(book: Any) -> None:
    """The same bytes with another outlet are read again as that outlet's; given without, nothing changes."""
    book.add({"a.txt": FERRY})
    (taken,) = book.add({"a.txt": FERRY}, outlet="Kalvar Evening Star")
    assert taken.state == "restated"
    assert book.story().coverage.outlets == ("Kalvar Evening Star",)
    (again,) = book.add({"a.txt": FERRY})
    assert again.state == "unchanged"
    assert book.story().coverage.outlets == ("Kalvar Evening Star",)


def test_what_cannot_be_had_or_read_is_told(book: Any) -> None:
    """A missing file, an empty one, and a picture: each refused or kept with its reason, and the others go through."""
    (book.folder / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (book.folder / "missing.txt").unlink(missing_ok=True)
    taken = book.add({"a.txt": FERRY, "empty.txt": ""})
    assert [one.state for one in taken] == ["new", "refused"]
    from copydesk.run import Known
    from copydesk.run.ledgers import find_given, take

    paths = [str(book.folder / name) for name in ("missing.txt", "x.png")]
    states = [take(book.ledger, given, at=book.tick()).state for given in find_given(paths, common=Known())]
    assert states == ["refused", "new"]
    assert book.read() == 1
    assert count(book, schema.refusals) == 1
    assert len(book.stories()) == 1


def test_a_row_of_json_lines_is_revised_by_its_id(book: Any) -> None:
    """Rows of a file are pages of their own; another text under one id supersedes, another id does not."""
    row = '{{"id": "{}", "text": "{}", "created": "2024-03-04"}}\n'
    first = row.format("k1", "A ferry ran aground off Kalvar on Sunday, the coast guard said. Two people were hurt.")
    other = row.format("k2", "Millers in Ostrava ended a strike on Monday, their union said.")
    book.add({"rows.jsonl": first + other})
    assert sum(row.articles for row in book.stories()) == 2
    book.add({"rows.jsonl": first.replace("Two people", "Six people") + other})
    assert sum(row.articles for row in book.stories()) == 2
    assert count(book, schema.pages) == 3


@pytest.mark.parametrize("text", ["A \x00 in the words of the ferry, the guard said.\n", "Back\\slash \\0 \\\\0, he said.\n"])
def test_odd_characters_come_back_as_they_were(book: Any, text: str) -> None:
    """A NUL or a backslash on a page changes nothing of its text."""
    book.add({"odd.txt": FERRY + text})
    with book.ledger.reading() as connection:
        held = connection.execute(select(schema.texts.c.text)).scalars().all()
    assert any(one.endswith(text) for one in held)


def test_a_page_is_read_again_once_for_the_day_of_its_story(file_book: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that pages of a story lend one is settled at a rebuild; the next rebuild finds that reading."""
    from copydesk.run import local

    undated = FERRY.replace("March 4, 2024\n", "").replace("The Kalvar Herald", "The Kalvar Gazette")
    file_book.add({"a.txt": FERRY, "b.txt": LATER.replace("March 5", "March 4"), "u.txt": undated})
    assert {report.article.created[:10] for report in file_book.story().reports} == {"2024-03-04"}
    assert count(file_book, schema.rereadings) == 1
    monkeypatch.setattr(local, "_read_again", lambda *_: pytest.fail("read again"))
    file_book.add({"w.txt": WHEAT})
    assert len(file_book.story(file_book.stories()[1].id).reports) == 3


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Kalvar Wire</title>{}</channel></rss>"""
ENTRY = (
    "<item><title>{0}</title><link>https://wire.example/{1}</link><pubDate>Mon, 04 Mar 2024 10:00:00 GMT</pubDate>"
    "<description>{0} off Kalvar on Sunday, the coast guard said. {2}</description></item>"
)


def test_entries_of_a_feed_are_pages_of_their_own(book: Any) -> None:
    """A later feed adds what is new, revises what changed at its address, and loses nothing that fell out of it."""
    first = ENTRY.format("Ferry aground", 1, "Two people were hurt.")
    second = ENTRY.format("Barge adrift", 2, "Nobody was hurt.")
    book.add({"feed.xml": FEED.format(first + second)})
    third = ENTRY.format("Tug sinks", 3, "Four people were saved.")
    book.add({"feed.xml": FEED.format(third + first.replace("Two", "Seven"))})
    with book.ledger.reading() as connection:
        standing = connection.execute(select(schema.pages.c.url).where(schema.pages.c.superseded_by.is_(None))).scalars().all()
    assert sorted(standing) == [f"https://wire.example/{number}" for number in (1, 2, 3)]
    assert count(book, schema.pages) == 4
    assert [kind for kind, words in book.find("seven hurt", kind="article")] == ["article"]


def test_an_address_fetched_again_is_a_revision(file_book: Any) -> None:
    """The answer's bytes, headers and time are kept; the same bytes a day later change nothing, others supersede."""
    from copydesk.errors import NotFetched
    from copydesk.fetch import Fetched
    from copydesk.run import Known
    from copydesk.run.ledgers import find_given, take

    address = "https://kalvar.example/ferry"

    class Site:
        """Answers with its page at the time it is set to."""

        text, when = FERRY, "2024-03-04T12:00:00Z"

        def fetch(self, asked: str) -> Fetched:
            """The page, or a refusal for any other address."""
            if asked != address:
                raise NotFetched("status", "is gone (status 404)")
            return Fetched(
                asked=asked, address=asked, redirects=(), status=200, ip="203.0.113.9", body=self.text.encode(),
                headers=(("content-type", "text/plain; charset=utf-8"),), sha256="", fetched_at=self.when,
            )

    site = Site()

    def visit() -> list[str]:
        given = find_given([address, "https://kalvar.example/gone"], common=Known(), client=site)  # type: ignore[arg-type]
        states = [take(file_book.ledger, one, at=file_book.tick()).state for one in given]
        file_book.read()
        file_book.told = file_book.build()
        return states

    assert visit() == ["new", "refused"]
    site.when = "2024-03-05T12:00:00Z"
    assert visit() == ["unchanged", "refused"]
    site.text, site.when = FERRY.replace("two people", "seven people"), "2024-03-06T12:00:00Z"
    assert visit() == ["revised", "refused"]
    assert "seven people" in write_json(file_book.story())
    assert file_book.stories()[0].articles == 1
    with file_book.ledger.reading() as connection:
        kept = connection.execute(select(schema.captures.c.address, schema.captures.c.headers, schema.captures.c.seen_at)).all()
    assert [(row.address, "content-type" in row.headers, row.seen_at) for row in kept] == [
        (address, True, "2024-03-04T12:00:00Z"), (address, True, "2024-03-06T12:00:00Z"),
    ]
