"""What to watch: what is announced, by the day it is due, then what the pages themselves leave open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from copydesk.edit.facts import Fact, carriers, count_roots, is_bare, without_captions
from copydesk.edit.galley import Backing, Galley, is_alike
from copydesk.edit.holdings import Holdings
from copydesk.edit.passages import BODY, Passage
from copydesk.edit.trimming import trim
from copydesk.lexicon.days import read_day, write_when
from copydesk.record import Evidence, Expectation, OpenQuestion, Story, TimeExpression

SHORT = 20  # words of an announcement that are shown beside the number of the line that tells it
DAYS_OF_WEEK = 7
_FIRST = ("open", "extended", "missed", "withdrawn", "met")  # what is still to come stands before what is settled


def find_reserved(story: Story, holdings: Holdings) -> frozenset[Passage]:
    """The sentences that wait for this section: those of announcements that are still due, and of open questions."""
    awaited = [one for expectation in story.expectations if expectation.status in ("open", "extended")
               for one in expectation.evidence]
    open_ = [one for question in story.questions if question.status == "open" for one in question.evidence]
    return frozenset(holdings.passages_of([*awaited, *open_]))


def write_outlook(galley: Galley, story: Story, facts: Sequence[Fact]) -> None:
    """Announcements by status and due day, undated ones last; then the open questions."""
    dues = {one.id: find_due(one, galley.holdings) for one in story.expectations}
    for expectation in sorted(story.expectations, key=lambda one: (_is_past(dues[one.id], story.as_of), *_by_day(one, dues))):
        _set_expectation(galley, expectation, facts)
    for question in story.questions:
        if question.status == "open":
            _set_question(galley, question, facts)


def _by_day(expectation: Expectation, dues: Mapping[str, str | None]) -> tuple[int, bool, str, str]:
    due = dues[expectation.id]
    return (_FIRST.index(expectation.status), due is None, due or "", expectation.id)


def _set_expectation(galley: Galley, expectation: Expectation, facts: Sequence[Fact]) -> None:
    holdings = galley.holdings
    best = _best_wording(expectation, facts, holdings)
    if best is None or _is_repeated(galley, best, expectation.evidence):
        return
    due, number = find_due(expectation, holdings), galley.number_showing(best)
    if galley.number_telling([best]) and (due is None or galley.number_telling([best], "saying")):
        return  # told already, and no day to watch, or no more than somebody's turn of phrase
    keep = tuple((one.start, one.end) for one in expectation.evidence if one.page_id == best.page_id)
    told = f"line {number}{_gist(expectation, holdings)}." if number else trim(best, holdings, keep=keep)
    text = f"{_word_due(expectation, due, holdings)}: {told}"
    _set_watch(galley, text, expectation.evidence, facts, None if number else best)


def _gist(expectation: Expectation, holdings: Holdings) -> str:
    """" (talks are due to resume)": the shortest wording that no pronoun opens; " …" where even that is cut."""
    wordings = {
        trim(passage, holdings, stretch=one) for one in expectation.evidence
        if (passage := holdings.find_passage(one.page_id, one.start, one.end)) and not is_bare(one.words)
    }
    words = min(wordings, key=lambda one: (len(one.split()), one), default="").split()
    return f" ({' '.join(words[:SHORT]).rstrip('.,')}{' …' if len(words) > SHORT else ''})" if words else ""


def _best_wording(expectation: Expectation, facts: Sequence[Fact], holdings: Holdings) -> Passage | None:
    """The best sentence of an announcement; for one in a caption alone, its claim's body sentence that says the same."""
    best = _best(expectation.evidence, holdings)
    if best is None or best.role in BODY:
        return best
    body = [p for fact in facts if best in fact.passages for p in fact.passages if p.role in BODY]
    return next((p for p in body if is_alike(holdings.words(p), holdings.words(best))), best)


def _word_due(expectation: Expectation, due: str | None, holdings: Holdings) -> str:
    """"Fri 18 Oct", with what became of it; a day that passed without word of it is said to have passed."""
    status = "" if expectation.status == "open" else f", {expectation.status}"
    if due is None:
        return f"No day said{status}"
    as_of = holdings.story.as_of
    told = write_when(due, beside=as_of)
    first = next((one.begin for _, one in _times(expectation, holdings) if one.end and one.end[:10] == due[:10]), None)
    if _days_between(first, due) == DAYS_OF_WEEK - 1:
        told = f"Week of {write_when((first or due)[:10], beside=as_of)}"
    if expectation.status == "open" and _is_past(due, as_of):
        return f"Was due {told[:1].lower() if told.startswith('Week') else told[:1]}{told[1:]}, no outcome told"
    return f"{told}{status}"


def find_due(expectation: Expectation, holdings: Holdings) -> str | None:
    """The day an announcement is due; where it has none, the first single day in its words that was to come on its page."""
    if expectation.due is not None:
        return expectation.due
    for created, one in _times(expectation, holdings):
        if created and read_day(one.begin) and one.begin and one.end and one.end[:10] == one.begin[:10] > created[:10]:
            return one.begin[:10]
    return None


def _times(expectation: Expectation, holdings: Holdings) -> Iterator[tuple[str | None, TimeExpression]]:
    """The times in an announcement's words, then in their sentences, each with the day its page was written."""
    passages = [(one.page_id, one.start, one.end) for one in holdings.passages_of(expectation.evidence)]
    places = [(one.page_id, one.start, one.end) for one in expectation.evidence]
    for page_id, start, end in (*places, *passages):
        for report in holdings.reports.values():
            if report.article and report.page.id == page_id:
                yield from (
                    (report.article.created, one) for one in report.times
                    if start <= one.span.start and one.span.end <= end
                )


def _days_between(first: str | None, last: str) -> int | None:
    begin, end = read_day(first), read_day(last)
    return (end - begin).days if begin and end else None


def _is_past(due: str | None, as_of: str | None) -> bool:
    return bool(due and as_of and due < as_of[: len(due)])


def _set_question(galley: Galley, question: OpenQuestion, facts: Sequence[Fact]) -> None:
    holdings = galley.holdings
    best = _best(question.evidence, holdings)
    if best is None or _is_repeated(galley, best, question.evidence):
        return
    number = galley.number_showing(best)
    told = f"line {number}." if number else trim(best, holdings)
    _set_watch(galley, f"Not known: {told}", question.evidence, facts, None if number else best)


def _set_watch(
    galley: Galley, text: str, evidence: Sequence[Evidence], facts: Sequence[Fact], best: Passage | None,
) -> None:
    """Set the line with the sentences of the evidence and of the claims they tell. best: the sentence it shows, if any."""
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
    ids = tuple(dict.fromkeys(claim.id for claim in claims))
    galley.set_line(
        "watch", text, cited, backing=Backing(claim_ids=ids, carried_by=len(pages), traced_to=count_roots(claims)),
        shown=[best] if best else (),
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
        without_captions(holdings.passages_of(evidence)),
        key=lambda p: (p.role not in BODY, holdings.is_copy(p.article_id), p.end - p.start, p.page_id, p.start),
    )
