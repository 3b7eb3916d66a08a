"""The network: actors, and between them who did what to whom, coloured by PLOVER's four quarters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from copydesk.record import Entity, Story
from copydesk.write.pictures.curves import Bow, bend
from copydesk.write.pictures.drawing import MARGIN, WIDTH, Board, Drawing, Row
from copydesk.write.pictures.frame import TOP, draw_title, finish
from copydesk.write.pictures.labels import Box, Labels
from copydesk.write.pictures.layout import lay_groups
from copydesk.write.pictures.links import Link
from copydesk.write.pictures.measuring import width_of, wrap
from copydesk.write.pictures.ties import QUADS, Cast, Tie, find_ties

ACTORS, TIES = 16, 26  # of a picture; the most told are drawn
_SIZE = 11.5
_NAME = 104.0  # px of a name's line
_ARROW = "M-1,-0.75L1,0L-1,0.75Z"
_DASHES: dict[str, tuple[int, ...]] = {"done": (), "not yet": (6, 4), "denied": (1, 4), "said": (2, 3)}
_ASIDE = 13.0  # px between ties of the same two


def draw_network(story: Story, link: Link) -> Drawing | None:
    """The picture; None where no two actors have anything between them."""
    cast = Cast(story)
    every, lone = find_ties(story, cast)
    drawn = _choose(every)
    if not drawn:
        return None
    actors = [one for one, _ in Counter(end for tie in drawn for end in (tie.actor, tie.other)).most_common()]
    board = Board()
    heading = draw_title(board, story, "Network: who did what to whom, and who spoke of whom")
    nodes, height = _lay(actors, drawn, cast)
    labels = Labels(edge=(MARGIN, TOP, WIDTH - MARGIN, TOP + height + 10))
    bows = [_bow(tie, nodes, aside) for tie, aside in zip(drawn, _aside(drawn), strict=True)]
    for node in nodes.values():
        labels.take((node.x - node.radius - 2, node.y - node.radius - 2, node.x + node.radius + 2, node.y + node.radius + 2))
    for tie, bow in zip(drawn, bows, strict=True):
        _draw_tie(board, tie, bow, link)
    board.seal()
    named = Labels(edge=labels.edge, taken=[*labels.taken, *(box for bow in bows for box in bow.boxes())])
    for actor, node in nodes.items():
        x, y, box = _place_name(node, named)
        named.take(box)
        labels.take(box)
        first = next(tie for tie in drawn if actor in (tie.actor, tie.other))
        _draw_node(
            board, node, name_at=(x, y), entity=cast.entities[actor], times=cast.counts[actor], link=link(first.evidence),
        )
    for tie, bow in zip(drawn, bows, strict=True):
        _draw_label(board, tie, bow, labels, link)
    y = _draw_key(board, TOP + height + 18, drawn)
    return finish(
        board, kind="network", title=heading, y=y, told=[f"{tie.tell}." for tie in drawn],
        below=["A larger actor is named more often. Who is only described (“two men”) is no actor here."],
        left_out=_left_out(len(every) - len(drawn), lone),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    """An actor's circle. names: the lines of its name."""

    x: float
    y: float
    radius: float
    names: tuple[str, ...]


def _choose(ties: Sequence[Tie]) -> list[Tie]:
    """The most told ties between at most ACTORS actors."""
    chosen: list[Tie] = []
    actors: set[str] = set()
    for tie in ties:
        grown = actors | {tie.actor, tie.other}
        if len(grown) <= ACTORS and len(chosen) < TIES:
            actors = grown
            chosen.append(tie)
    return chosen


def _lay(actors: list[str], ties: Sequence[Tie], cast: Cast) -> tuple[dict[str, _Node], float]:
    """Where actors stand, and the height of them all."""
    edges = sorted({
        (min(pair), max(pair)) for tie in ties for pair in [(actors.index(tie.actor), actors.index(tie.other))]
    })
    names = [tuple(wrap(cast.entities[actor].name, size=_SIZE, width=_NAME, lines=2)) for actor in actors]
    radius = [_radius(cast.counts[actor]) for actor in actors]
    sizes = [
        (max(width_of(line, _SIZE) for line in lines) * 1.05 + 24, 2 * rim + 14 * len(lines) + 22)
        for lines, rim in zip(names, radius, strict=True)
    ]
    places, height = lay_groups(len(actors), edges, width=WIDTH - 2 * MARGIN, sizes=sizes)
    nodes = {
        actor: _Node(x=MARGIN + x, y=TOP + y, radius=rim, names=lines)
        for actor, (x, y), rim, lines in zip(actors, places, radius, names, strict=True)
    }
    return nodes, height


def _radius(mentions: int) -> float:
    return round(min(4.5 + 1.5 * sqrt(mentions), 16), 1)


