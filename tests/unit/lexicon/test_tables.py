"""Lexicon tables are loaded strictly: what does not fit says file, line and column."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from copydesk.errors import BadLexicon
from copydesk.lexicon.tables import load_rows


@dataclass(frozen=True)
class Word:
    lemma: str
    rank: int | None
    kinds: tuple[str, ...]
    rare: bool
    origin: str


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "words.tsv"
    path.write_text(text, encoding="utf-8")
    return path


HEAD = "lemma\trank\tkinds\trare\torigin\n"


def test_cells_take_the_types_of_the_row(tmp_path: Path) -> None:
    """Numbers, lists, yes/empty and unknown cells come out typed; comments and blank lines are passed over."""
    path = table(tmp_path, f"# what these are\n{HEAD}\nsay\t1\tverb|cue\tyes\town\nword\t\t\t\town\n")
    assert load_rows(path, Word) == (Word("say", 1, ("verb", "cue"), True, "own"), Word("word", None, (), False, "own"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "say\tone\t\t\town\n", r"words\.tsv:2: column rank"),
        (HEAD + "say\t1\t\tno\town\n", r"words\.tsv:2: column rare"),
        (HEAD + "say\t1\t\t\t\n", r"words\.tsv:2: .*origin"),
        (HEAD + "say\t1\n", r"words\.tsv:2: 2 cells"),
        ("lemma\trank\n", r"words\.tsv:1: columns"),
    ],
)
def test_a_row_that_does_not_fit_is_named(tmp_path: Path, text: str, message: str) -> None:
    """A slip in a table is found by its line, not by its consequences."""
    with pytest.raises(BadLexicon, match=message):
        load_rows(table(tmp_path, text), Word)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    """A damaged installation says which file is gone."""
    with pytest.raises(BadLexicon, match=r"gone\.tsv"):
        load_rows(tmp_path / "gone.tsv", Word)


@dataclass(frozen=True, slots=True)
class Named:
    name: str
    origin: str
    kinds: tuple[str, ...] = ("own",)


def test_a_column_may_be_left_out_where_its_field_has_a_default(tmp_path: Path) -> None:
    """With the column its cells count, without it the default does; a field without a default must have its column."""
    assert load_rows(table(tmp_path, "name\torigin\nOrt\town\n"), Named) == (Named("Ort", "own"),)
    assert load_rows(table(tmp_path, "name\tkinds\torigin\nOrt\ta|b\town\n"), Named) == (Named("Ort", "own", ("a", "b")),)
    with pytest.raises(BadLexicon, match=r"words\.tsv:1: columns"):
        load_rows(table(tmp_path, "kinds\torigin\na\town\n"), Named)
