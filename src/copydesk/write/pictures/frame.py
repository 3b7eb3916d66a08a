"""What all pictures share: the title above, and below what could not be drawn."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.lexicon.days import write_when
from copydesk.record import Story
from copydesk.write.pictures.drawing import MARGIN, WIDTH, Board, Drawing, PictureKind
from copydesk.write.pictures.measuring import wrap

TOP = 54.0  # px at which the picture itself begins


def draw_title(board: Board, story: Story, title: str) -> str:
    """The rule and the title at the top with the story's name below; gives the whole in words."""
    seen = f"as of {write_when(story.as_of)}" if story.as_of else "as of an unknown day"
    board.rule(MARGIN, 2, WIDTH - MARGIN, 2, stroke="ink", width=1.5)
    board.text(MARGIN, 21, title, size=14, weight="bold")
    board.text(WIDTH - MARGIN, 21, seen, size=10.5, fill="soft", align="right")
    (name,) = wrap(story.title, size=11, width=WIDTH - 2 * MARGIN, lines=1) or [""]
    board.text(MARGIN, 37, name, size=11, fill="soft")
    return f"{title}: {' '.join(story.title.split())}, {seen}"


def finish(
    board: Board, *, kind: PictureKind, title: str, told: Sequence[str], y: float, below: Sequence[str] = (),
    left_out: Sequence[str] = (),
) -> Drawing:
    """The drawing with notes below y: how it is to be read (`below`), then what it leaves out."""
    for note in (*below, *left_out):
        lines = wrap(note, size=10.5, width=0.94 * (WIDTH - 2 * MARGIN), lines=12)
        board.text(MARGIN, y + 10, "\n".join(lines), size=10.5, fill="soft")
        y += 13 * len(lines) + 5
    return Drawing(
        kind=kind, title=title, told=" ".join((*told, *below, *left_out)), width=WIDTH, height=round(y + MARGIN),
        layers=board.layers(), left_out=tuple(left_out),
    )
