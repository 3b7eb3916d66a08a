"""What gets a role: the pieces of a page, cut once more where two blocks have run together. Spans split, text stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from copydesk.clean.menus import find_menus
from copydesk.lexicon import World
from copydesk.lexicon.furniture import Furniture, fold_line, fold_words
from copydesk.record import Layout, Page, Piece

# A full stop after a word of three small letters, and a capital at once: a line break was lost ("the vote.Read more").
_LOST_BREAK = re.compile(
    r"[.!?…\"”](?<=[a-zà-ÿ]{3}.)(?:(?<=[.!?…])[.!?…]*[\"”’']?|(?=[A-Z][a-z]+ [a-z]))(?=[A-Z][a-z]+[ ,:]|[A-Z]{2,} |I )",
)
# A small letter and a capital at once, where each side may be a name or a known opener ("Ann LeeBen Ray", "agoBy").
_CAMEL = re.compile(r"[A-ZÀ-Þ](?<=[a-zà-ÿ)\]”’'].)")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'.-]*+(?: (?:[A-ZÀ-Þ][\w’'.-]*+|de|van|von|der|al|bin|el|la)){1,3}")
# A photo credit at the end of a caption's line ("... on Monday. Photo: Ann Lee/Agency").
_CREDIT = re.compile(
    r"(?<=[.!?”\"')\]])\s+(?=(?:Photo(?:graph)?s?(?: illustration| by| credit)?|Image|Picture|Illustration|Credit)"
    r"(?: ?[:/|]| by\b)|© ?[A-ZÀ-Þ]|\| (?:[A-ZÀ-Þ]|Photo)|[A-ZÀ-Þ][\w .’'-]{2,30}/[A-ZÀ-Þ][\w .’'/-]{1,40}$"
    r"|[A-Z][\w .’'-]{2,30} via [A-Z][\w ]{1,20}$)",
)
_COPYRIGHT = re.compile(r"(?<=\w\s\w{2})\w*[’'”\"]?\s+(?=© ?[A-ZÀ-Þ][^©]{2,40}$)")
# The same in brackets at the end of the line: "... on Monday [Ann Lee/Agency]".
_BRACKETED = re.compile(r"(?<=\S)\s+(?=[\[(](?P<inner>[^\[\]()]{3,70})[\])]\.?\s*$)")
# Where and by whom a report was filed: "KYIV, Feb 15 (Agency) - Words".
_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?:[ ,/]+(?:(?:of|de|del|la) )?[A-ZÀ-Þ][\w.'’]*){0,5}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
DATELINE = re.compile(
    rf"(?:{_PLACE},? ?(?:{_DAY} ?)?[(/][A-ZÀ-Þ][\w. /-]{{1,30}}[)/] ?[-–—:]{{1,2}} |{_PLACE},? {_DAY} ?[-–—]{{1,2}} "
    r"|[A-ZÀ-Þ]{3}[A-ZÀ-Þ .'’-]*, [A-Z][\w. ]{2,20} ?[–—-]{1,2} "
    rf"|[A-ZÀ-Þ]{{3}}[A-ZÀ-Þ .'’-]*(?:, {_DAY}:| ?--|\. ?[–—]) )(?=[\"“‘A-Z0-9])",
)
# Captions spelt out by screen-reader text: "Credit, Agency photo caption, Words".
_SPOKEN = re.compile(r"(?<=\S)\s+(?=(?:photo|image|media|video) caption,? )", re.IGNORECASE)
_CREDITED = ("Photo", "Image", "Picture", "Illustration", "Credit", "©", "|", "/", " via ")  # one stands in every credit
SHORT_LINE, LINES_KEPT = 60, 20_000  # characters of a line that is remembered, and how many are: furniture comes again
LONGEST_WORD = 30  # characters looked back for the word before a break
LEAST_WORDS = 4  # words that must stand before a lost break: "U.S.Army" and "Booking.Com" are no breaks
NARROWEST, WIDEST = 36, 100  # columns of a page whose lines were broken to fit
LEAST_LINES = 4  # full lines, fewer tell no width
RAGGED = 14  # columns by which full lines differ
MOST_NAME_WORDS = 10  # a line of glued names holds no more words
LONGEST_NAMES = 300  # nor more characters


@dataclass(frozen=True)
class Unit:
    """A stretch that gets one role. start, end: code points of page.text; glued: it follows a lost break.

    blank: an empty line stands before it; wrapped: it goes on with a line that a narrow page has broken; in_menu: it is a
    link inside a menu.
    """

    start: int
    end: int
    text: str
    piece: Piece
    glued: bool = False
    blank: bool = False
    wrapped: bool = False
    in_menu: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Folded words and marks."""
        return _known_words(self.text) if len(self.text) <= SHORT_LINE else tuple(fold_words(self.text))

    @cached_property
    def folded(self) -> str:
        """The words in small letters, without marks, a space between two."""
        return _known_line(self.text) if len(self.text) <= SHORT_LINE else fold_line(self.text)


@lru_cache(maxsize=LINES_KEPT)
def _known_words(text: str) -> tuple[str, ...]:
    return tuple(fold_words(text))


_known_line = lru_cache(maxsize=LINES_KEPT)(fold_line)


