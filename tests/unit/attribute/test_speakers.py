"""Whose words they are where a tree goes wrong, a name is held back, a label speaks for nobody or an outlet is unknown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.record import Statement
from tests.unit.attribute.conftest import Told

_BODY = "\nThe capital was quiet on Monday morning and shops stayed closed in the centre of the city."


def _only(told: Told) -> Statement:
    (statement,) = told.statements
    return statement


def _name(statement: Statement) -> str | None:
    return statement.speaker.name if statement.speaker else None


@pytest.mark.parametrize(("text", "speaker", "content"), [
    ("The official, who spoke on condition of anonymity, said President Jonas Karimov had left the palace.", "The official",
     "President Jonas Karimov had left the palace"),
    ("The diplomat, who declined to be identified, said General Otto Braun would resign on Friday.", "The diplomat",
     "General Otto Braun would resign on Friday"),
    ("An aide, who requested anonymity, said Mayor Petra Lund was under arrest.", "An aide",
     "Mayor Petra Lund was under arrest"),
    ("The source, who requested not to be identified because she feared reprisals, said Minister Ada Poe knew.", "The source",
     "Minister Ada Poe knew"),
    ("Twelve thousand residents had left, the authorities announced.", "the authorities", "Twelve thousand residents had left"),
    ("Two bridges had collapsed, officials reported.", "officials", "Two bridges had collapsed"),
])
def test_subject_of_what_is_said_is_not_the_speaker(
    text: str, speaker: str, content: str, tell: Callable[[str], Told],
) -> None:
    """A name with a finite verb of its own stays in the content; the earlier subject speaks."""
    told = tell(text)
    assert (_name(_only(told)), told.content(_only(told))) == (speaker, content)


@pytest.mark.parametrize(("headline", "speaker"), [
    ("Gabon president has fled, says official", "official"),
    pytest.param(
        "Harbour mayor took bribes, say prosecutors", "prosecutors",
        marks=pytest.mark.xfail(reason="the reader takes the prosecutors for an oblique of `say`", strict=True),
    ),
    ("President fled in night, says army", "army"),
])
def test_name_after_the_cue_of_a_headline_speaks(headline: str, speaker: str, tell: Callable[[str], Told]) -> None:
    """The bare noun from the cue to the end of the line is the speaker, whatever stands first."""
    assert _name(_only(tell(headline + _BODY))) == speaker


@pytest.mark.parametrize(("text", "name"), [
    ("The quay would reopen in June, the mayor, Pia Lund, said.", "Pia Lund"),
    ("The budget was final, the finance minister, Karl Aho, told reporters.", "Karl Aho"),
    ("Her spokesman, Cerge Mons, said the plan was dead.", "Cerge Mons"),
    ("The Foreign Ministry's spokeswoman, Lia Costa, said talks went on.", "Lia Costa"),
])
def test_name_beside_an_office_names_the_speaker(text: str, name: str, tell: Callable[[str], Told]) -> None:
    """A proper name in apposition to a common noun is the speaker's name."""
    assert _name(_only(tell(text))) == name


@pytest.mark.parametrize("text", [
    "The ship began to list about 2 a.m. on Sunday.", "The Northern Star started to list at 4 a.m. off Crete.",
    "The freighter listed to starboard.", "Nobody knows who took charge of the port.", "He took charge of the army on Monday.",
    "Mutiny in Chad: what we know" + _BODY, "Flood in Genoa: how it unfolded" + _BODY,
    "By the numbers: Some 400 people were in the hall.", "Between the lines: Voters are tired of waiting.",
    "Key takeaways: Rents rose in every city.", "What's next: The court will rule in May on the appeal.",
    "State of play: Both harbours are closed.",
])
def test_other_senses_and_labels_are_no_statements(text: str, tell: Callable[[str], Told]) -> None:
    """Cue words in another sense, headlines without a name before the colon, and labels of paragraphs say nothing."""
    assert tell(text).statements == ()


