"""A story's records to the lines of its brief, and to the sentences that no line carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from copydesk.edit.coverage import find_furniture, write_coverage
from copydesk.edit.facts import Fact, find_facts
from copydesk.edit.galley import Galley
from copydesk.edit.holdings import Holdings
from copydesk.edit.lead import put_lead_first
from copydesk.edit.news import write_happening, write_noteworthy, write_significance
from copydesk.edit.outlook import find_reserved, write_outlook
from copydesk.edit.passages import BODY, Passage
from copydesk.edit.saying import write_saying
from copydesk.edit.standing import write_agreement, write_conflicts, write_own_voice, write_single_origins
from copydesk.lexicon import World
from copydesk.record import LeftOut, Line, Story

UNCODED = "no statement or event was found in it"


def write_lines(
    *, story: Story, world: World, length: int | None = None,
) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    """The lines of a story's brief in the order of its sections, and every body sentence they leave out, with why.

    The wording is the pages'; what is dropped is clauses and openings, what is added stands in brackets or says that it
    is our inference. A claim is told once; later sections name it by its line's number, counted from 1 through the
    brief. length: lines a section may hold, the coverage excepted; None for the usual ones.
    """
    holdings = Holdings(story, world.editing)
    facts = find_facts(holdings)
    galley = Galley(holdings, reserved=find_reserved(story, holdings), length=length)
    write_significance(galley, facts)
    write_happening(galley, put_lead_first(facts, holdings))
    write_saying(galley, facts)
    write_agreement(galley, facts)
    write_own_voice(galley, facts)
    write_single_origins(galley, facts)
    write_conflicts(galley, story.contradictions)
    write_noteworthy(galley, facts)
    write_outlook(galley, story, facts)
    write_coverage(galley, story)
    return tuple(galley.lines), find_left_out(galley, facts)


def find_left_out(galley: Galley, facts: Sequence[Fact]) -> tuple[LeftOut, ...]:
    """Every body sentence of the story's articles that stands in no line's evidence, in page order, with the reason.

    Then what was taken for furniture though it reads like a sentence: a reader may judge whether it is.
    """
    holdings = galley.holdings
    cited: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for one in (one for line in galley.lines for one in line.evidence):
        cited[one.page_id].add((one.start, one.end))
    told = {passage for fact in facts for passage in fact.passages}
    twins = _twins(galley)
    sentences = (
        LeftOut(evidence=holdings.cite(passage), why=_reason(passage, galley, told, twins))
        for passages in holdings.passages.values() for passage in passages
        if passage.role in BODY and not any(
            start < passage.end and passage.start < end for start, end in cited[passage.page_id]
        )
    )
    return (*sentences, *find_furniture(holdings))


def _reason(passage: Passage, galley: Galley, told: set[Passage], twins: dict[str, Passage]) -> str:
    if passage in galley.reasons:
        return galley.reasons[passage]
    twin = twins.get(_plain(galley.holdings.words(passage)))
    if twin is not None and twin.page_id != passage.page_id:
        return f"the same words as on page {galley.holdings.letter(twin.page_id)}"
    number = galley.number_like(galley.holdings.words(passage))
    if number is not None:
        return f"says much the same as line {number}"
    return "beyond the length of its section" if passage in told else UNCODED


def _twins(galley: Galley) -> dict[str, Passage]:
    """The first sentence with given words, by those words."""
    first: dict[str, Passage] = {}
    for passages in galley.holdings.passages.values():
        for passage in passages:
            first.setdefault(_plain(galley.holdings.words(passage)), passage)
    return first


def _plain(words: str) -> str:
    return "".join(letter for letter in words.lower() if letter.isalnum())
