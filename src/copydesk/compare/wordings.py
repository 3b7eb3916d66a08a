"""One utterance whose wordings do not mean the same: another verb, "may" for "will", "some" for "all", a "not" left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from copydesk.compare.renderings import ELISION, Quoted, find_candidates, is_of_like_day, is_one_speaker, read_quoted
from copydesk.lexicon import World
from copydesk.record import Report, Statement

LIKE = 0.7  # share of their words that two quotations have in common, in order, from which what differs is one place
_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*")
_CONTRASTS = (("possible", "certain"), ("whole", "part"), ("whole", "none"), ("part", "none"), ("before", "after"))

Side = tuple[str, Statement, str]  # page id, statement, its quoted words


def find_wording_clashes(reports: Sequence[Report], world: World) -> Iterator[tuple[Side, Side, str]]:
    """(one, other, reason) for quotations of one speaker on two pages that are alike but for words that change the meaning.

    What was left out at either end, or where dots stand, is no difference; nor are words that reports swap, nor numbers.
    """
    for one, other in find_candidates(read_quoted(reports, world)):
        if is_of_like_day(one, other) and is_one_speaker(one.voice, other.voice):
            change = _find_change(one, other, world)
            if change:
                reason = f"one utterance, in which {change[0]!r} stands for {change[1]!r}"
                yield _side(one), _side(other), reason


def _side(quoted: Quoted) -> Side:
    return quoted.page_id, quoted.statement, " ".join(quoted.text.split())


def _find_change(one: Quoted, other: Quoted, world: World) -> tuple[str, str] | None:
    """The first words of two like quotations that do not mean the same."""
    left, right = (_TOKEN.findall(each.text.replace("’", "'").lower()) for each in (one, other))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < LIKE:
        return None
    is_cut = any(ELISION.search(each.text) for each in (one, other))
    steps = matcher.get_opcodes()
    for place, (kind, start, end, begin, stop) in enumerate(steps):
        words, others = " ".join(left[start:end]), " ".join(right[begin:stop])
        if kind == "replace" and _is_other_meaning(words, others, world):
            return words, others
        is_inside = 0 < place < len(steps) - 1 and not is_cut
        if kind in ("insert", "delete") and is_inside and world.wording.find_signal("negation", words + others):
            return words or "-", others or "-"
    return None


def _is_other_meaning(words: str, others: str, world: World) -> bool:
    """Whether words that stand in one place exclude each other: by a row of contrasts, or as verbs of other acts."""
    def has(kind: str, text: str) -> bool:
        return world.wording.find_signal(kind, text) is not None

    if has("negation", words) != has("negation", others):
        return True
    turned = ((words, others), (others, words))
    if any(has(a, left) and has(b, right) for a, b in _CONTRASTS for left, right in turned):
        return True
    if " " in words + others or world.wording.key_of(words) == world.wording.key_of(others):
        return False
    acts, other_acts = (set(world.plover.category_of_lemma(each)) for each in (words, others))
    return bool(acts and other_acts) and not acts & other_acts
