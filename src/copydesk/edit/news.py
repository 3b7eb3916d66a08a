"""What is happening, why it matters, and what is worth noting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.edit.antecedents import ANAPHORIC, find_antecedent
from copydesk.edit.chains import find_heard, write_chains
from copydesk.edit.facts import Fact, count_roots, is_quoted
from copydesk.edit.galley import OVERTAKEN, Backing, Galley
from copydesk.edit.holdings import Holdings
from copydesk.edit.passages import BODY, Passage
from copydesk.edit.trimming import stopped, trim
from copydesk.record import Evidence, Section

LONGEST_NAME = 14  # words of a line such as "— Ada Tresk, mayor of Port Ansel"


def write_significance(galley: Galley, facts: Sequence[Fact]) -> None:
    """Why it matters, in the words of a page that says so."""
    holdings = galley.holdings
    for passage in _labelled(holdings):
        if not galley.has_room("why_it_matters"):
            galley.leave((passage,), "beyond the length of its section")
            continue
        inside = [fact for fact in facts if passage in fact.passages]
        text = trim(passage, holdings)
        chains = write_chains(find_heard(inside), holdings, shortest=2) or holdings.outlet(passage.article_id)
        backing = Backing(
            claim_ids=tuple(fact.claim.id for fact in inside), carried_by=1,
            traced_to=count_roots(fact.claim for fact in inside),
        )
        words = f"{stopped(text)} {chains}." if chains else stopped(text)
        galley.set_line("why_it_matters", words, (holdings.cite(passage),), kind="judgement", backing=backing)


def write_happening(galley: Galley, facts: Sequence[Fact]) -> None:
    """What is said to have happened, be under way or be planned, in the order given; quotations wait for their section.

    The first one, the lead, is told here even where it also announces something to watch.
    """
    news = [fact for fact in facts if not is_quoted(fact, galley.holdings) and not _is_minor(fact, galley.holdings)]
    for number, fact in enumerate(news):
        _tell(galley, "happening", fact, facts, waits=number > 0)


def write_noteworthy(galley: Galley, facts: Sequence[Fact]) -> None:
    """What is only passed on, hangs on a condition, or what a page itself sets aside as worth noting."""
    for fact in facts:
        if _is_minor(fact, galley.holdings):
            _tell(galley, "worth_noting", fact, facts)


def _tell(
    galley: Galley, section: Section, fact: Fact, facts: Sequence[Fact], *, waits: bool = True,
) -> None:
    """Set the fact's line unless it is told, waits for another section, or there is no room; the reason is kept."""
    holdings = galley.holdings
    if fact.claim.standing in OVERTAKEN or galley.has_told(fact) or (waits and galley.reserved & set(fact.passages)):
        return
    best = fact.passages[0]
    if _only_attributes(best, holdings):
        galley.leave(fact.passages, "it only says who is quoted beside it")
        return
    like = galley.number_like(fact.stretches[0].words)
    if like is not None:
        galley.leave(fact.passages, f"says much the same as line {like}")
        return
    if not galley.has_room(section) or best.role not in BODY:
        galley.leave(fact.passages, "beyond the length of its section")
        return
    shown = fact.stretches[0]
    notes = find_antecedent(shown, fact.claim, holdings)
    if notes is None:
        galley.leave(fact.passages, ANAPHORIC)
        return
    together = [fact, *(other for other in facts if other is not fact and _is_shown(other, shown))]
    text = stopped(trim(best, holdings, keep=_kept(fact), stretch=shown, notes=notes))
    chains = write_chains(find_heard((fact,), best), holdings)
    galley.set_fact(section, f"{text} {chains}." if chains else text, together)


def _is_shown(fact: Fact, shown: Evidence) -> bool:
    """Whether one of the fact's own stretches lies in the words that a line shows."""
    return any(
        one.page_id == shown.page_id and shown.start <= one.start and one.end <= shown.end for one in fact.stretches
    )


def _is_minor(fact: Fact, holdings: Holdings) -> bool:
    """Hearsay, a condition, speech that was not made, or a paragraph the page labels as an aside."""
    best = fact.passages[0]
    text = holdings.pages[best.page_id].text
    editing = holdings.editing
    if editing.is_hearsay(text[best.start : best.end]) or editing.is_aside(text, best.block_start, best.end):
        return True
    if any(s.statement.utterance != "made" or s.statement.condition for s in fact.said):
        return True
    return bool(fact.happened) and all(h.event.status in ("conditional", "historical") for h in fact.happened)


def _kept(fact: Fact) -> tuple[tuple[int, int], ...]:
    best = fact.passages[0]
    return tuple((one.start, one.end) for one in fact.claim.evidence if one.page_id == best.page_id)


def _only_attributes(passage: Passage, holdings: Holdings) -> bool:
    """Whether the sentence only names the speaker of a quotation that stands outside it ("— Ada Tresk, mayor")."""
    statements = [s for s in holdings.reports[passage.article_id].statements
                  if s.span.start <= passage.start and passage.end <= s.span.end]
    return any(
        not any(span.start < passage.end and passage.start < span.end for span in s.content) for s in statements
    ) or (holdings.words(passage)[0] in "—–" and len(holdings.words(passage).split()) <= LONGEST_NAME)


def _labelled(holdings: Holdings) -> Iterator[Passage]:
    for passages in holdings.passages.values():
        for passage in passages:
            text = holdings.pages[passage.page_id].text
            if passage.role in BODY and passage.opens_block and (
                holdings.editing.significance_end(text, passage.start, passage.end) is not None
            ):
                yield passage
