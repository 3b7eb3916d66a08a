"""`copydesk stories`: what the ledger follows, and what changed."""

from __future__ import annotations

from pathlib import Path

import click

from copydesk.cli.keeping import check_day, ledger_option, open_kept
from copydesk.cli.output import FILE, table_width, write_out
from copydesk.record.kept import StoryRow
from copydesk.write import kept as written


@click.command("stories")
@ledger_option
@click.option("--story", "named", metavar="STORY", help="One story, by number, id or how its id begins: all its editions.")
@click.option("--since", metavar="DATE", help="Only what changed in the ledger from this day or time (UTC) on.")
@click.option("--ended", is_flag=True, help="Also stories that ended or became part of another.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: a row a story, with its changes and judgements.")
@click.option("-o", "--output", type=FILE, help="Write to this file.")
def command(
    address: str, named: str | None, since: str | None, ended: bool, as_json: bool, output: Path | None,
) -> None:
    """List the stories of the ledger, newest first: day, articles, outlets, origins, marks, and what changed.

    `copydesk brief --ledger FILE --story STORY` writes one; so do compare, timeline and watchlist.
    """
    from copydesk.store import find_story, list_edition_changes, list_judgements, list_stories

    check_day("--since", since)
    ledger = open_kept(address)
    with ledger.reading() as connection:
        rows: tuple[StoryRow, ...] = list_stories(connection, ended=ended or since is not None)
        numbers = {one.id: number for number, one in enumerate((one for one in rows if one.ended_at is None), 1)}
        if named is not None:
            rows = (find_story(connection, named),)
        if since is not None:
            rows = tuple(one for one in rows if one.changed_at >= since)
        changes = list_edition_changes(connection, since=since)
        judgements = list_judgements(connection)
    ledger.close()
    listed = written.gather_stories(rows, changes, judgements, numbers)
    if as_json:
        told = written.write_stories_json(listed)
        if told or output is not None:
            write_out(told, output)
        return
    wide = named is not None or since is not None
    write_out(written.write_stories_table(listed, changes=wide, since=since, width=table_width(output)), output)
