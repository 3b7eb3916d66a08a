"""Why each block has its role: the features that spoke most for it."""

from __future__ import annotations

from itertools import pairwise

from copydesk.clean.articles import sort_page
from copydesk.clean.labeller import load_labeller
from copydesk.clean.markup import evidence_reasons
from copydesk.clean.menus import REASON
from copydesk.clean.scores import label_units
from copydesk.clean.units import find_units
from copydesk.lexicon import World
from copydesk.record import Layout, Page, Span

MOST_REASONS = 5


def explain_blocks(*, page: Page, layout: Layout, world: World) -> dict[Span, tuple[str, ...]]:
    """For each block's span: the label it was given, and up to five features with their pull, the strongest first.

    Of broken lines joined to one block the first is told. A text given as one article is not labelled but taken as it is; its
    blocks say so. A page without words has none.
    """
    units = find_units(page, layout, world)
    if not units:
        return {}
    shown, _ = sort_page(page, layout, world)
    starts = [0, *(unit.start for unit in shown[1:]), len(page.text)]  # as the blocks of find_articles
    spans = {unit.start: Span(start=start, end=end) for unit, (start, end) in zip(shown, pairwise(starts), strict=True)}
    if layout.whole_article:
        return dict.fromkeys(spans.values(), ("given as one article's text",))
    labelled = label_units(units, layout, world)
    rows = zip(units, labelled.labels, labelled.features, labelled.evidence, strict=True)
    return {
        spans[unit.start]: (label, *_reasons(label, frozenset[str]().union(*features), evidence))
        for unit, label, features, evidence in rows if unit.start in spans
    }


def _reasons(label: str, features: frozenset[str], evidence: frozenset[str]) -> list[str]:
    """What speaks most for a label: learned features, and what markup says."""
    if REASON in evidence:
        return [REASON]
    pulls = [*load_labeller().reasons(features, label), *evidence_reasons(evidence, label)]
    strongest = sorted(pulls, key=lambda pull: (-pull[1], pull[0]))[:MOST_REASONS]
    return [f"{name} {pull:+.1f}" for name, pull in strongest]
