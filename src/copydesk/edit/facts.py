"""Claims as an editor weighs them: which sentence tells each best, who carries it, and how near the top it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.edit.holdings import Happened, Holdings, Said
from copydesk.edit.passages import BODY, Passage
from copydesk.edit.stretches import find_stretch
from copydesk.record import Claim, Evidence

# Weights of a claim's place, set by hand on own small stories: agreement leads, then carriage, newness and the lead.
AGREED = 3.0
EACH_PAGE = 0.6  # a page that carries it, copies too: what many print is what the story is about
EACH_TEXT = 0.4  # and once more where that page is no copy
MOST_PAGES = 5
NEWEST = 1.5  # of the latest article; the earliest adds nothing
IN_LEAD = 1.5  # told in a headline or in the first sentences
LEAD_SENTENCES = 3
AN_EVENT = 0.5
A_CHANGE = 2.0  # it corrects or updates what was told before
BARE = 1.0  # taken off where every sentence of it opens with a pronoun nobody resolved
GOOD_LENGTH = 22  # words: where a sentence that tells the claim alone usually lies
SUPPORTS = ("asserts", "relays")
_PRONOUN = re.compile(r"(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their)\b")
_QUOTED = re.compile(r"[\"“«][^\"“”«»]*\s[^\"“”«»]*\s[^\"“”«»]*[\"”»]")  # three words or more between marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A claim with its sentences (best first), its statements and events, and its weight (more is nearer the top).

    stretches: for each sentence in the same order the part of it that tells the claim.
    """

    claim: Claim
    passages: tuple[Passage, ...]
    stretches: tuple[Evidence, ...]
    said: tuple[Said, ...]
    happened: tuple[Happened, ...]
    pages: frozenset[str]
    weight: float


def find_facts(holdings: Holdings) -> tuple[Fact, ...]:
    """The story's claims that stand in an article's own sentences, heaviest first, ties in page order."""
    newness = _newness(holdings)
    facts = [fact for claim in holdings.story.claims if (fact := _fact(claim, holdings, newness))]
    order = {page_id: number for number, page_id in enumerate(holdings.pages)}
    facts.sort(key=lambda f: (-f.weight, order[f.passages[0].page_id], f.passages[0].start, f.claim.id))
    return tuple(facts)


def carriers(claims: Iterable[Claim], holdings: Holdings) -> frozenset[str]:
    """Ids of the pages that carry any of the claims, with or without saying how they know."""
    pages = {evidence.page_id for claim in claims for evidence in supporting(claim)}
    return frozenset(pages & set(holdings.pages))


def supporting(claim: Claim) -> tuple[Evidence, ...]:
    """The evidence for a claim, without the words of those who deny or doubt it; all of it where nobody stands for it."""
    against = {stance.evidence for stance in claim.stances if stance.stance in ("denies", "doubts")}
    against -= {stance.evidence for stance in claim.stances if stance.stance in SUPPORTS}
    return tuple(one for one in claim.evidence if one not in against) or claim.evidence


