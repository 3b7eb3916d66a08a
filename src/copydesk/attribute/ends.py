"""Where what a cue says ends: of the places where it could, the one that learned weights prefer to the rules' own.

A place is a word before a comma, a dash, a semicolon, a conjunction or a preposition, or the sentence's last. Each is told by
short strings that a person can read: the phrase that would be left out, where the tree hangs it, what stands between.
"""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.attribute.draft import Draft
from copydesk.attribute.mending import DAYS
from copydesk.attribute.passage import Passage
from copydesk.lexicon.signatures import Weighing

_MARKS = frozenset({",", ";", "-", "–", "—", "--"})
_OPENERS = frozenset({
    "on", "in", "at", "who", "which", "according", "by", "for", "after", "before", "during", "with", "to",
})
_SHOWN = frozenset({"CCONJ", "SCONJ", "PRON", "ADP", "DET", "ADV"})
_MARGIN = 1.0  # by how much a place must be preferred to that of the rules; .25 and .5 were no better
_HANDS = frozenset({"according", "citing", "quoting", ";"})
_DEEPEST = 12  # heads from a phrase's first word to its top


@dataclass(frozen=True, slots=True)
class Ending:
    """The last stretch of a content in tokens, and the tokens with which it could end. last: the sentence's last word."""

    first: int
    chosen: int
    last: int
    places: tuple[int, ...]


def choose_ends(passage: Passage, drafts: list[Draft], weighing: Weighing) -> list[Draft]:
    """The drafts, each content that follows its cue cut or carried on to the place with the highest sum of weights."""
    for draft in drafts:
        ending = find_ending(passage, draft)
        if ending is None:
            continue
        sums = {place: weighing.total(tell_place(passage, draft, ending, place)) for place in ending.places}
        best = max(ending.places, key=lambda place: sums[place])
        if sums[best] > sums[ending.chosen] + _MARGIN:
            draft.content[-1] = (draft.content[-1][0], passage.tokens[best].end)
    return drafts


def find_ending(passage: Passage, draft: Draft) -> Ending | None:
    """The places for a content's end; None where it stands before its cue, is quoted there or runs over several sentences."""
    start, end = draft.content[-1]
    if draft.cue is None or start < draft.cue[1]:
        return None
    first, chosen = passage.token_at(start), passage.token_at(end - 1)
    number = passage.sentence_of[first]
    if number < 0 or passage.sentence_of[chosen] != number or passage.quotation_of[chosen] >= 0:
        return None
    sentence = passage.reading.sentences[number]
    last = sentence.last - 1
    while last > first and passage.tokens[last].tag == "PUNCT":
        last -= 1
    barred = next((i for i in range(chosen + 1, last + 1) if _is_barred(passage, i)), last + 1)
    places = {chosen, last}
    for index in range(first + 1, sentence.last):
        token = passage.tokens[index]
        opens = token.tag in ("CCONJ", "SCONJ") or token.text.lower() in _OPENERS
        if passage.quotation_of[index] < 0 and (token.text in _MARKS or opens):
            place = index - 1 if passage.tokens[index - 1].tag != "PUNCT" else index - 2
            if place > first:
                places.add(place)
    return Ending(first, chosen, last, tuple(sorted(place for place in places if place <= chosen or place < barred)))


def _is_barred(passage: Passage, index: int) -> bool:
    """Whether no content is carried on over a token: a setting, a day, a relay, a relative clause that the rules left out."""
    token = passage.tokens[index]
    return index in passage.settings or token.text.lower() in DAYS | _HANDS or token.relation == "acl:relcl"


def tell_place(passage: Passage, draft: Draft, ending: Ending, place: int) -> list[str]:
    """What speaks for or against a place: against the rules' own, the words behind it, the top of the phrase they open."""
    past = "own" if place == ending.chosen else "later" if place > ending.chosen else "earlier"
    told = [past, f"length={min(6, (place - ending.first) // 3)}", f"rule={draft.rule},{past}"]
    if place >= ending.last:
        return [*told, "last"]
    after = passage.tokens[place + 1]
    mark = after.text if after.tag == "PUNCT" else after.tag
    told.append(f"after={after.text.lower() if after.tag in _SHOWN or after.tag == 'PUNCT' else after.tag}")
    begun = place + 2 if after.tag == "PUNCT" else place + 1
    if place + 2 <= ending.last:
        second = passage.tokens[place + 2]
        told.append(f"second={mark},{second.fine}")
        if after.tag == "PUNCT" and second.tag in _SHOWN:
            told.append(f"second={second.text.lower()}")
    if begun <= ending.last:
        told += _tell_rest(passage, draft, ending, place, words=(begun, past, mark))
    return told


def _tell_rest(
    passage: Passage, draft: Draft, ending: Ending, place: int, *, words: tuple[int, str, str],
) -> list[str]:
    """The phrase that opens behind a place: its top's relation and form, and whether the tree hangs it on the cue.

    words: the phrase's first token, how the place lies to the rules' own, the mark between.
    """
    begun, past, mark = words
    top = begun
    for _ in range(_DEEPEST):
        head = passage.tokens[top].head
        if head == top or head < begun:
            break
        top = head
    head, relation = passage.tokens[top].head, passage.relation(top)
    where = "cue" if head == draft.head else "inside" if ending.first <= head <= place else "outside"
    subject = passage.child(top, "nsubj", "nsubj:pass")
    who = passage.tokens[subject].tag if subject is not None and subject >= begun else "none"
    rest = range(begun, ending.last + 1)
    reports = any(index in passage.reporting for index in rest)
    return [
        f"top={relation}", f"top={passage.tokens[top].fine}", f"on={where}", f"top={relation},{where}",
        f"top={relation},{where},{mark}", f"top={passage.tokens[top].fine},{where},{mark}", f"{past},{relation}",
        f"{past},{relation},{where}", f"subject={who},{where}", f"subject={who},{relation},{mark}", f"reports={reports}",
        f"reports={reports},{where},{mark}", f"rule={draft.rule},{where},{mark}", f"rest={min(5, (ending.last - begun) // 3)}",
        f"verb={any(passage.tokens[index].tag in ('VERB', 'AUX') for index in rest)}",
    ]
