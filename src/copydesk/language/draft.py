"""A sentence's tree while it is being changed: the trees of other pipelines on their way to Universal Dependencies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from copydesk.record import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"})


@dataclass(slots=True)
class Draft:
    """One sentence. tokens: as the pipeline says, their heads and relations not to be read; heads: own index for the root.

    labels: the pipeline's own, which travel with the place in the tree; relations: Universal Dependencies.
    """

    tokens: list[Token]
    heads: list[int]
    labels: list[str]
    relations: list[str] = field(default_factory=list)

    def list_children(self, index: int, *labels: str) -> list[int]:
        """Dependents in text order, those with one of the labels where any is named."""
        return [
            child
            for child, head in enumerate(self.heads)
            if head == index != child and (not labels or self.labels[child] in labels)
        ]

    def list_subtree(self, index: int) -> list[int]:
        """A token and all below it."""
        found = [index]
        for above in found:
            found.extend(self.list_children(above))
        return sorted(found)

    def list_deepest_first(self) -> list[int]:
        """All tokens, those furthest from the root first."""
        return sorted(range(len(self.heads)), key=lambda index: (-self._find_depth(index), index))

    def _find_depth(self, index: int) -> int:
        depth = 0
        while self.heads[index] != index:
            index, depth = self.heads[index], depth + 1
        return depth

    def is_nominal(self, index: int) -> bool:
        """Whether a token is a noun, a name, a pronoun, a number."""
        return self.tokens[index].tag in NOMINAL

    def promote(self, child: int, *, over: int, as_: str, relation: str | None = None) -> None:
        """Let a child take the place of its head, which hangs on it `as_`; all others below the head move along.

        relation: the child's in its new place, by default the one that the head had.
        """
        for other in self.list_children(over):
            self.heads[other] = child
        above = self.heads[over]
        self.heads[child] = child if above == over else above
        self.labels[child] = self.labels[over]
        self.relations[child] = relation or self.relations[over]
        self.heads[over], self.labels[over], self.relations[over] = child, as_, as_


def settle_roots(draft: Draft) -> None:
    """Make the first token without a head the only root; the others hang on it."""
    roots = [index for index, head in enumerate(draft.heads) if head == index]
    for index in roots[1:]:
        draft.heads[index], draft.labels[index] = roots[0], "dep"


def cut_draft(draft: Draft, longest: int) -> Iterator[Draft]:
    """Pieces of at most so many words. In each what hung on a word outside becomes its root, or hangs on that."""
    size = len(draft.tokens)
    for first in range(0, size, longest):
        last = min(first + longest, size)
        heads = [
            (head if first <= head < last else index) - first
            for index, head in enumerate(draft.heads[first:last], first)
        ]
        piece = Draft(draft.tokens[first:last], heads, draft.labels[first:last])
        settle_roots(piece)
        yield piece
