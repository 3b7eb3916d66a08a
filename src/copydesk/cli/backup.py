"""`copydesk backup`: a whole copy of the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from copydesk.cli.keeping import ledger_option, open_kept
from copydesk.cli.output import FILE


@click.command("backup")
@click.argument("to", type=FILE)
@ledger_option
def command(to: Path, address: str) -> None:
    """Copy the ledger to the new file TO, also while others add to it; the copy is checked before it has its name."""
    from copydesk.store import back_up

    ledger = open_kept(address, quiet=True)
    size = back_up(ledger, to)
    ledger.close()
    click.echo(f"written: {to} ({size:,} bytes, whole)", err=True)
