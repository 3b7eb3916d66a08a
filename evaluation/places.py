"""Toponyms found, resolved with spans given, and both from end to end (GeoWebNews, LGL, TR-News: `timeplace/geo/*.xml`)."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from copydesk.clean import find_articles
from copydesk.language import find_reading, load_reader
from copydesk.lexicon import load_world
from copydesk.lexicon.distances import great_circle_km
from copydesk.read import read_text_page
from copydesk.record import Article, Page, Place, Reading, Span
from copydesk.resolve import locate_spans, resolve_mentions
from evaluation.exam import Row, f1, hash_files, part_of
from evaluation.statements import is_unread

EXAMS = ("toponyms", "resolution", "geoparsing")
NEAR_KM = 161.0  # a hundred miles, the field's usual radius


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """One gold toponym. point: latitude and longitude in degrees, None where the annotators found no entry."""

    start: int
    end: int
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class GeoDocument:
    """One article with its gold toponyms in page order."""

    id: str
    text: str
    places: tuple[GoldPlace, ...]


@dataclass(slots=True)
class Counts:
    """What was right, predicted and there, for one exam."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        """Add one document's counts."""
        self.right, self.predicted, self.gold = self.right + right, self.predicted + predicted, self.gold + gold

    @property
    def f1(self) -> float:
        """F1 of all documents counted."""
        return f1(self.right, self.predicted, self.gold)

    @property
    def accuracy(self) -> float:
        """Share of the gold that was right."""
        return self.right / self.gold if self.gold else 0.0


def run(folder: Path) -> list[Row]:
    """Three rows a file; its part is the file's name. Each metric again with `_unread` for the half nobody reads."""
    return [row for path in sorted((folder / "timeplace" / "geo").glob("*.xml")) for row in _examine(path)]


def read_geo(path: Path) -> tuple[GeoDocument, ...]:
    """The articles of a file in the format of LGL, TR-News or GeoWebNews.

    Where annotators judged every kind of mention (GeoWebNews) the gold are those they gave a point; elsewhere all.
    """
    root = etree.parse(path, etree.XMLParser(recover=True)).getroot()
    documents = []
    for number, article in enumerate(root.iter("article")):
        places = [place for toponym in article.iter("toponym") if (place := _gold(toponym)) is not None]
        name = article.get("docid") or article.get("file") or str(number)
        documents.append(GeoDocument(name, article.findtext("text") or "", tuple(places)))
    return tuple(documents)


def _gold(toponym: etree._Element) -> GoldPlace | None:
    entry = toponym.find("gaztag")
    latitude = toponym.findtext("latitude") or (entry.findtext("lat") if entry is not None else None)
    longitude = toponym.findtext("longitude") or (entry.findtext("lon") if entry is not None else None)
    if toponym.find("type") is not None and not latitude:
        return None
    point = (float(latitude), float(longitude)) if latitude and longitude else None
    return GoldPlace(int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0), point)


def _examine(path: Path) -> list[Row]:
    world, reader = load_world(), load_reader()
    tallies = {(exam, unread): Counts() for exam in EXAMS for unread in (False, True)}
    seconds = 0.0
    documents = read_geo(path)
    for document in documents:
        page, layout, _ = read_text_page(document.text, key=document.id, whole_article=True)
        articles, _ = find_articles(page=page, layout=layout, world=world)
        if not articles:
            continue
        reading, _ = find_reading(page=page, article=articles[0], reader=reader)
        began = time.perf_counter()
        _, _, places, _ = resolve_mentions(page=page, article=articles[0], reading=reading, times=(), world=world)
        seconds += time.perf_counter() - began
        given = _resolve_given(page, articles[0], reading, document.places)
        counts = {"toponyms": _found(document.places, places), "resolution": given,
                  "geoparsing": _parsed(document.places, places)}
        for exam, count in counts.items():
            tallies[exam, False].add(*count)
            if is_unread(document.id):
                tallies[exam, True].add(*count)
    metrics = {"toponyms": "f1", "resolution": "accuracy", "geoparsing": "f1"}
    digest = hash_files([path])
    rows = []
    for exam, metric in metrics.items():
        name = "accuracy_161km" if exam == "resolution" else "f1"
        values = {name: getattr(tallies[exam, False], metric), f"{name}_unread": getattr(tallies[exam, True], metric)}
        rows.append(Row(exam, part_of(path), tallies[exam, False].gold, values, digest, seconds))
    return rows


def _found(gold: Sequence[GoldPlace], places: Iterable[Place]) -> tuple[int, int, int]:
    wanted = {(place.start, place.end) for place in gold}
    found = {(place.span.start, place.span.end) for place in places}
    return len(wanted & found), len(found), len(wanted)


def _resolve_given(
    page: Page, article: Article, reading: Reading, gold: Sequence[GoldPlace],
) -> tuple[int, int, int]:
    """Of the gold toponyms with a point, how many lie within the radius; what was not found counts as wrong."""
    spans = tuple(Span(start=place.start, end=place.end) for place in gold)
    places = locate_spans(page=page, article=article, reading=reading, spans=spans, world=load_world())
    pairs = [(place, answer) for place, answer in zip(gold, places, strict=True) if place.point]
    return sum(_is_near(place, answer) for place, answer in pairs), len(pairs), len(pairs)


def _parsed(gold: Sequence[GoldPlace], places: Iterable[Place]) -> tuple[int, int, int]:
    wanted = {(place.start, place.end): place for place in gold if place.point}
    placed = {(place.span.start, place.span.end): place for place in places if place.latitude is not None}
    right = sum(span in placed and _is_near(place, placed[span]) for span, place in wanted.items())
    return right, len(placed), len(wanted)


def _is_near(gold: GoldPlace, place: Place | None) -> bool:
    if place is None or place.latitude is None or place.longitude is None or gold.point is None:
        return False
    return great_circle_km(gold.point, (place.latitude, place.longitude)) <= NEAR_KM
