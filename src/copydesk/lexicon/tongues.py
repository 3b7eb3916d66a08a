"""Which language a text is written in, told by its script and its commonest words (world/languages.tsv)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SAMPLE = 4_000  # words looked at
LEAST_WORDS = 8  # fewer words tell nothing
# A text is of a language when this share of its words are that language's commonest (own check on the profiles: running
# text of a listed language lies above 0.25, a neighbour language below 0.6 of the right one).
LEAST_SHARE = 0.12

_SCRIPTS = (
    ("kana", re.compile(r"[\u3040-\u30ff]")), ("hangul", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("han", re.compile(r"[\u4e00-\u9fff]")), ("cyrillic", re.compile(r"[\u0400-\u052f]")),
    ("greek", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")), ("arabic", re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
    ("hebrew", re.compile(r"[\u0590-\u05ff]")), ("devanagari", re.compile(r"[\u0900-\u097f]")),
    ("thai", re.compile(r"[\u0e00-\u0e7f]")), ("georgian", re.compile(r"[\u10a0-\u10ff]")),
    ("armenian", re.compile(r"[\u0530-\u058f]")), ("bengali", re.compile(r"[\u0980-\u09ff]")),
    ("tamil", re.compile(r"[\u0b80-\u0bff]")), ("ethiopic", re.compile(r"[\u1200-\u137f]")),
    ("myanmar", re.compile(r"[\u1000-\u109f]")), ("khmer", re.compile(r"[\u1780-\u17ff]")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language: its ISO 639-1 code, English name, script, and commonest words (none: the script tells alone)."""

    language: str
    name: str
    script: str
    words: tuple[str, ...]
    origin: str


class Tongues:
    """Tells languages apart. rows: in file order; the first of equals wins, English stands first."""

    def __init__(self, rows: Iterable[Tongue]) -> None:
        self.rows = tuple(rows)
        self.names = {row.language: row.name for row in self.rows}
        self._words = {row.language: frozenset(row.words) for row in self.rows}
        self.english = self._words.get("en", frozenset())
        self.commonest = frozenset().union(*self._words.values())

    def find(self, text: str) -> str | None:
        """The language code of a text; None where it has too few words or fits none of the table."""
        script = _script_of(text)
        candidates = [row for row in self.rows if row.script == script]
        if not candidates:
            return None
        if not candidates[0].words:
            return candidates[0].language
        words = Counter(" ".join(_WORD.findall(text[: SAMPLE * 8])[:SAMPLE]).lower().split())
        total = words.total()
        if total < LEAST_WORDS:
            return None
        known = words.keys() & self.commonest
        shares = {
            row.language: sum(words[word] for word in row.words if word in known) / total for row in candidates
        }
        best = max(shares, key=lambda language: shares[language])
        return best if shares[best] >= LEAST_SHARE else None


@lru_cache(maxsize=16_384)
def _script_of_letter(letter: str) -> str:
    """The script of one character, "" of marks, figures and space."""
    return next((name for name, pattern in _SCRIPTS if pattern.match(letter)), "")


def _script_of(text: str) -> str | None:
    """The script of most letters; kana outweighs the han characters it stands among."""
    counts = Counter({name: 0 for name, _ in _SCRIPTS})
    for letter, count in Counter(text[: SAMPLE * 4]).items():
        counts[_script_of_letter(letter)] += count
    del counts[""]
    if counts["kana"] * 5 > counts["han"] > 0:
        return "kana"
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None
