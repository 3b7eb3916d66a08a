"""Passages of events: what is marked is read as it stands, and whatever breaks the format is refused with its reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.__main__ import check_files
from corpus.event_checks import count_event_passages, find_event_problems
from corpus.event_marks import (
    CATEGORIES,
    FREE,
    NONE,
    EventPassage,
    Party,
    has_event_heads,
    is_kept,
    read_event_file,
    read_event_marks,
    read_events,
)
from corpus.marks import MarkBroken

HEAD = "# test-1 | aid | wire | created 2024-05-02 | outlet Quay Ledger\n"
VALUES = "1 | AID | - | asserted | GOV PER | CVL | own\n"
GOOD = HEAD + "{1a Peru} {1t sent} tents to {1r the divers} in {1p the port of {1p Ilo}}; they {0t thanked} it.\n" + VALUES


def read(text: str, folder: Path) -> EventPassage:
    (folder / "test.txt").write_text(text, encoding="utf-8")
    (passage,) = read_event_file(folder / "test.txt")
    return passage


def test_marks_nest_and_a_trigger_may_have_two_stretches() -> None:
    """A place in a place keeps both; a divided phrase is one trigger; literal braces stay."""
    text, marks = read_event_marks([r"{1a Ida} {1t pulled} out of {1p a fort in {1p Oran}} her {1t guards} \{sic\}."])
    assert text == "Ida pulled out of a fort in Oran her guards {sic}."
    assert sorted(text[begin:end] for begin, end in marks[1]["place"]) == ["Oran", "a fort in Oran"]
    assert [text[begin:end] for begin, end in marks[1]["trigger"]] == ["pulled", "guards"]


def test_values_are_read(tmp_path: Path) -> None:
    """Sectors before the country, either of which may be missing; number 0 is neutral."""
    passage = read(GOOD, tmp_path)
    (event,) = passage.events
    assert (event.category, event.modes, event.status, event.said) == ("AID", (), "asserted", False)
    assert (event.actors, event.recipients) == ((Party(("GOV",), "PER"),), (Party(("CVL",), None),))
    assert [passage.text[begin:end] for begin, end in passage.neutral] == ["thanked"]
    (unknown,) = read(GOOD.replace("GOV PER", "?").replace("| own", "| said"), tmp_path).events
    assert (unknown.actors, unknown.said) == ((Party((), None),), True)


def test_lines_are_lines_of_the_page(tmp_path: Path) -> None:
    """A line below another stays one; two strokes are an empty line."""
    assert read(GOOD.replace("it.\n", "it.\n//\nRain fell.\n"), tmp_path).text.endswith("thanked it.\n\nRain fell.")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("{1t sent", "{1z sent", "opens no mark"),
        ("Ilo}}", "Ilo}", "not closed on its line"),
        ("it.", "it}.", "closes nothing"),
        ("test-1", "other-1", "not the file's name"),
        ("| aid |", "| help |", "not a head line"),
        ("1 | AID", "2 | AID", "not from 1 in order"),
        ("{1t sent}", "{2t sent}", "marks of events [1, 2], but values of [1]"),
        ("| AID |", "| HELP |", "category 'HELP' is none of"),
        ("asserted", "certain", "status 'certain' is none of"),
        ("| own", "| quoted", "statement 'quoted' is none of"),
        ("| AID | -", "| AID | drone", "AID has no mode drone"),
        ("GOV PER", "GOV PER; COL", "1 marks but 2 codes of actors"),
        ("| CVL |", "| - |", "1 marks but 0 codes of recipients"),
        ("GOV PER", "GOV XYZ", "neither sector nor country: XYZ"),
        ("GOV PER", "FOO GOV", "no sector: FOO"),
        ("{0t", "{0a", "only a trigger may have the number 0"),
        ("| CVL | own", "| CVL", "6 values instead of 7"),
        (VALUES, VALUES + "Rain.\n", "text below the lines of values"),
        (HEAD, "", "without a head line"),
    ],
)
def test_what_breaks_the_format_is_told(old: str, new: str, reason: str, tmp_path: Path) -> None:
    """Each fault names the file and what is wrong."""
    assert old in GOOD
    with pytest.raises(MarkBroken, match=re.escape(reason)) as raised:
        read(GOOD.replace(old, new), tmp_path)
    assert str(raised.value).startswith("test.txt:")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("| aid |", "| none |", "none with 1 events"),
        ("| aid |", "| assault |", "no event is of its construction, assault"),
        ("{1t sent}", "se{1t nt}", "'nt' does not sit on whole words"),
        ("{1t sent}", "sent", "0 triggers are marked"),
        ("{1a Peru}", "Peru", "no actor is marked"),
        ("{1r the divers}", "the divers", "AID without a recipient"),
    ],
)
def test_what_does_not_fit_is_a_problem(old: str, new: str, problem: str, tmp_path: Path) -> None:
    """A passage that can be read, but whose marks and values contradict each other."""
    text = GOOD.replace(old, new)
    text = text.replace("GOV PER", "-") if "actor" in problem else text
    text = text.replace("| CVL |", "| - |") if "recipient" in problem else text
    assert any(problem in told for told in find_event_problems([read(text, tmp_path)]))


def test_passages_that_come_twice_are_told(tmp_path: Path) -> None:
    """The same id, and the same text."""
    passage = read(GOOD, tmp_path)
    assert list(find_event_problems([passage])) == []
    assert [told.split(":")[0] for told in find_event_problems([passage, passage])] == ["id used twice", "written 2 times"]


def test_a_file_of_events_is_known_by_its_head(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m corpus FILE` counts events by category and status."""
    read(GOOD, tmp_path)
    assert has_event_heads(tmp_path / "test.txt")
    assert check_files([tmp_path / "test.txt"]) == []
    assert "AID 1: asserted 1" in capsys.readouterr().out


def test_the_layer_holds_every_category_and_is_without_problems() -> None:
    """The free passages: no problem, no category below one event in twenty-five, a fifth or so without any event."""
    passages = read_events(FREE)
    assert list(find_event_problems(passages)) == []
    events = [event for passage in passages for event in passage.events]
    rarest = min(sum(event.category == category for event in events) for category in CATEGORIES)
    assert rarest >= len(events) / 25
    assert 0.15 <= sum(passage.construction == NONE for passage in passages) / len(passages) <= 0.3
    assert 0.15 <= sum(map(is_kept, passages)) / len(passages) <= 0.35
    assert count_event_passages(passages).splitlines()[0].endswith("passages")
