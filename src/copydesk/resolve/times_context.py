"""What only looks like a time: names, verbs, numbers, titles. Case and the words around decide, never a bare list."""

from __future__ import annotations

import re

from copydesk.lexicon.timepatterns import Found
from copydesk.lexicon.timewords import Tokens
from copydesk.resolve.times_tense import Clauses

# Words before a bare year, month or the like that make it a time.
_BEFORE = frozenset(
    ["in", "since", "until", "till", "by", "from", "to", "of", "on", "during", "through", "throughout", "between", "and", "or", "before", "after", "early", "late", "mid", "around", "about", "for", "this", "last", "next", "every", "each", "the", "early", "or", "circa", "as", "than", "under", "over", "into", "till", "following"]
)
_LENGTH_BEFORE = frozenset(
    ["in", "for", "within", "after", "before", "than", "about", "over", "during", "of", "nearly", "almost", "under", "past", "last", "around", "roughly", "only", "just", "once", "took", "takes", "take", "lasted", "lasts", "spent", "spend", "once", "half", "at", "on"]
)
_NUMBERED = frozenset(["no", "number", "resolution", "flight", "route", "room", "page", "highway", "channel", "boeing", "model", "article", "section", "chapter"])
_RATE_REACH = 7  # tokens before "a year" in which a number makes it a rate
_OLDEST_BARE_YEAR = 1700  # a bare number below is a year only after a word that says so


def is_time(found: Found, tokens: Tokens, clauses: Clauses) -> bool:
    """Whether the expression is a time in its place on the page."""
    before, after = tokens.word(found.first - 1), tokens.word(found.last)
    if found.row.operation == "year":
        return _is_year(found, tokens, before, after)
    if found.last - found.first == 1:
        return _is_single(found, tokens, clauses, before, after)
    return not (found.kinds[0] and found.kinds[0].doubt and "day" in found.values and _is_verb(found, clauses))


def is_rate(found: Found, tokens: Tokens) -> bool:
    """Whether "a year" says per year: no word of length before it, a number or money not far before."""
    before = tokens.word(found.first - 1).lower()
    if before in _LENGTH_BEFORE or tokens.word(found.last).lower() in {"ago", "later", "earlier", "from", "of", "after"}:
        return False
    window = range(max(0, found.first - _RATE_REACH), found.first)
    return any(_is_amount(tokens, index) for index in window)


def is_length(found: Found, tokens: Tokens) -> bool:
    """Whether "a year", without a number before it, is a length of time and no thing ("a second man", "a day of rest")."""
    before, after = tokens.word(found.first - 1).lower(), tokens.word(found.last).lower()
    if "TS" in found.values.get("unit", ()):
        return before in {"within", "half", "per"}
    return (before in _LENGTH_BEFORE and after not in {"of", "when", "that", "in"}) or before in {"within", "after", "than"}


def is_the_unit(found: Found, tokens: Tokens) -> bool:
    """Whether "the year", "the day" names the one that the text is about."""
    before, after = tokens.word(found.first - 1).lower(), tokens.word(found.last).lower()
    if after in {"of", "when", "that", "where", "-", "’", "'", "after", "before"} and after not in {"'", "’"}:
        return False
    if "D" in found.values.get("unit", ()):
        return before in {"in", "of", "during", "for"} and after in {",", ".", ";", ""}
    return before in _BEFORE or tokens.word(found.first)[:1].isupper()


def _is_year(found: Found, tokens: Tokens, before: str, after: str) -> bool:
    value = int(found.first_of("year") or 0)
    if before.lower().rstrip(".") in _NUMBERED or (after in {"%", "percent", "-"} and before == "-"):
        return False
    if before == "." and tokens.word(found.first - 2).lower() in _NUMBERED:
        return False
    if before.lower() in _BEFORE:
        plural = after.islower() and after.endswith("s") and not after.endswith(("ss", "us", "is", "was", "has", "as"))
        return not (plural and before.lower() in {"of", "than", "about", "and", "the", "or", "to", "some", "over"})
    if before in {"-", "–"} and not tokens.word(found.first - 2).isdigit():
        return False
    return value >= _OLDEST_BARE_YEAR and not (after.islower() and after.endswith("s") and len(after) > 3)


def _is_single(found: Found, tokens: Tokens, clauses: Clauses, before: str, after: str) -> bool:
    word = tokens.word(found.first)
    kind = found.kinds[0]
    inside = before[:1].isupper() and tokens.starts[found.first] - tokens.ends[found.first - 1] <= 1
    if word[:1].isupper() and found.row.operation in {"dayword", "past_ref", "present_ref", "future_ref", "set"}:
        return not (inside or (after[:1].isupper() and not _opens(tokens, found.first)))
    if found.row.operation in {"season", "set"} and word[:1].isupper() and after[:1].isupper():
        return False
    if kind is None or not (kind.doubt or "month" in kind.values):
        return True
    if inside and before.lower() not in _BEFORE and not re.match(r"[A-Z]\w*day$", before):
        return False  # a person's name: "Theresa May", "Mr. March"
    if not kind.doubt:
        return True
    tag = clauses.tag_at(found.start)
    if tag is not None and tag not in {"PROPN", "NOUN"}:
        return False
    return before.lower() in _BEFORE - {"and", "or", "the", "as", "than"} or (tag == "PROPN" and not inside
                                                                             and not _opens(tokens, found.first))


def _opens(tokens: Tokens, index: int) -> bool:
    """Whether a token opens its sentence."""
    return index == 0 or tokens.word(index - 1) in {".", "!", "?", "“", '"', "‘", "`", "_", "--", ":", "—"} or (
        "\n" in tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
    )


def _is_verb(found: Found, clauses: Clauses) -> bool:
    return clauses.tag_at(found.start) in {"VERB", "AUX"}


def _is_amount(tokens: Tokens, index: int) -> bool:
    word = tokens.word(index)
    return word in {"$", "%", "£", "€", "percent"} or word[:1].isdigit() or bool(
        (kind := tokens.kinds[index]) and "number" in kind.values and "ordinal" not in kind.values
    ) or word.lower() in {"million", "billion", "thousands", "hundreds", "once", "twice", "times"}
