"""What public name labels mean in our own scheme, and which documents stay out of training."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="making the model needs training/requirements.txt")

from training.examples import Example, turn_bio
from training.gum_names import find_labels, find_mentions
from training.house import find_house_labels
from training.prepare import NotAllowed, find_files, is_for_training, load_sources, read_all
from training.schemes import spread_allowed


def test_a_state_is_told_from_a_town_by_its_words() -> None:
    """UNER's LOC narrows to one of our kinds where the words say which."""
    words = ["Kenya", "shut", "Wilson", "Airport", "near", "Nairobi"]
    labels = ["B-LOC", "O", "B-LOC", "I-LOC", "O", "B-LOC"]
    found = find_house_labels(Example(words=words, origin="x", names={"uner": labels}))
    assert found == ["B:state", "O:-", "B:facility", "I:facility", "O:-", "B:place"]


def test_an_allowed_set_spells_out_its_labels() -> None:
    """A set names the marks it allows; "-" among them is no name."""
    assert spread_allowed("B:place|state") == ("B-place", "B-state")
    assert spread_allowed("O:-|event") == ("O", "B-event", "I-event")


def test_inside_marks_become_bio() -> None:
    """Every run of one type begins with B-."""
    assert turn_bio(["I-PER", "I-PER", "O", "I-ORG", "I-LOC"]) == ["B-PER", "I-PER", "O", "B-ORG", "B-LOC"]


def test_a_mention_is_cut_down_to_its_name() -> None:
    """Of "the harbour town Mombasa" the name is Mombasa; proper nouns outside a mention are unknown."""
    marks = ["(7-place-new-sssss-cf1-4-sgl-Mombasa", "", "", "7)", "", ""]
    mentions = find_mentions(marks)
    assert mentions == [(0, 4, "place", 3)]
    words = ["the", "harbour", "town", "Mombasa", "and", "Lamu"]
    example = Example(words=words, origin="g", fine=["DT", "NN", "NN", "NNP", "CC", "NNP"])
    assert find_labels(example, mentions) == ["O", "O", "O", "B-place", "O", "?"]


def test_what_only_may_be_measured_is_never_read(tmp_path: Path) -> None:
    """A set whose licence is not stated cannot be asked for."""
    silver = next(source for source in load_sources() if source.name == "gmb")
    with pytest.raises(NotAllowed, match="may only be measured"):
        find_files(silver, tmp_path)


@pytest.mark.parametrize(
    ("origin", "document", "allowed"),
    [
        ("ud_gum_open", "GUM_news_flood", False),
        ("ud_gum_open", "GUM_court_case", False),
        ("ud_gum_open", "GUM_bio_sailor", True),
        ("wikigold", "9", False),
        ("wikigold", "10", True),
    ],
)
def test_exam_documents_stay_out(origin: str, document: str, allowed: bool) -> None:
    """GUM's news and court documents and every fifth document of WikiGold are not trained on."""
    assert is_for_training(Example(words=["a"], origin=origin, document=document)) is allowed


def test_gum_can_be_left_out(tmp_path: Path) -> None:
    """With `without_gum` not a sentence of GUM is left."""
    row = "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n"
    for place in ("ud_ewt/en_ewt-train", "ud_gum_open/en_gumopen-train"):
        path = tmp_path / f"{place}.conllu.gz"
        path.parent.mkdir(parents=True)
        path.write_bytes(gzip.compress(f"# newdoc id = {path.parent.name}\n{row}".encode()))
    assert {example.origin for example in read_all(tmp_path, without_gum=False)} == {"ud_ewt", "ud_gum_open"}
    assert {example.origin for example in read_all(tmp_path, without_gum=True)} == {"ud_ewt"}
