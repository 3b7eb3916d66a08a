"""`copydesk quotes`: who said what, to whom, through whom and when; all of it, or by and about somebody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import read_settled, story_options
from copydesk.cli.output import table_width, write_out
from copydesk.run import find_quotes, list_speakers, load_desk
from copydesk.write import write_quotes_csv, write_quotes_json, write_quotes_table

_LISTED = 12  # speakers named where a name fits none


@click.command("quotes")
@story_options
@click.option("--by", metavar="NAME", help="Only what this person or body says: a name, an alias, another spelling.")
@click.option("--about", metavar="NAME", help="Only what is said about this person, body, state or place.")
@click.option("--why", is_flag=True, help="Also the rule and lexicon row behind each statement, and how NAME fits.")
@click.option("--csv", "form", flag_value="csv", help="CSV: a row a statement.")
@click.option("--json", "form", flag_value="json", help="JSON Lines: a row a statement, with its trace.")
def command(
    by: str | None, about: str | None, why: bool, form: str | None, reader: str | None, corrections: Path | None,
    output: Path | None, **pages: Any,
) -> None:
    """Print who says what on PATH... (files, folders, - or addresses): words, manner, act, certainty, chain, day, place.

    Statements stand under their speakers; those of whom the pages name nobody come last.
    """
    reports = read_settled(reader=reader, corrections=corrections, **pages).reports
    quotes = find_quotes(reports, load_desk(reader=reader), by=by, about=about)
    if by is not None and not quotes.by:
        speakers = list_speakers(reports)
        more = f" and {len(speakers) - _LISTED} more" if len(speakers) > _LISTED else ""
        click.echo(f"copydesk: “{by}” fits no speaker; there are {', '.join(speakers[:_LISTED]) or 'none'}{more}", err=True)
    if form == "csv":
        for report in reports:
            if report.article is None:
                click.echo(f"copydesk: {report.key}: no article was read", err=True)
        write_out(write_quotes_csv(quotes), output)
    elif form == "json":
        told = write_quotes_json(quotes, reports)
        if told or output is not None:  # no statement, no line
            write_out(told, output)
    else:
        write_out(write_quotes_table(quotes, reports, by=by, about=about, why=why, width=table_width(output)), output)
