"""The tense of the clause that an expression of time stands in: from the tree, or from the words around without one."""

from __future__ import annotations

import re
from bisect import bisect_right

from copydesk.lexicon.tensewords import TenseWords
from copydesk.record import Reading, Token
from copydesk.resolve.times_algebra import Tense

_STEPS = 12  # heads climbed at most; a deeper tree is a broken one
_WORD = re.compile(r"['’]?[^\W\d_]+|[.!?;\n]")
_REACH = 250  # characters looked at on either side without a tree


class Clauses:
    """The clauses of one article, asked by position. Without a reading the nearest telling word decides."""

    def __init__(self, text: str, reading: Reading | None, words: TenseWords) -> None:
        self._text = text
        self._reading = reading if reading and reading.tokens else None
        self._starts = [token.start for token in reading.tokens] if reading else []
        self._words = words

    def tense_at(self, start: int, end: int) -> Tense:
        """Tense of the clause around [start, end); None where nothing tells."""
        if self._reading is None:
            return self._nearest_word(start, end)
        index = self.token_at(start)
        return self._climb(self._reading, index) if index is not None else self._nearest_word(start, end)

    def token_at(self, position: int) -> int | None:
        """Index of the reading's token that holds a position, None where there is none."""
        if self._reading is None:
            return None
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 and self._reading.tokens[index].end > position else None

    def tag_at(self, position: int) -> str | None:
        """UPOS of the token at a position."""
        index = self.token_at(position)
        return self._reading.tokens[index].tag if self._reading and index is not None else None

    def _climb(self, reading: Reading, index: int) -> Tense:
        """Up the tree to the first verb that shows a tense."""
        tokens = reading.tokens
        for _ in range(_STEPS):
            token = tokens[index]
            if token.tag in {"VERB", "AUX"} or any(tokens[c].relation == "cop" for c in reading.children[index]):
                tense = self._verb_tense(reading, index)
                if tense:
                    return tense
            elif token.text.lower() in self._words.nouns and token.tag in {"NOUN", "ADJ"}:
                return "future"
            if token.head == index:
                return None
            index = token.head
        return None

    def _verb_tense(self, reading: Reading, index: int) -> Tense:
        tokens = reading.tokens
        verb = tokens[index]
        helpers = [tokens[c] for c in reading.children[index] if tokens[c].relation.startswith(("aux", "cop"))]
        if any(helper.text.lower() in self._words.auxiliaries for helper in helpers):
            return "future"
        if any(tokens[c].text.lower() == "to" and tokens[c].relation == "mark" for c in reading.children[index]):
            return self._infinitive(tokens, verb)
        for form in (*helpers, verb):
            if form.fine == "VBD":
                return "past"
            if form.text.lower() in self._words.past and form is not verb:
                return "past"
        if verb.fine == "VBN" and not helpers:
            return "past" if verb.text.lower() not in self._words.heads else None
        if verb.text.lower() in self._words.nouns or verb.text.lower() in self._words.heads:
            return "future"
        if verb.fine == "VBG" and any(helper.fine in {"VBZ", "VBP"} for helper in helpers):
            return "future" if verb.lemma not in {"say", "try", "have"} else "present"
        return "present" if verb.fine in {"VBZ", "VBP"} or helpers else None

    def _infinitive(self, tokens: tuple[Token, ...], verb: Token) -> Tense:
        """An infinitive is future after "due", "expected", "plans"; else what governs it decides."""
        head = tokens[verb.head]
        return "future" if head.text.lower() in self._words.heads else None

    def _nearest_word(self, start: int, end: int) -> Tense:
        before = [match.group().lower() for match in _WORD.finditer(self._text, max(0, start - _REACH), start)]
        for word in reversed(before):
            if word[0] in ".!?;\n":
                break
            if tense := self._word_tense(word):
                return tense
        for match in _WORD.finditer(self._text, end, end + _REACH):
            word = match.group().lower()
            if word[0] in ".!?;\n":
                break
            if tense := self._word_tense(word):
                return tense
        return None

    def _word_tense(self, word: str) -> Tense:
        if word in self._words.past:
            return "past"
        if word in self._words.auxiliaries or word in self._words.heads:
            return "future"
        return "past" if word.endswith("ed") and len(word) > 4 else None
