"""The contexts of an event, by words of its clause, its sentence and what the paragraph said of its parties before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from copydesk.events.participants import Cast
from copydesk.events.subjects import find_child, is_relation
from copydesk.language.tree import list_subtree
from copydesk.lexicon.contextwords import ContextHit
from copydesk.record import Article, Event, Participant, Reading, Sentence, Span, TraceStep

RULE = "context"  # of the steps in an event's trace that name the words of a context
ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})
FORCES = frozenset({"MIL", "GOV"})
COMPANIES = frozenset({"BUS"})
COMPANY_BODY = "MNC"
BODIES = frozenset({"UNO", "IGO", "NGO", "EUR", "MNC", "ISM", "IMG"})  # PLOVER's countries that are no states
BACK = 2  # sentences of the same paragraph that are looked at before the event's own
CLIMBED = 12  # words climbed from a trigger to the head of what belongs to it


class Contexts:
    """Finds the contexts of one article's events."""

    def __init__(self, cast: Cast, article: Article) -> None:
        self._cast = cast
        self._paragraphs = sorted(block.span for block in article.blocks)
        self._starts = [sentence.start for sentence in cast.reading.sentences]

    def find(self, event: Event, sentence: Sentence, trigger: int) -> tuple[tuple[str, ...], tuple[TraceStep, ...]]:
        """The contexts in the order of their evidence, and a step of the trace for each: "health: hospital (its clause)"."""
        found: dict[str, str] = {}
        for context, why in (*self._of_marks(event), *self._of_words(event, sentence, trigger)):
            found.setdefault(context, why)
        steps = tuple(TraceStep(stage="events", rule=RULE, row=f"{context}: {why}") for context, why in found.items())
        return tuple(found), steps

    def _of_marks(self, event: Event) -> Iterator[tuple[str, str]]:
        words = self._cast.world.plover.context_words
        for mode in event.modes:
            yield from ((context, f"mode {mode}") for context in words.of_mark(f"#{mode}"))
        for party in (*event.actors, *event.recipients):
            for sector in party.sectors[:1] if party.country not in BODIES else ():
                for context in words.of_mark(f"@{sector}"):
                    if not words.is_spoiled(party.name or "", context):
                        yield context, f"sector {sector}"

    def _of_words(self, event: Event, sentence: Sentence, trigger: int) -> Iterator[tuple[str, str]]:
        inside = list_scope(self._cast.reading, trigger, sentence)
        text, own = self._cast.text, event.span
        here = [hit for hit in self._hits(sentence) if hit[0] in inside]
        here.sort(key=lambda hit: not own.start <= hit[1].start < own.end)
        for _, hit in here:
            if _has_needed(hit, event):
                place = "its clause" if own.start <= hit.start < own.end else "its sentence"
                yield hit.context, f"{text[hit.start : hit.end]} ({place})"
        for before in self._list_before(event, sentence):
            for _, hit in self._hits(before):
                if _has_needed(hit, event):
                    yield hit.context, f"{text[hit.start : hit.end]} (sentence before)"

    def _hits(self, sentence: Sentence) -> list[tuple[int, ContextHit]]:
        """The hits of a sentence in the page's characters, each with the token that it begins in."""
        found = self._cast.world.plover.context_words.find(self._cast.text[sentence.start : sentence.end])
        tokens = self._cast.reading.tokens[sentence.first : sentence.last]
        starts = [token.start for token in tokens]
        moved = (
            ContextHit(hit.context, hit.needs, hit.start + sentence.start, hit.end + sentence.start) for hit in found
        )
        return [(sentence.first + bisect_right(starts, hit.start) - 1, hit) for hit in moved]

    def _list_before(self, event: Event, sentence: Sentence) -> Iterator[Sentence]:
        """Sentences before it in its paragraph, the nearest first, as long as they speak of one of its parties."""
        place = bisect_right(self._paragraphs, Span(start=sentence.start, end=2**62)) - 1
        begin = self._paragraphs[place].start if place >= 0 else sentence.start
        last = bisect_left(self._starts, sentence.start)
        nearest = self._cast.reading.sentences[max(0, last - BACK) : last]
        parties = {one.entity_id for one in (*event.actors, *event.recipients) if one.entity_id}
        for one in reversed(nearest):
            first, after = (bisect_left(self._cast.starts, offset) for offset in (one.start, one.end))
            named = {mention.entity_id for mention in self._cast.mentions[first:after]}
            if one.start < begin or not parties & named:
                return
            yield one


def list_scope(reading: Reading, trigger: int, sentence: Sentence) -> frozenset[int]:
    """The words of a sentence that belong to an event: not those beside it with a subject of their own, nor who tells it."""
    head = trigger
    for _ in range(CLIMBED):
        token = reading.tokens[head]
        if token.head == head or _is_apart(reading, head):
            break
        if token.relation == "acl:relcl":
            head = token.head
            break
        head = token.head
    apart = [i for i in range(sentence.first, sentence.last) if i != head and _is_beside(reading, i)]
    inside = set(list_subtree(reading, head))
    for other in apart:
        if other in inside and trigger not in list_subtree(reading, other):
            inside -= set(list_subtree(reading, other))
    return frozenset(inside)


def _is_apart(reading: Reading, index: int) -> bool:
    """Whether a clause stands by itself: told by somebody, or beside another one with its own subject."""
    return is_relation(reading.tokens[index], "ccomp") or _is_beside(reading, index)


def _is_beside(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if is_relation(token, "parataxis"):
        return True
    return is_relation(token, "conj") and find_child(reading, index, "nsubj") is not None


def _has_needed(hit: ContextHit, event: Event) -> bool:
    """Whether the parties are such as the words ask for."""
    parties = (*event.actors, *event.recipients)
    if hit.needs == "state-forces":
        return any(_is_state(one) for one in parties) and not _has_sector(event.actors, ARMED)
    if hit.needs == "unarmed":
        return not _has_sector(event.recipients, ARMED)
    if hit.needs == "public":
        return not parties or not all(_is_company(one) for one in parties)
    return True


def _is_state(party: Participant) -> bool:
    if party.country in BODIES:
        return False
    return bool(FORCES.intersection(party.sectors[:1])) or (party.country is not None and not party.sectors)


def _has_sector(parties: Sequence[Participant], sectors: frozenset[str]) -> bool:
    return any(sectors.intersection(one.sectors[:1]) for one in parties)


def _is_company(party: Participant) -> bool:
    return party.country == COMPANY_BODY or bool(COMPANIES.intersection(party.sectors[:1]))
