"""BYTES -> PAGES: paths, decoding, plain text, HTML, stated metadata, and files of many pages. No network."""

from copydesk.read.decode import decode
from copydesk.read.entries import Entry, Gap, Part, read_entry
from copydesk.read.formats import read_parts
from copydesk.read.page import Stated, read_page, read_text_page
from copydesk.read.pagefile import PageFile, Place
from copydesk.read.parcel import Parcel
from copydesk.read.paths import find_left_out, find_paths

__all__ = [
    "Entry",
    "Gap",
    "PageFile",
    "Parcel",
    "Part",
    "Place",
    "Stated",
    "decode",
    "find_left_out",
    "find_paths",
    "read_entry",
    "read_page",
    "read_parts",
    "read_text_page",
]
