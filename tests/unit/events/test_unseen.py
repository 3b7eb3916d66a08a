"""Words that no construction knows are coded where the reader's head is sure of them, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from copydesk.events import code_events
from copydesk.events.unseen import LIKELY
from copydesk.lexicon import World
from copydesk.record import Category, Event, Reading, Trigger
from tests.unit.events.conftest import Coder, article_of

NOTHING = ("times", "quantities", "entities", "mentions", "places", "statements", "predicates")
Told = tuple[str, Category, float]


@pytest.fixture(scope="session")
def code_with(read: Callable[[str], Reading], world: World) -> Callable[..., tuple[Event, ...]]:
    """Events of a text in which the head is made to hold certain words for triggers, and no others."""

    def coder(text: str, *told: Told) -> tuple[Event, ...]:
        reading = read(text)
        places = {token.text: index for index, token in enumerate(reading.tokens)}
        triggers = tuple(
            Trigger(token=places[word], category=category, probability=likely) for word, category, likely in told
        )
        page, article = article_of(text)
        return code_events(
            page=page, article=article, reading=replace(reading, triggers=triggers), world=world,
            **dict.fromkeys(NOTHING, ()),
        )[0]

    return coder


CodeWith = Callable[..., tuple[Event, ...]]


def test_an_unseen_verb_is_coded_with_its_probability_in_the_trace(code_with: CodeWith) -> None:
    """Category from the head, actor and recipient from the frame, standing from the clause."""
    event = code_with("Malian soldiers hoodwinked reporters in Gao.", ("hoodwinked", "ASSAULT", 0.83))[0]
    assert (event.category, event.status, event.modes) == ("ASSAULT", "asserted", ())
    assert [party.country for party in event.actors] == ["MLI"]
    assert [party.sectors for party in event.recipients] == [("JRN",)]
    assert [step.rule for step in event.trace][:2] == ["head 0.83", "status-asserted"]


@pytest.mark.parametrize(("text", "status"), [
    ("Malian soldiers did not hoodwink reporters in Gao.", "denied"),
    ("Malian soldiers may hoodwink reporters in Gao.", "conditional"),
    ("Malian soldiers will hoodwink reporters in Gao.", "planned"),
])
def test_its_standing_is_read_as_that_of_others(code_with: CodeWith, text: str, status: str) -> None:
    """Negation, modals and tense count for the head's triggers too."""
    assert [event.status for event in code_with(text, ("hoodwink", "ASSAULT", 0.9))] == [status]


def test_tie_breaks_hold_for_it(code_with: CodeWith) -> None:
    """Cooperation yet to come is agreed to, whoever found it."""
    event = code_with("Peru will powwow with Chile.", ("powwow", "CONSULT", 0.9))[0]
    assert (event.category, event.trace[1].rule) == ("AGREE", "future-cooperation-is-AGREE")


@pytest.mark.parametrize("likely", [0.0, LIKELY - 0.01])
def test_what_is_unlikely_is_not_coded(code_with: CodeWith, likely: float) -> None:
    """Below the threshold nothing is coded."""
    assert code_with("Malian soldiers hoodwinked reporters in Gao.", ("hoodwinked", "ASSAULT", likely)) == ()


def test_a_row_wins_over_the_head(code_with: CodeWith) -> None:
    """Where a construction knows the word, its category stays and its row is in the trace."""
    event = code_with("Kenya condemned Uganda.", ("condemned", "SUPPORT", 0.99))
    assert [each.category for each in event] == ["ACCUSE"]
    assert event[0].trace[0].row


@pytest.mark.parametrize("text", ["The bishops urged calm in Lima.", "Kenya's president urged unity."])
def test_mere_words_stay_no_event(code_with: CodeWith, text: str) -> None:
    """A word that the rows know as mere words is none for the head either."""
    assert code_with(text, ("urged", "REQUEST", 0.99)) == ()


def test_its_particle_belongs_to_the_trigger(code_with: CodeWith) -> None:
    """The span holds "carted off"."""
    text = "Police in Tunis carted off three editors."
    trigger = code_with(text, ("carted", "COERCE", 0.9))[0].trigger
    assert text[trigger.start : trigger.end] == "carted off"


def test_nobody_acts_nothing_is_coded(code_with: CodeWith) -> None:
    """A thing is no actor."""
    assert code_with("The report hoodwinked grammar.", ("hoodwinked", "ASSAULT", 0.99)) == ()


@pytest.mark.parametrize(("text", "word", "category"), [
    ("Japan chipped in.", "chipped", "AID"), ("Brussels blacklisted widely.", "blacklisted", "SANCTION"),
])
def test_what_needs_a_recipient_is_refused_without(code_with: CodeWith, text: str, word: str, category: Category) -> None:
    """AID and SANCTION go to somebody."""
    assert code_with(text, (word, category, 0.99)) == ()


def test_one_act_is_told_once(code_with: CodeWith) -> None:
    """In the clause of a row's event, and in its outcome, the head's word of the same category tells nothing new."""
    text = "Rebels shelled the market in Gao, flattening it."
    told = (("shelled", "ASSAULT", 0.9), ("flattening", "ASSAULT", 0.9))
    assert [event.trace[0].rule for event in code_with(text, *told)] == ["construction"]
    text = "Rebels mounted an attack on the market in Gao."
    assert len(code_with(text, ("mounted", "ASSAULT", 0.9))) == 1


def test_of_two_words_of_a_clause_the_likelier_is_told(code_with: CodeWith) -> None:
    """Two of the head's words of one category in one clause are one act."""
    told = (("hoodwinked", "ASSAULT", 0.6), ("mauling", "ASSAULT", 0.8))
    events = code_with("Malian soldiers hoodwinked reporters in a mauling in Gao.", *told)
    assert len(events) == 1


@pytest.mark.parametrize(("text", "category"), [
    ("Police in Tunis hoovered up three editors.", "COERCE"), ("Peru's prosecutors hauled in three generals.", "ACCUSE"),
    ("Bolivia's miners encamped outside the ministry for a fourth day.", "PROTEST"),
    ("Students holed up in the rectory in Caracas to press for his removal.", "PROTEST"),
])
def test_the_head_that_ships_finds_what_no_row_knows(code: Coder, text: str, category: str) -> None:
    """From raw text: the event is the head's."""
    assert [event.category for event in code(text) if event.trace[0].rule.startswith("head ")] == [category]


@pytest.mark.parametrize("text", [
    "The striker buried the ball in the net and the fans went wild.", "The chef waged a war on salt.",
    "A storm battered the coast of Samoa and swallowed two piers.", "Our reviewer savaged the menu.",
    "The novelist skewers her own family in a savage memoir.", "Shares of the airline were hammered after the warning.",
    "The goalkeeper parried three shots from Lyon.", "Rust has eaten into the bridge at Mostar.",
])
def test_figures_of_speech_are_no_events(code: Coder, text: str) -> None:
    """Sport, trade and weather borrow the words of war."""
    assert code(text) == ()
