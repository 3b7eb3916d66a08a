"""What only looks like a time: names, verbs, numbers, titles. Case and the words around decide, never a bare list."""

from __future__ import annotations

from copydesk.lexicon.timecontext import ContextRole, TimeContext
from copydesk.lexicon.timepatterns import Found
from copydesk.lexicon.timewords import Tokens
from copydesk.resolve.times_tense import Clauses

_RATE_REACH = 7  # tokens before "a year" in which a number makes it a rate
_OLDEST_BARE_YEAR = 1700  # a bare number below is a year only after a word that says so
_OPENERS = frozenset((".", "!", "?", "“", '"', "‘", "`", "_", "--", ":", "—"))
_NAMELIKE = frozenset(("near", "month", "holiday", "season"))  # operations whose words names are made of
_CALENDAR_WORDS = frozenset(("dayword", "past_ref", "present_ref", "future_ref", "set"))  # in capitals: titles of things


class Surroundings:
    """One expression among the words around it."""

    def __init__(self, found: Found, tokens: Tokens, context: TimeContext) -> None:
        self._found = found
        self._tokens = tokens
        self._context = context
        self._before = tokens.word(found.first - 1)
        self._after = tokens.word(found.last)

    def is_time(self, clauses: Clauses) -> bool:
        """Whether the expression is a time in its place on the page."""
        if self._found.row.operation == "year":
            return self._is_year()
        if self._is_title() or self._is_other(clauses):
            return False
        if self._found.last - self._found.first == 1:
            return self._is_single(clauses)
        kind = self._found.kinds[0]
        doubtful = kind is not None and kind.doubt and "day" in self._found.values
        return not (doubtful and clauses.tag_at(self._found.start) in {"VERB", "AUX"})

    def is_counted(self, clauses: Clauses) -> bool:
        """Whether "the 15th" counts what follows ("the 15th floor"): by the tree, else by any word right after it."""
        if not clauses.is_read:
            return self._after[:1].isalnum()
        return self._after[:1].isupper() or clauses.is_modifier(self._found.end - 1)

    def _is_other(self, clauses: Clauses) -> bool:
        """Whether the tree shows a count, a modifier or part of a name in place of a time."""
        operation, start, end = self._found.row.operation, self._found.start, self._found.end
        if operation == "the_day":
            return self.is_counted(clauses)
        if operation == "range_end":
            return clauses.counts_on(start)
        if operation == "overnight":
            return clauses.is_modifier(start)
        return operation in _NAMELIKE and clauses.is_in_name(start, end, leading=self._is_national())

    def _is_national(self) -> bool:
        """Whether it is a day that goes by the name of the state before it."""
        return (self._found.first_of("holiday") or "").startswith("national:")

    def is_rate(self) -> bool:
        """Whether "a year" says per year: no word of length before it, a number or money not far before."""
        described = self._followed("offset") or self._followed("event")
        if described or self._preceded("length") or "adjective" in self._found.values:
            return False
        return any(self._is_amount(index) for index in range(max(0, self._found.first - _RATE_REACH), self._found.first))

    def is_length(self) -> bool:
        """Whether "a year", without a number before it, is a length of time and no thing ("a day of rest")."""
        if "TS" in self._found.values.get("unit", ()):
            return self._preceded("surely")
        sure = self._preceded("surely") or self._followed("event")
        return sure or (self._preceded("length") and not self._followed("goes_on"))

    def is_ended(self) -> bool:
        """Whether "the year" goes on with the day it ended: a length of time ("the year ended June 30")."""
        return self._followed("ended")

    def is_the_unit(self) -> bool:
        """Whether "the year", "the day" names the one that the text is about."""
        if self._followed("other"):
            return False
        if "WE" in (*self._found.values.get("unit", ()), *self._found.values.get("weekend", ())):
            return True
        if "D" in self._found.values.get("unit", ()):
            return self._preceded("day") and self._after in {",", ".", ";", ""}
        return self._preceded("before") or self._tokens.word(self._found.first)[:1].isupper()

    def _is_title(self) -> bool:
        """Whether a season with a capital goes on with another: the name of games, a palace, an offensive."""
        last = self._found.kinds[-1]
        capital = self._tokens.word(self._found.last - 1)[:1].isupper()
        return last is not None and "season" in last.values and capital and self._after[:1].isupper()

    def _is_year(self) -> bool:
        if self._is_numbered() or self._after == "%":
            return False
        plural = self._after.islower() and self._after.endswith("s") and len(self._after) > 3
        if self._preceded("before"):
            return not (plural and self._preceded("count"))
        if self._before in {"-", "–"} and not self._tokens.word(self._found.first - 2).isdigit():
            return False
        return int(self._found.first_of("year") or 0) >= _OLDEST_BARE_YEAR and not plural

    def _is_numbered(self) -> bool:
        """Whether the number is part of a name: "No. 1987", "Flight 1990"."""
        before = self._tokens.word(self._found.first - 2) if self._before == "." else self._before
        return self._context.has(before.lower(), "numbered")

    def _is_single(self, clauses: Clauses) -> bool:
        """Whether one word by itself is a time."""
        kind = self._found.kinds[0]
        capital = self._tokens.word(self._found.first)[:1].isupper()
        if capital and self._found.row.operation in _CALENDAR_WORDS:
            return not (self._is_inside_name() or (self._after[:1].isupper() and not self._opens()))
        if kind is None or "month" not in kind.values:
            return kind is None or not kind.doubt or self._is_undoubted(clauses)
        if self._is_inside_name() and not self._preceded("before") and not self._is_weekday_before():
            return False  # a person's name: "Theresa May", "Mr. March"
        if "abbr" in kind.values and self._is_acronym():
            return False  # "the federation FEB"
        stopped = "abbr" not in kind.values or self._after == "." or self._preceded("before")
        return stopped and (not kind.doubt or self._is_undoubted(clauses))

    def _is_acronym(self) -> bool:
        """Whether the word is all capitals while those beside it are not: the short name of a body."""
        beside = [word for word in (self._before, self._after) if word.isalpha()]
        return self._tokens.word(self._found.first).isupper() and not all(word.isupper() for word in beside)

    def _is_undoubted(self, clauses: Clauses) -> bool:
        """Whether a word that may be a verb or a name stands where only a time can."""
        tag = clauses.tag_at(self._found.start)
        if tag is not None and tag not in {"PROPN", "NOUN"}:
            return False
        if self._preceded("before") and not self._preceded("count"):
            return True
        return tag == "PROPN" and not self._is_inside_name() and not self._opens()

    def _is_inside_name(self) -> bool:
        """Whether a capitalised word stands right before."""
        first = self._found.first
        return self._before[:1].isupper() and self._tokens.starts[first] - self._tokens.ends[first - 1] <= 1

    def _is_weekday_before(self) -> bool:
        kind = self._tokens.kinds[self._found.first - 1] if self._found.first else None
        return kind is not None and "weekday" in kind.values

    def _opens(self) -> bool:
        """Whether the expression opens its sentence."""
        first, tokens = self._found.first, self._tokens
        return first == 0 or self._before in _OPENERS or "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]

    def _is_amount(self, index: int) -> bool:
        word, kind = self._tokens.word(index).lower(), self._tokens.kinds[index]
        counted = kind is not None and "number" in kind.values and "ordinal" not in kind.values
        return counted or word[:1].isdigit() or self._context.has(word, "amount")

    def _preceded(self, role: ContextRole) -> bool:
        return self._context.has(self._before.lower(), role)

    def _followed(self, role: ContextRole) -> bool:
        return self._context.has(self._after.lower(), role)
