"""Links that are never made, whatever the weights say: he and a body, it and a person, two sexes, past a nearer name."""

from __future__ import annotations

import numpy as np

from copydesk.resolve.groups import GROUP_COLUMNS
from copydesk.resolve.pair_ties import TIES
from copydesk.resolve.pairs import DISTANCES, Array, Pairs
from copydesk.resolve.traits import KINDS, ROLES, SORTS

PERSONS = np.isin(np.arange(len(SORTS)), [SORTS.index(sort) for sort in ("he", "she")])
NO_PERSON = np.isin(
    np.arange(len(KINDS)), [KINDS.index(kind) for kind in ("organisation", "time", "event", "abstract", "thing")]
)
NESTED = [TIES.index(tie) for tie in ("inside it", "around it")]
# Sentences back in which a named subject keeps a pronoun that is a subject from going further, as reports are written. On GUM's
# train documents it mends as much as it breaks; on its development and news documents 7 more are right and 7 fewer wrong.
NEAR = 1


def find_barred(pairs: Pairs, here: slice, grouped: Array) -> Array:
    """(pairs,) whether each pair of one later phrase is barred. grouped: what `Groups.show` tells of them."""
    kind, sex = grouped[GROUP_COLUMNS.index("group kind")], grouped[GROUP_COLUMNS.index("group sex")]
    later = pairs.shown["later"][here.start]
    barred: Array = np.zeros(len(kind), dtype=bool)
    if PERSONS[later]:
        barred = (sex == 1) | NO_PERSON[kind] | find_overlooked(pairs, here)
    elif later == SORTS.index("it"):
        barred = kind == KINDS.index("person")
    return barred


def find_overlooked(pairs: Pairs, here: slice) -> Array:
    """Whether a fitting name stands nearer: the subject of a later sentence of the paragraph, for a pronoun that is one too."""
    shown = pairs.shown
    if shown["role"][here.start] != ROLES.index("subject"):
        return np.zeros(here.stop - here.start, dtype=bool)
    back = shown["back"][here]
    rivals = (
        (shown["earlier"][here] == SORTS.index("name")) & (shown["kind before"][here] == KINDS.index("person"))
        & (shown["sex"][here] != 1) & (shown["role before"][here] == ROLES.index("subject"))
        & (shown["paragraphs"][here] == 0) & (back <= NEAR) & ~np.isin(shown["tie"][here], NESTED)
    )
    overlooked: Array = back > back[rivals].min(initial=len(DISTANCES))
    return overlooked
