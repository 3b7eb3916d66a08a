"""Damaged files of every format: whatever bytes are lost, doubled or changed, reading ends with pages or with reasons."""

import gzip
import time

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from copydesk import read_page, read_pages
from copydesk.clean import find_articles
from copydesk.lexicon import load_world
from copydesk.read import Entry, Parcel, Stated, read_entry, read_parts
from evaluation.fuzz.cases import CASES
from evaluation.fuzz.check import check_file
from evaluation.fuzz.mutate import Edit, apply_edits, edits
from evaluation.fuzz.seeds import SENTENCE, load_seeds


@pytest.mark.parametrize("name", load_seeds())
def test_damage_gives_pages_or_reasons(name: str) -> None:
    """Forty damaged copies of the files of each format, plain and gzipped: no fault, and blocks partition each page."""
    @seed(1)
    @settings(max_examples=40, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(load_seeds()[name]), edits(), st.booleans())
    def read_one(file: bytes, changes: list[Edit], packed: bool) -> None:
        raw = apply_edits(file, changes)
        outcome = check_file(gzip.compress(raw, mtime=0) if packed else raw, name)
        assert outcome.kind in ("read", "refused", "slow"), outcome.detail

    read_one()


@pytest.mark.parametrize("case", CASES)
def test_files_at_their_worst_are_read_or_refused(case: str) -> None:
    """How long each takes is measured by `python -m evaluation.fuzz --cases`."""
    name, make = CASES[case]
    outcome = check_file(make(20_000), name)
    assert outcome.kind in ("read", "refused", "slow"), outcome.detail


@pytest.mark.parametrize(("case", "reason"), [
    ("zip bomb", "ZIP archive"), ("gzip bomb", "swells"), ("wrong gzip", "damaged"), ("cut gzip", "cut off"),
    ("nulls", "no text in any encoding"), ("nested elements", "nested too deeply"), ("wall of cookies", "consent wall"),
])
def test_the_reason_is_said(case: str, reason: str) -> None:
    """What could not be read, or only in part, says why."""
    name, make = CASES[case]
    page = read_page(make(20_000), key=name)
    _, refusals = find_articles(page=page.page, layout=page.layout, world=load_world())
    assert any(reason in refusal.reason for refusal in (*page.refusals, *refusals))


@pytest.mark.parametrize("number", [
    "5 km²", "³", "①", "2 1/٠ million", "7" * 5000, "9" * 310 + " million", "hundred " * 300, "1" * 5000 + "th",
])
def test_what_only_looks_like_a_number_stops_no_page(number: str) -> None:
    """Raised digits, a fraction of nothing, and rows of digits that no number has."""
    outcome = check_file(f"{SENTENCE}\nThe area of {number} was shut on 5 March 2024.\n{number}".encode(), "a.txt")
    assert outcome.kind == "read", outcome.detail


def test_a_number_too_long_for_a_row_refuses_that_row_alone() -> None:
    """The others go through."""
    rows = f'{{"id": 1, "text": "{SENTENCE}"}}\n{{"id": {"9" * 5000}, "text": "x"}}\n'
    first, second = read_pages(rows.encode(), key="rows.jsonl")
    assert first.page.text == SENTENCE
    assert "not JSON" in second.refusals[0].reason


@pytest.mark.parametrize("name", ["a.warc", "result.json"])
def test_a_raised_digit_where_a_count_should_stand_is_no_count(name: str) -> None:
    """A length or a time of "²" is none."""
    raw = load_seeds()[name][0].replace(b"Content-Length: 1", "Content-Length: ²".encode()).replace(b"1709632800", "²".encode())
    assert check_file(raw, name).kind in ("read", "refused")


LONG = 400_000  # characters
HOSTILE = {
    "comments": "<!---->" * (LONG // 7) + "x",
    "instructions": "<?x?>" * (LONG // 5) + "x",
    "sections": "<rss><channel><item><title>" + "<![CDATA[" * (LONG // 9) + "&",
    "spaces": "<rss><channel><item><title>x</title><description>&lt;" + " " * LONG + "</description></item></channel></rss>",
    "names": f"<rss><channel><item><title>x</title><author>a{' ' * LONG}b{'@' * LONG}</author></item></channel></rss>",
    "dates": f"<rss><channel><item><title>x</title><pubDate>{'Tue, ' * (LONG // 5)}</pubDate></item></channel></rss>",
    "dashes": "From: a\nTo: b\nSubject: c\n\n" + "-" * LONG,
    "headers": "From: " + "(" * LONG + "\nTo: b\nSubject: " + "=?utf-8?q?" * (LONG // 10) + "\n\nwords",
    "parts": "From: a\nTo: b\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * (LONG // 8),
    "brackets": "[" * LONG, "objects": '{"a":' * (LONG // 5), "lines": '{"id":1}\n' * (LONG // 9),
    "elements": "<rss>" + "<item/>" * (LONG // 7), "depth": "<feed>" + "<a>" * (LONG // 3),
    "wrapped": '<div class="page_wrap">' * (LONG // 23) + "Exported Data",
    "record": "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999999\r\n\r\n" + "x" * LONG,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_long_hostile_files_take_no_more_time_than_their_length(name: str) -> None:
    """Nothing is looked at again and again: a few seconds of processor time at most for 400,000 characters."""
    begun = time.process_time()
    raw = HOSTILE[name].encode()
    for part in read_parts(Parcel(name=name, raw=raw)) or (Entry(number=None, basis="file", media_type="", raw=raw),):
        if isinstance(part, Entry):
            read_entry(part, Stated(key=name))
    assert time.process_time() - begun < 5
