"""`copydesk read`: what each article reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import read_all, read_intakes, reading_options
from copydesk.cli.output import write_out
from copydesk.record.codec import write_json
from copydesk.run import load_desk
from copydesk.write import write_report_table


@click.command("read")
@reading_options
@click.option("--json", "as_json", is_flag=True, help="One report a line, as in docs/schema/report.json.")
def command(as_json: bool, reader: str | None, output: Path | None, **pages: Any) -> None:
    """Print what each article on PATH... (files, folders, - or addresses) or in --jsonl FILE reports."""
    reports = read_all(read_intakes(**pages), load_desk(reader=reader))
    if as_json and output is None:
        for report in reports:  # as they come, so that a long run can be watched and cut
            click.echo(write_json(report))
        return
    read = tuple(reports)
    write_out("".join(write_json(r) + "\n" for r in read) if as_json else write_report_table(read), output)
