"""`copydesk code`: what happened, as PLOVER codes it, each event once however many pages tell it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import keep_sure, lexicon_option, read_settled, story_options, sure_option, tell_uncoded
from copydesk.cli.output import table_width, write_out
from copydesk.errors import BadOption
from copydesk.record import CodedEvent, Confidence
from copydesk.run import build_codings, build_tension, load_desk, load_lexicon
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
@sure_option
@click.option("--why", is_flag=True, help="Below each event its words, what fired, and every mention with what joined it.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: a row an event, with all its mentions.")
@click.option(
    "--format", "form", type=click.Choice([*SHEETS, "parquet"]),
    help="Another project's columns; what they cannot hold is told on stderr. parquet needs -o.",
)
@click.option("--tension", is_flag=True, help="Scores between two actors a day, each as the sum of the rows below it.")
@click.option("--codebook", is_flag=True, help="Print the codebook (Markdown) instead; needs no page.")
def command(
    why: bool, as_json: bool, form: str | None, tension: bool, codebook: bool, reader: str | None, lexicon: Path | None,
    least: Confidence | None, corrections: Path | None, output: Path | None, **pages: Any,
) -> None:
    """Print the events that PATH... (files, folders, - or addresses) tell, story by story, each once.

    sure is how sure the coding is (--why gives the reasons). m/o/o counts mentions, outlets that carry it, and origins it is
    traced to. ~ before a day: no day is told beside the event, so it is that of the article.
    """
    if as_json and form is not None:
        raise BadOption(f"--json and --format {form} write two things; choose one")
    if codebook:
        write_out(written.write_codebook(load_lexicon(lexicon)), output)
        return
    reports = read_settled(reader=reader, lexicon=lexicon, corrections=corrections, **pages).reports
    tell_uncoded(reports)
    desk = load_desk(reader=reader, constructions=lexicon)
    if tension:
        if form is not None or why:
            raise BadOption("--tension goes with --json, --at-least and -o alone")
        scores, unscored = build_tension(reports, desk, least=least)
        told = written.write_tension_json(scores, reports) if as_json else written.write_tension_table(
            scores, reports, unscored, width=table_width(output),
        )
        write_out(told, output)
        return
    events = keep_sure(build_codings(reports, desk), least, desk)
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
