"""A story as pictures: when, where, who against whom, who did what to whom."""

from copydesk.write.pictures.album import KINDS, NOTHING, Album, draw_album, draw_story
from copydesk.write.pictures.links import Link, link_to_brief, link_to_pages, link_to_words
from copydesk.write.pictures.palette import write_style
from copydesk.write.pictures.rendering import render_png, render_svg

__all__ = [
    "KINDS", "NOTHING", "Album", "Link", "draw_album", "draw_story", "link_to_brief", "link_to_pages", "link_to_words",
    "render_png", "render_svg", "write_style",
]
