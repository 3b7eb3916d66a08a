"""Behavioural suites of our own: templates with seeded fillings. `python -m evaluation.suites` prints both scores.

Offices: random state and day from the office table; the holder must be found. Countries: words for states in sentences
where they mean the state, or a namesake; the place's country must be right.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.clean import find_articles
from copydesk.language import Reader, find_reading, load_reader
from copydesk.lexicon import World, load_world
from copydesk.lexicon.offices import Holder, first_day
from copydesk.read import read_text_page
from copydesk.record import Entity, Mention, Place
from copydesk.resolve import resolve_mentions

SEED = 20260101
TABLE_ENDS = "2026-01-15"  # an open stay in office is filled with days up to here
OFFICE_TEMPLATES = (
    "The {adjective} leader arrived on Monday.", "Talks with the {adjective} leader lasted two hours.",
    "The {adjective} {office} rejected the plan.", "Reporters asked the {adjective} {office} about the dam.",
    "{state}'s {office} signed the law.", "{state}'s leader gave no answer.", "The {office} of {state} resigned.",
    "According to the {adjective} {office}, the harvest failed.", "Markets fell after the {adjective} leader spoke.",
    "“We will rebuild,” the {adjective} {office} said.", "A spokesman for the {adjective} {office} declined to comment.",
    "The {adjective} {office}, who was abroad, returned at once.", "Nobody had told the {adjective} leader.",
    "The summit brought together ministers and the {adjective} {office}.", "Crowds cheered {state}'s {office}.",
    "The {adjective} leader's visit was cut short.", "Protesters demanded that the {adjective} {office} step down.",
    "The letter was addressed to the {office} of {state}.", "Last week the {adjective} {office} opened a bridge.",
    "The {adjective} leader, officials said, was unhurt.",
    "In a letter, the {adjective} {office} offered a truce.", "The {adjective} {office} and his delegation left early.",
    "Hours later, {state}'s leader accused the rebels of lying.", "It was not clear why the {adjective} leader had come.",
    "The {adjective} {office} has been invited to Geneva.", "Sanctions were imposed on the {office} of {state}.",
    "An adviser to the {adjective} {office} confirmed the call.", "The court summoned {state}'s {office}.",
    "Asked about the raid, the {adjective} leader shrugged.", "Supporters of the {adjective} {office} blocked the road.",
    "The {office} of {state} was flown home on Friday.", "“Enough,” {state}'s {office} told reporters.",
    "Neither the {adjective} {office} nor the army replied.", "The {adjective} leader's plane landed at dawn.",
    "Lawmakers booed when the {adjective} {office} entered.", "The {adjective} {office} is due to speak tonight.",
    "A portrait of the {adjective} leader hung over the door.", "The ambassador thanked the {adjective} {office}.",
    "The decree was signed by the {office} of {state} in March.", "The {adjective} leader insisted that grain would flow.",
)  # fmt: skip
COUNTRY_TEMPLATES = (
    ("Troops crossed into {state} overnight.", "{state}"), ("{state} closed its border.", "{state}"),
    ("The earthquake struck northern {state}.", "{state}"), ("Exports from {state} fell by a tenth.", "{state}"),
    ("She was born in {state} and studied abroad.", "{state}"), ("The parliament of {state} met.", "{state}"),
    ("Officials in {state} reported two deaths.", "{state}"), ("A delegation left for {state} on Sunday.", "{state}"),
    ("The {adjective} government protested.", "{adjective}"), ("Three {adjective} soldiers were hurt.", "{adjective}"),
    ("{state} and its neighbours signed the treaty.", "{state}"), ("Rain is forecast across {state}.", "{state}"),
    ("The ship sailed to {state} with grain.", "{state}"), ("Aid reached {state} by air.", "{state}"),
    ("Several {adjective} companies bid for the port.", "{adjective}"), ("{state}'s economy grew.", "{state}"),
    ("Experts compared {state} with other states.", "{state}"), ("The flood hit {state} hardest.", "{state}"),
    ("Visas for {state} are suspended.", "{state}"), ("He lived in {state} for years.", "{state}"),
    ("Refugees from {state} slept in tents.", "{state}"), ("Southern {state} has had no rain.", "{state}"),
    ("The embassy of {state} was closed.", "{state}"), ("Two planes bound for {state} turned back.", "{state}"),
    ("The {adjective} army withdrew.", "{adjective}"), ("An {adjective} court freed the editor.", "{adjective}"),
    ("Election observers arrived in {state} early.", "{state}"), ("{state} denied that it had fired first.", "{state}"),
    ("The {adjective} port was quiet.", "{adjective}"), ("Inflation in {state} slowed again.", "{state}"),
    ("The border with {state} stays shut.", "{state}"), ("Monday is a holiday across {state}.", "{state}"),
    ("The coast of {state} was battered by waves.", "{state}"), ("{state}, too, will send engineers.", "{state}"),
    ("Former {adjective} diplomats signed the letter.", "{adjective}"), ("Wheat came by rail through {state}.", "{state}"),
    ("No country but {state} voted against it.", "{state}"), ("Villages in the west of {state} were cut off.", "{state}"),
    ("The {adjective} navy seized the trawler.", "{adjective}"), ("A team from {state} won the match.", "{state}"),
)  # fmt: skip
NAMESAKES = (
    ("The fair in Moscow, Idaho, drew thousands.", "Moscow", "USA"),
    ("A court in Lebanon, Pennsylvania, ruled on Friday.", "Lebanon", "USA"),
    ("The governor of Georgia spoke in Atlanta.", "Georgia", "USA"),
    ("The mayor of London, Ontario, resigned.", "London", "CAN"),
    ("Police in Paris, Texas, made an arrest.", "Paris", "USA"),
    ("Georgia's parliament in Tbilisi passed the bill.", "Georgia", "GEO"),
    ("A school in Birmingham, Alabama, closed.", "Birmingham", "USA"),
    ("The factory in Athens, Ga., will reopen.", "Athens", "USA"),
    ("Officials in Washington confirmed the visit.", "Washington", "USA"),
    ("The embassy in London is closed.", "London", "GBR"),
    ("Fans travelled to Valencia, Venezuela, by bus.", "Valencia", "VEN"),
    ("The airport at Hyderabad, Pakistan, was shut.", "Hyderabad", "PAK"),
    ("Firefighters in Peru, Indiana, saved the barn.", "Peru", "USA"),
    ("The library of Cuba, Missouri, burned down.", "Cuba", "USA"),
    ("A plant in Mexico, Missouri, will close.", "Mexico", "USA"),
    ("The mayor of Poland, Ohio, apologised.", "Poland", "USA"),
    ("Rail workers in Norway, Maine, walked out.", "Norway", "USA"),
    ("Farmers in Georgia and Alabama want rain.", "Georgia", "USA"),
    ("Armenia and Georgia opened a road.", "Georgia", "GEO"),
    ("The king of Jordan met envoys from Syria.", "Jordan", "JOR"),
    ("Rebels crossed from Chad into Darfur.", "Chad", "TCD"),
    ("Turkey shot down a drone near Syria.", "Turkey", "TUR"),
    ("Voters in Birmingham, England, queued.", "Birmingham", "GBR"),
    ("Oil prices rose after Washington spoke.", "Washington", "USA"),
    ("The president flew from Washington to Seattle.", "Washington", "USA"),
    ("A ferry left Tripoli, Lebanon, at noon.", "Tripoli", "LBN"),
    ("Gunmen in Tripoli, Libya, took a judge.", "Tripoli", "LBY"),
    ("The bishop of Cordoba, Argentina, resigned.", "Cordoba", "ARG"),
    ("Students in Cambridge, Massachusetts, protested.", "Cambridge", "USA"),
    ("Trams in Melbourne, Australia, stood still.", "Melbourne", "AUS"),
    ("A mine near Santiago, Chile, flooded.", "Santiago", "CHL"),
    ("Police in San Jose, Costa Rica, fired tear gas.", "San Jose", "CRI"),
    ("A barge sank off Alexandria, Egypt.", "Alexandria", "EGY"),
    ("The bridge at Richmond, Virginia, is old.", "Richmond", "USA"),
    ("The hospital in Granada, Nicaragua, is full.", "Granada", "NIC"),
)  # fmt: skip
FILLINGS = 25


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence. created: its day, None where it does not matter; expected: name of a person, or alpha-3 of `words`."""

    text: str
    created: str | None
    words: str
    expected: str


