"""The timeline: a row a claim, its day or interval to scale, what lies ahead parted from what is told as past."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.lexicon.days import write_when
from copydesk.record import Standing, Story, TimelineEntry
from copydesk.write.pictures.days import Days, draw_days, lay_days, number_of
from copydesk.write.pictures.drawing import MARGIN, PLAIN, WIDTH, Board, Drawing, Row
from copydesk.write.pictures.frame import TOP, draw_title, finish
from copydesk.write.pictures.links import Link
from copydesk.write.pictures.measuring import wrap
from copydesk.write.pictures.standing import colour_of, draw_key, draw_sign, gravest
from copydesk.write.story.marks import Marks, tell_standing
from copydesk.write.story.timeline import is_ahead, write_interval

ROWS = 40  # rows of a picture; the entries that most outlets carry are drawn
WORDS = 316.0  # px for the words of a row
_BEGIN, _END = MARGIN + 20 + WORDS + 18, WIDTH - MARGIN
_LINE, _PAD = 14.5, 9.0
_HALF = 3.5  # px: half the height of an interval's bar
_LEAST = 11.0  # px: its least width


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """An entry as it is drawn. begin, end: day numbers, `end` excluded."""

    entry: TimelineEntry
    begin: float
    end: float
    standing: Standing
    is_ahead: bool
    tell: str
    link: str | None

    @property
    def is_point(self) -> bool:
        """One day or one moment; all else is an interval."""
        return self.end == self.begin or (len(self.entry.begin) == 10 and self.end - self.begin == 1)


def draw_timeline(story: Story, link: Link) -> Drawing | None:
    """The picture; None where no claim names a day."""
    marks = Marks(story)
    told = [one for entry in _choose(story) if (one := _read(entry, story, marks, link))]
    if not told:
        return None
    board = Board()
    heading = draw_title(board, story, "Timeline: the days that the pages name")
    today = number_of((story.as_of or "")[:10])
    runs = [(int(one.begin), max(int(one.begin), -int(-one.end // 1) - 1)) for one in told]
    days = lay_days([*runs, *([(int(today), int(today))] if today else [])], begin=_BEGIN, end=_END)
    top = TOP + 26
    heights = [len(_words(one)) * _LINE + _PAD for one in told]
    parted = 26.0 if any(one.is_ahead for one in told) else 0.0
    bottom = top + 8 + sum(heights) + parted
    if today and parted:
        board.box(days.scale.at(today + 1), top, _END, bottom, fill="wash")
    draw_days(board, days, top=top, bottom=bottom, beside=story.as_of)
    if today:
        edge = days.scale.at(today + 1)
        board.rule(edge, top - 2, edge, bottom, stroke="accent", width=1.2, dash=(4, 3))
    board.seal()
    y, ahead = top + 8, False
    for one, height in zip(told, heights, strict=True):
        if one.is_ahead and not ahead:
            ahead = True
            y = _part(board, y, story)
        _draw_row(board, one, days, y, height)
        y += height
    y = draw_key(board, bottom + 16, [one.standing for one in told])
    counted = len({claim_id for one in told for claim_id in one.entry.claim_ids})
    return finish(
        board, kind="timeline", title=heading, y=y, told=[f"{len(told)} rows."],
        below=["A dot is one day or moment; a bar is an interval that no page narrows."],
        left_out=_left_out(story, len(story.timeline) - len(told), counted),
    )


def _choose(story: Story) -> list[TimelineEntry]:
    """At most ROWS entries, those with most outlets, in the order of the story's timeline."""
    outlets = {claim.id: set(claim.outlets) for claim in story.claims}
    weights = [len({name for one in entry.claim_ids for name in outlets.get(one, ())}) for entry in story.timeline]
    order = sorted(range(len(weights)), key=lambda number: (-weights[number], number))
    return [story.timeline[number] for number in sorted(order[:ROWS])]


def _read(entry: TimelineEntry, story: Story, marks: Marks, link: Link) -> _Told | None:
    begin, end = number_of(entry.begin), number_of(entry.end)
    if begin is None or end is None:
        return None
    claims = marks.claims_of(entry.claim_ids)
    ahead = is_ahead(entry, story)
    told = (write_interval(entry.begin, entry.end), "ahead" if ahead else "", f"“{' '.join(entry.gist.split())}”",
            *tell_standing(claims), marks.places(entry.evidence))
    return _Told(
        entry=entry, begin=begin, end=end + (1 if len(entry.end) == 10 else 0), standing=gravest(claims), is_ahead=ahead,
        tell=" · ".join(part for part in told if part), link=link(entry.evidence[0]) if entry.evidence else None,
    )


def _words(one: _Told) -> list[str]:
    return wrap(one.entry.gist, size=12, width=WORDS, lines=2)


def _part(board: Board, y: float, story: Story) -> float:
    """The rule between what is told as past and what lies ahead; gives the y below it."""
    board.rule(MARGIN, y + 3, _END, y + 3, stroke="accent", width=1.2)
    words = f"AHEAD of {write_when((story.as_of or '')[:10], beside=story.as_of)}: announced or expected"
    board.text(MARGIN, y + 18, words, size=10.5, weight="bold", fill="accent")
    return y + 26


def _draw_row(board: Board, one: _Told, days: Days, y: float, height: float) -> None:
    middle, colour = y + height / 2, colour_of(one.standing)
    words = _words(one)
    board.rule(MARGIN, y + height, _END, y + height, stroke="hair")
    draw_sign(board, MARGIN + 6, y + _PAD / 2 + 7.5, one.standing)
    more: Row = {"tell": one.tell, "link": one.link}
    board.text(MARGIN + 20, y + _PAD / 2 + 11.5, "\n".join(words), **more)
    board.across = days.scale
    named: Row = {**more, "begin": one.entry.begin, "end": one.entry.end, "standing": one.standing, "ahead": one.is_ahead}
    fill = "paper" if one.standing in ("unattributed", "superseded") or one.is_ahead else colour
    if one.is_point:
        at = (one.begin + one.end) / 2
        board.point(at, middle, "circle", size=78, fill=fill, stroke=colour, width=2, **named)
    else:
        lacking = max(0.0, _LEAST - (days.scale.at(one.end) - days.scale.at(one.begin))) / 2 / days.pixels_a_day
        begin, end = one.begin - lacking, one.end + lacking
        board.box(begin, middle - _HALF, end, middle + _HALF, fill=fill, stroke=colour, round_by=2, **named)
    board.across = PLAIN


def _left_out(story: Story, undrawn: int, counted: int) -> list[str]:
    without = len(story.claims) - len({one for entry in story.timeline for one in entry.claim_ids})
    told = []
    if undrawn:
        told.append(f"Dated, but carried by fewer outlets and not drawn: {undrawn} more.")
    if without > 0:
        told.append(f"Claims drawn: {counted} of the story’s {len(story.claims)}; without a day: {without}.")
    return told
