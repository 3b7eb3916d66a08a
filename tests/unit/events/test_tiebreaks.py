"""PLOVER's tie-breaks, one rule a test, and the status of what is told."""

from __future__ import annotations

import pytest

from copydesk.events.tiebreaks import apply_negation_table
from copydesk.lexicon import World
from copydesk.record import Event, Span, Statement, TimeExpression
from tests.unit.events.conftest import Coder


def rules_of(event: Event) -> list[str]:
    """Names of the rules in an event's trace."""
    return [step.rule for step in event.trace]


@pytest.mark.parametrize("text", [
    "The Danish king will visit Kenya.", "Peru will support Bolivia.", "Finland will send blankets to Nepal.",
    "India plans to cooperate with Japan.",
])
def test_future_cooperation_is_agree(code: Coder, text: str) -> None:
    """CONSULT, SUPPORT, COOPERATE and AID that are yet to come express an intent: AGREE, planned."""
    event = code(text)[0]
    assert event.category == "AGREE"


def test_future_retreat_is_concede(code: Coder) -> None:
    """Announced withdrawal is a concession until it happens."""
    event = code("Ethiopia will withdraw its troops from Sudan.")[0]
    assert (event.category, event.status) == ("CONCEDE", "planned")
    assert "future-RETREAT-is-CONCEDE" in rules_of(event)


@pytest.mark.parametrize(("thing", "category"), [
    ("its troops", "RETREAT"), ("its tanks", "RETREAT"), ("its ambassador", "SANCTION"), ("military aid", "SANCTION"),
    ("its observers", "SANCTION"),
])
def test_what_is_withdrawn_decides(code: Coder, thing: str, category: str) -> None:
    """Withdrawn forces are RETREAT; withdrawn diplomats, observers and aid are SANCTION."""
    assert code(f"Norway withdrew {thing} from Mali.")[0].category == category


def test_joint_exercises_are_cooperation(code: Coder) -> None:
    """One state's exercise is MOBILIZE, one held with another COOPERATE."""
    assert code("The Kenyan army held exercises near the coast.")[0].category == "MOBILIZE"
    assert code("The Kenyan army held exercises with Uganda.")[0].category == "COOPERATE"


def test_a_declared_refusal_is_reject(code: Coder) -> None:
    """"will not" of something kind is a refusal made now."""
    event = code("Austria will not lift the ban on Turkish goods.")[0]
    assert (event.category, event.status) == ("REJECT", "asserted")
    assert "negated-future-cooperation-is-REJECT" in rules_of(event)


def test_negation_flips_status_only(code: Coder) -> None:
    """"did not attack": same category, denied."""
    event = code("Turkey did not attack Syria.")[0]
    assert (event.category, event.status) == ("ASSAULT", "denied")


def test_ended_hostility_yields(code: Coder) -> None:
    """To stop bombing is to retreat, to stop helping is to sanction."""
    stopped = code("The army stopped bombing the Sudanese port.")[0]
    assert stopped.category == "RETREAT"
    ended = code("Canada stopped supporting the Haitian government.")[0]
    assert ended.category == "SANCTION"


@pytest.mark.parametrize("text", [
    "Kenyan troops shelled the depot on Monday, killing nine people.",
    "Gunmen attacked a convoy near Gao, wounding four soldiers and killing two civilians.",
    "Rebels bombed the market, leaving 14 people dead.",
])
def test_what_an_assault_led_to_is_no_second_event(code: Coder, text: str) -> None:
    """The participle that tells the dead belongs to the act."""
    assert [one.category for one in code(text)] == ["ASSAULT"]


def test_whom_the_outcome_names_was_hit_by_the_act(code: Coder) -> None:
    """Of "shelled the road, killing a journalist" the journalist is the recipient."""
    (event,) = code("Sudanese soldiers shelled the road, killing a journalist.")
    assert event.recipients
    assert "outcome-of-the-assault" in rules_of(event)


@pytest.mark.parametrize(("text", "status"), [
    ("Talks between Iran and Iraq were cancelled on Monday.", "denied"),
    ("The summit between Chad and Niger has been called off.", "denied"),
    ("A meeting between Peru and Chile was postponed.", "planned"),
    ("The talks between Kenya and Uganda have been put off until May.", "planned"),
])
def test_what_was_called_off_or_put_off_did_not_happen(code: Coder, text: str, status: str) -> None:
    """A cancelled meeting is denied, a postponed one still planned."""
    assert {one.status for one in code(text) if one.category == "CONSULT"} <= {status}
    assert code(text)


def test_an_arrest_beside_an_assault_stays_an_event(code: Coder) -> None:
    """Other categories are deeds of their own."""
    events = code("Police stormed the hall, arresting nine protesters.")
    assert "COERCE" in [one.category for one in events]


