"""Sentences as they are shown: cut at full stops that end them, not at those of abbreviations."""

import pytest

from copydesk.lexicon import load_world


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in load_world().editing.sentences.find_sentences(text, 0, len(text))]


@pytest.mark.parametrize(("text", "expected"), [
    ("The quay is shut. Boats wait.", ["The quay is shut.", "Boats wait."]),
    ("“Go home.” She left.", ["“Go home.”", "She left."]),
    ("Dr. Lund spoke on Oct. 4 of the plan.", ["Dr. Lund spoke on Oct. 4 of the plan."]),
    ("They met in the U.S. The talks failed.", ["They met in the U.S.", "The talks failed."]),
    ("The U.S. Army left. J. K. Marn stayed.", ["The U.S. Army left.", "J. K. Marn stayed."]),
    ("It rose to 3.5 metres. Why? Nobody knew!", ["It rose to 3.5 metres.", "Why?", "Nobody knew!"]),
    ("No stop at the end\n \nA second line", ["No stop at the end", "A second line"]),
    ("A line goes\non. Then ends.", ["A line goes\non.", "Then ends."]),
    ("He said he was ... tired of it.", ["He said he was ... tired of it."]),
    ("", []),
])
def test_a_sentence_ends_where_it_ends(text: str, expected: list[str]) -> None:
    """Stops, quotation marks, initials, figures and empty lines; a line end alone is none."""
    assert cut(text) == expected


def test_only_the_stretch_asked_for_is_cut() -> None:
    """Offsets are those of the whole text."""
    text = "One. Two here. Three."
    assert list(load_world().editing.sentences.find_sentences(text, 5, 14)) == [(5, 14)]
