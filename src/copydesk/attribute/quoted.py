"""What the steps of quoting share: stretches joined, quotations added, titles told from speech."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.quotations import Quotation

_STOPS = frozenset(".?!;")


def join_stretches(passage: Passage, stretches: list[Stretch]) -> list[Stretch]:
    """Stretches in order, those that touch or are parted by no letter joined into one."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and (start <= joined[-1][1] or not any(map(str.isalnum, passage.text[joined[-1][1]:start]))):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def is_title(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation is written like a title: two words or more, every long one with a capital."""
    words = [word.strip("\"“”‘’'.,!?") for word in passage.text[quotation.start:quotation.end].split()]
    long_words = [word for word in words if len(word) > 3]
    return len(words) > 1 and len(long_words) > 1 and all(not word[0].islower() for word in long_words)


def append_quotation(passage: Passage, draft: Draft, number: int, quotation: Quotation) -> None:
    """Make a whole quotation part of what a draft says."""
    draft.content = join_stretches(passage, [*draft.content, (quotation.start, quotation.end)])
    draft.quotations.append(number)


def count_stops(passage: Passage, gap: Stretch) -> int:
    """How many tokens that end a sentence lie in a stretch of text."""
    first = passage.token_at(gap[0] - 1) + 1
    last = passage.token_at(gap[1] - 1) + 1
    return sum(passage.tokens[i].text in _STOPS for i in range(first, last))
