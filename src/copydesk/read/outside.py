"""The one file that asks htmldate: a day of publication as a last resort."""

from __future__ import annotations

import re

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
        day = find_date(markup, original_date=True, extensive_search=True, url=url)
    except (ValueError, TypeError, AttributeError, OverflowError):  # faults of the library on broken pages
        return None
    return None if day is None or _is_bare_year(day, markup) else day


def _is_bare_year(day: str, markup: str) -> bool:
    """Whether a first of January stands for a year alone, such as that of a copyright line."""
    year, _, rest = day.partition("-")
    spelt = rf"{year}[-/.]?0?1[-/.]?0?1(?!\d)|(?<!\d)0?1[-/. ](?:0?1[-/.]|jan[a-z]* ){year}"
    return rest == "01-01" and not re.search(spelt, markup, re.IGNORECASE)
