"""What was said to lie ahead is seen from the day of saying it: "said on Monday that he would resign on Thursday"."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.lexicon.tensewords import TenseWords
from copydesk.record import Reading, Token

_STEPS = 4  # heads climbed at most from a day to the verb that it hangs on
_QUOTES = frozenset(("“", "”", '"', "``", "''"))
_REPORTED = frozenset(("ccomp", "xcomp"))


@dataclass(frozen=True, slots=True)
class Reported:
    """The reported clauses of one article, asked by token."""

    reading: Reading
    words: TenseWords

    def find_saying(self, index: int) -> int | None:
        """The past verb that reports the clause a day stands in, where that clause says "would"; else None."""
        verb = self._verb_over(index)
        if verb is None or self.reading.tokens[verb].relation not in _REPORTED:
            return None
        forms = {self.reading.tokens[child].text.lower() for child in self.reading.children[verb]}
        saying = self.reading.tokens[verb].head
        is_shifted = forms & self.words.auxiliaries and not forms & self.words.sure
        return saying if is_shifted and self.reading.tokens[saying].fine in {"VBD", "VBN"} else None

    def hangs_on(self, index: int, verb: int) -> bool:
        """Whether a day is when the verb happened."""
        return self._verb_over(index) == verb

    def _verb_over(self, index: int) -> int | None:
        tokens = self.reading.tokens
        for _ in range(_STEPS):
            if tokens[index].tag == "VERB":
                return index
            if tokens[index].head == index:
                return None
            index = tokens[index].head
        return None


def find_verb_outside(tokens: tuple[Token, ...], index: int, head: int) -> int | None:
    """The verb nearest a word on its side of a quotation mark that parts it from its head; None where none does."""
    step = -1 if head < index else 1
    for place in range(index, head, step):
        if tokens[place].text in _QUOTES:
            return next((i for i in range(index, place, step) if tokens[i].tag == "VERB"), None)
    return None
