"""The head for words that tell of events: what it sees, what it says, and its file."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from copydesk.errors import ModelMissing
from copydesk.language import Reader, load_reader
from copydesk.language.triggers import ASKED, LABELS, LEAST, SIGNS, Parsed, find_inputs
from copydesk.language.weights import FOLDER
from copydesk.lexicon import load_world
from copydesk.record import Span
from tests.unit.language.conftest import ReadText


def make(words: str, tags: str, heads: list[int], relations: str) -> Parsed:
    """A sentence whose words' vectors are their own places: (1, 0, 0...), (0, 1, 0...)."""
    each = words.split()
    return Parsed(
        words=each, lemmas=[word.lower() for word in each], tags=tags.split(), relations=relations.split(), heads=heads,
        encoded=np.eye(len(each), dtype=np.float32), bare=np.eye(len(each), dtype=np.float32),
    )


SENTENCE = make("Rebels attack camps and towns", "NOUN VERB NOUN CCONJ NOUN", [1, 1, 1, 4, 2], "nsubj root obj cc conj")


def test_nouns_verbs_and_adjectives_are_asked_about() -> None:
    """Words of other tags tell of no event; a sentence without such words gives nothing to ask."""
    plover = load_world().plover
    assert find_inputs(SENTENCE, plover).places == [0, 1, 2, 4]
    assert find_inputs(make("And so", "CCONJ ADV", [1, 1], "cc root"), plover).signs.shape == (0, SIGNS)


def test_a_word_is_seen_with_its_head_and_its_sentence() -> None:
    """The root has no head; the sentence is the mean of its words."""
    states = find_inputs(SENTENCE, load_world().plover).states
    own, above, whole = states[1]
    assert own.tolist() == [0, 1, 0, 0, 0]
    assert above.tolist() == [0, 0, 0, 0, 0]
    assert states[0, 1].tolist() == own.tolist()
    assert whole == pytest.approx([0.2] * 5)


def test_a_word_is_seen_with_its_phrases() -> None:
    """Bare embeddings of the word, its objects, its subjects, its other phrases, the sentence."""
    own, objects, subjects, others, _ = find_inputs(SENTENCE, load_world().plover).bare[1]
    assert [each.argmax() for each in (own, objects, subjects)] == [1, 2, 0]
    assert not others.any()


def test_what_the_constructions_know_is_seen() -> None:
    """"attack" names an ASSAULT: at the word itself, and of the sentence at every word."""
    signs = find_inputs(SENTENCE, load_world().plover).signs
    count = len(LABELS) - 1
    own, whole = signs[:, -3 * count : -2 * count], signs[:, -count:]
    assault = LABELS.index("ASSAULT") - 1
    assert own[1, assault] > 0
    assert not own[0].any()
    assert (whole[:, assault] > 0).all()


def test_likely_words_are_recorded_in_order(read: ReadText) -> None:
    """Only what is likely enough to be of use, at words that may tell of an event."""
    reading = read("Rebels attacked a camp. The weather was mild. Kenya condemned the attack.")
    tokens = [trigger.token for trigger in reading.triggers]
    assert tokens == sorted(set(tokens))
    assert {"attacked", "condemned"} <= {reading.tokens[token].text for token in tokens}
    assert all(LEAST <= trigger.probability <= 1 and reading.tokens[trigger.token].tag in ASKED for trigger in reading.triggers)


def test_a_sentence_reads_alone_as_beside_others(read: ReadText) -> None:
    """What stands in other sentences says nothing of a word."""
    text = "Rebels attacked a camp."
    alone, beside = (read(each).triggers[0] for each in (text, f"{text} The weather was mild."))
    assert (alone.token, alone.category) == (beside.token, beside.category)
    assert alone.probability == pytest.approx(beside.probability, abs=0.05)


def test_a_reader_without_the_head_finds_no_triggers(reader: Reader) -> None:
    """All else is read as before."""
    text = "Rebels attacked a camp."
    plain = Reader(triggers=False).read(text, [Span(start=0, end=len(text))])[0]
    assert plain.triggers == ()
    assert plain.tokens == reader.read(text, [Span(start=0, end=len(text))])[0].tokens


def test_a_missing_head_says_what_to_do(reader: Reader, tmp_path: Path) -> None:
    """The message names the file and the fix."""
    del reader  # asks only that the weights are here
    folder = tmp_path / "weights"
    shutil.copytree(FOLDER, folder)
    (folder / "triggers.onnx").unlink()
    with pytest.raises(ModelMissing, match=r"triggers\.onnx cannot be read.*reinstall copydesk"):
        load_reader(folder)
