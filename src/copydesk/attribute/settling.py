"""Which drafts stand: no first person inside its own quotation, no two for one content."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.extents import reach_of_cue
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.speakers import is_passive
from copydesk.lexicon.cues import Cues

_SAYING = frozenset({
    "clause", "parenthetical", "interrupting", "beside-quotation", "colon", "dash", "floating-quotation", "open-question",
    "passive-report", "hearsay-adverb", "noun-quotation", "in-words-of", "asked", "silence", "own-sight",
    "unattributed-quotation", "headline-tail", "turn", "listed", "opened-quotation",
})
_OPENING = 12  # characters before a cue that opens a stretch: "but also "
_HUMAN = ("er", "or", "ist", "ian", "ant", "ent", "man", "men", "people")
_DEEDS_IN_WORDS = frozenset({"demand", "offer", "directive", "denial", "refusal", "warning"})
_CALLING = frozenset({"telephone", "phone", "call", "ring", "write", "email", "text", "radio", "message", "post", "tweet"})
_SELF = frozenset({"i", "we", "you", "me", "us"})


def settle_drafts(passage: Passage, drafts: list[Draft], cues: Cues) -> list[Draft]:
    """The drafts worth a statement, in page order."""
    heads = {draft.head for draft in drafts if draft.content and draft.row is not None}
    kept: list[Draft] = []
    seen: set[tuple[object, object]] = set()
    for draft in drafts:
        if not draft.content or _is_self(passage, draft) or not _can_speak(passage, draft, cues):
            continue
        same = (tuple(draft.content), draft.cue)
        if same in seen or _repeats(passage, draft, heads) or _is_thought(passage, draft, heads):
            continue
        seen.add(same)
        kept.append(draft)
    kept = _drop_papers(passage, kept)
    _give_away(kept)
    _keep_to_island(kept)
    return _drop_inner_attitudes(kept)


def drop_labels(drafts: list[Draft], labels: list[Stretch]) -> list[Draft]:
    """Drafts without those whose cue stands in a paragraph's label; no content begins in one."""
    kept = []
    for draft in drafts:
        first = draft.start if draft.content else draft.cue[0] if draft.cue else 0
        around = next((label for label in labels if label[0] <= first < label[1]), None)
        if around is not None and draft.rule not in ("headline-tail", "noun-quotation", "turn", "listed"):
            if draft.cue and draft.cue[0] < around[1]:
                continue
            draft.content = [(max(start, around[1] + 1), end) for start, end in draft.content if end > around[1] + 1]
        kept.append(draft)
    return kept


def _repeats(passage: Passage, draft: Draft, heads: set[int]) -> bool:
    """Whether a cue only carries another cue: "declined to say", "repeated her appeal"."""
    if draft.rule == "infinitive" and draft.row is not None and draft.row.act in ("silence", "refusal"):
        return passage.child(draft.head, "xcomp") in heads
    if draft.rule == "hearsay-adverb":
        return passage.tokens[draft.head].head in heads  # "reportedly said": a hedge of that cue
    if draft.row is not None and draft.row.lemma in ("quote", "cite"):  # "was quoted as saying", "quoted her as saying"
        return any(below in heads and _is_as(passage, below) for below in passage.children[draft.head])
    if draft.rule.startswith("noun") and passage.relation(draft.head) == "obj":
        owner = passage.child(draft.head, "nmod:poss")
        given = draft.speaker is not None and draft.speaker > draft.head  # "denied a report by Radio X that ..."
        if given or (owner is not None and passage.tokens[owner].tag != "PRON"):
            return False
        return passage.tokens[draft.head].head in heads
    return False


def _is_as(passage: Passage, below: int) -> bool:
    mark = passage.child(below, "mark", "case")
    return mark is not None and passage.tokens[mark].lemma == "as"


def _is_thought(passage: Passage, draft: Draft, heads: set[int]) -> bool:
    """Whether a cue inside a quotation or straight under another cue tells no words of a third party.

    "She said she hopes ..." is one statement; so is a wish, a demand or an opinion inside quotation marks. What others are
    said to have denied, promised or asked for is theirs.
    """
    if draft.row is None:
        return False
    plain = draft.row.utterance is None and draft.rule in ("clause", "parenthetical", "beside-quotation")
    plain |= draft.row.utterance is None and _is_of_others(passage, draft)
    if draft.inside is not None:
        return not plain
    token = passage.tokens[draft.head]
    if token.head not in reach_of_cue(passage, draft.head):
        return False
    if passage.relation(draft.head) in ("ccomp", "parataxis") and token.head in heads:
        return not plain
    if passage.tokens[token.head].lemma.lower() in _CALLING and passage.tokens[token.head].tag == "VERB":
        return False  # "telephoned the station to claim the attack"
    return token.fine == "VB" and passage.child(draft.head, "aux") is None and passage.relation(draft.head) in ("advcl", "acl")


