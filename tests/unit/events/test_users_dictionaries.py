"""CAMEO dictionaries in PETRARCH's format load and code; parties and pairs are found for users who bring their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.errors import BadLexicon
from copydesk.events.pairs import code_pair
from copydesk.events.participants import build_cast
from copydesk.events.parties import find_parties
from copydesk.events.triples import Triple, code_triples
from copydesk.lexicon import World
from copydesk.lexicon.cameo import CameoLexicon, load_cameo
from copydesk.record import Reading, Span

ACTORS = """# countries that do not exist
ESTRAVIA  [EST]
+ESTRAVIAN
VALDORIA_ [VAL]
MORWENNA  # changes sides
\t[VALGOV <19990101]
\t[ESTGOV > 19990101]
"""
AGENTS = """!PERSON! = MAN, MEN
SENATOR  [~LEG]
BORDER_GUARD  [~MIL]
MEDIA {}  [~MED]
FISHER!PERSON!  [~AGR]
"""
VERBS = """&TIES
+RELATIONS
+LINKS

--- PRAISE  [051] ---
PRAISE

--- SEVER  [160] ---
SEVER {SEVERS SEVERED}
- * &TIES  [161]
- * CABLE  [+++]

--- MEET  [040:040] ---
MEET {MEETS MET}
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> CameoLexicon:
    """Three small dictionaries."""
    folder = tmp_path_factory.mktemp("dictionaries")
    for name, text in (("my.actors.txt", ACTORS), ("my.agents.txt", AGENTS), ("my.verbs.txt", VERBS)):
        (folder / name).write_text(text, encoding="utf-8")
    return load_cameo(folder)


def test_names_have_synonyms_and_dated_codes(lexicon: CameoLexicon) -> None:
    """A synonym shares its name's code; a code limited in time holds only then."""
    assert [c.code for c in lexicon.actors["estravian"]] == ["EST"]
    assert [c.code for c in lexicon.actors["morwenna"] if c.holds("1998-05-01")] == ["VALGOV"]
    assert [c.code for c in lexicon.actors["morwenna"] if c.holds("2004-05-01")] == ["ESTGOV"]
    assert [c.code for c in lexicon.actors["morwenna"] if c.holds(None)] == []


def test_agents_have_plurals_and_substitutions(lexicon: CameoLexicon) -> None:
    """Regular plurals are made unless the row says there is none; "!SET!" is written out."""
    assert {"senator", "senators", "border guards", "media", "fisherman", "fishermen"} <= set(lexicon.agents)
    assert "medias" not in lexicon.agents


def test_patterns_name_word_sets_and_may_be_switched_off(lexicon: CameoLexicon) -> None:
    """"&TIES" stands for its members; a pattern whose code is no number does not count."""
    patterns = lexicon.verbs["severed"].patterns
    assert [p.code for p in patterns] == ["161"]
    assert patterns[0].after == (frozenset({"relations", "links"}),)


@pytest.mark.parametrize(("text", "triples"), [
    ("Estravia severed relations with Valdoria.", {Triple("161", "EST", "VAL")}),
    ("Estravian senators praised Valdoria.", {Triple("051", "ESTLEG", "VAL")}),
    ("Valdoria was praised by Estravia.", {Triple("051", "EST", "VAL")}),
    ("Estravia met Valdoria.", {Triple("040", "EST", "VAL"), Triple("040", "VAL", "EST")}),
    ("The sea was calm in Valdoria.", set()),
])
def test_triples_follow_the_tree(
    lexicon: CameoLexicon, read: Callable[[str], Reading], text: str, triples: set[Triple],
) -> None:
    """Actor, agent, pattern and voice decide a triple; a mutual verb gives one each way."""
    reading = read(text)
    assert set(code_triples(reading, reading.sentences[0], lexicon)) == triples


def test_a_folder_without_dictionaries_is_named(tmp_path: Path) -> None:
    """The error says what is missing where."""
    with pytest.raises(BadLexicon, match="actors"):
        load_cameo(tmp_path)


def span_of(text: str, words: str) -> Span:
    """Where words stand in a text."""
    return Span(start=text.index(words), end=text.index(words) + len(words))


@pytest.mark.parametrize(("text", "pair", "category"), [
    ("After months of talks with Peru, Chile expelled two Bolivian diplomats.", ("Chile", "Bolivian diplomats"), "SANCTION"),
    ("Ghana praised Togo, which had arrested a Malian reporter.", ("Togo", "Malian reporter"), "COERCE"),
    ("Ghana praised Togo, which had arrested a Malian reporter.", ("Ghana", "Togo"), "SUPPORT"),
    ("Kenya did not support Uganda.", ("Kenya", "Uganda"), "REJECT"),
])
def test_the_event_of_a_pair(
    world: World, read: Callable[[str], Reading], text: str, pair: tuple[str, str], category: str,
) -> None:
    """Of several events the one whose slots the pair fills; a negated one by the negation table."""
    actor, recipient = (span_of(text, words) for words in pair)
    event = code_pair(text, read(text), actor=actor, recipient=recipient, world=world)
    assert event is not None
    assert event.category == category


def test_a_pair_without_any_construction_is_none(world: World, read: Callable[[str], Reading]) -> None:
    """Nothing is guessed where no construction stands."""
    text = "Kenya is north of Tanzania."
    assert code_pair(text, read(text), actor=span_of(text, "Kenya"), recipient=span_of(text, "Tanzania"), world=world) is None


def test_parties_are_found_for_mere_words(world: World, read: Callable[[str], Reading]) -> None:
    """Who urges whom is no event, but its parties are known."""
    text = "Denmark urged Poland to be patient."
    reading = read(text)
    parties = find_parties(build_cast(text, reading, world), reading.sentences[0])
    assert parties is not None
    assert [p.country for p in (*parties.actors, *parties.recipients)] == ["DNK", "POL"]
