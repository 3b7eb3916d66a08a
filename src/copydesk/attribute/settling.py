"""Which drafts stand: no first person inside its own quotation, no two for one content."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.lexicon.cues import Cues

_SAYING = frozenset({"clause", "parenthetical", "interrupting", "beside-quotation", "colon", "dash", "floating-quotation", "open-question"})
_HUMAN = ("er", "or", "ist", "ian", "ant", "ent", "man", "men", "people")
_SELF = frozenset({"i", "we", "you", "me", "us"})


def settle_drafts(passage: Passage, drafts: list[Draft], cues: Cues) -> list[Draft]:
    """The drafts worth a statement, in page order."""
    kept: list[Draft] = []
    for draft in drafts:
        if not draft.content or _is_self(passage, draft) or not _can_speak(passage, draft, cues):
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


def _can_speak(passage: Passage, draft: Draft, cues: Cues) -> bool:
    """Whether the subject of a cue without a clause or quotation is somebody: a name, a person's pronoun, a speaking noun."""
    if draft.rule in _SAYING or draft.rule.startswith(("according", "noun")):
        return True
    if draft.speaker is None:
        return False
    token = passage.tokens[draft.speaker]
    if token.tag == "PRON":
        return token.lemma.lower() in ("he", "she", "they", "who", "it", "everyone", "nobody", "someone", "one")
    if token.tag in ("PROPN", "ADJ", "NUM", "DET", "X"):
        return True
    lemma = token.lemma.lower()
    return lemma in cues.kinds or lemma.endswith(_HUMAN)
