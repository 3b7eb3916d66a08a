"""Where sentences end."""

from __future__ import annotations

import pytest

from copydesk.language.sentences import Splitter, is_stamp
from copydesk.language.tokens import Word, load_tokeniser
from tests.unit.language.conftest import ReadText

CASES = [
    ["Gen. Oumar Sy met Dr. A. K. Lind.", "They spoke for an hour."],
    ["The force left the U.S.", "The commander stayed."],
    ["The U.S. Navy sent two ships."],
    ['"We are ready," he said.', '"We leave tonight."', "The talks go on."],
    ['"Why now?" she asked.', "Nobody knew."],
    ["He waited... and waited.", "Then he left."],
    ["It rose by 3.5 percent.", "Prices fell."],
    ["They meet at 5 p.m. on Monday."],
    ["The firm, Acme Inc., closed."],
]


@pytest.mark.parametrize("sentences", CASES)
def test_the_rules_find_the_ends(sentences: list[str]) -> None:
    """Abbreviations, initials, decimals and quotations do not mislead the rules, which need no model."""
    text = " ".join(sentences)
    words = load_tokeniser().find_words(text)
    ends = Splitter(load_tokeniser()).find_ends(words)
    begins = [0, *ends[:-1]]
    found = [text[words[begin].start : words[end - 1].end] for begin, end in zip(begins, ends, strict=True)]
    assert found == sentences


@pytest.mark.parametrize("sentences", CASES)
def test_the_learned_judge_agrees_on_plain_news(sentences: list[str], read: ReadText) -> None:
    """What the rules get right on news, the judge that was learned on web text leaves right."""
    text = " ".join(sentences)
    assert [text[each.start : each.end] for each in read(text).sentences] == sentences


def test_no_words_have_no_ends() -> None:
    """Nothing in, nothing out."""
    assert Splitter(load_tokeniser()).find_ends([]) == []


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        (["06:15"], True),
        (["8.12", "pm"], True),
        (["3:22", "p.m.", "—"], True),
        (["14h30", "GMT"], True),
        (["06:15", "Shelling"], False),
        (["Noon"], False),
        (["12"], False),
    ],
)
def test_the_time_of_a_live_entry_is_no_sentence(words: list[str], is_one: bool) -> None:
    """What follows the time belongs to it."""
    assert is_stamp([Word(0, len(word), word) for word in words]) is is_one
