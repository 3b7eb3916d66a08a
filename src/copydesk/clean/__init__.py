"""PAGE -> ARTICLES: label each block; headline, byline, dateline, timestamp, credits; split off cards."""

from copydesk.clean.articles import find_articles
from copydesk.clean.why import explain_blocks

__all__ = ["explain_blocks", "find_articles"]
