"""Lines that were broken to fit a column, made paragraphs again: for mails and PDF, whose lines mean nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# A paragraph's lines are taken for broken where all but the last fill at least this share of the longest line
# (own choice, on mails and PDF files made for the tests).
FILLED = 0.6
NARROW = 40  # characters: shorter blocks are lists, addresses, verse
WIDE = 100  # characters: longer lines were never broken
_MARK = re.compile(r"\s*(?:[-*•–·]|\d{1,2}[.)])\s|\s*>|\s*[A-Z][\w-]+: ")


def join_lines(text: str) -> str:
    """The text with a line a paragraph where its lines were broken; blank lines between paragraphs go."""
    return "\n".join(line for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")) for line in _joined(block))


def join_flowed(text: str) -> str:
    """The text of a mail whose soft line ends are spaces (RFC 3676, format=flowed)."""
    lines: list[str] = []
    open_line = False
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line[1:] if line.startswith(" ") else line
        if open_line:
            lines[-1] += bare
        else:
            lines.append(bare)
        open_line = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _joined(block: str) -> Iterable[str]:
    lines = [line.rstrip() for line in block.split("\n") if line.strip()]
    if not _are_broken(lines):
        return lines
    return list(_runs(lines))


def _are_broken(lines: list[str]) -> bool:
    if len(lines) < 2:
        return False
    widest = max(map(len, lines))
    return NARROW <= widest <= WIDE and all(len(line) >= FILLED * widest for line in lines[:-1])


def _runs(lines: list[str]) -> Iterator[str]:
    """A line that opens with a mark of a list begins anew."""
    run = lines[0].strip()
    for line in lines[1:]:
        if _MARK.match(line):
            yield run
            run = line.strip()
        else:
            run += " " + line.strip()
    yield run
