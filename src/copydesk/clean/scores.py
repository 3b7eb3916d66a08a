"""How well each label fits each unit of a page: the learned features, and what markup adds where there is any."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from copydesk.clean.labeller import Weights, load_labeller
from copydesk.clean.markup import add_markup
from copydesk.clean.stamps import Stamps, load_stamps
from copydesk.clean.surroundings import find_features
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.record import Layout


def score_units(units: Sequence[Unit], layout: Layout, world: World) -> tuple[list[frozenset[str]], Weights]:
    """The features of each unit, and a table of one row a unit and one column a label."""
    labeller = load_labeller()
    features = find_features(units, world, stamps_of(world), stated_title(layout))
    table = labeller.scores(features)
    return features, table if layout.plain else add_markup(table, units, labeller, world)


def stated_title(layout: Layout) -> str | None:
    """The headline as manifest or metadata state it."""
    return next((value.value for value in layout.metadata if value.field == "title"), None)


@lru_cache(maxsize=4)
def stamps_of(world: World) -> Stamps:
    """The matcher of times for a World, compiled once."""
    return load_stamps(world)
