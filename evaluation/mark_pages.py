"""Marked pages to golden pages: `python -m evaluation.mark_pages tests/pages/marked.pages tests/pages` makes
the pages (*.txt) and their labels (gold.jsonl).

A marked page opens with `### name`; each of its lines is `role article|text`, the role a letter of `ROLES`, the article 0
for the main one and 1, 2, ... for cards; `+1` is an entry of a live page, which is an article of its own but no card. `.` is a
blank line; `¶` parts two blocks that share a line. What each role takes in is written in tests/pages/README.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

ROLES = {
    "h": "headline", "s": "standfirst", "u": "subheading", "p": "paragraph", "l": "list_item", "q": "pull_quote", "w": "table",
    "b": "byline", "d": "dateline", "t": "timestamp", "c": "section", "k": "caption", "r": "credit", "e": "editors_note",
    "n": "update_note", "x": "correction", "m": "promotion", "a": "related_link", "o": "comment", "g": "legal",
    "v": "navigation",
}


def read_marked(text: str) -> list[tuple[str, str, list[dict[str, Any]], set[int]]]:
    """(name, page text, labelled stretches, numbers of live entries) of each marked page; offsets in code points."""
    pages = []
    for chunk in text.split("### ")[1:]:
        name, _, body = chunk.partition("\n")
        page, lines, entries = "", [], set()
        for row in body.rstrip("\n").split("\n"):
            for part in [] if row == "." else row.split("¶"):
                mark, _, words = part.partition("|")
                page += words
                start = len(page) - len(words.lstrip())
                if mark[1] == "+":
                    entries.add(int(mark[1:]))
                lines.append({"start": start, "end": len(page.rstrip()), "role": ROLES[mark[0]], "article": int(mark[1:])})
            page += "\n"
        pages.append((name.strip(), page, lines, entries))
    return pages


def gold_row(name: str, page: str, lines: list[dict[str, Any]], entries: set[int]) -> dict[str, Any]:
    """One row of gold.jsonl; entries: numbers of the articles that are entries of a live page."""
    def words(article: int, role: str) -> list[str]:
        return [page[line["start"]:line["end"]] for line in lines if line["article"] == article and line["role"] == role]

    numbers = sorted({line["article"] for line in lines})
    articles = [
        {"headline": next(iter(words(number, "headline")), None), "bylines": words(number, "byline"),
         "created": words(number, "timestamp"), "section": next(iter(words(number, "section")), None),
         "is_card": number > 0 and number not in entries}
        for number in numbers
    ]
    return {"doc": name, "sha256": hashlib.sha256(page.encode()).hexdigest(), "lines": lines, "articles": articles}


def main() -> None:
    """Write the pages and their labels."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    rows = []
    for name, page, lines, entries in read_marked(options.marked.read_text(encoding="utf-8")):
        (options.folder / f"{name}.txt").write_text(page, encoding="utf-8")
        rows.append(json.dumps(gold_row(name, page, lines, entries), ensure_ascii=False))
    (options.folder / "gold.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
