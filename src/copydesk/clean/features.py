"""What the labeller sees of each unit: named yes-or-no features, so that every decision can be explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from copydesk.clean.stamps import Stamp, Stamps
from copydesk.clean.steps import Steps
from copydesk.clean.units import LINES_KEPT, SHORT_LINE, Unit
from copydesk.lexicon import World
from copydesk.lexicon.furniture import Furniture

_NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w’'-]*\.?$|(?:de|van|von|der|den|al|bin|el|la|da|dos|di)$")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*(?:\s|$)")
BY = re.compile(r"^(?:by|from|(?:words|story|interview|analysis|photographs|review)(?: by)?)[: ]\s*", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[•▪◦●■*–-]\s|\d{1,2}[.)]\s)")
_AUXILIARIES = frozenset((
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might",
    "must", "did", "does", "do", "should", "isn't", "wasn't",
))
# Past forms: regular ones, and the irregular ones that reports use most.
_PAST = re.compile(
    r"(?:[a-z]{3}ed|^(?:was|were|had|did|said|saw|went|came|told|left|took|gave|made|held|met|fell|rose|began|fled|heard|found"
    r"|lost|won|kept|sent|spoke|stood|broke|fought|brought|thought|felt|ran|sank|shot|struck|grew|became|knew))$",
)
LENGTHS = Steps((1, "1"), (3, "2-3"), (6, "4-6"), (12, "7-12"), (24, "13-24"), (45, "25-45"), beyond="46+")  # words
VOICES = {"you": frozenset(("you", "your", "you're", "yours", "you've")), "our": frozenset(("our", "us", "ours"))}
OPENS = frozenset(("start", "whole"))  # places of a phrase that make it the opening of its line
_COUNT = re.compile(r"\s*\(?\d[\d.,]*\s?[kKmM+]?\)?(?=\s|$)")
_DATELIKE = re.compile(r"\D{0,16}\d{1,4}(?:[./:–-]\w{1,4}){1,2}\D{0,12}$|[A-Z][a-z]{2,10} \d{1,2}, \d{4}$")
_LABELLED = re.compile(r"[A-Z][\w. ]{1,24}:\s*\S")
_PARTS = re.compile(r"[|/>»›·•]")
_PARTED = re.compile(r"\s[|/>»›·•]\s")
_DIGIT = re.compile(r"\d")
_CAMELS = re.compile(r"[A-Z](?<=[a-z].)")
_PICTURE = re.compile("[\u2191-\U0010ffff]")  # arrows, boxes, pictures
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]?")
_PRICE = re.compile(r"[$€£]\d+(?:\.\d\d)?\b(?! ?(?:million|billion|bn|m\b|trillion|,))")
MARKS = {
    "|": "pipe", "©": "copyright", "@": "at", "›": "arrow", "»": "arrow", "/": "slash", "\u2003": "cells", "\t": "cells",
    "°": "degree", "%": "percent", "?": "query", "!": "shout", "★": "star", "=": "equals", ">": "arrow",
    "$": "money", "£": "money", "€": "money", "“": "quote", '"': "quote", ":": "colon", "http": "address",
    "www.": "address", "•": "bullet", "(": "bracket",
}
_MARK_NAMES = tuple((mark, f"mark.{name}") for mark, name in MARKS.items())
_SPOKEN_TO = frozenset().union(*VOICES.values())
_MONEY = re.compile("[$€£]")
_ENDINGS = {".": "stop", "!": "mark", "?": "mark", ":": "colon", "…": "ellipsis", ",": "comma", ";": "comma"}
_AGENCY_SHAPE = re.compile(r"/\s?[A-Z]|\bvia\b|\([A-Z]{2,}\)|©")
_BETWEEN_NAMES = re.compile(r",| and | & |\||/|;|·|•")
SEEN_BESIDE = re.compile(  # of a line, by those above and below it
    r"(?:counted\.\w+|words\.[\d+-]+|end\.\w+|case\.\w+|start\.bullet|mark\.colon|name\.role|shape\.wordless)$",
)
ZONED = ("like.", "name.only.", "time.whole")  # features that count apart before, in and after the main run of prose
NAMES_KEPT = 8192  # features whose part is remembered
WORDS_KEPT = 65_536  # words whose form is remembered
SENTENCE_WORDS = 5
COUNTED_WORDS = 6  # words and marks of a line that counts ("187 Comments")
SHORT_WORDS, MANY_PHRASES = 15, 2  # words of a line with a phrase that is long, and phrases of one that has many
LIKE_WORDS = 30  # words of a line that is held against the words of furniture phrases
SHOWN_WORDS = 6  # opening words among which captions have their participle ("A man carrying ...")
STAMP_WORDS, NAMES_WORDS = 40, 14  # words of a line in which times, and names, are looked for
CONTENT_LETTERS = 3  # a word of more that is not among the commonest tells what a line is about
PROSE_WORDS = 12  # fewer words are no paragraph of running text by themselves


@dataclass(slots=True)
class Sight:
    """What is known of one unit before its neighbours are looked at.

    kind: its coarse class, which neighbours see; opened: kinds of furniture whose phrases open the unit or are all of it;
    before, behind: what the unit below and the one above see of it; zoned: features that count apart in each zone of the page.
    """

    unit: Unit
    features: frozenset[str]
    kind: str
    content: frozenset[str]
    stamps: tuple[Stamp, ...]
    opened: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    zoned: tuple[str, ...]

    def of(self, unit: Unit) -> Sight:
        """The same of another unit with the same text."""
        return Sight(
            unit, self.features, self.kind, self.content, self.stamps, self.opened, self.before, self.behind, self.zoned,
        )


def see_units(units: Sequence[Unit], world: World, stamps: Stamps) -> list[Sight]:
    """What is known of each unit by itself. Short lines are remembered: pages of one outlet share their furniture."""
    known = _sights_of(world)
    sights = []
    for unit in units:
        sight = known.get(unit.text)
        if sight is None:
            sight = see_unit(unit, world, stamps)
            if len(unit.text) <= SHORT_LINE and len(known) < LINES_KEPT:
                known[unit.text] = sight
        else:
            sight = sight.of(unit)
        sights.append(sight)
    return sights


@lru_cache(maxsize=4)
def _sights_of(world: World) -> dict[str, Sight]:
    """The lines remembered under a World; none is let go once the room is full."""
    return {}


def see_unit(unit: Unit, world: World, stamps: Stamps) -> Sight:
    """The features of a unit by itself, which its text alone decides: its shape, its words, its times and names."""
    text, english = unit.text, world.tongues.english
    words = [word for word in unit.words if word[0].isalnum()]
    held = frozenset(words)
    lexical, kinds, opened = _lexical(unit, held, world.furniture)
    found = stamps.find(text) if len(words) <= STAMP_WORDS else ()
    common = len([word for word in words if word in english]) / max(1, len(words))
    features = frozenset(chain(
        _shape(text, words), _counts(text), lexical, _times(text, held, found, stamps, world.furniture),
        _names(text, words, held, world.furniture), _voice(text, held), _verbs(text, words, held, world.furniture),
        (f"common.{'none' if not common else 'low' if common < 0.2 else 'mid' if common < 0.35 else 'high'}",),
    ))
    content = frozenset(word for word in held if len(word) > CONTENT_LETTERS and word not in english)
    seen = [*filter(_is_seen_beside, features), *(f"opens.{kind}" for kind in opened or ("nothing",))]
    return Sight(
        unit, features, _coarse_kind(features, kinds, opened, len(words), common), content, found, opened,
        frozenset([f"prev.{each}" for each in seen]), frozenset([f"next.{each}" for each in seen]),
        (*(f"opens.{kind}" for kind in opened), *filter(_is_zoned, features)),
    )


@lru_cache(maxsize=NAMES_KEPT)
def _is_seen_beside(name: str) -> bool:
    """Whether a feature tells what a line looks like, which those above and below it see."""
    return SEEN_BESIDE.match(name) is not None


@lru_cache(maxsize=NAMES_KEPT)
def _is_zoned(name: str) -> bool:
    return name.startswith(ZONED)


def _verbs(text: str, words: Sequence[str], held: frozenset[str], furniture: Furniture) -> Iterator[str]:
    """Whether a line has verbs as sentences have them."""
    auxiliary, past = not _AUXILIARIES.isdisjoint(held), any(map(_is_past, words[1:]))
    if auxiliary:
        yield "verb.auxiliary"
    if past:
        yield "verb.past"
    if any(word.endswith("ing") for word in words[1:SHOWN_WORDS]):
        yield "verb.ing"
    if not auxiliary and not past and len(words) >= SENTENCE_WORDS:
        yield "verb.neither"
        yield f"verb.neither&{'stop' if text[-1] == '.' else 'open'}"
    if not furniture.words["reporting"].isdisjoint(held):
        yield "verb.reporting"


@lru_cache(maxsize=WORDS_KEPT)
def _is_past(word: str) -> bool:
    return _PAST.search(word) is not None


def _voice(text: str, held: frozenset[str]) -> Iterator[str]:
    """Whom a line speaks to, its quotations left out: furniture says "you" and "our", and names prices."""
    if not held.isdisjoint(_SPOKEN_TO):
        words = _QUOTED.sub(" ", text).lower().replace("’", "'").split()
        yield from (f"voice.{name}" for name, forms in VOICES.items() if not forms.isdisjoint(words))
    if _MONEY.search(text) and _PRICE.search(text):
        yield "voice.price"


def _shape(text: str, words: list[str]) -> Iterator[str]:
    firsts = [token[0] for token in text.split()]
    letters = [first for first in firsts if first.isalpha()]
    capital = len([first for first in letters if first.isupper()]) / max(1, len(letters))
    case = "upper" if text.isupper() and len(text) > 3 else "title" if capital > 0.7 and len(letters) > 1 else (
        "some" if capital > 0.25 else "sentence")
    yield from _form(LENGTHS.name(len(words)), _ending(text), case, min(len(_SENTENCE_END.findall(text)), 3))
    yield from _start(text)
    for mark, name in _MARK_NAMES:
        if mark in text:
            yield name
    if not words or all(map(str.isdigit, words)):
        yield "shape.wordless"
    half = len(text) // 2
    if len(words) > 5 and text[:half].strip() == text[half:].strip():
        yield "shape.doubled"


@lru_cache(maxsize=1024)
def _form(length: str, end: str, case: str, sentences: int) -> frozenset[str]:
    return frozenset((
        f"words.{length}", f"end.{end}", f"case.{case}", f"words.{length}&end.{end}", f"words.{length}&case.{case}",
        f"sentences.{sentences}",
    ))


def _start(text: str) -> Iterator[str]:
    first = text[0]
    if first.islower():
        yield "start.small"
    if first in "\"“‘'«":
        yield "start.quote"
        if first in "\"“" and text[-1] in "\"”" and len(_QUOTED.findall(text)) == 1:
            yield "quote.whole"
    if first in "—–":
        yield "start.dash"
    if _BULLET.match(text):
        yield "start.bullet"
    if first.isdigit():
        yield "start.digit"


def _counts(text: str) -> Iterator[str]:
    """Features of lines that count: "1.2k shares", "0", "5/10", and of what no word is written with."""
    if match := _COUNT.match(text):
        yield "count.alone" if match.end() == len(text) else "count.opens"
    if not text.isascii() and _PICTURE.search(text):
        yield "mark.picture"
    if "#" in text or "@" in text:
        yield "mark.tagged"
    if text[0] in "[(" and text.rstrip(" .")[-1:] in ("]", ")"):
        yield "mark.enclosed"
    if len(_CAMELS.findall(text)) > 1:
        yield "mark.camels"
    if _PARTS.search(text) and len(_PARTED.findall(text)) > 1:
        yield "mark.parted"
    if _DIGIT.search(text):
        tokens = text.split()
        if len(tokens) > 1 and len([token for token in tokens if _DIGIT.search(token)]) > len(tokens) / 3:
            yield "shape.figures"
        if _DATELIKE.match(text):
            yield "time.like"
    if ":" in text and _LABELLED.match(text):
        yield "shape.labelled"


def _ending(text: str) -> str:
    last = text.rstrip("\"”’')] ")[-1:]
    if last in "." and text.endswith(("...", "…")):
        return "ellipsis"
    return _ENDINGS.get(last, "quote" if text[-1] in "\"”" else "none")


def _lexical(
    unit: Unit, held: frozenset[str], furniture: Furniture,
) -> tuple[set[str], Counter[str], frozenset[str]]:
    """Features of the words of furniture, the kinds of its phrases, and of those that open the line."""
    rows, count = furniture.find_phrases(unit.words), len(unit.words)
    kinds: Counter[str] = Counter([row.kind for row in rows])
    features = {name for row in rows for name in _phrased(row.kind, row.where, count < SHORT_WORDS, count >= PROSE_WORDS)}
    if len(rows) > MANY_PHRASES:
        features.add("phrase.many")
    if count <= LIKE_WORDS:
        features.update(f"like.{name}" for name in furniture.likeness(unit.words))
    if 1 < count <= COUNTED_WORDS and unit.words[0][0].isdigit():
        features.update(f"counted.{row.kind}" for row in furniture.find_phrases(unit.words[1:]))
    if agencies := furniture.words["agency"] & held:
        features.add("agency.one" if len(agencies) == 1 else "agency.several")
        if _AGENCY_SHAPE.search(unit.text):
            features.add("agency.shape")
    return features, kinds, frozenset([row.kind for row in rows if row.where in OPENS])


@lru_cache(maxsize=1024)
def _phrased(kind: str, where: str, is_short: bool, is_long: bool) -> tuple[str, ...]:
    opens = (f"phrase.{kind}&{'short' if is_short else 'long'}",) if where != "any" else ()
    starts = (f"phrase.{kind}.start&{'long' if is_long else 'brief'}",) if where == "start" else ()
    return (f"phrase.{kind}.{where}", *opens, *starts)


def _times(
    text: str, held: frozenset[str], found: tuple[Stamp, ...], stamps: Stamps, furniture: Furniture,
) -> Iterator[str]:
    if not found and "read" not in held:
        return
    kinds = {stamp.kind for stamp in found}
    yield from (f"time.{kind}" for kind in kinds)
    rest = stamps.rest(text).split()
    if not rest:
        yield "time.whole"
    elif len(rest) <= 3:
        yield "time.mostly"
        if any(row.kind == "section" for row in furniture.find_phrases([word.lower() for word in rest])):
            yield "time.section"
    if len(rest) <= 8 and kinds & {"age", "date"}:
        yield "time.short"


def _names(text: str, words: list[str], held: frozenset[str], furniture: Furniture) -> Iterator[str]:
    has_reporter = not furniture.words["reporter"].isdisjoint(held)
    has_outlet = not furniture.words["outlet_word"].isdisjoint(held)
    if has_reporter:
        yield "word.reporter"
    if has_outlet:
        yield "word.outlet"
    if len(words) > NAMES_WORDS:
        return
    bare = BY.sub("", text)
    parts = [part.strip() for part in _BETWEEN_NAMES.split(bare) if part.strip()]
    if parts and is_name(parts[0], furniture):
        yield "name.opens"
        if bare != text:
            yield "name.by"
        if all(is_name(part, furniture) for part in parts):
            yield "name.only"
            yield f"name.only.{min(len(parts), 2)}"
        elif has_reporter or has_outlet:
            yield "name.role"


def is_name(text: str, furniture: Furniture) -> bool:
    """Whether a short text looks like one person's name: two to four capitalised words, none of them a common word."""
    words = text.split()
    if text.isupper():
        words = [word.title() for word in words]
    if not 2 <= len(words) <= 4 or not all(_NAME_WORD.match(word) for word in words):
        return False
    return not furniture.words["not_a_name"].intersection(word.lower().strip(".") for word in words)


def _coarse_kind(
    features: frozenset[str], kinds: Counter[str], opened: frozenset[str], words: int, common: float,
) -> str:
    """One of time, name, credit, prose, furniture, title, talk, scrap: what a glance would say."""
    ends = not features.isdisjoint(("end.stop", "end.mark", "end.colon"))
    pushy = bool(opened) and kinds["promotion"] + kinds["legal"] > 1
    rules = (
        ("time", not features.isdisjoint(("time.whole", "time.mostly"))),
        ("name", not features.isdisjoint(("name.only", "name.by"))),
        ("credit", (kinds["credit"] > 0 and words < 40) or ("agency.shape" in features and words < 14)),
        ("prose", words >= PROSE_WORDS and ends and common >= 0.2 and not pushy),
        ("furniture", bool(opened)),
        ("title", 4 <= words <= 22 and "end.stop" not in features),
        ("talk", ends and words >= 5),
    )
    return next((kind for kind, holds in rules if holds), "scrap")
