"""What to watch: what is announced, by the day it is due, then what the pages themselves leave open."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.edit.facts import Fact, carriers, count_origins
from copydesk.edit.galley import Backing, Galley, is_alike
from copydesk.edit.holdings import Holdings
from copydesk.edit.passages import BODY, Passage
from copydesk.edit.trimming import trim
from copydesk.lexicon.days import write_when
from copydesk.record import Evidence, Expectation, OpenQuestion, Story

_FIRST = ("open", "extended", "missed", "withdrawn", "met")  # what is still to come stands before what is settled


def find_reserved(story: Story, holdings: Holdings) -> frozenset[Passage]:
    """The sentences that wait for this section: those of announcements that are still due, and of open questions."""
    awaited = [one for expectation in story.expectations if expectation.status in ("open", "extended")
               for one in expectation.evidence]
    open_ = [one for question in story.questions if question.status == "open" for one in question.evidence]
    return frozenset(holdings.passages_of([*awaited, *open_]))


def write_outlook(galley: Galley, story: Story, facts: Sequence[Fact]) -> None:
    """Announcements by status and due day, undated ones last; then the open questions."""
    for expectation in sorted(story.expectations, key=lambda one: (_is_past(one, story), *_by_day(one))):
        _set_expectation(galley, expectation, facts)
    for question in story.questions:
        if question.status == "open":
            _set_question(galley, question, facts)


def _by_day(expectation: Expectation) -> tuple[int, bool, str, str]:
    return (_FIRST.index(expectation.status), expectation.due is None, expectation.due or "", expectation.id)


def _set_expectation(galley: Galley, expectation: Expectation, facts: Sequence[Fact]) -> None:
    holdings = galley.holdings
    best = _best_wording(expectation, facts, holdings)
    if best is None or _is_repeated(galley, best, expectation.evidence):
        return
    is_told = galley.number_telling([best]) is not None
    if is_told and (expectation.due is None or galley.number_telling([best], "saying")):
        return  # told already, and no day to watch, or no more than somebody's turn of phrase
    keep = tuple((one.start, one.end) for one in expectation.evidence if one.page_id == best.page_id)
    text = f"{_word_due(expectation, holdings.story)}: {trim(best, holdings, keep=keep)}"
    _set_watch(galley, text, expectation.evidence, facts)


def _best_wording(expectation: Expectation, facts: Sequence[Fact], holdings: Holdings) -> Passage | None:
    """The best sentence of an announcement; for one in a caption alone, its claim's body sentence that says the same."""
    best = _best(expectation.evidence, holdings)
    if best is None or best.role in BODY:
        return best
    body = [p for fact in facts if best in fact.passages for p in fact.passages if p.role in BODY]
    return next((p for p in body if is_alike(holdings.words(p), holdings.words(best))), best)


def _word_due(expectation: Expectation, story: Story) -> str:
    """"Fri 18 Oct", with what became of it; a day that passed without word of it is said to have passed."""
    status = "" if expectation.status == "open" else f", {expectation.status}"
    if expectation.due is None:
        return f"No day said{status}"
    due = write_when(expectation.due, beside=story.as_of)
    if expectation.status == "open" and _is_past(expectation, story):
        return f"Was due {due}, no outcome told"
    return f"{due}{status}"


def _is_past(expectation: Expectation, story: Story) -> bool:
    return bool(expectation.due and story.as_of and expectation.due < story.as_of[: len(expectation.due)])


def _set_question(galley: Galley, question: OpenQuestion, facts: Sequence[Fact]) -> None:
    holdings = galley.holdings
    best = _best(question.evidence, holdings)
    if best is None or _is_repeated(galley, best, question.evidence):
        return
    _set_watch(galley, f"Not known: {trim(best, holdings)}", question.evidence, facts)


def _set_watch(galley: Galley, text: str, evidence: Sequence[Evidence], facts: Sequence[Fact]) -> None:
    """Set the line with the sentences of the evidence and of the claims they tell."""
    holdings = galley.holdings
    shown = _ranked(evidence, holdings)
    inside = [fact for fact in facts if set(shown) & set(fact.passages)]
    if not galley.has_room("watch"):
        galley.leave(shown, "beyond the length of its section")
        return
    cited = [holdings.cite(passage) for passage in shown]
    cited += [one for fact in inside for one in fact.stretches]
    claims = [fact.claim for fact in inside]
    pages = carriers(claims, holdings) | {passage.page_id for passage in shown}
    traced = max((count_origins(claim) or 0 for claim in claims), default=0)
    ids = tuple(dict.fromkeys(claim.id for claim in claims))
    galley.set_line(
        "watch", text, cited, backing=Backing(claim_ids=ids, carried_by=len(pages), traced_to=traced or None),
    )


def _is_repeated(galley: Galley, best: Passage, evidence: Sequence[Evidence]) -> bool:
    """Whether a line of this section shows one of the sentences already, or says nearly the same."""
    passages = galley.holdings.passages_of(evidence)
    number = galley.number_telling(passages, "watch") or galley.number_like(galley.holdings.words(best), "watch")
    if number is None:
        return False
    galley.leave(passages, f"says much the same as line {number}")
    return True


def _best(evidence: Sequence[Evidence], holdings: Holdings) -> Passage | None:
    return next(iter(_ranked(evidence, holdings)), None)


def _ranked(evidence: Sequence[Evidence], holdings: Holdings) -> list[Passage]:
    """The sentences of the evidence, body text before headlines, originals before copies, the shortest first."""
    return sorted(
        holdings.passages_of(evidence),
        key=lambda p: (p.role not in BODY, holdings.is_copy(p.article_id), p.end - p.start, p.page_id, p.start),
    )
