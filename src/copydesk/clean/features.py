"""What the labeller sees of each unit: named yes-or-no features, so that every decision can be explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.clean.stamps import Stamp, Stamps
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.lexicon.furniture import Furniture

_NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w’'-]*\.?$|(?:de|van|von|der|den|al|bin|el|la|da|dos|di)$")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*(?:\s|$)")
_BY = re.compile(r"^(?:by|from|(?:words|story|interview|analysis|photographs|review)(?: by)?)[: ]\s*", re.IGNORECASE)
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
LENGTHS = ((1, "1"), (3, "2-3"), (6, "4-6"), (12, "7-12"), (24, "13-24"), (45, "25-45"))  # words, upper edges
PAGE_SIZES = ((2, "1-2"), (5, "3-5"), (12, "6-12"))  # units on the page, upper edges
VOICES = {"you": frozenset(("you", "your", "you're", "yours", "you've")), "our": frozenset(("our", "us", "ours"))}
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]?")
_PRICE = re.compile(r"[$€£]\d+(?:\.\d\d)?\b(?! ?(?:million|billion|bn|m\b|trillion|,))")
MARKS = {
    "|": "pipe", "©": "copyright", "@": "at", "›": "arrow", "»": "arrow", "/": "slash", "\u2003": "cells", "\t": "cells",
    "“": "quote", '"': "quote", ":": "colon", "http": "address", "www.": "address", "•": "bullet", "(": "bracket",
}
PROSE_WORDS = 12  # fewer words are no paragraph of running text by themselves
LONGEST_GAP = 4  # units without prose inside one run of prose
LONG_RUN = 120  # words after which a time line ends a run
NEIGHBOURHOOD = 3  # units on each side in which prose is counted


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of one unit before its neighbours are looked at. kind: its coarse class, which neighbours see."""

    unit: Unit
    features: frozenset[str]
    kind: str
    content: frozenset[str]
    stamps: tuple[Stamp, ...]


def find_features(
    units: Sequence[Unit], world: World, stamps: Stamps, title: str | None = None,
) -> list[frozenset[str]]:
    """The features of each unit. title: the headline that metadata states, where it states one."""
    sights = [see_unit(unit, world, stamps) for unit in units]
    places = _prose_places(sights)
    repeated = _repetitions(units)
    topic = _Topic(sights, places)
    writers = _writers(sights)
    titled = _folded(title) if title else ""
    return [
        sight.features | _position(i, len(sights), places) | _context(sights, i, places) | repeated[i]
        | topic.features(i) | _titled(sight.unit, titled) | _echoes(sight, writers)
        for i, sight in enumerate(sights)
    ]


def see_unit(unit: Unit, world: World, stamps: Stamps) -> Sight:
    """The features of a unit by itself: its shape, its words, its times and names."""
    words = [word for word in unit.words if word[0].isalnum()]
    shape = _shape(unit.text, words)
    lexical, kinds = _lexical(unit, world.furniture)
    found = tuple(stamps.find(unit.text)) if len(words) <= 40 else ()
    times = _times(unit.text, words, found, stamps, world.furniture)
    names = _names(unit.text, words, world.furniture)
    common = sum(word in world.tongues.english for word in words) / max(1, len(words))
    level = "none" if not common else "low" if common < 0.2 else "mid" if common < 0.35 else "high"
    voice = _voice(unit.text) | {f"common.{level}"}
    if _AUXILIARIES.intersection(words):
        voice.add("verb.auxiliary")
    if any(_PAST.search(word) for word in words[1:]):
        voice.add("verb.past")
    if world.furniture.words["reporting"].intersection(words):
        voice.add("verb.reporting")
    features = frozenset(shape | lexical | times | names | voice)
    kind = _coarse_kind(features, kinds, len(words), common)
    content = frozenset(word for word in words if len(word) > 3 and word not in world.tongues.english)
    return Sight(unit, features, kind, content, found)


