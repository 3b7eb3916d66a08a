"""Which constructions the words of a sentence show: the lexicon against the frames."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.events.frames import CONTAINERS, Frame, conjuncts, find_noun_frame, find_verb_frame
from copydesk.events.subjects import is_relation
from copydesk.lexicon.constructions import WORD_CLASSES, Condition, Construction, WordClass
from copydesk.lexicon.plover import Plover, list_lemmas
from copydesk.record import Reading, Sentence, Token


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
        word = reading.tokens[place]
        lemma = word.lemma.lower()
        joined = join_hyphenated(reading, place)
        if any(each in words or each.removesuffix("s") in words for each in list_lemmas(word.text, lemma, "n")):
            return True  # "troops", "arms" keep their s in some treebanks
        if joined is not None and joined in words:
            return True
        if lemma in CONTAINERS or reading.tokens[place].tag in ("NUM", "DET"):
            for child in reading.children[place]:
                token = reading.tokens[child]
                if is_relation(token, "nmod", "compound", "amod") and token.lemma.lower() in words:
                    return True
    return False
