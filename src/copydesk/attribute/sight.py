"""What the page's own reporters saw or heard: "our correspondent counted nine bodies", "this reporter saw the gates open"."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.attribute.speakers import find_subject

_SENSING = frozenset({"see", "hear", "watch", "count", "witness", "observe", "notice", "film", "photograph"})
_REPORTERS = frozenset({"reporter", "correspondent", "journalist", "photographer", "crew", "stringer", "team"})
_OWN = frozenset({"this", "our"})
_PAPERS = frozenset({"newspaper", "paper", "agency", "station", "programme", "website", "site", "magazine", "channel"})
_WHOLE = ("ccomp", "xcomp", "obj")


def find_sights(passage: Passage) -> Iterator[Draft]:
    """A draft for every verb of the senses whose subject is a reporter of the page's own."""
    for index, token in enumerate(passage.tokens):
        if token.tag != "VERB" or token.lemma.lower() not in _SENSING:
            continue
        speaker = find_subject(passage, index)
        if speaker is None or not _is_own(passage, speaker):
            continue
        words = sorted({
            i for below in passage.children[index] if below > index and passage.relation(below) in _WHOLE
            for i in passage.subtree(below)
        })
        if words:
            yield Draft(
                rule="own-sight", row=None, head=index, cue=(token.start, token.end), speaker=speaker,
                content=passage.stretches(range(words[0], words[-1] + 1)),
            )


def _is_own(passage: Passage, speaker: int) -> bool:
    """ "This reporter", "our correspondent", "a reporter for this newspaper"."""
    if passage.tokens[speaker].lemma.lower() not in _REPORTERS:
        return False
    if _is_ours(passage, speaker):
        return True
    return any(
        passage.tokens[below].lemma.lower() in _PAPERS and _is_ours(passage, below) for below in passage.children[speaker]
    )


def _is_ours(passage: Passage, noun: int) -> bool:
    owner = passage.child(noun, "det", "nmod:poss")
    return owner is not None and passage.tokens[owner].lemma.lower() in _OWN
