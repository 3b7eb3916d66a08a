"""RECORD -> READER: the brief in its forms, what is behind a line, and tables of what was read, when, where and who."""

from copydesk.write.blocks import write_blocks
from copydesk.write.brief import write_brief
from copydesk.write.changed import Changed
from copydesk.write.explain import write_explanation
from copydesk.write.quotes import write_quotes_csv, write_quotes_json, write_quotes_table
from copydesk.write.reports import write_report_table
from copydesk.write.when import write_times_json, write_times_table
from copydesk.write.where import write_places_geojson, write_places_json, write_places_table
from copydesk.write.who import write_cast_json, write_cast_table

__all__ = [
    "Changed", "write_blocks", "write_brief", "write_cast_json", "write_cast_table", "write_explanation",
    "write_places_geojson", "write_places_json", "write_places_table", "write_quotes_csv", "write_quotes_json",
    "write_quotes_table", "write_report_table", "write_times_json", "write_times_table",
]
