"""What invented outlets call their elements: class and id words by concept, in the manners of several kinds of site.

All of it written here. One page keeps to one manner and to one word a concept, as sites do; some manners say nothing at
all (hashes, utility classes, none), and some words mislead: a body inside "page-with-sidebar", a paragraph called "widget".
"""

from __future__ import annotations

import random

CONCEPTS = {
    "page": "page site wrapper root app layout shell document outer",
    "top": "header site-header masthead topbar page-header banner global-header nav-bar",
    "nav": "nav main-nav menu navigation primary-menu nav-links sections hamburger-menu",
    "column": "content main main-column col-8 primary left-col grid-main article-wrap center-stage row container",
    "article": "article story post entry single-article article-page news-item hentry node",
    "head": "article-header story-head entry-header post-top head article-top intro-block header-content",
    "title": "headline title entry-title article-title post-title story-title heading page-title",
    "deck": "standfirst dek subtitle summary deck lead article-intro sub-headline excerpt teaser-text kicker-text description",
    "meta": "meta byline-wrap article-meta entry-meta info details post-info article-info publish-info",
    "byline": "byline author author-name writer contributor by reporter posted-by credits-line name",
    "time": "timestamp date pubdate published post-date entry-date time article-date dateline updated",
    "section": "section category kicker eyebrow label tag topic rubric breadcrumb",
    "share": "share sharing social share-bar social-links tools article-actions toolbar share-buttons",
    "figure": "image figure photo media lead-media picture article-image img-wrap featured-image asset wp-caption",
    "caption": "caption figcaption image-caption photo-text cutline media-caption wp-caption-text img-desc legend image-text",
    "credit": "credit photographer image-source attribution photo-credit source copyright rights",
    "body": "article-body story-body entry-content post-content article-content body content article-text text body-text "
            "story-content rich-text copy main-text articlebody prose field-item",
    "block": "paragraph text-block block module component text-component section-text para body-block element row",
    "quote": "pullquote pull-quote quote blockquote highlight-quote callout",
    "related": "related read-more also-read related-links more-on see-also inline-link in-article-link recommended promo-link "
               "related-story further-reading link-box aside-link",
    "newsletter": "newsletter signup newsletter-box subscribe-box email-form inline-signup subscription promo",
    "advert": "ad advert ads ad-slot advertisement banner-ad sponsor dfp",
    "embed": "twitter-tweet twitter-tweet instagram-media tiktok-embed fb-post reddit-embed bluesky-embed",
    "bio": "author-bio bio about-author author-box author-info contributor-card profile writer-note author-desc",
    "tags": "tags topics tag-list keywords article-tags filed-under post-tags categories",
    "note": "note editors-note correction clarification article-note footnote disclaimer-note update-note",
    "comments": "comments discussion disqus comment-list replies conversation reader-comments",
    "cards": "more-stories latest-news story-list river teaser-list recommended card-list most-popular trending collection",
    "card": "card teaser story-card promo item tile story-item list-item post-preview article-card",
    "side": "sidebar rail aside right-col widget-area secondary side-column right-rail",
    "widget": "widget box module panel block side-box section-box",
    "footer": "footer site-footer page-footer colophon bottom foot footer-links",
    "cookie": "cookie-banner consent gdpr cookie-notice privacy-popup notice overlay",
    "paywall": "paywall subscribe-wall gateway offer meter regwall premium-box",
    "live": "live-blog live-entries liveblog updates timeline posts-stream",
    "entry": "live-post entry update live-update post key-event",
    "video": "video video-player media-embed player video-box embed-wrap",
    "list": "list checklist benefits items list-unstyled bullets",
    "unseen": "visually-hidden sr-only screen-reader-text a11y offscreen",
    "gallery": "gallery slideshow photo-list slides carousel images",
}
FOREIGN = frozenset(("embed",))  # named by another site, whatever the manner of this one
MISLEADING = (
    "with-sidebar", "has-promo", "no-ads", "paywall", "premium", "module", "widget", "card", "share-enabled", "related-on",
    "gated-content", "js-comments", "social-ready", "banner-off", "media", "author-page", "tools", "summary", "speakable",
)
UTILITIES = (
    "mt-4", "mb-2", "flex", "px-4", "text-lg", "w-full", "max-w-2xl", "mx-auto", "grid", "gap-2", "leading-7", "relative",
    "row",
)
PREFIXES = ("c", "o", "m", "tm", "nw", "ssrc", "pb", "td", "x", "site", "hg", "lx")
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
MANNERS = ("plain", "plain", "plain", "block", "camel", "module", "module", "hash", "hash", "utility", "none", "prefix")


class Names:
    """Class words for one page. manner: how the site writes them; misled: share of elements with a word that misleads."""

    def __init__(self, seed: random.Random) -> None:
        self.seed, self.manner = seed, seed.choice(MANNERS)
        self.words = {concept: seed.choice(words.split()) for concept, words in CONCEPTS.items()}
        self.prefix, self.misled = seed.choice(PREFIXES), seed.choice((0, 0, 0.03, 0.1))
        self.hashes = {concept: self._hash(seed.randint(5, 7)) for concept in CONCEPTS}
        self.silent = {concept for concept in CONCEPTS if seed.random() < seed.choice((0.05, 0.3))}

    def of(self, concept: str) -> str:
        """The attributes of an element of that concept: ` class="..."`, at times ` id="..."`, or nothing."""
        words = self.words[concept] if concept in FOREIGN else self._written(concept)
        if self.seed.random() < self.misled:
            words = f"{words} {self.seed.choice(MISLEADING)}".strip()
        if self.manner == "plain" and self.seed.random() < 0.05:
            return f' id="{words.replace(" ", "-")}-{self.seed.randint(1, 99999)}"' if words else ""
        return f' class="{words}"' if words else ""

    def _written(self, concept: str) -> str:
        word = self.words[concept]
        if concept in self.silent and self.manner in ("plain", "block", "prefix"):
            return ""
        head, *rest = word.split("-")
        place = "page" if concept in ("page", "top", "footer", "side", "cookie") else "article"
        written = {
            "plain": word, "block": f"{place}__{word}", "camel": head + "".join(part.title() for part in rest),
            "module": f"{word.title().replace('-', '')}_{head}__{self.hashes[concept][:5]}",
            "hash": f"sc-{self.hashes[concept]} {self.hashes[concept][::-1]}",
            "utility": " ".join(self.seed.sample(UTILITIES, 3)), "prefix": f"{self.prefix}-{word}", "none": "",
        }
        return written[self.manner]

    def _hash(self, count: int) -> str:
        return "".join(self.seed.choice(LETTERS) for _ in range(count))
