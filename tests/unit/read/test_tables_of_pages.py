"""Rows of tables: one line each, merged cells and all, so that a row can be read alone and shown where it stands."""

import pytest

from copydesk.read import PageFile, read_page
from copydesk.record import Page, Span


def read(table: str) -> tuple[Page, list[str], PageFile]:
    raw = f"<html><body><h1>Boats lost</h1><table>{table}</table></body></html>".encode()
    page, layout, _ = read_page(raw, key="a.html")
    lines = [page.text[piece.span.start:piece.span.end] for piece in layout.pieces]
    return page, [line.replace(" \u2003", "|") for line in lines[1:]], PageFile(raw, page, layout.pieces)


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("<tr><th rowspan=2>Quay</th><th>Mon</th></tr><tr><th>Tue</th></tr>", ["Quay|Mon", "Quay|Tue"]),
        ("<tr><td rowspan='2'>North</td><td>3</td></tr><tr><td>1</td></tr><tr><td>South</td><td>2</td></tr>",
         ["North|3", "North|1", "South|2"]),
        ("<tr><td>a</td><td rowspan=2>7</td><td>x</td></tr><tr><td>b</td><td>y</td></tr>", ["a|7|x", "b||y"]),
        ("<tr><th colspan=2>Lost</th><th>Found</th></tr><tr><td>3</td><td>4</td><td>5</td></tr>", ["Lost||Found", "3|4|5"]),
        ("<tr><td rowspan=x>North</td><td colspan='-1'>3</td></tr><tr><td>South</td></tr>", ["North|3", "South"]),
        ("<tr><td><p>North</p></td><td><div>3<br>boats</div></td></tr>", ["North| 3 boats"]),
        ("<tr><td rowspan=99999>North</td><td>3</td></tr></table><table><tr><td>a</td><td>b</td></tr>", ["North|3", "a|b"]),
    ],
)
def test_merged_cells(table: str, rows: list[str]) -> None:
    """A heading or first cell over several rows is said in each; another keeps its place empty; columns stay in line."""
    assert read(table)[1] == rows


def test_long_cells_are_paragraphs() -> None:
    """A table that lays out a page is none of values."""
    words = "The ferry lay on its side behind the mole while divers looked for a way into the cabin below the waterline. "
    rows = read(f"<tr><td><p>{words * 3}</p><p>{words}</p></td><td><p>Second column.</p></td></tr>")[1]
    assert rows == [(words * 3).strip(), words.strip(), "Second column."]


def test_a_row_with_a_heading_from_above_has_its_place() -> None:
    """The heading stands in the file only once: the row is shown by its own cells."""
    page, _, file = read("<tr><td rowspan='2'>North</td><td>31</td></tr><tr><td>45</td></tr>")
    start = page.text.rindex("North")
    place = file.find(Span(start=start, end=len(page.text)))
    assert place is not None
    assert file.text[place.start:place.end] == "45"
