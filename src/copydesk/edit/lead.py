"""The first line of the news: the lead of the latest article that brings something new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copydesk.edit.facts import LEAD_SENTENCES, Fact, is_quoted
from copydesk.edit.holdings import Holdings
from copydesk.edit.passages import BODY, Passage

_UNSURE = frozenset({"expectation", "assessment", "warning", "open_question", "silence"})
_FACELESS = frozenset({"anonymous", "unspecified", "experts"})


def put_lead_first(facts: Sequence[Fact], holdings: Holdings) -> tuple[Fact, ...]:
    """The facts with the latest article's lead before all others, shown in that article's own words.

    Articles are asked from the latest to the earliest, copies left out, for the first of their opening sentences that
    tells something firm. Without dates, or where none does, the heaviest firm fact comes first.
    """
    for article_id in _latest_first(holdings):
        for passage in _opening(article_id, holdings):
            found = next((fact for fact in facts if passage in fact.passages and is_firm(fact, holdings)), None)
            if found is not None and _is_new(found, article_id, holdings):
                lead = _shown_at(found, passage)
                return (lead, *(fact for fact in facts if fact is not found))
    firm = next((fact for fact in facts if is_firm(fact, holdings)), None)
    return (firm, *(fact for fact in facts if fact is not firm)) if firm else tuple(facts)


def is_firm(fact: Fact, holdings: Holdings) -> bool:
    """Whether it tells what is or was, in the pages' words or of a named speaker; no quotation, guess or attitude."""
    if is_quoted(fact, holdings) or fact.claim.standing in ("superseded", "denied"):
        return False
    if any(one.statement.utterance != "made" or one.statement.condition for one in fact.said):
        return False
    if fact.said and all(one.statement.act in _UNSURE for one in fact.said):
        return False
    if fact.said and _is_faceless(fact) and any(holdings.editing.is_forecast(one.words) for one in fact.stretches):
        return False
    return not fact.happened or any(one.event.status not in ("conditional", "historical") for one in fact.happened)


def _is_faceless(fact: Fact) -> bool:
    origins = fact.claim.origins
    return all(one.statement.speaker_kind in _FACELESS for one in fact.said) or (
        bool(origins) and all(origin.lower().startswith("unnamed") for origin in origins)
    )


def _latest_first(holdings: Holdings) -> list[str]:
    """Articles with a known day that are no copies, the latest first; of one day those later in the story's order."""
    known = [key for key in holdings.reports if not holdings.is_copy(key) and _created(key, holdings)]
    order = {key: number for number, key in enumerate(known)}
    return sorted(known, key=lambda key: (_created(key, holdings), order[key]), reverse=True)


def _created(article_id: str, holdings: Holdings) -> str:
    article = holdings.reports[article_id].article
    return (article.created if article else None) or ""


def _opening(article_id: str, holdings: Holdings) -> list[Passage]:
    return [passage for passage in holdings.passages[article_id] if passage.role in BODY][:LEAD_SENTENCES]


def _is_new(fact: Fact, article_id: str, holdings: Holdings) -> bool:
    """Whether no article of an earlier day tells it."""
    day = _created(article_id, holdings)[:10]
    days = {_created(passage.article_id, holdings)[:10] for passage in fact.passages}
    return all(other >= day for other in days if other)


def _shown_at(fact: Fact, passage: Passage) -> Fact:
    """The fact with this sentence as its best one."""
    at = fact.passages.index(passage)
    return replace(
        fact, passages=(passage, *fact.passages[:at], *fact.passages[at + 1 :]),
        stretches=(fact.stretches[at], *fact.stretches[:at], *fact.stretches[at + 1 :]),
    )
