"""Coded events for readers and for other projects' tools: tables, JSON Lines, POLECAT, GDELT, ACLED, Parquet, audit sheets."""

from copydesk.write.events.acled import write_acled
from copydesk.write.events.audit import draw_sample, read_sheet, write_precision, write_sheet
from copydesk.write.events.cameo import write_cameo
from copydesk.write.events.codebook import write_codebook
from copydesk.write.events.gdelt import write_gdelt_events, write_gdelt_mentions
from copydesk.write.events.losses import Loss, Sheet, write_losses
from copydesk.write.events.parquet import write_parquet
from copydesk.write.events.polecat import write_polecat
from copydesk.write.events.rows import EventRow, list_rows
from copydesk.write.events.table import write_events_json, write_events_table
from copydesk.write.events.tension import write_tension_json, write_tension_table

__all__ = [
    "EventRow", "Loss", "Sheet", "draw_sample", "list_rows", "read_sheet", "write_acled", "write_cameo", "write_codebook",
    "write_events_json", "write_events_table", "write_gdelt_events", "write_gdelt_mentions", "write_losses", "write_parquet",
    "write_polecat", "write_precision", "write_sheet", "write_tension_json", "write_tension_table",
]
