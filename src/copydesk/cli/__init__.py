"""TYPING IT: one small file per command, loaded only when it is called, so that `copydesk --help` answers at once."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from copydesk.errors import CopydeskError

# name of the command -> what it does, in one line; the file of the same name holds it.
COMMANDS = {
    "brief": "Write the brief of the story that the given pages tell.",
    "read": "Print what each article reports.",
    "clean": "Show each block of a page with its role.",
    "when": "Print every time said on the pages, what it was resolved to, and why.",
    "where": "Print every place named on the pages, where it lies, and why.",
    "who": "Print whom the pages speak of, with every mention and why.",
    "quotes": "Print who said what, to whom and through whom; of one speaker, or about somebody.",
    "code": "Print what happened as PLOVER codes it, each event once, in tables of several projects.",
    "audit": "Draw coded events to be checked by hand, and tell the precision of a filled sheet.",
    "compare": "Print which page tells what, where they part, who copied whom, and who is said to know.",
    "timeline": "Print a story by the days that its pages name.",
    "watchlist": "Print what is expected by when, what came of it, and what the pages leave open.",
    "picture": "Draw a story: its timeline, map, tension or network, as SVG or PNG.",
    "diff": "Print what a newer edition of a story has otherwise than an older one.",
    "explain": "Show what is behind a line of a brief.",
    "add": "Add pages to the ledger: captured, read, and told as stories that keep their ids.",
    "stories": "List the ledger's stories and what changed in them.",
    "search": "Find words in the ledger's articles, statements, quotations and events, in any script.",
    "judge": "Keep a judgement of yours in the ledger, list them, undo one.",
    "history": "Print everything that happened to the ledger, in order.",
    "backup": "Copy the ledger to a file.",
    "restore": "Put the ledger back from a copy.",
}


class Commands(click.Group):
    """A group whose commands are imported when they are called, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table above."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"copydesk.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table above, without importing a single command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="copydesk", message="%(prog)s %(version)s")
def group() -> None:
    """One sourced record of a developing story, from the pages that many outlets publish about it.

    Exit status: 0 done; 1 a fault of copydesk; 2 the input or an option cannot be used; 3 the installation is damaged;
    4 a rule of copydesk was broken (please report it). A page that cannot be read is no failure: it is listed with its
    reason and the others go through.
    """


def main() -> None:
    """The command `copydesk`: runs it and turns errors of copydesk into one clear line on stderr."""
    try:
        group.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except CopydeskError as fault:
        click.echo(f"copydesk: {fault}", err=True)
        sys.exit(fault.exit_status)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; there is nobody left to tell
        sys.exit(0)
