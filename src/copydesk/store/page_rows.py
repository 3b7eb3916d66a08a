"""The pages of a ledger as a person names them: by id, path, the last parts of a path, or address."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from copydesk.errors import BadOption
from copydesk.store.schema import page_places, pages


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A page and a place where it stands. superseded_by: the page that stands there now, None for itself."""

    id: str
    key: str
    url: str | None
    place: str
    superseded_by: str | None


def list_pages(connection: Connection) -> tuple[PageRow, ...]:
    """Every page at every place where it stands or stood."""
    listed = select(pages.c.id, pages.c.key, pages.c.url, page_places.c.place, pages.c.superseded_by).join(
        page_places, page_places.c.page_id == pages.c.id,
    )
    return tuple(PageRow(**row._asdict()) for row in connection.execute(listed.order_by(pages.c.id, page_places.c.place)))


def find_page(connection: Connection, named: str) -> PageRow:
    """The one page of that name, a current one before one that was superseded. Raises BadOption."""
    fitting = [one for one in list_pages(connection) if _is_named(one, named)]
    current = [one for one in fitting if one.superseded_by is None] or fitting
    if not current:
        raise BadOption(f"{named}: no page of the ledger has that id, path or address")
    ids = sorted({one.id for one in current})
    if len(ids) > 1:
        raise BadOption(f"{named}: {len(ids)} pages are named so: {', '.join(ids)}")
    return current[0]


def _is_named(one: PageRow, named: str) -> bool:
    ends = "/" + named.removeprefix("./")
    return named in (one.id, one.key, one.url, one.place) or one.key.endswith(ends) or one.place.endswith(ends)
