"""What an article tells, sentence by sentence: names and numbers, which outlive translation, and content stems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.compare.figures import NUMBER, plain_number
from copydesk.compare.passages import BODY, find_passages
from copydesk.lexicon import World
from copydesk.record import Report

Sentences = tuple[frozenset[str], ...]  # the facts of each sentence of an article

_PREFIX = 5  # letters of a name that are compared: endings differ between languages
_SHORTEST = 2  # letters of a name
_TOKEN = re.compile(rf"{NUMBER}|[^\W\d_][\w'’-]*")
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's sentences as sets of facts. anchors: names and numbers ("#23"); stems: content words of all kinds."""

    anchors: Sentences
    stems: Sentences
    language: str | None


def find_telling(report: Report, world: World) -> Telling:
    """The facts of the sentences of a report's article; no sentences where it has none."""
    text = report.page.text
    sentences = [text[one.span.start : one.span.end] for one in find_passages(report, BODY)]
    return Telling(
        anchors=find_anchors(sentences, world),
        stems=tuple(frozenset(stem.key for stem in world.wording.find_stems(one)) for one in sentences),
        language=report.article.language if report.article else None,
    )


def find_anchors(sentences: list[str], world: World) -> Sentences:
    """The names and numbers of each sentence. A capital at the head of one makes a name only where it is one elsewhere."""
    tokens = [_TOKEN.findall(sentence) for sentence in sentences]
    inside = {name for words in tokens for word in words[1:] if (name := _name(word, world))}
    return tuple(frozenset(_anchors(words, inside, world)) for words in tokens)


def _anchors(words: list[str], inside: set[str], world: World) -> Iterator[str]:
    for number, word in enumerate(words):
        if word[0].isdigit():
            yield "#" + plain_number(word)
        elif (name := _name(word, world)) and (number > 0 or name in inside):
            yield name


def _name(word: str, world: World) -> str | None:
    """The first letters of a capitalised word, without accents; None for other words and the commonest of a language."""
    word = _POSSESSIVE.sub("", word)
    if not word[0].isupper():
        return None
    is_common = world.wording.is_function_word(word) or word.lower() in world.tongues.commonest
    if is_common and not (len(word) > 1 and word.isupper()):  # "US" is a name, "Us" none
        return None
    plain = _plain(word)
    return plain[:_PREFIX] if len(plain) >= _SHORTEST else None


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in decomposed if unicodedata.category(letter) == "Ll")
