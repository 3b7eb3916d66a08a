"""What a ledger holds, for a reader: its stories, what was found in it, judgements, history."""

from copydesk.write.kept.findings import tell_left_out, write_findings_json, write_findings_table
from copydesk.write.kept.judgements import (
    write_history_json,
    write_history_table,
    write_judgements_json,
    write_judgements_table,
)
from copydesk.write.kept.stories import Listed, gather_stories, write_stories_json, write_stories_table

__all__ = [
    "Listed", "gather_stories", "tell_left_out", "write_findings_json", "write_findings_table", "write_history_json",
    "write_history_table", "write_judgements_json", "write_judgements_table", "write_stories_json", "write_stories_table",
]
