"""Which constructions the words of a sentence show: the lexicon against the frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.events.frames import CONTAINERS, Frame, conjuncts, find_noun_frame, find_verb_frame
from copydesk.events.status import is_negated
from copydesk.events.subjects import is_relation
from copydesk.lexicon.constructions import WORD_CLASSES, Condition, Construction, WordClass
from copydesk.lexicon.plover import Plover, list_lemmas
from copydesk.record import Reading, Sentence, Token

LIGHT = frozenset({"does", "starts"})  # kinds of governors whose noun names the event
FREE = frozenset({"mod", "light"})  # slots that no phrase fills
STAND_IN = {"obj": "iobj", "xcomp": "purpose"}  # where the reader may have put what a row asks for


@dataclass(frozen=True, slots=True)
class Match:
    """One construction shown by one frame. probability: the head's, None where a row of the lexicon is shown."""

    construction: Construction
    frame: Frame
    probability: float | None = None


def find_matches(reading: Reading, sentence: Sentence, plover: Plover) -> tuple[Match, ...]:
    """The best construction of each word of a sentence that shows one, in text order."""
    matches = []
    for index in range(sentence.first, sentence.last):
        match = find_match(reading, index, plover)
        if match is not None:
            matches.append(match)
    return tuple(matches)


def find_match(reading: Reading, index: int, plover: Plover) -> Match | None:
    """The most demanding construction that a word shows; None where it shows none."""
    token = reading.tokens[index]
    word_class = find_word_class(token)
    rows = find_rows(reading, index, plover)
    if not rows or (word_class == "n" and is_modifier(reading, index)):
        return None
    nominal = word_class == "n"
    frame = find_noun_frame(reading, index, plover.governors) if nominal else find_verb_frame(reading, index)
    for row in rows:
        if is_shown(reading, row, frame):
            return Match(row, frame)
    return None


def find_word_class(token: Token) -> WordClass | None:
    """The word class under which rows may know a word; a participle that serves as an adjective is a verb there."""
    word_class = WORD_CLASSES.get(token.tag)
    return "v" if word_class == "a" and token.fine in ("VBN", "VBG") else word_class


def find_rows(reading: Reading, index: int, plover: Plover) -> tuple[Construction, ...]:
    """The rows of a word; of a hyphenated one ("sit-in", "cease-fire") those of the whole."""
    token = reading.tokens[index]
    word_class = find_word_class(token)
    if word_class is None:
        return ()
    joined = join_hyphenated(reading, index)
    if joined is not None:
        rows = plover.find_rows(joined, joined, word_class)
        if rows:
            return rows
    return plover.find_rows(token.text, token.lemma, word_class)


def join_hyphenated(reading: Reading, index: int) -> str | None:
    """The hyphenated word that a token is the main part of: "cease-fire" for "fire"; None where there is no hyphen."""
    tokens = reading.tokens
    if _is_hyphen(reading, index - 1) and tokens[index - 2].head == index:
        return f"{tokens[index - 2].text}-{tokens[index].lemma}".lower()
    if _is_hyphen(reading, index + 1) and tokens[index].head != index + 2:
        return f"{tokens[index].lemma}-{tokens[index + 2].text}".lower()
    return None


def _is_hyphen(reading: Reading, index: int) -> bool:
    tokens = reading.tokens
    if not 0 < index < len(tokens) - 1 or tokens[index].text not in ("-", "‑", "–"):
        return False
    return tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start


def is_modifier(reading: Reading, index: int) -> bool:
    """A noun inside another noun's name ("strike force", "Peace Talks Foundation") tells of no event."""
    token = reading.tokens[index]
    if not is_relation(token, "compound", "flat"):
        return False
    return reading.tokens[token.head].lemma.lower() not in CONTAINERS


def find_carried(reading: Reading, match: Match, plover: Plover) -> int:
    """The word that names the event: of a light verb and the noun it carries the noun ("held talks"), else the trigger."""
    frame, row = match.frame, match.construction
    governor = plover.governors.get((row.lemma, "v")) if not frame.nominal else None
    if governor is None or governor.noun_kind not in LIGHT:
        return frame.trigger
    asked = any("obj" in condition.slots and condition.words and condition.wanted for condition in row.conditions)
    for index in frame.slots.get("obj", ()) if asked else ():
        if any(each.category == row.category for each in find_rows(reading, index, plover)):
            return index
    return frame.trigger


def is_shown(reading: Reading, row: Construction, frame: Frame) -> bool:
    """Whether a frame fills all that a construction asks for."""
    if row.particles and frame.particles.isdisjoint(row.particles):
        return False
    for condition in row.conditions:
        if _is_met(reading, condition, frame) is not condition.wanted:
            return False
    return not row.negated or is_negated(reading, frame)


def _is_met(reading: Reading, condition: Condition, frame: Frame) -> bool:
    words = condition.words
    for slot in condition.slots:
        if words is None:
            if slot[0] == "+":
                met = slot[1:] in frame.particles
            else:
                met = bool(_find_filled(slot, frame)) if slot not in FREE else bool(_list_words(reading, slot, frame))
        else:
            met = not words.isdisjoint(_list_words(reading, slot, frame))
        if met:
            return True
    return False


def _find_filled(slot: str, frame: Frame) -> list[int] | None:
    return frame.slots.get(slot) or frame.slots.get(STAND_IN.get(slot, ""))


def _list_words(reading: Reading, slot: str, frame: Frame) -> frozenset[str]:
    """All words by which a row may ask for what fills a slot, found once a frame."""
    known = frame.words.get(slot)
    if known is None:
        if slot == "mod":
            known = frozenset(frame.mods)
        elif slot == "light":
            known = frozenset((frame.light,)) if frame.light else frozenset()
        else:
            heads = _find_filled(slot, frame) or ()
            known = frozenset(word for head in heads for place in conjuncts(reading, head) for word in _name(reading, place))
        frame.words[slot] = known
    return known


def _name(reading: Reading, place: int) -> Iterator[str]:
    """Words for a phrase's head: its lemmas, the hyphenated whole, its tag, and what it merely packs or counts."""
    word = reading.tokens[place]
    lemma = word.lemma.lower()
    yield word.tag
    yield word.text.lower()
    for each in list_lemmas(word.text, lemma, "n"):
        yield each
        yield each.removesuffix("s")  # "troops", "arms" keep their s in some treebanks
    joined = join_hyphenated(reading, place)
    if joined is not None:
        yield joined
    if lemma in CONTAINERS or word.tag in ("NUM", "DET"):
        for child in reading.children[place]:
            token = reading.tokens[child]
            if is_relation(token, "nmod", "compound", "amod"):
                yield token.lemma.lower()
