"""PAGE -> ARTICLES: label each block; headline, byline, dateline, timestamp, credits; split off cards."""

from copydesk.clean.articles import find_articles

__all__ = ["find_articles"]
