"""The lines of PETRARCH's dictionaries with their places, remarks taken out, and errors that name the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import BadLexicon

_REMARK = re.compile(r"<\s*!\s*--.*?--\s*>", re.DOTALL)
_TAIL = re.compile(r"(\[[^\]]*\])|[#;].*")  # a remark to the end of the line; in a code ("[###]") the mark is none
_CODE = re.compile(r"\[([^\]\[]*)\]")
_BRACES = re.compile(r"[{}()]")


@dataclass(frozen=True, slots=True)
class DictLine:
    """One line of a dictionary. where: "file:line"."""

    where: str
    text: str

    @property
    def codes(self) -> tuple[str, ...]:
        """What stands in square brackets. Raises BadLexicon where a bracket has no partner."""
        found = tuple(code.strip() for code in _CODE.findall(self.text))
        if any(mark in _CODE.sub("", self.text) for mark in "[]"):
            raise BadLexicon(f"{self.where}: a square bracket without its partner: {self.text.strip()!r}")
        return found

    @property
    def words(self) -> str:
        """The line without its codes."""
        return _CODE.sub("", self.text).strip()

    def fail(self, why: str) -> BadLexicon:
        """The error that names this line."""
        return BadLexicon(f"{self.where}: {why}: {self.text.strip()!r}")


def read_lines(paths: list[Path]) -> Iterator[DictLine]:
    """The lines of the files that say something, remarks ("#", ";", "<!-- -->") taken out.

    Raises BadLexicon naming the file, and the line where it is no UTF-8.
    """
    for path in paths:
        try:
            raw = path.read_bytes()
            text = raw.decode("utf-8-sig")
        except OSError as fault:
            raise BadLexicon(f"{path}: cannot be read ({fault.strerror})") from fault
        except UnicodeDecodeError as fault:
            number = raw.count(b"\n", 0, fault.start) + 1
            raise BadLexicon(f"{path.name}:{number}: not UTF-8; save the file as UTF-8") from fault
        plain = _REMARK.sub(lambda found: "\n" * found[0].count("\n"), text)
        for number, line in enumerate(plain.split("\n"), 1):
            kept = _TAIL.sub(lambda found: found[1] or "", line).rstrip()
            if kept.strip():
                yield DictLine(f"{path.name}:{number}", kept)


def plain_words(words: str) -> str:
    """Small letters, underscores as blanks, marks of grouping left out."""
    return " ".join(_BRACES.sub(" ", words).replace("_", " ").lower().split())
