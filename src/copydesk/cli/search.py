"""`copydesk search`: words in all that the ledger holds, in any script."""

from __future__ import annotations

from pathlib import Path

import click

from copydesk.cli.keeping import check_day, ledger_option, open_kept
from copydesk.cli.output import FILE, table_width, write_out
from copydesk.write import kept as written


@click.command("search")
@click.argument("words", nargs=-1, metavar="WORDS")
@ledger_option
@click.option("--by", metavar="NAME", help="Only what a speaker says whose name or body has these words.")
@click.option(
    "--kind", type=click.Choice(["article", "statement", "quote", "event"]), help="Only these; a quote is verbatim.",
)
@click.option("--story", "named", metavar="STORY", help="Only in this story: number, id, or how its id begins.")
@click.option("--since", metavar="DATE", help="Only in articles of this day or later.")
@click.option("--earlier", is_flag=True, help="Also on pages that a later one has superseded.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: a row a finding, with page, line, offsets and exact words.")
@click.option("-o", "--output", type=FILE, help="Write to this file.")
def command(
    words: tuple[str, ...], address: str, by: str | None, kind: str | None, named: str | None, since: str | None,
    earlier: bool, limit: int, as_json: bool, output: Path | None,
) -> None:
    """Find WORDS, all of them, in articles, statements, quotations and events; words in quotation marks stand together.

    Case and marks make no difference; a last * stands for any ending; Chinese, Japanese and Thai are found by their letters.
    """
    from copydesk.store import Asked, find_story, list_judgements, search

    check_day("--since", since)
    ledger = open_kept(address)
    asked = " ".join(f'"{word}"' if " " in word else word for word in words)
    with ledger.reading() as connection:
        story = find_story(connection, named).id if named is not None else None
        findings = search(connection, Asked(
            words=asked, by=by, kind=kind, story_id=story, since=since, earlier=earlier, limit=limit,  # type: ignore[arg-type]
        ))
        grades = {one.cells["outlet"]: one.cells["grade"] for one in list_judgements(connection) if one.kind == "grade"}
    ledger.close()
    if as_json:
        told = written.write_findings_json(findings)
        if told or output is not None:
            write_out(told, output)
    else:
        write_out(written.write_findings_table(findings, grades, width=table_width(output)), output)
    for told in written.tell_left_out(findings):
        click.echo(f"copydesk: {told}", err=True)