def _is_of_others(passage: Passage, draft: Draft) -> bool:
    """Whether a cue has a subject of its own that a noun names: "the nurses had asked for water"."""
    if draft.speaker is None or passage.tokens[draft.speaker].tag not in ("NOUN", "PROPN"):
        return False
    if draft.rule == "object" and draft.act_of_row not in _DEEDS_IN_WORDS:
        return False
    return passage.tokens[draft.speaker].head == draft.head or passage.relation(draft.head) == "conj"


def _drop_papers(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """Drafts without the noun in which a cue says the same: of "concluded in a report that ..." the report is a hand."""
    said = {(draft.head, draft.content[0][0]) for draft in drafts if draft.rule == "clause"}
    return [
        draft for draft in drafts
        if draft.rule != "noun-clause" or (passage.tokens[draft.head].head, draft.content[0][0]) not in said
        or passage.relation(draft.head) != "obl"
    ]


def _give_away(drafts: list[Draft]) -> None:
    """Of two cues with one speaker, the stretch that the second opens is no part of what the first says."""
    for outer in drafts:
        if len(outer.content) < 2:
            continue
        for inner in drafts:
            if inner is outer or inner.cue is None or inner.speaker != outer.speaker or inner.speaker is None:
                continue
            outer.content = [
                (start, end) for start, end in outer.content
                if not (start <= inner.cue[0] <= start + _OPENING and inner.content[-1][1] <= end + 1)
                and not (outer.cue and outer.cue[1] < inner.cue[0] < start and _covers(inner.content, (start, end)))
            ] or outer.content


def _keep_to_island(drafts: list[Draft]) -> None:
    """What a cue inside the words of another says lies within those words, not in the island of the other's cue."""
    for island in drafts:
        if island.rule != "parenthetical" or island.cue is None:
            continue
        for inner in drafts:
            if inner is not island and inner.cue is not None and _covers(island.content, inner.cue):
                inner.content = [
                    (max(start, first), min(end, last)) for start, end in inner.content for first, last in island.content
                    if max(start, first) < min(end, last)
                ] or inner.content


def _covers(content: list[Stretch], stretch: Stretch) -> bool:
    return any(start <= stretch[0] and stretch[1] <= end for start, end in content)


def _drop_inner_attitudes(drafts: list[Draft]) -> list[Draft]:
    """Drafts without wishes and opinions told inside somebody's words other than in a clause of their own."""
    return [
        draft for draft in drafts
        if draft.rule in _SAYING or draft.cue is None or draft.row is None or draft.row.utterance != "attitude"
        or not any(other is not draft and _covers(other.content, draft.cue) for other in drafts)
    ]


def _is_self(passage: Passage, draft: Draft) -> bool:
    """Whether somebody quoted speaks of a thought of their own, or of the hearer's ("I think", "you know")."""
    if draft.speaker is None:
        return draft.inside is not None
    speaker = passage.tokens[draft.speaker]  # "US" is a state, not "us"
    return speaker.tag == "PRON" and speaker.text.lower() in _SELF and draft.rule not in ("colon", "turn")


def _can_speak(passage: Passage, draft: Draft, cues: Cues) -> bool:
    """Whether the subject of a cue without a clause or quotation is somebody: a name, a person's pronoun, a speaking noun."""
    if draft.rule in _SAYING or draft.rule in ("according-to", "noun-clause", "noun-is"):
        return True
    if draft.speaker is None:  # "was accused of lying": by whom is not told
        charged = draft.act_of_row in ("accusation", "criticism") and draft.rule.startswith("prep")
        return charged and is_passive(passage, draft.head)
    token = passage.tokens[draft.speaker]
    if token.tag == "PRON":
        return token.lemma.lower() in ("he", "she", "they", "who", "it", "everyone", "nobody", "someone", "one")
    if token.tag in ("PROPN", "ADJ", "NUM", "DET", "X"):
        return True
    lemma = token.lemma.lower()
    return lemma in cues.kinds or lemma.endswith(_HUMAN)
