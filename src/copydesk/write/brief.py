"""A story's brief in the form that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from copydesk.errors import BadOption
from copydesk.record import Story
from copydesk.record.codec import write_json
from copydesk.write.changed import Changed
from copydesk.write.markdown import write_markdown
from copydesk.write.plain import write_text
from copydesk.write.sheet import lay_out

if TYPE_CHECKING:
    from copydesk.write.pictures import Album

Form = Literal["text", "terminal", "markdown", "html", "json"]


def write_brief(
    story: Story, *, form: Form | str = "text", width: int | None = None, changes: Sequence[Changed] | None = None,
    pictures: bool = False, album: Album | None = None,
) -> str:
    """The brief of a story whose lines are written.

    form: text (plain, unwrapped), terminal (colour, wrapped to `width` columns or the terminal's own), markdown, html
    (one self-contained page), json (the whole record). changes: what changed since an earlier edition.
    pictures: in html, with the story's pictures in the page. album: in markdown, pictures that lie beside it, to be linked.
    Raises BadOption for any other form, and for pictures where the libraries that draw them are not installed.
    """
    if pictures and form != "html":
        raise BadOption(f"form {form!r} has no room for pictures: they are for html")
    if form == "json":
        return write_json(story, indent=1) + "\n"
    sheet = lay_out(story, changes)
    if form == "text":
        return write_text(sheet)
    if form == "markdown":
        return write_markdown(sheet, album)
    if form == "terminal":
        from copydesk.write.terminal import write_terminal

        return write_terminal(sheet, width)
    if form == "html":
        from copydesk.write.html import write_html

        return write_html(story, sheet, pictures=pictures)
    raise BadOption(f"form {form!r} is none of text, terminal, markdown, html, json")
