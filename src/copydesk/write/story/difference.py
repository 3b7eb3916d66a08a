"""What a newer edition of a story has otherwise than an older one: as a table and as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from copydesk.record import Evidence, Story
from copydesk.record.codec import write_json_lines
from copydesk.write.changed import CHANGES, UNCHANGED, Changed
from copydesk.write.columns import write_notes
from copydesk.write.story.marks import STANDINGS, Marks


class Difference(Changed, Protocol):
    """A change with the words of the newer edition that show it."""

    @property
    def evidence(self) -> tuple[Evidence, ...]: ...  # noqa: D102


def write_difference_table(old: Story, new: Story, changes: Sequence[Difference], *, width: int = 100) -> str:
    """Every change by kind, with what stood before and after, and where the newer edition shows it. width: columns."""
    return "\n".join(_table(old, new, changes, width)) + "\n"


def write_difference_json(new: Story, changes: Sequence[Difference]) -> str:
    """JSON Lines: a row a change; no row where nothing changed."""
    marks = Marks(new)
    return write_json_lines(
        {"kind": one.kind, "words": one.gist, "before": one.before, "after": one.after,
         "evidence": [marks.row(each) for each in one.evidence]}
        for one in changes
    )


def _table(old: Story, new: Story, changes: Sequence[Difference], width: int) -> Iterator[str]:
    marks = Marks(new)
    yield " ".join(new.title.split())
    yield f"from {old.as_of or 'an unknown day'} to {new.as_of or 'an unknown day'}"
    if not changes:
        yield from ("", UNCHANGED)
        return
    kinds = [kind for kind in CHANGES if any(one.kind == kind for one in changes)]
    for kind in kinds:
        told = [one for one in changes if one.kind == kind]
        yield from ("", f"{CHANGES[kind].lower()}: {len(told)}")
        for one in told:
            notes = [_gist(one), *_sides(one), marks.places(one.evidence)]
            yield from write_notes(notes, indent=2, width=width)
    yield from marks.legend(width)


def _gist(one: Difference) -> str:
    words = " ".join(one.gist.split())
    return f"“{words}”" if one.evidence else words


def _sides(one: Difference) -> list[str]:
    """"before → after" where both are words or states that a reader can tell apart."""
    if not one.kind.startswith(("changed", "settled", "new_origin", "new_expectation")):
        return []
    before, after = (STANDINGS.get(side, side) if side else None for side in (one.before, one.after))
    if one.kind == "changed_number":
        return [f"before: “{before}”", f"now: “{after}”"]
    if one.kind == "new_expectation":
        return [f"due {after}" if after else "no day"]
    return [f"{before or 'none'} → {after or 'none'}"]
