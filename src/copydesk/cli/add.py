"""`copydesk add`: pages into the ledger, captured first, then read, then the stories they change."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from copydesk.cli.keeping import ledger_option, now, open_kept, own_version
from copydesk.cli.options import READER, tell_fetched
from copydesk.cli.output import FILE, FOLDER
from copydesk.errors import BadManifest, BadOption, NothingToRead
from copydesk.run import Known, is_address, load_addresses, load_client, load_desk


@click.command("add")
@click.argument("paths", nargs=-1, metavar="PATH...")
@ledger_option
@click.option("--manifest", type=FILE, help="CSV or TOML rows of path, outlet, url, created, fetched_at, translation_of.")
@click.option("--created", metavar="DATE", help="When the pages were created, say you.")
@click.option("--outlet", metavar="NAME", help="Who published the pages, say you.")
@click.option("--fetched-at", metavar="TIME", help="When the pages were captured; of two pages of one place the later stands.")
@click.option("--addresses", type=FILE, help="Fetch the addresses in this file too, one a line.")
@click.option("--keep", type=FOLDER, help="Keep each fetch in this folder as WARC too, and ask again only for what changed.")
@click.option("--contact", metavar="WHO", envvar="COPYDESK_CONTACT", help="How sites reach you: told to each site asked.")
@click.option("--allow-port", "ports", type=click.IntRange(1, 65535), multiple=True, help="A port open besides 80 and 443.")
@click.option("--again", is_flag=True, help="Also read again what another version of copydesk read; needs no path.")
@READER
def command(
    paths: tuple[str, ...], address: str, manifest: Path | None, created: str | None, outlet: str | None,
    fetched_at: str | None, addresses: Path | None, keep: Path | None, contact: str | None, ports: tuple[int, ...],
    again: bool, reader: str | None,
) -> None:
    """Add PATH... (files, folders, addresses or -) to the ledger: what is there already changes nothing.

    Without a path, what a broken-off run left is read and the stories are built.
    """
    try:
        common = Known(outlet=outlet, created=created, fetched_at=fetched_at)
    except BadManifest as fault:
        raise BadOption(f"--{fault}".replace("--fetched_at", "--fetched-at")) from fault
    listed = (*paths, *(one for one in (load_addresses(addresses) if addresses else ()) if one not in paths))
    if not Path(address).exists() and "://" not in address and not listed and manifest is None:
        raise NothingToRead("no page was given; name files, folders or addresses, or `-` for standard input")
    from copydesk.run.ledgers import find_given, read_captures, rebuild, take

    asking = any(map(is_address, listed))
    client = load_client(contact=contact, keep=keep, ports=ports) if asking else None
    ledger = open_kept(address, create=True, quiet=True)
    standard_input = sys.stdin.buffer.read() if "-" in paths else b""
    states: Counter[str] = Counter()
    for given in find_given(listed, common=common, manifest=manifest, standard_input=standard_input, client=client):
        taken = take(ledger, given, at=now())
        states[taken.state] += 1
        if given.fetched is not None:
            tell_fetched(given.fetched)
        if taken.state != "unchanged":
            click.echo(f"{taken.state:<9}  {taken.name}" + (f": {taken.reason}" if taken.reason else ""))
    desk = load_desk(reader=reader)
    for read in read_captures(ledger, desk, version=own_version(reader), at=now(), again=again):
        if sys.stderr.isatty():
            click.echo(f"read: {read.name}", err=True)
        for reason in read.refused:
            click.echo(f"not read   {reason}")
            states["not read"] += 1
    editions = rebuild(ledger, desk, version=own_version(reader), at=now())
    for one in editions:
        into = f" into {one.into}" if one.into else ""
        click.echo(f"{one.what:<9}  {one.story_id}{into}  “{one.title}”" + _count_changes([each.kind for each in one.changes]))
    told = ", ".join(f"{count} {state}" for state, count in states.items()) or "nothing given"
    click.echo(f"{told}; stories changed: {len(editions)}")
    ledger.close()


def _count_changes(kinds: list[str]) -> str:
    counted = Counter(kind.replace("_", " ") for kind in kinds)
    return f" ({', '.join(f'{count} {kind}' for kind, count in counted.items())})" if counted else ""
