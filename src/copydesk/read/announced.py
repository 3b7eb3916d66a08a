"""What an entry of a feed states, whatever its format, to an `Entry`: full text or teaser, outlet, names, address."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from copydesk.lexicon import load_world
from copydesk.read.entries import Entry, clean_line, join_address, scheme_of

# A body of fewer words announces an article and is none itself (own choice: teasers run to 60 words, agency briefs from
# 80; no gold set of feeds exists).
TEASER_WORDS = 80
LONGEST_NAMES = 300  # characters of a statement of authors that are looked at
_TAG = re.compile(r"<\s{0,3}/?\s{0,3}[a-zA-Z][^<>]{0,2000}>|<!--")
_REFERENCE = re.compile(r"&(?:\w{2,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_CUT = re.compile(
    r"(?:\[\s*(?:…|\.\.\.|&hellip;|&#8230;)\s*\]|…|\.\.\.|(?:continue reading|read (?:the )?(?:more|full \w+|rest))\b.{0,80})"
    r"\W{0,4}(?:The post .{0,300})?$",
    re.IGNORECASE | re.DOTALL,
)
_MAILBOX = re.compile(r"\S+@\S+\s*\(([^()]+)\)|([^<>()]+?)\s*<\S+@\S+>|(\S+@\S+)$")
_BETWEEN = re.compile(r"\s*(?:;|,|\band\b|&)\s*")
_TITLE_PARTS = re.compile(r"\s+[-–—|:»/]\s+|:\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed states of itself. link: the address of its site or its own."""

    title: str | None = None
    link: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    media_type: str = "application/rss+xml"


@dataclass(frozen=True, slots=True)
class Body:
    """A text, or a fragment of HTML. is_markup: None where the feed does not say."""

    words: str
    is_markup: bool | None = None

    def markup(self) -> str | None:
        """The fragment, or None where it is plain text."""
        told = self.is_markup if self.is_markup is not None else bool(_TAG.search(self.words) or _REFERENCE.search(self.words))
        return self.words if told else None

    def plain_words(self) -> list[str]:
        """Its words without elements and character references."""
        return (html.unescape(_TAG.sub(" ", self.words)) if self.markup() is not None else self.words).split()


@dataclass(frozen=True, slots=True)
class Caption:
    """What is said of a picture, and who took it; None where that is not stated."""

    words: str | None
    credit: str | None = None

    def markup(self) -> str:
        """The figure that a page would show below the picture."""
        shown = f"<figcaption>{html.escape(self.words)}</figcaption>" if self.words else ""
        return f"<figure>{shown}{_credit(self.credit)}</figure>"


def _credit(name: str | None) -> str:
    return f'<p class="credit">{html.escape(name)}</p>' if name else ""


@dataclass(slots=True, kw_only=True)
class Announced:
    """One entry of a feed as found. bodies: all it gives, full or short; captions: of its pictures; carrier: whose words
    it relays."""

    title: str | None = None
    link: str | None = None
    published: str | None = None
    modified: str | None = None
    names: list[str] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    section: str | None = None
    language: str | None = None
    carrier: str | None = None
    notes: list[str] = field(default_factory=list)

    def is_empty(self) -> bool:
        """Whether it states neither a title nor a body."""
        return not (clean_line(self.title) or any(body.plain_words() for body in self.bodies))


def read_announced(found: Announced, feed: Feed, number: int) -> Entry:
    """The entry under its number; marked as a teaser where only an announcement of the article came with the feed."""
    body = max(found.bodies, key=lambda each: len(each.plain_words()), default=Body(""))
    first = next((each.words for each in found.bodies if each != body and each.plain_words()), None)
    teaser = is_teaser(body)
    address = _address(found.link, feed.link)
    notes = list(found.notes)
    if teaser:
        notes.append("only a teaser came with the feed" + (f": the article stands at {address}" if address else ""))
    markup = body.markup()
    if found.captions:
        markup = (markup if markup is not None else _paragraphs(body.words)) + "".join(each.markup() for each in found.captions)
    return Entry(
        number=number, basis="feed", media_type=feed.media_type, markup=markup, text=None if markup is not None else body.words,
        headline=strip_markup(found.title), url=address, published=found.published or found.modified,
        modified=found.modified, authors=tuple(_names(found.names)) or feed.authors, outlet=_outlet(found, feed, address),
        section=clean_line(found.section), standfirst=strip_markup(first), language=found.language or feed.language,
        teaser=teaser, notes=tuple(notes),
    )


def _paragraphs(words: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in words.splitlines())


def is_teaser(body: Body) -> bool:
    """Whether a body is short, or says at its end that the rest stands elsewhere."""
    words = body.plain_words()
    return len(words) < TEASER_WORDS or _CUT.search(" ".join(words)[-500:]) is not None


def strip_markup(text: str | None) -> str | None:
    """A title without elements and character references, on one line; None where nothing is left."""
    if text is None:
        return None
    bare = _TAG.sub("", text)
    return clean_line(html.unescape(html.unescape(bare)) if _REFERENCE.search(bare) else bare)


def _address(link: str | None, base: str | None) -> str | None:
    whole = join_address(base, clean_line(link))
    return whole if whole and scheme_of(whole) in ("http", "https") else None


def _names(stated: Sequence[str]) -> list[str]:
    """Names of people: mailboxes without their address, several run together taken apart, each once."""
    names: dict[str, None] = {}
    for text in stated:
        line = (strip_markup(text) or "")[:LONGEST_NAMES]
        match = _MAILBOX.match(line)
        line = next((group for group in match.groups()[:2] if group), "") if match else re.sub(r"^[Bb]y\s+", "", line)
        parts = [part for part in _BETWEEN.split(line) if part]
        apart = len(parts) > 1 and all(2 <= len(part.split()) <= 4 for part in parts)
        names.update((name, None) for name in (parts if apart else [line.strip()]) if name)
    return list(names)


def _outlet(found: Announced, feed: Feed, address: str | None) -> str | None:
    """Whose words they are: the outlet that an aggregator names; none where the address tells; else the feed's title."""
    carried = strip_markup(found.carrier)
    if carried:
        return carried
    outlets = load_world().outlets
    if address and outlets.by_host(address):
        return None
    title = strip_markup(feed.title)
    if not title:
        return None
    parts = [part for part in _TITLE_PARTS.split(title) if part]
    known = (outlets.find_plain(part) for part in (title, *parts))
    own = [part for part in parts if is_of_host(part, address or feed.link or "")]
    return next((row.name for row in known if row), own[0] if len(own) == 1 else title)


def is_of_host(name: str, address: str) -> bool:
    """Whether a part of a feed's title names its site: it or its initials are, or a long word of it is in, the host."""
    try:
        labels = (urlsplit(address).hostname or "").split(".")[:-1]
    except ValueError:
        return False
    words = re.findall(r"\w+", name.lower())
    initials = "".join(word[0] for word in words)
    whole = "".join(words) in labels or (len(initials) > 1 and initials in labels)
    return whole or any(len(word) >= 4 and word in label for word in words for label in labels)
