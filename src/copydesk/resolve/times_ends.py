"""Days that end something: "has until Friday to rule", "closed until Monday", "to leave by Sunday"."""

from __future__ import annotations

from copydesk.lexicon.tensewords import TenseWords
from copydesk.record import Reading
from copydesk.resolve.times_algebra import Tense

_STEPS = 4  # heads climbed to the verb that a day ends


def tense_until(reading: Reading, index: int, words: TenseWords, told: Tense) -> Tense:
    """The tense of a day after "until". told: that of its clause.

    What went on until a day is over with it ("lasted until Sunday"); what was closed, granted or put off until a day
    mostly still is, as is what "has until Friday". What was not so until a day has been so since.
    """
    verb = _find_verb(reading, index)
    if told == "future" or verb is None:
        return told
    token = reading.tokens[verb]
    if token.lemma.lower() in words.lasting:
        return "past" if told in ("past", "over") else "future"
    denied = any(reading.tokens[child].lemma == "not" for child in reading.children[verb])
    passive = not denied and any(reading.tokens[child].relation == "aux:pass" for child in reading.children[verb])
    if told in ("past", "over") and not passive and token.lemma.lower() not in words.granting:
        return "past"
    return "future"


def is_ended_before(reading: Reading, index: int, words: TenseWords) -> bool:
    """Whether a day after "by" is a deadline: that of an infinitive ("ordered them to leave by Friday") or of a hope."""
    verb = _find_verb(reading, index)
    if verb is None:
        return False
    if reading.tokens[verb].text.lower() in words.heads:
        return True
    return any(reading.tokens[c].text.lower() in words.onto and reading.tokens[c].relation == "mark"
               for c in reading.children[verb])


def _find_verb(reading: Reading, index: int) -> int | None:
    """The verb that a day hangs on, a few heads up; None where there is none."""
    for _ in range(_STEPS):
        head = reading.tokens[index].head
        if head == index:
            return index if reading.tokens[index].tag == "VERB" else None
        index = head
        if reading.tokens[index].tag == "VERB":
            return index
    return None
