"""Silver pages whose labels were corrected by hand: which pages, and the committed rows (hashes and offsets, no text).

A row of evaluation/silver/corrected.jsonl: {id_sha256, view, sha256, lines: [[start, end, role], ...]}; sha256 is of the
page's text, its lines joined with newlines; start and end are code points of that text, one stretch a line; role is one of
`ROLES` of evaluation/mark_pages.py, with the number of its card behind a colon ("headline:1") where the line is a part of
another story.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.pages import ENGLISH, is_unread

SILVER = Path("pages/furniture_silver.json.gz")  # in a folder of gold data
CORRECTED = Path(__file__).with_name("silver") / "corrected.jsonl"
BODY = frozenset(("paragraph", "list_item", "subheading", "standfirst", "pull_quote", "table"))
LABELS = {"paragraph": "body", "headline": "title", "byline": "byline", "credit": "credit", "caption": "caption"}
CHOSEN = 60  # pages that are corrected by hand, of 159 in English; all of them of the half that may be read
UNREAD = 30  # further ones, of the half whose failures nobody reads
VIEW = "loose"  # of the lines of the chosen pages 35 % are not body in this view; in `full` 87 %, most of them menus


@dataclass(frozen=True, slots=True)
class SilverPage:
    """One page of the silver file. lines: (text, label); the label is body, title, byline, credit, caption or furniture."""

    key: str
    view: str
    lines: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The page as it is examined: its lines joined with newlines."""
        return "\n".join(line for line, _ in self.lines)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """[start, end) of each line in the text."""
        found, start = [], 0
        for line, _ in self.lines:
            found.append((start, start + len(line)))
            start += len(line) + 1
        return tuple(found)


def hash_text(text: str) -> str:
    """SHA-256 over the UTF-8 bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


def load_silver(path: Path) -> list[SilverPage]:
    """The pages of Fundus folders in English, both views, in file order."""
    rows = json.loads(gzip.decompress(path.read_bytes()))
    return [
        SilverPage(row["id"], row["view"], tuple((line, label) for line, label in row["lines"]))
        for row in rows if row["src"] == "fundus-eval" or row.get("cc") in ENGLISH
    ]


def choose_pages(pages: list[SilverPage]) -> list[SilverPage]:
    """The pages to correct, in the order of their numbers, in one view.

    The first 60 by the SHA-256 of their ids; then the first 30 of the unread half, which begins in the middle of that order.
    """
    ordered = sorted((page for page in pages if page.view == VIEW), key=lambda page: hash_text(page.key))
    rest = [page for page in ordered[CHOSEN:] if is_unread(page.key)]
    return ordered[:CHOSEN] + rest[:UNREAD]


def make_row(page: SilverPage, roles: list[str]) -> dict[str, Any]:
    """The committed row of a page; roles: one a line."""
    lines = [[start, end, role] for (start, end), role in zip(page.spans, roles, strict=True)]
    return {"id_sha256": hash_text(page.key), "view": page.view, "sha256": hash_text(page.text), "lines": lines}


def load_rows(path: Path) -> dict[str, dict[str, Any]]:
    """id_sha256 -> corrected row; none where the file is not there."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    return {row["id_sha256"]: row for row in rows}


def corrected_roles(row: dict[str, Any], page: SilverPage) -> list[tuple[str, int]]:
    """(role, card number or 0) of each line. Raises ValueError where the page is not the one that was corrected."""
    if row["sha256"] != hash_text(page.text) or [(start, end) for start, end, _ in row["lines"]] != list(page.spans):
        raise ValueError(f"the text of page {row['id_sha256'][:8]} is not the one that was corrected")
    parted = [role.partition(":") for _, _, role in row["lines"]]
    return [(name, int(card or 0)) for name, _, card in parted]


def is_body(role: str, article: int) -> bool:
    """Whether a line is text of the page's own article."""
    return role in BODY and article == 0


def silver_label(role: str, article: int) -> str:
    """The silver label that says the same of a line: body, title, byline, credit, caption or furniture."""
    if is_body(role, article):
        return "body"
    return "furniture" if article else LABELS.get(role, "furniture")
