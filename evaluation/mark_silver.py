"""Correct the labels of silver pages by hand: `list`, `show N`, `mark FILE`, `changes`.

    python -m evaluation.mark_silver list
    python -m evaluation.mark_silver show 7
    python -m evaluation.mark_silver mark marks.txt --rows evaluation/silver/corrected.jsonl
    python -m evaluation.mark_silver changes

`show` prints a page's lines with numbers and silver labels, headed `### N HASH`. `mark` reads files of such heads, each with
marks below it, "1-3 v; 4 h; 9 s1; 12-18 a": lines (from 1), the letter of a role (`ROLES` of evaluation/mark_pages.py;
tests/pages/README.md tells what each takes in) and the number of the card, if the line is a part of another story. Lines not
named keep what their silver label says; `furniture` says too little, such lines must be named. `changes` counts.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from pathlib import Path
from typing import Any

from evaluation.mark_pages import ROLES
from evaluation.silver import (
    CORRECTED,
    LABELS,
    SILVER,
    SilverPage,
    choose_pages,
    corrected_roles,
    hash_text,
    load_rows,
    load_silver,
    make_row,
    silver_label,
)

MARK = re.compile(r"(\d+)(?:-(\d+))? ([a-z])(\d*)")
KEPT = {label: role for role, label in LABELS.items()}  # the role of a line that is not named
LETTERS = {role: letter for letter, role in ROLES.items()}


def mark_page(page: SilverPage, digest: str, marks: str) -> dict[str, Any]:
    """The corrected row of a page. Raises ValueError for another text, an unknown mark, or furniture that is not named."""
    if len(digest) < 8 or not hash_text(page.text).startswith(digest):
        raise ValueError(f"the text of this page is not {digest}")
    roles = [KEPT.get(label, "") for _, label in page.lines]
    for mark in re.split(r"[;\n]+", marks):
        if not mark.strip():
            continue
        found = MARK.fullmatch(mark.strip())
        if found is None or found[3] not in ROLES or not 1 <= int(found[1]) <= int(found[2] or found[1]) <= len(roles):
            raise ValueError(f"no mark: {mark.strip()}")
        for number in range(int(found[1]), int(found[2] or found[1]) + 1):
            roles[number - 1] = ROLES[found[3]] + (f":{int(found[4])}" if int(found[4] or 0) else "")
    unnamed = [str(number) for number, role in enumerate(roles, 1) if not role]
    if unnamed:
        raise ValueError(f"furniture without a role: {', '.join(unnamed)}")
    return make_row(page, roles)


def mark_file(pages: list[SilverPage], text: str) -> list[dict[str, Any]]:
    """The rows of a file of marks, one chunk a page; errors name the page."""
    rows = []
    for chunk in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        head, _, marks = chunk.partition("\n")
        number, digest = head.split()[:2]
        try:
            rows.append(mark_page(pages[int(number) - 1], digest, marks))
        except ValueError as error:
            raise ValueError(f"page {number}: {error}") from error
    return rows


def write_rows(rows: dict[str, dict[str, Any]]) -> str:
    """The text of a file of rows, in order of id_sha256."""
    return "".join(json.dumps(rows[key]) + "\n" for key in sorted(rows))


def show_page(number: int, page: SilverPage, row: dict[str, Any] | None) -> str:
    """The lines with numbers, silver labels and, where the page is corrected, marks."""
    marks = [LETTERS[role] + (str(card) if card else "") for role, card in corrected_roles(row, page)] if row else []
    shown = [f"### {number} {hash_text(page.text)[:12]}"]
    for at, (line, label) in enumerate(page.lines):
        shown.append(f"{at + 1:>4} {label:<9} {marks[at] + ' ' if marks else ''}| {line}")
    return "\n".join(shown)


def count_changes(page: SilverPage, row: dict[str, Any]) -> tuple[int, int, int]:
    """(lines, lines with another label than the silver one, lines that went from or to body) of a corrected page."""
    labels = [silver_label(role, card) for role, card in corrected_roles(row, page)]
    pairs = [(label, silver) for label, (_, silver) in zip(labels, page.lines, strict=True)]
    moved = sum((label == "body") != (silver == "body") for label, silver in pairs)
    return len(pairs), sum(label != silver for label, silver in pairs), moved


Held = list[tuple[int, SilverPage, dict[str, Any] | None]]  # number of a page, the page, its row if it is corrected


def _list_pages(held: Held) -> list[str]:
    states = {number: " corrected" if row else "" for number, _, row in held}
    return [f"{number} {hash_text(page.text)[:12]} {len(page.lines)} lines{states[number]}" for number, page, _ in held]


def _show_pages(held: Held) -> list[str]:
    return [show_page(number, page, row) for number, page, row in held]


def _tell_changes(held: Held) -> list[str]:
    counts = [count_changes(page, row) for _, page, row in held if row]
    lines, changed, moved = (sum(count[i] for count in counts) for i in range(3))
    return [f"{len(counts)} pages, {lines} lines: {changed} with another label than the silver one, {moved} from or to body"]


WRITERS = {"list": _list_pages, "show": _show_pages, "changes": _tell_changes}


def main() -> None:
    """One of the four orders."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("order", choices=("mark", *WRITERS))
    parser.add_argument("which", nargs="*", help="files of marks (mark), numbers of pages (others; all where none is given)")
    parser.add_argument("--gold", type=Path, default=Path(os.environ.get("COPYDESK_GOLD", "../shared/gold")))
    parser.add_argument("--rows", type=Path, default=CORRECTED, help="the corrected rows")
    given = parser.parse_args()
    pages, rows = choose_pages(load_silver(given.gold / SILVER)), load_rows(given.rows)
    if given.order == "mark":
        texts = [Path(name).read_text(encoding="utf-8") for name in given.which]
        rows |= {row["id_sha256"]: row for text in texts for row in mark_file(pages, text)}
        given.rows.write_text(write_rows(rows), encoding="utf-8")
        return
    numbers = map(int, given.which) if given.which else range(1, len(pages) + 1)
    held = [(number, pages[number - 1], rows.get(hash_text(pages[number - 1].key))) for number in numbers]
    print("\n".join(WRITERS[given.order](held)))


if __name__ == "__main__":
    main()
