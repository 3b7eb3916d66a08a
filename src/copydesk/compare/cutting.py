"""An article cut into pieces that each say one thing: contents of statements, and sentences in the page's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.compare.passages import BODY, Passage, find_quotations, is_inside, overlaps
from copydesk.lexicon.wording import Wording
from copydesk.record import Event, Report, Span, Statement

SHORTEST_CLAUSE = 4  # content words on each side before a sentence is cut between two clauses
TELLING = 3  # content words below which a sentence without statement or event says nothing comparable
ENOUGH_NESTED = 0.6  # share of a statement's content that nested ones cover before the outer one says no more
NEARBY = 120  # characters between a speaker and the rest of the attribution
_BREAK = re.compile(r";\s+|,?\s+(?:but|while|whereas|although|though|and)\s+")
_SAYS_NOTHING = frozenset({"silence", "open_question"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing said. span: the words shown for it; content: those compared; above: statements that report this one."""

    span: Span
    content: tuple[Span, ...]
    events: tuple[Event, ...]
    statement: Statement | None = None
    above: tuple[str, ...] = ()
    is_part: bool = False


def cut_article(report: Report, passages: Sequence[Passage], wording: Wording) -> tuple[Piece, ...]:
    """The pieces of a report in page order.

    What is only asked, or not said, gives none. An event belongs to the statement in whose content its trigger stands, or
    in whose saying it is told ("told reporters"); all others are in the page's own voice.
    """
    silent = [_whole(one) for one in report.statements if _is_silent(one)]
    telling = [one for one in report.statements if not _is_silent(one) and not _is_shell(one, report.statements)]
    pieces: list[Piece] = []
    taken: set[str] = {event.id for event in report.events if any(is_inside(event.trigger, span) for span in silent)}
    for statement in telling:
        events = tuple(event for event in report.events if event.id not in taken and _belongs(event, statement))
        taken.update(event.id for event in events)
        pieces += _statement_pieces(report, statement, events, wording)
    own = [event for event in report.events if event.id not in taken]
    for passage in passages:
        pieces += _own_pieces(report, passage, own, [*silent, *map(_whole, telling)], wording)
    return tuple(sorted(pieces, key=lambda piece: (piece.span, piece.is_part)))


def _is_silent(statement: Statement) -> bool:
    return statement.act in _SAYS_NOTHING or statement.utterance == "refused" or not statement.content


def _is_shell(statement: Statement, statements: Sequence[Statement]) -> bool:
    """Whether a statement says hardly more than that another one was made."""
    nested = (_whole(other) for other in statements if other.nested_in == statement.id)
    return _length(nested) >= ENOUGH_NESTED * _length(statement.content)


def _belongs(event: Event, statement: Statement) -> bool:
    if event.statement_id == statement.id or any(is_inside(event.trigger, span) for span in statement.content):
        return True
    return statement.cue is not None and is_inside(statement.cue, event.span)


def _statement_pieces(
    report: Report, statement: Statement, events: tuple[Event, ...], wording: Wording,
) -> Iterator[Piece]:
    above = tuple(_above(statement, report.statements))
    parts = []
    if len(statement.content) == 1 and statement.manner != "direct":
        parts = cut_clauses(report.page.text, statement.content[0], events, wording)
    if len(parts) < 2:
        yield Piece(_whole(statement), statement.content, events, statement, above)
        return
    for number, part in enumerate(parts):
        inside = tuple(
            event for event in events
            if is_inside(event.trigger, part) or (number == 0 and not any(is_inside(event.trigger, one) for one in parts))
        )
        yield Piece(part, (part,), inside, statement, above, is_part=True)


def _own_pieces(
    report: Report, passage: Passage, own: Sequence[Event], said: Sequence[Span], wording: Wording,
) -> Iterator[Piece]:
    events = tuple(event for event in own if is_inside(event.trigger, passage.span))
    if any(overlaps(passage.span, span) for span in said):
        for span, group in _group_clauses(events):
            yield Piece(span, (span,), group)
        return
    if events or _is_telling(report, passage, wording):
        for part in cut_clauses(report.page.text, passage.span, events, wording):
            inside = tuple(event for event in events if is_inside(event.trigger, part))
            yield Piece(part, (part,), inside, is_part=part != passage.span)


def _is_telling(report: Report, passage: Passage, wording: Wording) -> bool:
    """Whether a sentence without statement or event says enough to be laid beside another: a name or a number."""
    if passage.role not in BODY:
        return False
    stems = wording.find_stems(report.page.text[passage.span.start : passage.span.end])
    named = any(is_inside(mention.span, passage.span) for mention in report.mentions)
    return len(stems) >= TELLING and (named or any(stem.is_name or stem.key[0] == "#" for stem in stems[1:]))


def cut_clauses(text: str, span: Span, events: Sequence[Event], wording: Wording) -> list[Span]:
    """A sentence cut at contrasting conjunctions and semicolons outside quotation marks; [span] where nothing is cut.

    Each side must have enough content words; at "and" each side must also hold the trigger of an event.
    """
    words = text[span.start : span.end]
    quoted = find_quotations(words)
    parts, begin = [], span.start
    for match in _BREAK.finditer(words):
        cut = Span(start=span.start + match.start(), end=span.start + match.end())
        if any(one.start <= match.start() < one.end for one in quoted):
            continue
        sides = Span(start=begin, end=cut.start), Span(start=cut.end, end=span.end)
        if all(len(wording.find_stems(text[side.start : side.end])) >= SHORTEST_CLAUSE for side in sides) and (
            "and" not in match.group() or all(any(is_inside(one.trigger, side) for one in events) for side in sides)
        ):
            parts.append(sides[0])
            begin = cut.end
    return [*parts, Span(start=begin, end=span.end)]


def _group_clauses(events: Iterable[Event]) -> list[tuple[Span, tuple[Event, ...]]]:
    """Events whose clauses overlap belong together: the joint span and its events, in page order."""
    groups: list[tuple[Span, tuple[Event, ...]]] = []
    for event in sorted(events, key=lambda event: (event.span, event.id)):
        if groups and overlaps(groups[-1][0], event.span):
            span, members = groups[-1]
            groups[-1] = (Span(start=span.start, end=max(span.end, event.span.end)), (*members, event))
        else:
            groups.append((event.span, (event,)))
    return groups


def _whole(statement: Statement) -> Span:
    """The attribution with its speaker, where the speaker stands close by."""
    speaker, span = (statement.speaker.span if statement.speaker else None), statement.span
    if speaker is None or speaker.end < span.start - NEARBY or speaker.start > span.end + NEARBY:
        return span
    return Span(start=min(speaker.start, span.start), end=max(speaker.end, span.end))


def _above(statement: Statement, statements: Sequence[Statement]) -> Iterator[str]:
    """Ids of the statements that report this one, from the next outward."""
    by_id = {other.id: other for other in statements}
    seen = {statement.id}
    above = statement.nested_in
    while above is not None and above not in seen:
        yield above
        seen.add(above)
        above = by_id[above].nested_in if above in by_id else None


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)