def _place_name(node: _Node, labels: Labels) -> tuple[float, float, Box]:
    """Where the first line of its name is centred, and its box: below, above or beside it, wherever it covers least."""
    width = max(width_of(line, _SIZE) for line in node.names) * 1.05 + 4
    height, away = 14.0 * len(node.names) + 1, node.radius + 3
    beside = away + width / 2
    centres = ((0, away), (0, -away - height), (beside, -height / 2), (-beside, -height / 2), (beside * 0.7, away * 0.5),
               (-beside * 0.7, away * 0.5), (beside * 0.7, -away * 0.5 - height), (-beside * 0.7, -away * 0.5 - height))
    boxes = [(node.x + x - width / 2, node.y + y, node.x + x + width / 2, node.y + y + height) for x, y in centres]
    box = min(boxes, key=labels.count)
    return (box[0] + box[2]) / 2, box[1] + 11, box


def _aside(ties: Sequence[Tie]) -> list[float]:
    """How far aside of the straight way each tie runs, so that ties of the same two lie beside each other.

    Counted from the actor that comes first in the alphabet.
    """
    pairs = [tuple(sorted((tie.actor, tie.other))) for tie in ties]
    totals, seen = Counter(pairs), Counter[tuple[str, ...]]()
    aside = []
    for pair in pairs:
        aside.append((seen[pair] - (totals[pair] - 1) / 2) * _ASIDE)
        seen[pair] += 1
    return aside


def _bow(tie: Tie, nodes: dict[str, _Node], aside: float) -> Bow:
    one, other = nodes[tie.actor], nodes[tie.other]
    sign = 1 if tie.actor <= tie.other else -1
    rims = (one.radius + 2.5, other.radius + (2.5 if tie.is_mutual else 6.5))
    return bend((one.x, one.y), (other.x, other.y), rims=rims, aside=aside * sign)


def _draw_tie(board: Board, tie: Tie, bow: Bow, link: Link) -> None:
    more: Row = {"tell": tie.tell, "link": link(tie.evidence), "quad": tie.quad, "manner": tie.manner}
    width = 1.1 if tie.quad == "words" else 2.4 if tie.quad[0] == "M" else 1.5
    outline = {"type": "LineString", "coordinates": [list(point) for point in bow.points]}
    board.shape(outline, fill="none", stroke=tie.quad, width=width, dash=_DASHES[tie.manner], **more)
    if not tie.is_mutual:
        x, y = bow.points[-1]
        size = 44 if tie.quad == "words" else 70
        board.point(x, y, _ARROW, size=size, angle=bow.angle, fill=tie.quad, stroke="none", **more)


def _draw_label(board: Board, tie: Tie, bow: Bow, labels: Labels, link: Link) -> None:
    """The kinds of events on the line, where they cover nothing."""
    if not tie.label:
        return
    width = width_of(tie.label, 10) + 2
    for share in (0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78):
        x, y = bow.at(share)
        box = (x - width / 2, y - 6, x + width / 2, y + 6)
        if labels.is_free(box):
            labels.take(box)
            more: Row = {"tell": tie.tell, "link": link(tie.evidence)}
            board.text(x, round(y + 3.4, 1), tie.label, size=10, fill=tie.quad, align="center", halo=True, **more)
            return


def _draw_node(
    board: Board, node: _Node, *, name_at: tuple[float, float], entity: Entity, times: int, link: str | None,
) -> None:
    tell = f"{entity.name} ({entity.kind.replace('_', ' ')}), named {times} time{'' if times == 1 else 's'}"
    more: Row = {"tell": tell, "link": link}
    size = round(3.1416 * node.radius * node.radius, 1)
    board.point(node.x, node.y, "circle", size=size, fill="told", stroke="ink", width=1.2, name=entity.name, **more)
    board.text(*name_at, "\n".join(node.names), size=_SIZE, weight="bold", align="center", halo=True, **more)


def _draw_key(board: Board, y: float, ties: Sequence[Tie]) -> float:
    shown = [(quad, "done", words) for quad, words in QUADS.items() if any(tie.quad == quad for tie in ties)]
    shown += [
        (quad, manner, words) for quad, manner, words in (
            ("words", "said", "speaks of"), ("unstated", "not yet", "planned or conditional (?)"),
            ("unstated", "denied", "denied"),
        ) if any(tie.manner == manner for tie in ties)
    ]
    x = float(MARGIN)
    for colour, manner, words in shown:
        width = width_of(words, 10.5) + 46
        if x + width > WIDTH - MARGIN:
            x, y = float(MARGIN), y + 17
        thick = 2.4 if colour[0] == "M" else 1.5
        board.rule(x, y, x + 24, y, stroke=colour, width=thick, dash=_DASHES[manner])
        board.text(x + 29, y + 3.7, words, size=10.5, fill="soft")
        x += width
    return y + 18


def _left_out(undrawn: int, lone: int) -> list[str]:
    rows = (("Ties told less often, not drawn", undrawn), ("Events that name no two actors, not drawn", lone))
    return [f"{words}: {number}." for words, number in rows if number]