def _voice(text: str) -> set[str]:
    """Whom a line speaks to, its quotations left out: furniture says "you" and "our", and names prices."""
    words = set(_QUOTED.sub(" ", text).lower().replace("’", "'").split())
    features = {f"voice.{name}" for name, forms in VOICES.items() if words & forms}
    if _PRICE.search(text):
        features.add("voice.price")
    return features


def _shape(text: str, words: list[str]) -> set[str]:
    length = next((name for edge, name in LENGTHS if len(words) <= edge), "46+")
    end = _ending(text)
    tokens = [word for word in text.split() if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in tokens) / max(1, len(tokens))
    case = "upper" if text.isupper() and len(text) > 3 else "title" if capital > 0.7 and len(tokens) > 1 else (
        "some" if capital > 0.25 else "sentence")
    features = {f"words.{length}", f"end.{end}", f"case.{case}", f"words.{length}&end.{end}"}
    features.add(f"words.{length}&case.{case}")
    sentences = len(_SENTENCE_END.findall(text))
    features.add(f"sentences.{min(sentences, 3)}")
    first = text[:1]
    if first.islower():
        features.add("start.small")
    if first in "\"“‘'«":
        features.add("start.quote")
    if first in "\"“" and text.rstrip()[-1:] in "\"”" and len(_QUOTED.findall(text)) == 1:
        features.add("quote.whole")
    if first in "—–":
        features.add("start.dash")
    if _BULLET.match(text):
        features.add("start.bullet")
    if first.isdigit():
        features.add("start.digit")
    features.update(f"mark.{name}" for mark, name in MARKS.items() if mark in text)
    if not words or all(word.isdigit() for word in words):
        features.add("shape.wordless")
    half = len(text) // 2
    if len(words) > 5 and text[:half].strip() == text[half:].strip():
        features.add("shape.doubled")
    return features


def _ending(text: str) -> str:
    last = text.rstrip("\"”’')] ")[-1:]
    if last in "." and text.rstrip().endswith(("...", "…")):
        return "ellipsis"
    names = {".": "stop", "!": "mark", "?": "mark", ":": "colon", "…": "ellipsis", ",": "comma", ";": "comma"}
    quoted = text.rstrip()[-1:] in "\"”"
    return names.get(last, "quote" if quoted else "none")


def _lexical(unit: Unit, furniture: Furniture) -> tuple[set[str], Counter[str]]:
    rows = furniture.find_phrases(unit.words)
    kinds: Counter[str] = Counter(row.kind for row in rows)
    short = "short" if len(unit.words) < 15 else "long"
    features = {f"phrase.{row.kind}.{row.where}" for row in rows}
    features |= {f"phrase.{row.kind}&{short}" for row in rows if row.where != "any"}
    length = "long" if len(unit.words) >= PROSE_WORDS else "brief"
    features |= {f"phrase.{row.kind}.start&{length}" for row in rows if row.where == "start"}
    if kinds and kinds.total() > 2:
        features.add("phrase.many")
    agencies = furniture.words["agency"].intersection(unit.words)
    if agencies:
        features.add("agency.one" if len(agencies) == 1 else "agency.several")
        if re.search(r"/\s?[A-Z]|\bvia\b|\([A-Z]{2,}\)|©", unit.text):
            features.add("agency.shape")
    return features, kinds


def _times(text: str, words: list[str], found: tuple[Stamp, ...], stamps: Stamps, furniture: Furniture) -> set[str]:
    if not found and "read" not in words:
        return set()
    features = {f"time.{stamp.kind}" for stamp in found}
    rest = stamps.rest(text)
    rest_words = rest.split()
    if not rest_words:
        features.add("time.whole")
    elif len(rest_words) <= 3:
        features.add("time.mostly")
        if any(row.kind == "section" for row in furniture.find_phrases([word.lower() for word in rest_words])):
            features.add("time.section")
    if len(rest_words) <= 8 and any(stamp.kind in ("age", "date") for stamp in found):
        features.add("time.short")
    return features


