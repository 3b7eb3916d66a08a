"""Pages to reports on this machine, one after another."""

from __future__ import annotations

from typing import Any

from copydesk.clean import find_articles
from copydesk.language import Reader
from copydesk.lexicon import World
from copydesk.read import read_text_page
from copydesk.record import Article, Layout, Page, Refusal, Report
from copydesk.record.report import REPORT_SCHEMA
from copydesk.run.stages import STAGES, run_stages

COLLECTIONS = (
    "entities", "mentions", "times", "places", "quantities", "statements", "events", "predicates", "questions",
)


def read_reports(
    page: Page, layout: Layout, *, key: str, world: World, reader: Reader, refusals: tuple[Refusal, ...] = (),
) -> tuple[Report, ...]:
    """One report an article: the main article first, then cards in page order. A page without one gives article None."""
    articles, more = find_articles(page=page, layout=layout, world=world)
    refusals = (*refusals, *more)
    if not articles:
        return (_report(key, page, None, {"refusals": refusals}),)
    reports = []
    for article in articles:
        state = read_article(page, layout, article, world=world, reader=reader, refusals=refusals)
        reports.append(_report(key, page, state["article"], state))
        refusals = ()  # what is said of the page is said once, with its main article
    return tuple(reports)


def read_article(
    page: Page, layout: Layout, article: Article, *, world: World, reader: Reader,
    refusals: tuple[Refusal, ...] = (), until: str | None = None,
) -> dict[str, Any]:
    """The state after the stages (up to and with the stage named `until`): every record by its name in the table."""
    state = {
        "page": page, "layout": layout, "article": article, "world": world, "reader": reader, "refusals": refusals,
    }
    last = next((i for i, stage in enumerate(STAGES, 1) if stage.name == until), len(STAGES))
    return run_stages(state, STAGES[:last])


def read_text(
    text: str, *, world: World, reader: Reader, key: str = "-", created: str | None = None, outlet: str | None = None,
    until: str | None = None,
) -> dict[str, Any]:
    """The state of one article given as clean text, a paragraph a line, after the stages up to `until`."""
    page, layout, refusals = read_text_page(
        text, key=key, created=created, outlet=outlet, whole_article=True,
    )
    articles, more = find_articles(page=page, layout=layout, world=world)
    state = {"page": page, "layout": layout, "refusals": (*refusals, *more), "article": None}
    if not articles:
        return state
    return read_article(
        page, layout, articles[0], world=world, reader=reader, refusals=(*refusals, *more), until=until,
    )


def _report(key: str, page: Page, article: Article | None, state: dict[str, Any]) -> Report:
    collections = {name: state.get(name, ()) for name in COLLECTIONS}
    return Report(
        schema=REPORT_SCHEMA, key=key, page=page, article=article, refusals=state.get("refusals", ()), **collections,
    )
