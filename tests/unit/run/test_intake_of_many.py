"""Files that hold many pages give many intakes, each under its own key, also from folders and standard input."""

import gzip
from pathlib import Path

from copydesk.run.intake import Known, read_paths

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
