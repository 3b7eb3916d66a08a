"""Vectors of texts: alike where the texts say alike, of length 1, and the same alone or in company."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from copydesk.errors import ModelBroken
from copydesk.language.vectors import WIDTH, Vectors, load_vectors
from copydesk.language.weights import FOLDER

SAME = [
    ("The minister resigned on Monday.", "On Monday the minister stepped down."),
    ("Rebels shelled two villages near the border.", "Two border villages came under rebel artillery fire."),
    ("The ferry sank with forty people on board.", "A boat carrying 40 passengers went down."),
]
OTHER = "Wheat prices rose for a third week."


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    """The vectors, where their weights are in this checkout."""
    if not (FOLDER / "vectors.onnx").exists():
        pytest.skip("the vectors' weights are not in this checkout: make them with `python -m training`")
    return load_vectors()


@pytest.mark.parametrize(("one", "two"), SAME)
def test_two_wordings_of_one_report_lie_nearer_than_another_report(one: str, two: str, vectors: Vectors) -> None:
    """The dot product of unit vectors is their cosine."""
    found = vectors.find([one, two, OTHER])
    assert found[0] @ found[1] > found[0] @ found[2] + 0.2
    assert found[0] @ found[1] > found[1] @ found[2] + 0.2


def test_every_vector_has_length_one_and_order_is_kept(vectors: Vectors) -> None:
    """Short and long texts, an empty one among them, come back in the order given."""
    texts = ["Rain.", OTHER, "", *[text for pair in SAME for text in pair], "boats " * 900]
    found = vectors.find(texts)
    assert found.shape == (len(texts), WIDTH)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    backwards = vectors.find(texts[::-1])[::-1]
    assert all(one @ other > 0.99 for one, other in zip(found, backwards, strict=True))


def test_no_text_gives_no_vector(vectors: Vectors) -> None:
    """An empty list is no error."""
    assert vectors.find([]).shape == (0, WIDTH)


def test_the_rest_of_a_long_text_is_not_seen(vectors: Vectors) -> None:
    """Only the first subwords count, as the base model was tuned."""
    long = "boats " * 300
    assert np.array_equal(vectors.find([long])[0], vectors.find([long + OTHER])[0])


def test_a_broken_table_is_refused(vectors: Vectors, tmp_path: Path) -> None:
    """One changed file is noticed before anything is computed."""
    del vectors  # asks only that the weights are here
    folder = tmp_path / "weights"
    shutil.copytree(FOLDER, folder)
    (folder / "scales.npy").write_bytes(b"x")
    with pytest.raises(ModelBroken, match=r"scales\.npy has SHA-256"):
        load_vectors(folder)
