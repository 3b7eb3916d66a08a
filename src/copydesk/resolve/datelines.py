"""The places of a dateline: "EL FASHER, Sudan (AP) -" names where a report was filed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.lexicon import World
from copydesk.record import Page, Span
from copydesk.resolve.candidates import find_places
from copydesk.resolve.toponyms import Toponym

_ENDS = re.compile(r"[(:—–]| -+(?: |$)|--")  # what ends the places of a dateline: the agency, a colon, the dash
_NAME = re.compile(r"[^\W\d_][^,/;]*[^\W_.,/;]\.?")


def find_dateline_places(page: Page, dateline: Span, world: World) -> Iterator[Toponym]:
    """The names of a dateline that any table or the gazetteer knows; days, agencies and reporters are none."""
    text = page.text[dateline.start : dateline.end]
    ends = _ENDS.search(text)
    for part in _NAME.finditer(text[: ends.start()] if ends else text):
        name = part[0].strip()
        if name in world.area_abbreviations or world.states.find(name) or find_places(name, world):
            start = dateline.start + part.start()
            yield Toponym(start=start, end=start + len(name), name=name, rule="dateline", spot=None)
