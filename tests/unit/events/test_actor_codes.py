"""Actors' words by rule: whose an actor is, which word tells its sector, and what a person was on a day."""

import pytest

from copydesk.events import code_actor
from copydesk.events.actors import explain_actor
from copydesk.lexicon import World


@pytest.mark.parametrize(("phrase", "country"), [
    ("Chad-backed rebels", None), ("pro-Turkish fighters", None), ("anti-Kenyan demonstrators", None),
    ("Danish-funded schools", None), ("a Ghana-led force of engineers", "GHA"), ("a Norwegian-led coalition", "IGO"),
    ("Polish-led alliance", "IGO"), ("a Lima-based charity", "PER"), ("Kurdish-led militiamen", None),
])
def test_who_backs_an_actor_does_not_own_it(world: World, phrase: str, country: str | None) -> None:
    """A state beside a hyphen is the actor's where it leads or houses it; what one state leads with others is no state's."""
    assert code_actor(phrase, world)[0] == country


@pytest.mark.parametrize(("phrase", "country"), [
    ("Latin American ministers", None), ("West African presidents", None), ("Gulf states", None), ("Arab envoys", None),
    ("Union leaders", None), ("ethnic Serbs in the valley", None), ("American ministers", "USA"), ("Guinean ministers", "GIN"),
])
def test_parts_of_the_world_and_peoples_are_no_state(world: World, phrase: str, country: str | None) -> None:
    """"Latin American" is not American, a people abroad is not its namesake's."""
    assert code_actor(phrase, world)[0] == country


@pytest.mark.parametrize(("phrase", "expected", "rule"), [
    ("a senior Hezbollah official", ("LBN", ("REB", "PTY")), "actor-body-before-member"),
    ("Renamo's deputy leader", ("MOZ", ("REB", "PTY")), "actor-body-before-member"),
    ("rebel spokesman Jonas Savimbi", ("AGO", ("REB",)), "actor-body-before-member"),
    ("Hezbollah official Hassan Nasrallah", ("LBN", ("REB", "PTY")), "actor-body-before-member"),
    ("a Ugandan army spokesman", ("UGA", ("MIL",)), "actor-body-before-member"),
    ("the president of the Zambian Teachers' Union", ("ZMB", ("LAB",)), None),
    ("European Union legislators", ("EUR", ("LEG",)), "actor-word-before-name"),
    ("Latvia's Democratic Party", ("LVA", ("PTY",)), "actor-state-before-name"),
    ("the Democratic Party", ("USA", ("PTY",)), None),
    ("Kenyan opposition lawmakers", ("KEN", ("LEG", "OPP")), None),
    ("an ousted Gabonese minister", ("GAB", ("ELI",)), "actor-former-is-ELI"),
    ("Putin's chief spokesman", ("RUS", ("GOV",)), "actor-by-ruler"),
    ("the Obama administration", ("USA", ("GOV",)), "actor-by-ruler"),
])
def test_precedence_between_words_is_named(
    world: World, phrase: str, expected: tuple[str | None, tuple[str, ...]], rule: str | None,
) -> None:
    """Where two words could tell, one rule says which does, and its name is kept."""
    told = explain_actor(phrase, world)
    assert (told.country, told.sectors) == expected
    assert rule is None or rule in [name for name, _ in told.rules]


@pytest.mark.parametrize(("phrase", "expected"), [
    ("Whitehall", ("GBR", ("GOV",))), ("Itamaraty", ("BRA", ("GOV",))), ("Zhongnanhai", ("CHN", ("GOV",))),
    ("the Blue House", ("KOR", ("GOV",))), ("Capitol Hill", ("USA", ("LEG",))), ("the Storting", ("NOR", ("LEG",))),
    ("the Holy See", ("VAT", ())), ("Turkish Cypriots", ("CYP", ("PRE",))), ("nine Chileans", ("CHL", ("CVL",))),
])
def test_seats_parliaments_and_peoples_have_their_codes(
    world: World, phrase: str, expected: tuple[str | None, tuple[str, ...]],
) -> None:
    """Seats stand for governments, parliaments are known in their own languages, nationals are civilians."""
    code = code_actor(phrase, world)
    assert (code[0], code[1][: len(expected[1])]) == expected


@pytest.mark.parametrize(("name", "day", "expected"), [
    ("Ayman Safadi", "2021-05-01", ("JOR", ("GOV",))), ("Qian Qichen", "1995-01-01", ("CHN", ("GOV",))),
    ("Qian Qichen", "2008-01-01", ("CHN", ("ELI",))), ("Qian Qichen", "1980-01-01", ("CHN", ())),
    ("Jonas Savimbi", "1993-06-01", ("AGO", ("REB",))), ("Hassan Nasrallah", "2006-07-20", ("LBN", ("REB", "PTY"))),
    ("Nabih Berri", "2012-01-01", ("LBN", ("LEG",))), ("Desmond Tutu", "1988-01-01", ("ZAF", ("REL",))),
    ("Sergei Bagapsh", "2008-08-20", ("GEO", ("PRE",))), ("Khalifa Haftar", "2019-04-04", ("LBY", ("MIL",))),
    ("Laurent Gbagbo", "2005-01-01", ("CIV", ("GOV",))), ("Ousmane Sonko", "2021-03-05", ("SEN", ("OPP", "PTY"))),
    ("Ousmane Sonko", "2024-06-01", ("SEN", ("GOV",))), ("Fatou Bensouda", "2016-01-01", ("IGO", ("JUD",))),
    ("John Garang", "1995-01-01", ("SDN", ("REB",))),
])
def test_a_person_has_the_code_of_the_day(
    world: World, name: str, day: str, expected: tuple[str, tuple[str, ...]],
) -> None:
    """Offices and affiliations have days: the same name is a rebel, a minister or a former one."""
    assert code_actor(name, world, day) == expected


@pytest.mark.parametrize("phrase", ["See", "He", "the delta", "Rice prices", "Return", "Bishop"])
def test_ordinary_words_are_nobodys_surname(world: World, phrase: str) -> None:
    """A lone word that also means something else, or only sounds like a name, gives no country."""
    assert code_actor(phrase, world)[0] is None


def test_every_person_of_the_tables_has_known_sectors(world: World) -> None:
    """Sectors are PLOVER's, and each stay that is no government's names one."""
    known = {
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN",
        "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
    }
    others = [row for row in world.offices.rows if row.duty == "other"]
    assert len(others) > 1_000
    assert {sector for row in world.offices.rows for sector in row.sectors} <= known
