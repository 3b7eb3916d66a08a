"""PDF: the text layer in reading order, broken lines joined, margins last; pictures of pages are refused."""

import pytest

from copydesk.read.entries import Entry, Gap
from copydesk.read.formats import read_parts
from copydesk.read.parcel import Parcel
from evaluation.fuzz.seeds import Drawn
from evaluation.fuzz.seeds import draw_pdf as pdf

ONE = [
    "The harbour master said on Monday that no ship would",
    "leave port before the storm has passed over the coast,",
    "and that two vessels wait outside.",
    "Ferries stay at the quay, the port authority said, while",
    "crews repair the damaged pier.",
]
TWO = [
    "The government promised money for the work that is to",
    "begin next week, when the waves are expected to be low",
    "enough for divers.",
]


def column(lines: list[str], x: float = 60, y: float = 700, size: float = 10) -> list[Drawn]:
    return [(x, y - 12 * i, size, line) for i, line in enumerate(lines)]


def read(raw: bytes) -> tuple[list[Entry], list[Gap]]:
    parts = list(read_parts(Parcel(name="a.pdf", raw=raw)) or ())
    return [p for p in parts if isinstance(p, Entry)], [p for p in parts if isinstance(p, Gap)]


PARAGRAPHS = [" ".join(ONE[:3]), " ".join(ONE[3:]), " ".join(TWO)]


@pytest.mark.parametrize("packed", [False, True])
def test_broken_lines_are_paragraphs_again(packed: bool) -> None:
    """A short last line ends a paragraph; so do a wider gap and another letter size."""
    page = [(60.0, 760.0, 18.0, "Port shut"), *column(ONE), *column(TWO, y=620)]
    (entry,), gaps = read(pdf(page, packed=packed))
    assert (entry.text or "").split("\n") == ["Port shut", *PARAGRAPHS]
    assert entry.number is None
    assert gaps == []


@pytest.mark.parametrize("by_row", [False, True])
def test_columns_are_read_one_after_another(by_row: bool) -> None:
    """Whether the file draws them column by column or row by row."""
    left, right = column(ONE, x=60), column(TWO + TWO, x=320)
    rows = sorted([*left, *right], key=lambda drawn: (-drawn[1], drawn[0]))
    page = [(60.0, 760.0, 18.0, "Port shut"), *(rows if by_row else [*left, *right])]
    (entry,), _ = read(pdf(page))
    assert (entry.text or "").split("\n") == ["Port shut", *PARAGRAPHS, PARAGRAPHS[2]]


def test_a_paragraph_goes_on_over_the_page_and_margins_stand_last() -> None:
    """Headers and footers that repeat but for their number are no part of the text between; they are counted."""
    head = (60.0, 810.0, 8.0, "Harbour Gazette")
    pages = [[head, *column(ONE[i:i + 2], y=400), (280.0, 30.0, 8.0, f"Page {i}")] for i in range(0, 4, 2)]
    (entry,), _ = read(pdf(*pages))
    assert (entry.text or "").split("\n") == [
        " ".join(ONE[:3]), ONE[3], "Harbour Gazette", "Page 0", "Harbour Gazette", "Page 2",
    ]
    assert any("headers and footers" in note and note.endswith("4") for note in entry.notes)


def test_a_hyphen_at_the_end_of_a_line_stays_and_is_counted() -> None:
    """Whether "well-known" or "har-bour" was meant is not decided here."""
    (entry,), _ = read(pdf(column(["The master of the har-", "bour spoke of a well-", "known storm."])))
    assert entry.text == "The master of the har-bour spoke of a well-known storm."
    assert any(note.endswith(": 2") for note in entry.notes)


def test_a_table_is_not_taken_for_columns() -> None:
    """Short cells stay in their rows."""
    cells = [(60.0 + 200 * c, 700.0 - 12 * r, 10.0, f"cell {r}{c}") for r in range(4) for c in range(2)]
    (entry,), _ = read(pdf(cells))
    assert (entry.text or "").replace("\n", " ").startswith("cell 00 cell 01 cell 10 cell 11")


def test_pictures_of_pages_are_refused_and_empty_pages_are_told() -> None:
    """A scan needs text recognition first."""
    entries, (gap,) = read(pdf([], []))
    assert entries == []
    assert "no text layer (pages: 2)" in gap.reason
    (entry,), _ = read(pdf(column(ONE), []))
    assert any("without a text layer left out: 1 of 2" in note for note in entry.notes)


@pytest.mark.parametrize("raw", [
    b"%PDF-1.7 and nothing else", b"%PDF-1.4\n" + b"\x00" * 3000, pdf(column(ONE))[:400],
    pdf(column(ONE)).replace(b"/Pages 2 0 R", b"/Pages 1 0 R"), pdf(column(ONE)).replace(b"/Parent 2", b"/Kids 2"),
    pdf(column(ONE), packed=True).replace(b"/FlateDecode", b"/LZWDecode"),
])
def test_broken_files_are_told_never_raised(raw: bytes) -> None:
    """Cut off, circular, wrongly packed."""
    entries, gaps = read(raw)
    assert entries or gaps[0].reason
