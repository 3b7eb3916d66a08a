"""What the marks of a passage say of each of its words: which event it tells of, none, or that it is open."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.language.triggers import ASKED, LABELS
from copydesk.record import Token
from corpus.event_marks import EventPassage

TOLD_LATER = {  # categories that the tie-breaks make of others where the event is yet to come
    "AGREE": ("CONSULT", "SUPPORT", "COOPERATE", "AID"),
    "CONCEDE": ("RETREAT",),
    "THREATEN": ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST"),
}
TO_COME = frozenset({"planned", "conditional"})


def label_passage(passage: EventPassage, tokens: Sequence[Token]) -> list[tuple[int, ...]]:
    """For each token the numbers of the labels it may have: none, its event's, or () for neutral words and rests of it."""
    labels: list[tuple[int, ...]] = [(0,)] * len(tokens)
    for begin, end in passage.neutral:
        labels = [() if _meets(token, begin, end) else each for token, each in zip(tokens, labels, strict=True)]
    told: dict[int, tuple[int, ...]] = {}
    for event in passage.events:
        inside = [i for i, token in enumerate(tokens) if any(_meets(token, *stretch) for stretch in event.marks["trigger"])]
        for index in inside:
            labels[index] = ()
        if inside:
            categories = (event.category, *(TOLD_LATER.get(event.category, ()) if event.status in TO_COME else ()))
            chief = find_chief(tokens, inside)
            told[chief] = (*told.get(chief, ()), *(LABELS.index(category) for category in categories))
    for index, numbers in told.items():
        labels[index] = numbers
    return labels


def find_chief(tokens: Sequence[Token], inside: Sequence[int]) -> int:
    """The word that a trigger of several hangs on: one that hangs on none of the others, a verb before a noun or adjective."""
    top = [index for index in inside if tokens[index].head == index or tokens[index].head not in inside]
    asked = [index for index in top if tokens[index].tag in ASKED] or [i for i in inside if tokens[i].tag in ASKED] or top
    return min(asked, key=lambda index: (tokens[index].tag != "VERB", index))


def _meets(token: Token, begin: int, end: int) -> bool:
    return token.start < end and begin < token.end
