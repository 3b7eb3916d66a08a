"""What must hold of the world tables: words for states, holders of offices on a day, actors, names made comparable."""

from __future__ import annotations

import pytest

from copydesk.lexicon import load_world
from copydesk.lexicon.folding import fold_name, name_sound
from copydesk.lexicon.offices import Holder, Offices, code_stays, find_stays, first_day

WORLD = load_world()


@pytest.mark.parametrize(
    ("words", "country", "kind"),
    [
        ("Norway", "NOR", "name"), ("the U.K.", "GBR", "name"), ("US", "USA", "name"), ("Burma", "MMR", "name"),
        ("Türkiye's", "TUR", "name"), ("Ivorian", "CIV", "demonym"), ("Nigeriens", "NER", "demonym"),
        ("Nigerians", "NGA", "demonym"), ("Congo-Brazzaville", "COG", "name"), ("the Kremlin’s", "RUS", "metonym"),
        ("Canberra", "AUS", "capital"), ("PORTUGAL", "PRT", "name"), ("Kosovar", "KOS", "demonym"),
        ("Guinea-Bissau", "GNB", "name"), ("The Hague", "NLD", "capital"),
    ],
)  # fmt: skip
def test_a_word_leads_to_its_state(words: str, country: str, kind: str) -> None:
    """Names, demonyms, capitals and seats are found with article, possessive or a headline's capitals."""
    hit = WORLD.states.find(words)
    assert hit is not None
    assert (hit.country, hit.kind) == (country, kind)


@pytest.mark.parametrize("words", ["us", "turkey", "polish", "the West", "chad", "Narnia"])
def test_common_words_are_no_states(words: str) -> None:
    """Case decides, and vague regions stand for no state."""
    assert WORLD.states.find(words) is None


def test_every_state_has_words_and_a_point() -> None:
    """Each code is there once, with a point on the globe; every state that is sovereign has a word for what is its own."""
    codes = [row.code for row in WORLD.states.rows]
    assert len(codes) == len(set(codes)) >= 240
    assert all(-90 <= row.latitude <= 90 and -180 <= row.longitude <= 180 for row in WORLD.states.rows)
    nameless = {row.code for row in WORLD.states.rows if row.part_of is None and not row.adjectives}
    assert nameless <= {"DMA", "ATA"}
    assert WORLD.states.sovereign("GRL") == "DNK"


@pytest.mark.parametrize(
    ("office", "country", "day", "name"),
    [
        ("leader", "FRA", "2019-06-01", "Emmanuel Macron"), ("leader", "ITA", "2021-03-10", "Mario Draghi"),
        ("president", "ITA", "2021-03-10", "Sergio Mattarella"), ("prime minister", "JPN", "2022", "Fumio Kishida"),
        ("premier", "CHN", "2023-06-05", "Li Qiang"), ("chancellor", "AUT", "2018-04", "Sebastian Kurz"),
        ("supreme leader", "IRN", "2021-01-01", "Ali Khamenei"), ("queen", "GBR", "2016-01-01", "Elizabeth II"),
        ("secretary-general", "UNO", "2012-07-01", "Ban Ki-moon"), ("foreign minister", "CHN", "2014-01-01", "Wang Yi"),
    ],
)  # fmt: skip
def test_an_office_and_a_day_lead_to_the_holder(office: str, country: str, day: str, name: str) -> None:
    """Days, months and years serve; "leader" is whoever leads that state, president or head of government."""
    holder = WORLD.offices.holder(office, country, day)
    assert holder is not None
    assert holder.name == name


def test_an_office_abstains() -> None:
    """No day, a day before the table, an office nobody has, and a year with two holders give nobody."""
    assert WORLD.offices.holder("leader", "FRA", None) is None
    assert WORLD.offices.holder("president", "FRA", "1861-01-01") is None
    assert WORLD.offices.holder("chancellor", "FRA", "2020-01-01") is None
    assert WORLD.offices.holder("prime minister", "GBR", "2019") is None


