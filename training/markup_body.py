"""The body of an invented page: its paragraphs in one of many builds, and what intrudes between them."""

from __future__ import annotations

import html
import random

from training import page_phrases as phrases
from training.markup_parts import BOLD, LINK, SLANTED, Parts
from training.page_layouts import Story


class Body(Parts):
    """The parts of a page, and the article's own text made of them."""

    def __init__(self, stories: list[Story], words: list[str], seed: random.Random) -> None:
        super().__init__(stories, words, seed)
        self.refrain = self.any("Story content", "Main text", self.pick(phrases.SCRAPS))
        self.intrusion = self.seed.choice((0, 0.03, 0.08, 0.15, 0.3))

    def body(self) -> None:
        """The article's text in one of its builds, and at times a wall after it."""
        paragraphs = list(self.story.paragraphs[: self.seed.choice((2, 3, 5, 7, 10, 15, 25, 40))])
        if self.chance(0.4):
            paragraphs[1:1] = [self.pick(phrases.HARD_BODY + phrases.QUOTES) for _ in range(self.seed.randint(1, 5))]
        if self.chance(0.1):
            paragraphs = [" ".join(paragraphs[i:i + 4]) for i in range(0, len(paragraphs), 4)]
        build = self.any("p", "p", "p", "p", "p", "boxed", "boxed", "div", "break", "table", "parts", "bare")
        if build == "break":
            self._broken(paragraphs)
        elif build == "table":
            self.raw("<table><tr><td>")
            self._paragraphs(paragraphs, "p")
            self.raw("</td></tr></table>")
        elif build == "parts":
            middle = self.seed.randint(1, max(1, len(paragraphs) - 1))
            for part in (paragraphs[:middle], paragraphs[middle:]):
                with self.box("div", "body"):
                    self._paragraphs(part, "p")
                self._intrude()
        else:
            outer = "" if build == "bare" else self.any("div", "div", self.tag("section"))
            inner = "div" if self.chance(0.25) else ""
            with self.box(outer, "body"), self.box(inner, "block"):
                self._paragraphs(paragraphs, "p" if build == "bare" else build)
        if self.chance(0.08):
            with self.box("div", "paywall"):
                for _ in range(self.seed.randint(1, 4)):
                    self.put(self.any("p", "div", "h3"), self.pick(phrases.PROMOTION), "promotion")

    def _broken(self, paragraphs: list[str]) -> None:
        """Paragraphs parted by line breaks in one element."""
        with self.box(self.any("div", "p", "div"), "body"):
            for paragraph in paragraphs:
                self.put("", paragraph, "paragraph")
                self.raw(self.any("<br>", "<br><br>", "<br />\n<br />"))

    def _paragraphs(self, paragraphs: list[str], build: str) -> None:
        """Paragraphs with what stands between them: headings, lists, quotations, intrusions."""
        headed, listed = self.seed.choice((0, 0, 0.05, 0.2, 0.4)), self.seed.choice((0, 0, 0.03, 0.1))
        heading = self.any("h2", "h2", "h3", "h4", "h6", "p", "div", "strong", "strong")
        for i, paragraph in enumerate(paragraphs):
            with self.box("div" if build == "boxed" else "", "block"):
                wrap = "{}" if self.chance(0.85) else self.any("<span>{}</span>", BOLD, SLANTED, "<a href='/t'>{}</a>")
                inline = self._inline(paragraph) if wrap == "{}" else paragraph
                self._paragraph("div" if build == "div" else "p", paragraph, inline, wrap)
            if self.chance(headed):
                self._subheading(heading, paragraphs[min(i + 1, len(paragraphs) - 1)])
            if self.chance(listed):
                self._list(paragraphs)
            if self.chance(0.05):
                self._quote(paragraphs)
            if i < len(paragraphs) - 1 and self.chance(self.intrusion):
                self._intrude()

    def _paragraph(self, tag: str, paragraph: str, inline: str, wrap: str) -> None:
        """One paragraph, its words as they are or with inline markup."""
        concept = "block" if self.chance(0.02) else ""
        if inline == paragraph:
            self.put(tag, paragraph, "paragraph", concept, wrap)
            return
        with self.box(tag, concept):
            self.raw(inline)
        self.sheet.lines.append((" ".join(paragraph.split()), "paragraph"))

    def _inline(self, paragraph: str) -> str:
        """The paragraph with a few of its words in links or in bold; unchanged where it is short."""
        words = paragraph.split()
        if len(words) < 12 or self.chance(0.5):
            return paragraph
        first = self.seed.randrange(len(words) - 5)
        wrap = self.any(LINK, LINK, BOLD, SLANTED)
        linked = wrap.format(html.escape(" ".join(words[first:first + 4]), quote=False))
        rest = [html.escape(" ".join(part), quote=False) for part in (words[:first], words[first + 4:])]
        return " ".join((rest[0], linked, rest[1])).strip()

    def _subheading(self, heading: str, following: str) -> None:
        """A line that heads what follows."""
        words = following.split()
        own = " ".join(words[:self.seed.randint(2, 6)]).strip(",.;:()\"")
        text = self.any(self.pick(phrases.SUBHEADING), self.pick(phrases.HEADLINES), own[:1].upper() + own[1:],
                                 f"{self.seed.randint(1, 9)}. {own}", self.pick(phrases.SCRAPS))
        if heading == "strong":
            self.put("p", text, "subheading", "", BOLD)
        else:
            self.put(heading, text, "subheading", self.any("", "", "title"), self.any("{}", "{}", BOLD))

    def _list(self, paragraphs: list[str]) -> None:
        """A list, or rows of a table."""
        if self.chance(0.2):
            with self.box("table"):
                for _ in range(self.seed.randint(2, 6)):
                    cells = [self.filler.fill("{Word}"), str(self.seed.randint(1, 99))]
                    with self.box("tr"):
                        self.raw("".join(f"<td>{cell}</td>" for cell in cells))
                    self.sheet.lines.append((" \u2003".join(cells), "table"))
            return
        with self.box(self.any("ul", "ol"), self.any("", "block")):
            for _ in range(self.seed.randint(2, 6)):
                words = self.seed.choice(paragraphs).split()[: self.seed.randint(3, 30)]
                linked = self.any("{}", "{}", "{}", LINK)
                self.put("li", " ".join(words).rstrip(",;:"), "list_item", "", linked)

    def _quote(self, paragraphs: list[str]) -> None:
        """A quotation set apart, or several paragraphs quoted from elsewhere."""
        if self.chance(0.5):
            with self.box("blockquote", self.any("", "", "quote")):
                for paragraph in self.seed.choice(self.stories).paragraphs[:self.seed.randint(1, 8)]:
                    self.put("p", paragraph, "paragraph")
            return
        quote = self.sentence(Story("", tuple(paragraphs)))
        with self.box(self.any("blockquote", "blockquote", "div", self.tag("aside")), "quote"):
            self.put(self.any("p", "div", ""), f"“{quote}”" if self.chance(0.6) else quote, "pull_quote")
            if self.chance(0.4):
                self.put(self.any("p", "div", "cite") if self.chance(0.8) else "footer", self.filler.name(), "pull_quote")

    def _intrude(self) -> None:
        """Something that is no part of the text."""
        kinds = ("picture", "picture", "related", "related", "letter", "ad", "embed", "share", "promotion", "video", "unseen",
                 "author")
        match self.seed.choice(kinds):
            case "picture":
                self.picture()
            case "related":
                self.related_story()
            case "letter":
                self.newsletter()
            case "ad":
                label = self.any("Advertisement", "ADVERTISEMENT", "Story continues below advertisement")
                self.put(self.any("div", "p"), label, "promotion", "advert")
            case "embed":
                self.embed()
            case "share":
                self.links(phrases.SHARING, "navigation", "share", 4)
            case "video":
                with self.box("div", "video"):
                    if self.chance(0.7):
                        title = f"{self.any('WATCH |', 'Video:', '')} {self.title()}"
                        self.put(self.any("div", "h3", "p"), title, "related_link")
                    if self.chance(0.7):
                        self.put(self.any("div", "p"), self.teaser(self.seed.choice((1, 2))), "related_link")
            case "author":
                self.biography()
            case "unseen":
                self.put(self.any("div", "p", "h2"), self.refrain, "navigation", "unseen")
            case "promotion":
                self.put("p", self.pick(phrases.PROMOTION), "promotion", "", self.any(LINK, BOLD, SLANTED, "{}"))

    def live(self) -> None:
        """Dated entries of a live page, each with a time, often a heading and an author."""
        with self.box(self.any("div", self.tag("section")), "live"):
            heading = self.any("h2", "h3", "h2", "p")
            for _ in range(self.seed.choice((3, 5, 10, 25))):
                story = self.seed.choice(self.stories)
                with self.box(self.any(self.tag("article"), "div"), "entry"):
                    self.put(self.any("div", "p", "span"), self.pick(phrases.TIMESTAMP), "timestamp", "time")
                    if self.chance(0.3):
                        self.put("div", self.filler.name(), "byline", "byline")
                    if self.chance(0.8):
                        self.put(heading, self.title(), "subheading", "title", self.any("{}", BOLD))
                    with self.box(self.any("div", ""), "body"):
                        for paragraph in story.paragraphs[:self.seed.randint(1, 4)]:
                            self.put("p", paragraph, "paragraph")
                        if self.chance(0.2):
                            self.embed()
                    if self.chance(0.3):
                        self.put("div", self.pick(phrases.SHARING), "navigation", "share")

    def gallery(self) -> None:
        """A few paragraphs and many pictures."""
        with self.box("div", "body"):
            for paragraph in self.story.paragraphs[:self.seed.randint(1, 4)]:
                self.put("p", paragraph, "paragraph")
            with self.box("div", "gallery"):
                self.figure = self.any("figure", "div")
                for _ in range(self.seed.randint(4, 12)):
                    self.picture()