def without_captions(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The sentences without those under pictures, where any other tells the same."""
    return tuple(one for one in passages if one.role != "caption") or passages


def is_agreed(claim: Claim, holdings: Holdings) -> bool:
    """Whether two origins agree on it and two pages say so: what one page alone heard from two is one hearing."""
    return claim.standing == "origins_agree" and (count_origins(claim) or 0) > 1 and len(carriers((claim,), holdings)) > 1


def count_origins(claim: Claim) -> int | None:
    """Origins the claim is traced to, those who only deny it left out; None where no page says how it knows."""
    return len(roots_of(claim)) or None


def roots_of(claim: Claim) -> tuple[str, ...]:
    """The origins that stand for a claim; all of them where none does."""
    against = {stance.origin for stance in claim.stances if stance.stance in ("denies", "doubts")}
    against -= {stance.origin for stance in claim.stances if stance.stance in SUPPORTS}
    return tuple(origin for origin in claim.origins if origin not in against) or claim.origins


def count_roots(claims: Iterable[Claim]) -> int | None:
    """Origins that all these claims together are traced to, each once; None where no page says how it knows."""
    return len({origin for claim in claims for origin in roots_of(claim)}) or None


def is_quoted(fact: Fact, holdings: Holdings) -> bool:
    """Whether somebody is quoted verbatim for it, at some length."""
    return any(is_quotation(said) for said in fact.said)


def is_quotation(said: Said) -> bool:
    """Whether the words were said and are given between quotation marks, three words or more."""
    statement = said.statement
    if statement.manner == "indirect" or statement.utterance != "made" or not statement.content:
        return False
    text = said.report.page.text
    start = min([statement.span.start, *(span.start for span in statement.content)])
    end = max([statement.span.end, *(span.end for span in statement.content)])
    return _QUOTED.search(text, max(0, start - 1), end + 1) is not None


def _fact(claim: Claim, holdings: Holdings, newness: dict[str, float]) -> Fact | None:
    said = tuple(holdings.said[i] for i in claim.members if i in holdings.said)
    happened = tuple(holdings.happened[i] for i in claim.members if i in holdings.happened)
    passages = without_captions(holdings.passages_of(supporting(claim)))
    if not passages:
        return None
    ranked = tuple(sorted(passages, key=lambda passage: _rank(passage, said, holdings)))
    return Fact(
        claim=claim, passages=ranked, said=said, happened=happened, pages=carriers((claim,), holdings),
        weight=_weigh(claim, passages, bool(happened), holdings, newness),
        stretches=tuple(find_stretch(one, claim.evidence, holdings) for one in ranked),
    )


def _rank(passage: Passage, said: tuple[Said, ...], holdings: Holdings) -> tuple[bool | int | str, ...]:
    """Best first: body text, not opened by a bare pronoun, an original, naming its speaker, of a readable length."""
    spoken = any(
        s.statement.speaker is not None and s.statement.speaker_kind != "unspecified"
        and s.report.page.id == passage.page_id
        and passage.start <= s.statement.span.start < passage.end for s in said
    )
    length = len(holdings.words(passage).split())
    return (
        passage.role not in BODY, opens_bare(passage, holdings), holdings.is_copy(passage.article_id), not spoken,
        abs(length - GOOD_LENGTH) // 8,
        holdings.article_of(passage).created or "~", passage.start,
    )


def _weigh(
    claim: Claim, passages: tuple[Passage, ...], is_event: bool, holdings: Holdings, newness: dict[str, float],
) -> float:
    texts = {passage.article_id for passage in passages if not holdings.is_copy(passage.article_id)}
    pages = carriers((claim,), holdings)
    weight = AGREED * is_agreed(claim, holdings) + EACH_PAGE * min(len(pages), MOST_PAGES)
    weight += EACH_TEXT * min(len(texts), MOST_PAGES)
    weight += NEWEST * max(newness[passage.article_id] for passage in passages)
    weight += IN_LEAD * any(passage.role == "headline" or passage.number <= LEAD_SENTENCES for passage in passages)
    weight += A_CHANGE * (claim.id in holdings.changes)
    weight -= BARE * all(opens_bare(passage, holdings) for passage in passages)
    return weight + AN_EVENT * is_event


def opens_bare(passage: Passage, holdings: Holdings) -> bool:
    """Whether the sentence opens with a pronoun that nobody could resolve: alone, it does not say of whom it speaks."""
    if not is_bare(holdings.words(passage)):
        return False
    mentions = holdings.reports[passage.article_id].mentions
    return not any(m.span.start == passage.start and m.entity_id is not None for m in mentions)


def is_bare(words: str) -> bool:
    """Whether words open with a pronoun."""
    return _PRONOUN.match(words) is not None


def _newness(holdings: Holdings) -> dict[str, float]:
    """0 for articles of the earliest day to 1 for those of the latest; 0 where the day is unknown."""
    days = {key: (report.article.created or "")[:10] for key, report in holdings.reports.items() if report.article}
    known = sorted({day for day in days.values() if day})
    if len(known) < 2:
        return dict.fromkeys(days, 0.0)
    return {key: known.index(day) / (len(known) - 1) if day else 0.0 for key, day in days.items()}
