"""The brief as one HTML page that needs nothing else: the lines, and beside them their evidence in its page."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from copydesk.record import Story
from copydesk.write.changed import SINCE, UNCHANGED
from copydesk.write.proof import find_proofs
from copydesk.write.sheet import Note, Sheet, SheetLine, head_left_out

FOLDER = Path(__file__).parent / "templates"


def write_html(story: Story, sheet: Sheet, *, pictures: bool = False) -> str:
    """One self-contained page: own style and script inside it, nothing fetched, every word of a page escaped.

    pictures: with those of the story, linked to the evidence in the page. Raises BadOption where nothing can draw them.

    Its content security policy names the two hashes of that style and script, so that nothing else can run.
    """
    style, script = _read("brief.css"), _read("brief.js")
    proofs = find_proofs(story, sheet)
    rows = {f"{proof.leaf.letter}{block.row}" for proof in proofs for block in proof.blocks}
    album = None
    if pictures:
        from copydesk.write.pictures import draw_album, link_to_brief, write_style

        album = draw_album(story, link=link_to_brief(sheet, proofs), inline=True)
        style += write_style(standing_alone=False)
    return _template().render(
        sheet=sheet, album=album, proofs=proofs, rows=rows, style=style, script=script,
        style_hash=_hash(style), script_hash=_hash(script), by_page=_by_page, origins=_origins,
        head_left_out=head_left_out, since=SINCE, unchanged=UNCHANGED,
        rest=[group for group in sheet.changes or () if group.rest],
    )


def _by_page(line: SheetLine) -> list[tuple[str, list[Note]]]:
    """The line's notes grouped by the letter of their page, in the order of the numbers."""
    notes = sorted(line.notes, key=lambda note: (note.leaf.letter, note.number))
    return [(letter, list(group)) for letter, group in groupby(notes, key=lambda note: note.leaf.letter)]


def _origins(line: SheetLine) -> str:
    """The style class of a line's count of origins: none, one or several."""
    traced = line.line.traced_to
    return "none" if traced is None else "one" if traced == 1 else "several"


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("brief.html.j2")
