"""Golden pages: invented pages in the layouts of many outlets, each line labelled by hand."""

import hashlib
import json
from itertools import pairwise
from pathlib import Path

import pytest

from copydesk.clean import find_articles
from copydesk.lexicon import load_world
from copydesk.read import read_text_page

HERE = Path(__file__).parent
ROWS = [
    (json.loads(line), folder) for folder in (HERE, HERE / "second")
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]
# Share of labelled characters with the right role on each page: a floor against regressions, below what is reached.
FLOOR = 0.5


@pytest.mark.parametrize(("row", "folder"), ROWS, ids=[row["doc"] for row, _ in ROWS])
def test_a_golden_page_is_labelled(row: dict, folder: Path) -> None:
    """The page is the one that was labelled, its blocks partition it, and most of its words get their role."""
    text = (folder / f"{row['doc']}.txt").read_text(encoding="utf-8")
    assert hashlib.sha256(text.encode()).hexdigest() == row["sha256"]
    page, layout, _ = read_text_page(text, key=row["doc"])
    articles, _ = find_articles(page=page, layout=layout, world=load_world())
    blocks = sorted((b.span.start, b.span.end, b.role) for article in articles for b in article.blocks)
    assert (blocks[0][0], blocks[-1][1]) == (0, len(text))
    assert all(left[1] == right[0] for left, right in pairwise(blocks))
    roles = [role for start, end, role in blocks for _ in range(start, end)]
    right = sum(role == line["role"] for line in row["lines"] for role in roles[line["start"]:line["end"]])
    assert right >= FLOOR * sum(line["end"] - line["start"] for line in row["lines"])
