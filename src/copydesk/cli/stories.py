"""The stories that a command tells of: from pages, from the demo, or from a story file that `copydesk brief --json` wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from copydesk.cli.options import read_all, read_intakes, story_options, tell_unfitting
from copydesk.errors import BadOption, BadRecord, UnreadableFile
from copydesk.record import Story
from copydesk.record.codec import read_story
from copydesk.record.story import STORY_SCHEMA
from copydesk.run import build_stories, load_corrections, load_desk

_Command = TypeVar("_Command", bound=Callable[..., Any])
_HEAD = 200  # bytes of a file in which a story names its schema
_OPTIONS = (
    click.option("--demo", is_flag=True, help="The demo story that ships with copydesk."),
    click.option("--as-of", metavar="DATE", help="Leave later articles aside; the default is the latest page."),
    click.option("--story", "number", type=int, default=1, show_default=True, help="Which story, the largest first."),
    click.option("--all", "every_story", is_flag=True, help="Every story, the largest first."),
)


def told_options(command: _Command) -> _Command:
    """Those of `story_options`, --demo, --as-of, --story and --all: for a command that tells of stories."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return story_options(command)


def read_told(
    *, demo: bool, as_of: str | None, number: int, every_story: bool, reader: str | None, corrections: Path | None,
    length: int | None = None, **pages: Any,
) -> tuple[Story, ...]:
    """The stories chosen by the options of `told_options`; those not chosen are listed on stderr.

    One story file in place of pages is told as it is: nothing is read again, and what would change it is refused.
    length: lines a section of the brief, None for all.
    """
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
    chosen = choose_story(stories, number)
    if len(stories) > 1:
        tell_others(stories, number)
    return (chosen,)


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
