"""How well each label fits each unit of a page: one learned model for plain text, another where there is markup."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from copydesk.clean.features import find_features
from copydesk.clean.labeller import WEIGHTS, Labeller, load_labeller
from copydesk.clean.markup import fill_cards, find_markup
from copydesk.clean.stamps import Stamps, load_stamps
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.record import Layout

MARKUP = Path(__file__).with_name("markup.json")


def label_units(units: Sequence[Unit], layout: Layout, world: World) -> list[str]:
    """The label of each unit."""
    labeller = labeller_of(layout)
    labels = labeller.decode(labeller.scores(find_all_features(units, layout, world)))
    return labels if layout.plain else fill_cards(labels, units)


def labeller_of(layout: Layout) -> Labeller:
    """The model for pages with markup (training/markup_roles.py), or for plain text (training/page_roles.py)."""
    return load_labeller(WEIGHTS if layout.plain else MARKUP)


def find_all_features(units: Sequence[Unit], layout: Layout, world: World) -> list[frozenset[str]]:
    """The features of each unit's text and, where there is markup, of its place in it."""
    features = find_features(units, world, stamps_of(world), stated_title(layout))
    return features if layout.plain else find_markup(units, features, world, _stated("standfirst", layout))


def stated_title(layout: Layout) -> str | None:
    """The headline as manifest or metadata state it."""
    return _stated("title", layout)


def _stated(field: str, layout: Layout) -> str | None:
    return next((value.value for value in layout.metadata if value.field == field), None)


@lru_cache(maxsize=4)
def stamps_of(world: World) -> Stamps:
    """The matcher of times for a World, compiled once."""
    return load_stamps(world)
