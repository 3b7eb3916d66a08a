"""Which articles carry one text: verbatim, cut, partly borrowed, rewritten or translated, and whose text it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.compare.facts import find_telling
from copydesk.compare.fingerprints import Prints, find_candidates, narrative_words
from copydesk.compare.outlets import family_of, outlet_of
from copydesk.compare.retelling import Retelling, find_retellings
from copydesk.compare.unions import Unions
from copydesk.lexicon import World
from copydesk.record import Report, Syndication
from copydesk.record.story import CopyKind

# Swept on our own stories (`python -m evaluation.own_copies --sweep` prints the curves).
COPY = 0.5  # share of the shorter article's shingles
PARTIAL = 0.15
BORROWED = 20  # words in a row that a partial copy has taken; reports by one mould share shorter stretches
Pair = tuple[str, str]  # article ids, sorted
_STRENGTH: Mapping[CopyKind, int] = {"copy": 0, "translation": 1, "rewrite": 2, "partial": 3}


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles (ids, sorted) that share text: how, how much (0-1), and why it is thought so."""

    one: str
    other: str
    kind: CopyKind
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Texts:
    """Which articles are one text. sets: of article ids; fullest: the longest article of the set that an id stands for."""

    sets: Unions
    fullest: dict[str, str]
    joined: list[Likeness]  # what joined them

    def pair_of(self, one: Likeness) -> Pair:
        """The ids that stand for the two texts, sorted."""
        low, high = sorted((self.sets.top(one.one), self.sets.top(one.other)))
        return low, high


def compare_copies(*, reports: Sequence[Report], world: World) -> tuple[Syndication, ...]:
    """Groups of articles that carry one text, whole copies first; cards are left out.

    origin: the wire that a member credits, else the earliest article (a day that is known before one that is not, then
    the longest text). Partial copies, rewrites and translations come in pairs, one for each two groups. What an outlet
    repeats of its own earlier articles is no partial copy. The order of reports does not matter.
    """
    told = {report.article.id: report for report in reports if report.article and not report.article.is_card}
    families = {article_id: family_of(outlet_of(report), world) for article_id, report in told.items()}
    prints = Prints(told, families)
    pairs = [pair for pair in find_candidates(prints.words) if _are_pages(pair, told)]
    texts = _join_copies(pairs, prints)
    inside: dict[str, list[Likeness]] = defaultdict(list)
    for one in texts.joined:
        inside[texts.sets.top(one.one)].append(one)
    found = [
        _syndication(ids, inside[ids[0]], told, world) for ids in texts.sets.sets() if ids[0] in inside
    ]
    between: dict[Pair, Likeness] = {}
    likenesses = [*_retold(texts, told, world), *_borrowed(pairs, texts, prints, families)]
    for one in sorted(likenesses, key=lambda one: (_STRENGTH[one.kind], -one.score, one.one, one.other)):
        between.setdefault(texts.pair_of(one), one)
    found += [_syndication((one.one, one.other), [one], told, world) for one in between.values()]
    return tuple(sorted(found, key=lambda one: (_STRENGTH[one.kind], -one.score, one.article_ids)))


def _are_pages(pair: Pair, told: Mapping[str, Report]) -> bool:
    """Whether two articles stand on two pages: a live page that sums up its own entries copies nobody."""
    return told[pair[0]].page.id != told[pair[1]].page.id


def _join_copies(pairs: Sequence[Pair], prints: Prints) -> Texts:
    """The strongest likenesses join first, and two sets only where their fullest texts are copies too.

    Else a cut copy of one article that is mostly what this shares with another would make all three one text.
    """
    scored = sorted(
        (-score, one, other) for one, other in pairs
        if (score := prints.containment(one, other)) >= COPY and prints.have_figures(one, other, score)
    )
    texts = Texts(Unions(), {one: one for one in prints.words}, [])
    for lack, one, other in scored:
        heads = texts.fullest[texts.sets.top(one)], texts.fullest[texts.sets.top(other)]
        if heads[0] == heads[1] or prints.containment(*heads) >= COPY:
            texts.joined.append(Likeness(one, other, "copy", round(-lack, 3), _COPIED.format(round(-100 * lack))))
            texts.sets.join(one, other)
            texts.fullest[texts.sets.top(one)] = min(heads, key=lambda head: (-len(prints.words[head]), head))
    return texts


def _borrowed(
    pairs: Sequence[Pair], texts: Texts, prints: Prints, families: Mapping[str, str],
) -> Iterator[Likeness]:
    """Articles of two texts that share a long passage, where no one outlet carries both texts."""
    carriers: dict[str, set[str]] = defaultdict(set)
    for article_id, family in families.items():
        carriers[texts.sets.top(article_id)].add(family)
    for one, other in pairs:
        low, high = texts.sets.top(one), texts.sets.top(other)
        if low != high and not carriers[low] & carriers[high]:
            score, run = prints.containment(one, other), prints.longest_run(one, other)
            if score >= PARTIAL and run >= BORROWED and prints.have_figures(one, other, score):
                yield Likeness(one, other, "partial", round(score, 3), _BORROWED.format(round(100 * score), run))


def _retold(texts: Texts, told: Mapping[str, Report], world: World) -> Iterator[Likeness]:
    """Texts that tell the same in the same order, each by its fullest article."""
    fullest = {texts.fullest[texts.sets.top(one)] for one in told}
    for found in find_retellings({one: find_telling(told[one], world) for one in sorted(fullest)}):
        if _are_pages((found.one, found.other), told):
            kind: CopyKind = "translation" if found.is_translation else "rewrite"
            yield Likeness(found.one, found.other, kind, round(found.score, 3), _tell(found))


def _tell(found: Retelling) -> str:
    """The reason for a retelling, in words."""
    shared, counted = found.figures
    figures = f", {shared} of {counted} figures among them" if counted else ""
    way = "in another language" if found.is_translation else "in other words"
    return _RETOLD.format(round(100 * found.score), found.sentences, figures, way)


_COPIED = "at least {} % of the shorter text's word runs stand in the other, quotations left out"
_BORROWED = "{} % of the shorter text's word runs stand in the other, {} words in a row, quotations left out"
_RETOLD = "the same names and numbers in the same order ({} % of what the shorter text tells, {} sentences{}), {}"


def _syndication(
    ids: Sequence[str], inside: Sequence[Likeness], told: Mapping[str, Report], world: World,
) -> Syndication:
    """inside: the likenesses that made this group; the weakest gives its score and reason."""
    members = tuple(sorted(ids))
    weakest = min(inside, key=lambda one: (one.score, one.one, one.other))
    origin, why = _origin(members, told, world)
    return Syndication(
        origin=origin, article_ids=members, kind=weakest.kind, score=weakest.score, reasons=(weakest.reason, why),
    )


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