@pytest.mark.parametrize(("text", "relay"), [
    ("Sok Vannak told the state news agency AKP that two boats were missing.", ("AKP", "wire")),
    ("The governor told Radio Okapi that the road was closed.", ("Radio Okapi", "outlet")),
    ("The general told the Sahel Courier newspaper that the border was calm.", ("Sahel Courier newspaper", "outlet")),
    ("He told the newspaper Le Phare that rents would fall.", ("Le Phare", "outlet")),
    ("The mayor was quoted as saying by the Quito Post that the bridge was safe.", ("Quito Post", "outlet")),
])
def test_unknown_outlet_that_was_told_is_a_relay(text: str, relay: tuple[str, str], tell: Callable[[str], Told]) -> None:
    """An agency, paper or station passes words on even where no table knows it."""
    assert [(each.name, each.kind) for each in _only(tell(text)).relays[:-1]] == [relay]


@pytest.mark.parametrize(("text", "kind"), [
    ("A police officer who asked not to be named said the mayor was under arrest.", "anonymous"),
    ("An employee who did not want to be named said the mine was flooded.", "anonymous"),
    ("The engineer, who was not authorised to speak publicly, said the dam had cracked in March.", "anonymous"),
    ("A ministry employee speaking on condition of anonymity said the minister had known for weeks.", "anonymous"),
    ("A senior officer said the bridge had been mined.", "anonymous"),
    ("A British official said the talks had failed.", "anonymous"),
    ("The officer said the bridge had been mined.", "person"),
    ("A farmer said the bridge had been mined.", "anonymous"),
    ("The farmer said the bridge had been mined.", "person"),
])
def test_condition_of_anonymity_is_a_kind_of_speaker(text: str, kind: str, tell: Callable[[str], Told]) -> None:
    """Whoever holds their name back is anonymous, and the condition is no statement of its own."""
    assert _only(tell(text)).speaker_kind == kind


@pytest.mark.parametrize(("text", "last"), [
    ("«They came with nothing,» said Marta Ruiz. «We asked them to stop.\n«Nobody heard us. We will not forget it.»",
     "We will not forget it.»"),
    ("« They came with nothing.\n« They left with a boat, » said Luc Maes, a union leader.", "They left with a boat, »"),
    ("“They came at night,” said Hugo Lam. “I hid in the cellar.\n“Later it was quiet. We went home.”", "We went home.”"),
])
def test_quotation_over_paragraphs_keeps_all_its_sentences(text: str, last: str, tell: Callable[[str], Told]) -> None:
    """Every paragraph of a quotation whose mark is opened again belongs to its one speaker."""
    told = tell(text)
    content = told.content(_only(told))
    assert "They came" in content
    assert content.endswith(last)


def test_two_halves_of_a_content_stay_together(tell: Callable[[str], Told]) -> None:
    """A second verb of the content's own subject is said as well."""
    told = tell("The spokesman insisted the president was still in his office and would address the nation on Tuesday.")
    assert told.content(_only(told)).endswith("would address the nation on Tuesday")


@pytest.mark.parametrize(("text", "name"), [
    ("Maria Lopez and Ivan Petrov said the treaty was dead.", "Maria Lopez and Ivan Petrov"),
    ("The mayor and the union leader said the strike was over.", "The mayor and the union leader"),
])
def test_two_speakers_are_both_named(text: str, name: str, tell: Callable[[str], Told]) -> None:
    """Of two people named together neither is chosen: both names, no entity, no role."""
    statement = _only(tell(text))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.entity_id, statement.role) == (name, None, None)


@pytest.mark.parametrize("text", [
    "A spokesman for the Interior Ministry said two men had been held.",
    "Interior Ministry spokesman Oleg Brenn said two men had been held.",
    "Oleg Brenn, Interior Ministry spokesman, said two men had been held.",
])
def test_organisation_is_whole(text: str, tell: Callable[[str], Told]) -> None:
    """An organisation is the whole name of the body or None, never a part of it."""
    assert _only(tell(text)).organisation in ("Interior Ministry", None)


@pytest.mark.parametrize("label", ["What comes next", "Driving the dispute", "The rival camp", "Inside the room"])
def test_a_label_before_a_quotation_costs_nothing(label: str, tell: Callable[[str], Told]) -> None:
    """The quotation keeps its speaker, and the label is neither speaker nor content."""
    told = tell(f'{label}: "The bridge will stay shut until Friday," harbour master Lena Kovac said in a speech on Tuesday.')
    (statement,) = told.statements
    assert told.content(statement) == '"The bridge will stay shut until Friday,"'
    assert statement.speaker is not None
    assert statement.speaker.name == "Lena Kovac"
