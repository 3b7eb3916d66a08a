"""Places of an article resolved together: neighbours, areas named, words at home in a state, buildings in towns."""

from __future__ import annotations

import pytest
from mention_articles import resolve
from time_articles import make_page

from copydesk.lexicon import load_world
from copydesk.record import Span
from copydesk.resolve.datelines import find_dateline_places
from copydesk.resolve.places import locate


@pytest.mark.parametrize(
    ("text", "words", "country", "longitude"),
    [
        ("Deputies took both to the Clark County jail; a judge in Springfield set bail.", "Springfield", "USA", -83.8),
        ("Buses between Tripoli, Sidon and Zahle stopped running.", "Tripoli", "LBN", 35.8),
        ("Strikes closed the plants in Valencia and Maracay.", "Valencia", "VEN", -68.0),
        pytest.param("Floods cut the road from Santiago to Puerto Plata.", "Santiago", "DOM", -70.7,
                     marks=pytest.mark.xfail(strict=True, reason="a capital five times as large wins")),
        ("Ferries from Victoria to Nanaimo and Vancouver were cancelled.", "Victoria", "CAN", -123.4),
    ],
)
def test_names_that_lie_beside_one_another_settle_each_other(text: str, words: str, country: str, longitude: float) -> None:
    """Of many places of one name the one beside another name's is meant."""
    place = resolve(text).place(words)
    assert place.country == country
    assert place.longitude == pytest.approx(longitude, abs=0.6)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Panchayat leaders said crores were owed to builders in Hyderabad.", "IND"),
        ("The fire department of Birmingham and the sheriff blamed a grand jury for the felony case.", "USA"),
        ("Councillors in Hamilton said the motorway and the crown court would stay closed.", "GBR"),
    ],
)
def test_words_at_home_in_a_state_say_where_an_article_plays(text: str, country: str) -> None:
    """Money, courts and schools go by other words in each state."""
    assert [place.country for place in resolve(text).places] == [country]


def test_a_plural_gives_its_kind_to_every_name_of_a_list() -> None:
    """In "Holmes and Wayne counties" both are counties, in "the Raqqa and Hasakah provinces" both provinces."""
    resolved = resolve("Roads in Holmes and Wayne counties were closed.")
    assert resolved.place("Holmes").level == "admin2"
    resolved = resolve("Power failed across the Raqqa and Hasakah provinces.")
    assert (resolved.place("Raqqa").level, resolved.place("Hasakah").level) == ("admin1", "admin1")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A blast damaged the Orsova Hospital in Tampere.", "Orsova Hospital"),
        ("Pupils of Tampere's Orsova School were sent home.", "Orsova School"),
        ("Shots were fired on Grelling Street in Tampere.", "Grelling Street"),
    ],
)
def test_a_building_without_an_entry_takes_the_point_of_its_town(text: str, words: str) -> None:
    """It is a facility in the town that the text names, with no id; the trace says so."""
    place, town = resolve(text).place(words), resolve(text).place("Tampere")
    assert (place.level, place.gazetteer_id, place.country) == ("facility", None, "FIN")
    assert (place.latitude, place.longitude) == (town.latitude, town.longitude)
    assert place.trace[0].rule == "in the town beside it"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The village of Grembolt in Texas lost its only well.", "Grembolt", "USA"),
        ("The bridge at Grembolt, in Poland, fell.", "Grembolt", "POL"),
        ("A fire in Orsova, Texas, killed two.", "Orsova", "USA"),
    ],
)
def test_a_place_that_its_area_does_not_hold_stays_unresolved(text: str, words: str, country: str) -> None:
    """Without an entry in the area named it has no point, and that area's country; the trace names the area."""
    place = resolve(text).place(words)
    assert (place.latitude, place.gazetteer_id, place.country) == (None, None, country)
    assert place.trace[-1].rule.startswith("container: ")


@pytest.mark.parametrize("text", ["He was jailed in London in Ontario.", "Voters of London (Ontario) went to the polls."])
def test_an_area_after_in_holds_a_place(text: str) -> None:
    """ "London in Ontario" is no capital."""
    assert resolve(text).place("London").country == "CAN"


def test_what_stands_beside_in_a_list_holds_nothing() -> None:
    """Neither a list nor a meeting place makes one name the container of another."""
    listed = resolve("Reporters in Paris, Berlin and Mosul contributed.").place("Paris")
    met = resolve("Envoys met Iran in Vienna.").place("Iran")
    assert (listed.country, met.country) == ("FRA", "IRN")
    assert not any("container" in step.rule for step in (*listed.trace, *met.trace))


