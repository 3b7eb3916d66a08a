"""Which drafts stand: no first person inside its own quotation, no two for one content."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage

_SELF = frozenset({"i", "we", "you", "me", "us"})


def settle_drafts(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """The drafts worth a statement, in page order."""
    kept: list[Draft] = []
    for draft in drafts:
        if not draft.content or _is_self(passage, draft):
            continue
        if any(other.content == draft.content and other.cue == draft.cue for other in kept):
            continue
        kept.append(draft)
    return kept


def _is_self(passage: Passage, draft: Draft) -> bool:
    """Whether somebody quoted speaks of a thought of their own, or of the hearer's ("I think", "you know")."""
    if draft.speaker is None:
        return draft.inside is not None
    return passage.tokens[draft.speaker].text.lower() in _SELF and draft.rule != "colon"
