"""Which roots count as one: independence is never invented."""

import pytest

from copydesk.compare.identities import Identities
from copydesk.compare.voices import UNSTATED, Voice, is_same_root, merge_roots, name_of, read_voice
from copydesk.lexicon import load_world
from copydesk.record import Relay
from tests.unit.compare.factories import make_report, with_statement

WORLD = load_world()


def voice_of(text: str, content: str, speaker: str | None, **more: object) -> Voice:
    report = with_statement(make_report(text, "Herald"), text, content, speaker, **more)  # type: ignore[arg-type]
    (statement,) = report.statements
    return read_voice(
        statement, statement.span, report.page, identities=Identities(), families=frozenset({"dispatch"}), world=WORLD,
    )


def speak(speaker: str, kind: str = "organisation", **more: object) -> Voice:
    return voice_of(f"{speaker} said the dam was safe.", "the dam was safe", speaker, speaker_kind=kind, **more)


@pytest.mark.parametrize(("one", "other"), [
    ("The Russian defence ministry", "Russia's Ministry of Defense"), ("Germany", "The German foreign ministry"),
    ("France's interior ministry", "The French prime minister"), ("The Varde police", "police"),
])
def test_longer_and_shorter_names_and_parts_of_one_government_are_one(one: str, other: str) -> None:
    """What one part of a government says may come from another part."""
    assert is_same_root(speak(one), speak(other))


@pytest.mark.parametrize(("one", "other"), [
    ("The Russian defence ministry", "The Ukrainian defence ministry"), ("The police", "The Varde hospital"),
    ("Germany", "France"), ("The union", "The company"),
])
def test_other_states_and_other_bodies_are_two(one: str, other: str) -> None:
    """Nothing suggests that they are one."""
    assert not is_same_root(speak(one), speak(other))


def test_a_description_is_whoever_fits_it() -> None:
    """"The governor" may be Governor Karl Ims, and is not Ruth Adler, an engineer."""
    unnamed = speak("The governor", "person", role="governor")
    assert is_same_root(unnamed, speak("Karl Ims", "person", role="governor"))
    assert not is_same_root(unnamed, speak("Ruth Adler", "person", role="engineer"))


def test_an_unsigned_paper_may_be_anybodys() -> None:
    """A statement without its writer never adds an origin."""
    paper = speak("The statement", "document")
    assert len(merge_roots([paper, speak("The Varde hospital")])) == 1


@pytest.mark.parametrize("text", [
    "The mayor has reportedly said the dam was safe.", "Media reports said the dam was safe.", "He said the dam was safe.",
])
def test_hearsay_and_nobody_are_not_counted(text: str) -> None:
    """Words that hide or do not tell who said it lead to no origin."""
    speaker = text.partition(" said")[0].replace(" has reportedly", "")
    assert voice_of(text, "the dam was safe", speaker) == UNSTATED


def test_an_outlet_of_the_story_that_is_quoted_only_relays() -> None:
    """The Dispatch is one of the story's outlets."""
    assert speak("The Dispatch").kind == "outlet"


def test_a_carrier_is_never_a_root() -> None:
    """What an aggregator or a release service is said to report comes from whoever wrote it, and that is not known."""
    assert speak("MSN", "outlet") == UNSTATED
    assert speak("PR Newswire", "outlet") == UNSTATED
    relays = (Relay(name="Yahoo News", kind="outlet", evidence="explicit", span=None),
              Relay(name="Reuters", kind="wire", evidence="explicit", span=None),
              Relay(name="Herald", kind="page", evidence="explicit", span=None))
    text = "The dam was safe, it says."
    assert voice_of(text, "The dam was safe", None, relays=relays).name == "Reuters"


def test_an_office_that_publishes_speaks_for_itself() -> None:
    """That it has a site with news does not make it a paper."""
    assert speak("The International Criminal Court").kind == "body"


def test_the_first_relay_is_the_root_where_nobody_speaks() -> None:
    """A letter passed on by the union leads to the union."""
    relays = tuple(Relay(name=name, kind=kind, evidence="explicit", span=None)
                   for name, kind in (("The union", "organisation"), ("Herald", "page")))
    text = "The letter says the dam was safe."
    voice = voice_of(text, "the dam was safe", "The letter", speaker_kind="document", relays=relays)
    assert voice.name == "The union"


def test_the_most_telling_name_stands_for_a_root() -> None:
    """A body before an unnamed official of it."""
    (root,) = merge_roots([
        speak("A ministry official", "anonymous", organisation="Interior Ministry"), speak("The Interior Ministry"),
    ])
    assert name_of(root) == "Interior Ministry"
