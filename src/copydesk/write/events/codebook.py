"""The codebook of coded events, generated from the tables in use: what every column, category, rule and export holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from copydesk.lexicon import World
from copydesk.write.events.codebooksections import list_sections
from copydesk.write.events.rows import EventRow

COLUMNS = {
    "event_id": "id of the event, the same in every run over the same pages; it follows the earliest telling",
    "story_id": "id of the story it belongs to", "story": "title of the story",
    "date": "first day, ISO 8601", "date_end": "last day, the same for one day",
    "date_basis": "stated (beside the event), created (news of the day: the article's creation day), unknown",
    "category": "PLOVER's event type", "modes": "PLOVER's modes", "quad": "1, 2 verbal and material cooperation; 3, 4 conflict",
    "score": "conflict and cooperation, -10 to +10, PLOVER manual 2.0",
    "contexts": "PLOVER's contexts, by words of its sentence or what the paragraph said of its parties just before",
    "status": "asserted; historical (long past); planned; conditional; denied: only the first two are said to have happened",
    "confidence": "high, medium or low: how sure the coding is, by the reasons below; not how many tell it",
    "actors": "who acts; of a reciprocal event all parties, and no recipient",
    "actor_countries": "alpha-3 or PLOVER's own (IGO, NGO ...), one for each actor, - where unknown",
    "actor_sectors": "PLOVER's sectors, primary first, one cell part for each actor, - where unknown",
    "recipients": "on whom; empty where none is told",
    "recipient_countries": "as for actors", "recipient_sectors": "as for actors",
    "place": "the place named in the event's own clause; never a guess", "place_level": "country, admin1, admin2, city ...",
    "admin1": "first-level area of that place", "country": "alpha-3 of that place",
    "latitude": "degrees WGS 84", "longitude": "degrees WGS 84; a country's point is its middle: see place_level",
    "geonames_id": "GeoNames", "killed": "dead told in the clause: 12, 100- (at least), -12 (at most), 3-5",
    "injured": "as killed", "arrested": "as killed", "troops": "as killed", "weapons": "as killed, with their kind",
    "said_by": "who the page names for it; empty where the page tells it in its own voice",
    "mentions": "places where the articles tell it, copies included", "outlets": "outlets that carry it",
    "origins": "origins that its claims are traced to; what pages state in their own voice adds none",
    "own_voice": "articles that tell it without saying how they know",
    "outlet_names": "names of the outlets", "origin_names": "names of the origins",
    "trigger": "the words that name it", "clause": "its clause, word for word", "page": "the page it is coded from",
    "address": "its address",
    "start": "first character of the clause in the page's text, from 0", "end": "one after its last",
    "rules": "what fired: the construction's row, tie-breaks, status",
    "reasons": "the reasons of its confidence",
    "context_words": "each context with the words that speak of it: of its clause, its sentence or the sentence before",
}
STATUSES = {
    "asserted": "said to have happened or to be going on", "historical": "more than 30 days before the article, or background",
    "planned": "announced, scheduled, promised", "conditional": "may, would, if", "denied": "said not to be so",
}


def write_codebook(world: World) -> str:
    """Markdown: columns, status, categories, sectors, tie-breaks, contexts, confidence, other projects' tables, CAMEO codes."""
    return "\n".join(_lines(world)) + "\n"


def _lines(world: World) -> Iterator[str]:
    yield from ("# Codebook of coded events", "", "Written by `copydesk code --codebook` from the tables in use.", "")
    yield from ("## Columns", "", "| column | what it holds |", "|---|---|")
    yield from (f"| {field.name} | {COLUMNS[field.name]} |" for field in fields(EventRow))
    yield from ("", "## Status", "", "| status | meaning |", "|---|---|")
    yield from (f"| {name} | {meaning} |" for name, meaning in STATUSES.items())
    yield from list_sections(world)
