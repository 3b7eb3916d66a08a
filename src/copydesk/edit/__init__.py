"""RECORD -> LINES: choose, order and word the lines of a brief, from the pages' own words."""

from copydesk.edit.lines import write_lines

__all__ = ["write_lines"]
