"""Whether a hedge is about all that is said, or about a part of it: "the dam may break" and "a dam that may break"."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.attribute.passage import Passage, Stretch
from copydesk.record import Hedge

_UPWARD = frozenset({"aux", "advmod", "cop", "conj", "xcomp", "parataxis"})


def bears_on_all(passage: Passage, content: Sequence[Stretch], hedge: Hedge) -> bool:
    """Whether a hedge reaches the main clause of a content; one on the cue outside the content always does.

    "Could not" tells what was not possible and is no hedge.
    """
    index = passage.token_at(hedge.span.start)
    if hedge.word.lower() == "could" and _is_denied(passage, index):
        return False
    while _inside(passage, content, index):
        token = passage.tokens[index]
        if token.head == index or not _inside(passage, content, token.head):
            return True
        if passage.relation(index) not in _UPWARD:
            return False
        index = token.head
    return True


def _is_denied(passage: Passage, index: int) -> bool:
    after = passage.tokens[min(index + 1, len(passage.tokens) - 1)]
    return after.lemma.lower() in ("not", "n't", "n’t")


def _inside(passage: Passage, content: Sequence[Stretch], index: int) -> bool:
    at = passage.tokens[index].start
    return any(start <= at < end for start, end in content)
