"""What a picture is before anybody renders it: layers of marks with their places, colours by name, full words and links."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

PictureKind = Literal["timeline", "map", "tension", "network"]
MarkKind = Literal["shape", "box", "rule", "point", "text"]
Row = dict[str, Any]
WIDTH = 680  # px of every picture
MARGIN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Piecewise linear: the n-th number of `domain` stands at the n-th pixel of `pixels`, numbers between in between."""

    domain: tuple[float, ...]
    pixels: tuple[float, ...]

    def at(self, number: float) -> float:
        """The pixel of a number; numbers beyond the ends go on as the nearest piece does."""
        piece = min(max(bisect_right(self.domain, number) - 1, 0), len(self.domain) - 2)
        low, high = self.domain[piece : piece + 2]
        begin, end = self.pixels[piece : piece + 2]
        return begin + (number - low) / (high - low) * (end - begin)


PLAIN = Scale(domain=(0, 1), pixels=(0, 1))  # numbers that are pixels already


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Marks of one kind and style. rows: x, y (x2, y2; `outline` of shapes), fill and stroke by name, `tell`, `link`.

    across, down: the scales of x and y. style: what all marks share, in Vega-Lite's words.
    """

    kind: MarkKind
    across: Scale
    down: Scale
    style: Mapping[str, Any]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A finished picture. title, told: its name, and what it shows in words for those who do not see it.

    left_out: what could not be drawn, a sentence each; they stand below the picture too.
    """

    kind: PictureKind
    title: str
    told: str
    width: float
    height: float
    layers: tuple[Layer, ...]
    left_out: tuple[str, ...]


@dataclass(slots=True)
class Board:
    """Collects marks in drawing order; marks of one kind and style share a layer, back to the last `seal`."""

    across: Scale = PLAIN
    down: Scale = PLAIN
    _layers: list[tuple[tuple[Any, ...], Mapping[str, Any], list[Row]]] = field(default_factory=list)
    _sealed: int = 0

    def text(
        self, x: float, y: float, words: str, *, size: float = 12, fill: str = "ink", weight: str = "normal",
        align: str = "left", italic: bool = False, halo: bool = False, **more: Any,
    ) -> None:
        """Words; "\\n" parts lines. x, y: where the first line's baseline begins (ends, is centred). halo: paper around it."""
        style = {
            "align": align, "baseline": "alphabetic", "fontSize": size, "fontWeight": weight, "lineHeight": round(size * 1.25),
            "fontStyle": "italic" if italic else "normal", "lineBreak": "\n",
        }
        if halo:
            around = {**style, "strokeWidth": 3, "strokeJoin": "round"}
            self._put("text", around, {"x": x, "y": y, "words": words, "fill": "paper", "stroke": "paper"})
        self._put("text", style, {"x": x, "y": y, "words": words, "fill": fill, **more})

    def rule(
        self, x: float, y: float, x2: float, y2: float, *, stroke: str = "hair", width: float = 1, dash: tuple[int, ...] = (),
        cap: str = "butt", **more: Any,
    ) -> None:
        """A straight line. width: px; dash: px on, px off."""
        style: dict[str, Any] = {"strokeWidth": width, "strokeCap": cap, **({"strokeDash": list(dash)} if dash else {})}
        self._put("rule", style, {"x": x, "y": y, "x2": x2, "y2": y2, "stroke": stroke, **more})

    def box(self, x: float, y: float, x2: float, y2: float, *, fill: str, round_by: float = 0, **more: Any) -> None:
        """A rectangle between two corners. round_by: radius of its corners in px."""
        self._put("box", {"cornerRadius": round_by}, {"x": x, "y": y, "x2": x2, "y2": y2, "fill": fill, **more})

    def point(
        self, x: float, y: float, shape: str, *, size: float, fill: str, stroke: str, width: float = 1.5, angle: float = 0,
        dash: tuple[int, ...] = (), **more: Any,
    ) -> None:
        """A sign. shape: a name of Vega's or a path in a square of 2; size: square px; angle: degrees clockwise."""
        style: dict[str, Any] = {"strokeWidth": width, **({"strokeDash": list(dash)} if dash else {})}
        row = {"x": x, "y": y, "shape": shape, "size": size, "angle": angle, "fill": fill, "stroke": stroke, **more}
        self._put("point", style, row)

    def shape(
        self, outline: dict[str, Any], *, fill: str, stroke: str, width: float = 0.7, dash: tuple[int, ...] = (), **more: Any,
    ) -> None:
        """A GeoJSON geometry whose coordinates are pixels. width: px of its line; dash: px on, px off."""
        style: dict[str, Any] = {"strokeWidth": width, "strokeJoin": "round", **({"strokeDash": list(dash)} if dash else {})}
        self._put("shape", style, {"outline": outline, "fill": fill, "stroke": stroke, **more})

    def seal(self) -> None:
        """What is drawn from here on lies above all that was drawn before."""
        self._sealed = len(self._layers)

    def layers(self) -> tuple[Layer, ...]:
        """All that was drawn."""
        return tuple(
            Layer(kind=key[0], across=key[1], down=key[2], style=style, rows=tuple(rows)) for key, style, rows in self._layers
        )

    def _put(self, kind: MarkKind, style: Mapping[str, Any], row: Row) -> None:
        key = (kind, self.across, self.down, style)
        rows = next((rows for other, _, rows in self._layers[self._sealed :] if other == key), None)
        if rows is None:
            rows = []
            self._layers.append((key, style, rows))
        rows.append(row)
