"""Days that lie ahead because of a plan: "a visit planned for Monday", "postponed to Sunday", "will attend Friday's vote"."""

from __future__ import annotations

from copydesk.lexicon.tensewords import TenseWords
from copydesk.record import Reading, Token
from copydesk.resolve.times_algebra import Tense

_DATE_PARTS = frozenset(("nmod:unmarked", "nmod", "nummod", "compound", "flat"))
_DATE_REACH = 3  # tokens between the parts of a date


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


def is_ahead_of(reading: Reading, index: int, words: TenseWords) -> bool:
    """Whether a noun stands after a word that puts what it names ahead ("ahead of the vote on Sunday")."""
    token = reading.tokens[index]
    return token.relation == "obl" and token.head < index and reading.tokens[token.head].text.lower() in words.planned


def is_behind(reading: Reading, index: int, words: TenseWords) -> bool:
    """Whether a noun is what a clause comes after: "After talks on Sunday, the envoy will fly home"."""
    tokens = reading.tokens
    cases = {tokens[child].text.lower() for child in reading.children[index] if tokens[child].relation == "case"}
    return bool(cases & words.behind) and tokens[index].head > index and tokens[index].tag in {"NOUN", "PROPN"}


def weigh_tense(reading: Reading, index: int, verb: int, told: tuple[Tense, TenseWords]) -> Tense:
    """The tense that a verb tells, as it counts for the day at `index`. told: that tense, and the tense words.

    A past verb that the day hangs on is "over", where no vote, plan or other occasion stands between them. A verb in the
    present tense is "timetable" where the day hangs on it, after it or as its subject ("the court rules on Thursday").
    """
    tense, words = told
    tokens = reading.tokens
    index = index if index == verb else _top_of_date(reading, index)
    if tense == "past" and tokens[verb].tag == "VERB" and tokens[index].head == verb < index:
        between = {token.lemma.lower() for token in tokens[verb:index]}
        return tense if between & (words.gatherings | words.planned | words.moved) else "over"
    if tense == "present" and verb in (index, tokens[index].head) and (verb <= index or tokens[index].relation == "nsubj"):
        return "timetable" if _is_finite(reading, verb) else tense
    return tense


def _is_finite(reading: Reading, verb: int) -> bool:
    """Whether a verb, or the copula of what is no verb, is itself in the present tense and says nobody's words."""
    children = [reading.tokens[child] for child in reading.children[verb]]
    forms = [reading.tokens[verb], *(child for child in children if child.relation == "cop")]
    return any(form.fine in {"VBZ", "VBP"} for form in forms) and all(child.relation != "ccomp" for child in children)


def _top_of_date(reading: Reading, index: int) -> int:
    """The word of a date that hangs on something else: "3" of "June 3" where the tree hangs the month on the day."""
    tokens = reading.tokens
    while tokens[index].relation in _DATE_PARTS and tokens[tokens[index].head].tag in {"NUM", "PROPN"}:
        if not 0 < abs(tokens[index].head - index) <= _DATE_REACH:
            break
        index = tokens[index].head
    return index
