"""What a rule finds before it becomes a Statement: who, which words introduce it, and which words are said."""

from __future__ import annotations

from dataclasses import dataclass, field

from copydesk.attribute.passage import Stretch
from copydesk.lexicon.cues import Cue
from copydesk.record import Act, TimeExpression, Utterance


@dataclass(slots=True, kw_only=True)
class Draft:
    """One attribution in the making, inside this room only.

    head: index of the token the cue hangs on; cue: its words. speaker: index of the speaker's head token; None where
    nobody is named. act, utterance: where the rule knows better than
    the row. negated: the rule found a denial. inferred: speaker carried over.
    quotations: those in its content; inside: the quotation that the cue itself stands in.
    said: a day between cue and content that the tree counted into the content. hands: heads of those who carried the words.
    """

    rule: str
    row: Cue | None
    head: int
    cue: Stretch | None
    content: list[Stretch]
    speaker: int | None = None
    addressee: int | None = None
    negated: bool = False
    act: Act | None = None
    utterance: Utterance | None = None
    inferred: bool = False
    quotations: list[int] = field(default_factory=list)
    inside: int | None = None
    said: TimeExpression | None = None
    hands: list[int] = field(default_factory=list)

    @property
    def act_of_row(self) -> Act | None:
        """The act that the cue's row names, None where it names none."""
        return self.row.act if self.row else None

    @property
    def start(self) -> int:
        """Where the attribution begins in the text."""
        starts: list[int] = [start for start, _ in self.content]
        return min(starts) if self.cue is None else min(*starts, self.cue[0])

    @property
    def end(self) -> int:
        """Where it ends."""
        ends: list[int] = [end for _, end in self.content]
        return max(ends) if self.cue is None else max(*ends, self.cue[1])
