"""Deeds told by an idiom, a headline's verb or a light verb, and the same words where they are no deed."""

from __future__ import annotations

import pytest

from tests.unit.events.conftest import Coder

DEEDS = {
    "ASSAULT": (
        "Gunmen sprayed a tavern with bullets.", "A bomber blew himself up at the Kenyan checkpoint.",
        "Raiders carried off forty girls.", "The rebels lobbed shells into the Chadian town.",
        "The mob has set upon the driver.", "The garrison was pinned down by snipers under fire from the ridge.",
    ),
    "COERCE": (
        "The commissioner put the city under lock and key.", "Police led away the editor.",
        "Inspectors padlocked the bookshop.", "The junta pulled the plug on the station.",
        "The captains placed the republic under army rule.", "The colonels grabbed power.",
    ),
    "RETREAT": (
        "The rebels laid down their arms.", "The warlord gave himself up to gendarmes.",
        "The treasurer threw in the towel.", "Paris brought home its marines.", "The clan stuck to the truce.",
    ),
    "PROTEST": (
        "Students flooded the centre of Nairobi.", "Welders downed tools at noon.", "Nurses staged a walkout.",
        "Farmers dumped manure outside the ministry.", "Pensioners banged saucepans outside the bank.",
    ),
    "SUPPORT": (
        "The tycoon threw his weight behind the mayor.", "Khartoum tipped its hat to the mediator.",
        "The greens lined up behind the mayor.",
    ),
    "REJECT": (
        "The minister turned a deaf ear to the strikers.", "The chamber threw the bill out, voting down the treaty.",
        "Suva slammed the door on the inspectors.", "The rebels stormed out of the conference.",
        "The minister would not budge.", "The minister would have none of it.",
    ),
    "ACCUSE": (
        "London pointed the finger at the Chilean spies.", "The panel took the navy to task.",
        "Warsaw hauled the airline into court.", "The greens tore into the Danish mayor.",
    ),
    "SANCTION": (
        "Prague tore up the pact with Chile.", "The league ejected the republic from the council.",
        "The court gave the banker nine years.",
    ),
    "THREATEN": (
        "The kingdom rattled its sabre at the island.", "The clan put every trader on notice.",
        "The premier drew a red line for the junta.",
    ),
    "CONSULT": (
        "The premier and the sultan put their heads together.", "The bishop shuttled between the rebels and the junta.",
    ),
    "AGREE": ("The two clans came to terms.", "Oslo gave its word that the port would open."),
    "AID": ("Berlin footed the bill for the Chadian clinic.", "The Kenyan navy plucked nine sailors from the sea."),
    "COOPERATE": ("Danish and Swedish crews patrolled together.", "Denmark teamed up with Sweden."),
    "CONCEDE": ("The minister backed down over the tax.", "The union went back to work, its miners returning to the pit."),
    "MOBILIZE": ("Kigali rushed two battalions to the frontier.", "The Turkish fleet put out to sea."),
    "REQUEST": ("Kathmandu told the rescuers to go home.", "The tribe wants its land back."),
}


@pytest.mark.parametrize(("category", "text"), [(name, text) for name, texts in DEEDS.items() for text in texts])
def test_an_idiom_is_the_deed(code: Coder, category: str, text: str) -> None:
    """The deed's category, whatever the words are made of."""
    assert category in {event.category for event in code(text)}


@pytest.mark.parametrize("text", [
    "The tailor laid down his scissors.", "The striker fired wide.", "The storm cut down nine oaks.",
    "The choir took a bow.", "Ghana beat Mali in the cup.", "The river carried off a bridge.",
    "The judge put the kettle on.", "The bakers threw open their windows.", "The novel tore up the rules.",
    "The team hammered its rival by nine goals.",
])
def test_the_same_words_elsewhere_are_none(code: Coder, text: str) -> None:
    """Tools, games, storms and books do nothing to anybody."""
    assert code(text) == ()


@pytest.mark.parametrize(("text", "trigger"), [
    ("Chilean envoys held talks with the Peruvian king.", "talks"),
    ("The Polish navy began an exercise on Monday.", "exercise"),
    ("Nurses staged a walkout in Nairobi.", "walkout"), ("The envoy carried out talks with the Peruvian king.", "talks"),
])
def test_of_a_light_verb_the_noun_is_the_trigger(code: Coder, text: str, trigger: str) -> None:
    """What names the event is the noun."""
    assert [text[e.trigger.start : e.trigger.end] for e in code(text)] == [trigger]
