"""Outlets that cite somebody: "Tass, citing the ministry, reported ..." is the ministry's, passed on by Tass."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.media import is_media
from copydesk.attribute.passage import Passage
from copydesk.attribute.speakers import phrase
from copydesk.lexicon import World

_CITING = frozenset({"cite", "quote"})


def find_cited(passage: Passage, drafts: list[Draft], world: World) -> list[Draft]:
    """The drafts with whoever an outlet cites as speaker and the outlet as a hand; "citing X" by itself says nothing.

    Only an outlet passes words on in this way: a person who cites figures speaks for himself.
    """
    citing: set[int] = set()
    for draft in drafts:
        place = _citing(passage, draft)
        if place is None or draft.speaker is None or not _is_outlet(passage, draft.speaker, world):
            continue
        cited = passage.child(place, "obj")
        if cited is None or not _speaks(passage, cited, world):
            continue
        citing.add(place)
        draft.hands.append(draft.speaker)
        draft.speaker = cited
    return [draft for draft in drafts if draft.head not in citing]


def _citing(passage: Passage, draft: Draft) -> int | None:
    """The participle "citing" on a cue or on its subject."""
    tops = [draft.head] if draft.speaker is None else [draft.head, draft.speaker]
    for top in tops:
        for below in passage.children[top]:
            token = passage.tokens[below]
            if token.lemma in _CITING and token.fine == "VBG" and token.relation in ("advcl", "acl"):
                return below
    return None


def _is_outlet(passage: Passage, head: int, world: World) -> bool:
    name = next((name for name in passage.reading.names if name.first <= head < name.last), None)
    start, end = (name.start, name.end) if name else phrase(passage, head)
    if world.outlets.find(passage.text[start:end]) is not None:
        return True
    return world.cues.kinds.get(passage.tokens[head].lemma.lower()) == "outlet" or is_media(passage, head, name, world)


def _speaks(passage: Passage, head: int, world: World) -> bool:
    token = passage.tokens[head]
    return token.tag == "PROPN" or token.lemma.lower() in world.cues.kinds
