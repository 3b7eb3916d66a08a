"""One story as tables: when, what is awaited, what its pages share and where they part, what an edition changed."""

from copydesk.write.story.comparison import write_comparison_csv, write_comparison_json, write_comparison_table
from copydesk.write.story.difference import write_difference_json, write_difference_table
from copydesk.write.story.timeline import write_timeline_csv, write_timeline_json, write_timeline_table
from copydesk.write.story.watchlist import write_watchlist_csv, write_watchlist_json, write_watchlist_table

__all__ = [
    "write_comparison_csv", "write_comparison_json", "write_comparison_table", "write_difference_json",
    "write_difference_table", "write_timeline_csv", "write_timeline_json", "write_timeline_table", "write_watchlist_csv",
    "write_watchlist_json", "write_watchlist_table",
]
