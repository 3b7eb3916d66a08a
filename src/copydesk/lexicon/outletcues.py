"""Words beside a name that say it is an outlet's, though it is also a common word (en/outlet_cues.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

REACH = 40  # characters beside a name in which a cue is looked for
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletCue:
    """A phrase and where it stands: before or after a name in running text, or in a line of credit."""

    phrase: str
    where: Literal["before", "after", "credit before", "credit after"]
    origin: str


class OutletCues:
    """The phrases compiled: one pattern for each side of a name."""

    def __init__(self, rows: Iterable[OutletCue]) -> None:
        phrases: dict[str, list[str]] = {}
        for row in rows:
            phrases.setdefault(row.where, []).append(re.escape(row.phrase).replace(r"\ ", r"\s+"))
        words = {where: "|".join(sorted(found, key=len, reverse=True)) for where, found in phrases.items()}
        before, after = words.get("before", _NEVER), words.get("after", _NEVER)
        self._before = re.compile(rf"(?:^|(?<=[\W_]))(?:{before})\s+(?:the\s+)?$", re.IGNORECASE)
        self._after = re.compile(rf"(?:['’]s)?\s+(?:{after})(?!\w)", re.IGNORECASE)
        opening, closing = words.get("credit before", _NEVER), words.get("credit after", _NEVER)
        self._opening = re.compile(rf"(?:^|[^\w\s'’.&]|(?:^|(?<=\W))(?:{opening})(?=\s))\s*(?:the\s+)?$", re.IGNORECASE)
        self._closing = re.compile(rf"\s*(?:$|[^\w\s'’&-]|[–—]|\s-|(?:(?:{closing})(?!\w)))", re.IGNORECASE)

    def stand_by(self, text: str, start: int, end: int) -> bool:
        """Whether a cue stands just before or just after [start, end)."""
        if self._before.search(text[max(0, start - REACH):start]):
            return True
        return self._after.match(text[end:end + REACH]) is not None

    def is_part(self, line: str, start: int, end: int) -> bool:
        """Whether [start, end) is a part of a line of credit by itself: between marks, its ends or words of credits."""
        opens = self._opening.search(line[max(0, start - REACH):start])
        return opens is not None and self._closing.match(line[end:end + REACH]) is not None
