"""The brief as Markdown: evidence as numbered links to a list at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copydesk.write.changed import SINCE, UNCHANGED, ChangeGroup
from copydesk.write.sheet import FLAG, LEGEND, Note, Sheet, SheetLine, head_left_out

if TYPE_CHECKING:
    from copydesk.write.pictures import Album

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_OPENING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def write_markdown(sheet: Sheet, album: Album | None = None) -> str:
    """The whole sheet as Markdown; what comes from pages is escaped. album: pictures that lie beside, to be linked."""
    return "\n".join(_rows(sheet, album)).rstrip("\n") + "\n"


def escape(words: str) -> str:
    """Words that Markdown shows as they are, on one line."""
    return _OPENING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(words.split())))


def _rows(sheet: Sheet, album: Album | None) -> Iterator[str]:
    yield from (f"# {escape(sheet.title)}", "", f"*{escape(sheet.as_of)}*")
    if sheet.changes is not None:
        yield from ("", f"## {SINCE}", "", *_changes(sheet.changes))
    for section in sheet.sections:
        yield from ("", f"## {section.title}", "")
        if section.remark:
            yield from (f"*{section.remark}*", "")
        for line in section.lines:
            yield f"{line.number}. {_line(line)}"
        if section.name == "coverage":
            yield from ("", *(f"- {escape(sentence)}" for sentence in sheet.closing))
            yield from (f"- {head}" for head in (head_left_out(sheet),) if head)
            yield from (f"  - {escape(one.why)}: {' '.join(one.places)}" for one in sheet.unused)
    if sheet.has_party:
        yield from ("", f"{LEGEND}.")
    if album:
        yield from ("", "## Pictures", "", *_pictures(album))
    yield from ("", "## Evidence", "")
    for leaf in sheet.leaves:
        address = f", <{leaf.page.url}>" if leaf.page.url and leaf.page.url.startswith(("http://", "https://")) else ""
        yield f"- **{leaf.letter}** {escape(leaf.name)}, {leaf.created}{address}"
    yield ""
    yield from (_note(note) for note in sheet.notes)
    rest = [group for group in sheet.changes or () if group.rest]
    if rest:
        yield from ("", f"## {SINCE}, the rest", "")
        yield from (f"- {group.title}: {escape(change)}" for group in rest for change in group.rest)


def _changes(groups: tuple[ChangeGroup, ...]) -> Iterator[str]:
    if not groups:
        yield UNCHANGED
    for group in groups:
        yield from (f"- {group.title}: {escape(change)}" for change in group.told)
        if group.more:
            yield f"- {group.more}"


def _pictures(album: Album) -> Iterator[str]:
    for plate in album.plates:
        address = f"<{album.folder}/{plate.kind}.svg>"
        yield from (f"[![{escape(plate.title)}]({address})]({address})", "")
    yield from (f"- {sentence}" for sentence in album.missing)


def _line(line: SheetLine) -> str:
    counts = " ".join(part for part in (line.counts, FLAG if line.is_party else "") if part)
    told = " · ".join(part for part in (line.kind, line.standing, counts) if part)
    marks = " ".join(f"[[{note.number}]](#e{note.number})" for note in line.notes)
    return " ".join(part for part in (escape(line.line.text), f"*{told}*" if told else "", marks) if part)


def _note(note: Note) -> str:
    return (
        f'- <a id="e{note.number}"></a>[{note.number}] {note.leaf.letter}, line {note.row}: '
        f"{escape(note.evidence.words)}"
    )
