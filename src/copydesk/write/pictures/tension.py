"""Tension: a panel a pair of actors, a bar a day on PLOVER's scale, up for cooperation and down for conflict."""

from __future__ import annotations

from collections import defaultdict

from copydesk.lexicon.days import read_day, write_day
from copydesk.record import Story, Tension
from copydesk.write.pictures.days import Days, draw_days, lay_days
from copydesk.write.pictures.drawing import MARGIN, PLAIN, WIDTH, Board, Drawing, Row, Scale
from copydesk.write.pictures.frame import TOP, draw_title, finish
from copydesk.write.pictures.happenings import Happening, find_happenings, name_actor, tell_happenings
from copydesk.write.pictures.labels import Labels
from copydesk.write.pictures.links import Link
from copydesk.write.pictures.measuring import width_of, wrap
from copydesk.write.story.marks import Marks

PAIRS = 6  # pairs that are drawn; the rest are told in words
LIMIT = 10.0  # PLOVER's scale goes from -10 to +10
_NAMES = 170.0  # px for the names of a pair
_PANEL, _GAP = 62.0, 30.0
_WIDEST = 22.0  # px of a bar
_BEGIN, _END = MARGIN + _NAMES + 34, WIDTH - MARGIN
_KINDS = 120.0  # px for the kinds of events beside a bar
_TOLD = 8  # pairs told in words

Pair = tuple[str, str]


def draw_tension(story: Story, link: Link) -> Drawing | None:
    """The picture; None where no two actors have a score on a day."""
    found: dict[Pair, list[Tension]] = defaultdict(list)
    for one in story.tension:
        if read_day(one.day):
            found[one.actors].append(one)
    if not found:
        return None
    order = sorted(found, key=lambda pair: (-len(found[pair]), -max(abs(one.score) for one in found[pair]), pair))
    drawn = sorted(order[:PAIRS], key=lambda pair: (found[pair][0].day, pair))
    board = Board()
    heading = draw_title(board, story, "Tension: conflict and cooperation by pair and day")
    numbers = {day.toordinal() for pair in drawn for one in found[pair] if (day := read_day(one.day))}
    days = lay_days([(number, number) for number in numbers], begin=_BEGIN, end=_END)
    top = TOP + 26
    bottom = top + _GAP / 2 + len(drawn) * (_PANEL + _GAP)
    draw_days(board, days, top=top, bottom=bottom, beside=story.as_of)
    board.seal()
    happenings, marks = find_happenings(story), Marks(story)
    for number, pair in enumerate(drawn):
        panel = _Panel(board, days, top + _GAP / 2 + number * (_PANEL + _GAP))
        panel.draw_frame(" – ".join(map(name_actor, pair)))
        for one in found[pair]:
            told = [happenings[each] for each in one.event_ids if each in happenings]
            panel.draw_bar(one, told, marks, link)
        panel.draw_words()
    return finish(
        board, kind="tension", title=heading, y=bottom + 6, told=[_tell(one) for pair in drawn for one in found[pair]],
        below=["Up is cooperation, down is conflict: the mean of PLOVER’s scores, −10 to +10, of what is told as done between "
               "the two on that day, each kind of event once. A diamond on the line is a mean of zero; no sign, nothing told."],
        left_out=_left_out(found, order[PAIRS:]),
    )


class _Panel:
    """The bars of one pair. top: px of +10."""

    def __init__(self, board: Board, days: Days, top: float) -> None:
        self.board, self.days, self.top = board, days, top
        self.scores = Scale(domain=(-LIMIT, LIMIT), pixels=(top + _PANEL, top))
        self.width = min(_WIDEST, days.pixels_a_day * 0.62)
        self.labels = Labels(edge=(_BEGIN, top - 6, _END, top + _PANEL + 8))
        for first, last, _ in days.breaks:
            self.labels.take((first, top, last, top + _PANEL))
        self.kinds: list[tuple[float, bool, list[str]]] = []

    def draw_frame(self, names: str) -> None:
        """The pair's names, the zero line and the ends of the scale."""
        middle = self.scores.at(0)
        lines = wrap(names, size=12, width=_NAMES, lines=3)
        self.board.text(MARGIN, middle + 4 - 7 * (len(lines) - 1), "\n".join(lines), weight="bold")
        for score, words in ((LIMIT, "+10"), (0.0, "0"), (-LIMIT, "−10")):
            y = self.scores.at(score)
            self.board.text(_BEGIN - 6, y + 3, words, size=9, fill="soft", align="right")
            for first, last in self.days.pieces:
                stroke = "rule" if score == 0 else "hair"
                self.board.rule(self.days.scale.at(first), y, self.days.scale.at(last), y, stroke=stroke)

    def draw_bar(self, one: Tension, told: list[Happening], marks: Marks, link: Link) -> None:
        """A day's bar from zero, its number at its end."""
        day = read_day(one.day)
        if day is None:
            return
        at = day.toordinal() + 0.5
        half = self.width / 2 / self.days.pixels_a_day
        colour = "MC" if one.score > 0 else "MX"
        tell = " · ".join((_tell(one), *tell_happenings(told, marks)))
        more: Row = {"tell": tell, "link": link(told[0].evidence) if told else None, "day": one.day, "score": one.score}
        self.board.across, self.board.down = self.days.scale, self.scores
        if one.score:
            self.board.box(at - half, 0, at + half, one.score, fill=colour, stroke="none", **more)
        else:
            self.board.point(at, 0, "diamond", size=70, fill="paper", stroke="unstated", **more)
        self.board.across = self.board.down = PLAIN
        x, y, end = self.days.scale.at(at), self.scores.at(0), self.scores.at(one.score)
        number = _number(one.score)
        self.labels.take((x - self.width / 2 - 2, min(y, end) - 1, x + self.width / 2 + 2, max(y, end) + 1))
        width = width_of(number, 10)
        below = end + 10 if one.score < 0 else end - 4 if one.score else end - 8
        self.labels.take((x - width / 2, below - 9, x + width / 2, below + 2))
        self.board.text(x, below, number, size=10, align="center", halo=True, **more)
        kinds = list(dict.fromkeys(each.event.category.lower() for each in told))
        self.kinds.append((x, one.score < 0, kinds))

    def draw_words(self) -> None:
        """What kinds of events a bar stands for, where there is room beside it; on its own side of the zero line."""
        zero = self.scores.at(0)
        for x, is_down, kinds in self.kinds:
            lines = wrap(", ".join(kinds), size=10, width=_KINDS, lines=2)
            width, height = max((width_of(line, 10) for line in lines), default=0), 12.5 * len(lines)
            left, top = x + self.width / 2 + 6, zero + 3 if is_down else zero - 3 - height
            if lines and self.labels.is_free((left, top, left + width, top + height)):
                self.labels.take((left, top, left + width, top + height))
                self.board.text(left, top + 10, "\n".join(lines), size=10, fill="soft")


def _number(score: float) -> str:
    return f"{score:+.1f}".replace("-", "−") if score else "0"


def _tell(one: Tension) -> str:
    day = read_day(one.day)
    return f"{write_day(day) if day else one.day}: {' – '.join(map(name_actor, one.actors))} {_number(one.score)}."


def _left_out(found: dict[Pair, list[Tension]], rest: list[Pair]) -> list[str]:
    if not rest:
        return []
    told = [_tell(one).rstrip(".") for pair in rest[:_TOLD] for one in found[pair]]
    more = len(rest) - _TOLD
    return [f"Not drawn: {'; '.join(told)}{f'; and {more} more pairs' if more > 0 else ''}."]
