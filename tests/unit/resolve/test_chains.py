"""Who is who inside an article: extents of phrases, chains, and what mentions take from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mention_articles import _reader, resolve
from time_articles import make_article, make_page

from copydesk.errors import BadLexicon
from copydesk.language import find_reading
from copydesk.lexicon import load_world
from copydesk.lexicon.reference import load_reference
from copydesk.record import Reading
from copydesk.resolve.chains import find_chains
from copydesk.resolve.mentions import name_members
from copydesk.resolve.pair_signs import COLUMNS, SIZES, read_code, spell_code
from copydesk.resolve.pairs import WINDOW, is_short
from copydesk.resolve.phrases import find_phrases
from copydesk.resolve.quoted import find_speakers


def read(text: str) -> Reading:
    """The text as one article, read."""
    reading, _ = find_reading(page=make_page(text), article=make_article(text, "2023-05-10"), reader=_reader())
    return reading


def words_of(text: str, reading: Reading, first: int, last: int) -> str:
    return text[reading.tokens[first].start : reading.tokens[last - 1].end]


def chains_of(text: str) -> list[list[str]]:
    """The words of every chain of two phrases or more."""
    page, article, reading = make_page(text), make_article(text, "2023-05-10"), read(text)
    cast, _ = name_members(page=page, article=article, reading=reading, times=(), world=load_world())
    chains = find_chains(reading, cast, text)
    groups: dict[int, list[str]] = {}
    for one, number in zip(chains.traits, chains.group, strict=True):
        groups.setdefault(number, []).append(words_of(text, reading, one.phrase.first, one.phrase.last))
    return [group for group in groups.values() if len(group) > 1]


def phrases_of(text: str) -> list[str]:
    reading = read(text)
    return [words_of(text, reading, each.first, each.last) for each in find_phrases(reading)]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The captain of the ship slept.", "The captain of the ship"),
        ("The bridge that fell in March was old.", "The bridge that fell in March"),
        ("The rebels' leader (a former teacher) resigned.", "The rebels' leader"),
        ("The mayor and the sheriff met.", "The mayor and the sheriff"),
        ("The mayor and the sheriff met.", "The mayor"),
        ("The harbour, closed since Monday, is empty.", "The harbour"),
    ],
)
def test_a_phrase_reaches_as_far_as_the_guidelines_say(text: str, phrase: str) -> None:
    """Complements and relative clauses belong to it; conjuncts, appositions and clauses set off by commas do not."""
    assert phrase in phrases_of(text)


def test_phrases_that_begin_together_come_shorter_first() -> None:
    """So that "his" is resolved before "his boat"."""
    found = phrases_of("His boat sank.")
    assert found.index("His") < found.index("His boat")


def test_a_person_nobody_named_is_one_through_the_article() -> None:
    """Indefinite first, then a pronoun and a definite phrase."""
    text = "A farmer found the wreck on Monday. He called the police. The farmer said he had heard nothing."
    assert ["A farmer", "He", "The farmer", "he"] in chains_of(text)


def test_women_and_men_are_kept_apart() -> None:
    """Neither pronoun goes to the nearer name of the other sex."""
    text = "Ida Holm met Kalle Berg in Oslo. She told him that the talks had failed, and he left the city."
    chains = chains_of(text)
    assert ["Ida Holm", "She"] in chains
    assert ["Kalle Berg", "him", "he"] in chains


def test_a_description_takes_the_name_before_it() -> None:
    """Also through a pronoun after it; the mention says on which basis."""
    told = resolve("Nordic Fisheries Council opened an office in Bergen. The council said it would hire ten people.")
    assert told.mention("The council").basis == "description"
    assert told.who("The council") == told.who("it") == "org:nordic-fisheries-council"


def test_an_office_behind_a_name_is_that_persons() -> None:
    """A title that no table lists, in apposition and later alone."""
    told = resolve('"We will not leave," said Hassan Diallo, the mayor. The mayor spoke to reporters after his trial.')
    assert [told.who(words) for words in ("the mayor", "The mayor", "his")] == ["person:hassan-diallo"] * 3


def test_a_pronoun_of_somebody_unnamed_stays_open() -> None:
    """A chain without a name gives a mention without an entity."""
    told = resolve("A farmer found the wreck in Peru on Monday. He called the police.")
    assert told.mention("He").entity_id is None


def test_a_pronoun_does_not_pass_over_the_named_subject_before_it() -> None:
    """A woman who was "she" two paragraphs above has to be named again once another has acted."""
    told = resolve(
        "Foreign Minister Wilma Sande spoke in Bergen. She demanded an apology.\nNobody answered on Monday.\n"
        "The army will open a shelter, General Odile Brisac said. She said soldiers were in the valley."
    )
    assert [told.who("She", nth) for nth in (0, 1)] == ["person:wilma-sande", "person:odile-brisac"]


def test_an_it_is_no_person() -> None:
    """Nor does it make a person of what it goes with."""
    told = resolve("Ida Holm met Kalle Berg. It was raining, and it went on.")
    assert not [m for m in told.mentions if m.basis == "pronoun" and m.entity_id]


def test_first_persons_in_a_quotation_are_its_speaker() -> None:
    """The chain joins them across the marks."""
    chains = chains_of('Maria Lopez closed the mine on Tuesday. "I am sad and my heart is heavy," said Lopez.')
    assert any({"I", "my"} <= set(chain) for chain in chains)


def test_the_speaker_of_a_quotation_is_told() -> None:
    """The subject of the verb that the quotation hangs on; outside of marks there is no quotation."""
    text = "The guard spoke. “We left early,” said the driver."
    reading = read(text)
    inside, speakers = find_speakers(reading, text)
    word = {token.text: index for index, token in enumerate(reading.tokens)}
    assert inside[word["guard"]] == -1
    assert speakers[inside[word["left"]]] == word["driver"]


def test_a_mark_that_is_not_closed_ends_with_its_paragraph() -> None:
    """The next paragraph is read as if no mark had been there."""
    text = 'He said "we will wait\nThe port is open.'
    inside, _ = find_speakers(read(text), text)
    assert inside[-2] == -1


def test_initials_shorten_a_name() -> None:
    """In small letters, as names are kept; one word for several."""
    assert is_short(("nfc",), ("nordic", "fisheries", "council"))
    assert not is_short(("nf",), ("nordic", "fisheries", "council"))


def test_every_code_is_spelt_and_read_back() -> None:
    """What training writes is what is read at work."""
    for columns in COLUMNS:
        top = [SIZES[column] - 1 for column in columns]
        code = 0
        for column, value in zip(columns, top, strict=True):
            code = code * SIZES[column] + value
        assert read_code(spell_code(code, columns), columns) == code


def test_a_long_article_looks_no_further_back_than_a_short_one() -> None:
    """Pairs grow with the article, not with its square."""
    line = "The council of Bergen met a farmer. He told it of the wreck.\n"
    reading, cast_text = read(line * 60), line * 60
    page, article = make_page(cast_text), make_article(cast_text, "2023-05-10")
    cast, _ = name_members(page=page, article=article, reading=reading, times=(), world=load_world())
    chains = find_chains(reading, cast, cast_text)
    back = [number - earlier for number, earlier in enumerate(chains.antecedent) if earlier >= 0]
    assert max(back) <= 3 * WINDOW


def test_a_broken_file_of_weights_names_itself(tmp_path: Path) -> None:
    """With the way to mend it."""
    path = tmp_path / "reference.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(BadLexicon, match=r"reference\.json.*training\.reference"):
        load_reference(path)
