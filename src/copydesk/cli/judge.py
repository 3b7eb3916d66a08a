"""`copydesk judge`: a person's judgements, kept with name and time, undone by another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from copydesk.cli.keeping import check_day, ledger_option, now, open_kept, own_version
from copydesk.cli.options import READER
from copydesk.cli.output import write_out
from copydesk.errors import BadOption
from copydesk.record.kept import Judgement
from copydesk.write import kept as written

if TYPE_CHECKING:
    from copydesk.store import Ledger

_LISTING, _IMPORT = "list", "import"


@click.command("judge")
@click.argument("kind", metavar="KIND")
@click.argument("given", nargs=-1, metavar="[WHAT...]")
@ledger_option
@click.option("--by", metavar="NAME", envvar="COPYDESK_NAME", help="Who judges (also COPYDESK_NAME).")
@click.option("--why", metavar="WORDS", help="Why.")
@click.option("--on", "happened_at", metavar="TIME", help="When it was judged, where that was not now: ISO 8601.")
@click.option("--headline", metavar="WORDS", help="not-article: only the card of this headline.")
@click.option("--quote", metavar="WORDS", help="speaker: only where the words said hold these.")
@click.option("--called", metavar="NAME", help="apart: the full name, where you know it.")
@click.option("--beside", metavar="WORDS", help="who: only on a line with these words.")
@click.option("--all", "every", is_flag=True, help="list: also those undone, and what undid them.")
@click.option("--json", "as_json", is_flag=True, help="list: JSON Lines.")
@READER
def command(
    kind: str, given: tuple[str, ...], address: str, by: str | None, why: str | None, happened_at: str | None,
    every: bool, as_json: bool, reader: str | None, **more: str | None,
) -> None:
    """Write down a judgement and build the stories it changes; `judge list` lists them, `judge undo ID` takes one back.

    \b
    outlet PAGE NAME         created PAGE DATE         not-article PAGE
    speaker PAGE WORDS NAME  who PAGE WORDS NAME       apart PAGE NAME
    same NAME NAME...        merge STORY STORY         split PAGE...
    star, tag, note STORY|PAGE [WORDS]                 grade OUTLET A-F
    reviewed STORY           undo ID                   import FILE.toml   list
    """
    check_day("--on", happened_at)
    if kind == _LISTING:
        _list(address, every=every, as_json=as_json)
        return
    from copydesk.run.ledgers import KINDS, Verdict, judge, judge_correction

    if kind not in (*KINDS, _IMPORT):
        raise BadOption(f"judge {kind}: there are {', '.join((*KINDS, _IMPORT, _LISTING))}")
    if not by:
        raise BadOption("who judges? name yourself with --by, or COPYDESK_NAME")
    at = now()
    verdict = Verdict(by=by, why=why, happened_at=happened_at or at, at=at)
    ledger = open_kept(address, quiet=True)
    with ledger.writing() as connection:
        if kind == _IMPORT:
            from copydesk.run import load_corrections

            if len(given) != 1:
                raise BadOption("judge import takes one corrections file")
            kept = [judge_correction(connection, row, verdict) for row in load_corrections(Path(given[0]))]
        else:
            cells = {name: cell for name, cell in more.items() if cell is not None}
            kept = [judge(connection, kind, given, verdict, cells)]
    for one in kept:
        click.echo(f"{one.id}  {one.told}")
    _rebuild(ledger, reader)
    ledger.close()


def _rebuild(ledger: Ledger, reader: str | None) -> None:
    """Build what hangs on the judgement, and say what became of which story; nothing is loaded where nothing does."""
    from copydesk.store import is_stale

    with ledger.reading() as connection:
        stale = is_stale(connection)
    if stale:
        from copydesk.run import load_desk
        from copydesk.run.ledgers import rebuild

        for one in rebuild(ledger, load_desk(reader=reader), version=own_version(reader), at=now()):
            click.echo(f"{one.what:<9}  {one.story_id}{f' into {one.into}' if one.into else ''}  “{one.title}”")


def _list(address: str, *, every: bool, as_json: bool) -> None:
    from copydesk.run.ledgers import find_idle
    from copydesk.store import find_undone, list_judgements, load_state

    ledger = open_kept(address)
    with ledger.reading() as connection:
        listed: tuple[Judgement, ...] = list_judgements(connection, every=every)
        undone = find_undone(list_judgements(connection, every=True))
        idle = find_idle(load_state(connection))
    ledger.close()
    write = written.write_judgements_json if as_json else written.write_judgements_table
    write_out(write(listed, undone, idle), None)


