"""BYTES -> PAGES: paths, decoding, plain text, HTML, stated metadata. One page at a time, no network."""

from copydesk.read.page import read_page, read_text_page
from copydesk.read.paths import find_left_out, find_paths

__all__ = ["find_left_out", "find_paths", "read_page", "read_text_page"]
