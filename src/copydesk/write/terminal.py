"""The brief on a terminal: wrapped, with colour where the terminal has it."""

from __future__ import annotations

import io

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from copydesk.write.changed import SINCE, UNCHANGED
from copydesk.write.sheet import FLAG, LEGEND, Sheet, SheetLine, SheetSection, head_left_out, write_marks

WIDEST = 100  # columns; longer rows are hard to follow with the eye


def write_terminal(sheet: Sheet, width: int | None = None) -> str:
    """The sheet with ANSI colour, wrapped to `width` columns (None: the terminal's own, at most WIDEST)."""
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, highlight=False, width=width)
    if width is None:
        console.width = min(console.width, WIDEST)
    console.print(Text(sheet.title, style="bold"))
    console.print(Text(sheet.as_of, style="dim"))
    _print_changes(console, sheet)
    for section in sheet.sections:
        _print_section(console, section, sheet)
    _print_evidence(console, sheet)
    _print_rest(console, sheet)
    return out.getvalue()


def _print_section(console: Console, section: SheetSection, sheet: Sheet) -> None:
    _print_heading(console, section.title)
    if section.remark:
        console.print(_row("", Text(section.remark, style="italic")))
    for line in section.lines:
        console.print(_row(str(line.number), _line(line)))
    if section.name == "coverage":
        unused = [f"- {one.why}: {' '.join(one.places)}" for one in sheet.unused]
        for sentence in filter(None, (*sheet.closing, head_left_out(sheet), *unused)):
            console.print(_row("", Text(sentence, style="dim")))


def _print_changes(console: Console, sheet: Sheet) -> None:
    if sheet.changes is None:
        return
    _print_heading(console, SINCE)
    if not sheet.changes:
        console.print(_row("", Text(UNCHANGED)))
    for group in sheet.changes:
        for change in group.told:
            console.print(_row("•", Text(f"{group.title}: {change}")))
        if group.more:
            console.print(_row("", Text(group.more, style="dim")))


def _print_rest(console: Console, sheet: Sheet) -> None:
    """The changes that did not stand before the brief."""
    rest = [f"{group.title}: {change}" for group in sheet.changes or () for change in group.rest]
    if rest:
        _print_heading(console, f"{SINCE}, the rest")
        for change in rest:
            console.print(_row("•", Text(change, style="dim")))


def _print_heading(console: Console, title: str) -> None:
    console.print(Padding(Text(title.upper(), style="bold cyan"), (1, 0, 0, 0)))


def _line(line: SheetLine) -> Text:
    told = Text(line.line.text)
    if line.kind:
        told.append(f" {line.kind}", style="italic magenta")
    if line.standing:
        told.append(f" {line.standing}", style="bold red")
    if line.counts:
        told.append(f" {line.counts}", style="green" if (line.line.traced_to or 0) > 1 else "yellow")
    if line.is_party:
        told.append(f" {FLAG}", style="bold red")
    told.append(f" {write_marks(line.notes)}", style="dim cyan")
    return told


def _row(mark: str, told: Text) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=3, justify="right", style="dim", no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(mark, told)
    return grid


def _print_evidence(console: Console, sheet: Sheet) -> None:
    if sheet.has_party:
        console.print(Padding(Text(LEGEND, style="dim"), (1, 0, 0, 0)))
    _print_heading(console, "Evidence")
    for leaf in sheet.leaves:
        address = f", {leaf.page.url}" if leaf.page.url else ""
        console.print(_row(leaf.letter, Text(f"{leaf.name}, {leaf.created}{address}", style="dim")))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style="dim cyan", no_wrap=True)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(ratio=1)
    for note in sheet.notes:
        grid.add_row(
            f"[{note.number}]", f"{note.leaf.letter}{note.row}", Text(" ".join(note.evidence.words.split())),
        )
    console.print(grid)
