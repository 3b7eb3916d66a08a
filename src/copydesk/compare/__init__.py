"""ACROSS ARTICLES: stories, copies, renderings of one utterance, claims with their origins, and conflicts."""

from copydesk.compare.claims import compare_claims
from copydesk.compare.conflicts import compare_conflicts
from copydesk.compare.copies import compare_copies
from copydesk.compare.created import propose_created
from copydesk.compare.renderings import compare_renderings
from copydesk.compare.stories import compare_stories

__all__ = [
    "compare_claims", "compare_conflicts", "compare_copies", "compare_renderings", "compare_stories", "propose_created",
]