def _names(text: str, words: list[str], furniture: Furniture) -> set[str]:
    features = set()
    bare = _BY.sub("", text.strip())
    by = bare != text.strip()
    parts = [part.strip() for part in re.split(r",| and | & |\||/|;|·|•", bare) if part.strip()]
    if parts and len(words) <= 14 and is_name(parts[0], furniture):
        features.add("name.opens")
        if by:
            features.add("name.by")
        if all(is_name(part, furniture) for part in parts):
            features.add("name.only")
            features.add(f"name.only.{min(len(parts), 2)}")
        elif furniture.words["reporter"].intersection(words) or furniture.words["outlet_word"].intersection(words):
            features.add("name.role")
    if furniture.words["reporter"].intersection(words):
        features.add("word.reporter")
    if furniture.words["outlet_word"].intersection(words):
        features.add("word.outlet")
    return features


def is_name(text: str, furniture: Furniture) -> bool:
    """Whether a short text looks like one person's name: two to four capitalised words, none of them a common word."""
    words = text.split()
    if text.isupper():
        words = [word.title() for word in words]
    if not 2 <= len(words) <= 4 or not all(_NAME_WORD.match(word) for word in words):
        return False
    return not furniture.words["not_a_name"].intersection(word.lower().strip(".") for word in words)


def _coarse_kind(features: frozenset[str], kinds: Counter[str], words: int, common: float) -> str:
    """One of time, name, credit, prose, furniture, title, talk, scrap: what a glance would say."""
    ends = features & {"end.stop", "end.mark", "end.colon"}
    opened = any(each.startswith("phrase.") and each.endswith((".start", ".whole")) for each in features)
    pushy = opened and kinds["promotion"] + kinds["legal"] > 1
    rules = (
        ("time", bool(features & {"time.whole", "time.mostly"})),
        ("name", bool(features & {"name.only", "name.by"})),
        ("credit", (kinds["credit"] > 0 and words < 40) or ("agency.shape" in features and words < 14)),
        ("prose", words >= PROSE_WORDS and bool(ends) and common >= 0.2 and not pushy),
        ("furniture", opened),
        ("title", 4 <= words <= 22 and "end.stop" not in ends),
        ("talk", bool(ends) and words >= 5),
    )
    return next((kind for kind, holds in rules if holds), "scrap")


def _prose_places(sights: list[Sight]) -> tuple[int, int]:
    """First and last unit of the main run of prose, by words, small gaps allowed; (-1, -1) where there is none.

    A line that is a time ends a run once it is long: there a card begins.
    """
    best, first, last, weight, gap = (-1, -1, 0), -1, -1, 0, 0
    for i, sight in enumerate(sights):
        if sight.kind in ("prose", "talk"):
            first, last, gap = (first if first >= 0 else i), i, 0
            weight += len(sight.unit.words)
            best = max(best, (first, last, weight), key=lambda run: run[2])
            continue
        gap += LONGEST_GAP if sight.kind == "time" and weight > LONG_RUN else sight.kind != "credit"
        if gap > LONGEST_GAP:
            first, weight = -1, 0
    return best[0], best[1]


def _position(i: int, count: int, places: tuple[int, int]) -> frozenset[str]:
    first, last = places
    zone = "none" if first < 0 else "before" if i < first else "after" if i > last else "inside"
    features = {f"zone.{zone}", f"quarter.{4 * i // max(1, count)}"}
    if zone == "before":
        features.add(f"before.{_distance(first - i)}")
    if zone == "after":
        features.add(f"after.{_distance(i - last)}")
    features.add(f"page.{next((name for edge, name in PAGE_SIZES if count <= edge), '13+')}")
    if i == 0:
        features.add("edge.first")
    if i == count - 1:
        features.add("edge.last")
    return frozenset(features)


def _distance(units: int) -> str:
    return next((name for edge, name in ((1, "1"), (3, "2-3"), (8, "4-8")) if units <= edge), "9+")


