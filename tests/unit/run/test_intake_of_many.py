"""Files that hold many pages give many intakes, each under its own key, also from folders and standard input."""

import gzip
import time
from pathlib import Path

from copydesk.lexicon import load_world
from copydesk.read import Parcel
from copydesk.run.blocks import find_blocks
from copydesk.run.intake import Known, read_bytes, read_parcel, read_paths

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>The harbour closed on Monday.</p></body></html>"
RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
    b"WARC-Target-URI: https://a.example/1\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    % (len(ANSWER), ANSWER)
)


def test_pages_of_an_archive_have_numbered_keys_and_the_manifest_wins(tmp_path: Path) -> None:
    """The address and the capture time come from the archive unless the user states them."""
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(RECORD) * 2)
    first, second = read_paths([str(tmp_path)], common=Known())
    assert [Path(each.key).name for each in (first, second)] == ["crawl.warc.gz#1", "crawl.warc.gz#2"]
    assert (first.page.url, first.page.fetched_at) == ("https://a.example/1", "2024-03-05T10:00:00Z")
    assert first.page.text == "The harbour closed on Monday."
    stated, _ = read_paths([str(tmp_path)], common=Known(fetched_at="2024-03-07", outlet="The Ledger"))
    assert (stated.page.fetched_at, stated.page.outlet) == ("2024-03-07", "The Ledger")


def test_standard_input_may_hold_many_pages() -> None:
    """`-` is sniffed like a file."""
    (only,) = read_paths(["-"], common=Known(), standard_input=RECORD)
    assert only.key == "-#1"


def test_a_page_packed_with_gzip_is_one_page_and_a_bomb_is_refused(tmp_path: Path) -> None:
    """What was left out of a file as a whole comes once, under the file's own key."""
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"The harbour closed on Monday."))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"a" * 300_000_000))
    (tmp_path / "c.txt.gz").write_bytes(b"\x1f\x8bwrong")
    page, bomb, wrong = read_paths([str(tmp_path)], common=Known())
    assert (Path(page.key).name, page.page.text) == ("a.txt.gz", "The harbour closed on Monday.")
    assert "swells" in bomb.refusals[0].reason
    assert "damaged" in wrong.refusals[0].reason


def test_a_gzip_file_that_is_cut_off_is_one_page_with_its_fault_and_an_empty_one_is_told() -> None:
    """Neither two pages under one key nor none."""
    packed = gzip.compress(b"The harbour closed on Monday. " * 9)
    (cut,) = read_parcel(Parcel(name="a.gz", raw=packed[:-5]), known=Known())
    assert cut.page.text.startswith("The harbour closed")
    assert "cut off" in cut.refusals[0].reason
    (empty,) = read_parcel(Parcel(name="a.gz", raw=gzip.compress(b"")), known=Known())
    assert "holds nothing" in empty.refusals[0].reason


def test_a_file_of_many_gzip_members_costs_no_more_than_its_length() -> None:
    """Members may be empty, and zeros may stand between and after them."""
    member = gzip.compress(b"word ") + bytes(40_000)
    (page,) = read_parcel(Parcel(name="a.gz", raw=gzip.compress(b"") + member * 9), known=Known())
    assert (page.page.text, page.refusals) == ("word " * 9, ())
    started = time.process_time()
    (page,) = read_parcel(Parcel(name="a.gz", raw=gzip.compress(b"a ") * 200_000), known=Known())
    assert len(page.page.text) == 400_000
    assert time.process_time() - started < 5  # 20 where each member copies the rest of the file


def test_a_pdf_or_mail_in_an_archive_has_the_address_it_was_captured_at() -> None:
    """As a page of HTML there has."""
    mail = b"HTTP/1.1 200 OK\r\nContent-Type: message/rfc822\r\n\r\nSubject: Port shut\n\nThe harbour closed.\n"
    record = RECORD[: RECORD.index(b"Content-Length")] + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(mail), mail)
    (page,) = read_parcel(Parcel(name="a.warc", raw=record), known=Known(url="https://a.example/archive"))
    assert (page.key, page.page.text) == ("a.warc#1", "Port shut\nThe harbour closed.")
    assert (page.page.url, page.page.fetched_at) == ("https://a.example/1", "2024-03-05T10:00:00Z")


FEED = b"<rss><channel><title>Gazette</title>%s</channel></rss>" % b"".join(
    b"<item><title>%s</title><link>https://g.example/%d</link></item>" % (title, n)
    for n, title in enumerate((b"Pier", b"Quay"))
)


def test_files_within_files_are_opened_and_keys_say_the_way() -> None:
    """A feed in a web archive: its entries have the capture time of the feed."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n" + FEED
    record = RECORD[: RECORD.index(b"Content-Length")] + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(answer), answer)
    read = list(read_parcel(Parcel(name="a.warc", raw=record), known=Known()))
    assert [each.key for each in read] == ["a.warc#1#1", "a.warc#1#2"]
    assert [each.page.url for each in read] == ["https://g.example/0", "https://g.example/1"]
    assert {each.page.fetched_at for each in read} == {"2024-03-05T10:00:00Z"}


def test_the_address_of_a_feed_is_not_that_of_its_entries() -> None:
    """What a manifest row states of a feed's address is left aside; its outlet holds for all entries."""
    read = list(read_parcel(Parcel(name="a.xml", raw=FEED), known=Known(url="https://g.example/feed", outlet="The Ledger")))
    assert [(each.page.url, each.page.outlet) for each in read] == [
        ("https://g.example/0", "The Ledger"), ("https://g.example/1", "The Ledger"),
    ]


def test_rows_are_read_from_files_too(tmp_path: Path) -> None:
    """A JSON Lines file among the paths is what `--jsonl` reads; other lines of JSON are exports."""
    rows = b'{"id": "a", "text": "The harbour closed.", "outlet": "The Ledger"}\n'
    rows += b'{"id": "b", "text": "%s"}\n' % (b"word " * 20_000)
    (tmp_path / "rows.jsonl").write_bytes(rows)
    (tmp_path / "turned.jsonl").write_bytes(b"".join(reversed(rows.splitlines(keepends=True))))
    read = list(read_paths([str(tmp_path)], common=Known()))
    assert [each.key for each in read] == ["a", "b", "b", "a"]
    assert read[0].page.outlet == "The Ledger"
    assert read[0].layout.whole_article


def test_one_page_is_wanted_of_a_file() -> None:
    """A mail with an attachment is one page with its note; a feed is several, which is said."""
    mail = b"From: Ann <ann@x.example>\nSubject: Port shut\nDate: Tue, 05 Mar 2024 10:00:00 +0100\n\nThe harbour closed.\n"
    assert read_bytes(mail, key="a.eml", known=Known()).page.text == "Port shut\nThe harbour closed."
    assert "several pages" in read_bytes(FEED, key="a.xml", known=Known()).refusals[0].reason


def test_a_feed_becomes_labelled_articles() -> None:
    """Headline, paragraph and time of each entry arrive in the articles that `clean` finds."""
    raw = b"""<rss><channel><title>Gazette</title><item><title>Port shut</title>
        <pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate>
        <description>No ship left port on Monday, the harbour master said.</description></item></channel></rss>"""
    (intake,) = read_parcel(Parcel(name="a.xml", raw=raw), known=Known())
    articles, _, _ = find_blocks(intake, load_world())
    assert [block.role for block in articles[0].blocks] == ["headline", "paragraph"]
    assert articles[0].created_candidates[0].value == "2024-03-05T10:00:00+01:00"
    assert articles[0].outlet == "Gazette"