@pytest.mark.parametrize(
    ("words", "country", "level"),
    [
        ("Bab al-Hawa", "SYR", "facility"), ("Hmeimim air base", "SYR", "facility"), ("Kakhovka dam", "UKR", "facility"),
        ("Zamzam camp", "SDN", "facility"), ("Mozambique Channel", None, "feature"), ("Jebel Marra", "SDN", "feature"),
        ("Jonglei", "SSD", "admin1"),
        ("Qamishli", "SYR", "city"), ("Jenin", "PSE", "city"), ("Hodeidah", "YEM", "city"), ("Bint Jbeil", "LBN", "city"),
        ("Mt. Kenya", "KEN", "feature"), ("North Kivu", "COD", "admin1"), ("County Mayo", "IRL", "admin2"),
    ],
)  # fmt: skip
def test_places_of_crises_have_an_entry_and_a_level(words: str, country: str | None, level: str) -> None:
    """Camps, crossings, bases, dams, straits and provinces by the names that news gives them."""
    place = resolve(f"Aid has not reached {words} for weeks.").place(words)
    assert (place.country, place.level) == (country, level)
    assert place.latitude is not None


@pytest.mark.parametrize(
    ("words", "after", "country"), [("Nineveh", "province", "IRQ"), ("Kyiv", "region", "UKR"), ("Benue", "state", "NGA")],
)
def test_the_word_after_a_name_makes_it_an_area(words: str, after: str, country: str) -> None:
    """Town and area share a name; "province" or "region" behind it says which is meant."""
    place = resolve(f"Aid has not reached the {words} {after} for weeks.").places[0]
    assert (place.country, place.level) == (country, "admin1")


def test_a_line_of_capitals_means_what_the_text_means() -> None:
    """A dateline in capitals and the name in the text are one name."""
    resolved = resolve("VALENCIA, Venezuela - Police closed two roads.\n\nResidents of Valencia queued for water.")
    assert {resolved.place("VALENCIA").gazetteer_id, resolved.place("Valencia").gazetteer_id} == {"3625549"}


@pytest.mark.xfail(strict=True, reason="an office alone does not outweigh the state of that name")
def test_an_office_tells_a_namesake_of_a_state() -> None:
    """Senators from Georgia are Americans."""
    assert resolve("The senator from Georgia voted no.").place("Georgia").country == "USA"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Southern Malawi has had no rain.", "Malawi", "MWI"), ("Eastern Chad is calm.", "Chad", "TCD"),
        ("Western Australia was hit by fires.", "Western Australia", "AUS"),
        ("The Sudanese army withdrew.", "Sudanese", "SDN"), ("The Israeli army fired back.", "Israeli", "ISR"),
    ],
)
def test_a_part_or_a_force_of_a_state_names_the_state(text: str, words: str, country: str) -> None:
    """A direction before a state is no name, and a listed force still says whose it is."""
    assert resolve(text).place(words).country == country


@pytest.mark.parametrize("town", ["Kharkiv", "Nyala", "Bakhmut", "Manbij", "Sittwe", "Imphal", "Goma"])
@pytest.mark.parametrize("sentence", ["{} was hit again.", "{}'s mayor fled by night.", "{}, under siege for months, starved."])
def test_a_town_at_the_head_of_a_sentence_is_a_place(town: str, sentence: str) -> None:
    """Whatever the reader takes it for, a large town's name that is no person's is the town."""
    assert [place.level for place in resolve(sentence.format(town)).places] == ["city"]


@pytest.mark.parametrize("text", ["Mason was hit again.", "Barry fled by night.", "Florence Okoro spoke. Okoro left."])
def test_persons_called_like_towns_stay_persons(text: str) -> None:
    """Families and given names of the tables, and surnames in the article, are no towns."""
    assert not resolve(text).places


@pytest.mark.parametrize(
    ("dateline", "countries"),
    [
        ("EL FASHER, Sudan (AP) —", ["SDN", "SDN"]), ("GAZA/CAIRO (Reuters) -", ["PSE", "EGY"]), ("KYIV, May 8 —", ["UKR"]),
        ("UNITED NATIONS (AP) —", []),
    ],
)
def test_a_dateline_names_places(dateline: str, countries: list[str]) -> None:
    """Towns and states of a dateline are places; days, agencies and reporters are none."""
    text = f"{dateline} Envoys left the hall."
    page = make_page(text)
    toponyms = find_dateline_places(page, Span(start=0, end=len(dateline)), load_world())
    found = locate(list(toponyms), load_world())
    assert [choice.row.country for choice in found if choice] == countries
