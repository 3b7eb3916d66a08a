"""The brief as plain text: no colour, no wrapping, one line a line."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.write.changed import SINCE, UNCHANGED, ChangeGroup
from copydesk.write.sheet import LEGEND, Sheet, SheetLine, head_left_out, write_marks


def write_text(sheet: Sheet) -> str:
    """The whole sheet as plain text, each line ended."""
    return "\n".join(_rows(sheet)).rstrip("\n") + "\n"


def write_tail(line: SheetLine) -> str:
    """"judgement · carried by 2, traced to 1 ⚑ [1, 4-6]"."""
    counts = " ".join(part for part in (line.counts, "⚑" if line.is_party else "") if part)
    told = " · ".join(part for part in (line.kind, line.standing, counts) if part)
    return " ".join(part for part in (told, write_marks(line.notes)) if part)


def _rows(sheet: Sheet) -> Iterator[str]:
    yield sheet.title
    yield sheet.as_of
    if sheet.changes is not None:
        yield from ("", SINCE.upper(), *_changes(sheet.changes))
    for section in sheet.sections:
        yield from ("", section.title.upper())
        if section.remark:
            yield f"   {section.remark}"
        for line in section.lines:
            yield f"{line.number:2} {line.line.text} {write_tail(line)}"
        if section.name == "coverage":
            yield from (f"   {sentence}" for sentence in sheet.closing)
            yield from (f"   {head}" for head in (head_left_out(sheet),) if head)
            yield from (f"     {one.why}: {' '.join(one.places)}" for one in sheet.unused)
    if sheet.has_party:
        yield from ("", LEGEND)
    yield from ("", "EVIDENCE (page, line of the page, exact words)")
    for leaf in sheet.leaves:
        yield f"{leaf.letter} = {leaf.name}, {leaf.created}{', ' + leaf.page.url if leaf.page.url else ''}"
    for note in sheet.notes:
        yield f"[{note.number}] {note.leaf.letter}{note.row} {' '.join(note.evidence.words.split())}"
    rest = [group for group in sheet.changes or () if group.rest]
    if rest:
        yield from ("", f"{SINCE}, the rest".upper())
        yield from (f"  - {group.title}: {change}" for group in rest for change in group.rest)


def _changes(groups: tuple[ChangeGroup, ...]) -> Iterator[str]:
    if not groups:
        yield f"   {UNCHANGED}"
    for group in groups:
        yield from (f"  - {group.title}: {change}" for change in group.told)
        if group.more:
            yield f"    {group.more}"
