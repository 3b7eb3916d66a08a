"""Finders of times and places from PyPI beside ours on the same texts in one run: F1 and speed.

`python -m benches.time_place_peers [--gold DIR] [--documents N] [--only NAME ...]`. The peers stand in
benches/requirements-peers.txt, best installed in an environment of their own beside copydesk; one that is not there is
said to be absent. Times are scored as in TempEval-3 (`evaluation.timeml`), toponyms by exact spans (`evaluation.places`).
Seconds are processor time, of programs that a peer starts too. Left out: Mordecai 3 needs a server of its own index,
geograpy3 and locationtagger download models, SUTime and Duckling are no packages that run by themselves.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

from benches.time_peers import PEERS
from copydesk.clean import find_articles
from copydesk.language import find_reading, load_reader
from copydesk.lexicon import load_world
from copydesk.read import read_text_page
from copydesk.resolve import find_times, resolve_mentions, settle_created
from evaluation.exam import f1
from evaluation.places import GeoDocument, read_geo
from evaluation.timeml import TimeDocument, Timex, read_timeml, score_times

DOCUMENTS = 10  # of each set; a peer that starts Java takes seconds for each
_Spans = set[tuple[int, int]]
_Peer = TypeVar("_Peer")


def find_times_ours(document: TimeDocument) -> tuple[Timex, ...]:
    """From raw text to values, reading included."""
    page, layout, _ = read_text_page(document.text, key=document.name, created=document.created, whole_article=True)
    articles, _ = find_articles(page=page, layout=layout, world=load_world())
    if not articles:
        return ()
    article, _ = settle_created(page=page, layout=layout, article=articles[0], world=load_world())
    reading, _ = find_reading(page=page, article=article, reader=load_reader())
    times, _ = find_times(page=page, article=article, reading=reading, world=load_world())
    return tuple(Timex(time.span.start, time.span.end, time.type, time.value) for time in times)


def find_places_ours(text: str) -> _Spans:
    """Spans of every place named, from raw text."""
    page, layout, _ = read_text_page(text, key="page", whole_article=True)
    articles, _ = find_articles(page=page, layout=layout, world=load_world())
    if not articles:
        return set()
    reading, _ = find_reading(page=page, article=articles[0], reader=load_reader())
    _, _, places, _ = resolve_mentions(page=page, article=articles[0], reading=reading, times=(), world=load_world())
    return {(place.span.start, place.span.end) for place in places}


def find_places_by_geotext(text: str) -> _Spans:
    """GeoText tells names of cities, countries and nationalities; each is looked for in the text."""
    found = import_module("geotext").GeoText(text)
    names = {*found.cities, *found.countries, *found.nationalities}
    return {match.span() for name in names for match in re.finditer(rf"\b{re.escape(name)}\b", text)}


PLACE_PEERS: dict[str, tuple[str, Callable[[str], _Spans]]] = {"GeoText": ("geotext", find_places_by_geotext)}


def main() -> None:
    """Print one table of times and one of toponyms."""
    parser = argparse.ArgumentParser(prog="python -m benches.time_place_peers", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path(os.environ.get("COPYDESK_GOLD", "../shared/gold")), help="gold data")
    parser.add_argument("--documents", type=int, default=DOCUMENTS, help="how many of each set, the first by name")
    parser.add_argument("--only", nargs="*", default=None, metavar="NAME", help="which of them")
    given = parser.parse_args()
    peers, place_peers = _installed(PEERS, given.only), _installed(PLACE_PEERS, given.only)
    finders = {"copydesk": find_times_ours, **{name: finder for name, (_, finder) in peers.items()}}
    for path in sorted((given.gold / "timeplace").glob("*")):
        files = sorted(path.rglob("*.tml"))[: given.documents] if path.is_dir() else []
        documents = [read_timeml(file) for file in files]
        if documents:
            print(f"\n{path.name} ({len(documents)})".ljust(25) + "  strict relaxed  value   docs/s  failed")
        for name, finder in finders.items() if documents else ():
            measure_times(name, finder, documents)
    places = {"copydesk": find_places_ours, **{name: finder for name, (_, finder) in place_peers.items()}}
    for path in sorted((given.gold / "timeplace" / "geo").glob("*.xml")):
        articles = read_geo(path)[: given.documents]
        print(f"\n{path.stem} ({len(articles)})".ljust(25) + "  exact   docs/s")
        for name, find in places.items():
            measure_places(name, find, articles)


def measure_times(name: str, finder: Callable[[TimeDocument], tuple[Timex, ...]], documents: Sequence[TimeDocument]) -> None:
    """One row of the table; a text that a peer cannot read counts as nothing found."""
    _call(finder, documents[0])
    begun, results, failed = _seconds(), [], 0
    for document in documents:
        found = _call(finder, document)
        failed += found is None
        results.append((document.gold, found or ()))
    speed, scores = len(documents) / max(_seconds() - begun, 1e-9), score_times(results)
    figures = "".join(f"{scores[key]:8.3f}" for key in ("strict_f1", "relaxed_f1", "value_f1"))
    print(f"{name:24}{figures}{speed:9.2f}{failed:8}", flush=True)


def measure_places(name: str, find: Callable[[str], _Spans], articles: Sequence[GeoDocument]) -> None:
    """One row of the table of toponyms."""
    find(articles[0].text)
    begun, right, found, wanted = _seconds(), 0, 0, 0
    for article in articles:
        spans, gold = find(article.text), {(place.start, place.end) for place in article.places}
        right, found, wanted = right + len(spans & gold), found + len(spans), wanted + len(gold)
    print(f"{name:24}{f1(right, found, wanted):8.3f}{len(articles) / max(_seconds() - begun, 1e-9):9.2f}", flush=True)


def _installed(peers: dict[str, tuple[str, _Peer]], only: Sequence[str] | None) -> dict[str, tuple[str, _Peer]]:
    """Those that are there and asked for; of each what it is or that it is absent is told."""
    there = {}
    for name, (package, finder) in peers.items():
        try:
            print(f"{name}: {package} {version(package)}")
        except PackageNotFoundError:
            print(f"{name}: absent")
            continue
        if only is None or name in only:
            there[name] = (package, finder)
    return there


def _call(finder: Callable[[TimeDocument], tuple[Timex, ...]], document: TimeDocument) -> tuple[Timex, ...] | None:
    try:
        return finder(document)
    except Exception:  # a text that a peer cannot read scores nothing
        return None


def _seconds() -> float:
    """Processor time of this process and of those it started."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
