"""What was read of a capture: its pages, where they stand, which supersede which, and their reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from copydesk.record import Page, Report
from copydesk.record.ids import derive_id
from copydesk.store.captures import KeptCapture, note_read, to_utc
from copydesk.store.counting import count_change
from copydesk.store.history import note
from copydesk.store.rows import delete_rows, write_rows
from copydesk.store.schema import captures, page_places, pages, refusals, reports, texts
from copydesk.store.versions import hash_words, keep_version


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """A page as it was read. place: its address, or what stands for one; reports: the main article's first."""

    page: Page
    place: str
    reports: tuple[Report, ...]


def keep_reading(
    connection: Connection, capture: KeptCapture, read: Sequence[PageReading], *, version: str, at: str,
) -> tuple[str, ...]:
    """Keep what this version of copydesk read of a capture; ids of the pages that are new or read otherwise than before.

    A page that another capture gave later, with other facts stated, stays as it was read there.
    """
    touched = []
    for one in read:
        changed = _keep_page(connection, capture, one, version, at)
        _keep_place(connection, capture, one)
        if changed:
            touched.append(one.page.id)
    for place in dict.fromkeys(one.place for one in read):
        _supersede(connection, place, at)
    note_read(connection, capture.number, version=version, at=at)
    if touched:
        count_change(connection)
    return tuple(touched)


def report_id(report: Report) -> str:
    """The id of a report: that of its article, else one of its page."""
    return report.article.id if report.article else derive_id("report", report.page.id)


def _keep_page(connection: Connection, capture: KeptCapture, one: PageReading, version: str, at: str) -> bool:
    page = one.page
    known = connection.execute(select(pages).where(pages.c.id == page.id)).first()
    if known is not None and known.read_by == version and not _is_restated(connection, capture, known.capture):
        return False
    text = hash_words(page.text)
    if connection.execute(select(texts.c.sha256).where(texts.c.sha256 == text)).first() is None:
        connection.execute(insert(texts).values(sha256=text, text=page.text))
    key = one.reports[0].key if one.reports else page.id
    told = {
        "capture": capture.number, "key": key, "text_sha256": text,
        "sha256": page.sha256, "url": page.url, "outlet": page.outlet, "media_type": page.media_type,
        "fetched_at": page.fetched_at, "read_by": version,
    }
    if known is None:
        connection.execute(insert(pages).values(id=page.id, recorded_at=at, **told))
    else:
        connection.execute(update(pages).where(pages.c.id == page.id).values(**told))
    changed = _keep_reports(connection, page.id, one.reports)
    if known is None or changed:
        note(connection, "added" if known is None else "changed", "page", page.id, at=at, told=key)
    return known is None or changed


def _is_restated(connection: Connection, capture: KeptCapture, before: int) -> bool:
    """Whether a later capture than the one that gave the page states something else of it."""
    if capture.number <= before:
        return False
    stated = select(captures.c.outlet, captures.c.created, captures.c.translation_of).where(captures.c.number == before)
    now = capture.capture
    return tuple(connection.execute(stated).one()) != (now.outlet, now.created, now.translation_of)


def _keep_reports(connection: Connection, page_id: str, read: Iterable[Report]) -> bool:
    """Put the reports of a page in place of those it had; whether anything changed."""
    before = dict(connection.execute(
        select(reports.c.id, reports.c.as_read).where(reports.c.page_id == page_id)
    ).all())
    told: dict[str, str] = {}
    for position, report in enumerate(read):
        one, version = report_id(report), keep_version(connection, report)
        told[one] = version
        values = {"page_id": page_id, "position": position, "as_read": version, "settled": version}
        if one not in before:
            connection.execute(insert(reports).values(id=one, **values))
        elif before[one] != version:
            connection.execute(update(reports).where(reports.c.id == one).values(**values))
        if before.get(one) != version:
            write_rows(connection, one, report)
    for one in before.keys() - told.keys():
        delete_rows(connection, one)
        connection.execute(delete(reports).where(reports.c.id == one))
    connection.execute(delete(refusals).where(refusals.c.page_id == page_id))
    refused = dict.fromkeys((refusal.stage, refusal.reason) for report in read for refusal in report.refusals)
    for position, (stage, reason) in enumerate(refused):
        connection.execute(insert(refusals).values(page_id=page_id, position=position, stage=stage, reason=reason))
    return before != told


def _keep_place(connection: Connection, capture: KeptCapture, one: PageReading) -> None:
    """Say that the page stands, or stood, at this place; seen as late as any capture saw it there."""
    seen = to_utc(one.page.fetched_at) or capture.seen_at
    at_it = (page_places.c.page_id == one.page.id) & (page_places.c.place == one.place)
    known = connection.execute(select(page_places.c.seen_at).where(at_it)).scalar()
    if known is None:
        connection.execute(insert(page_places).values(
            page_id=one.page.id, place=one.place, capture=capture.number, seen_at=seen,
        ))
    elif known < seen:
        connection.execute(update(page_places).where(at_it).values(capture=capture.number, seen_at=seen))


def settle_places(connection: Connection, number: int, *, at: str) -> None:
    """See anew which pages are superseded at the places that a capture tells of. number: of the capture."""
    told = select(page_places.c.place).where(page_places.c.capture == number).distinct()
    for place in connection.execute(told).scalars().all():
        _supersede(connection, place, at)


def _supersede(connection: Connection, place: str, at: str) -> None:
    """Of the pages of one place the last seen is the current one; one that is last nowhere is superseded by the next."""
    order = (page_places.c.seen_at, page_places.c.capture, page_places.c.page_id)
    listed = select(page_places.c.page_id).where(page_places.c.place == place).order_by(*order)
    here = connection.execute(listed).scalars().all()
    for position, one in enumerate(here):
        places = connection.execute(select(page_places.c.place).where(page_places.c.page_id == one)).scalars().all()
        last = (
            connection.execute(select(page_places.c.page_id).where(page_places.c.place == each).order_by(
                *(column.desc() for column in order)).limit(1)).scalar_one()
            for each in places
        )
        after = here[position + 1] if position + 1 < len(here) and one not in last else None
        before = connection.execute(select(pages.c.superseded_by).where(pages.c.id == one)).scalar_one()
        if before == after:
            continue
        connection.execute(update(pages).where(pages.c.id == one).values(superseded_by=after))
        note(connection, "superseded" if after else "returned", "page", one, at=at, other=after)
        count_change(connection)
