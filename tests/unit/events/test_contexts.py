"""PLOVER's contexts: whose words count, in which sense, for which parties, and from how far away."""

from __future__ import annotations

import pytest

from copydesk.lexicon import World
from copydesk.lexicon.contextwords import ContextRow, ContextWords
from copydesk.record import Event
from tests.unit.events.conftest import Coder


def words_of(event: Event) -> dict[str, str]:
    """What the trace gives as the words of each context."""
    rows = (step.row or "" for step in event.trace if step.rule == "context")
    return dict(row.split(": ", 1) for row in rows)


def of_trigger(events: tuple[Event, ...], text: str, word: str) -> Event:
    """The event whose trigger begins at a word."""
    return next(event for event in events if event.trigger.start == text.index(word))


@pytest.mark.parametrize(("text", "context"), [
    ("Kenya sent rescuers to Nepal after the earthquake.", "disasters"),
    ("Peru arrested a man over bribes.", "corruption"),
    ("Chad praised the blue helmets.", "peacekeeping"),
    ("Togo condemned the hacking of its servers.", "cyber"),
    ("Police arrested a man with two kilos of cocaine.", "illegal_drugs"),
])
def test_the_words_that_gave_a_context_stand_in_the_trace(code: Coder, text: str, context: str) -> None:
    """A reader sees which words, and that they stand in the event's own clause."""
    event = code(text)[0]
    assert context in event.contexts
    assert "(its clause)" in words_of(event)[context]


@pytest.mark.parametrize(("text", "context"), [
    ("Kenya criticised the tennis courts.", "legal"),
    ("Chad praised a nuclear family.", "cbrn"),
    ("Prisoners began a hunger strike.", "human_security"),
    ("Kenya condemned the men who hacked to death a guide.", "cyber"),
    ("Fans marched in a storm of protest.", "disasters"),
    ("Unions condemned the migration of data.", "migration"),
    ("Peru praised Ivory Coast.", "trafficking"),
])
def test_another_sense_of_a_word_is_no_context(code: Coder, text: str, context: str) -> None:
    """Phrases of the column `unless` turn the word into something else."""
    assert code(text)
    assert not [event for event in code(text) if context in event.contexts]


@pytest.mark.parametrize(("text", "expected"), [
    ("Chad shelled a village with artillery.", True),
    ("Rebels shelled a village with artillery.", False),
])
def test_arms_are_military_where_a_state_has_them(code: Coder, text: str, expected: bool) -> None:
    """PLOVER's context speaks of state forces alone."""
    assert ("military" in code(text)[0].contexts) is expected


def test_what_forces_do_to_rebels_is_no_repression(code: Coder) -> None:
    """A crackdown on rebels is fighting; one on students is repression."""
    assert "repression" in code("Chad arrested students in a crackdown.")[0].contexts
    assert "repression" not in code("Chad arrested rebels in a crackdown.")[0].contexts


def test_what_stands_beside_belongs_to_its_own_event(code: Coder) -> None:
    """Two clauses with subjects of their own share no context."""
    text = "Police arrested three smugglers in Basra, and doctors condemned the budget."
    events = code(text)
    assert {"trafficking"} == set(of_trigger(events, text, "arrested").contexts)
    assert "trafficking" not in of_trigger(events, text, "condemned").contexts


def test_who_tells_an_event_is_none_of_its_contexts(code: Coder) -> None:
    """A health minister who speaks of an attack makes it no matter of health."""
    text = "The health minister said that rebels attacked the town."
    assert "health" not in of_trigger(code(text), text, "attacked").contexts


def test_the_rest_of_the_sentence_counts(code: Coder) -> None:
    """A phrase that opens the sentence says where the event belongs, and the trace says that it is no part of the clause."""
    text = "As the election nears, police arrested two men."
    event = of_trigger(code(text), text, "arrested")
    assert "(its sentence)" in words_of(event)["election"]


def test_a_sentence_before_counts_only_where_it_speaks_of_the_same_parties() -> None:
    """The paragraph lends its contexts, an unrelated sentence none."""
    import copydesk

    linked = "Turku votes\n\nLena Ostrom led the campaign rally in Turku. Police arrested Lena Ostrom on Sunday."
    apart = "Turku votes\n\nThe currency fell again in Turku. Police arrested Lena Ostrom on Sunday."
    found = []
    for text in (linked, apart):
        (report,) = copydesk.read_report(copydesk.read_page(text.encode(), key="one.txt", created="2024-03-05"))
        (event,) = (one for one in report.events if one.category == "COERCE")
        found.append(event.contexts)
    assert "election" in found[0]
    assert "economic" not in found[1]


def test_a_mode_may_name_a_context_by_itself(code: Coder) -> None:
    """A conviction is a matter of law whatever words tell it."""
    assert "legal" in code("A jury convicted Peru of arson.")[0].contexts


def test_all_contexts_of_plover_have_words(world: World) -> None:
    """Thirty-seven, none forgotten, and no row needs what nobody knows."""
    assert len({row.context for row in world.plover.context_rows}) == 37
    assert all(row.words for row in world.plover.context_rows)


def test_phrases_stems_and_marks_are_found_where_they_stand() -> None:
    """Words by their offsets; "*" is any ending; a guard of one row does not touch another."""
    rows = [
        ContextRow(context="one", words=("oyster bed*", "tram*", "@MIL"), unless=("tram museum",), needs="", origin="own"),
        ContextRow(context="two", words=("tram",), unless=(), needs="public", origin="own"),
    ]
    words = ContextWords(rows)
    text = "Near the Oyster Beds a tram passed the tram museum."
    found = [(hit.context, text[hit.start : hit.end], hit.needs) for hit in words.find(text)]
    assert sorted(found) == [
        ("one", "Oyster Beds", ""), ("one", "tram", ""), ("two", "tram", "public"), ("two", "tram", "public"),
    ]
    assert words.of_mark("@MIL") == ("one",)
    assert words.of_mark("@GOV") == ()
