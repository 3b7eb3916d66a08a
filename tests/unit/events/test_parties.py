"""Who does what to whom in a sentence: how far the words of each party reach, and who are parties to one another."""

from collections.abc import Callable

import pytest

from copydesk.events.participants import build_cast
from copydesk.events.parties import Parties, find_parties
from copydesk.lexicon import World
from copydesk.record import Participant, Reading


@pytest.fixture
def tell(world: World, read: Callable[[str], Reading]) -> Callable[[str], Parties]:
    """The parties of a text's first sentence."""

    def told(text: str) -> Parties:
        reading = read(text)
        parties = find_parties(build_cast(text, reading, world), reading.sentences[0])
        assert parties is not None
        return parties

    return told


def words(text: str, parties: tuple[Participant, ...]) -> list[str]:
    return [text[p.span.start : p.span.end] for p in parties if p.span is not None]


@pytest.mark.parametrize(("text", "actor"), [
    ("The harbour guild issued a statement urging Norway to reopen the pier.", "harbour guild"),
    ("Chad said on Monday that rebels had burned two farms.", "Chad"),
    ("Kenyan officials say Uganda has closed the road.", "Kenyan officials"),
])
def test_the_actor_is_whom_the_sentence_names_first(tell: Callable[[str], Parties], text: str, actor: str) -> None:
    """Who tells or issues acts before those who are told of or urged."""
    assert words(text, tell(text).actors) == [actor]


@pytest.mark.parametrize(("text", "recipient"), [
    ("Peru rejected Chile's proposal.", "Chile's proposal"), ("Denmark lifted a ban on Ghanaian cocoa.", "Ghanaian cocoa"),
    ("The court refused a request from the Danish envoy.", "request from the Danish envoy"),
    ("Gunmen killed at least nine farmers.", "at least nine farmers"),
    ("Ghana sent troops to Liberia.", "Liberia"), ("Sweden warned its ministers.", "its ministers"),
    pytest.param(
        "Sweden urged its neighbour Norway to wait.", "its neighbour Norway",
        marks=pytest.mark.xfail(reason="the tree hangs `neighbour` on the name as a name", strict=True),
    ),
    ("Police detained a large number of Zambians.", "large number of Zambians"),
])
def test_a_recipient_is_told_in_full(tell: Callable[[str], Parties], text: str, recipient: str) -> None:
    """What somebody has or asks for stands for them, measures belong to what they measure, troops are no recipients."""
    assert words(text, tell(text).recipients) == [recipient]


@pytest.mark.parametrize("text", [
    "Ghana and Togo have agreed to share the river.", "Ghana and Togo signed a treaty on Monday.",
    "The Ghanaian and Togolese navies began joint exercises on Sunday.",
])
def test_several_who_agree_are_parties_to_one_another(tell: Callable[[str], Parties], text: str) -> None:
    """Nobody receives what two do together."""
    parties = tell(text)
    assert parties.mutual
    assert parties.recipients == ()
    assert {p.country for p in parties.actors} == {"GHA", "TGO"}


def test_several_who_do_something_alone_are_not_mutual(tell: Callable[[str], Parties]) -> None:
    """Two that condemn a third act on it, not on one another."""
    parties = tell("Ghana and Togo condemned Liberia.")
    assert not parties.mutual
    assert [p.country for p in parties.recipients] == ["LBR"]