def find_units(page: Page, layout: Layout, world: World) -> list[Unit]:
    """All units of a page, in reading order."""
    units: list[Unit] = []
    width = _page_width(page.text) if layout.plain else 0
    menus = [False] * len(layout.pieces) if layout.plain else find_menus(layout.pieces, page.text)
    for piece, in_menu in zip(layout.pieces, menus, strict=True):
        start, glued = piece.span.start, False
        if in_menu:
            units.append(Unit(start, piece.span.end, page.text[start:piece.span.end], piece, in_menu=True))
            continue
        for cut in (*find_cuts(page.text[piece.span.start:piece.span.end], world.furniture), None):
            end = piece.span.end if cut is None else piece.span.start + cut
            text = page.text[start:end]
            if bare := text.strip():
                begin = start + len(text) - len(text.lstrip())
                is_set = layout.plain and not glued and bool(units)
                blank, wrapped = _find_break(page.text, units[-1].end, begin, width) if is_set else (False, False)
                units.append(Unit(begin, begin + len(bare), bare, piece, glued, blank, wrapped))
            start, glued = end, True
    return units


def _find_break(text: str, end: int, start: int, width: int) -> tuple[bool, bool]:
    """Whether an empty line parts a unit that starts at `start` from the one that ends at `end`, or a break of the width."""
    if text.count("\n", end, start) > 1:
        return True, False
    if not width:
        return False, False
    begin = text.rfind("\n", 0, end) + 1
    return False, end - begin + 1 + len(text[start:start + WIDEST].split(maxsplit=1)[0]) > width


def _page_width(text: str) -> int:
    """The column at which a text browser or an archive has broken the lines of a page; 0 where nothing says so.

    Most lines that do not end a block (no empty line below) must come near it, and there must be several.
    """
    lines = text.split("\n")
    running = [len(line) for line, below in pairwise(lines) if below.strip() and len(line.split()) > LEAST_WORDS]
    longest = max(running, default=0)
    if not NARROWEST <= longest <= WIDEST:
        return 0
    full = sum(length > longest - RAGGED for length in running)
    return longest - RAGGED // 2 if full >= LEAST_LINES and full > len(running) / 2 else 0


def find_cuts(text: str, furniture: Furniture) -> list[int]:
    """Where one line holds two blocks: offsets of the second block's first character, rising."""
    camels = [match.start() for match in _CAMEL.finditer(text)]
    if " " not in text and not camels:  # one word that nothing runs into
        return []
    cuts = set(_lost_breaks(text))
    if any(sign in text for sign in _CREDITED):
        cuts.update(match.end() for match in _CREDIT.finditer(text))
    if "caption" in text.lower():
        cuts.update(match.end() for match in _SPOKEN.finditer(text))
    bracketed = _BRACKETED.search(text) if text.rstrip(". ")[-1:] in ("]", ")") else None
    if bracketed and _is_credit(bracketed["inner"], text[:bracketed.start()], furniture):
        cuts.add(bracketed.end())
    if "©" in text:
        cuts.update(match.end() for match in _COPYRIGHT.finditer(text))
    if dateline := DATELINE.match(text):
        cuts.add(dateline.end())
    if camels and len(text) <= LONGEST_NAMES and len(text.split()) <= MOST_NAME_WORDS:
        cuts.update(_glued_names(text, camels, furniture))
    cuts.update(_glued_openers(text, camels, furniture))
    return sorted(cut for cut in cuts if 0 < cut < len(text))


def _is_credit(inner: str, before: str, furniture: Furniture) -> bool:
    """Whether words in brackets at the end of a line say whose the picture is. before: the line up to them."""
    words = set(inner.lower().replace(":", " ").split())
    named = "/" in inner or bool(furniture.words["agency"] & words)
    initials = inner.isupper() and before.rstrip("\"”’'")[-1:] in ".!?"
    return named or initials or any(row.kind == "credit" for row in furniture.find_phrases(fold_words(inner)))


def is_dateline(text: str) -> bool:
    """Whether a unit is a dateline cut off the front of its paragraph."""
    match = DATELINE.match(text + " A")
    return match is not None and match.end() >= len(text)


def _lost_breaks(text: str) -> Iterator[int]:
    words = last = 0
    for match in _LOST_BREAK.finditer(text):
        stretch = text[last:match.end()]
        words += len(stretch.split()) - (words > 0 and not stretch[0].isspace())  # a word that goes on counts once
        last = match.end()
        if words >= LEAST_WORDS:
            yield last
            words = 0


def _glued_names(text: str, camels: Sequence[int], furniture: Furniture) -> Iterator[int]:
    for camel in camels:
        left = re.split(r"[ ,]", text[:camel])[-1].lower()
        before, after = text[:camel].strip(), text[camel:].strip()
        if left in furniture.words["name_part"] or not _ends_in_name(before, furniture):
            continue
        if _opens_with_name(after, furniture):
            yield camel


def _ends_in_name(text: str, furniture: Furniture) -> bool:
    match = _NAME.search(text.removeprefix("By ").removeprefix("by "))
    return bool(match and match.end() == len(text.removeprefix("By ").removeprefix("by "))
                and not furniture.words["not_a_name"] & set(match.group().lower().split()))


def _opens_with_name(text: str, furniture: Furniture) -> bool:
    match = _NAME.match(text)
    return bool(match and not furniture.words["not_a_name"] & set(match.group().lower().split()))


def _glued_openers(text: str, camels: Sequence[int], furniture: Furniture) -> Iterator[int]:
    """"... 2 hours agoBy Ann Lee": a small letter runs into a word that opens furniture."""
    for camel in camels:
        if not furniture.opens(text, camel):
            continue
        left = re.split(r"\W", text[max(0, camel - LONGEST_WORD):camel])[-1]
        if not (left[:1].isupper() and left[1:].islower() and len(left) < 3):
            yield camel
