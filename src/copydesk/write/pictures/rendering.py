"""A drawing as SVG and PNG: the only file that knows vl-convert, which is given no address to ask."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from copydesk.errors import BadOption
from copydesk.write.pictures.chart import HERE, NEEDS, build_chart
from copydesk.write.pictures.drawing import Drawing
from copydesk.write.pictures.palette import BY_HEX, write_style

_SVG = "http://www.w3.org/2000/svg"
_HREF = "{http://www.w3.org/1999/xlink}href"
_NOISE = ("aria-label", "aria-roledescription", "aria-hidden", "role", "class", "style", "font-family", "stroke-miterlimit")
PIXELS = 2.0  # of a PNG for each px of the picture


def render_svg(drawing: Drawing, *, standing_alone: bool = True) -> str:
    """The picture as SVG: full words as titles, links, and colours that follow light and dark mode.

    standing_alone: with its style inside; else for a page that holds `write_style`. The same drawing gives the same bytes.
    Raises BadOption without Altair or vl-convert.
    """
    ET.register_namespace("", _SVG)
    root = ET.fromstring(_convert(drawing))
    _tidy(root, drawing, standing_alone=standing_alone)
    return ET.tostring(root, encoding="unicode") + "\n"


def render_png(drawing: Drawing) -> bytes:
    """The picture as PNG on light paper, two pixels for each px. Raises BadOption without Altair or vl-convert."""
    svg = _convert(drawing)
    import vl_convert

    return bytes(vl_convert.svg_to_png(svg, scale=PIXELS))


def _convert(drawing: Drawing) -> str:
    chart = build_chart(drawing).to_dict(validate=False)  # its parts were checked when they were built
    try:
        import vl_convert
    except ImportError as fault:
        raise BadOption(NEEDS) from fault
    return str(vl_convert.vegalite_to_svg(chart, allowed_base_urls=[]))


def _tidy(root: ET.Element, drawing: Drawing, *, standing_alone: bool) -> None:
    """Titles and links as a browser takes them, colours by name, and nothing that only Vega needs."""
    for parent in list(root.iter()):
        _mend_children(parent)
    for element in root.iter():
        _mend(element)
    name = f"picture-{drawing.kind}"
    root.attrib.pop("version", None)
    root.set("class", "picture")
    root.set("role", "graphics-document")
    root.set("aria-labelledby", f"{name}-title {name}-told")
    head = [_element("title", drawing.title, id=f"{name}-title"), _element("desc", drawing.told, id=f"{name}-told")]
    if standing_alone:
        head.append(_element("style", write_style(standing_alone=True)))
    root[:0] = head


def _mend_children(parent: ET.Element) -> None:
    """Links that lead nowhere are taken off; what is empty or only clips is dropped."""
    kept: list[ET.Element] = []
    for child in parent:
        if child.tag == f"{{{_SVG}}}a" and child.get(_HREF, "") == HERE:
            kept.extend(child)
        elif child.get("display") != "none" and child.get("class") != "background" and child.tag != f"{{{_SVG}}}defs":
            kept.append(child)
    parent[:] = kept


def _mend(element: ET.Element) -> None:
    if link := element.attrib.pop(_HREF, None):
        element.set("href", link.removeprefix(HERE))
    told = element.get("aria-label")
    classes = list(_colours(element))
    for name in (*_NOISE, "clip-path"):
        element.attrib.pop(name, None)
    if classes:
        element.set("class", " ".join(classes))
    if told:
        element.insert(0, _element("title", told))


def _colours(element: ET.Element) -> Iterator[str]:
    for attribute, short in (("fill", "f"), ("stroke", "s")):
        colour = element.get(attribute, "")
        if colour == "white":
            element.set(attribute, "#fbfaf7")
        name = BY_HEX.get(element.get(attribute, ""))
        if name:
            yield f"{short}-{name}"


def _element(tag: str, words: str, **attributes: str) -> ET.Element:
    element = ET.Element(f"{{{_SVG}}}{tag}", attributes)
    element.text = words
    return element
