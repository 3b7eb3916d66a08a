"""Where things are said to be: every place named with its point and why, as a table, JSON Lines and GeoJSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from copydesk.lexicon import load_world
from copydesk.record import Place, Report
from copydesk.record.codec import write_json, write_json_lines
from copydesk.write.columns import GAP, NARROWEST, widest, words_at, write_heading, write_notes, write_row
from copydesk.write.leaves import row_of

_INDENT = 8
_LINE, _LEVEL, _POINT = 4, 8, 19  # widths of columns; words and place share the rest
_WORDS_SHARE = 0.4
_LEVELS = {"region_of_world": "region"}  # what a reader is shown for a level that is long
_HOW = "toponym: "  # how a rule that found a name begins


def write_places_table(reports: Sequence[Report], *, width: int = 100) -> str:
    """A block an article: for each place named a row with words, name, level and point, then how it was chosen.

    Names without an entry come last in their article, with the area named after them. width: terminal columns.
    """
    return "\n\n".join("\n".join(_report(report, width)) for report in reports) + "\n"


def write_places_json(reports: Iterable[Report]) -> str:
    """JSON Lines: a row for each place named, in page order, with or without a point."""
    return write_json_lines(_row(report, place) for report in reports for place in report.places)


def write_places_geojson(reports: Iterable[Report]) -> str:
    """A GeoJSON FeatureCollection (RFC 7946), a Feature a place with all its mentions; geometry null without a point."""
    features: dict[tuple[Any, ...], dict[str, Any]] = {}
    for report in reports:
        for place in report.places:
            feature = features.setdefault(_key(place), _feature(place))
            feature["properties"]["mentions"].append(_mention(report, place))
    return write_json({"type": "FeatureCollection", "features": list(features.values())}, indent=1) + "\n"


def _report(report: Report, width: int) -> Iterator[str]:
    yield from write_heading(report)
    if report.article is None:
        return
    found = [place for place in report.places if place.latitude is not None]
    open_ones = [place for place in report.places if place.latitude is None]
    yield f"  places: {len(found)}, without an entry: {len(open_ones)}"
    room = max(width, NARROWEST) - _LINE - _LEVEL - _POINT - 5 * GAP
    words = max(widest((words_at(report, place.span) for place in report.places), most=int(room * _WORDS_SHARE)), 5)
    widths = (_LINE, words, max(widest(map(name_place, report.places), most=room - words), 5), _LEVEL, _POINT)
    if report.places:
        yield "  " + write_row(("line", "words", "place", "level", "point"), widths)
    for place in (*found, *open_ones):
        line = str(row_of(report.page, place.span.start)).rjust(_LINE)
        level = _LEVELS.get(place.level or "", place.level or "–")
        cells = (line, words_at(report, place.span), name_place(place), level, _point(place))
        yield "  " + write_row(cells, widths)
        yield from write_notes(tell_choice(place), indent=_INDENT, width=width)


def name_place(place: Place) -> str:
    """ "Tarrow, Western Area, EST": the name, its first-level area where it lies in one, and its country."""
    return ", ".join(part for part in (place.name, area_of(place), place.country) if part)


def area_of(place: Place) -> str | None:
    """The first-level area that a place lies in by the gazetteer; None for areas, countries and names without an entry."""
    number = (place.trace[0].row or "").removeprefix("places.bin:")
    if not number.isdigit() or place.level in ("country", "region_of_world", "admin1"):
        return None
    return load_world().places.area_of(int(number)) or None


def tell_choice(place: Place) -> Iterator[str]:
    """How a name became this place, for a reader."""
    yield place.trace[0].rule.removeprefix(_HOW)
    if place.metonym_for:
        yield f"also read as {place.metonym_for}"
    if place.latitude is None:
        yield "no entry in the gazetteer, so no point"
    if place.gazetteer_id:
        yield f"GeoNames {place.gazetteer_id}"
    yield from (step.rule.replace("_", " ") for step in place.trace[1:])
    if place.latitude is not None and len(place.trace) == 1:
        yield "the only candidate"


def _point(place: Place) -> str:
    if place.latitude is None or place.longitude is None:
        return "–"
    return f"{place.latitude:.4f}, {place.longitude:.4f}"


def _row(report: Report, place: Place) -> dict[str, Any]:
    return {**_properties(place), "latitude": place.latitude, "longitude": place.longitude, **_mention(report, place)}


def _properties(place: Place) -> dict[str, Any]:
    return {
        "name": place.name, "country": place.country, "admin1": area_of(place), "level": place.level,
        "gazetteer_id": place.gazetteer_id,
    }


def _mention(report: Report, place: Place) -> dict[str, Any]:
    return {
        "page": report.key, "page_id": report.page.id, "article_id": report.article.id if report.article else None,
        "line": row_of(report.page, place.span.start), "span": place.span,
        "words": report.page.text[place.span.start : place.span.end], "metonym_for": place.metonym_for,
        "container": next((s.rule.removeprefix("container: ") for s in place.trace if s.rule.startswith("container: ")), None),
        "trace": place.trace,
    }


def _key(place: Place) -> tuple[Any, ...]:
    return place.name, place.country, place.level, place.gazetteer_id, place.latitude, place.longitude


def _feature(place: Place) -> dict[str, Any]:
    point = None
    if place.latitude is not None and place.longitude is not None:
        point = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return {"type": "Feature", "geometry": point, "properties": {**_properties(place), "mentions": []}}
