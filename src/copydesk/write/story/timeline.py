"""A story by the dates that its pages name: as a table, CSV and JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from copydesk.record import Story, TimelineEntry
from copydesk.record.codec import write_json_lines
from copydesk.write.columns import write_notes
from copydesk.write.delimited import write_delimited
from copydesk.write.story.marks import STANDINGS, Marks, head_story, tell_standing

_INDENT = 4
COLUMNS = (
    "story", "begin", "end", "ahead", "words", "standing", "carried_by", "traced_to", "outlets", "origins", "claims", "page",
    "line", "places",
)


def write_timeline_table(stories: Iterable[Story], *, width: int = 100) -> str:
    """A block a story: each day or interval, below it what is told of it, how it stands and where. width: columns."""
    return "\n".join(line for number, story in enumerate(stories) for line in _table(story, width, first=number == 0)) + "\n"


def write_timeline_json(stories: Iterable[Story]) -> str:
    """JSON Lines: an entry a row, with its claims and each piece of evidence."""
    return write_json_lines(row for story in stories for row in _rows(story))


def write_timeline_csv(stories: Iterable[Story]) -> str:
    """An entry a row; page and line are those of the first piece of evidence."""
    rows = (
        {**row, **{name: "; ".join(row[name]) for name in ("outlets", "origins", "claims")}, "page": row["evidence"][0]["page"],
         "line": row["evidence"][0]["line"]}
        for story in stories for row in _rows(story)
    )
    return write_delimited(([row[name] for name in COLUMNS] for row in rows), header=COLUMNS)


def write_interval(begin: str, end: str) -> str:
    """"2024-03-05", "2024-03-05 12:00" or "2024-03-05 to 03-07": both ends are included."""
    first, last = begin.replace("T", " "), end.replace("T", " ")
    if first == last:
        return first
    shared = 5 if first[:4] == last[:4] and len(first) == len(last) == 10 else 0
    return f"{first} to {last[shared:]}"


def _table(story: Story, width: int, *, first: bool) -> Iterator[str]:
    marks = Marks(story)
    yield from () if first else ("",)
    yield from head_story(story)
    yield ""
    if not story.timeline:
        yield "no claim names a day"
    ahead, day = False, ""
    for entry in story.timeline:
        if not ahead and is_ahead(entry, story):
            ahead = True
            yield from ("", "ahead")
        told = write_interval(entry.begin, entry.end)
        if told != day:
            yield told
            day = told
        notes = [f"“{entry.gist}”", *tell_standing(marks.claims_of(entry.claim_ids)), marks.places(entry.evidence)]
        yield from write_notes(notes, indent=_INDENT, width=width)
    yield from marks.legend(width)


def is_ahead(entry: TimelineEntry, story: Story) -> bool:
    """Whether it begins after the day the story is seen from."""
    return bool(story.as_of) and entry.begin[:10] > (story.as_of or "")[:10]


def _rows(story: Story) -> Iterator[dict[str, Any]]:
    marks = Marks(story)
    for entry in story.timeline:
        claims = marks.claims_of(entry.claim_ids)
        outlets = sorted({outlet for claim in claims for outlet in claim.outlets})
        origins = sorted({origin for claim in claims for origin in claim.origins})
        yield {
            "story": story.id, "title": " ".join(story.title.split()), "begin": entry.begin, "end": entry.end,
            "ahead": is_ahead(entry, story), "words": entry.gist,
            "standing": "; ".join(dict.fromkeys(STANDINGS[claim.standing] for claim in claims)),
            "carried_by": len(outlets), "traced_to": len(origins) or None, "outlets": outlets, "origins": origins,
            "claims": list(entry.claim_ids), "places": marks.places(entry.evidence),
            "evidence": [marks.row(one) for one in entry.evidence],
        }
