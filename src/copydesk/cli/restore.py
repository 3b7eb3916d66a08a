"""`copydesk restore`: the ledger put back from a copy."""

from __future__ import annotations

from pathlib import Path

import click

from copydesk.cli.keeping import ledger_option
from copydesk.cli.output import FILE
from copydesk.errors import BadOption


@click.command("restore")
@click.argument("copied", type=FILE, metavar="FROM")
@ledger_option
@click.option("--replace", is_flag=True, help="Put it in place of the ledger that is there.")
def command(copied: Path, address: str, replace: bool) -> None:
    """Put the ledger back from FROM, a copy that `copydesk backup` wrote, once that is found whole."""
    from copydesk.store import restore

    if "://" in address:
        raise BadOption("restore puts back a file; a server's ledger is restored with pg_restore")
    restore(copied, Path(address), replace=replace)
    click.echo(f"restored: {address}", err=True)
