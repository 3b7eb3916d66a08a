"""A small learned judge of sentence ends, for text that does not say them by punctuation.

Web and mail text ends sentences without a full stop ("Thanks Dana See you Monday"); the rules of `sentences` propose,
and a logistic score over the words around a gap decides. The weights are a table: feature, weight in thousandths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.language.shapes import SHAPES, find_shape
from copydesk.language.tokens import Word


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights by feature; a gap with a sum over zero ends a sentence."""

    weights: dict[str, int]

    def is_end(self, words: Sequence[Word], gap: int, *, begin: int, by_rule: bool) -> bool:
        """Whether a sentence that begins at words[begin] ends before words[gap]."""
        weights = self.weights
        features = list_features(words, gap, begin=begin, by_rule=by_rule)
        return sum(weights.get(feature, 0) for feature in features) > 0


def is_candidate(words: Sequence[Word], gap: int) -> bool:
    """Whether a gap that no rule proposes is worth judging: what follows it may open a sentence."""
    first = words[gap].text[0]
    return (first.isupper() or first.isdigit() or not first.isalnum()) and words[gap].start > words[gap - 1].end


def list_features(words: Sequence[Word], gap: int, *, begin: int, by_rule: bool) -> list[str]:
    """What the judge sees of a gap: two words on either side and their shapes, and how long the sentence is so far."""
    before, after = describe(words, gap - 1), describe(words, gap)
    second, next_ = describe(words, gap - 2) if gap - 2 >= begin else ("<", "<"), describe(words, gap + 1)
    rule = "R" if by_rule else "N"
    length = str(min(gap - begin, 40).bit_length())
    left = str(min(len(words) - gap, 40).bit_length())
    opening = words[begin].text.lower()
    return [
        rule,
        f"{rule}b={before[0]}",
        f"{rule}a={after[0]}",
        f"{rule}s={before[1]} {after[1]} {next_[1]}",
        f"{rule}t={second[1]} {before[1]} {after[1]}",
        f"{rule}ba={before[0]} {after[1]}",
        f"{rule}sa={before[1]} {after[0]}",
        f"{rule}n={next_[0]} {before[1]} {after[1]}",
        f"{rule}an={after[0]} {next_[0]}",
        f"{rule}z={second[0]} {before[1]}",
        f"{rule}l={length} {before[1]} {after[1]}",
        f"{rule}r={left} {after[1]}",
        f"{rule}o={opening} {length}",
        f"{rule}g={'c' if words[gap].start == words[gap - 1].end else 's'} {before[1]} {after[1]}",
    ]


def describe(words: Sequence[Word], index: int) -> tuple[str, str]:
    """A word in small letters (numbers by their shape) and its shape or, for a mark, itself; ">" beyond the text."""
    if index >= len(words):
        return ">", ">"
    text = words[index].text
    shape = SHAPES[find_shape(text)]
    if shape == "symbol":
        return text, text[:2]
    return (shape if shape in ("number", "with-digit") else text.lower()), shape


def load_judge(path: Path) -> Judge:
    """The table of weights: feature, tab, whole number."""
    rows = (line.rsplit("\t", 1) for line in path.read_text(encoding="utf-8").split("\n") if line)
    return Judge({feature: int(weight) for feature, weight in rows})
