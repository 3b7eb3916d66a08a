"""The unit of a number: what befell those counted, else the family of their noun, else a measure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from copydesk.lexicon.quantitywords import QuantityWords, UnitWord
from copydesk.record import Reading

_NOUN_AHEAD = 4  # words after the number in which its noun is looked for
_STATE_AHEAD = 8  # words after the number in which what befell those counted is looked for
_BEFORE = 30  # characters before the number in which a verb that befell them stands ("killed at least 12 people")
_TALLY_BEFORE = 90  # characters before the number in which the tally that it is stands ("the toll, now ..., rose to 41")
_TALLY_OF = 5  # words after "number of" in which what is counted is named
_GATHERING_BEFORE = 300  # characters before "took part" in which the march or rally meant stands
_SHARE_AHEAD = 4  # tokens after a share or price in which what it is of is named ("of all drivers")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|%")
_LAST_WORD = re.compile(r"([^\W_]+)\s*$")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n\s*\n|[()\[\]]")
# Units of beings and things to which something may happen; of a missile "destroyed" it is no count of the destroyed.
_BEFALLEN = frozenset((
    "people", "troops", "police", "protesters", "workers", "buildings", "settlements", "households", "vehicles", "members",
    "prisoners", "refugees", "hostages", "survivors",
))
_ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "acl"))
_SHARED = frozenset(("nmod", "obl"))
_WITHIN_NOUN = frozenset(("compound", "amod", "nummod", "nmod:unmarked"))
_ANY = "number"  # unit of a tally that the words after it name ("the number of injured")

Words = list[re.Match[str]]


class Units:
    """What the numbers of one page count. begins: where its blocks begin, rising; one line break is no end of a sentence."""

    def __init__(self, text: str, reading: Reading, words: QuantityWords, begins: Sequence[int]) -> None:
        self._text = text
        self._reading = reading
        self._starts = [token.start for token in reading.tokens]
        self._words = words
        self._begins = begins

    def find(self, start: int, end: int, stop: int) -> tuple[str | None, int]:
        """The unit of the number in [start, end), and where the words that give it end; None where nobody tells."""
        limit = _SENTENCE_END.search(self._text, end, stop)
        ahead = list(_WORD.finditer(self._text, end, limit.start() if limit else stop))[:_STATE_AHEAD]
        between = self._text[end : ahead[0].start()].strip() if ahead else "."
        row, row_end = self._row_at(ahead, 0)
        if row and row.role == "measure" and between in ("", "-"):
            return row.unit, row_end
        if ahead and between in {"-", "/"}:  # "44-year-old": the number is part of a longer word
            return None, end
        tally = self._tally(start)
        return self._counted(start, end, [] if between else ahead, tally)

    def is_share(self, unit: str) -> bool:
        """Whether a unit says nothing without what it is of: shares and prices."""
        return unit in self._words.shares

    def share_end(self, end: int, stop: int) -> int:
        """The end of what a share or price is of: "60 percent of drivers", "a 3 percent rise", "$5 million in damage"."""
        tokens, index = self._reading.tokens, self._token_before(end)
        if index is None:
            return end
        head = tokens[index].head
        if index < head <= index + _SHARE_AHEAD and tokens[index].relation in _WITHIN_NOUN and tokens[head].tag == "NOUN":
            return min(tokens[head].end, stop)
        governors = {index, head} if tokens[index].relation in _WITHIN_NOUN else {index}  # "million" in "$5 million"
        for child in range(index + 1, min(index + 1 + _SHARE_AHEAD, len(tokens))):
            is_noun = tokens[child].relation in _SHARED and tokens[child].tag == "NOUN"
            if is_noun and tokens[child].head in governors and tokens[child].end <= stop:
                return tokens[child].end
        return end

    def is_tally_from(self, start: int) -> bool:
        """Whether the number is the one that a tally rose or fell from ("the toll rose from 28 to 41")."""
        before = _LAST_WORD.search(self._text, max(0, start - _BEFORE), start)
        row = self._words.units.get(before[1].lower()) if before else None
        return row is not None and row.role == "tally_from" and self._tally_words(start) is not None

    def _counted(self, start: int, end: int, ahead: Words, tally: UnitWord | None) -> tuple[str | None, int]:
        """The noun after a number, or what befell it: by the word before, by the tree, by the words after."""
        noun, noun_end, rest = self._noun(ahead)
        if noun is not None and noun.unit not in _BEFALLEN:
            return noun.unit, noun_end
        governor = self._before(start) or (self._governor(noun_end) if noun else None)
        if governor and (noun or self._is_bare(end, ahead)):
            return governor.unit, noun_end or end
        if tally and (noun or self._is_bare(end, ahead)):
            return tally.unit, noun_end or end
        for index, word in enumerate(rest):
            row, row_end = self._row_at(rest, index)
            if row and row.role == "state":
                return self._purpose(row, rest[index:]), row_end
            if (row and row.role == "noun") or self._is_number(word.group()):
                break
        return (noun.unit, noun_end) if noun else (None, end)

    def _noun(self, ahead: Words) -> tuple[UnitWord | None, int, Words]:
        """The first counted noun, where it ends, and the words after it; all words where there is none."""
        for index, word in enumerate(ahead[:_NOUN_AHEAD]):
            row, row_end = self._row_at(ahead, index)
            if row and row.role == "state":
                return None, 0, ahead[index:]
            if row and row.role == "noun":
                return row, row_end, [each for each in ahead[index + 1 :] if each.start() >= row_end]
            if self._is_number(word.group()):
                break
        return None, 0, []

    def _row_at(self, words: Words, index: int) -> tuple[UnitWord | None, int]:
        """The row of two words or of one, and where they end."""
        for count in (2, 1):
            run = words[index : index + count]
            if len(run) == count and (row := self._words.units.get(" ".join(each.group().lower() for each in run))):
                return row, run[-1].end()
        return None, 0

    def _is_number(self, word: str) -> bool:
        return word[:1].isdigit() or word.lower() in self._words.numbers.words

    def _purpose(self, state: UnitWord, ahead: Words) -> str:
        """The unit of a state; of those who took part, what they took part in: as told after it, else before it."""
        if state.unit not in self._words.joined:
            return state.unit
        begin = max(0, ahead[0].start() - _GATHERING_BEFORE)
        told = list(_WORD.finditer(self._text, begin, ahead[0].start()))[::-1]
        near = ahead if len(ahead) > 3 else [*ahead, *told]  # "took part in the race" names it, "took part" goes on from before
        rows = (self._words.units.get(word.group().lower()) for word in near)
        return next((row.unit for row in rows if row and row.unit in self._words.gatherings), state.unit)

    def _before(self, start: int) -> UnitWord | None:
        """The word right before the number, where it tells what befell those counted ("killed 7 people")."""
        before = _LAST_WORD.search(self._text, max(0, start - _BEFORE), start)
        row = self._words.units.get(before[1].lower()) if before else None
        return row if row and row.role == "state" else None

    def _is_bare(self, end: int, ahead: Words) -> bool:
        """Whether a number stands by itself: no noun that nobody knows follows it ("killed nine", not "killed nine dogs")."""
        if not ahead:
            return True
        index = self._token_before(end)
        if index is None:
            return False
        number = self._reading.tokens[index]
        return number.relation not in {"nummod", "compound"} or self._is_number(ahead[0].group())

    def _tally(self, start: int) -> UnitWord | None:
        """What the number tells of where it is the state of a tally: "the death toll rose to 41", "the number of injured"."""
        link = _LAST_WORD.search(self._text, max(0, start - _BEFORE), start)
        row = self._words.units.get(link[1].lower()) if link else None
        if row is None or row.role != "tally_to":
            return None
        words = self._tally_words(start)
        if words is None:
            return None
        named = [found for word in words[:_TALLY_OF] if (found := self._words.units.get(word.group().lower()))]
        states = [found for found in named if found.role == "state"] or [each for each in named if each.unit in _BEFALLEN]
        return next(iter(states or [each for each in named if each.role == "tally" and each.unit != _ANY]), None)

    def _tally_words(self, start: int) -> Words | None:
        """The words from the last tally in the sentence to the number, the word before it too ("injury toll")."""
        block = bisect_right(self._begins, start) - 1
        begin = max(0, start - _TALLY_BEFORE, self._begins[block] if block >= 0 else 0)
        for end in _SENTENCE_END.finditer(self._text, begin, start):
            begin = end.end()
        words = list(_WORD.finditer(self._text, begin, start))
        for index in range(len(words) - 1, -1, -1):
            row = self._words.units.get(words[index].group().lower())
            if row and row.role == "tally":
                return words[index:]
        return None

    def _governor(self, noun_end: int) -> UnitWord | None:
        """The verb of which the noun is subject or object, where it tells what befell it."""
        index = self._token_before(noun_end)
        if index is None:
            return None
        token = self._reading.tokens[index]
        row = self._words.units.get(self._reading.tokens[token.head].text.lower())
        return row if row and row.role == "state" and token.relation in _ARGUMENTS else None

    def _token_before(self, end: int) -> int | None:
        """Index of the token that holds the last character before `end`."""
        index = bisect_right(self._starts, end - 1) - 1
        return index if index >= 0 and self._reading.tokens[index].end >= end else None
