"""What a story awaits: announcements with their day and what came of them, and questions its pages leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from copydesk.record import Evidence, Expectation, OpenQuestion, Story
from copydesk.record.codec import write_json_lines
from copydesk.write.columns import write_notes, write_row
from copydesk.write.delimited import write_delimited
from copydesk.write.story.marks import Marks, head_story

_DAY, _STATUS = 11, 9
_INDENT = 4
COLUMNS = ("story", "kind", "due", "status", "overdue", "words", "settled_by", "settled_words", "page", "line", "places")


def write_watchlist_table(stories: Iterable[Story], *, width: int = 100) -> str:
    """A block a story: what is expected, soonest first and undated last; then what its pages leave open. width: columns."""
    return "\n".join(line for number, story in enumerate(stories) for line in _table(story, width, first=number == 0)) + "\n"


def write_watchlist_json(stories: Iterable[Story]) -> str:
    """JSON Lines: a row of kind "expectation" or "question" each, with its evidence and what settled it."""
    return write_json_lines(row for story in stories for row in _rows(story))


def write_watchlist_csv(stories: Iterable[Story]) -> str:
    """A row each; page and line are those of the first piece of evidence."""
    rows = (
        {**row, "page": row["evidence"][0]["page"], "line": row["evidence"][0]["line"]}
        for story in stories for row in _rows(story)
    )
    return write_delimited(([row[name] for name in COLUMNS] for row in rows), header=COLUMNS)


def is_overdue(one: Expectation, story: Story) -> bool:
    """Whether its day is over by the day the story is seen from, and no page says what came of it."""
    return bool(one.status == "open" and one.due and story.as_of and one.due[:10] < story.as_of[: len(one.due[:10])])


def _table(story: Story, width: int, *, first: bool) -> Iterator[str]:
    marks = Marks(story)
    yield from () if first else ("",)
    yield from head_story(story)
    yield from ("", f"expected: {len(story.expectations)}")
    for one in story.expectations:
        yield "  " + write_row((one.due or "no day", one.status), (_DAY, _STATUS))
        yield from write_notes([f"“{one.gist}”", marks.places(_told(one))], indent=_INDENT, width=width)
        if one.settled_by:
            settling = one.evidence[-1]
            told = f"{one.status} by “{' '.join(settling.words.split())}”"
            yield from write_notes([told, marks.place(settling)], indent=_INDENT, width=width)
        elif is_overdue(one, story):
            yield from write_notes(["the day is over, and no page says what came of it"], indent=_INDENT, width=width)
    yield from ("", f"left open by the pages: {len(story.questions)}")
    for question in story.questions:
        notes = [f"“{question.gist}”", question.status if question.settled_by else "", marks.places(question.evidence)]
        yield from write_notes(notes, indent=_INDENT, width=width)
    yield from marks.legend(width)


def _told(one: Expectation | OpenQuestion) -> tuple[Evidence, ...]:
    """The evidence that tells it, without that which settled it."""
    return one.evidence[:-1] if one.settled_by else one.evidence


def _rows(story: Story) -> Iterator[dict[str, Any]]:
    marks = Marks(story)
    awaited: list[Expectation | OpenQuestion] = [*story.expectations, *story.questions]
    for one in awaited:
        settling = one.evidence[-1] if one.settled_by else None
        yield {
            "story": story.id, "title": " ".join(story.title.split()), "id": one.id,
            "kind": "expectation" if isinstance(one, Expectation) else "question",
            "due": one.due if isinstance(one, Expectation) else None,
            "status": one.status, "overdue": isinstance(one, Expectation) and is_overdue(one, story), "words": one.gist,
            "settled_by": one.settled_by, "settled_words": settling.words if settling else None,
            "places": marks.places(_told(one)), "evidence": [marks.row(each) for each in one.evidence],
        }
