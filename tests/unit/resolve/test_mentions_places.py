"""Places: found, told from their namesakes, with both readings where a capital stands for a government."""

from __future__ import annotations

import pytest
from mention_articles import resolve


@pytest.mark.parametrize(
    ("text", "words", "country", "level"),
    [
        ("Fighting spread across Georgia, officials in Tbilisi said.", "Georgia", "GEO", "country"),
        ("The governor of Georgia visited Savannah and Macon.", "Georgia", "USA", "admin1"),
        ("Jordan closed its border with Syria.", "Jordan", "JOR", "country"),
        ("Turkey and Greece agreed.", "Turkey", "TUR", "country"),
        ("Troops entered Chad from Niger.", "Chad", "TCD", "country"),
        ("Troops entered Chad from Niger.", "Niger", "NER", "country"),
        ("The ship left Guinea.", "Guinea", "GIN", "country"),
        ("The USA closed the base.", "USA", "USA", "country"),
        ("European farmers protested.", "European", None, "region_of_world"),
        ("A farmer in Moscow, Idaho, found it.", "Moscow", "USA", "city"),
        ("The blast shook Moscow.", "Moscow", "RUS", "city"),
        ("He was born in Paris, Texas.", "Paris", "USA", "city"),
        ("They met in Paris, France.", "Paris", "FRA", "city"),
        ("She works in London, Ontario.", "London", "CAN", "city"),
        ("The plant in Macon, Ga., closed.", "Macon", "USA", "city"),
        ("The plant in Macon, Ga., closed.", "Ga.", "USA", "admin1"),
        ("Shelling hit the Kherson region.", "Kherson", "UKR", None),
        ("Crimean ports closed.", "Crimean", "UKR", "admin1"),
        ("Egypt and Jordan praised Washington. Cairo agreed.", "Washington", "USA", "city"),
        ("A boat sank in the Aegean Sea.", "Aegean Sea", None, "feature"),
    ],
)
def test_a_toponym_is_the_place_meant(text: str, words: str, country: str | None, level: str | None) -> None:
    """Countries are countries unless the text says otherwise; an area after a comma decides."""
    place = resolve(text).place(words)
    assert place.country == country
    assert level is None or place.level == level


def test_spellings_of_a_town_are_one_place() -> None:
    """Kiev and Kyiv have one id and one point."""
    old, new = resolve("A siren sounded in Kiev.").place("Kiev"), resolve("A siren sounded in Kyiv.").place("Kyiv")
    assert old.gazetteer_id == new.gazetteer_id == "703448"
    assert (old.latitude, old.longitude) == (new.latitude, new.longitude)


def test_an_adjective_is_a_modifier_and_nationals_are_no_place() -> None:
    """ "Chilean miners" names the country as a modifier, which the trace says; "Chileans" names people."""
    resolved = resolve("Chilean miners went home. Many Chileans cheered.")
    assert resolved.place("Chilean").trace[0].rule == "toponym: modifier"
    assert not resolved.has_place("Chileans")


def test_a_capital_that_acts_keeps_both_readings() -> None:
    """The place is recorded with the government it stands for; elsewhere it stands for none."""
    resolved = resolve("Beijing denied the charge. The envoy flew to Beijing.")
    assert resolved.place("Beijing").metonym_for == "state:CHN"
    assert resolved.place("Beijing").country == "CHN"
    assert resolved.place("Beijing", 1).metonym_for is None


def test_a_place_without_an_entry_has_no_point() -> None:
    """An invented village is found but not put anywhere."""
    place = resolve("Two men from the village of Qworzelby were arrested in Oslo.").place("Qworzelby")
    assert (place.latitude, place.longitude, place.gazetteer_id) == (None, None, None)


def test_other_places_of_an_article_draw_a_namesake() -> None:
    """The same name is another town among other towns."""
    among_english = resolve("Buses run from Cambridge to Ely, Newmarket and Peterborough.").place("Cambridge")
    among_american = resolve("Trains run from Cambridge to Somerville, Medford and Boston, Massachusetts.").place("Cambridge")
    assert (among_english.country, among_american.country) == ("GBR", "USA")


def test_a_person_is_no_place() -> None:
    """Names of persons that are also places stay persons."""
    resolved = resolve("Jordan Peterson met Chad Mitchell and Paris Hilton.")
    assert not resolved.places


def test_a_state_after_a_town_of_its_own_is_that_state() -> None:
    """ "Batumi" lies in one country alone, so the Georgia after it is no area of another, whatever else is named."""
    resolved = resolve("A ferry sank off Batumi, Georgia. Crews came from Paris, Texas, and from Idaho.")
    assert resolved.place("Georgia").country == "GEO"


def test_a_capital_that_acts_is_the_capital_among_its_namesakes() -> None:
    """Idaho has a town of that name and is named too, but governments deny and urge."""
    resolved = resolve("Moscow denied the charge. Crews came from Idaho and from Paris, Texas.")
    assert resolved.place("Moscow").country == "RUS"
    assert resolved.place("Moscow").metonym_for == "state:RUS"


def test_the_town_of_a_dateline_stands_for_no_government() -> None:
    """It says where the article was written, whatever verb the tree hangs it on."""
    assert resolve("TBILISI — The ministry denied the charge.").place("TBILISI").metonym_for is None


def test_a_trace_says_what_decided_and_what_came_second() -> None:
    """The features that put the town before the bigger one, both scores, and the area named after it."""
    first, chosen, before, container = resolve("He was born in Paris, Texas.").place("Paris").trace
    assert first.rule == "toponym: name"
    assert chosen.rule.startswith("chosen by inside +8.5")
    assert before.rule.startswith("before Paris, Ile-de-France, FRA (")
    assert container.rule == "container: Texas"


def test_a_name_without_an_entry_has_the_country_of_its_container() -> None:
    """No point, but the area named right after it says which country."""
    place = resolve("He was born in Qworzelby, Idaho.").place("Qworzelby")
    assert place.latitude is None
    assert place.country == "USA"
