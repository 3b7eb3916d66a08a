"""The exam harness: part names, floors, and figures that fall."""

from pathlib import Path

import pytest

from evaluation.exam import Row, f1, part_of
from evaluation.harness import find_regressions, raise_floors, run_exams


def row(**metrics: float) -> Row:
    return Row(exam="times", part="wikiwars", n=3, metrics=metrics, corpus_sha256="0", seconds=1.0)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("polnear_standoff_dev.jsonl", "polnear"),
        ("wikinews_attributions_dev.jsonl", "wikinews"),
        ("GWN.xml", "GWN"),
        ("uds_ih2_dev.conll.gz", "uds_ih2"),
        ("plover_sentences_train.jsonl", "plover"),
        ("lgl.xml", "lgl"),
    ],
)
def test_a_part_is_the_files_name_without_endings(name: str, part: str) -> None:
    """So that development and kept-apart files of one set are named alike."""
    assert part_of(Path(name)) == part


def test_f1_is_the_harmonic_mean() -> None:
    """3 right of 4 given and 6 to find: P .75, R .5, F .6; nothing right is 0, also when nothing was there."""
    assert f1(3, 4, 6) == pytest.approx(0.6)
    assert f1(0, 0, 0) == 0.0


def test_a_figure_below_its_floor_is_told() -> None:
    """Also one that rose where lower is better, and one that is no longer given."""
    floors = {"times": {"wikiwars": {"corpus_sha256": "0", "value_f1": 0.7, "refused": 0.1, "strict_f1": 0.5}}}
    fallen = find_regressions([row(value_f1=0.69, refused=0.2)], floors)
    assert len(fallen) == 3
    assert find_regressions([row(value_f1=0.7, refused=0.05, strict_f1=0.6)], floors) == []


def test_raising_floors_never_lowers_one() -> None:
    """Better figures become the floor, worse ones leave it; speeds and unread halves hold none."""
    floors = raise_floors(
        [row(value_f1=0.8, refused=0.2, docs_per_s=300, value_f1_unread=0.7)],
        {"times": {"wikiwars": {"corpus_sha256": "0", "value_f1": 0.7, "refused": 0.1}}},
    )
    assert floors["times"]["wikiwars"] == {"corpus_sha256": "0", "value_f1": 0.8, "refused": 0.1}


def test_absent_data_gives_no_row(tmp_path: Path) -> None:
    """A folder that is not there, or holds nothing, is no failure; an unknown exam is."""
    assert run_exams(["roles", "origins"], [tmp_path, tmp_path / "gone"], tell=lambda line: None) == []
    with pytest.raises(SystemExit, match="no exam is called horses"):
        run_exams(["horses"], [tmp_path], tell=lambda line: None)


def test_a_floor_holds_for_the_files_it_was_reached_on() -> None:
    """A part of the same name with other files is examined without floors."""
    floors = {"times": {"wikiwars": {"corpus_sha256": "another", "value_f1": 0.9}}}
    assert find_regressions([row(value_f1=0.1)], floors) == []
    assert raise_floors([row(value_f1=0.1)], floors)["times"]["wikiwars"] == {"corpus_sha256": "0", "value_f1": 0.1}
