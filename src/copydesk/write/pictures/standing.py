"""How a claim's standing is drawn: a form and a colour each, so that either alone tells it."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.record import Claim, Standing
from copydesk.write.pictures.drawing import MARGIN, WIDTH, Board
from copydesk.write.pictures.measuring import width_of
from copydesk.write.story.marks import STANDINGS

_CROSS = "M-1,-0.6L-0.6,-1L0,-0.4L0.6,-1L1,-0.6L0.4,0L1,0.6L0.6,1L0,0.4L-0.6,1L-1,0.6L-0.4,0Z"
# standing: shape, its size in square px, colour, whether it is filled; the gravest first
SIGNS: dict[Standing, tuple[str, float, str, bool]] = {
    "denied": (_CROSS, 70, "against", True), "disputed": ("diamond", 74, "against", True),
    "superseded": ("triangle-down", 56, "past", False), "unattributed": ("circle", 52, "unstated", False),
    "one_origin": ("circle", 60, "one", True), "origins_agree": ("square", 62, "agree", True),
}


def gravest(claims: Iterable[Claim]) -> Standing:
    """The standing that a reader must know of, where a matter gathers several; origin unstated where no claim tells it."""
    found = {claim.standing for claim in claims}
    return next((standing for standing in SIGNS if standing in found), "unattributed")


def colour_of(standing: Standing) -> str:
    """The name of its colour."""
    return SIGNS[standing][2]


def draw_sign(board: Board, x: float, y: float, standing: Standing) -> None:
    """Its form, centred on a place."""
    shape, size, colour, filled = SIGNS[standing]
    board.point(x, y, shape, size=size, fill=colour if filled else "paper", stroke=colour)


def draw_key(board: Board, y: float, shown: Iterable[Standing]) -> float:
    """The forms that a picture uses with their words, from the left; gives the y below them."""
    x = MARGIN + 6.0
    used = set(shown)
    for standing in reversed(SIGNS):
        if standing not in used:
            continue
        words = STANDINGS[standing]
        width = width_of(words, 10.5) + 30
        if x + width > WIDTH - MARGIN:
            x, y = MARGIN + 6.0, y + 17
        draw_sign(board, x, y, standing)
        board.text(x + 9, y + 3.7, words, size=10.5, fill="soft")
        x += width
    return y + 18
