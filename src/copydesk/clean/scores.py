"""The label of each unit of a page: from the learned features, and from what markup adds where there is any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from copydesk.clean.body import find_running
from copydesk.clean.labeller import Weights, load_labeller
from copydesk.clean.markup import BODY, find_evidence, weigh_evidence
from copydesk.clean.menus import LABEL, REASON, is_outside
from copydesk.clean.outside import ask_extractor
from copydesk.clean.stamps import stamps_of
from copydesk.clean.surroundings import Families, find_families
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.lexicon.furniture import fold_line
from copydesk.record import Layout

DOUBT = 2.0  # scores of text and of no text lie nearer to each other than that
DOUBTFUL_LINES, LINE_WORDS = 2, 8  # so many such lines, of so many words and marks, make a page doubtful
DOUBTFUL_SHARE = 0.15  # and so does that share of its running text, by words, when it is labelled as something else


@dataclass(frozen=True, slots=True)
class Labelled:
    """The label of each unit, the learned features that spoke for it, and the evidence of its markup."""

    labels: tuple[str, ...]
    features: tuple[Families, ...]
    evidence: tuple[frozenset[str], ...]


def label_units(units: Sequence[Unit], layout: Layout, world: World) -> Labelled:
    """The label of each unit and what it was chosen by; what stands inside a menu is labelled unread."""
    read = [unit for unit in units if not unit.in_menu]
    features = find_families(read, world, stamps_of(world), stated_title(layout))
    evidence, table = _weigh(read, features, layout, world)
    told = zip(load_labeller().decode(table, [unit.wrapped for unit in read]), features, evidence, strict=True)
    inside = (LABEL, (), frozenset((REASON,)))
    rows = [inside if unit.in_menu else next(told) for unit in units]
    labels, seen, said = zip(*rows, strict=True) if rows else ((), (), ())
    return Labelled(labels, seen, said)


def _weigh(
    units: Sequence[Unit], features: Sequence[Families], layout: Layout, world: World,
) -> tuple[list[frozenset[str]], Weights]:
    """The evidence of markup, and the table of scores. An outside extractor is asked only where these leave doubt."""
    labeller = load_labeller()
    learned = labeller.scores(features)
    if layout.plain:
        return [frozenset()] * len(units), learned
    standfirsts = stated_standfirsts(layout)
    evidence = find_evidence(units, world, standfirsts=standfirsts)
    table = learned + weigh_evidence(evidence, labeller.labels)
    if _is_doubtful(units, table, world) and (
        chosen := ask_extractor(layout.markup, [unit.folded for unit in units], fold_line)
    ):
        evidence = find_evidence(units, world, standfirsts=standfirsts, chosen=chosen)
        table = learned + weigh_evidence(evidence, labeller.labels)
    return evidence, table


def _is_doubtful(units: Sequence[Unit], table: Weights, world: World) -> bool:
    """Whether several lines of some length might as well be the article's text as not, or much running text is called none."""
    if not len(units):
        return False
    body = np.isin(load_labeller().labels, BODY)
    margins = table[:, body].max(axis=1) - table[:, ~body].max(axis=1)
    near = sum(len(unit.words) >= LINE_WORDS and abs(margin) < DOUBT for unit, margin in zip(units, margins, strict=True))
    running = [(len(unit.words), margin < 0)
               for unit, margin, is_one in zip(units, margins, find_running(units, world), strict=True)
               if is_one and not is_outside(unit.piece.path)]
    set_aside = sum(words for words, is_other in running if is_other)
    return near >= DOUBTFUL_LINES or set_aside > DOUBTFUL_SHARE * sum(words for words, _ in running)


def stated_title(layout: Layout) -> str | None:
    """The headline as manifest or metadata state it."""
    return next((value.value for value in layout.metadata if value.field == "title"), None)


def stated_standfirsts(layout: Layout) -> frozenset[str]:
    """What metadata state as the summary, each with its words in small letters."""
    return frozenset(fold_line(value.value) for value in layout.metadata if value.field == "standfirst")
