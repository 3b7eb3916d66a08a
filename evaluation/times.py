"""Expressions of time (TimeBank, AQUAINT, WikiWars: any folder of TimeML files), and the creation day hidden from us."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from copydesk.clean import find_articles
from copydesk.lexicon import World, load_world
from copydesk.read import read_text_page
from copydesk.record import Article, Layout, Page, Reading, TimeExpression
from copydesk.resolve import find_times, settle_created
from evaluation.exam import Row, hash_files, part_of
from evaluation.statements import is_unread
from evaluation.timeml import TimeDocument, Timex, read_timeml, score_times

EXAMS = ("times", "creation-time")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document up to the stage examined: its page, article (creation time given) and reading."""

    document: TimeDocument
    page: Page
    layout: Layout
    article: Article
    reading: Reading


def run(folder: Path) -> list[Row]:
    """Two rows a folder timeplace/SET that holds TimeML files at any depth; SET is the part."""
    rows = []
    sets = [path for path in sorted((folder / "timeplace").glob("*")) if path.is_dir() and any(path.rglob("*.tml"))]
    for path in sets:
        files = sorted(path.rglob("*.tml"))
        prepared = prepare_documents([read_timeml(file) for file in files])
        rows += [_times_row(path, files, prepared), _created_row(path, files, prepared)]
    return rows


def prepare_documents(documents: list[TimeDocument]) -> list[Prepared]:
    """Each document cleaned and read; one that gives no article is left out of what is found, not of what is counted."""
    from copydesk.language import find_reading, load_reader

    world, reader = load_world(), load_reader()
    prepared = []
    for document in documents:
        page, layout, _ = read_text_page(
            document.text, key=document.name, created=document.created, whole_article=True,
        )
        articles, _ = find_articles(page=page, layout=layout, world=world)
        if articles:
            article, _ = settle_created(page=page, layout=layout, article=articles[0], world=world)
            reading, _ = find_reading(page=page, article=article, reader=reader)
            prepared.append(Prepared(document, page, layout, article, reading))
    return prepared


def _times_row(folder: Path, files: list[Path], prepared: list[Prepared]) -> Row:
    """Spans and values, over all and over the unread half; docs_per_s: the time stage alone, on one core."""
    world = load_world()
    found = [_find(one, world) for one in prepared]  # tables load and compile outside the clock
    begun = time.process_time()
    for one in prepared:
        _find(one, world)
    seconds = time.process_time() - begun
    results = [
        (one.document, tuple(Timex(t.span.start, t.span.end, t.type, t.value) for t in times))
        for one, times in zip(prepared, found, strict=True)
    ]
    metrics = score_times((document.gold, times) for document, times in results)
    unread = score_times((document.gold, times) for document, times in results if is_unread(document.name))
    metrics |= {f"{key}_unread": value for key, value in unread.items()}
    metrics["docs_per_s"] = len(prepared) / seconds
    return _row("times", folder, files, metrics, seconds)


def _created_row(folder: Path, files: list[Path], prepared: list[Prepared]) -> Row:
    """The creation day found from the text alone: right among those answered, and the share refused."""
    world = load_world()
    begun = time.perf_counter()
    right = answered = 0
    for one in prepared:
        layout = replace(one.layout, metadata=())
        blank = replace(one.article, created=None, created_basis="", created_candidates=())
        article, _ = settle_created(page=one.page, layout=layout, article=blank, world=world)
        if article.created is not None:
            answered += 1
            right += article.created[:10] == (one.document.created or "")[:10]
    metrics = {
        "day_accuracy": right / answered if answered else 0.0, "refused": 1 - answered / len(prepared),
        "answered": float(answered),
    }
    return _row("creation-time", folder, files, metrics, time.perf_counter() - begun)


def _find(one: Prepared, world: World) -> tuple[TimeExpression, ...]:
    return find_times(page=one.page, article=one.article, reading=one.reading, world=world)[0]


def _row(exam: str, folder: Path, files: list[Path], metrics: dict[str, float], seconds: float) -> Row:
    return Row(
        exam=exam, part=part_of(folder), n=len(files), metrics=metrics, corpus_sha256=hash_files(files),
        seconds=round(seconds, 3),
    )
