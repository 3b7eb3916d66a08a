"""Marks of passages as labels of words."""

from __future__ import annotations

import pytest

from copydesk.language.triggers import LABELS
from copydesk.record import Token
from corpus.event_marks import EventPassage, MarkedEvent
from training.trigger_labels import find_chief, label_passage


def make_tokens(text: str, heads: list[int], tags: list[str]) -> list[Token]:
    """Words parted by blanks, with their heads."""
    tokens, start = [], 0
    for word, head, tag in zip(text.split(), heads, tags, strict=True):
        end = start + len(word)
        tokens.append(Token(start=start, end=end, text=word, lemma=word, tag=tag, fine="", head=head, relation="dep"))
        start = end + 1
    return tokens


def make_passage(text: str, *events: tuple[str, str, str], neutral: str = "") -> EventPassage:
    """A passage with events of (trigger's words, category, status)."""
    marked = tuple(
        MarkedEvent(
            number=number, marks={"trigger": ((text.index(words), text.index(words) + len(words)),)}, category=category,
            modes=(), status=status, actors=(), recipients=(), said=False,
        )
        for number, (words, category, status) in enumerate(events, 1)
    )
    begin = text.index(neutral)
    return EventPassage(
        id="x-1", construction="assault", register="wire", created="2020-01-01", outlet="X", text=text, events=marked,
        neutral=((begin, begin + len(neutral)),) if neutral else (),
    )


TEXT = "Miners downed tools and dawdled"
TOKENS = make_tokens(TEXT, [1, 1, 1, 4, 1], ["NOUN", "VERB", "NOUN", "CCONJ", "VERB"])


def number(*categories: str) -> tuple[int, ...]:
    """Numbers of labels."""
    return tuple(LABELS.index(category) for category in categories)


def test_the_chief_word_of_a_trigger_has_its_category_and_the_rest_is_open() -> None:
    """"downed tools" is learned at "downed"; "tools" teaches nothing; all other words are none."""
    labels = label_passage(make_passage(TEXT, ("downed tools", "PROTEST", "asserted")), TOKENS)
    assert labels == [(0,), number("PROTEST"), (), (0,), (0,)]


def test_neutral_words_are_open() -> None:
    """What may be read as an event or not teaches nothing."""
    assert label_passage(make_passage(TEXT, neutral="dawdled"), TOKENS)[4] == ()


def test_two_events_of_one_trigger_allow_both_categories() -> None:
    """"jailed" is SANCTION and COERCE."""
    passage = make_passage(TEXT, ("downed", "SANCTION", "asserted"), ("downed", "COERCE", "asserted"))
    assert label_passage(passage, TOKENS)[1] == number("SANCTION", "COERCE")


@pytest.mark.parametrize(("category", "status", "allowed"), [
    ("AGREE", "planned", ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID")), ("AGREE", "asserted", ("AGREE",)),
    ("CONCEDE", "conditional", ("CONCEDE", "RETREAT")), ("PROTEST", "planned", ("PROTEST",)),
])
def test_what_is_to_come_may_be_learned_as_the_deed_itself(category: str, status: str, allowed: tuple[str, ...]) -> None:
    """The tie-breaks make AGREE of a visit to come, so the head may call it a visit."""
    labels = label_passage(make_passage(TEXT, ("downed", category, status)), TOKENS)
    assert labels[1] == number(*allowed)


@pytest.mark.parametrize(("inside", "chief"), [([1, 2], 1), ([2], 2), ([2, 4], 4), ([3, 4], 4), ([3], 3)])
def test_the_chief_word_hangs_on_none_of_the_others(inside: list[int], chief: int) -> None:
    """A verb before a noun, a noun before other words."""
    assert find_chief(TOKENS, inside) == chief
