"""The stories that a command tells of: from pages, from the demo, or from a story file that `copydesk brief --json` wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from copydesk.cli.options import read_all, read_intakes, story_options, tell_unfitting
from copydesk.cli.output import table_width, write_out
from copydesk.errors import BadOption, BadRecord, NothingToRead, UnreadableFile
from copydesk.record import Story
from copydesk.record.codec import read_story
from copydesk.record.story import STORY_SCHEMA
from copydesk.run import build_stories, load_corrections, load_desk

_Command = TypeVar("_Command", bound=Callable[..., Any])
_HEAD = 200  # bytes of a file in which a story names its schema
_OPTIONS = (
    click.option("--demo", is_flag=True, help="The demo story that ships with copydesk."),
    click.option("--as-of", metavar="DATE", help="Leave later articles aside; the default is the latest page."),
    click.option(
        "--story", "named", default="1", show_default=True, metavar="N|ID",
        help="Which story, the largest first; of a ledger also by its id, or how that begins.",
    ),
    click.option("--all", "every_story", is_flag=True, help="Every story, the largest first."),
    click.option("--ledger", metavar="FILE|URL", help="A ledger's story in place of pages (`copydesk stories`)."),
    click.option("--edition", type=click.IntRange(min=1), help="With --ledger: as this edition had it, else the latest."),
)


def told_options(command: _Command) -> _Command:
    """Those of `story_options`, and the options above: for a command that tells of stories."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return story_options(command)


def read_told(
    *, demo: bool, as_of: str | None, named: str, every_story: bool, reader: str | None, corrections: Path | None,
    ledger: str | None, edition: int | None, length: int | None = None, **pages: Any,
) -> tuple[Story, ...]:
    """The stories chosen by the options of `told_options`; those not chosen are listed on stderr.

    One story file in place of pages is told as it is: nothing is read again, and what would change it is refused.
    length: lines a section of the brief, None for all.
    """
    if ledger is not None:
        if as_of or corrections or demo or length or any(pages.values()):
            raise BadOption("--ledger: a ledger's story is told as it is; leave out the pages and what would change it")
        return _read_kept(ledger, named, edition, every_story=every_story)
    if edition is not None:
        raise BadOption("--edition is of a ledger's story: give --ledger too")
    filed = find_story_file(pages["paths"])
    if filed is not None:
        if as_of or corrections or demo or length:
            raise BadOption(f"{filed}: a story file is told as it is; --as-of, --corrections, --length and --demo need pages")
        return (load_story(filed),)
    if demo:
        pages = {**pages, **demo_pages()}
    desk = load_desk(reader=reader)
    rows = load_corrections(corrections) if corrections else ()
    stories = build_stories(tuple(read_all(read_intakes(**pages), desk)), desk, as_of=as_of, corrections=rows, length=length)
    tell_unfitting(stories[0].corrections)
    if every_story:
        return stories
    number = _number(named)
    chosen = choose_story(stories, number)
    if len(stories) > 1:
        tell_others(stories, number)
    return (chosen,)


def _read_kept(address: str, named: str, edition: int | None, *, every_story: bool) -> tuple[Story, ...]:
    """The stories of a ledger that were asked for; none is built."""
    from copydesk.cli.keeping import open_kept
    from copydesk.store import find_story, list_stories, load_edition

    opened = open_kept(address)
    with opened.reading() as connection:
        chosen = [one.id for one in list_stories(connection)] if every_story else [find_story(connection, named).id]
        stories = tuple(load_edition(connection, one, edition) for one in chosen)
    opened.close()
    if not stories:
        raise NothingToRead(f"{address}: the ledger holds no story yet")
    return stories


def _number(named: str) -> int:
    if not named.isdigit():
        raise BadOption(f"--story {named}: pages tell stories that are numbered from 1; ids are of a ledger (--ledger)")
    return int(named)


def find_story_file(paths: tuple[str, ...]) -> Path | None:
    """The one path given, where it is a story file by what it holds."""
    if len(paths) != 1 or not paths[0].endswith(".json"):
        return None
    path = Path(paths[0])
    try:
        with path.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return None
    return path if f'"{STORY_SCHEMA}"'.encode() in head else None


def choose_story(stories: tuple[Story, ...], number: int) -> Story:
    """The story of that number, 1 being the largest. Raises BadOption where there are not so many."""
    if not 1 <= number <= len(stories):
        raise BadOption(f"--story {number}: these pages tell {len(stories)} stories, numbered from 1")
    return stories[number - 1]


def tell_others(stories: tuple[Story, ...], number: int) -> None:
    """List on stderr the stories that were not written."""
    click.echo("other stories on these pages:", err=True)
    for position, story in enumerate(stories, 1):
        if position != number:
            click.echo(f"  --story {position}  {story.title} ({story.coverage.articles} articles)", err=True)


def demo_pages() -> dict[str, Any]:
    """The options of `page_options` that name the demo story's pages."""
    folder = Path(__file__).parent.parent / "demo"
    return {"paths": (), "manifest": folder / "manifest.toml"}


def load_story(path: Path) -> Story:
    """A story file. Raises UnreadableFile, or BadRecord where it is no story or holds several."""
    try:
        packed = path.read_bytes()
    except OSError as fault:
        raise UnreadableFile(f"{path}: cannot be opened ({fault.strerror})") from fault
    if packed.strip().count(b"\n{"):
        raise BadRecord(f"{path}: holds several stories, one a line; write one with `copydesk brief --story N --json`")
    try:
        return read_story(packed)
    except BadRecord as fault:
        raise BadRecord(f"{path}: {fault}") from fault


def write_told(
    stories: tuple[Story, ...], form: str | None, output: Path | None, *, table: Callable[..., str],
    forms: Mapping[str, Callable[[tuple[Story, ...]], str]],
) -> None:
    """The stories in the form asked for, by its writer in `forms`; as a table of the terminal's width where none was."""
    told = table(stories, width=table_width(output)) if form is None else forms[form](stories)
    write_out(told, output)
