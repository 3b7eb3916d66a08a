"""The labelled sentences of contexts: well formed, enough of each, and found."""

from collections import Counter

from copydesk.lexicon import load_world
from evaluation.event_contexts import answer, measure, read_sentences

CONTEXTS = {row.context for row in load_world().plover.context_rows}


def test_the_suite_holds_every_context_and_its_opposite() -> None:
    """At least three sentences a context, twenty without any, and no label that PLOVER does not have."""
    sentences = read_sentences()
    counts = Counter(context for one in sentences for context in one.contexts)
    assert set(counts) == CONTEXTS
    assert min(counts.values()) >= 3
    assert sum(not one.contexts for one in sentences) >= 20
    assert len({one.text for one in sentences}) == len(sentences) >= 150


def test_contexts_are_found_in_the_half_that_nobody_reads() -> None:
    """The figure of docs/steps/events.md, with a margin."""
    unread = [answer(one) for one in read_sentences() if one.is_unread]
    figures = measure(unread)
    assert figures["f1"] > 0.87
    assert figures["false_where_none"] < 0.25
