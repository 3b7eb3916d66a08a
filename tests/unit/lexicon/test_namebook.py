"""What the tables know of the words of a sentence."""

from __future__ import annotations

from collections import Counter

import pytest

from copydesk.lexicon import load_world
from copydesk.lexicon.namebook import FEATURES, NAMES, WORDS, ListedName, find_list, find_name_keys, list_forms
from copydesk.lexicon.tables import load_rows


def find(sentence: str) -> dict[str, list[str]]:
    """Word -> what is known of it, for the words of which something is."""
    words = sentence.split()
    found = load_world().name_book.find(words)
    assert len(found) == len(words)
    return {word: [FEATURES[number] for number in numbers] for word, numbers in zip(words, found, strict=True) if numbers}


@pytest.mark.parametrize(
    ("sentence", "word", "known"),
    [
        ("Crews of the Leopard 2 waited", "Leopard", "begins listed weapon"),
        ("A T - 72 burned by the road", "72", "inside listed weapon"),
        ("Officials in Sri Lanka agreed", "Lanka", "inside state"),
        ("Kenyan police said so", "Kenyan", "begins demonym"),
        ("Two Hazara families fled", "Hazara", "begins listed group"),
        ("They met in Ouagadougou again", "Ouagadougou", "begins capital"),
        ("The Kremlin kept silent", "Kremlin", "begins seat"),
        ("A barge on the Brahmaputra sank", "Brahmaputra", "begins region"),
        ("Prices rose in Gaziantep", "Gaziantep", "begins town"),
        ("The Geneva Conventions forbid it", "Conventions", "inside listed law"),
        ("Flights from Heathrow stopped", "Heathrow", "begins listed facility"),
        ("He had fought at Stalingrad in the Battle of Stalingrad", "Battle", "begins listed event"),
        ("She has read Doctor Zhivago twice", "Zhivago", "inside listed work"),
        ("according to Agence France - Presse", "Presse", "inside listed outlet"),
    ],
)
def test_a_name_of_a_table_is_known_word_by_word(sentence: str, word: str, known: str) -> None:
    """Each word says whether a name begins with it or it stands inside one."""
    assert known in find(sentence)[word]


def test_given_and_family_names_are_known_by_themselves() -> None:
    """Two words that together are in no table."""
    known = find("Today Oleksandr Kowalski spoke")
    assert "given name" in known["Oleksandr"]
    assert "family name" in known["Kowalski"]
    assert set(known) == {"Oleksandr", "Kowalski"}


def test_the_longest_name_counts_alone() -> None:
    """No state inside an outlet."""
    assert find("The Times of India wrote")["India"] == ["inside listed outlet"]


def test_small_letters_count_only_where_the_sentence_has_no_capital_at_its_start() -> None:
    """A word that is also a state's is none in ordinary writing."""
    assert "us" not in find("He told us that")
    known = find("clashes in sri lanka")
    assert "begins state" in known["sri"]
    assert known["lanka"] == ["inside state"]
    assert len(known) == 2


@pytest.mark.parametrize("written", ["Côte d'Ivoire", "COTE D'IVOIRE", "Cote d’Ivoire"])
def test_accents_capitals_and_apostrophes_do_not_matter(written: str) -> None:
    """One state, however it is typed."""
    begun, *rest = find(f"Leaders of {written} met").values()
    assert "begins state" in begun
    assert rest == [["inside state"]]


def test_names_of_tables_lose_their_article_and_their_hyphens() -> None:
    """As the reader cuts words."""
    assert find_name_keys(["The Hindu", "S-400", "St. John's Hospital", "al-Qaida"]) == [
        "hindu", "s 400", "st john s hospital", "al qaida",
    ]  # fmt: skip


def test_no_sentence_has_no_words() -> None:
    """Nothing in, nothing out."""
    assert load_world().name_book.find([]) == []


@pytest.mark.parametrize("kind", [*NAMES, *(kind.replace(" ", "_") for kind in WORDS)])
def test_a_list_names_each_thing_once(kind: str) -> None:
    """A form stands in one row of its file, and no row is without a name."""
    folder = load_world().folder
    rows = load_rows(find_list(folder, kind), ListedName)
    forms = [form for row in rows for form in (row.name, *row.also)]
    assert len(rows) > 500
    assert forms == list_forms(folder, kind)
    assert all(form.strip() == form and form for form in forms)
    assert [form for form, count in Counter(forms).items() if count > 1] == []
