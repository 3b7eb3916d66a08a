"""Who and what an article speaks of: ids that are the same on every page, roles, descriptions, pronouns, metonyms."""

from __future__ import annotations

import pytest
from mention_articles import resolve


@pytest.mark.parametrize(
    ("text", "words", "entity_id"),
    [
        ("The Norwegian Defence Ministry denied the report.", "Norwegian Defence Ministry", "org:NOR:ministry-of-defence"),
        ("Norway's defense ministry denied the report.", "Norway's defense ministry", "org:NOR:ministry-of-defence"),
        ("The Ministry of Defense of Norway denied it.", "Ministry of Defense of Norway", "org:NOR:ministry-of-defence"),
        ("The alliance NATO met in Oslo.", "NATO", "register:nato"),
        ("Peru recalled its envoy.", "Peru", "state:PER"),
        ("Peruvian officers boarded the boat.", "Peruvian", "state:PER"),
        ("Several Peruvians were on board.", "Peruvians", "people:PER"),
        ("Reuters reported the deal first.", "Reuters", "outlet:reuters"),
        ("The Pentagon confirmed the strike.", "Pentagon", "org:USA:ministry-of-defence"),
    ],
)
def test_names_lead_to_ids(text: str, words: str, entity_id: str) -> None:
    """States, nationals, ministries in all wordings, registered actors and outlets have ids of their own."""
    assert resolve(text).who(words) == entity_id


def test_a_ministry_has_country_and_sector() -> None:
    """A state's institution carries its country and its primary sector."""
    entity = resolve("The Norwegian Defence Ministry denied the report.").entity("org:NOR:ministry-of-defence")
    assert (entity.kind, entity.country, entity.sector) == ("organisation", "NOR", "GOV")


def test_a_ministry_without_its_state_is_the_one_named_before() -> None:
    """A second mention needs no state; without a first it stays without an entity."""
    text = "The Finnish Foreign Ministry summoned the envoy. The Foreign Ministry gave no reason."
    assert resolve(text).who("Foreign Ministry") == "org:FIN:ministry-of-foreign-affairs"


@pytest.mark.parametrize(
    "text",
    [
        "German Chancellor Olaf Scholz spoke first. Scholz left early.",
        "Olaf Scholz, the German chancellor, spoke first. Scholz left early.",
        "Germany's chancellor, Olaf Scholz, spoke first. Scholz left early.",
    ],
)
def test_titles_before_and_after_a_name_are_read(text: str) -> None:
    """Before the name, in apposition after it, and with the name as apposition."""
    resolved = resolve(text)
    assert resolved.who("Scholz") == "person:olaf-scholz"
    entity = resolved.entity("person:olaf-scholz")
    assert (entity.country, entity.sector) == ("DEU", "GOV")


@pytest.mark.parametrize(
    ("text", "office", "organisation", "country"),
    [
        ("Finnish Foreign Ministry spokeswoman Aino Virtanen said so.", "spokeswoman", "Finnish Foreign Ministry", "FIN"),
        ("Aino Virtanen, a spokeswoman for the Finnish Foreign Ministry, said so.", "spokeswoman",
         "Finnish Foreign Ministry", "FIN"),
        ("NATO spokesman Piet Verbeek said so.", "spokesman", "NATO", "IGO"),
        ("White House deputy press secretary Dana Whitlock said so.", "deputy press secretary", "White House", "USA"),
    ],
)  # fmt: skip
def test_an_unlisted_person_has_the_role_the_text_gives(text: str, office: str, organisation: str, country: str) -> None:
    """The title's words are the office; its modifiers give organisation and country."""
    person = next(entity for entity in resolve(text).entities if entity.kind == "person")
    assert [(role.office, role.organisation) for role in person.roles] == [(office, organisation)]
    assert person.country == country


def test_a_surname_is_the_full_name_of_the_article() -> None:
    """Also where the surname comes first, as in headlines; two bearers of a surname are told by the last full name."""
    text = "Marchetti quits\nHealth chief Paola Marchetti quit on Monday. Marchetti gave no reason."
    resolved = resolve(text)
    assert {resolved.who("Marchetti", n) for n in (0, 1)} == {"person:paola-marchetti"}
    text = "Anna Keller met Boris Keller. Keller left."
    assert resolve(text).who("Keller") == "person:boris-keller"


