"""What mail programs of many languages write around a forwarded article (world/mail_words.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

FIELDS = ("sender", "sent", "to", "copied", "subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLanguage:
    """The names of headers in one language, the lines that open a forwarded article, and the prefixes of subjects."""

    language: str
    sender: tuple[str, ...]
    sent: tuple[str, ...]
    to: tuple[str, ...]
    copied: tuple[str, ...]
    subject: tuple[str, ...]
    marked: tuple[str, ...]
    opening: tuple[str, ...]
    prefixes: tuple[str, ...]
    origin: str


class MailWords:
    """Finds those words. opening: matches a mark between dashes or a line of its own; prefix: at the start of a subject."""

    def __init__(self, rows: Iterable[MailLanguage]) -> None:
        held = tuple(rows)
        marked = _either(form for row in held for form in row.marked)
        lines = _either(form for row in held for form in row.opening)
        self.opening = re.compile(
            rf"(?<!-)-{{2,20}}\s{{0,3}}(?:{marked})\s{{0,3}}-{{2}}-*+|(?:^|(?<=[\n>]))\s*(?:{lines})\s?:", re.IGNORECASE,
        )
        self.prefix = re.compile(
            rf"^(?:(?:{_either(form for row in held for form in row.prefixes)})\s*(?:\[\d+\])?\s?[:：]\s*)+", re.IGNORECASE,
        )
        self._names = {
            form: (field, row.language) for row in reversed(held) for field in FIELDS for form in getattr(row, field)
        }
        self._field = re.compile(rf"^[>\s*]*({_either(self._names)})\s?\*?[:：][\s*]*(.*)$", re.IGNORECASE)

    def read_field(self, line: str) -> tuple[str, str, str] | None:
        """Which header a line is (one of FIELDS), a language that calls it so, and its value; None for other lines."""
        match = self._field.match(line)
        return (*self._names[match[1].lower()], match[2].strip()) if match else None


def _either(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(forms), key=lambda form: (-len(form), form))))
