"""The one file that asks htmldate: a day of publication as a last resort."""

from __future__ import annotations

MAX_CHARACTERS = 3_000_000  # larger pages are not asked about: the library's time grows faster than the page


def ask_day(markup: str, url: str | None) -> str | None:
    """The day of publication as htmldate tells it from markup and address, or None. Today is never an answer."""
    if len(markup) > MAX_CHARACTERS:
        return None
    try:
        from htmldate import find_date
    except ImportError:
        return None
    try:
        return find_date(markup, original_date=True, extensive_search=True, url=url)
    except (ValueError, TypeError, AttributeError, OverflowError):  # faults of the library on broken pages
        return None
