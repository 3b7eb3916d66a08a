"""RECORD -> READER: the brief in its forms, what is behind a line, and tables of what was read."""

from copydesk.write.blocks import write_blocks
from copydesk.write.brief import write_brief
from copydesk.write.changed import Changed
from copydesk.write.explain import write_explanation
from copydesk.write.reports import write_report_table

__all__ = ["Changed", "write_blocks", "write_brief", "write_explanation", "write_report_table"]
