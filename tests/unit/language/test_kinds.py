"""The kind of a name: the model's scores, the tables' votes, and persons told in full elsewhere."""

from __future__ import annotations

import pytest

from copydesk.language.kinds import Candidate, list_parts, may_be_name, settle_kinds, spell
from copydesk.language.tokens import Word
from copydesk.lexicon import load_world

KINDS = ("person", "organisation", "state", "place", "group", "outlet")


def doubt(written: str, best: str) -> Candidate:
    """A name of which the model only slightly prefers one kind."""
    return Candidate(written, [-1.0 if kind == best else -1.8 for kind in KINDS])


def be_sure(written: str, best: str) -> Candidate:
    """A name of whose kind the model has no doubt."""
    return Candidate(written, [-0.01 if kind == best else -9.0 for kind in KINDS])


@pytest.mark.parametrize(
    ("written", "seen_as", "kind"),
    [
        ("Agence France-Presse", "organisation", "outlet"),
        ("the BBC", "organisation", "outlet"),
        ("Kenyan", "place", "group"),
        ("Addis Ababa", "organisation", "place"),
        ("Nairobi", "person", "place"),
        ("Zimbabwe", "place", "state"),
    ],
)
def test_where_the_model_doubts_a_table_decides(written: str, seen_as: str, kind: str) -> None:
    """Newspapers, peoples, capitals and states are known by name."""
    assert settle_kinds([doubt(written, seen_as)], KINDS, load_world().name_votes) == [kind]


def test_where_the_model_is_sure_a_namesake_changes_nothing() -> None:
    """Sydney the nurse is no town, and a state's name can be a ship's or a person's."""
    sure = [be_sure("Sydney", "person"), be_sure("Jordan", "person"), be_sure("Vanguard", "organisation")]
    assert settle_kinds(sure, KINDS, load_world().name_votes) == ["person", "person", "organisation"]


def test_an_unknown_name_keeps_what_the_model_says() -> None:
    """No table, no vote."""
    votes = load_world().name_votes
    assert votes.find("Zzyzxian Vrook") == {}
    assert settle_kinds([doubt("Zzyzxian Vrook", "organisation")], KINDS, votes) == ["organisation"]


def test_a_surname_follows_the_full_name_of_the_same_article() -> None:
    """Vale alone might be a company; beside Rosa Vale it is she. Order does not matter."""
    votes = load_world().name_votes
    full, short = be_sure("Rosa Vale", "person"), doubt("Vale", "organisation")
    assert settle_kinds([full, short], KINDS, votes) == ["person", "person"]
    assert settle_kinds([short, full], KINDS, votes) == ["person", "person"]
    assert settle_kinds([short], KINDS, votes) == ["organisation"]


def test_parts_of_names_are_their_first_and_last_words() -> None:
    """Middle words name nobody alone."""
    assert list_parts(["Abdul Aziz Hotak", "Madonna"]) == {"abdul", "hotak"}


def test_a_name_is_spelled_as_written() -> None:
    """Hyphens close up, white space becomes one blank."""
    assert spell([Word(0, 5, "Saint"), Word(5, 6, "-"), Word(6, 11, "Louis"), Word(13, 18, "Radio")]) == "Saint-Louis Radio"


@pytest.mark.parametrize(
    ("text", "first", "after", "may"),
    [
        ("Envoys met the port authority in Lome .", 3, 5, False),
        ("Envoys met al - Qaida in Gao .", 2, 5, True),
        ("envoys met the rotterdam port authority", 3, 6, True),
        ("The group G9 left .", 2, 3, True),
        ("The 14 left .", 1, 2, True),
        ("Rice and saffron are dear .", 2, 3, False),
    ],
)
def test_small_letters_are_no_name_beside_capitals(text: str, first: int, after: int, may: bool) -> None:
    """Where a writer uses capitals, a name has one; a post in small letters may name without."""
    words, place = [], 0
    for word in text.split():
        words.append(Word(place, place + len(word), word))
        place += len(word) + 1
    assert may_be_name(words, first, after) is may


@pytest.mark.parametrize("name", ["Zzyzxia", "Qaltaan"])
def test_one_name_is_one_thing_where_the_model_doubts(name: str) -> None:
    """Three mentions that look like a place and one that looks like a person are four of a place."""
    mentions = [doubt(name, "place"), doubt(name, "place"), doubt(name, "person"), doubt(name, "place")]
    assert settle_kinds(mentions, KINDS, load_world().name_votes) == ["place"] * 4


def test_a_namesake_of_whom_the_model_is_sure_stays_what_it_is() -> None:
    """A company and the person who founded it."""
    mentions = [doubt("Qaltaan", "organisation"), be_sure("Qaltaan", "person"), doubt("Qaltaan", "organisation")]
    assert settle_kinds(mentions, KINDS, load_world().name_votes)[1] == "person"
