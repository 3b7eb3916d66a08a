"""What was read, as tables: as many rows as the record has, and every block with its role."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "edit"))
from story_by_hand import make_reports

from copydesk.record import Refusal
from copydesk.write import write_blocks, write_report_table


def test_a_report_shows_its_article_and_counts_its_rows() -> None:
    """Headline, outlet, creation day with its basis; then one row a statement and an event."""
    told = write_report_table(make_reports())
    assert "headline   Strike shuts Ardmel port" in told
    assert "created    2023-03-06 (given)" in told
    assert "statements (2)" in told
    assert "events (1)" in told
    assert "Tarrow" in told
    assert "> Quay Gazette" in told


def test_a_report_without_an_article_says_why() -> None:
    """A page that could not be read is a row of the table, not a gap."""
    report = make_reports()[0]
    refused = replace(
        report, article=None, statements=(), events=(),
        refusals=(Refusal(page_id=report.page.id, stage="read", reason="the page is empty"),),
    )
    told = write_report_table([refused])
    assert "no article was read" in told
    assert "read  the page is empty" in told


def test_blocks_are_shown_in_page_order_with_article_line_and_role() -> None:
    """Nothing is removed: each block that holds words has its row."""
    report = make_reports()[1]
    assert report.article is not None
    reasons = {report.article.blocks[0].span: ("first line", "no full stop")}
    rows = write_blocks(report.page, (report.article,), key="times.txt", reasons=reasons).split("\n")
    assert rows[0] == "times.txt: 1 article"
    assert rows[1] == "1     1  headline      Ardmel waits for its ships"
    assert rows[2].endswith("why: first line, no full stop")
    assert rows[-2].split()[2] == "editors_note"
    assert len(rows) == 2 + len(report.article.blocks) + 1
