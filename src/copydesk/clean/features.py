"""What the labeller sees of each unit: named yes-or-no features, so that every decision can be explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from copydesk.clean.stamps import Stamp, Stamps
from copydesk.clean.units import Unit
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
LENGTHS = ((1, "1"), (3, "2-3"), (6, "4-6"), (12, "7-12"), (24, "13-24"), (45, "25-45"))  # words, upper edges
VOICES = {"you": frozenset(("you", "your", "you're", "yours", "you've")), "our": frozenset(("our", "us", "ours"))}
_OPENING = re.compile(r"phrase\.\w+\.(?:start|whole)$")
_COUNT = re.compile(r"\s*\(?\d[\d.,]*\s?[kKmM+]?\)?(?=\s|$)")
_DATELIKE = re.compile(r"\D{0,16}\d{1,4}(?:[./:–-]\w{1,4}){1,2}\D{0,12}$|[A-Z][a-z]{2,10} \d{1,2}, \d{4}$")
_LABELLED = re.compile(r"[A-Z][\w. ]{1,24}:\s*\S")
_PARTED = re.compile(r"\s[|/>»›·•]\s")
_DIGIT = re.compile(r"\d")
_CAMELS = re.compile(r"[a-z][A-Z]")
ASTRAL = "\u2190"  # characters above it: arrows, boxes, pictures
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]?")
_PRICE = re.compile(r"[$€£]\d+(?:\.\d\d)?\b(?! ?(?:million|billion|bn|m\b|trillion|,))")
MARKS = {
    "|": "pipe", "©": "copyright", "@": "at", "›": "arrow", "»": "arrow", "/": "slash", "\u2003": "cells", "\t": "cells",
    "°": "degree", "%": "percent", "?": "query", "!": "shout", "★": "star", "=": "equals", ">": "arrow",
    "$": "money", "£": "money", "€": "money", "“": "quote", '"': "quote", ":": "colon", "http": "address",
    "www.": "address", "•": "bullet", "(": "bracket",
}
WORDS_KEPT = 65_536  # words whose form is remembered
SHORT_LINE, LINES_KEPT = 60, 20_000  # characters of a line that is remembered, and how many are
SENTENCE_WORDS = 5
COUNTED_WORDS = 6  # words and marks of a line that counts ("187 Comments")
LIKE_WORDS = 30  # words of a line that is held against the words of furniture phrases
SHOWN_WORDS = 6  # opening words among which captions have their participle ("A man carrying ...")
PROSE_WORDS = 12  # fewer words are no paragraph of running text by themselves


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of one unit before its neighbours are looked at.

    kind: its coarse class, which neighbours see; opened: kinds of furniture whose phrases open the unit or are all of it.
    """

    unit: Unit
    features: frozenset[str]
    kind: str
    content: frozenset[str]
    stamps: tuple[Stamp, ...]
    opened: frozenset[str]


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
        sights.append(Sight(unit, sight.features, sight.kind, sight.content, sight.stamps, sight.opened))
    return sights


@lru_cache(maxsize=4)
def _sights_of(world: World) -> dict[str, Sight]:
    """The lines remembered under a World; none is let go once the room is full."""
    return {}


def see_unit(unit: Unit, world: World, stamps: Stamps) -> Sight:
    """The features of a unit by itself, which its text alone decides: its shape, its words, its times and names."""
    words = [word for word in unit.words if word[0].isalnum()]
    shape = _shape(unit.text, words) | _counts(unit.text)
    lexical, kinds = _lexical(unit, world.furniture)
    found = stamps.find(unit.text) if len(words) <= 40 else ()
    times = _times(unit.text, words, found, stamps, world.furniture)
    names = _names(unit.text, words, world.furniture)
    common = sum(map(world.tongues.english.__contains__, words)) / max(1, len(words))
    level = "none" if not common else "low" if common < 0.2 else "mid" if common < 0.35 else "high"
    voice = _voice(unit.text) | {f"common.{level}"}
    if _AUXILIARIES.intersection(words):
        voice.add("verb.auxiliary")
    if any(map(_is_past, words[1:])):
        voice.add("verb.past")
    if any(word.endswith("ing") for word in words[1:SHOWN_WORDS]):
        voice.add("verb.ing")
    if not voice & {"verb.auxiliary", "verb.past"} and len(words) >= SENTENCE_WORDS:
        voice.add("verb.neither")
        voice.add(f"verb.neither&{'stop' if unit.text.rstrip().endswith('.') else 'open'}")
    if world.furniture.words["reporting"].intersection(words):
        voice.add("verb.reporting")
    features = frozenset(shape | lexical | times | names | voice)
    kind = _coarse_kind(features, kinds, len(words), common)
    content = frozenset(word for word in words if len(word) > 3 and word not in world.tongues.english)
    opened = frozenset(each.split(".")[1] for each in features if _OPENING.match(each))
    return Sight(unit, features, kind, content, found, opened)


@lru_cache(maxsize=WORDS_KEPT)
def _is_past(word: str) -> bool:
    return _PAST.search(word) is not None


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


def _counts(text: str) -> set[str]:
    """Features of lines that count: "1.2k shares", "0", "5/10", and of what no word is written with."""
    features = set()
    if match := _COUNT.match(text):
        features.add("count.alone" if match.end() == len(text.rstrip()) else "count.opens")
    if max(text) > ASTRAL:
        features.add("mark.picture")
    if text.count("#") or text.count("@"):
        features.add("mark.tagged")
    if text.startswith(("[", "(")) and text.rstrip(" .")[-1:] in "])":
        features.add("mark.enclosed")
    if len(_CAMELS.findall(text)) > 1:
        features.add("mark.camels")
    if len(_PARTED.findall(text)) > 1:
        features.add("mark.parted")
    tokens = text.split() if _DIGIT.search(text) else []
    if len(tokens) > 1 and sum(map(bool, map(_DIGIT.search, tokens))) > len(tokens) / 3:
        features.add("shape.figures")
    if _DATELIKE.match(text):
        features.add("time.like")
    if _LABELLED.match(text):
        features.add("shape.labelled")
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
    if len(unit.words) <= LIKE_WORDS:
        features |= {f"like.{name}" for name in furniture.likeness(unit.words)}
    if 1 < len(unit.words) <= COUNTED_WORDS and unit.words[0][0].isdigit():
        features |= {f"counted.{row.kind}" for row in furniture.find_phrases(unit.words[1:])}
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
    bare = BY.sub("", text.strip())
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


def folded(text: str) -> str:
    """The words of a text in small letters, marks left out."""
    return " ".join(re.findall(r"\w+", text.lower()))
