"""The commands as a person types them, on pages of our own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.record.codec import read_report_json, read_story

FIRST = """Strike closes Orlen's main port
By Dana Whitlock
March 5, 2024

Dockworkers in Orlen walked off the job on Tuesday, shutting the country's main port.

"We will stay out until the contract is signed," union leader Marek Dovan said.

The transport ministry did not say how many ships were waiting.
"""
SECOND = """Port strike enters first day
The Harbour Post
March 5, 2024

The transport ministry said on Tuesday that 40 ships were waiting outside Orlen.

Union leader Marek Dovan said workers would stay out until a contract was signed.
"""


def copydesk(*arguments: str, given: bytes = b"", status: int = 0) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "copydesk.cli", *arguments],
        input=given,
        capture_output=True,
        check=False,
    )
    assert done.returncode == status, done.stderr.decode()
    return done


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def story_file(pages: Path) -> Path:
    out = pages.parent / (pages.name + "-story.json")
    copydesk("brief", str(pages), "--json", "-o", str(out))
    return out


def test_a_brief_is_text_without_colour_when_it_is_piped(pages: Path) -> None:
    """Sections, numbered lines and evidence; no escape codes; nothing but the brief on stdout."""
    done = copydesk("brief", str(pages))
    text = done.stdout.decode()
    assert "\x1b[" not in text
    assert "COVERAGE" in text
    assert "carried by" in text
    assert "Marek Dovan" in text


def test_standard_input_is_a_page() -> None:
    """`-` reads one page from standard input."""
    report = read_report_json(copydesk("read", "-", "--json", given=FIRST.encode()).stdout)
    assert report.key == "-"
    assert report.page.text == FIRST
    assert report.article is not None
    assert report.article.created == "2024-03-05"


def test_the_story_is_the_published_record(story_file: Path, pages: Path) -> None:
    """--json writes a Story whose every piece of evidence is exactly the words of its page."""
    story = read_story(story_file.read_bytes())
    texts = {report.page.id: report.page.text for report in story.reports}
    assert story.brief
    for line in story.brief:
        assert line.evidence
        for evidence in line.evidence:
            assert texts[evidence.page_id][evidence.start : evidence.end] == evidence.words


def test_explain_needs_the_story_file_alone(story_file: Path) -> None:
    """The first line, by number and by id, shows its words and its trace."""
    story = read_story(story_file.read_bytes())
    by_number = copydesk("explain", str(story_file), "1").stdout.decode()
    assert by_number == copydesk("explain", str(story_file), story.brief[0].id).stdout.decode()
    assert story.brief[0].evidence[0].words.split("\n")[0][:40] in by_number
    assert "999" in copydesk("explain", str(story_file), "999", status=2).stderr.decode()


def test_html_is_one_file_that_asks_nobody(pages: Path, tmp_path: Path) -> None:
    """The page holds the words of both pages and names no other host."""
    out = tmp_path / "brief.html"
    copydesk("brief", str(pages), "--html", "-o", str(out))
    html = out.read_text(encoding="utf-8")
    assert "did not say how many ships" in html
    assert "http://" not in html.replace("http://www.w3.org", "")
    assert "<script src" not in html
    assert "<link" not in html


def test_clean_tells_where_each_block_stands_in_the_file(tmp_path: Path) -> None:
    """Line and column in the markup; what stands in standard input has no file."""
    page = tmp_path / "ferry.html"
    body = "<h1>Ferry strike</h1>\n  <p>Ferry crews stayed ashore on Monday, the union said.</p>"
    page.write_text(f"<html><body>\n{body}</body></html>")
    shown = copydesk("clean", "--where", str(page)).stdout.decode()
    assert "in the file: line 2, column 5" in shown
    assert "in the file: line 3, column 6" in shown
    assert "in the file" not in copydesk("clean", "--where", "-", given=page.read_bytes()).stdout.decode()


def test_clean_shows_every_block_with_its_role(pages: Path) -> None:
    """Labels, not deletions: the byline is there, called a byline."""
    shown = copydesk("clean", str(pages / "first.txt")).stdout.decode()
    assert any("byline" in line and "Dana Whitlock" in line for line in shown.splitlines())
    assert any("headline" in line and "Strike closes" in line for line in shown.splitlines())


def test_json_lines_give_one_report_a_row(tmp_path: Path) -> None:
    """Rows come back in order under their ids."""
    rows = [{"id": n, "text": text, "created": "2024-03-05"} for n, text in (("x", "Ships waited on Monday."), ("y", ""))]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    reports = [read_report_json(line) for line in copydesk("read", "--jsonl", str(path), "--json").stdout.splitlines()]
    assert [report.key for report in reports] == ["x", "y"]
    assert [t.value for t in reports[0].times] == ["2024-03-04"]
    assert reports[1].article is None
    assert reports[1].refusals


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("brief",), 2, "no page was given"),
        (("brief", "gone.txt"), 2, "gone.txt"),
        (("brief", "-", "--created", "soon"), 2, "--created 'soon' is no ISO 8601"),
        (("explain", "gone.json", "1"), 2, "gone.json"),
        (("brief", "--colour"), 2, "No such option"),
    ],
)
def test_bad_input_is_one_clear_line(arguments: tuple[str, ...], status: int, message: str) -> None:
    """What, where and what to do; no traceback; exit status 2."""
    done = copydesk(*arguments, status=status)
    assert message in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert done.stdout == b""


def test_pages_nobody_can_read_are_listed_and_the_others_go_through(pages: Path, tmp_path: Path) -> None:
    """A French, an empty and a corrupt file change no claim and stand under coverage with their reasons."""
    (tmp_path / "fr.txt").write_text(
        "Le ministre a déclaré mardi que les négociations avec les syndicats reprendraient dans la semaine, selon lui.\n"
        "Les ouvriers du port restent en grève et aucun navire n'a pu décharger, a-t-il ajouté devant la presse.\n",
        encoding="utf-8",
    )
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "broken.html").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff\xfe\x00")
    alone = read_story(copydesk("brief", str(pages), "--json").stdout)
    among = read_story(copydesk("brief", str(pages), str(tmp_path), "--json").stdout)
    assert among.claims == alone.claims
    told = " ".join(refusal.reason for refusal in among.coverage.refusals)
    assert all(name in told for name in ("fr.txt", "empty.txt", "broken.html"))


def test_a_correction_is_shown_and_undone(pages: Path, tmp_path: Path) -> None:
    """The outlet of a page is corrected, shown, survives a second run, and goes with its row."""
    rows = tmp_path / "corrections.toml"
    rows.write_text('[[outlet]]\npage = "first.txt"\noutlet = "The Quay"\nby = "RK"\n', encoding="utf-8")
    runs = [read_story(copydesk("brief", str(pages), "--json", "--corrections", str(rows)).stdout) for _ in range(2)]
    assert runs[0] == runs[1]
    assert "The Quay" in runs[0].coverage.outlets
    assert runs[0].corrections == ("the outlet of first.txt is The Quay (by RK)",)
    shown = copydesk("brief", str(pages), "--corrections", str(rows)).stdout.decode()
    assert "the outlet of first.txt is The Quay" in shown
    rows.write_text("", encoding="utf-8")
    undone = read_story(copydesk("brief", str(pages), "--json", "--corrections", str(rows)).stdout)
    assert undone == read_story(copydesk("brief", str(pages), "--json").stdout)


def test_a_speaker_corrected_on_an_undated_page_stays_corrected(tmp_path: Path) -> None:
    """Settling the page's day from its neighbour reads it again; the person's word survives that."""
    dated = "Bridge shut in Orlen\nMarch 5, 2024\n\nThe bridge at Orlen was shut on Tuesday, mayor Lena Koval said.\n"
    undated = 'Bridge shut in Orlen\n\nThe bridge at Orlen was shut on Tuesday. "It is not safe," the engineer said.\n'
    (tmp_path / "dated.txt").write_text(dated, encoding="utf-8")
    (tmp_path / "undated.txt").write_text(undated, encoding="utf-8")
    rows = tmp_path / "rows.toml"
    rows.write_text('[[speaker]]\npage = "undated.txt"\nwords = "the engineer"\nperson = "Jan Tal"\n', encoding="utf-8")
    pages = (str(tmp_path / "dated.txt"), str(tmp_path / "undated.txt"))
    story = read_story(copydesk("brief", *pages, "--json", "--corrections", str(rows)).stdout)
    (report,) = (report for report in story.reports if report.key.endswith("undated.txt"))
    assert report.article is not None
    assert report.article.created is not None
    assert [
        s.speaker.name for s in report.statements if s.speaker and "safe" in report.page.text[s.span.start : s.span.end]
    ] == ["Jan Tal"]


def test_no_page_of_a_run_asks_for_the_day(pages: Path) -> None:
    """--as-of replays a day: later articles are set aside, and said to be."""
    story = read_story(copydesk("brief", str(pages), "--json", "--as-of", "2024-03-05").stdout)
    assert story.as_of == "2024-03-05"
    done = copydesk("brief", str(pages), "--json", "--as-of", "2024-03-04", status=2)
    assert "2024-03-05" in done.stderr.decode()