def make_office_cases(world: World, fillings: int = FILLINGS) -> Iterator[Case]:
    """Each template with random stays in office: the chief of state or head of government whom news calls the leader."""
    draw = random.Random(SEED)
    stays = [row for row in world.offices.rows if _leads(row, world)]
    for template in OFFICE_TEMPLATES:
        for row in draw.sample(stays, fillings):
            state = world.states.by_code(row.country)
            if state is None or not state.adjectives:
                continue
            day = _day_in(row, draw)
            holder = world.offices.holder("leader" if "leader" in template else row.office, row.country, day)
            if holder is None or holder.name != row.name:  # two at once: the table itself cannot tell
                continue
            text = template.format(adjective=state.adjectives[0], office=row.office, state=state.name)
            yield Case(text, day, "", row.name)


def make_country_cases(world: World, fillings: int = FILLINGS) -> Iterator[Case]:
    """Each template with random states, then sentences about their namesakes."""
    draw = random.Random(SEED)
    states = [row for row in world.states.rows if row.part_of is None and row.adjectives and row.code != "DMA"]
    for template, words in COUNTRY_TEMPLATES:
        for state in draw.sample(states, fillings):
            filled = {"state": state.name, "adjective": state.adjectives[0]}
            hit = world.states.find(words.format(**filled))
            if hit is not None and hit.country == state.code:
                yield Case(template.format(**filled), None, words.format(**filled), state.code)
    yield from (Case(text, None, words, country) for text, words, country in NAMESAKES)


