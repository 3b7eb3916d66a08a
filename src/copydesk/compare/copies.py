"""Which articles carry one text: verbatim, cut, partly borrowed, rewritten or translated, and whose text it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from copydesk.compare.facts import Anchors, find_anchors, find_facts, score_facts, weigh_anchors
from copydesk.compare.fingerprints import containment, find_candidates, longest_run, narrative_words
from copydesk.compare.outlets import family_of, outlet_of
from copydesk.compare.unions import Unions
from copydesk.lexicon import World
from copydesk.record import Report, Syndication
from copydesk.record.story import CopyKind

COPY = 0.5  # share of the shorter article's shingles; set by hand
PARTIAL = 0.15
BORROWED = 20  # words in a row that a partial copy has taken; reports by one mould share shorter stretches
REWRITE = 0.40  # share of sentences retold in order; MEANTIME in Spanish and Dutch, swept 0.25-0.55 by 0.05
SHARED = 3  # names and numbers two articles share before their facts are aligned
COMMONEST = 64  # one that more articles have opens no pair
_STRENGTH: Mapping[CopyKind, int] = {"copy": 0, "translation": 1, "rewrite": 2, "partial": 3}


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles (ids, sorted) that share text: how, and how much (0-1)."""

    one: str
    other: str
    kind: CopyKind
    score: float


def compare_copies(*, reports: Sequence[Report], world: World) -> tuple[Syndication, ...]:
    """Groups of articles that carry one text, whole copies first; cards are left out.

    origin: the wire that a member credits, else the earliest article (a day that is known before one that is not, then
    the longest text). Partial copies and rewrites come in
    pairs, one for each two groups. The order of reports does not matter.
    """
    told = {report.article.id: report for report in reports if report.article and not report.article.is_card}
    likenesses = [
        one for one in find_likenesses(told, world) if told[one.one].page.id != told[one.other].page.id
    ]  # a live page that sums up its own entries copies nobody
    whole = [one for one in likenesses if one.kind == "copy"]
    groups = Unions()
    for one in whole:
        groups.join(one.one, one.other)
    found = [_syndication(ids, "copy", whole, told, world) for ids in groups.sets()]
    between: dict[tuple[str, str], Likeness] = {}
    for one in sorted(likenesses, key=lambda one: (_STRENGTH[one.kind], -one.score, one.one, one.other)):
        tops = sorted((groups.top(one.one), groups.top(one.other)))
        if one.kind != "copy" and tops[0] != tops[1]:
            between.setdefault((tops[0], tops[1]), one)
    found += [_syndication((one.one, one.other), one.kind, [one], told, world) for one in between.values()]
    return tuple(sorted(found, key=lambda one: (_STRENGTH[one.kind], -one.score, one.article_ids)))


def find_likenesses(told: Mapping[str, Report], world: World) -> tuple[Likeness, ...]:
    """Every pair of articles that share text, by fingerprints first and by facts in order where words differ."""
    words = {article_id: narrative_words(report) for article_id, report in told.items()}
    found: dict[tuple[str, str], Likeness] = {}
    for one, other in find_candidates(words):
        score = containment(words[one], words[other])
        if score >= COPY or (score >= PARTIAL and longest_run(words[one], words[other]) >= BORROWED):
            found[one, other] = Likeness(one, other, "copy" if score >= COPY else "partial", round(score, 3))
    for one, other, score in _retold(told, world):
        if (one, other) not in found or found[one, other].kind == "partial":
            languages = {told[one].article.language, told[other].article.language} - {None}  # type: ignore[union-attr]
            kind: CopyKind = "translation" if len(languages) > 1 else "rewrite"
            found[one, other] = Likeness(one, other, kind, round(score, 3))
    return tuple(found[pair] for pair in sorted(found))


def _retold(told: Mapping[str, Report], world: World) -> Iterator[tuple[str, str, float]]:
    """Pairs whose facts stand in the same order: names and numbers, or content stems, whichever agree better."""
    anchors = {article_id: find_anchors(told[article_id]) for article_id in sorted(told)}
    facts = {article_id: find_facts(told[article_id], world.wording) for article_id in sorted(told)}
    weights, rarity = weigh_anchors(list(anchors.values())), weigh_anchors(list(facts.values()))
    for one, other in _sharing(anchors):
        score = max(score_facts(anchors[one], anchors[other], weights), score_facts(facts[one], facts[other], rarity))
        if score >= REWRITE:
            yield one, other, score


def _sharing(anchors: Mapping[str, Anchors]) -> list[tuple[str, str]]:
    """Pairs of articles that share three names or numbers which few articles have."""
    postings: dict[str, list[str]] = defaultdict(list)
    for article_id, sentences in anchors.items():
        for anchor in frozenset().union(*sentences):
            postings[anchor].append(article_id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for ids in postings.values():
        if len(ids) <= COMMONEST:
            for pair in combinations(ids, 2):
                shared[pair] += 1
    return sorted(pair for pair, count in shared.items() if count >= SHARED)


def _syndication(
    ids: Sequence[str], kind: CopyKind, likenesses: Sequence[Likeness], told: Mapping[str, Report], world: World,
) -> Syndication:
    members = tuple(sorted(ids))
    inside = [one for one in likenesses if one.one in members and one.other in members]
    score = min(one.score for one in inside)
    origin, why = _origin(members, told, world)
    return Syndication(
        origin=origin, article_ids=members, kind=kind, score=score,
        reasons=(_REASONS[kind].format(round(100 * score)), why),
    )


_REASONS: Mapping[CopyKind, str] = {
    "copy": "at least {} % of the shorter text's word runs stand in the other, quotations left out",
    "partial": "{} % of the shorter text's word runs stand in the other, quotations left out",
    "rewrite": "the same names and numbers in the same order ({} % of the shorter text), in other words",
    "translation": "the same names and numbers in the same order ({} % of the shorter text), in another language",
}


def _origin(ids: Sequence[str], told: Mapping[str, Report], world: World) -> tuple[str, str]:
    """Whose text it is, and why: a credited wire, the earliest day, the longest text."""
    credited = sorted({_credit(told[one]) for one in ids} - {None, ""}, key=str)
    if credited:
        name = str(credited[0])
        own = [one for one in ids if family_of(outlet_of(told[one]), world) == family_of(name, world)]
        return (own[0] if own else name), f"credited to {name}"
    days = {one: (told[one].article.created or "") for one in ids}  # type: ignore[union-attr]
    known = sorted((day, one) for one, day in days.items() if day)
    if known and len({day for day, _ in known}) > 1:
        return known[0][1], f"{known[0][1]} is the earliest ({known[0][0]})"
    longest = min(ids, key=lambda one: (-len(narrative_words(told[one])), one))
    return longest, "the order in time is not known; the longest text stands for all"


def _credit(report: Report) -> str | None:
    """The wire or the first publisher that the article names."""
    if report.article is None:
        return None
    named = (credit.name for credit in report.article.credits if credit.kind in ("wire", "first_published"))
    return report.article.wire or next(named, None)
