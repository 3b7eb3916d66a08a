"""`copydesk picture`: a story as one picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.output import write_out
from copydesk.cli.told import read_told, told_options
from copydesk.errors import BadOption

_KINDS = ("timeline", "map", "tension", "network")  # as copydesk.write.pictures.KINDS, which is loaded when it is drawn


@click.command("picture")
@click.argument("kind", type=click.Choice(_KINDS))
@told_options
@click.option("--brief", metavar="ADDRESS", help="Link the evidence to this brief, as `brief --html` writes it.")
def command(kind: str, brief: str | None, output: Path | None, **told: Any) -> None:
    """Draw the story that PATH... (files, folders, addresses, - or one story file) tell.

    SVG to stdout, or to the file of -o, whose ending says which: .svg or .png. Evidence is linked to the address of its page.
    """
    from copydesk.write import pictures

    ending = output.suffix.lower() if output else ".svg"
    if ending not in (".svg", ".png"):
        raise BadOption(f"-o {output}: a picture is written as .svg or .png")
    stories = read_told(**told)
    if len(stories) > 1:
        raise BadOption("a picture shows one story; name it with --story instead of --all")
    link = pictures.link_to_words(stories[0], brief=brief, is_html=True) if brief else None
    drawing = pictures.draw_story(stories[0], kind, link=link)
    if drawing is None:
        raise BadOption(f"there is no {kind} to draw: {pictures.NOTHING[kind]}")
    write_out(pictures.render_png(drawing) if ending == ".png" else pictures.render_svg(drawing), output)