def resolve_case(case: Case, world: World, reader: Reader) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Place, ...]]:
    """The sentence as an article of its own."""
    page, layout, _ = read_text_page(case.text, key="case", created=case.created, whole_article=True)
    article = find_articles(page=page, layout=layout, world=world)[0][0]
    if case.created:
        from dataclasses import replace

        article = replace(article, created=case.created)
    reading, _ = find_reading(page=page, article=article, reader=reader)
    entities, mentions, places, _ = resolve_mentions(page=page, article=article, reading=reading, times=(), world=world)
    return entities, mentions, places


def is_holder_found(case: Case, world: World, reader: Reader) -> bool:
    """Whether the expected person is the one person of the sentence."""
    entities, _, _ = resolve_case(case, world, reader)
    return [entity.name for entity in entities if entity.kind == "person"] == [case.expected]


def is_country_right(case: Case, world: World, reader: Reader) -> bool:
    """Whether the words are one place, in the expected country."""
    _, _, places = resolve_case(case, world, reader)
    named = [place for place in places if case.text[place.span.start : place.span.end] == case.words]
    return bool(named) and all(place.country == case.expected for place in named)


def _leads(row: Holder, world: World) -> bool:
    state = world.states.by_code(row.country) if row.country != "VAT" else None  # nobody writes "the Vatican leader"
    return state is not None and state.leads == row.duty and first_day(row.since) < TABLE_ENDS


def _day_in(row: Holder, draw: random.Random) -> str:
    begin, end = date.fromisoformat(first_day(row.since)), date.fromisoformat(first_day(row.until or TABLE_ENDS))
    return (begin + timedelta(days=draw.randrange(max((end - begin).days, 1)))).isoformat()


def main() -> None:
    """Print both suites' scores and the cases that failed."""
    world, reader = load_world(), load_reader()
    suites = (("offices", list(make_office_cases(world)), is_holder_found),
              ("countries", list(make_country_cases(world)), is_country_right))
    for name, cases, is_right in suites:
        failed = [case for case in cases if not is_right(case, world, reader)]
        sys.stdout.write(f"{name}: {1 - len(failed) / len(cases):.4f} of {len(cases)}\n")
        for case in failed:
            sys.stdout.write(f"  {case.created or ''} {case.text} expected {case.expected}\n")


if __name__ == "__main__":
    main()
