"""The options that several commands share, and what they stand for."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from copydesk.errors import BadManifest, BadOption, NothingToRead
from copydesk.record import Report
from copydesk.run import (
    Desk,
    Intake,
    Known,
    Settled,
    is_address,
    load_addresses,
    load_corrections,
    load_desk,
    load_fetcher,
    load_manifest,
    read_json_lines,
    read_manifest_pages,
    read_paths,
    read_reports,
    settle_reports,
)

_Command = TypeVar("_Command", bound=Callable[..., Any])
PLAIN_WIDTH = 100  # columns of a table that no terminal shows
FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)

_PAGES = (
    click.argument("paths", nargs=-1, metavar="PATH..."),
    click.option("--manifest", type=FILE, help="CSV or TOML rows of path, outlet, url, created, fetched_at, translation_of."),
    click.option(
        "--jsonl",
        type=FILE,
        help='Rows {id, text, created?, fetched_at?, url?, outlet?, headline?, page?} instead of files ("-": standard input).',
    ),
    click.option(
        "--created", metavar="DATE", help="When the pages were created, say you; wins over the pages, not over a manifest."
    ),
    click.option(
        "--outlet", metavar="NAME", help="Who published the pages, say you; wins over the pages, not over a manifest."
    ),
    click.option("--fetched-at", metavar="TIME", help='When the pages were captured: what "7 hours ago" is counted from.'),
    click.option("--addresses", type=FILE, help="Fetch the addresses in this file too, one a line."),
    click.option("--keep", type=FOLDER, help="Keep each fetch in this folder as WARC, and ask again only for what changed."),
    click.option(
        "--contact", metavar="WHO", envvar="COPYDESK_CONTACT", help="How sites reach you: told to each site that is asked."
    ),
    click.option("--allow-port", "ports", type=click.IntRange(1, 65535), multiple=True, help="A port open besides 80 and 443."),
)

_OUTPUT = click.option("-o", "--output", type=FILE, help="Write to this file.")
_READER = click.option(
    "--reader", metavar="READER", help="Read with this spaCy pipeline (spacy:NAME or spacy:FOLDER) instead of our own model."
)
_CORRECTIONS = click.option("--corrections", type=FILE, help="A person's corrections in TOML; undone by removing the row.")


def page_options(command: _Command) -> _Command:
    """PATH... and the options above, with -o: what pages a command reads, and where it writes.

    A path may be an address; nothing else is fetched.
    """
    for option in reversed((*_PAGES, _OUTPUT)):
        command = option(command)
    return command


def reading_options(command: _Command) -> _Command:
    """Those of `page_options`, and --reader: for a command that reads the English of the pages."""
    return page_options(_READER(command))


def story_options(command: _Command) -> _Command:
    """Those of `reading_options`, and --corrections: for a command that sees pages as a story does."""
    return reading_options(_CORRECTIONS(command))


def read_intakes(
    *,
    paths: tuple[str, ...],
    manifest: Path | None,
    jsonl: Path | None,
    created: str | None,
    outlet: str | None,
    fetched_at: str | None,
    addresses: Path | None = None,
    keep: Path | None = None,
    contact: str | None = None,
    ports: tuple[int, ...] = (),
) -> Iterator[Intake]:
    """The pages that the options of `page_options` name. Raises BadOption where a date is none."""
    try:
        common = Known(outlet=outlet, created=created, fetched_at=fetched_at)
    except BadManifest as fault:
        raise BadOption(f"--{fault}".replace("--fetched_at", "--fetched-at")) from fault
    if jsonl is not None:
        yield from _json_intakes(jsonl, common)
    listed = load_addresses(addresses) if addresses else ()
    fetch = None
    if listed or any(map(is_address, paths)):
        fetch = _telling(load_fetcher(common=common, contact=contact, keep=keep, ports=ports))
    if paths:
        stated = load_manifest(manifest) if manifest else {}
        standard_input = sys.stdin.buffer.read() if "-" in paths else b""
        yield from read_paths(paths, common=common, manifest=stated, standard_input=standard_input, fetch=fetch)
    elif manifest is not None:
        yield from read_manifest_pages(manifest, common=common)
    elif jsonl is None and not listed:
        raise NothingToRead("no page was given; name files, folders or addresses, or `-` for standard input")
    if fetch:
        yield from (intake for one in listed if one not in paths for intake in fetch(one))


def _telling(read: Callable[[str], Iterator[Intake]]) -> Callable[[str], Iterator[Intake]]:
    """`read`, telling on stderr what it fetched, once an address: nothing is fetched silently."""

    def fetch(asked: str) -> Iterator[Intake]:
        for number, intake in enumerate(read(asked)):
            if number == 0 and (got := intake.fetched) is not None:
                where = "" if got.address == asked else f" from {got.address}"
                state = "unchanged since " + got.fetched_at if got.unchanged else f"{len(got.body):,} bytes"
                kept = f", kept in {got.kept_in}" if got.kept_in else ""
                click.echo(f"copydesk: fetched {asked}{where} ({state}{kept})", err=True)
            yield intake

    return fetch


def _json_intakes(jsonl: Path, common: Known) -> Iterator[Intake]:
    if str(jsonl) == "-":
        yield from read_json_lines(sys.stdin, name="standard input", common=common)
        return
    try:
        with jsonl.open(encoding="utf-8") as lines:
            yield from read_json_lines(lines, name=jsonl.name, common=common)
    except (OSError, UnicodeDecodeError) as fault:
        raise BadManifest(f"{jsonl}: cannot be read as UTF-8 text ({fault})") from fault


def read_all(intakes: Iterator[Intake], desk: Desk) -> Iterator[Report]:
    """The reports of all pages, one page after another; progress goes to stderr where that is a terminal."""
    for number, intake in enumerate(intakes, 1):
        if sys.stderr.isatty():
            click.echo(f"reading {number}: {intake.key}", err=True)
        yield from read_reports(intake, desk)


def lexicon_option(command: _Command) -> _Command:
    """--lexicon: a user's own event constructions."""
    told = "A folder of your own event constructions, laid out like lexicon/en/events; its rows win over ours."
    return click.option("--lexicon", type=click.Path(path_type=Path, file_okay=False, exists=True), help=told)(command)


def read_settled(*, reader: str | None, corrections: Path | None, lexicon: Path | None = None, **pages: Any) -> Settled:
    """The reports of all pages as a brief sees them; corrections that fit nothing are told on stderr."""
    desk = load_desk(reader=reader, constructions=lexicon)
    rows = load_corrections(corrections) if corrections else ()
    settled = settle_reports(tuple(read_all(read_intakes(**pages), desk)), desk, corrections=rows)
    tell_unfitting(settled.told)
    return settled


def tell_unfitting(told: tuple[str, ...]) -> None:
    """Say on stderr which corrections were not applied."""
    for one in told:
        if one.startswith("fits "):
            click.echo(f"copydesk: a correction {one}", err=True)


def table_width(output: Path | None) -> int:
    """Columns for a table: those of the terminal it is shown on, PLAIN_WIDTH for a file or a pipe."""
    if output is not None or not sys.stdout.isatty():
        return PLAIN_WIDTH
    return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns


def write_out(text: str | bytes, output: Path | None) -> None:
    """The text, or bytes as they are, to stdout, or to a file that is only replaced once it is whole."""
    if isinstance(text, str) and not text.endswith("\n"):
        text += "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    beside = output.with_name(output.name + ".part")
    try:
        beside.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        beside.replace(output)
    except OSError as fault:
        raise BadOption(f"{output}: cannot be written ({fault.strerror})") from fault
    click.echo(f"written: {output}", err=True)
