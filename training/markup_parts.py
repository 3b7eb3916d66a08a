"""What invented pages are put together from: links, cards, pictures, boxes of all kinds, with a role for each line.

Text is that of page_layouts.py and page_phrases.py; elements are named by markup_names.py.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from training import page_phrases as phrases
from training.markup_names import Names
from training.page_layouts import Filler, Story

_SENTENCE = re.compile(r"(?<=[.]) ")
LINK, BOLD, SLANTED = '<a href="/story">{}</a>', "<strong>{}</strong>", "<em>{}</em>"


@dataclass
class Sheet:
    """A page being written. parts: its HTML; lines: (text, label) of each line of text in reading order."""

    names: Names
    parts: list[str] = field(default_factory=list)
    lines: list[tuple[str, str]] = field(default_factory=list)

    @contextmanager
    def box(self, tag: str, concept: str = "") -> Iterator[None]:
        """An element with others in it; no element where tag is empty."""
        if tag:
            self.parts.append(f"<{tag}{self.names.of(concept) if concept else ''}>")
        yield
        if tag:
            self.parts.append(f"</{tag}>\n")

    def put(self, tag: str, text: str, label: str, concept: str = "", wrap: str = "{}") -> None:
        """An element with one line of text in it. wrap: inline markup around the text, "{}" for the text."""
        if text.strip():
            with self.box(tag, concept):
                self.parts.append(wrap.format(html.escape(text.strip(), quote=False)))
            self.lines.append((" ".join(text.split()), label))

    def raw(self, markup: str) -> None:
        """Markup without text of its own."""
        self.parts.append(markup)


class Parts:
    """What a page may hold; what its site always does is chosen once, what varies within a site at each place."""

    def __init__(self, stories: list[Story], words: list[str], seed: random.Random) -> None:
        self.seed, self.stories = seed, stories
        self.filler, self.sheet = Filler(seed, words), Sheet(Names(seed))
        self.put, self.box, self.raw = self.sheet.put, self.sheet.box, self.sheet.raw
        self.story = seed.choice(stories)
        self.plain = self.chance(0.3)  # no element that says what it is
        self.doubled = self.chance(0.05)  # titles of cards stand twice, once for those who hear the page
        self.figure = self.any("figure", "figure", "div", "p", "table", "none")
        self.inset = self.any("aside", "div", "p", "p", "ul", "bare", "heading", "none")

    def any(self, *options: str) -> str:
        """One of the options."""
        return self.seed.choice(options)

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self.seed.random() < share

    def pick(self, pool: list[str]) -> str:
        """One filled phrase of a pool."""
        return self.filler.pick(pool)

    def tag(self, tag: str) -> str:
        """The element, or a div on sites without elements that say what they are."""
        return "div" if self.plain else tag

    def links(self, pool: list[str], label: str, concept: str, count: int) -> None:
        """A list of links: an ul, or divs, or spans in one line."""
        with self.box(self.any(self.tag("nav"), "div", ""), concept):
            build = self.any("ul", "ul", "div", "p")
            with self.box("ul" if build == "ul" else "div" if build == "div" else ""):
                for _ in range(self.seed.randint(1, count)):
                    text = self.pick(pool)
                    inner = LINK if self.chance(0.9) else "<span>{}</span>"
                    self.put({"ul": "li", "div": "div", "p": "p"}[build], text, label, "", inner)

    def title(self) -> str:
        """A headline of another story."""
        return self.seed.choice(self.stories).title.rstrip(".") if self.chance(0.5) else self.pick(phrases.HEADLINES)

    def sentence(self, story: Story) -> str:
        """One sentence of a story."""
        return self.seed.choice(_SENTENCE.split(self.seed.choice(story.paragraphs)))

    def teaser(self, size: int) -> str:
        """The first sentences of another story."""
        story = self.seed.choice(self.stories)
        return " ".join(_SENTENCE.split(" ".join(story.paragraphs))[:size])

    def titles(self, count: int) -> None:
        """A list of bare titles of other stories."""
        build = self.any("ul", "ol", "div", "h3")
        with self.box(build if build in ("ul", "ol") else "div", "cards"):
            for _ in range(count):
                tag = "li" if build in ("ul", "ol") else build
                self.put(tag, self.title(), "related_link", self.any("", "card"), LINK)

    def cards(self) -> None:
        """Teasers of other stories, one layout a list."""
        layout = self.any(
            "headline", "headline", "headline teaser", "headline teaser", "section headline teaser", "section headline",
            "headline timestamp", "picture headline teaser", "section headline teaser byline", "headline byline timestamp",
            "timestamp headline", "picture headline",
        ).split()
        heading, wrap = self.any("h2", "h3", "h3", "h4", "div", "p", "span"), self.any(LINK, LINK, "{}")
        item = self.any("div", "li", self.tag("article"), "a")
        with self.box(self.any(self.tag("section"), "div", self.tag("aside")), "cards"):
            if self.chance(0.8):
                self.put(self.any("h2", "h3", "div", "p"), self.pick(phrases.LIST_HEADS), "related_link", "title")
            with self.box("ul" if item == "li" else ""):
                for _ in range(self.seed.choice((1, 2, 3, 4, 6, 10))):
                    with self.box(item, "card"):
                        self.card(layout, heading, wrap)

    def card(self, layout: list[str], heading: str, wrap: str) -> None:
        """One card, in the order of its layout."""
        alone = len(layout) == 1
        for part in layout:
            match part:
                case "headline":
                    title = self.title()
                    title = f"{title} {title}" if self.doubled else title
                    self.put(heading, title, "related_link" if alone else "card:headline", "title", wrap)
                case "teaser":
                    self.put(self.any("p", "div"), self.teaser(self.seed.choice((1, 1, 2))), "card:paragraph", "deck")
                case "picture":
                    if self.chance(0.2):
                        self.put("div", self.pick(phrases.PHOTO_CREDIT), "card:credit", "credit")
                    self.raw('<img src="/i.jpg">')
                case "section":
                    self.put("div", self.seed.choice(phrases.SECTIONS), "card:section", "section")
                case "byline":
                    self.put("div", self.pick(phrases.BYLINE), "card:byline", "byline")
                case "timestamp":
                    self.put("div", self.pick(phrases.TIMESTAMP), "card:timestamp", "time")

    def stray(self) -> None:
        """Running text that is no part of the article: what a site says of itself, its rules, its authors, its offers."""
        label, concept, pool = self.seed.choice((
            ("promotion", "widget", phrases.PROMOTION), ("promotion", "newsletter", phrases.PROMOTION),
            ("legal", "cookie", phrases.LEGAL), ("comment", "comments", phrases.COMMENT),
            ("biography", "bio", phrases.BIOGRAPHY),
            ("related_link", "related", phrases.RELATED), ("promotion", "paywall", phrases.PROMOTION),
            ("related_link", "widget", phrases.LIST_HEADS), ("legal", "note", phrases.LEGAL),
        ))
        build = self.any("p", "p", "p", "li", "div", "tr", "break")
        with self.box(self.any("div", "div", self.tag("section"), self.tag("aside")), concept):
            if self.chance(0.5):
                self.put(self.any("h2", "h3", "h4", "div", "p"), self.pick(pool), label, "title")
            with self.box({"li": "ul", "tr": "table"}.get(build, ""), "list" if build == "li" else ""):
                for _ in range(self.seed.choice((1, 2, 3, 5, 12))):
                    own = self.any(self.teaser(1), self.teaser(2), self.sentence(self.story))
                    text = self.any(own, f"{self.pick(pool)} {own}", self.pick(pool))
                    if build == "tr":
                        self.raw("<tr><td>")
                        self.put("", text, label)
                        self.raw("</td></tr>")
                    elif build == "break":
                        self.put("", text, label)
                        self.raw("<br>")
                    else:
                        self.put(build, text, label, "", self.any("{}", "{}", "{}", BOLD, LINK))

    def newsletter(self) -> None:
        """A box that asks readers to sign up."""
        with self.box(self.any("div", self.tag("aside"), "form", self.tag("section")), "newsletter"):
            named = self.any(self.pick(phrases.PROMOTION), self.filler.fill("The {Word} {word}"), self.pick(phrases.SCRAPS))
            self.put(self.any("h3", "h2", "div", "p"), named, "promotion", self.any("", "title"))
            for _ in range(self.seed.choice((0, 1, 2))):
                self.put(self.any("p", "div", "label"), self.pick(phrases.PROMOTION), "promotion")
            if self.chance(0.15):
                with self.box("ul"):
                    for _ in range(self.seed.randint(2, 5)):
                        self.put("li", self.pick(phrases.PROMOTION), "promotion")

    def embed(self) -> None:
        """A post of a network: its words, its author, its day."""
        with self.box(self.any("blockquote", "blockquote", "div"), "embed"):
            for _ in range(self.seed.choice((1, 1, 2, 3))):
                words = self.any(self.sentence(self.story), self.teaser(1), self.pick(phrases.COMMENT))
                self.put("p", words, "related_link")
            signed = f"— {self.filler.name()} (@{self.filler.fill('{last}')}) {self.filler.fill('{date}')}"
            self.put("", signed, "related_link", "", LINK)

    def related_story(self) -> None:
        """A link to another story inside the article, in the manner of the site."""
        text = self.pick(phrases.RELATED) if self.chance(0.7) else self.title().upper()
        match self.inset:
            case "p" if ": " in text and self.chance(0.5):
                opening, _, title = text.partition(": ")
                with self.box("p"):
                    self.raw(f"{self.any('{}', BOLD, SLANTED).format(html.escape(opening))}: "
                                   + self.any(LINK, LINK, f"<em>{LINK}</em>").format(html.escape(title, quote=False)))
                self.sheet.lines.append((text, "related_link"))
            case "p":
                self.put("p", text, "related_link", "", self.any(LINK, BOLD, f"<strong>{LINK}</strong>", f"<em>{LINK}</em>"))
            case "heading":
                self.put("h4", text, "related_link", "", LINK)
            case "bare":
                self.put("p", self.title(), "related_link", "", self.any(LINK, f"<b>{LINK}</b>"))
            case "ul":
                with self.box("div", "related"):
                    if self.chance(0.7):
                        self.put(self.any("h3", "p", "div", "h2"), self.pick(phrases.LIST_HEADS), "related_link", "title")
                    self.titles(self.seed.randint(1, 4))
            case "aside" | "div":
                with self.box(self.tag("aside") if self.inset == "aside" else "div", "related"):
                    if self.chance(0.6):
                        self.put(self.any("div", "span", "h3", "p"), self.pick(phrases.LIST_HEADS), "related_link")
                    self.put(self.any("p", "h3", "div", "h4"), self.title(), "related_link", "title", LINK)
                    if self.chance(0.35):
                        self.put(self.any("p", "div"), self.teaser(1), "related_link", "deck")

    def note(self, pool: list[str], label: str) -> None:
        """One line about the article itself."""
        with self.box("div" if self.chance(0.5) else "", "note"):
            self.put(self.any("p", "p", "div"), self.pick(pool), label, "", self.any("{}", SLANTED, BOLD, LINK))

    def biography(self) -> None:
        """Who the author is."""
        with self.box(self.any("div", self.tag("aside"), self.tag("footer"), ""), "bio"):
            if self.chance(0.5):
                self.put(self.any("h3", "h4", "div", "p"), self.filler.name(), "biography", "byline", self.any(LINK, "{}"))
            for _ in range(self.seed.choice((1, 1, 1, 2))):
                text = " ".join(self.pick(phrases.BIOGRAPHY) for _ in range(self.seed.choice((1, 1, 2, 3))))
                self.put(self.any("p", "div"), text, "biography", "", self.any("{}", "{}", SLANTED))

    def tags(self) -> None:
        """The subjects of the article, as links."""
        with self.box(self.any("div", "ul", self.tag("section")), "tags"):
            if self.chance(0.5):
                self.put("li", self.any("Tags", "Topics", "More on", "Filed under"), "related_link")
            for _ in range(self.seed.randint(1, 6)):
                word = self.any(self.pick(phrases.BEATS), self.pick(phrases.SECTIONS), self.pick(phrases.CITIES))
                self.put("li", word, "related_link", "", LINK)

    def comments(self) -> None:
        """What readers wrote."""
        with self.box(self.any("div", self.tag("section")), "comments"):
            self.put(self.any("h2", "h3", "div"), self.pick(phrases.COMMENT), "comment", "title")
            for _ in range(self.seed.choice((0, 1, 3, 8))):
                with self.box(self.any("div", "li"), "card"):
                    self.put("div", self.filler.name(), "comment", "byline")
                    text = self.teaser(self.seed.choice((1, 2))) if self.chance(0.6) else self.pick(phrases.COMMENT)
                    self.put(self.any("p", "div"), text, "comment")

    def picture(self, lead: bool = False) -> None:
        """A picture with its caption and credit; "none": the site prints neither."""
        caption = self.sentence(self.story) if self.chance(0.4) else self.pick(phrases.CAPTION)
        if self.chance(0.3):
            caption += " " + (self.sentence(self.story) if self.chance(0.5) else self.pick(phrases.CAPTION))
        credit = self.pick(phrases.PHOTO_CREDIT)
        build = "figure" if lead and self.figure == "none" else self.figure
        together = self.chance(0.35) and build != "none"
        match build:
            case "figure":
                with self.box("figure", "figure"):
                    self.raw('<img src="/i.jpg">')
                    if together:
                        self.together("figcaption", caption, credit)
                    else:
                        with self.box("figcaption" if self.chance(0.5) else "", "caption"):
                            self.put(self.any("div", "p", "figcaption"), caption, "caption", "caption")
                            if self.chance(0.7):
                                self.put(self.any("div", "p"), credit, "credit", "credit")
            case "div":
                with self.box("div", "figure"):
                    self.raw('<div><img src="/i.jpg"></div>')
                    if together:
                        self.together(self.any("div", "p"), caption, credit)
                        return
                    self.put(self.any("div", "p"), caption, "caption", "caption", self.any("{}", "{}", SLANTED))
                    if self.chance(0.6):
                        self.put(self.any("div", "p"), credit, "credit", "credit")
            case "p":
                self.put("p", caption, "caption", "caption", self.any('<img src="/i.jpg">{}', SLANTED, "<small>{}</small>"))
            case "table":
                self.raw('<table><tr><td><img src="/i.jpg"></td></tr>')
                with self.box("tr"):
                    self.together("td", caption, credit)
                self.raw("</table>")

    def together(self, tag: str, caption: str, credit: str) -> None:
        """Caption and credit in one line, the credit at times in an element of its own."""
        with self.box(tag, "caption"):
            self.put("", caption, "caption")
            self.raw(" ")
            self.put(self.any("", "span", "small"), credit, "credit", "credit")