def test_on_the_day_of_the_change_the_successor_holds_the_office() -> None:
    """The first day of a successor is the last of the predecessor; the successor is meant."""
    holder = WORLD.offices.holder("prime minister", "GBR", "2016-07-13")
    assert holder is not None
    assert holder.name == "Theresa May"


def test_no_stay_in_office_ends_before_it_begins() -> None:
    """Dates are ISO 8601 prefixes in order."""
    for row in WORLD.offices.rows:
        assert row.until is None or first_day(row.since) <= first_day(row.until), row


@pytest.mark.parametrize("spelling", ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi"])
def test_a_surname_is_found_in_every_transliteration(spelling: str) -> None:
    """Spellings of one surname lead to one person."""
    assert {row.name for row in WORLD.offices.find_surname(spelling)} == {"Volodymyr Zelensky"}


def test_names_fold_and_sound_alike_across_spellings() -> None:
    """Accents and hyphens fold away; transliterations sound alike; different names do not."""
    assert fold_name("Zuzana Čaputová") == "zuzana caputova"
    assert name_sound("Mohammed") == name_sound("Muhammad")
    assert name_sound("Lukashenko") != name_sound("Zelensky")


@pytest.mark.parametrize(
    ("words", "entity_id", "country"),
    [
        ("NATO", "register:nato", "IGO"), ("the Houthis", "register:houthis", "YEM"),
        ("Doctors Without Borders", "register:medecins-sans-frontieres", "NGO"),
        ("Pentagon", "org:USA:ministry-of-defence", "USA"), ("Knesset", "org:ISR:parliament", "ISR"),
    ],
)  # fmt: skip
def test_the_register_knows_actors_by_any_name(words: str, entity_id: str, country: str) -> None:
    """Names and aliases lead to one id; a state's own institution has the id its other wordings have."""
    actor = WORLD.register.find(words)
    assert actor is not None
    assert (actor.entity_id, actor.country) == (entity_id, country)


def test_the_register_is_large_and_consistent() -> None:
    """At least 400 actors, each id once, no alias of two actors."""
    rows = WORLD.register.rows
    assert len(rows) >= 400
    assert len({row.id for row in rows}) == len(rows)
    names = [name for row in rows for name in {row.name, *row.aliases}]
    assert len(names) == len(set(names))


def test_a_ministry_has_the_same_id_in_all_wordings() -> None:
    """British, American and "of" wordings are one institution."""
    wordings = ("Defence Ministry", "Ministry of Defense", "defense department")
    ids = {found.entity_id("NOR") for words in wordings if (found := WORLD.register.find_institution(words))}
    assert ids == {"org:NOR:ministry-of-defence"}


@pytest.mark.parametrize(
    ("country", "day", "name"),
    [
        ("IRL", "2019-01-01", "Leo Varadkar"), ("ESP", "2019-01-01", "Pedro Sánchez"),
        ("NGA", "2019-01-01", "Muhammadu Buhari"),
        ("CHE", "2018-05-01", "Alain Berset"), ("PAK", "2016-01-01", "Nawaz Sharif"), ("SVK", "2020-12-01", "Igor Matovič"),
        ("AUS", "2013-08-01", "Kevin Rudd"), ("ITA", "2013-08-01", "Enrico Letta"), ("GRC", "2015-05-01", "Alexis Tsipras"),
        ("THA", "2023-12-01", "Srettha Thavisin"), ("VNM", "2022-01-01", "Nguyen Xuan Phuc"),
        ("SDN", "2023-05-01", "Abdel Fattah al-Burhan"),
    ],
)  # fmt: skip
def test_who_led_a_state_on_a_day(country: str, day: str, name: str) -> None:
    """Stays that the source has not, or has wrong: named by hand, so that a gap does not come back unseen."""
    holder = WORLD.offices.holder("leader", country, day)
    assert holder is not None
    assert holder.name == name


@pytest.mark.parametrize("day", ["2016-07-01", "2019-06-10", "2022-06-01", "2025-06-01"])
def test_every_state_with_stays_has_a_leader(day: str) -> None:
    """No gap in a state's line of leaders; Lebanon had no president in 2016, Andorra's line begins in 2019."""
    states = {row.country for row in WORLD.offices.rows}
    led = [s for s in WORLD.states.rows if s.part_of is None and s.code in states - {"AND", "LBN"}]
    assert len(led) > 180
    assert [s.code for s in led if WORLD.offices.holder("leader", s.code, day) is None] == []


def test_a_surname_is_a_name_and_no_particle() -> None:
    """ "dos" or "bin" alone would be looked for on every page."""
    assert [row.name for row in WORLD.offices.rows if row.surname and row.surname.islower()] == []
    assert [row.name for row in WORLD.offices.rows if row.until and row.until < row.since] == []


def stay(office: str, since: str, until: str | None, **given: object) -> Holder:
    """A made-up stay in office."""
    told = {"country": "NOR", "duty": "minister", "name": "Ana Oyelin", "surname": "Oyelin", "aliases": (), **given}
    return Holder(office=office, since=since, until=until, origin="own", **told)  # type: ignore[arg-type]


def test_an_end_known_by_its_year_may_be_any_day_of_it() -> None:
    """A stay until "2014" may still have gone on in November, one until a day not."""
    assert stay("foreign minister", "2011", "2014").held("2014-11-01", "2014-11-01")
    assert not stay("foreign minister", "2011", "2014").held("2015-01-01", "2015-01-01")
    assert not stay("foreign minister", "2011", "2014-03-01").held("2014-03-01", "2014-03-01")


def test_in_a_year_of_two_holders_nobody_is_named_unless_the_day_is_known() -> None:
    """Of a change that only its year is known of, nobody is named in that year; before and after it the holder is."""
    second = stay("foreign minister", "2014", None, name="Per Aske", surname="Aske")
    offices = Offices((stay("foreign minister", "2011", "2014"), second), WORLD.states)
    held = [offices.holder("foreign minister", "NOR", day) for day in ("2013-05-01", "2014-05-01", "2015-05-01")]
    assert [one.name if one else None for one in held] == ["Ana Oyelin", None, "Per Aske"]


@pytest.mark.parametrize(("day", "expected"), [
    ("2005-01-01", ("NOR", ())), ("2012-01-01", ("NOR", ("GOV",))), ("2016-01-01", ("NOR", ("ELI",))),
    ("2021-01-01", ("NOR", ("OPP",))), ("2024-01-01", ("NOR", ("OPP",))), (None, ("NOR", ("GOV",))),
])
def test_what_a_person_was_follows_the_day(day: str | None, expected: tuple[str, tuple[str, ...]]) -> None:
    """Nothing before the first stay, the office while it lasts, elite after it; the opposition stays what it is."""
    stays = (
        stay("foreign minister", "2011-01-01", "2014-01-01"),
        stay("opposition leader", "2020-01-01", "2022-01-01", duty="other", sectors=("OPP",)),
    )
    assert code_stays(stays, day) == expected
    assert find_stays(stays, "2012-01-01")[0].office == "foreign minister"


def test_of_two_offices_at_once_the_higher_tells_what_a_person_is() -> None:
    """A president who leads a party is first of all the president."""
    both = (
        stay("party leader", "2000", None, duty="other", sectors=("PTY",)), stay("president", "2010", None, duty="state"),
    )
    assert [one.office for one in find_stays(both, "2015-01-01")] == ["president", "party leader"]
    assert code_stays(both, "2015-01-01") == ("NOR", ("GOV",))


@pytest.mark.parametrize(("words", "country", "sector"), [
    ("the Lord's Resistance Army", "UGA", "REB"), ("Jamaat-e-Islami", "PAK", "PTY"), ("the Riksdag", "SWE", "LEG"),
    ("COSATU", "ZAF", "LAB"), ("Sea-Watch", "NGO", "CVL"), ("the Frontier Corps", "PAK", "COP"), ("ECOMOG", "IGO", "MIL"),
    ("Bosnian Serbs", "BIH", "CVL"),
])
def test_bodies_of_many_states_are_registered(words: str, country: str, sector: str) -> None:
    """Groups, parties, parliaments, unions, forces, peoples."""
    actor = WORLD.register.find(words)
    assert actor is not None
    assert (actor.country, actor.sectors[0]) == (country, sector)
