"""Where one statement's words end and another's begin: semicolons, asides, claims with a verb after them, one's own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.attribute.draft import Draft
from copydesk.attribute.ends import choose_ends, find_ending
from copydesk.lexicon.signatures import Weighing
from tests.unit.attribute.conftest import Told

PAGE = "The Quay Ledger"


def _list(told: Told) -> list[tuple[str, str, list[str]]]:
    return [
        (
            told.words(each.speaker.span if each.speaker else None), told.content(each),
            [relay.name for relay in each.relays[:-1]],
        )
        for each in told.statements
    ]


@pytest.mark.parametrize(("text", "wanted"), [
    ("The widow says the gate was open; the porter swears it was shut.",
     [("The widow", "the gate was open", []), ("the porter", "it was shut", [])]),
    ("Ninety boats came in, according to the pilot; sixty did, according to the harbour board.",
     [("the pilot", "Ninety boats came in", []), ("the harbour board", "sixty did", [])]),
    ("The reef is whole, the dredging firm insists; it is, divers say, in nine pieces.",
     [("the dredging firm", "The reef is whole", []), ("divers", "it is ... in nine pieces", [])]),
    ("The clerk said the vault was empty, which the bank later denied.",
     [("The clerk", "the vault was empty", []), ("the bank", "which", [])]),
    ("The air force confirmed that the king had left, an account that his office disputed.",
     [("The air force", "that the king had left", []), ("his office", "an account", [])]),
    ("It will reopen in May, two people briefed on the plan said, speaking on condition of anonymity.",
     [("two people", "It will reopen in May", [])]),
    ("The ward was lit and the flag lay flat, a cook who got out by the hatch told the Post.",
     [("a cook", "The ward was lit and the flag lay flat", ["the Post"])]),
])
def test_words_beside_a_statement_are_no_part_of_it(
    text: str, wanted: list[tuple[str, str, list[str]]], tell: Callable[[str], Told],
) -> None:
    """A second cue behind a semicolon, others' word on a claim and asides of the speaker end what is said."""
    assert _list(tell(text)) == wanted


@pytest.mark.parametrize(("text", "speaker", "content"), [
    ("Moscow's accusation that the barge carried shells was met with a shrug.", "Moscow's",
     "that the barge carried shells"),
    pytest.param(
        "A claim by the junta that guards shelled the clinic drew laughter.", "the junta", "that guards shelled the clinic",
        marks=pytest.mark.xfail(reason="the tree makes the clause one more of the sentence", strict=True),
    ),
    ('The rebels\' claim that the army had shelled the school was "a lie", the minister said.', "The rebels'",
     "that the army had shelled the school"),
    ("Both capitals have issued statements that the other fired first.", "Both capitals", "that the other fired first"),
    ("The premier rejected claims from the opposition that the vote was rigged.", "the opposition",
     "that the vote was rigged"),
    ("A county secretary's note that wells do not sing was kept in a drawer.", "a county secretary's",
     "that wells do not sing"),
])
def test_a_claim_ends_before_the_verb_it_is_subject_of(
    text: str, speaker: str, content: str, tell: Callable[[str], Told],
) -> None:
    """Claims, and nouns that no table lists, keep their own clause and their giver."""
    found = [(who.lower(), words) for who, words, _ in _list(tell(text))]
    assert (speaker.lower(), content) in found


@pytest.mark.parametrize(("text", "speaker", "content"), [
    ("The vicar preached that the flood would come.", "The vicar", "that the flood would come"),
    ('"The bridge is ours," ran the telegram from the garrison.', "the telegram", '"The bridge is ours,"'),
    ("Divers surfaced at dawn, signalling that the hull was empty.", "Divers", "that the hull was empty"),
    ("In the opinion of the crew, the pump was too small.", "the crew", "the pump was too small"),
    ("By his own account, the clerk hid the ledger.", "his", "the clerk hid the ledger"),
    ("Eight drivers reported being turned back at the border.", "Eight drivers", "being turned back at the border"),
    ("The board ruled out reopening the lift before spring.", "The board", "reopening the lift before spring"),
    ("The gate had been shut at noon, the court was told by the porter.", "the porter", "The gate had been shut at noon"),
])
def test_cues_that_no_table_lists_report_by_their_construction(
    text: str, speaker: str, content: str, tell: Callable[[str], Told],
) -> None:
    """Any verb with "that" and a clause, or that closes a quotation, reports what somebody says."""
    assert (speaker, content) in [(who, words) for who, words, _ in _list(tell(text))]


@pytest.mark.parametrize("text", [
    "In view of the storm, the ferry stayed in port.",
    "A man calling himself the Prior moved into the tower.",
    "The captain knows that the reef is there.",
])
def test_what_nobody_says_is_no_statement(text: str, tell: Callable[[str], Told]) -> None:
    """Phrases that look alike report nothing."""
    assert tell(text).statements == ()


@pytest.mark.parametrize(("text", "speaker", "content", "hands"), [
    ("Relatives said they had been told by the airline that the list was not ready.", "the airline",
     "that the list was not ready", ["Relatives"]),
    ("The sergeant's diary says that the major swore never to return.", "the major", "never to return",
     ["The sergeant's diary"]),
    ("The bishop said that, according to the police, nobody was hurt.", "the police", "that ... nobody was hurt",
     ["The bishop"]),
    ("The envoy, speaking to the Harbour Post, said that the rebels had told him that they were ready.", "the rebels",
     "that they were ready", ["The envoy", "Harbour Post"]),
    ("The school said doctors had told it the outbreak was over.", "doctors", "the outbreak was over", ["The school"]),
    ("A trader said the army had offered free passage.", "the army", "free passage", ["A trader"]),
    ("Two survivors said they heard the captain shout that the mast was down.", "the captain", "that the mast was down",
     ["Two survivors"]),
    ('"They told us the road was clear, so we set out," said Marta Quill.', "They", "the road was clear", ["Marta Quill"]),
    ("The minister rejected a Harbour Post report citing two officers as saying that fuel had run out.", "two officers",
     "that fuel had run out", ["The minister"]),
    ('"We asked for soap," one woman said in footage aired by the Harbour Post and later shared by the ombudsman\'s office.',
     "one woman", '"We asked for soap,"', ["footage", "Harbour Post", "the ombudsman's office"]),
])
def test_statements_inside_statements_have_their_own_speaker_and_hands(
    text: str, speaker: str, content: str, hands: list[str], tell: Callable[[str], Told],
) -> None:
    """Whoever is told of speaks, and whoever tells of it is a hand; a pronoun of the teller is no hand of its own."""
    assert (speaker, content, hands) in _list(tell(text))


def test_the_learned_end_is_that_of_the_highest_sum(tell: Callable[[str], Told]) -> None:
    """Without weights the rules' own end stands."""
    told = tell("The warden said the lock was broken before the flood.")
    assert [told.content(each) for each in told.statements] == ["the lock was broken before the flood"]
    assert Weighing(0.5, {"last": 1.0}, "").total(["last", "unheard of"]) == pytest.approx(1.5)


def test_a_draft_without_a_cue_has_no_other_end() -> None:
    """A quotation alone keeps its words."""
    draft = Draft(rule="floating-quotation", row=None, head=0, cue=None, content=[(0, 9)])
    assert choose_ends(None, [draft], Weighing(0.0, {}, "")) == [draft]  # type: ignore[arg-type]
    assert find_ending(None, draft) is None  # type: ignore[arg-type]
