"""A drawing as an Altair chart: the only file that knows Altair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from copydesk.errors import BadOption
from copydesk.write.pictures.drawing import Drawing, Layer, Row
from copydesk.write.pictures.palette import paint

if TYPE_CHECKING:
    import altair

NEEDS = "pictures need Altair and vl-convert: pip install 'copydesk[pictures]'"
HERE = "https://evidence.invalid/"  # stands before links within a page, which Vega would lead to a site of its own
_MARKS = {"shape": "geoshape", "box": "rect", "rule": "rule", "point": "point", "text": "text"}
_COLOURS = ("fill", "stroke")
_PLAIN = (*_COLOURS, "shape", "size", "angle")
_DIGITS = 2


def build_chart(drawing: Drawing) -> altair.LayerChart:
    """The chart, to be shown in a notebook or written as Vega-Lite. Raises BadOption without Altair."""
    try:
        import altair as alt
    except ImportError as fault:
        raise BadOption(NEEDS) from fault
    layers = [_layer(alt, layer) for layer in drawing.layers]
    whole = alt.layer(*layers).resolve_scale(x="independent", y="independent")
    return whole.properties(  # type: ignore[no-any-return]
        width=drawing.width, height=drawing.height, padding=0, autosize=alt.AutoSizeParams(type="none"),
        background=paint("paper"), description=f"{drawing.title}. {drawing.told}",
    ).configure_view(stroke=None, clip=False)


def _layer(alt: Any, layer: Layer) -> Any:
    chart = alt.Chart(alt.Data(values=[_values(layer, row) for row in layer.rows]))
    told = any("tell" in row for row in layer.rows)
    style = {"font": "sans-serif", **layer.style} if layer.kind == "text" else {"opacity": 1, **layer.style}
    marked = getattr(chart, f"mark_{_MARKS[layer.kind]}")(aria=told, clip=False, **style)
    named = layer.rows[0]
    channels: dict[str, Any] = {name: _plain(alt, name) for name in _PLAIN if name in named}
    if layer.kind == "shape":
        marked = marked.project(type="identity", scale=1, translate=[0, 0])
    else:
        for name, scale in (("x", layer.across), ("y", layer.down)):
            fitted = alt.Scale(domain=list(scale.domain), range=[round(one, _DIGITS) for one in scale.pixels], zero=False)
            channels[name] = (alt.X if name == "x" else alt.Y)(f"{name}:Q", scale=fitted, axis=None)
            if f"{name}2" in named:
                channels[f"{name}2"] = f"{name}2:Q"
    if layer.kind == "text":
        channels["text"] = alt.Text("words:N")
    if told:
        channels |= {"href": alt.Href("link:N"), "description": alt.Description("tell:N"), "tooltip": alt.Tooltip("tell:N")}
    return marked.encode(**channels)


def _plain(alt: Any, name: str) -> Any:
    """A channel whose fields are shown as they stand."""
    channel, kind = getattr(alt, name.capitalize()), "Q" if name in ("size", "angle") else "N"
    return channel(f"{name}:{kind}", scale=None)


def _values(layer: Layer, row: Row) -> Row:
    """A row as Vega-Lite reads it: colours, whole links, rounded places; a shape's outline as a feature."""
    values: Row = {
        name: paint(value) if name in _COLOURS else round(value, 4) if isinstance(value, float) else value
        for name, value in row.items() if name != "outline"
    }
    if any("tell" in each for each in layer.rows):
        link = row.get("link") or ""
        values["link"] = link if link.startswith(("http://", "https://")) else HERE + link
        values.setdefault("tell", "")
    if layer.kind == "shape":
        return {"type": "Feature", "properties": {}, "geometry": row["outline"], **values}
    return values
