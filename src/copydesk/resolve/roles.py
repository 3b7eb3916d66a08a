"""Titles around a person's name: "German Chancellor X", "X, a spokesman for Y,", "Germany's chancellor, X,"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.lexicon import World
from copydesk.lexicon.titles import Title
from copydesk.record import Reading, Token
from copydesk.resolve.spots import Spot, list_between

FARTHEST = 9  # tokens before a name that a title with its modifiers may take
APPOSITION = 16  # tokens after a comma within which an apposition is read
JOINTS = ("'s", "’s", "'", "’", "of", "for", "-", "and", "/")
FORMER = ("former", "ex", "then", "late", "outgoing", "then-president")
DETERMINERS = ("the", "a", "an", "its", "his", "her", "their", "whose", "our")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlePhrase:
    """A title read beside a name. first, last: its tokens with modifiers. office: the title in its own words.

    around: the spots among its modifiers, nearest to the title first. is_former: "former", "ex-", "then-".
    """

    first: int
    last: int
    office: str
    title: Title
    around: tuple[Spot, ...]
    is_former: bool


def find_title_before(reading: Reading, first: int, spots: Sequence[Spot], world: World) -> TitlePhrase | None:
    """The title phrase that ends right before token `first`, or one before a comma there; None where none stands."""
    tokens = reading.tokens
    last = first
    if last and tokens[last - 1].text == ",":
        last -= 1
        if not _is_title(tokens, last, world):
            return None
    begin = last
    while begin > 0 and last - begin < FARTHEST and _may_modify(tokens[begin - 1], begin - 1, spots):
        begin -= 1
    return _read_phrase(reading, begin, last, spots, world)


def find_title_after(reading: Reading, last: int, spots: Sequence[Spot], world: World) -> TitlePhrase | None:
    """The apposition after a name: "X, the German chancellor,"; None where no title stands in it."""
    tokens = reading.tokens
    if last >= len(tokens) or tokens[last].text not in (",", "(", "—", "–"):
        return None
    stop = min(last + 1 + APPOSITION, len(tokens))
    end = last + 1
    while end < stop and tokens[end].tag not in ("VERB", "AUX", "PUNCT", "SCONJ", "PRON"):
        end += 1
    for place in range(last + 2, end + 1):
        if _is_title(tokens, place, world) and not _is_title(tokens, place + 1, world):
            head = _read_phrase(reading, last + 1, place, spots, world)
            if head and tokens[place - 1].tag in ("NOUN", "PROPN"):
                further = tuple(list_between(spots, place, end))
                around = (*head.around, *further) if _is_of(tokens, place) else head.around
                return TitlePhrase(
                    first=last + 1, last=place, office=head.office, title=head.title, around=around,
                    is_former=head.is_former,
                )
    return None


def _is_of(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].text.lower() in ("of", "for", "at", "in", "with", "to")


def _is_title(tokens: Sequence[Token], end: int, world: World) -> bool:
    if not 0 < end <= len(tokens):
        return False
    return world.titles.find_last(tuple(token.text for token in tokens[max(end - 4, 0) : end])) is not None


def _may_modify(token: Token, index: int, spots: Sequence[Spot]) -> bool:
    if token.text in JOINTS or any(spot.first <= index < spot.last and spot.kind != "person" for spot in spots):
        return True
    return token.tag in ("NOUN", "PROPN", "ADJ") or token.text.lower() in FORMER


def _read_phrase(
    reading: Reading, begin: int, last: int, spots: Sequence[Spot], world: World,
) -> TitlePhrase | None:
    tokens = reading.tokens
    found = world.titles.find_last(tuple(token.text for token in tokens[begin:last]))
    if found is None:
        return None
    length, title = found
    around = tuple(reversed(list(list_between(spots, begin, last))))
    office_first = max((spot.last for spot in around), default=begin)
    office_first = min(max(office_first, begin), last - length)
    for place in range(office_first, last - length):
        if tokens[place].text.lower() in (*JOINTS, *DETERMINERS, *FORMER) and tokens[place].text != "-":
            office_first = place + 1
    office = " ".join(token.text for token in tokens[office_first:last])
    is_former = any(token.text.lower() in FORMER for token in tokens[begin:last])
    return TitlePhrase(
        first=begin, last=last, office=office.replace(" - ", "-"), title=title, around=around, is_former=is_former,
    )
