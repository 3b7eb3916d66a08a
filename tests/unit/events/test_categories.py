"""Each of PLOVER's sixteen categories is told from plain, passive and nominal wordings."""

from __future__ import annotations

import pytest

from copydesk.events import code_actor
from copydesk.lexicon import World
from tests.unit.events.conftest import Coder

SENTENCES = {
    "AGREE": ("Oslo agreed to reopen the port to Danish ships.", "The Kenyan president promised to help Somalia."),
    "CONSULT": ("The Danish prime minister visited Ottawa.", "The Peruvian and Chilean ministers held talks in Lima."),
    "SUPPORT": ("Jakarta backed the Malaysian government.", "Norway praised the Colombian president."),
    "CONCEDE": ("The Danish army apologised to the villagers.", "The governor lifted the curfew."),
    "COOPERATE": ("The Kenyan navy conducted drills with Tanzania.", "Delhi shared intelligence with Paris."),
    "AID": ("Japan donated blankets to Nepal.", "The Polish army supplied tanks to Moldova."),
    "RETREAT": ("Ethiopia withdrew its troops from Sudan.", "The rebels released six Kenyan sailors."),
    "REQUEST": ("Peru demanded an apology from Chile.", "The court ordered Finland to reopen the port."),
    "ACCUSE": ("Lagos accused the company of bribery.", "Sweden condemned the Belarusian government."),
    "REJECT": ("The rebels rejected the offer of the government.", "Malta refused to meet the Libyan envoy."),
    "THREATEN": ("The junta threatened to jail the journalists.", "Turkey threatened Greece with war."),
    "PROTEST": ("Farmers protested against the government in Lima.", "Teachers marched to the ministry in protest."),
    "SANCTION": ("Germany has suspended its aid to Mali.", "Prague expelled eight Russian diplomats."),
    "MOBILIZE": ("Pakistan deployed tanks along the frontier.", "The Iranian navy held exercises in the gulf."),
    "COERCE": ("Police arrested nine students in Minsk.", "The Cuban government seized two ships."),
    "ASSAULT": ("Gunmen attacked a police station.", "A Syrian village was bombed by Turkish warplanes."),
}


SAT_IN = pytest.param(
    "PROTEST", "Teachers staged a sit-in outside the ministry.",
    marks=pytest.mark.xfail(reason="the reader takes `in` of `sit-in` for the noun's head", strict=True),
)


@pytest.mark.parametrize(("category", "text"), [*((c, text) for c, texts in SENTENCES.items() for text in texts), SAT_IN])
def test_plain_wordings_give_the_category(code: Coder, category: str, text: str) -> None:
    """The first event of the sentence is of the category, asserted, with an actor, and its trace names the row."""
    event = code(text)[0]
    assert (event.category, event.status) == (category, "asserted")
    assert event.actors
    assert event.trace[0].row is not None
    assert event.trace[0].row.startswith("events/")


def test_a_passive_turns_the_parties_round(code: Coder) -> None:
    """"X was bombed by Y": Y acts, X receives."""
    event = code("A Syrian village was bombed by Turkish warplanes.")[0]
    assert (event.actors[0].country, event.actors[0].sectors) == ("TUR", ("MIL",))
    assert event.recipients[0].country == "SYR"


def test_active_and_passive_code_alike(code: Coder) -> None:
    """Voice changes no code."""
    active = code("Turkish police arrested a Dutch reporter.")[0]
    passive = code("A Dutch reporter was arrested by Turkish police.")[0]
    assert (active.category, active.modes) == (passive.category, passive.modes) == ("COERCE", ("arrest",))
    assert active.actors[0].country == passive.actors[0].country == "TUR"
    assert active.recipients[0].country == passive.recipients[0].country == "NLD"


def test_swapping_the_parties_swaps_the_codes(code: Coder) -> None:
    """Who stands where decides who did it."""
    one = code("Chile accused Peru of espionage.")[0]
    other = code("Peru accused Chile of espionage.")[0]
    assert [p.country for p in (*one.actors, *one.recipients)] == ["CHL", "PER"]
    assert [p.country for p in (*other.actors, *other.recipients)] == ["PER", "CHL"]


def test_a_nominalisation_is_an_event(code: Coder) -> None:
    """"the army's arrest of an editor": the possessor acts, "of" receives."""
    event = next(e for e in code("The army's arrest of an editor angered Brazil.") if e.category == "COERCE")
    assert event.actors[0].sectors == ("MIL",)
    assert event.recipients[0].sectors == ("JRN",)


def test_a_light_verb_lends_its_subject(code: Coder) -> None:
    """"carried out an attack": the verb's subject is the attack's actor, and the event is told once."""
    events = code("Rebels carried out an attack on a Congolese army base.")
    assert [e.category for e in events] == ["ASSAULT"]
    assert events[0].actors[0].sectors == ("REB",)


def test_talks_have_all_parties_as_actors(code: Coder) -> None:
    """Symmetric events name every party as actor and nobody as recipient."""
    event = code("The Danish minister met the Polish president in Oslo.")[0]
    assert {actor.country for actor in event.actors} == {"DNK", "POL"}
    assert event.recipients == ()


def test_compound_actors_stay_one_list(code: Coder) -> None:
    """Two subjects are two actors of one event, not two events."""
    events = code("France and Spain condemned Iran.")
    assert len(events) == 1
    assert [actor.country for actor in events[0].actors] == ["FRA", "ESP"]


@pytest.mark.parametrize("text", [
    "The minister said the weather was fine in Norway.", "Ghana is a country in West Africa.",
    "Analysts expect the Polish economy to grow.", "The bank declined to comment on the Danish report.",
    "Spain expressed condolences to the Moroccan people.", "Denmark urged Poland to be patient.",
])
def test_mere_words_are_no_events(code: Coder, text: str) -> None:
    """PLOVER dropped statements and appeals: they stay with the statements."""
    assert code(text) == ()


def test_without_an_actor_nothing_is_coded(code: Coder) -> None:
    """"Four were killed in a bombing" names nobody who did it."""
    assert code("Four people were killed in a bombing.") == ()


@pytest.mark.parametrize(("phrase", "country", "sector"), [
    ("Russian warplanes", "RUS", "MIL"), ("American diplomats", "USA", "GOV"), ("the Kremlin", "RUS", "GOV"),
    ("riot police", None, "COP"), ("Peruvian lawmakers", "PER", "LEG"), ("a former Danish minister", "DNK", "ELI"),
    ("NATO", "IGO", None), ("Kenya", "KEN", None),
])
def test_actor_words_have_country_and_sector(world: World, phrase: str, country: str | None, sector: str | None) -> None:
    """Nationality words give the country, agent words the sector; what is not said stays unknown."""
    coded, sectors = code_actor(phrase, world)
    assert coded == country
    assert sector is None or sectors[0] == sector