def test_an_arabic_surname_is_known_without_its_article() -> None:
    """ "al-Rashidi" is "Rashidi" for short."""
    text = "General Karim al-Rashidi refused. Rashidi later agreed."
    assert resolve(text).who("Rashidi") == "person:karim-al-rashidi"


def test_a_possessive_beside_an_apposition_is_the_person_in_it() -> None:
    """The nearest person in the sentence comes before the subject of the sentence before."""
    text = "Paul Becker spoke. Peru's foreign minister, Luis Prado, and his guest met in Lima."
    assert resolve(text).who("his") == "person:luis-prado"


def test_a_title_of_the_other_sex_tells_a_namesake() -> None:
    """Spokeswoman Karevan is not the minister David Karevan of the sentence before."""
    found = resolve(
        "David Karevan, the transport minister, stepped down. Coastguard spokeswoman Karevan said he had been warned.", None,
    )
    assert found.who("David Karevan") == "person:david-karevan"
    assert found.who("Karevan") == "person:karevan"


def test_an_honorific_of_the_other_sex_tells_a_namesake() -> None:
    """Mrs. Karo is not Peter Karo, whether his full name stands before or after."""
    found = resolve("Peter Karo is a baker. Mrs. Karo wept.", None)
    assert found.who("Karo") != found.who("Peter Karo")


def test_a_mayor_is_no_head_of_government_of_the_same_surname() -> None:
    """Neither the mayor nor his surname alone afterwards."""
    found = resolve("Mayor Brown of Port Orvan resigned. Brown wept.", "2023-08-01")
    assert [found.who("Brown", nth) for nth in (0, 1)] == ["person:brown", "person:brown"]


@pytest.mark.parametrize(
    ("text", "words", "entity_id"),
    [
        ("The U.N. chief said it was late.", "The U.N. chief", "person:antonio-guterres"),
        ("The pope prayed.", "The pope", "person:francis"),
        ("The Israeli PM talked.", "The Israeli PM", "person:benjamin-netanyahu"),
        ("López Obrador flew home.", "López Obrador", "person:andres-manuel-lopez-obrador"),
        ("The envoy met the Irish taoiseach.", "the Irish taoiseach", "person:leo-varadkar"),
        ("Von der Leyen called for a cap.", "Von der Leyen", "person:ursula-von-der-leyen"),
    ],
)
def test_offices_of_bodies_and_long_surnames_lead_to_their_persons(text: str, words: str, entity_id: str) -> None:
    """As news writes them, on 1 August 2023."""
    assert resolve(text, "2023-08-01").who(words) == entity_id


def test_a_title_tells_which_of_two_namesakes_is_meant() -> None:
    """Not the one named last, but the one who bears the title."""
    found = resolve(
        "Prosecutor Ida Oyelin spoke first. Mayor Peter Oyelin answered. Prosecutor Oyelin then left.", None,
    )
    assert found.who("Oyelin") == "person:ida-oyelin"


@pytest.mark.parametrize("text", ["Selim, who leads the inquiry, was a prosecutor.", "Judge Selim will lead the inquiry."])
def test_a_surname_that_only_sounds_like_a_holders_is_not_the_holder(text: str) -> None:
    """Neither the state nor the office stands there, and the table writes the name otherwise."""
    assert resolve(text, "2023-03-15").who("Selim") == "person:selim"


def test_a_surname_that_two_persons_share_is_refused() -> None:
    """Before either full name nothing decides: nobody is chosen, and a refusal says so."""
    resolved = resolve("Keller wins seat\nAnna Keller met Boris Keller in the hall.")
    assert resolved.who("Keller") is None
    assert [refusal.reason for refusal in resolved.refusals] == ["several persons bear this surname; nobody was chosen"]


