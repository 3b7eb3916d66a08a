"""`copydesk history`: everything that happened to the ledger, in order."""

from __future__ import annotations

import click

from copydesk.cli.keeping import ledger_option, open_kept
from copydesk.cli.output import write_out
from copydesk.write import kept as written


@click.command("history")
@ledger_option
@click.option("--since", metavar="N|TIME", default="0", help="After this number, or from this time (ISO 8601, UTC) on.")
@click.option("--of", "one", metavar="ID", help="Only what happened to this page, story, capture or judgement.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: a row each, numbered; ask next time from the last number.")
def command(address: str, since: str, one: str | None, as_json: bool) -> None:
    """Print what happened to the ledger: added, changed, superseded, opened, merged, split, ended, judged, undone.

    Nothing vanishes: what was superseded, merged or ended has its row, with what it became.
    """
    from copydesk.store import list_changes

    ledger = open_kept(address, quiet=True)
    with ledger.reading() as connection:
        found = list_changes(connection, since=int(since) if since.isdigit() else since, of=one)
    ledger.close()
    told = written.write_history_json(found) if as_json else written.write_history_table(found)
    if told:
        write_out(told, None)
