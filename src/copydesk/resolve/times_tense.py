"""The tense of the clause that an expression of time stands in: from the tree, or from the words around without one."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from copydesk.lexicon.tensewords import TenseWords
from copydesk.record import Reading, Token
from copydesk.resolve.times_algebra import Tense
from copydesk.resolve.times_ends import is_ended_before, tense_until
from copydesk.resolve.times_plans import find_occasion, is_ahead_of, is_behind, is_planned_before, is_planned_by, weigh_tense
from copydesk.resolve.times_reported import find_verb_outside

_STEPS = 12  # heads climbed at most; a deeper tree is a broken one
_NAMED = frozenset(("person", "organisation", "group", "outlet", "facility", "work", "event"))
_COUNTING = frozenset(("nsubj", "nsubj:pass", "obj", "csubj"))
_MODIFIERS = frozenset(("compound", "nmod:poss", "amod"))
_WORD = re.compile(r"['’]?[^\W\d_]+|[.!?;\n]")
_REACH = 250  # characters looked at on either side without a tree


@dataclass(frozen=True, slots=True)
class Told:
    """The tense of a clause and the word that told it, "" where nothing did. sure: the time hangs on a verb under "will"."""

    tense: Tense
    by: str = ""
    sure: bool = False


_NOTHING = Told(None)


class Clauses:
    """The clauses of one article, asked by position. Without a reading the nearest telling word decides."""

    def __init__(self, text: str, reading: Reading | None, words: TenseWords) -> None:
        self._text = text
        self._reading = reading if reading and reading.tokens else None
        self._starts = [token.start for token in reading.tokens] if reading else []
        self._words = words

    def tense_at(self, start: int, end: int) -> Tense:
        """Tense of the clause around [start, end); None where nothing tells."""
        return self.told_at(start, end).tense

    def told_at(self, start: int, end: int) -> Told:
        """The tense of the clause around [start, end), with the word that tells it."""
        index = self.token_at(start)
        if self._reading is None or index is None:
            return self._nearest_word(start, end)
        tokens = self._reading.tokens
        before = tokens[index - 1].text.lower() if index else ""
        if before in self._words.since:
            return Told("over", before)
        if before in self._words.nouns or before in self._words.heads or is_planned_before(tokens, index, self._words):
            planned = before in self._words.nouns or before in self._words.heads or before in self._words.planned
            # "due June 3", "payable July 1", "planned for August 2"
            return Told("future", before if planned or index < 2 else tokens[index - 2].text)
        index = self._top(self._reading, index, end)
        if self._modifies(self._reading, index):
            return self._occasion_tense(self._reading, index, end)
        told = self._climb(self._reading, index)
        if before in self._words.until:
            tense = tense_until(self._reading, index, self._words, told.tense)
            return Told(tense, before, tense == "future")
        is_deadline = before in self._words.deadline and is_ended_before(self._reading, index, self._words)
        is_bound = before in self._words.bounding and (told.sure or told.tense in ("present", "timetable"))
        return Told("future", before, is_bound) if is_deadline or is_bound else told

    @property
    def is_read(self) -> bool:
        """Whether there is a tree."""
        return self._reading is not None

    def token_at(self, position: int) -> int | None:
        """Index of the reading's token that holds a position, None where there is none."""
        if self._reading is None:
            return None
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 and self._reading.tokens[index].end > position else None

    def is_modifier(self, position: int) -> bool:
        """Whether the word at a position stands before a noun as part of its name ("the June agreement")."""
        index = self.token_at(position)
        return self._reading is not None and index is not None and self._modifies(self._reading, index)

    def _modifies(self, reading: Reading, index: int) -> bool:
        token = reading.tokens[index]
        return token.relation in _MODIFIERS and reading.tokens[token.head].tag in {"NOUN", "PROPN"}

    def _top(self, reading: Reading, index: int, end: int) -> int:
        """The token of an expression that hangs on something outside it: "June" of "late June"; the first of several."""
        last = max(bisect_right(self._starts, end - 1) - 1, index)
        return next((i for i in range(index, last + 1) if not index <= reading.tokens[i].head <= last), index)

    def is_in_name(self, start: int, end: int, *, leading: bool = False) -> bool:
        """Whether the words at [start, end) are part of a longer name without a number: "the Sunday Mirror".

        What the reader takes for one name is none where the words beside have small letters: "the January coup".
        leading: only what follows it counts ("Indian Independence Day").
        """
        names = self._reading.names if self._reading else ()
        name = names[place - 1] if (place := bisect_right(names, start, key=lambda each: each.start)) else None
        if name is None or end > name.end or name.end - name.start <= end - start or name.label not in _NAMED:
            return False
        after, before = self._text[end : name.end].split(), self._text[name.start : start].split()
        opens = not leading and bool(before) and before[-1][:1].isupper() and self.tag_at(name.start) != "DET"
        if not opens and not (after and after[0][:1].isupper()):
            return False
        return not any(letter.isdigit() for letter in self._text[name.start : name.end])

    def counts_on(self, start: int) -> bool:
        """Whether the number at a position is subject or object of its clause: "died on May 3 and 4 were hurt"."""
        index = self.token_at(start)
        return self._reading is not None and index is not None and self._reading.tokens[index].relation in _COUNTING

    def tag_at(self, position: int) -> str | None:
        """UPOS of the token at a position."""
        index = self.token_at(position)
        return self._reading.tokens[index].tag if self._reading and index is not None else None

    def is_open(self, before: str) -> bool:
        """Whether the word before a date leaves open that it is the day of writing: not "due", "since", "until"."""
        word = before.lower()
        return not (word in self._words.heads or word in self._words.nouns or word in self._words.since)

    def _occasion_tense(self, reading: Reading, index: int, end: int) -> Told:
        """Of "the June agreement" the clause says nothing of when it was; "will attend Friday's vote" does.

        What nobody announces is over: "suspects in the October attack".
        """
        after = self.token_at(end + 1)
        if after is not None and reading.tokens[after].lemma.lower() in self._words.mishaps:
            return Told("past", reading.tokens[after].text)
        verb = find_occasion(reading, index, self._words)
        told = self._climb(reading, verb) if verb is not None else _NOTHING
        return told if told.tense == "future" else self._doer_tense(reading, reading.tokens[index].head)

    def _doer_tense(self, reading: Reading, noun: int) -> Told:
        """What did something is over as well: "the August report named him"."""
        tokens = reading.tokens
        verb = tokens[noun].head
        if tokens[noun].relation != "nsubj" or tokens[verb].tag != "VERB" or tokens[verb].text.lower() in self._words.planned:
            return _NOTHING
        told = self._climb(reading, verb)
        return Told("past", told.by) if told.tense in ("past", "over") else _NOTHING

    def _climb(self, reading: Reading, index: int) -> Told:
        """Up the tree to the first verb that shows a tense."""
        tokens, begun = reading.tokens, index
        if is_planned_by(tokens, index, tokens[index].head, self._words):
            return Told("future", tokens[tokens[index].head].text)
        for _ in range(_STEPS):
            token = tokens[index]
            if token.tag in {"VERB", "AUX"} or any(tokens[c].relation == "cop" for c in reading.children[index]):
                tense = self._verb_tense(reading, index)
                if tense:
                    sure = tense == "future" and tokens[begun].head == index < begun and self._is_sure(reading, index)
                    return Told(weigh_tense(reading, begun, index, (tense, self._words)), token.text, sure)
            elif is_ahead_of(reading, index, self._words) or (
                token.text.lower() in self._words.nouns and token.tag in {"NOUN", "ADJ"}
            ):
                return Told("future", token.text)
            if token.head == index or is_behind(reading, index, self._words):
                return _NOTHING
            index = self._head_of(tokens, index)
        return _NOTHING

    def _is_sure(self, reading: Reading, verb: int) -> bool:
        """Whether a verb goes with "will": what it governs lies ahead for sure."""
        children = [reading.tokens[child] for child in reading.children[verb]]
        return any(child.relation.startswith("aux") and child.text.lower() in self._words.sure for child in children)

    def _head_of(self, tokens: tuple[Token, ...], index: int) -> int:
        """The head; where a "that" parts the two, the nearest verb before it ("said on Tuesday that it would ...").

        The same where the verb of which the head is the content stands right before ("said on Tuesday they would ..."), or
        where a past verb stands right before and the head is of another clause ("I will go," he said on Tuesday).
        """
        head = tokens[index].head
        if outside := find_verb_outside(tokens, index, head):
            return outside
        before = index - 2 if index and tokens[index - 1].tag == "ADP" else index - 1
        if 0 <= before != head and tokens[before].fine == "VBD" and tokens[before].tag == "VERB" and head != index:
            return before
        if head > index and before >= 0 and tokens[head].head == before and tokens[head].relation == "ccomp":
            return before
        if head > index and any(each.text.lower() == "that" and each.relation == "mark" for each in tokens[index:head]):
            return next((i for i in range(index - 1, max(-1, index - _STEPS), -1) if tokens[i].tag == "VERB"), head)
        return head

    def _verb_tense(self, reading: Reading, index: int) -> Tense:
        tokens, verb = reading.tokens, reading.tokens[index]
        children = [tokens[child] for child in reading.children[index]]
        auxiliaries = [child for child in children if child.relation.startswith(("aux", "cop"))]
        if modal := self._modal_tense(verb, children, auxiliaries):
            return modal
        if any(self._is_ahead(tokens, child) for child in reading.children[index]):
            return "future"
        if any(child.text.lower() == "to" and child.relation == "mark" for child in children):
            if any(auxiliary.relation == "cop" for auxiliary in auxiliaries):
                return "future"  # "is to rule"
            governor = tokens[verb.head].text.lower()
            return "future" if governor in self._words.heads or governor in self._words.offers else None
        if verb.fine == "VBD" or any(form.fine == "VBD" or form.text.lower() in self._words.past for form in auxiliaries):
            return "past"
        return self._bare_tense(verb, auxiliaries)

    def _modal_tense(self, verb: Token, children: list[Token], auxiliaries: list[Token]) -> Tense:
        """ "will", "may", "must" look ahead, "must have left" and "could hear" back; None without such a word."""
        words = self._words
        forms = {auxiliary.text.lower() for auxiliary in auxiliaries}
        if forms & words.modals and any(auxiliary.lemma.lower() == "have" for auxiliary in auxiliaries):
            return "past"
        if forms & words.able and (verb.lemma.lower() in words.sensed or any(c.relation == "advmod:neg" or c.lemma == "not"
                                                                           for c in children)):
            return "past"
        return "future" if forms & (words.auxiliaries | words.modals) else None

    def _is_ahead(self, tokens: tuple[Token, ...], child: int) -> bool:
        """Whether a word below a verb puts it ahead ("is due to sail"), also where the tree sees a cause in "due to"."""
        word, before, after = tokens[child], tokens[max(0, child - 1)], tokens[min(len(tokens) - 1, child + 1)]
        is_head = word.relation in {"mark", "case"} and word.text.lower() in self._words.heads
        return is_head and before.lemma.lower() == "be" and after.text.lower() == "to"

    def _bare_tense(self, verb: Token, auxiliaries: list[Token]) -> Tense:
        """A verb that no past or future auxiliary marks: "is leaving" and "begins" look ahead, "reached" back."""
        word = verb.text.lower()
        if word in self._words.past and verb.fine != "VBG":
            return "past"
        if verb.fine == "VBN" and not auxiliaries:
            return "past" if word not in self._words.heads else None
        planned = verb.fine == "VBG" and any(auxiliary.fine in {"VBZ", "VBP"} for auxiliary in auxiliaries)
        if planned or word in self._words.nouns or word in self._words.heads:
            return "timetable" if verb.fine in {"VBZ", "VBP"} else "future"
        return "present" if verb.fine in {"VBZ", "VBP"} or auxiliaries else None

    def _nearest_word(self, start: int, end: int) -> Told:
        before = [match.group().lower() for match in _WORD.finditer(self._text, max(0, start - _REACH), start)]
        if self._is_planned(before):
            return Told("future", before[-2])
        for word in reversed(before):
            if word[0] in ".!?;\n":
                break
            if tense := self._word_tense(word):
                return Told(tense, word)
        for match in _WORD.finditer(self._text, end, end + _REACH):
            word = match.group().lower()
            if word[0] in ".!?;\n":
                break
            if tense := self._word_tense(word):
                return Told(tense, word)
        return _NOTHING

    def _is_planned(self, before: list[str]) -> bool:
        """Whether a planning word and a preposition stand right before ("postponed to", "planned for")."""
        words, (plan, preposition) = self._words, (before[-2:] if len(before) > 1 else ("", ""))
        return preposition in words.onto and (plan in words.planned or plan in words.moved)

    def _word_tense(self, word: str) -> Tense:
        if word in self._words.past:
            return "past"
        if word in self._words.auxiliaries or word in self._words.heads:
            return "future"
        return "past" if word.endswith("ed") and len(word) > 4 else None
