"""WHO DID WHAT: PLOVER coding: clauses, verbs, actors, recipients, status, quantities."""

from copydesk.events.actors import code_actor
from copydesk.events.coding import code_events

__all__ = ["code_actor", "code_events"]
