"""Which columns of a pair are weighed together, and how their values are written in reference.json."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import prod

import numpy as np

from copydesk.errors import BadLexicon
from copydesk.lexicon.reference import Reference
from copydesk.resolve.groups import GROUP_COLUMNS, GROUP_MATCHES
from copydesk.resolve.pair_ties import SPEECH, TIES
from copydesk.resolve.pairs import COUNTS, DISTANCES, MATCHES, MOST_BETWEEN, STEPS, TURNS, Array
from copydesk.resolve.traits import KINDS, ROLES, SORTS

Columns = tuple[str, ...]
AGREE = ("yes", "no", "?")
VALUES: dict[str, Sequence[str]] = {
    "later": SORTS, "earlier": SORTS, "number": AGREE, "sex": AGREE, "member": AGREE, "kind": KINDS, "kind before": KINDS,
    "role": ROLES, "role before": ROLES, "match": MATCHES, "tie": TIES, "speech": SPEECH, "group kind": KINDS,
    "group sex": AGREE, "group number": AGREE, "group member": AGREE, "group match": GROUP_MATCHES, "owner": AGREE,
    "clash": ("no", "yes"), "back": tuple(map(str, DISTANCES)), "steps": tuple(map(str, STEPS)),
    "paragraphs": ("0", "1", "2", "3"), "between": tuple(map(str, range(MOST_BETWEEN + 1))),
    "salience": tuple(map(str, COUNTS)), "size": tuple(map(str, COUNTS)),
    "turn": tuple(f"{back}{one}{other}" for back in range(TURNS + 1) for one in ".?" for other in ".?"),
}  # fmt: skip
# Columns that are weighed together. Those known before any phrase is joined, then those that tell of groups.
PLAIN: tuple[Columns, ...] = (
    ("later", "earlier"), ("later", "earlier", "match"), ("later", "member", "match"), ("later", "number", "sex"),
    ("later", "earlier", "back"), ("later", "steps"), ("later", "tie"), ("earlier", "tie"), ("later", "earlier", "speech"),
    ("later", "earlier", "paragraphs"), ("later", "earlier", "turn"), ("later", "between", "kind"),
    ("match", "back", "later"), ("match", "salience", "later"), ("match", "kind", "kind before"), ("match", "number"),
    ("match", "role", "role before"), ("match", "between"), ("later", "back", "role before"), ("later", "earlier", "steps"),
)  # fmt: skip
GROUPED: tuple[Columns, ...] = (
    ("later", "group kind"), ("later", "kind", "group kind"), ("later", "group sex", "group number"),
    ("later", "group member", "group match"), ("later", "earlier", "group match"), ("later", "clash", "match"),
    ("later", "owner", "match"), ("later", "size"), ("later", "size", "steps"), ("group kind", "match", "later"),
    ("later", "group kind", "role before"),
)  # fmt: skip
COLUMNS = (*PLAIN, *GROUPED)
SHOWN = tuple(column for column in VALUES if column not in GROUP_COLUMNS)
SIZES = {column: len(values) for column, values in VALUES.items()}


@dataclass(frozen=True, slots=True)
class Tables:
    """All weights in one row, and where in it the values of a pair lead: a code a set of columns, a sum of steps.

    plain: (sets, columns) steps of the sets known before anything is joined; fixed, grouped: those of the others, for
    columns known before and for GROUP_COLUMNS. starts: where each set's weights begin, PLAIN then GROUPED.
    """

    weights: Array
    starts: Array
    plain: Array
    fixed: Array
    grouped: Array

    def find_plain(self, shown: Mapping[str, Array]) -> Array:
        """(sets, pairs) of codes by PLAIN."""
        return self.plain @ stack(shown) + self.starts[: len(PLAIN), None]

    def find_fixed(self, shown: Mapping[str, Array]) -> Array:
        """(sets, pairs) of the part of the codes by GROUPED that does not hang on groups."""
        return self.fixed @ stack(shown) + self.starts[len(PLAIN) :, None]


def stack(shown: Mapping[str, Array]) -> Array:
    """(columns, pairs) in the order of SHOWN."""
    return np.array([shown[column] for column in SHOWN])


def find_steps(sets: Sequence[Columns], columns: Sequence[str]) -> Array:
    """(sets, columns): by how much a code of each set grows with each column's value, 0 for columns of no part in it."""
    steps = np.zeros((len(sets), len(columns)), dtype=np.int64)
    for row, each in enumerate(sets):
        for place, column in enumerate(each):
            if column in columns:
                steps[row, columns.index(column)] = count_codes(each[place + 1 :])
    return steps


def count_codes(columns: Columns) -> int:
    """How many codes several columns have together."""
    return prod(SIZES[column] for column in columns)


def name_columns(columns: Columns) -> str:
    """Columns as reference.json names them together."""
    return " x ".join(columns)


def spell_code(code: int, columns: Columns) -> str:
    """The values that a code of several columns stands for, as reference.json writes them."""
    spelt = []
    for column in reversed(columns):
        code, place = divmod(code, SIZES[column])
        spelt.append(VALUES[column][place])
    return "|".join(reversed(spelt))


def read_code(values: str, columns: Columns) -> int:
    """The code of values as reference.json writes them. Raises ValueError for a value that no column has."""
    code = 0
    for column, value in zip(columns, values.split("|"), strict=True):
        code = code * SIZES[column] + VALUES[column].index(value)
    return code


@lru_cache(maxsize=2)
def load_tables(reference: Reference) -> Tables:
    """The weights of reference.json laid out. Raises BadLexicon for values that no column has."""
    starts = np.cumsum([0, *(count_codes(columns) for columns in COLUMNS)])
    weights = np.zeros(starts[-1])
    for start, columns in zip(starts[:-1], COLUMNS, strict=True):
        for values, weight in reference.pairs.get(name_columns(columns), {}).items():
            try:
                weights[start + read_code(values, columns)] = weight
            except ValueError as fault:
                raise BadLexicon(f"reference.json: {name_columns(columns)}: {values}: {fault}") from fault
    return Tables(
        weights, starts[:-1], find_steps(PLAIN, SHOWN), find_steps(GROUPED, SHOWN), find_steps(GROUPED, GROUP_COLUMNS),
    )
