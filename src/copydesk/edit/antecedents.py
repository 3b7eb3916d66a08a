"""What a sentence that points back points to, where the record knows it: "the accusation" of what, "that is false" of what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from copydesk.edit.facts import is_bare
from copydesk.edit.holdings import Holdings
from copydesk.record import Claim, Evidence

ANAPHORIC = "it points back to words of another sentence"
FEW = 9  # words; a sentence of more says something even where "the accusation" stands in it
LONGEST = 14  # words of an antecedent shown in brackets
_MARKS = "\"“”«».,"


def find_antecedent(shown: Evidence, claim: Claim, holdings: Holdings) -> Mapping[int, str] | None:
    """By its place in the page's text the note that names what a short sentence points back to; {} where it points nowhere.

    None where it points back and the record does not know to what: alone, it tells a reader nothing.
    """
    if len(shown.words.split()) > FEW:
        return {}
    text = holdings.pages[shown.page_id].text
    place = holdings.editing.anaphor_end(text, shown.start, shown.end)
    if place is None:
        return {}
    wordings = [" ".join(words.split()).strip(_MARKS) for words in _opposed(claim, holdings)]
    telling = [w for w in wordings if w and not is_bare(w) and holdings.editing.anaphor_end(w, 0, len(w)) is None]
    best = min(telling, key=lambda words: (len(words.split()), words), default="").split()
    more = " …" if len(best) > LONGEST else ""
    return {place: f" [“{' '.join(best[:LONGEST])}{more}”]"} if best else None


def _opposed(claim: Claim, holdings: Holdings) -> Iterator[str]:
    """The words that the claim's own deny or are opposed to."""
    for one in holdings.story.contradictions:
        if one.kind in ("polarity", "position") and len(one.claim_ids) > 1:
            sides = ((one.claim_ids[0], one.right), (one.claim_ids[-1], one.left))
            yield from (other for claim_id, other in sides if claim_id == claim.id)
