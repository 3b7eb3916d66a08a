"""Outlets that no table knows, told by the words in and beside their names ("Radio X", "the X Post", "news agency X")."""

from __future__ import annotations

from copydesk.attribute.passage import Passage
from copydesk.lexicon import World
from copydesk.record import Name

_NEWS = frozenset({"news", "press", "wire"})
_PLAIN = frozenset({"agency", "report", "today", "network", "media", "press"})  # words in names of other bodies as well
_PARTS = frozenset({"compound", "flat", "appos", "nmod"})


def is_media(passage: Passage, head: int, name: Name | None, world: World) -> bool:
    """Whether a phrase names an outlet or media at large; name: the proper name over its head, None where there is none."""
    words = passage_words(passage, head)
    parts = [head, *_parts(passage, head)]
    titled = passage.tokens[head].tag == "PROPN"
    nouns = [passage.tokens[i] for i in (parts if titled else [head])]
    if is_agency(words) or any(n.tag == "NOUN" and world.cues.kinds.get(n.lemma.lower()) == "outlet" for n in nouns):
        return True
    named = titled and len(parts) > 1 and (name is None or name.label != "person")
    return named and not words.isdisjoint(world.furniture.words["outlet_word"] - _PLAIN)


def is_agency(words: frozenset[str]) -> bool:
    """Whether the lemmas of a phrase say "news agency"."""
    return "agency" in words and not words.isdisjoint(_NEWS)


def passage_words(passage: Passage, head: int) -> frozenset[str]:
    """Lemmas of a noun and its parts, in small letters."""
    return frozenset(passage.tokens[i].lemma.lower() for i in (head, *_parts(passage, head)))


def _parts(passage: Passage, head: int) -> list[int]:
    return [i for i in passage.children[head] if passage.relation(i) in _PARTS]
