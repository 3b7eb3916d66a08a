"""The stories of a ledger as a list: how far each has come, what people said of it, what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.record.codec import write_json_lines
from copydesk.record.kept import EditionChange, Judgement, StoryRow
from copydesk.write.columns import pad_words, write_notes

_DAY, _COUNTS = 10, 38
_INDENT = 4
_SHOWN = {
    "changed_number": "number", "changed_standing": "standing", "new_claim": "new claim", "gone_claim": "claim no longer told",
    "new_origin": "new origin", "new_article": "new page", "gone_article": "page gone", "new_expectation": "awaited",
    "settled_expectation": "settled", "answered_question": "answered",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A story with its number in the list (None once it ended), its changes and the judgements on it that stand."""

    row: StoryRow
    number: int | None
    changes: tuple[EditionChange, ...]
    judgements: tuple[Judgement, ...]


def gather_stories(
    rows: Iterable[StoryRow], changes: Sequence[EditionChange], judgements: Sequence[Judgement], numbers: Mapping[str, int],
) -> tuple[Listed, ...]:
    """Each story with what is its own."""
    return tuple(
        Listed(
            row=row, number=numbers.get(row.id), changes=tuple(one for one in changes if one.story_id == row.id),
            judgements=tuple(one for one in judgements if one.story_id == row.id),
        )
        for row in rows
    )


def write_stories_json(listed: Iterable[Listed]) -> str:
    """JSON Lines: a row a story."""
    return write_json_lines(
        {"kind": "story", "number": one.number, "story": one.row, "changes": one.changes, "judgements": one.judgements}
        for one in listed
    )


def write_stories_table(
    listed: Sequence[Listed], *, changes: bool, since: str | None = None, width: int = 100,
) -> str:
    """A block a story. changes: also every change, else how many of which kind the latest edition brought."""
    lines = [line for one in listed for line in _block(one, changes, width)]
    nothing = f"nothing changed since {since}" if since else "no story yet"
    return "\n".join(lines or [nothing]) + "\n"


def _block(one: Listed, changes: bool, width: int) -> Iterator[str]:
    row = one.row
    counts = f"{_count(row.articles, 'article')}, {_count(row.outlets, 'outlet')}, {_count(row.origins, 'origin')}"
    number = "  -" if one.number is None else f"{one.number:>3}"
    yield f"{number} {pad_words(row.as_of[:10] if row.as_of else 'no day', _DAY)}  {pad_words(counts, _COUNTS)}  {row.id}"
    yield from write_notes([f"“{row.title}”"], indent=_INDENT, width=width)
    if row.ended_at is not None:
        ended = f"part of {row.merged_into}" if row.merged_into else "ended: no page tells it"
        yield from write_notes([ended], indent=_INDENT, width=width)
    yield from write_notes([_mark(each, row) for each in one.judgements], indent=_INDENT, width=width)
    if changes:
        for each in one.changes:
            yield from write_notes([f"edition {each.edition}, {each.recorded_at}", _tell(each)], indent=_INDENT, width=width)
        return
    latest = Counter(_SHOWN.get(each.kind, each.kind) for each in one.changes if each.edition == row.edition)
    told = ", ".join(f"{count} {kind}" for kind, count in latest.items())
    yield from write_notes([f"edition {row.edition}, {row.changed_at}", told], indent=_INDENT, width=width)


def _tell(one: EditionChange) -> str:
    kind = _SHOWN.get(one.kind, one.kind)
    if one.kind in ("changed_number", "changed_standing", "settled_expectation", "answered_question"):
        return f"{kind}: {one.before} → {one.after}: “{one.gist}”"
    return f"{kind}: “{one.gist}”" + (f" ({one.after})" if one.kind == "new_origin" else "")


def _mark(one: Judgement, row: StoryRow) -> str:
    """What a person said of the story, and whether it was reviewed as it is now."""
    if one.kind == "star":
        return f"★ {one.by}"
    if one.kind == "tag":
        return f"#{one.cells['tag']} ({one.by})"
    if one.kind == "reviewed":
        now = "" if one.cells["edition"] == row.edition else ", changed since"
        return f"reviewed by {one.by} at edition {one.cells['edition']}{now}"
    if one.kind == "note":
        return f"{one.by}: {one.cells['note']}"
    return f"{one.told} ({one.by})"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
