"""How a thing was said: made or not, affirmed or denied, how surely, on what condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.attribute.acts import find_act, opens_question
from copydesk.attribute.bearing import bears_on_all
from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage, Stretch
from copydesk.lexicon.cues import Cues
from copydesk.record import Act, Certainty, Hedge, Manner, Span, Utterance
from copydesk.record.statement import Polarity

_NEGATORS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without"})
_REFUSING = frozenset({"decline", "refuse", "fail", "avoid", "stop"})
_COMING = frozenset({
    "expect", "plan", "intend", "schedule", "set", "due", "likely", "prepare", "poise", "go", "hope", "ready", "want",
})
_CONDITIONS = frozenset({"if", "unless", "provided", "providing", "once"})
_ORDER: tuple[Certainty, ...] = ("possible", "probable", "unspecified", "certain")
_UNTRUE = frozenset({"demand", "directive", "offer", "refusal", "silence", "open_question", "schedule"})
_PROMISING = frozenset({"agreement", "warning"})
_DEEDS = frozenset({"infinitive", "noun-infinitive"})
_OWNING = frozenset({"denial", "concession", "warning", "accusation"})  # acts that put a thing named as true or false
_ASSERTING = frozenset({"statement", "denial", "accusation", "assessment", "concession", "warning", "criticism", "agreement"})


@dataclass(frozen=True, slots=True)
class Surety:
    """The values of a statement that grade it."""

    manner: Manner
    act: Act
    utterance: Utterance
    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Hedge, ...]
    condition: Span | None


def read_surety(passage: Passage, draft: Draft, cues: Cues) -> Surety:
    """Act, utterance, polarity, certainty, hedges and condition of a draft, by cue, negation, modals and content."""
    row = draft.row
    utterance: Utterance = draft.utterance or (row.utterance if row and row.utterance else "made")
    polarity: Polarity = row.polarity if row and row.polarity else "positive"
    negated = is_negated(passage, draft.head, draft.content) or draft.negated
    act = find_act(passage, draft, negated=negated)
    if act == "open_question" and utterance == "attitude":
        utterance = "made"  # who wonders aloud asks
    if utterance == "made":
        utterance = _utterance(passage, draft.head, negated)
    if negated and act != "open_question":
        act, utterance, polarity = _negate(act, utterance, polarity, opens=opens_question(passage, draft.content[0][0]))
    hedges = tuple(_hedges(passage, draft, cues))
    grades = [cues.hedges[hedge.word.lower()].certainty for hedge in hedges if bears_on_all(passage, draft.content, hedge)]
    certainty = _certainty(draft, grades, act, utterance)
    return Surety(
        _manner(passage, draft), act, utterance, polarity, certainty, hedges, find_condition(passage, draft),
    )


def is_negated(passage: Passage, head: int, content: Sequence[Stretch] = ()) -> bool:
    """Whether a verb or noun is denied: "not", "never", "no", or a verb above it that refuses ("declined to say").

    A negation within the content is that of what is said.
    """
    for below in passage.children[head]:
        if passage.tokens[below].lemma.lower() in _NEGATORS and passage.relation(below) != "conj":
            at = passage.tokens[below].start
            return not any(start <= at < end for start, end in content) or _governor(passage, head) in _REFUSING
    return _governor(passage, head) in _REFUSING


def _governor(passage: Passage, head: int) -> str:
    token = passage.tokens[head]
    return passage.tokens[token.head].lemma.lower() if token.relation == "xcomp" and token.head != head else ""


def _utterance(passage: Passage, head: int, negated: bool) -> Utterance:
    if _governor(passage, head) in _REFUSING or passage.lemmas(head - 2, head) == "yet to":
        return "refused"
    helpers = {passage.tokens[b].lemma.lower() for b in passage.children[head] if passage.relation(b) == "aux"}
    words = {passage.tokens[b].text.lower() for b in passage.children[head] if passage.relation(b) == "aux"}
    if "would" in words and negated:
        return "refused"
    if helpers & {"will", "shall", "may", "might", "could", "can", "should", "must"} or "'ll" in words or "would" in words:
        return "expected"
    return "expected" if _governor(passage, head) in _COMING else "made"


def _negate(act: Act, utterance: Utterance, polarity: Polarity, *, opens: bool) -> tuple[Act, Utterance, Polarity]:
    """What "not" does to a cue: speech not made is refused (silence where a question stays open), an attitude turns over."""
    if utterance == "attitude":
        return act, utterance, "positive" if polarity == "negative" else "negative"
    if act == "silence" or opens:
        return "silence", "refused", "positive"
    return act, "refused", polarity


def _manner(passage: Passage, draft: Draft) -> Manner:
    if draft.rule == "turn":
        return "direct"
    total = quoted = 0
    for start, end in draft.content:
        for at in range(start, end):
            if passage.text[at].isalnum():
                total += 1
                quoted += any(passage.quotations[n].start <= at < passage.quotations[n].end for n in draft.quotations)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * total else "mixed"


def _hedges(passage: Passage, draft: Draft, cues: Cues) -> list[Hedge]:
    found = []
    for start, end in (*draft.content, *_around_cue(passage, draft)):
        for match in cues.hedge_words.finditer(passage.text, start, end):
            row = cues.hedges[match.group().lower()]
            if row.kind == "approximator" or (row.kind == "modal" and match.group()[0].isupper()):
                continue
            found.append(Hedge(
                span=Span(start=match.start(), end=match.end()), word=match.group(), low=row.low, high=row.high,
            ))
    return sorted(set(found), key=lambda hedge: hedge.span)


def _around_cue(passage: Passage, draft: Draft) -> list[tuple[int, int]]:
    """Adverbs that hang on the cue itself: "reportedly told", "may well repeat"."""
    if draft.row is None:
        return [draft.cue] if draft.rule == "hearsay-adverb" and draft.cue else []
    return [
        (passage.tokens[b].start, passage.tokens[b].end) for b in passage.children[draft.head]
        if passage.relation(b) == "advmod"
    ]


def _certainty(draft: Draft, grades: list[Certainty], act: Act, utterance: Utterance) -> Certainty:
    """The least sure of the hedges' grades and the cue's own; an unhedged assertion that was made is certain.

    Demands, offers and the like put nothing as true, nor does speech that is to come or was not made.
    """
    if act in _UNTRUE or utterance in ("refused", "expected") or (draft.rule in _DEEDS and act in _PROMISING):
        return "unspecified"
    if draft.row and draft.row.certainty:
        grades.append(draft.row.certainty)
    if draft.rule == "passive-report" and draft.speaker is None:
        grades.append("possible" if utterance == "made" else "probable")
    grades = [grade for grade in grades if grade != "unspecified"]
    if grades:
        return min(grades, key=_ORDER.index)
    thing = draft.rule in ("object", "noun-of", "noun-about") and act not in _OWNING
    thing = thing and (draft.row is None or draft.row.lemma != "confirm")  # "confirmed the arrest": that it was made
    if act in _ASSERTING and utterance == "made" and not thing:
        return "certain"
    return "unspecified"


def find_condition(passage: Passage, draft: Draft) -> Span | None:
    """The clause with "if", "unless" or "provided" that what is said depends on, None where it depends on nothing."""
    start, end = draft.content[0][0], draft.content[-1][1]
    first, last = passage.token_at(start), passage.token_at(end - 1)
    for index in range(max(first, 0), last + 1):
        token = passage.tokens[index]
        if token.text.lower() in _CONDITIONS and token.relation == "mark" and passage.relation(token.head) == "advcl":
            stretch = passage.trim((
                token.start, passage.tokens[max(passage.subtree(token.head))].end,
            ))
            if stretch[1] <= end:
                return Span(start=stretch[0], end=stretch[1])
    return None
