"""Entries of a live page as articles of their own: the roles of their lines, and when each was written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from copydesk.clean.cards import HEADINGS, Sorted
from copydesk.clean.created import candidate_of, find_candidates
from copydesk.clean.features import is_name
from copydesk.clean.live import Stretch, find_stamp, find_stretches, is_prose, kind_of
from copydesk.clean.stamps import stamps_of
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.lexicon.furniture import fold_words
from copydesk.record import BlockRole, CreatedCandidate, Layout, StatedEntry

CLOCK = "clock"  # basis of a time of day alone: the day is settled with the page's
FURNITURE = frozenset(("navigation", "promotion", "related_link", "comment", "legal"))
_DATED = re.compile(r"\d{4}-\d\d-\d\d")
TEXT = frozenset(("paragraph", "list_item", "pull_quote", "table", "editors_note", "correction", "update_note"))
_IN_TEXT: dict[BlockRole, BlockRole] = {"headline": "subheading", "standfirst": "paragraph", "section": "subheading"}


def split_entries(sorting: Sorted, units: Sequence[Unit], layout: Layout, world: World) -> Sorted:
    """The same with the entries of a live page split off; furniture among them stays with the page's main article.

    Cards that the labeller saw where entries stand are none, nor, without markup, those that it saw above them.
    """
    headline = next((i for i, role in enumerate(sorting.roles) if role == "headline"), None)
    stretches = find_stretches(units, layout, world, headline)
    if not stretches:
        return sorting
    roles, entries = list(sorting.roles), []
    heads = {i for card in sorting.cards for i in card if sorting.roles[i] == "headline"}
    for stretch in stretches:
        members = _settle(stretch, roles, units, world, heads)
        if any(roles[i] == "paragraph" for i in members):
            entries.append(tuple(members))
    last = max((each[-1] for each in entries), default=-1)
    first = min((each[0] for each in entries), default=last)
    cards = tuple(card for card in sorting.cards if card[0] > last or (card[-1] < first and not layout.plain))
    for i in sorted(heads - {i for card in cards for i in card}):
        if i > last:
            roles[i] = "related_link"
        elif i < first and "headline" in roles[:i]:
            roles[i] = "paragraph" if is_prose(units[i]) else "subheading"
    return Sorted(tuple(roles), cards, tuple(entries))


def _settle(
    stretch: Stretch, roles: list[BlockRole], units: Sequence[Unit], world: World, heads: set[int],
) -> list[int]:
    """The units of one entry, their roles set in place: a header of stamp, mark, headline and writers, then its text."""
    told = [i for i in range(stretch.start, stretch.end) if is_prose(units[i])]
    body = next((i for i in told if roles[i] not in ("caption", "credit")), told[0])
    header = [i for i in range(stretch.start, body) if units[i].piece.tag not in ("li",) or find_stamp(units[i], world)]
    if roles[stretch.start] == "caption" and len(header) > 1 and find_stamp(units[stretch.start + 1], world):
        roles[stretch.start] = "subheading"  # a line right above the stamp: no picture stands between two entries
    titles = [i for i in header if _is_title(units[i], roles[i], world)]
    title = next((i for i in titles if units[i].piece.tag in HEADINGS), titles[0] if titles else None)
    members = []
    for i in header:
        role = "headline" if i == title else _header_role(units[i], roles[i], world)
        if role not in FURNITURE:
            roles[i] = role
            members.append(i)
    if roles[body] not in TEXT and roles[body] != "legal":
        roles[body] = "paragraph"
    for i in range(body, stretch.end):
        is_end = roles[i] in ("related_link", "legal", "comment") or i in heads
        if is_end and i > body and stretch.end == len(units) and not stretch.is_bounded:
            break
        roles[i] = _IN_TEXT.get(roles[i], roles[i])
        if roles[i] not in FURNITURE:
            members.append(i)
    return members


def _is_title(unit: Unit, role: BlockRole, world: World) -> bool:
    """Whether a line of an entry's header may be its headline."""
    if unit.piece.tag in HEADINGS:
        return True
    whole = any(row.where == "whole" for row in world.furniture.find_phrases(unit.words))
    return (
        not whole and role not in ("byline", "caption", "credit") and len(unit.words) >= 2 and not is_prose(unit)
        and find_stamp(unit, world) is None and not world.live_words.is_mark(unit.words)
        and not is_name(unit.text, world.furniture) and unit.words[0] != "by"
    )


def _header_role(unit: Unit, role: BlockRole, world: World) -> BlockRole:
    """The role of a line above an entry's text that is not its headline."""
    if find_stamp(unit, world):
        return "timestamp"
    if world.live_words.is_mark(unit.words):
        return "section"
    if unit.words[0] == "by" or is_name(unit.text, world.furniture):
        return "byline"
    return _IN_TEXT.get(role, role)


def find_entry_candidates(
    units: Sequence[Unit], stated: StatedEntry | None, day: str | None, world: World,
) -> tuple[tuple[CreatedCandidate, ...], str | None]:
    """When one entry was written, by trust, and when it was updated: its JSON-LD, its `<time>`, its stamp.

    A time of day alone is read on `day`, that of the day line above the entry, else left with basis "clock".
    """
    found = [CreatedCandidate(value=stated.created, basis="json-ld", span=None)] if stated and stated.created else []
    for unit in units:
        stamp = find_stamp(unit, world)
        if _DATED.match(unit.piece.time or "") and not any(each.basis == "time" for each in found):
            found.append(candidate_of(unit, stamp, "time", unit.piece.time or ""))
        if stamp and kind_of(stamp) == "clock":
            found.append(candidate_of(unit, stamp, "timestamp", day + stamp.value) if day else candidate_of(unit, stamp, CLOCK))
    shown, updated = find_candidates(units, stamps_of(world), world.months)
    dated = any(each.basis in ("timestamp", "time", "json-ld") for each in found)
    return (*found, *(each for each in shown if not dated or len(each.value) > 10)), updated


def find_stated(units: Sequence[Unit], entries: Sequence[StatedEntry]) -> StatedEntry | None:
    """What the page's JSON-LD states of the entry that these units hold, found by its headline or its first words."""
    lines = {unit.words for unit in units}
    for entry in entries:
        title, opening = tuple(fold_words(entry.headline)), tuple(fold_words(entry.opening))[:6]
        if (title and title in lines) or (opening and any(line[: len(opening)] == opening for line in lines)):
            return entry
    return None


def find_days(entries: Sequence[Sequence[Unit]], world: World) -> list[str | None]:
    """For each entry the day that the last day line above its text names; None where times below that line pass midnight.

    Days that go down the page backwards or forwards say how times must.
    """
    days: list[str | None] = []
    clocks: dict[str, list[str]] = defaultdict(list)
    for units in entries:
        header = (find_stamp(unit, world) for unit in takewhile(lambda unit: not is_prose(unit), units))
        stamps = [stamp for stamp in header if stamp]
        day = next((stamp.value for stamp in stamps if kind_of(stamp) == "day"), days[-1] if days else None)
        days.append(day)
        clocks[day or ""] += [stamp.value for stamp in stamps if kind_of(stamp) == "clock"][:1]
    named = [day for day in days if day]
    orders = [False, True] if not named or named[0] == named[-1] else [named[0] > named[-1]]
    torn = {day for day, shown in clocks.items() if all(shown != sorted(shown, reverse=order) for order in orders)}
    return [None if day in torn else day for day in days]
