"""`copydesk audit`: a seeded sample of coded events to be checked by hand, and the precision of a sheet filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import keep_sure, lexicon_option, read_settled, story_options, sure_option, tell_uncoded
from copydesk.cli.output import FILE, write_out
from copydesk.errors import BadOption
from copydesk.record import Confidence
from copydesk.run import build_codings, load_desk
from copydesk.write import events as written


@click.command("audit")
@click.argument("size", type=click.IntRange(min=1), metavar="[N]", required=False)
@story_options
@lexicon_option
@sure_option
@click.option("--seed", type=int, default=0, show_default=True, help="Draws another sample.")
@click.option("--filled", type=FILE, help="Read this sheet back and print precision with its 95 % interval; needs no page.")
def command(
    size: int | None, seed: int, filled: Path | None, reader: str | None, lexicon: Path | None, least: Confidence | None,
    corrections: Path | None, output: Path | None, **pages: Any,
) -> None:
    """Draw N of the events that PATH... tell as a CSV sheet, the sentence beside each row, to be judged by hand.

    Fill in y or n in the columns that end in _right (nothing where it cannot be told), then give the sheet with --filled.
    """
    if filled is not None:
        try:
            text = filled.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as fault:
            raise BadOption(f"{filled}: cannot be read as UTF-8 text ({fault})") from fault
        write_out(written.write_precision(written.read_sheet(text)), output)
        return
    if size is None:
        raise BadOption("how many events? copydesk audit 50 PATH..., or --filled SHEET.csv")
    reports = read_settled(reader=reader, lexicon=lexicon, corrections=corrections, **pages).reports
    tell_uncoded(reports)
    desk = load_desk(reader=reader, constructions=lexicon)
    sample = written.draw_sample(keep_sure(build_codings(reports, desk), least, desk), size, seed)
    write_out(written.write_sheet(sample), output)
    click.echo(f"copydesk: {len(sample)} events drawn with seed {seed}", err=True)
