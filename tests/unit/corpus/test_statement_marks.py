"""Passages of statements: what is marked is read as it stands, and whatever breaks the format is refused with its reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.__main__ import check_files
from corpus.marks import REGISTERS, MarkBroken
from corpus.passages import count_sentences
from corpus.statement_checks import count_passages, find_statement_problems
from corpus.statement_marks import CONSTRUCTIONS, Passage, read_passages, read_statement_marks, read_statements

CORPUS = Path(__file__).parents[3] / "corpus"
HEAD = "# test-1 | nested | wire | created 2024-05-02 | outlet Quay Ledger\n"
VALUES = "1 | indirect | statement | made | positive | certain | organisation | The port > Quay Ledger | said created\n"
GOOD = HEAD + "{1s The port} {1q said} {1c the pier was shut}.\n" + VALUES


def read(text: str, folder: Path) -> Passage:
    (folder / "test.txt").write_text(text, encoding="utf-8")
    (passage,) = read_passages(folder / "test.txt")
    return passage


def words(passage: Passage, number: int, part: str) -> list[str]:
    return [passage.text[begin:end] for begin, end in passage.statements[number - 1].marks.get(part, ())]


def test_marks_nest_and_contents_have_stretches() -> None:
    """An inner mark keeps its own place; a content may stand on both sides of its cue; literal braces stay."""
    text, marks = read_statement_marks([r"{1c {2s Ida} {2q denies} {2c it}}, {1s Bo} {1q says}, {1c \{sic\}}."])
    assert text == "Ida denies it, Bo says, {sic}."
    assert sorted(text[begin:end] for begin, end in marks[1]["content"]) == ["Ida denies it", "{sic}"]
    assert [text[begin:end] for begin, end in marks[2]["content"]] == ["it"]


def test_lines_are_lines_of_the_page(tmp_path: Path) -> None:
    """A line below another stays one; two strokes are an empty line."""
    passage = read(GOOD.replace("shut}.", "shut}.\nIt is old.\n//\nRain fell."), tmp_path)
    assert passage.text == "The port said the pier was shut.\nIt is old.\n\nRain fell."
    assert count_sentences(passage) == 3


def test_values_are_read(tmp_path: Path) -> None:
    """Chain from the speaker to the page; `created` is the day of the page and told apart from a day of the text."""
    (statement,) = read(GOOD, tmp_path).statements
    assert (statement.chain, statement.said, statement.created) == (("The port", "Quay Ledger"), "2024-05-02", True)
    (dated,) = read(GOOD.replace("said created", "said 2024-05"), tmp_path).statements
    assert (dated.said, dated.created) == ("2024-05", False)
    (unknown,) = read(GOOD.replace("said created", "said ?"), tmp_path).statements
    assert unknown.said is None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("{1c the", "{1z the", "opens no mark"),
        ("shut}.", "shut.", "not closed on its line"),
        ("shut}.", "shut}}.", "closes nothing"),
        ("| nested |", "| chained |", "not a head line"),
        ("| wire |", "| telex |", "not a head line"),
        ("created 2024-05-02", "created 2 May", "not a head line"),
        ("# test-1", "# other-1", "not the file's name"),
        ("| certain |", "| sure |", "certainty 'sure' is none of"),
        ("| made |", "| made | made |", "9 values instead of 8"),
        ("said created", "on Monday", "the last value"),
        ("1 | indirect", "2 | indirect", "not from 1 in order"),
        ("{1s The port} {1q said} {1c the pier was shut}", "{2s The port} {2q said} {2c the pier was shut}", "marks of"),
        (VALUES, VALUES + "It rained.\n", "text below"),
        (HEAD, "", "without a head line"),
    ],
)
def test_what_breaks_the_format_is_refused(old: str, new: str, reason: str, tmp_path: Path) -> None:
    """The error names the file and says why."""
    assert old in GOOD
    with pytest.raises(MarkBroken, match=re.escape(reason)) as fault:
        read(GOOD.replace(old, new), tmp_path)
    assert str(fault.value).startswith("test.txt:")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("{1c the pier was shut}", "the pier was shut", "no content is marked"),
        ("pier was shut}.", "pier was shut.}", None),
        ("{1c the pier was shut}.", "{1c the pier was shut, }", "blank, comma or semicolon"),
        ("{1c the pier", "the p{1c ier", "does not sit on whole words"),
        ("| The port >", "| The harbour >", "'The harbour' of the chain is not in the text"),
        ("> Quay Ledger |", "> Reuters > Quay Ledger |", "'Reuters' of the chain is not in the text"),
        ("> Quay Ledger |", "> The port |", "ends with Quay Ledger"),
        ("| The port >", "| ? >", "a named speaker is marked, an unnamed one is not"),
        ("{1s The port} {1q said}", "It was {1q said}", "is not in the text"),
        ("| indirect |", "| direct |", "no quotation mark"),
        ("| made |", "| refused |", "only speech that was made"),
        ("| nested |", "| trap |", "a trap has no statement"),
    ],
)
def test_problems_of_a_passage_are_told(old: str, new: str, problem: str | None, tmp_path: Path) -> None:
    """What follows the format and is wrong all the same; a full stop inside a content is no problem."""
    assert old in GOOD
    problems = list(find_statement_problems([read(GOOD.replace(old, new), tmp_path)]))
    assert bool(problems) == bool(problem)
    assert problem is None or any(problem in found for found in problems), problems


def test_a_nested_statement_ends_its_chain_as_the_outer_one(tmp_path: Path) -> None:
    """Who reports a statement is a hand of it, and it has no day of its own unless the text tells one."""
    nested = HEAD + (
        "{1s The port} {1q said} {1c {2s pilots} {2q fear} {2c the pier}}.\n" + VALUES
        + "2 | indirect | statement | attitude | positive | possible | group | pilots > Quay Ledger | said ?\n"
    )  # fmt: skip
    (problem,) = find_statement_problems([read(nested, tmp_path)])
    assert "its chain ends with The port > Quay Ledger" in problem
    mended = nested.replace("pilots > Quay", "pilots > The port > Quay")
    assert list(find_statement_problems([read(mended, tmp_path)])) == []


def test_an_id_or_text_that_comes_twice_is_a_problem(tmp_path: Path) -> None:
    """Ids are unique over all files."""
    passage = read(GOOD, tmp_path)
    assert [problem.split(":")[0] for problem in find_statement_problems([passage, passage])] == [
        "id used twice", "written 2 times",
    ]  # fmt: skip


def test_a_file_is_checked_by_its_head(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m corpus FILE` reads a file of statements as one."""
    (tmp_path / "test.txt").write_text(GOOD, encoding="utf-8")
    assert check_files([tmp_path / "test.txt"]) == []
    assert capsys.readouterr().out.startswith("1 sentences, 1 statements, 1 passages")


def test_every_passage_of_the_corpus_is_in_order() -> None:
    """No problem is found, every construction occurs, and traps are among them."""
    passages = read_statements()
    assert list(find_statement_problems(passages)) == []
    assert {passage.construction for passage in passages} == set(CONSTRUCTIONS)
    assert {passage.register for passage in passages} <= set(REGISTERS)
    assert count_passages(passages).splitlines()[0].endswith(f"{len(passages)} passages")


def test_the_examples_of_the_guidelines_are_in_order(tmp_path: Path) -> None:
    """What the guidelines show is read by the reader, without a problem."""
    guide = (CORPUS / "statement_guidelines.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```\n(# .*?)```", guide, re.DOTALL)
    (tmp_path / "guide.txt").write_text(block, encoding="utf-8")
    passages = tuple(read_passages(tmp_path / "guide.txt"))
    assert list(find_statement_problems(passages)) == []
    assert words(passages[0], 2, "content") == ["burning the depot"]