def _context(sights: list[Sight], i: int, places: tuple[int, int]) -> frozenset[str]:
    def kind(j: int) -> str:
        return sights[j].kind if 0 <= j < len(sights) else "edge"

    own = sights[i].kind
    near = range(max(0, i - NEIGHBOURHOOD), min(len(sights), i + NEIGHBOURHOOD + 1))
    prose = sum(sights[j].kind == "prose" for j in near if j != i)
    features = {
        f"kind.{own}", f"last.{kind(i - 1)}", f"next.{kind(i + 1)}", f"next2.{kind(i + 2)}", f"last2.{kind(i - 2)}",
        f"kind.{own}&last.{kind(i - 1)}", f"kind.{own}&next.{kind(i + 1)}", f"near.{min(prose, 4)}",
        f"kind.{own}&near.{min(prose, 4)}",
    }
    zone = "before" if i < places[0] else "after" if i > places[1] >= 0 else "inside"
    features.add(f"kind.{own}&zone.{zone}")
    if sights[i].unit.glued:
        features.add("edge.glued")
    return frozenset(features)


def _repetitions(units: Sequence[Unit]) -> list[frozenset[str]]:
    """Lines that stand twice, and lines most of whose word triples stand in another line (a repeated caption)."""
    whole = Counter(unit.folded for unit in units)
    triples: Counter[tuple[str, ...]] = Counter()
    own = []
    for unit in units:
        mine = {unit.words[i:i + 3] for i in range(len(unit.words) - 2)}
        own.append(mine)
        triples.update(mine)
    found = []
    for unit, mine in zip(units, own, strict=True):
        features = set()
        if whole[unit.folded] > 1:
            features.add("repeat.whole")
        elif len(mine) > 3 and sum(triples[triple] > 1 for triple in mine) > 0.6 * len(mine):
            features.add("repeat.part")
        found.append(frozenset(features))
    return found


class _Topic:
    """How much of a unit's content words stand in the main run of prose: teasers of other stories share little."""

    def __init__(self, sights: list[Sight], places: tuple[int, int]) -> None:
        self.sights, self.places = sights, places
        self.counts: Counter[str] = Counter()
        for sight in sights[max(0, places[0]):places[1] + 1]:
            if sight.kind == "prose":
                self.counts.update(sight.content)

    def features(self, i: int) -> frozenset[str]:
        sight = self.sights[i]
        inside = sight.kind == "prose" and self.places[0] <= i <= self.places[1]
        features = set()
        if len(sight.content) >= 2 and self.counts:
            shared = sum(self.counts[word] > inside for word in sight.content) / len(sight.content)
            level = "none" if not shared else "low" if shared < 0.2 else "mid" if shared < 0.45 else "high"
            features |= {f"topic.{level}", f"kind.{sight.kind}&topic.{level}"}
        following = next((other for other in self.sights[i + 1:i + 6] if other.kind == "prose"), None)
        if following and len(sight.content) >= 2:
            shared = len(sight.content & following.content) / len(sight.content)
            features.add(f"opening.{'none' if not shared else 'low' if shared < 0.3 else 'high'}")
        return frozenset(features)


def _writers(sights: list[Sight]) -> frozenset[str]:
    """Names that stand alone on a line or after "by", folded: whoever they are, a line about them may be a biography."""
    found = set()
    for sight in sights:
        if sight.features & {"name.only", "name.by", "name.role"}:
            for part in re.split(r",| and | & |\||\sin\s|\(", _BY.sub("", sight.unit.text)):
                if 2 <= len(part.split()) <= 4:
                    found.add(_folded(part))
    return frozenset(found)


def _echoes(sight: Sight, writers: frozenset[str]) -> frozenset[str]:
    if sight.features & {"name.only", "name.by"} or not writers:
        return frozenset()
    text = sight.unit.folded
    if any(text.startswith(name) for name in writers):
        return frozenset(("echo.opens", f"echo.opens&{sight.kind}"))
    return frozenset(("echo.inside",)) if any(name in text for name in writers) else frozenset()


def _titled(unit: Unit, title: str) -> frozenset[str]:
    if not title:
        return frozenset()
    own = unit.folded
    if own == title:
        return frozenset(("title.same",))
    if len(own) > 20 and (own in title or title in own) and len(own) < 2 * len(title):
        return frozenset(("title.part",))
    return frozenset()


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
