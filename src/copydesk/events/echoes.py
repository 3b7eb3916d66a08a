"""Acts told by a word that stands for one told before: "Rome may follow", "Oslo did so too", "Suva will do the same"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.events.frames import find_verb_frame
from copydesk.events.matching import Match
from copydesk.events.subjects import find_child, is_relation
from copydesk.events.tiebreaks import Draft
from copydesk.record import Reading, Sentence

SAME = frozenset({"same", "likewise", "so", "similarly"})
FOLLOWING = frozenset({"suit", "lead", "example"})


def find_echoes(reading: Reading, sentence: Sentence, told: Sequence[Draft]) -> Iterator[Match]:
    """Matches of the verbs of a sentence that repeat an act, by the row of the act told last before each of them.

    told: the drafts of this sentence and of the one before, in text order.
    """
    taken = {draft.match.frame.trigger for draft in told}
    for index in range(sentence.first, sentence.last):
        if index in taken or not is_echo(reading, index):
            continue
        before = [draft for draft in told if draft.match.frame.trigger < index and not draft.match.construction.alone]
        if before:
            act = before[-1].match
            frame = find_verb_frame(reading, index)
            if frame.slots.get("subj") and set(frame.slots["subj"]) != set(act.frame.slots.get("subj", ())):
                yield Match(act.construction, frame)


def is_echo(reading: Reading, index: int) -> bool:
    """Whether a verb only repeats another: "do so", "do the same", "do likewise", "follow" and "follow suit"."""
    token = reading.tokens[index]
    lemma = token.lemma.lower()
    if token.tag not in ("VERB", "AUX") or lemma not in ("do", "follow"):
        return False
    noun = find_child(reading, index, "obj")
    if lemma == "follow":
        bare = noun is None and not any(is_relation(reading.tokens[c], "obl", "aux:pass") for c in reading.children[index])
        return bare or (noun is not None and reading.tokens[noun].lemma.lower() in FOLLOWING)
    words = [c for c in reading.children[index] if c > index] + ([] if noun is None else list(reading.children[noun]))
    return any(reading.tokens[c].lemma.lower() in SAME for c in words)
