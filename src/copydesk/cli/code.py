"""`copydesk code`: what happened, as PLOVER codes it, each event once however many pages tell it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import lexicon_option, read_settled, story_options
from copydesk.cli.output import table_width, write_out
from copydesk.errors import BadOption
from copydesk.record import CodedEvent
from copydesk.run import build_codings, load_desk
from copydesk.write import events as written

SHEETS = {
    "polecat": lambda events: written.write_polecat(events, version="copydesk/events/1"),
    "gdelt": written.write_gdelt_events,
    "gdelt-mentions": written.write_gdelt_mentions,
    "acled": written.write_acled,
    "cameo": written.write_cameo,
}


@click.command("code")
@story_options
@lexicon_option
@click.option("--why", is_flag=True, help="Below each event its words, what fired, and every mention with what joined it.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: a row an event, with all its mentions.")
@click.option(
    "--format", "form", type=click.Choice([*SHEETS, "parquet"]),
    help="Another project's columns; what they cannot hold is told on stderr. parquet needs -o.",
)
@click.option("--codebook", is_flag=True, help="Print the codebook (Markdown) instead; needs no page.")
def command(
    why: bool, as_json: bool, form: str | None, codebook: bool, reader: str | None, lexicon: Path | None,
    corrections: Path | None, output: Path | None, **pages: Any,
) -> None:
    """Print the events that PATH... (files, folders, - or addresses) tell, story by story, each once.

    m/o/o counts mentions, outlets that carry it, and origins it is traced to. ~ before a day: no day is told beside the
    event, so it is that of the article.
    """
    if codebook:
        write_out(written.write_codebook(), output)
        return
    reports = read_settled(reader=reader, lexicon=lexicon, corrections=corrections, **pages).reports
    events = build_codings(reports, load_desk(reader=reader, constructions=lexicon))
    if form == "parquet":
        if output is None:
            raise BadOption("--format parquet is no text: name a file with -o")
        written.write_parquet(events, output)
    elif form is not None:
        _write_sheet(form, events, output)
    elif as_json:
        write_out(written.write_events_json(events), output)
    else:
        write_out(written.write_events_table(events, reports, why=why, width=table_width(output)), output)


def _write_sheet(form: str, events: Sequence[CodedEvent], output: Path | None) -> None:
    sheet = SHEETS[form](events)
    write_out(sheet.text, output)
    for line in written.write_losses(sheet):
        click.echo(f"copydesk: {line}", err=True)
