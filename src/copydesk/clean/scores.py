"""The label of each unit of a page: from the learned features, and from what markup adds where there is any."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from copydesk.clean.features import folded
from copydesk.clean.labeller import load_labeller
from copydesk.clean.markup import add_markup
from copydesk.clean.menus import LABEL, REASON
from copydesk.clean.stamps import Stamps, load_stamps
from copydesk.clean.surroundings import find_features
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.record import Layout


def label_units(units: Sequence[Unit], layout: Layout, world: World) -> tuple[list[str], list[frozenset[str]]]:
    """The label of each unit and the features that it was chosen by; what stands inside a menu is labelled unread."""
    labeller = load_labeller()
    read = [unit for unit in units if not unit.in_menu]
    features = find_features(read, world, stamps_of(world), stated_title(layout))
    table = labeller.scores(features)
    if not layout.plain:
        table = add_markup(table, read, labeller, world, stated_standfirsts(layout))
    told = zip(labeller.decode(table, features), features, strict=True)
    pairs = [(LABEL, frozenset((REASON,))) if unit.in_menu else next(told) for unit in units]
    return [label for label, _ in pairs], [seen for _, seen in pairs]


def stated_title(layout: Layout) -> str | None:
    """The headline as manifest or metadata state it."""
    return next((value.value for value in layout.metadata if value.field == "title"), None)


def stated_standfirsts(layout: Layout) -> frozenset[str]:
    """What metadata state as the summary, each with its words in small letters."""
    return frozenset(folded(value.value) for value in layout.metadata if value.field == "standfirst")


@lru_cache(maxsize=4)
def stamps_of(world: World) -> Stamps:
    """The matcher of times for a World, compiled once."""
    return load_stamps(world)
