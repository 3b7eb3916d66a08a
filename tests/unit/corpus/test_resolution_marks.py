"""Marks of times, places and people are read with their places in the plain text, nested ones too."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.marks import MarkBroken
from corpus.resolution_marks import read_final, read_marks, read_passages, read_place, read_time


def test_a_mark_inside_a_mark_keeps_its_own_words() -> None:
    """The outer one comes first; each holds its words of the plain text."""
    text, marks = read_marks("[o Ana Roa|The [s PRY|Paraguayan] envoy] slept.", "x")
    assert text == "The Paraguayan envoy slept."
    assert [(text[mark.start : mark.end], mark.truth) for mark in marks] == [
        ("The Paraguayan envoy", "Ana Roa"),
        ("Paraguayan", "PRY"),
    ]


def test_a_bracket_left_over_is_told() -> None:
    """Neither an end without a mark nor a mark without an end passes."""
    with pytest.raises(MarkBroken, match="marks nothing"):
        read_marks("a] b", "x")
    with pytest.raises(MarkBroken, match="without an end"):
        read_marks("[g UN|the UN said", "x")


def test_truths_are_taken_apart() -> None:
    """Several values of a time, reach and names of a place, the container of one that no gazetteer holds."""
    assert read_time("DATE FY2005,2005") == ("DATE", ("FY2005", "2005"))
    river = read_place("feature - -1.0,21.0~1200 Congo River / Congo")
    assert (river.country, river.point, river.reach, river.names) == (None, (-1.0, 21.0), 1200.0, ("Congo River", "Congo"))
    assert read_place("unresolved SSD Jonglei").names == ("Jonglei",)
    with pytest.raises(MarkBroken, match="no level"):
        read_place("town FRA 48,2 Paris")
    with pytest.raises(MarkBroken, match="no point"):
        read_place("city FRA 48;2 Paris")


def test_a_passage_without_a_head_is_told(tmp_path: Path) -> None:
    """The file and the line stand in the message."""
    path = tmp_path / "a.txt"
    path.write_text("# one | created 2001\nText\n", encoding="utf-8")
    with pytest.raises(MarkBroken, match=r"a\.txt: not a head line"):
        list(read_passages(path))


def test_every_truth_of_the_final_set_can_be_read() -> None:
    """Its times and places have types, values, levels and points; its ids come once."""
    passages = read_final()
    assert len({passage.id for passage in passages}) == len(passages)
    for passage in passages:
        for mark in passage.find("t"):
            assert read_time(mark.truth)[0] in {"DATE", "TIME", "DURATION", "SET"}
        for mark in passage.find("p"):
            assert read_place(mark.truth).names[0]
