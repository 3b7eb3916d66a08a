"""Which constructions the words of a sentence show: the lexicon against the frames."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.events.frames import (
    CONTAINERS,
    NOMINAL,
    Frame,
    conjuncts,
    find_noun_frame,
    find_verb_frame,
    is_relation,
)
from copydesk.lexicon.constructions import Condition, Construction
from copydesk.lexicon.plover import Plover, find_construction
from copydesk.record import Reading, Sentence


@dataclass(frozen=True, slots=True)
class Match:
    """One construction shown by one frame."""

    construction: Construction
    frame: Frame


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
    lemma = token.lemma.lower()
    if token.tag in ("VERB", "AUX") or (token.tag == "ADJ" and token.fine in ("VBN", "VBG")):
        rows = plover.constructions.get((lemma, "v"), ())
        frame = find_verb_frame(reading, index) if rows else None
    elif token.tag in NOMINAL:
        rows = find_construction(plover.constructions, lemma, "n")
        if not rows or _is_modifier(reading, index):
            return None
        frame = find_noun_frame(reading, index, plover.governors)
    elif token.tag == "ADJ":
        rows = plover.constructions.get((lemma, "a"), ())
        frame = find_verb_frame(reading, index) if rows else None
    else:
        return None
    if frame is None:
        return None
    for row in rows:
        if is_shown(reading, row, frame):
            return Match(row, frame)
    return None


def _is_modifier(reading: Reading, index: int) -> bool:
    """A noun inside another noun's name ("strike force", "Peace Talks Foundation") tells of no event."""
    token = reading.tokens[index]
    if not is_relation(token, "compound", "flat"):
        return False
    return reading.tokens[token.head].lemma.lower() not in CONTAINERS


def is_shown(reading: Reading, row: Construction, frame: Frame) -> bool:
    """Whether a frame fills all that a construction asks for."""
    if row.particle and row.particle not in frame.particles:
        return False
    return all(_holds(reading, condition, frame) for condition in row.conditions)


def _holds(reading: Reading, condition: Condition, frame: Frame) -> bool:
    return _is_met(reading, condition, frame) is condition.wanted


def _is_met(reading: Reading, condition: Condition, frame: Frame) -> bool:
    words = condition.words
    if condition.slot == "mod":
        return bool(frame.mods) if words is None else not frame.mods.isdisjoint(words)
    if condition.slot == "light":
        return frame.light is not None and (words is None or frame.light in words)
    filled = frame.slots.get(condition.slot)
    if not filled:
        return False
    return words is None or any(_has_word(reading, head, words) for head in filled)


def _has_word(reading: Reading, head: int, words: frozenset[str]) -> bool:
    """Whether a phrase's head, one coordinated with it, or what the head merely packs is among the words."""
    for place in conjuncts(reading, head):
        lemma = reading.tokens[place].lemma.lower()
        if lemma in words or lemma.removesuffix("s") in words:  # "troops", "arms" keep their s in some treebanks
            return True
        if lemma in CONTAINERS or reading.tokens[place].tag in ("NUM", "DET"):
            for child in reading.children[place]:
                token = reading.tokens[child]
                if is_relation(token, "nmod", "compound", "amod") and token.lemma.lower() in words:
                    return True
    return False
