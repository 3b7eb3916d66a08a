"""KEEPING: a ledger in a SQLite file or on a PostgreSQL server; captures, reports, stories, judgements, search.

Everything but opening takes a connection: `with ledger.reading() as connection`. Nothing here reads a clock.
"""

from sqlalchemy import Connection

from copydesk.store.backup import back_up, check_whole, restore
from copydesk.store.captures import (
    Capture,
    Kept,
    KeptCapture,
    keep_capture,
    list_unread,
    load_capture,
    to_utc,
)
from copydesk.store.counting import count_rebuilt, read_counts
from copydesk.store.editions import (
    end_story,
    find_story,
    keep_edition,
    keep_fingerprint,
    list_edition_changes,
    list_stories,
    load_edition,
    place_articles,
)
from copydesk.store.history import last_number, list_changes, note
from copydesk.store.judgements import UNDO, find_judgement, find_undone, keep_judgement, list_judgements
from copydesk.store.opening import Ledger, open_ledger
from copydesk.store.page_rows import PageRow, find_page, list_pages
from copydesk.store.readings import PageReading, keep_reading, report_id, settle_places
from copydesk.store.search import Asked, search
from copydesk.store.state import State, is_stale, keep_rereading, keep_settled, load_state
from copydesk.store.versions import keep_version, load_versions

__all__ = [
    "UNDO", "Asked", "Capture", "Connection", "Kept", "KeptCapture", "Ledger", "PageReading", "PageRow", "State", "back_up",
    "check_whole", "count_rebuilt", "end_story", "find_judgement", "find_page", "find_story", "find_undone", "is_stale",
    "keep_capture", "keep_edition", "keep_fingerprint", "keep_judgement", "keep_reading", "keep_rereading", "keep_settled",
    "keep_version", "last_number", "list_changes", "list_edition_changes", "list_judgements", "list_pages", "list_stories",
    "list_unread", "load_capture", "load_edition", "load_state", "load_versions", "note", "open_ledger", "place_articles",
    "read_counts", "report_id", "restore", "search", "settle_places", "to_utc",
]
