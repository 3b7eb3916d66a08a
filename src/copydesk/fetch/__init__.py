"""ADDRESSES -> BYTES: the one guarded client. No other room opens a connection (tests/house/test_layers.py)."""

from copydesk.fetch.client import Client, Fetched
from copydesk.fetch.clock import Clock, SystemClock
from copydesk.fetch.keeping import Keeping
from copydesk.fetch.rules import FetchRules

__all__ = ["Client", "Clock", "FetchRules", "Fetched", "Keeping", "SystemClock"]
