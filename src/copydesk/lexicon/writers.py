"""What stands before and between the names of writers on pages in other languages than English (world/writers.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterWords:
    """Words of one language. by: before a writer's name; joined: between two names."""

    language: str
    by: tuple[str, ...]
    joined: tuple[str, ...]
    origin: str


class Writers:
    """Writes a byline of another language with the marks that all bylines share, letter for letter."""

    def __init__(self, rows: Iterable[WriterWords]) -> None:
        self._patterns = {
            row.language: re.compile(
                rf"^\W*(?:{_either(row.by)})\s*:?(?=\s)|(?<=\s)(?:{_either(row.joined)})(?=\s)", re.IGNORECASE,
            ) for row in rows
        }

    def mark(self, line: str, language: str | None) -> str:
        """The line with bars in place of those words: "||| Ann Lee || Ben Ray"; as it is in a language without a row."""
        pattern = self._patterns.get(language or "")
        return pattern.sub(lambda match: "|" * len(match.group()), line) if pattern else line


def _either(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
