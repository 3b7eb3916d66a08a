"""What a rule finds before it becomes a Statement: who, which words introduce it, and which words are said."""

from __future__ import annotations

from dataclasses import dataclass, field

from copydesk.attribute.passage import Stretch
from copydesk.lexicon.cues import Cue
from copydesk.record import Utterance


@dataclass(slots=True, kw_only=True)
class Draft:
    """One attribution in the making, inside this room only.

    head: index of the token the cue hangs on; cue: its words. speaker: index of the speaker's head token; None where
    nobody is named. control: lemma of the verb that governs the cue ("decline" to say). inferred: speaker carried over.
    quotations: those in its content; inside: the quotation that the cue itself stands in.
    """

    rule: str
    row: Cue | None
    head: int
    cue: Stretch | None
    content: list[Stretch]
    speaker: int | None = None
    speaker_words: Stretch | None = None
    addressee: int | None = None
    negated: bool = False
    utterance: Utterance | None = None
    modal: str | None = None
    inferred: bool = False
    quotations: list[int] = field(default_factory=list)
    inside: int | None = None
