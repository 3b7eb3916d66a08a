"""The outlet that a page prints of itself, known or not: a name that two independent kinds of sign agree on.

A sign of place (a line that is the name, the name before a date, behind a byline, in a copyright line) says where the
page comes from; a mention in running text ("told NAME", "NAME could not confirm") only confirms. At least one of the two
must be a sign of place: a report may quote another paper as often as it likes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from copydesk.clean.features import is_name
from copydesk.clean.units import Unit
from copydesk.lexicon import World

LEAST_KINDS = 2  # kinds of sign that must agree
HEAD, FOOT = 8, 6  # units at the top and at the foot of a page where a name alone on its line may be its masthead
LONGEST_LINE, LONGEST_SIGN = 16, 300  # words, and characters, of a line that can be a sign of place
MOST_NAMES = 20  # names that are looked for in the text
MOST_TEXT = 200_000  # characters of it
_WORD = r"[A-ZÀ-Þ][\w&’'-]*"
NAME = rf"(?:[Tt]he )?{_WORD}(?: (?:(?:of|for|on|de|&) )?{_WORD}){{0,4}}"
_YEAR = r"(?:1[89]|20)\d\d"
_PLACES = (
    ("line", re.compile(rf"(?P<name>{NAME}?)(?:\s?[|·•–—-]?\s?(?:[Pp]age )?\d{{1,4}})?$")),  # a printed page has its number
    ("date", re.compile(rf"(?P<name>{NAME})\s?[,|·•–—-]\s?(?=.*\b{_YEAR}\b).{{4,40}}$")),
    ("date", re.compile(rf"(?=.{{4,40}}\b{_YEAR}\b).{{4,40}}?\b{_YEAR}\s?[,|·•–—-]\s?(?P<name>{NAME})$")),
    ("byline", re.compile(
        rf"(?:[Bb]y|BY|[Rr]eporting by) .{{3,60}}?(?:,| for| of|/| \|) ?(?P<name>{NAME})(?:\s?[|·•].{{4,40}})?$",
    )),
    ("byline", re.compile(
        rf"(?:[Bb]y|BY) (?P<name>{NAME}?) "
        r"(?:[Ss]taff|[Rr]eporters?|[Cc]orrespondents?|(?:[Nn]ews )?[Dd]esk|[Ww]riters?|[Nn]ewsroom)\b",
    )),
    ("copyright", re.compile(
        rf"(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT)[\s©]*(?:{_YEAR}(?:[-–]\d+)?,?\s)?(?:by )?(?P<name>{NAME})",
    )),
)
MORE = "more"  # a sign that stands before sections too ("More from Business"): only words of papers make it count
_MENTIONS = (
    ("told", r"\b(?:told|tells|telling|assured|(?:seen|obtained|reviewed|examined|verified|viewed) by|interview with"
             r"|shared with) (?:[Tt]he )?{}(?![\w-])"),
    ("self", r"(?<![\w-]){} (?:(?:could|was|were|has|have|had|did)(?: not|n[’']t)?|cannot)(?: been able| able)?(?: yet)?"
             r"(?: to)?(?: independently)? (?:verif|confirm|reach|see|obtain|authenticate)"),
    ("owned", r"(?<![\w-]){}(?:,? and [\w &’'-]{{3,60}})? (?:is|are) (?:part of|owned by|published by|members? of)"),
    ("reader", r"(?:[Ss]ubscribe to|[Ss]ign up for|[Dd]ownload|[Ff]ollow|[Ss]upport) (?:[Tt]he )?{}(?![\w-])"),
    (MORE, r"[Mm]ore from (?:[Tt]he )?{}(?![\w-])"),
    ("staff", r"\b(?:reporter|correspondent|editor|columnist|writer)s? (?:at|for|with|of) (?:[Tt]he )?{}(?![\w-])"),
)


def find_masthead(units: Sequence[Unit], text: str, world: World) -> str | None:
    """The name that at least two kinds of sign agree on, one of them a sign of place; None where two names do.

    units: all units of the page in reading order. A wire or an aggregator of the table is never the answer, nor is a
    name that looks like a person's.
    """
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    spelt: dict[str, str] = {}
    for kind, name in _placed(units):
        if _is_possible(name, world):
            kinds[_bare(name)].add(kind)
            spelt[_bare(name)] = max(spelt.get(_bare(name), ""), name, key=len)
    for bare in list(kinds)[:MOST_NAMES]:
        is_paper = any(word.lower() in world.furniture.words["outlet_word"] for word in bare.split())
        kinds[bare].update(kind for kind in _mentions(bare, text[:MOST_TEXT]) if kind != MORE or is_paper)
    agreed = [bare for bare, found in kinds.items() if len(found) >= LEAST_KINDS]
    if len(agreed) != 1:
        return None
    row = world.outlets.find(agreed[0])
    return row.name if row else spelt[agreed[0]]


def _placed(units: Sequence[Unit]) -> Iterator[tuple[str, str]]:
    for i, unit in enumerate(units):
        if len(unit.words) > LONGEST_LINE or len(unit.text) > LONGEST_SIGN:
            continue
        for kind, pattern in _PLACES:
            if kind == "line" and HEAD <= i < len(units) - FOOT:
                continue
            match = pattern.match(unit.text)
            if match:
                yield kind, " ".join(match["name"].split())


def _mentions(bare: str, text: str) -> Iterator[str]:
    name = re.escape(bare)
    return (kind for kind, pattern in _MENTIONS if re.search(pattern.format(name), text))


def _is_possible(name: str, world: World) -> bool:
    row = world.outlets.find(name)
    if row:
        return row.is_publisher
    words = {word.lower() for word in name.split()}
    if words & world.furniture.words["agency"]:
        return False
    return bool(words & world.furniture.words["outlet_word"]) or name != _bare(name) or not is_name(name, world.furniture)


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name)
