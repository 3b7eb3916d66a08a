"""Pages to reports on this machine, one after another."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from copydesk.clean import find_articles
from copydesk.language import TextReader
from copydesk.lexicon import World
from copydesk.read import read_text_page
from copydesk.record import Article, Page, Refusal, Report
from copydesk.record.codec import write_json
from copydesk.record.ids import derive_id
from copydesk.record.report import REPORT_SCHEMA
from copydesk.resolve import date_entries
from copydesk.run.desk import Desk
from copydesk.run.intake import Intake
from copydesk.run.stages import STAGES, run_stages

COLLECTIONS = (
    "entities", "mentions", "times", "places", "quantities", "statements", "events", "predicates", "questions",
)
ONCE_SETTLED = ("created",)  # stages that a report already went through and that a correction must not undo


def read_reports(intake: Intake, desk: Desk) -> tuple[Report, ...]:
    """One report an article: the main article, the entries of a live page, then cards, in page order.

    A page without an article gives one report with article None.
    """
    articles, more = find_articles(page=intake.page, layout=intake.layout, world=desk.world)
    refusals = (*intake.refusals, *more)
    if not articles:
        return (_report(intake.key, intake.page, None, {"refusals": refusals}),)
    main = _read_article(intake, articles[0], desk, refusals)  # what is said of the page is said once, with its main article
    assert main.article is not None
    entries = date_entries(main.article, [article for article in articles if article.entry_of])
    cards = (article for article in articles if article.is_card)
    return (main, *(_read_article(intake, article, desk, ()) for article in (*entries, *cards)))


def _read_article(intake: Intake, article: Article, desk: Desk, refusals: tuple[Refusal, ...]) -> Report:
    given = {**_given(intake.page, article, desk.world, desk.reader, refusals), "layout": intake.layout}
    state = run_stages(given)
    return _report(intake.key, intake.page, state["article"], state)


def reread_report(report: Report, desk: Desk, *, created: tuple[str, str] | None = None, outlet: str | None = None) -> Report:
    """The report read again with a settled creation time (value, basis) or an outlet that somebody else states."""
    if report.article is None:
        return report
    if desk.rereadings is None:
        return _read_again(report, desk, created, outlet)
    one = derive_id("rereading", write_json(report), *(created or (None, None)), outlet)
    if one not in desk.rereadings:
        desk.rereadings[one] = _read_again(report, desk, created, outlet)
    return desk.rereadings[one]


def _read_again(report: Report, desk: Desk, created: tuple[str, str] | None, outlet: str | None) -> Report:
    assert report.article is not None
    page, article = report.page, report.article
    if created is not None:
        article = replace(article, created=created[0], created_basis=created[1])
    if outlet is not None:
        page, article = replace(page, outlet=outlet), replace(article, outlet=outlet)
    kept = tuple(r for r in report.refusals if r.stage in ("read", "clean"))
    given = _given(page, article, desk.world, desk.reader, kept)
    state = run_stages(given, [stage for stage in STAGES if stage.name not in ONCE_SETTLED])
    return _report(report.key, page, article, state)


def read_text(
    text: str, *, world: World, reader: TextReader, key: str = "-", created: str | None = None, outlet: str | None = None,
    until: str | None = None,
) -> dict[str, Any]:
    """The state of one article given as clean text, a paragraph a line, after the stages up to and with `until`.

    Keys are the names of the stage table; `article` is None where there is nothing to read.
    """
    page, layout, refusals = read_text_page(text, key=key, created=created, outlet=outlet, whole_article=True)
    articles, more = find_articles(page=page, layout=layout, world=world)
    refusals = (*refusals, *more)
    if not articles:
        return {"page": page, "layout": layout, "refusals": refusals, "article": None}
    last = next((i for i, stage in enumerate(STAGES, 1) if stage.name == until), len(STAGES))
    return run_stages({**_given(page, articles[0], world, reader, refusals), "layout": layout}, STAGES[:last])


def _given(page: Page, article: Article, world: World, reader: TextReader, refusals: tuple[Refusal, ...]) -> dict[str, Any]:
    return {"page": page, "article": article, "world": world, "reader": reader, "refusals": refusals}


def _report(key: str, page: Page, article: Article | None, state: dict[str, Any]) -> Report:
    collections = {name: state.get(name, ()) for name in COLLECTIONS}
    return Report(
        schema=REPORT_SCHEMA, key=key, page=page, article=article, refusals=state.get("refusals", ()), **collections,
    )
