"""The Python interface: from `read_page` and `read_pages` to `write_brief`. Nothing in the package imports it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from pathlib import Path

from copydesk.errors import BadOption
from copydesk.record import Report, Story
from copydesk.run import (
    Intake,
    Known,
    Parcel,
    build_stories,
    compare_editions,
    is_address,
    load_corrections,
    load_desk,
    read_bytes,
    read_file,
    read_parcel,
    read_reports,
)
from copydesk.run.intake import OFFLINE, refuse
from copydesk.write import story as tables
from copydesk.write import write_brief as write_brief_text
from copydesk.write import write_report_table


class Reports(tuple[Report, ...]):
    """The reports of one page, the main article first, then its cards. In a notebook: a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(write_report_table(self))}</pre>"


class Brief(str):
    """A brief as text; in a notebook it shows itself with its evidence beside each line."""

    story: Story

    def _repr_html_(self) -> str:
        return write_brief_text(self.story, form="html")


class Picture(str):
    """A picture as SVG; in a notebook it shows itself."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def read_page(
    page: str | PathLike[str] | bytes, *, key: str = "-", outlet: str | None = None, url: str | None = None,
    created: str | None = None, fetched_at: str | None = None,
) -> Intake:
    """A page from a path, or from raw bytes (then `key` names it). Dates are ISO 8601 prefixes.

    A page that nobody can read, also a path that is not there, comes without words and with a Refusal.
    """
    known = Known(outlet=outlet, url=url, created=created, fetched_at=fetched_at)
    if isinstance(page, bytes):
        return read_bytes(page, key=key, known=known)
    if is_address(str(page)):
        return refuse(str(page), OFFLINE, url=str(page))
    return read_file(Path(page), known=known)


def read_pages(
    file: str | PathLike[str] | bytes, *, key: str = "-", outlet: str | None = None, created: str | None = None,
    fetched_at: str | None = None,
) -> Iterator[Intake]:
    """The pages of one file: a web archive, a feed, a mail, an export; one page for any other. Keys are `file#3`.

    An address is refused with a reason: nothing is fetched here.
    """
    known = Known(outlet=outlet, created=created, fetched_at=fetched_at)
    if isinstance(file, bytes):
        return read_parcel(Parcel(name=key, raw=file), known=known)
    if is_address(str(file)):
        return iter((refuse(str(file), OFFLINE, url=str(file)),))
    return read_parcel(Parcel(name=Path(file).as_posix(), path=Path(file)), known=known)


def read_report(page: Intake, *, reader: str | None = None, lexicon: str | PathLike[str] | None = None) -> Reports:
    """What the page's articles report: one Report an article, the main article first, then its cards.

    reader: "spacy:NAME_OR_FOLDER" for a spaCy pipeline of your own; lexicon: a folder of your own event constructions or of
    CAMEO dictionaries. Give both to `build_story` too. Raises BadOption naming file and line of a folder that cannot be used.
    """
    return Reports(read_reports(page, load_desk(reader=reader, constructions=Path(lexicon) if lexicon else None)))


def build_story(
    reports: Iterable[Report | Iterable[Report]], *, number: int = 1, as_of: str | None = None,
    corrections: str | PathLike[str] | None = None, length: int | None = None, reader: str | None = None,
    lexicon: str | PathLike[str] | None = None,
) -> Story:
    """The story in the reports; the largest where they tell several (`number` 2 is the second largest).

    reader, lexicon: as in `read_report`; articles are read again where a date or an outlet is settled only across pages.
    Raises NothingToRead where no report has an article, BadOption where there is no such story.
    """
    flat = tuple(r for given in reports for r in ((given,) if isinstance(given, Report) else given))
    rows = load_corrections(Path(corrections)) if corrections is not None else ()
    desk = load_desk(reader=reader, constructions=Path(lexicon) if lexicon else None)
    stories = build_stories(flat, desk, as_of=as_of, corrections=rows, length=length)
    if not 1 <= number <= len(stories):
        raise BadOption(f"number {number}: these reports tell {len(stories)} stories, numbered from 1")
    return stories[number - 1]


def write_brief(story: Story, *, form: str = "text", since: Story | None = None, pictures: bool = False) -> Brief:
    """The brief of a story. form: text, terminal, markdown, html or json; since: an earlier edition to compare with.

    pictures: in html, with the story's pictures in the page; needs `copydesk[pictures]`.
    """
    changes = compare_editions(old=since, new=story) if since else None
    brief = Brief(write_brief_text(story, form=form, changes=changes, pictures=pictures))
    brief.story = story
    return brief


def write_timeline(story: Story, *, form: str = "text") -> str:
    """The story by the days that its pages name. form: text, csv or json (a row a line)."""
    return _write(form, story, tables.write_timeline_table, tables.write_timeline_csv, tables.write_timeline_json)


def write_watchlist(story: Story, *, form: str = "text") -> str:
    """What the story's pages announce and leave open, and what came of it. form: text, csv or json."""
    return _write(form, story, tables.write_watchlist_table, tables.write_watchlist_csv, tables.write_watchlist_json)


def draw(story: Story, kind: str) -> Picture:
    """The story's timeline, map, tension or network as SVG, evidence linked to the addresses of its pages.

    Raises BadOption where the story has nothing to show there, for another kind, and without `copydesk[pictures]`.
    """
    from copydesk.write import pictures

    drawing = pictures.draw_story(story, kind)
    if drawing is None:
        raise BadOption(f"there is no {kind} to draw: {pictures.NOTHING[kind]}")
    return Picture(pictures.render_svg(drawing))


def write_comparison(story: Story, *, form: str = "text", every: bool = True) -> str:
    """Claims by page, conflicts, copies, origins. form: text, csv (the matrix) or json.

    every: in text also the claims that one page alone tells.
    """
    return _write(
        form, story, lambda stories: tables.write_comparison_table(stories, every=every),
        lambda stories: tables.write_comparison_csv(stories[0]), tables.write_comparison_json,
    )


def write_difference(old: Story, new: Story, *, form: str = "text") -> str:
    """What the newer edition has otherwise than the older. form: text or json."""
    changes = compare_editions(old=old, new=new)
    return _write(
        form, new, lambda _: tables.write_difference_table(old, new, changes), None,
        lambda _: tables.write_difference_json(new, changes),
    )


_Writer = Callable[[tuple[Story, ...]], str]


def _write(form: str, story: Story, text: _Writer, csv: _Writer | None, json: _Writer) -> str:
    """The story in the form asked for. Raises BadOption for a form that there is not."""
    forms = {"text": text, **({"csv": csv} if csv else {}), "json": json}
    if form not in forms:
        raise BadOption(f"form {form!r}: there are {', '.join(forms)}")
    return forms[form]((story,))
