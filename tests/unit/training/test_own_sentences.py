"""Our own sentences as training examples: exact labels on our own words, and paragraphs with their sentence ends."""

from __future__ import annotations

from corpus.marks import Marked
from corpus.sentences import is_for_development, read_free, read_generated
from training.own import build_example, build_paragraph, label_words, read_own
from training.schemes import SCHEMES, spread_allowed

NAMES = ((4, 6, "state"), (14, 29, "organisation"), (35, 39, "place"))
SENTENCE = Marked("x-1.1", "The US-backed Free Nile Party left Juba.", NAMES)


def test_names_are_laid_on_whole_words() -> None:
    """A hyphenated word gives its name part alone; every other word is said to be no name."""
    example = build_example(SENTENCE)
    labels = dict(zip(example.words, example.names["house"], strict=True))
    assert labels == {
        "The": "O:-", "US": "B:state", "-": "O:-", "backed": "O:-", "Free": "B:organisation", "Nile": "I:organisation",
        "Party": "I:organisation", "left": "O:-", "Juba": "B:place", ".": "O:-",
    }  # fmt: skip


def test_every_written_set_is_a_set_of_house_labels() -> None:
    """What the corpus says can be asked of the head of our own scheme: exactly one label a word."""
    written = {label for example in read_own()[::50] for label in example.names["house"]}
    assert {len(spread_allowed(label)) for label in written} == {1}
    assert all(spread_allowed(label)[0] in SCHEMES["house"] for label in written)


def test_no_paragraph_is_both_trained_on_and_kept() -> None:
    """Paragraphs go as a whole to one side, about one in eight to development."""
    free = read_free()
    kept = [sentence for sentence in free if is_for_development(sentence)]
    assert not {one.paragraph for one in kept} & {one.paragraph for one in free if not is_for_development(one)}
    assert 0.08 < len(kept) / len(free) < 0.17
    assert len(read_own()) == len(free) - len(kept) + len(read_generated())


def test_a_paragraph_knows_where_its_sentences_end() -> None:
    """The words of each sentence stand at their places in the joined text."""
    second = Marked("x-1.2", "Nobody spoke.", ())
    paragraph = build_paragraph([SENTENCE, second])
    assert paragraph.text == "The US-backed Free Nile Party left Juba. Nobody spoke."
    assert paragraph.sentences == [(0, 10), (10, 13)]
    assert [paragraph.text[word.start : word.end] for word in paragraph.words[10:]] == ["Nobody", "spoke", "."]


def test_no_name_gives_no_label() -> None:
    """A sentence without names is worth learning from too."""
    assert label_words([], ()) == []