@pytest.mark.parametrize("text", [
    "A Turkish drone strike killed two fighters and wounded nine others near Sinjar.",
    "Police fired tear gas to disperse the students.",
])
def test_harm_and_purpose_of_an_assault_are_one_event(code: Coder, text: str) -> None:
    """What follows from an assault or what it is meant for is no second one."""
    assert [one.category for one in code(text)].count("ASSAULT") == 1


@pytest.mark.parametrize(("text", "mode"), [
    ("Russian drones hit a refinery near Samara.", "drone"), ("Rebels attacked the barracks with mortars.", "heavy-weapons"),
    ("Israeli warplanes struck a camp in Lebanon.", "aerial"), ("A Turkish drone strike killed two fighters.", "drone"),
])
def test_the_weapon_names_the_mode(code: Coder, text: str, mode: str) -> None:
    """The weapon that acts, that is used, or that the noun beside names."""
    assert [one.modes for one in code(text) if one.category == "ASSAULT"] == [(mode,)]


@pytest.mark.parametrize(("text", "category"), [
    ("Poland sent 14 tanks to Ukraine.", "AID"), ("Poland will send 14 tanks to Ukraine.", "AGREE"),
    ("The army sent tanks to the border.", "MOBILIZE"), ("China sent two warships to Cuba.", "MOBILIZE"),
])
def test_arms_for_another_state_are_aid(code: Coder, text: str, category: str) -> None:
    """Arms that change hands between states are no mobilisation."""
    assert category in [one.category for one in code(text)]


@pytest.mark.parametrize("text", [
    "Russia denied it had shelled Kharkiv.", "Tehran denied sending drones to Russia.",
    "The party denied that riot police had beaten journalists.", "The minister denied that Kenya would withdraw its troops.",
])
def test_what_somebody_denies_is_a_denied_event(code: Coder, text: str) -> None:
    """The event stands in the record, denied, whatever its own tense."""
    assert [one.status for one in code(text)] == ["denied"]


def test_a_mere_claim_is_no_event(code: Coder) -> None:
    """What somebody only claims stands with the statements."""
    assert code("The rebels claimed that the army shelled a school.") == ()


@pytest.mark.parametrize("text", ["Chile is expected to support Peru.", "The Kenyan president is expected to visit Chad."])
def test_what_is_expected_is_planned(code: Coder, text: str) -> None:
    """ "is expected to" speaks of plans; "fears" and "expects others to" do not."""
    assert {one.status for one in code(text)} == {"planned"}


def test_the_topic_of_a_protest_is_no_event(code: Coder) -> None:
    """Students protesting against a visit: one PROTEST."""
    events = code("Students protested against the Turkish president's visit.")
    assert [e.category for e in events] == ["PROTEST"]


@pytest.mark.parametrize(("text", "status"), [
    ("Gunmen may attack Kenyan soldiers.", "conditional"),
    ("If Turkey attacks Syria, prices will rise.", "conditional"),
    ("The army never attacked the village.", "denied"),
    ("Rebels are planning to attack the port.", "planned"),
    ("Rebels attacked the port.", "asserted"),
])
def test_status_follows_the_clause(code: Coder, text: str, status: str) -> None:
    """Modals, conditions, negation and plans say whether it happened."""
    event = next(e for e in code(text) if "attack" in text[e.trigger.start : e.trigger.end] or e.status == status)
    assert event.status == status


def test_background_is_historical(code: Coder) -> None:
    """A date long before the article's creation day makes the event history; it becomes the event's date."""
    text = "Gunmen attacked the Kenyan port in 2014."
    time = TimeExpression(
        span=Span(start=text.index("2014"), end=len(text) - 1), type="DATE", value="2014", begin="2014-01-01",
        end="2014-12-31", anchor=None, trace=(),
    )
    event = code(text, times=(time,))[0]
    assert event.status == "historical"
    assert event.date == time


def test_a_threat_is_the_speakers_own_future_hostility(code: Coder) -> None:
    """"We will bomb ..." said by the side that would do it is THREATEN."""
    text = "Turkey said it would bomb the Syrian port."
    content = Span(start=text.index("it would"), end=len(text) - 1)
    statement = Statement(
        id="statement:1", span=Span(start=0, end=len(text)), content=(content,), cue=None, speaker=None,
        speaker_kind="state", role=None, organisation=None, country="TUR", addressee=None, venue=None, manner="indirect",
        act="statement", utterance="made", polarity="positive", certainty="certain", hedges=(), condition=None,
        relays=(), said_on=None, nested_in=None, trace=(),
    )
    event = code(text, statements=(statement,))[0]
    assert event.category == "THREATEN"
    assert event.statement_id == "statement:1"


@pytest.mark.parametrize(("category", "negated"), [
    ("CONSULT", "REJECT"), ("CONCEDE", "REJECT"), ("AID", "SANCTION"), ("RETREAT", "SANCTION"), ("ACCUSE", "AGREE"),
    ("ASSAULT", "RETREAT"),
])
def test_negation_table(world: World, category: str, negated: str) -> None:
    """What not doing a thing amounts to where a root must be given."""
    assert apply_negation_table(category, world.plover) == negated
