"""Days that lie ahead because of a plan: "a visit planned for Monday", "postponed to Sunday", "will attend Friday's vote"."""

from __future__ import annotations

from copydesk.lexicon.tensewords import TenseWords
from copydesk.record import Reading, Token


def is_planned_before(tokens: tuple[Token, ...], index: int, words: TenseWords) -> bool:
    """Whether a planning word stands right before the day, a preposition between them or none ("due on Monday")."""
    before = tokens[index - 1].text.lower() if index else ""
    if index < 2 or tokens[index - 1].tag not in {"ADP", "SCONJ", "PART"}:
        return before in words.planned
    return _puts_ahead(tokens[index - 2], before, words)


def is_planned_by(tokens: tuple[Token, ...], index: int, head: int, words: TenseWords) -> bool:
    """Whether the head of a day is a planning word before it ("set a hearing for Friday", "expected rain on Sunday")."""
    if not head < index:
        return False
    return _puts_ahead(tokens[head], tokens[index - 1].text.lower(), words)


def find_occasion(reading: Reading, index: int, words: TenseWords) -> int | None:
    """The verb whose tense tells of "Friday" in "Friday's hearing": None where that may well be over.

    A verb that one does to what is to come ("attend", "skip"), or a thing held by plan ("Sunday's vote") that is the
    subject or the place of a clause ("will decide", "will speak at Friday's meeting").
    """
    tokens = reading.tokens
    noun = tokens[index].head
    verb = tokens[noun].head
    if tokens[verb].tag != "VERB":
        return None
    relation = tokens[noun].relation
    if relation == "obj" and tokens[verb].lemma.lower() in words.attended:
        return verb
    if tokens[noun].lemma.lower() not in words.gatherings:
        return None
    cases = {tokens[child].text.lower() for child in reading.children[noun] if tokens[child].relation == "case"}
    is_place = relation == "obl" and bool(cases & words.toward)
    return verb if is_place or relation in {"nsubj", "nsubj:pass"} else None


def _puts_ahead(plan: Token, preposition: str, words: TenseWords) -> bool:
    """Whether a word, joined by a preposition, puts a day ahead; some need "to" or "for" ("moved to Friday")."""
    word = plan.text.lower()
    return word in words.planned or (word in words.moved and preposition in words.onto)
