"""Invented outlets' pages as HTML, with a role for each line: what the labeller of blocks in markup learns from.

A page is a frame (top, columns, foot), a head, a body in one of several builds, what intrudes into it, and a tail; each
part is built in one of many ways. No page of a real outlet is among them.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable

from training import page_phrases as phrases
from training.markup_body import Body
from training.markup_parts import BOLD, LINK
from training.page_layouts import Story

BRIEF_SHARE = 0.08  # of the pages made: pages of a few lines
PUBLISHED = '<meta property="article:published_time" content="2020-02-03T10:00:00Z">'


class MarkupMaker:
    """Makes pages one after another from a seed."""

    def __init__(self, stories: list[Story], seed: int) -> None:
        self.stories, self.seed = stories, random.Random(seed)
        texts = " ".join(paragraph for story in stories for paragraph in story.paragraphs)
        self.words = sorted(set(re.findall(r"\b[a-z]{4,11}\b", texts)))

    def make(self) -> tuple[str, list[tuple[str, str]]]:
        """The HTML of one page, and (text, label) of its lines in reading order."""
        page = _Page(self.stories, self.words, self.seed)
        return page.brief() if page.chance(BRIEF_SHARE) else page.write()


class _Page(Body):
    """One page from top to foot."""

    def __init__(self, stories: list[Story], words: list[str], seed: random.Random) -> None:
        super().__init__(stories, words, seed)
        self.headline = self.story.title.rstrip(".") if self.chance(0.6) else self.pick(phrases.HEADLINES)
        self.standfirst = self.pick(phrases.STANDFIRST) if self.chance(0.6) else self.sentence(self.story)

    def write(self) -> tuple[str, list[tuple[str, str]]]:
        """The page from top to foot."""
        sheet = self.sheet
        if self.chance(0.25):
            self._cookies()
        with self.box("div" if self.chance(0.7) else "", "page"):
            if self.chance(0.9):
                self._top()
            with self.box(self.any(self.tag("main"), "div", ""), "column"):
                side_first = self.chance(0.08)
                if side_first:
                    self._side()
                if self.chance(0.1):
                    self.stray()
                with self.box(self.any(self.tag("article"), self.tag("article"), "div", "section", ""), "article"):
                    self._article()
                    for _ in range(self.seed.choice((0, 0, 1, 2))):
                        self.cards()
                if not side_first and self.chance(0.55):
                    self._side()
                for _ in range(self.seed.choice((0, 0, 1, 1, 2))):
                    self.cards()
                for _ in range(self.seed.choice((0, 0, 1, 2))):
                    self.stray()
            if self.chance(0.9):
                self._foot()
            if self.chance(0.2):
                self.stray()
        meta = PUBLISHED
        if self.chance(0.7):
            meta += f'<meta property="og:title" content="{html.escape(self.headline)}">'
        if self.chance(0.6):
            meta += f'<meta name="description" content="{html.escape(self.standfirst)}">'
        return f"<!doctype html><html><head>{meta}</head><body>\n{''.join(sheet.parts)}</body></html>", sheet.lines

    def brief(self) -> tuple[str, list[tuple[str, str]]]:
        """A page of a few lines: one to four short paragraphs, with or without links and a headline above."""
        if self.chance(0.5):
            self.links(phrases.HEADER, "navigation", "nav", 4)
        if self.chance(0.8):
            self.put(self.any("h1", "h1", "h2"), self.headline, "headline")
        if self.chance(0.2):
            self.put("p", self.pick(phrases.BYLINE), "byline", "byline")
        with self.box(self.any("", "", "div", "article"), "body"):
            for _ in range(self.seed.randint(1, 4)):
                self.put("p", self.any(self.pick(phrases.HARD_BODY), self.sentence(self.story)), "paragraph")
        return f"<!doctype html><html><head>{PUBLISHED}</head><body>{''.join(self.sheet.parts)}</body></html>", self.sheet.lines

    def _cookies(self) -> None:
        with self.box("div", "cookie"):
            for _ in range(self.seed.choice((1, 2, 4))):
                self.put(self.any("p", "div", "span") if self.chance(0.9) else "h2", self.pick(phrases.LEGAL), "legal")
            self.put("div", self.any("Accept", "I agree", "Manage settings", "OK"), "legal")

    def _top(self) -> None:
        with self.box(self.tag("header"), "top"):
            if self.chance(0.3):
                self.put("div", self.filler.outlet, "navigation", "title", LINK)
            for _ in range(self.seed.choice((1, 1, 2))):
                self.links(phrases.HEADER, "navigation", "nav", self.seed.choice((3, 8, 16)))
            if self.chance(0.2):
                self.put(self.any("p", "div"), self.pick(phrases.PROMOTION), "promotion", "newsletter")

    def _foot(self) -> None:
        with self.box(self.tag("footer"), "footer"):
            for _ in range(self.seed.choice((0, 1, 2, 4))):
                if self.chance(0.5):
                    self.put(self.any("h3", "h4", "div"), self.pick(phrases.SECTIONS), "navigation")
                self.links(phrases.HEADER + phrases.LEGAL, "legal" if self.chance(0.5) else "navigation", "nav", 12)
            for _ in range(self.seed.choice((1, 1, 2, 3))):
                self.put(self.any("p", "div"), self.pick(phrases.LEGAL), "legal")
            if self.chance(0.25):
                self.put("p", self.teaser(self.seed.choice((1, 2, 3))), "legal")

    def _side(self) -> None:
        with self.box(self.any(self.tag("aside"), "div"), "side"):
            for _ in range(self.seed.choice((1, 2, 3))):
                match self.any("list", "list", "cards", "letter", "ad", "text"):
                    case "list":
                        with self.box("div", "widget"):
                            self.put(self.any("h2", "h3", "div"), self.pick(phrases.LIST_HEADS), "related_link", "title")
                            self.titles(self.seed.choice((3, 5, 10)))
                    case "cards":
                        self.cards()
                    case "letter":
                        self.newsletter()
                    case "ad":
                        self.put("div", "Advertisement", "promotion", "advert")
                    case "text":
                        self.stray()

    def _article(self) -> None:
        split = self.chance(0.75)
        with self.box(self.any(self.tag("header"), "div", "") if split else "", "head"):
            self._head()
        if self.chance(0.5):
            self.picture(lead=True)
        if self.chance(0.15):
            self.live()
        elif self.chance(0.05):
            self.gallery()
        else:
            self.body()
        self._tail()

    def _head(self) -> None:
        orders = (
            "section headline standfirst meta", "headline standfirst meta share", "headline meta",
            "section headline meta standfirst",
            "meta headline", "headline", "headline standfirst picture meta", "section headline", "headline share meta",
            "headline bullets meta", "standfirst headline meta", "meta", "",
        )
        heading = self.any("h1", "h1", "h1", "h1", "h2", "div")
        for part in self.seed.choice(orders).split():
            match part:
                case "section":
                    self.put(self.any("div", "p", "span", "a") if self.chance(0.8) else "li",
                                   self.seed.choice(phrases.SECTIONS), "section", "section", self.any(LINK, "{}"))
                case "headline":
                    self.put(heading, self.headline, "headline", "title", self.any("{}", "{}", "<span>{}</span>"))
                case "standfirst":
                    self.put(self.any("p", "h2", "div", "h3"), self.standfirst, "standfirst", "deck")
                case "bullets":
                    with self.box("ul", "deck"):
                        for _ in range(self.seed.randint(2, 4)):
                            self.put("li", self.sentence(self.story), "list_item", "", self.any("{}", BOLD))
                case "picture":
                    self.picture(lead=True)
                case "share":
                    self.links(phrases.SHARING, "navigation", "share", 5)
                case "meta":
                    self._meta()

    def _meta(self) -> None:
        build = self.any("line", "blocks", "blocks", "list", "time")
        if build == "line":
            self.put("div", f"{self.pick(phrases.BYLINE)} {self.pick(phrases.TIMESTAMP)}", "byline", "meta")
            return
        with self.box(self.any("div", self.tag("header"), "ul" if build == "list" else "div"), "meta"):
            tag = "li" if build == "list" else self.any("div", "p", self.tag("address"))
            if build != "time":
                for _ in range(self.seed.choice((1, 1, 1, 2))):
                    self.put(tag, self.pick(phrases.BYLINE), "byline", "byline", self.any("{}", LINK))
                if self.chance(0.1):
                    self.put("div", self.pick(phrases.ROLES), "biography", "bio")
            for _ in range(self.seed.choice((1, 1, 2))):
                wrap = self.any("{}", "<time>{}</time>", "<span>{}</span>")
                self.put("div" if tag != "li" else tag, self.pick(phrases.TIMESTAMP), "timestamp", "time", wrap)
            if self.chance(0.3):
                self.links(phrases.SHARING, "navigation", "share", 5)

    def _tail(self) -> None:
        """What follows the text, most of it not there, at times in another order."""
        note = self.note
        parts: list[tuple[float, Callable[[], None]]] = [
            (0.25, lambda: note(phrases.CREDITS, "credit")), (0.1, lambda: note(phrases.EDITORS_NOTE, "editors_note")),
            (0.08, lambda: note(phrases.CORRECTION, "correction")), (0.06, lambda: note(phrases.UPDATE_NOTE, "update_note")),
            (0.35, self.biography), (0.35, self.tags), (0.2, self.stray), (0.35, self.related_story), (0.25, self.newsletter),
            (0.2, self.comments),
            (0.3, lambda: self.links(phrases.SHARING, "navigation", "share", 6)),
            (0.2, lambda: note(phrases.PROMOTION, "promotion")),
        ]
        if self.chance(0.4):
            self.seed.shuffle(parts)
        for share, part in parts:
            if self.chance(share):
                part()