@pytest.mark.parametrize(
    ("text", "created", "words", "entity_id", "basis"),
    [
        ("The French president arrived.", "2015-03-01", "The French president", "person:francois-hollande",
         "office@2015-03-01"),
        ("The French president arrived.", "2019-03-01", "The French president", "person:emmanuel-macron",
         "office@2019-03-01"),
        ("Talks with the Italian leader failed.", "2022-12-01", "the Italian leader", "person:giorgia-meloni",
         "office@2022-12-01"),
        ("The prime minister of Japan resigned.", "2020-08-28", "The prime minister of Japan", "person:shinzo-abe",
         "office@2020-08-28"),
        ("Canada's prime minister agreed.", "2018-02-02", "Canada's prime minister", "person:justin-trudeau",
         "office@2018-02-02"),
        ("Emmanuel Macron flew in. The French president smiled.", "2019-03-01", "The French president",
         "person:emmanuel-macron", "description"),
    ],
)  # fmt: skip
def test_an_office_with_its_state_is_its_holder_on_the_day(
    text: str, created: str, words: str, entity_id: str, basis: str,
) -> None:
    """The day decides; a holder the article itself names comes first."""
    mention = resolve(text, created).mention(words)
    assert (mention.entity_id, mention.basis) == (entity_id, basis)


def test_an_office_without_a_day_is_nobody() -> None:
    """Where the creation day is unknown nobody is guessed."""
    assert resolve("The French president arrived.", None).who("The French president") is None


@pytest.mark.parametrize("text", ["A French president must wait.", "French presidents must wait."])
def test_an_indefinite_office_is_no_mention(text: str) -> None:
    """Any president, or several, is nobody in particular."""
    assert not any(entity.kind == "person" for entity in resolve(text).entities)


@pytest.mark.parametrize(
    ("text", "words", "entity_id"),
    [
        ("Aino Virtanen spoke on Monday. She promised help.", "She", "person:aino-virtanen"),
        ("Paul Becker met Aino Virtanen. He promised help.", "He", "person:paul-becker"),
        ("Paul Becker met Maria Lind. She promised help.", "She", "person:maria-lind"),
        ("Peru said it would help.", "it", "state:PER"),
        ("Paul Becker said his party would win.", "his", "person:paul-becker"),
    ],
)
def test_a_pronoun_is_the_nearest_fitting_subject(text: str, words: str, entity_id: str) -> None:
    """Subjects come first, gender must agree."""
    assert resolve(text).who(words) == entity_id


def test_a_pronoun_nobody_fits_stays_open() -> None:
    """No woman is named, so "she" is nobody; the weather's "it" is no mention at all."""
    assert resolve("Paul Becker waited. She never came.").who("She") is None
    assert not [m for m in resolve("It rained in Peru.").mentions if m.basis == "pronoun" and m.entity_id]


def test_a_seat_and_an_acting_capital_are_their_governments() -> None:
    """The Kremlin always, a capital where it acts; a capital where things happen is a place."""
    resolved = resolve("The Kremlin accused London of meddling. Protesters marched in London.")
    assert (resolved.who("Kremlin"), resolved.mention("Kremlin").basis) == ("state:RUS", "metonym")
    assert (resolved.who("London"), resolved.mention("London").basis) == ("state:GBR", "metonym")
    assert resolved.who("London", 1) == "place:2643743"


def test_an_acronym_explained_is_the_long_name() -> None:
    """An acronym in parentheses stands for the name before it from then on."""
    text = "The Nordic Fisheries Council (NFC) met in Bergen. The NFC will meet again."
    resolved = resolve(text)
    ids = {m.entity_id for m in resolved.mentions if resolved.text[m.span.start : m.span.end].endswith(("NFC", "Council"))}
    assert len(ids) == 1


def test_spans_are_exactly_the_words_and_entities_those_mentioned() -> None:
    """Every mention lies in the text without white space around it, and every entity is mentioned."""
    resolved = resolve("German Chancellor Olaf Scholz met Peru's foreign minister in Lima. He said it went well.")
    for mention in resolved.mentions:
        words = resolved.text[mention.span.start : mention.span.end]
        assert words == words.strip() != ""
    assert {entity.id for entity in resolved.entities} == {m.entity_id for m in resolved.mentions if m.entity_id}
