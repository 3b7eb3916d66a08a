"""WORDS TO WORLD: times, quantities, places and people, and the day against which an article is read."""

from copydesk.resolve.created import settle_created
from copydesk.resolve.created_entries import date_entries
from copydesk.resolve.mentions import resolve_mentions
from copydesk.resolve.places import locate_spans
from copydesk.resolve.quantities import find_quantities
from copydesk.resolve.times import find_times

__all__ = [
    "date_entries",
    "find_quantities",
    "find_times",
    "locate_spans",
    "resolve_mentions",
    "settle_created",
]
