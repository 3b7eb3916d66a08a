"""The stage `mentions`: who and what an article speaks of, and the places it names."""

from __future__ import annotations

from copydesk.language.running import run_lines
from copydesk.lexicon import World
from copydesk.record import Article, Entity, Mention, Page, Place, Reading, Refusal, TimeExpression
from copydesk.resolve.cast import STAGE, Cast
from copydesk.resolve.chains import find_chains
from copydesk.resolve.descriptions import resolve_descriptions
from copydesk.resolve.foreign_names import resolve_listed_names
from copydesk.resolve.foreign_numbers import is_foreign
from copydesk.resolve.linking import link_chains
from copydesk.resolve.organisations import resolve_organisations
from copydesk.resolve.people import resolve_people
from copydesk.resolve.places import resolve_places
from copydesk.resolve.spots import find_spots
from copydesk.resolve.times import NARRATIVE


def resolve_mentions(
    *, page: Page, article: Article, reading: Reading, times: tuple[TimeExpression, ...], world: World,
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Place, ...], tuple[Refusal, ...]]:
    """Entities with ids that are the same on every page, their mentions in page order, the places named, refusals.

    Words that name nobody who could be identified give a Mention without entity_id. Offices are read for the day the
    article was created; where that is unknown, only persons whom the article itself names are meant by them.
    In another language than English only names that the tables know as they are written are told.
    """
    if is_foreign(article):
        spans = [block.span for block in article.blocks if block.role in NARRATIVE]
        return (*resolve_listed_names(page, article, spans, world), ())
    cast, places = name_members(page=page, article=article, reading=reading, times=times, world=world)
    link_chains(find_chains(reading, cast, run_lines(page, article)), reading, cast)
    mentions = tuple(sorted((said.mention for said in cast.said), key=lambda each: (each.span.start, -each.span.end)))
    entities = _list_entities(cast, mentions)
    return entities, mentions, places, _list_refusals(page, mentions)


def name_members(
    *, page: Page, article: Article, reading: Reading, times: tuple[TimeExpression, ...], world: World,
) -> tuple[Cast, tuple[Place, ...]]:
    """Whoever an article in English names or describes by an office, with the places; no pronouns yet."""
    cast = Cast(world)
    day = article.created[:10] if article.created else None
    held = [(time.span.start, time.span.end) for time in times]
    spots = tuple(
        spot for spot in find_spots(page, reading, world, outlet=article.outlet)
        if spot.known is not None or not any(start < spot.end and spot.start < end for start, end in held)
    )
    places, spots = resolve_places(page, article, reading, spots, cast)
    resolve_organisations(page, reading, spots, cast)
    resolve_people(page, reading, spots, cast, day=day)
    cast.said.sort(key=lambda said: said.first)
    resolve_descriptions(reading, spots, cast, day=day)
    cast.said.sort(key=lambda said: said.first)
    return cast, places


def _list_refusals(page: Page, mentions: tuple[Mention, ...]) -> tuple[Refusal, ...]:
    """One refusal for each surname that several persons bear and nothing decides between."""
    return tuple(
        Refusal(page_id=page.id, stage=STAGE, reason="several persons bear this surname; nobody was chosen", span=m.span)
        for m in mentions if m.entity_id is None and m.trace[0].rule == "shared surname"
    )


def _list_entities(cast: Cast, mentions: tuple[Mention, ...]) -> tuple[Entity, ...]:
    """Entities in the order of their first mention."""
    order = dict.fromkeys(mention.entity_id for mention in mentions if mention.entity_id is not None)
    return tuple(cast.members[entity_id].record() for entity_id in order)
