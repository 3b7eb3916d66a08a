"""Which articles tell one developing matter."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from copydesk.compare.copies import COPY
from copydesk.compare.entries import find_entries
from copydesk.compare.fingerprints import containment, find_candidates, narrative_words
from copydesk.compare.identities import Identities, resolve_identities
from copydesk.compare.linkage import group_by_average
from copydesk.compare.passages import BODY, NARRATIVE, words_of
from copydesk.compare.unions import Unions
from copydesk.lexicon import World
from copydesk.lexicon.calendar import day_of
from copydesk.lexicon.wording import Stem
from copydesk.record import Report

# Tuned on heaps drawn from ECB+ topics 1-35, swept .06-.22 by .02.
# In a heap of a few dozen articles all words weigh nearly alike and scores are lower than in one of hundreds: best
# thresholds were .06-.16 for 5 to 50 articles, .16 for 120, .22 for 300, .20 for 772.
FEW, SAME_OF_FEW = 40, 0.10
MANY, SAME_OF_MANY = 300, 0.20
SAME_AS_CARD = 0.45  # a teaser is shown for being near in topic: it must tell the same
WORDS, NAMES, ENTITIES = 0.7, 0.3, 0.3
FIRST_WORDS = 120  # content words of the body that are compared
DAYS, FAR = 7.0, 0.6  # days after which nearness has fallen to 1/e; what is left of a score however far apart
OPENERS = 40  # weightiest words of an article, two of which open a candidate; 24, 32, 40 gave .877, .899, .901 on ECB+
ALL_PAIRS = 100  # articles up to which every pair is scored: what a page shares must not hang on the pages beside it
COMMONEST = 200  # a word in more articles than this opens none


@dataclass(frozen=True, slots=True)
class Sketch:
    """What an article is about: weighted words, capitalised words and entities, each of unit length, and its day.

    text: the same number for an article and its verbatim copies, which count as one document; -1 where it stands alone.
    """

    article_id: str
    words: Mapping[str, float]
    names: Mapping[str, float]
    entities: Mapping[str, float]
    day: int | None  # ordinal
    is_card: bool
    text: int = -1


def compare_stories(*, reports: Sequence[Report], world: World) -> tuple[tuple[str, ...], ...]:
    """Article ids grouped into stories, largest first; an article that shares its matter with none is a story of its own.

    Score of two articles: cosines of their words (headline twice, then the beginning), names and entities, less where
    they were written days apart. Entries of a live page are read on from its main article and go where it goes. The order
    of reports does not matter.
    """
    entries = find_entries(reports)
    follow = {entry.article.id for each in entries.values() for entry in each if entry.article}
    sketches = sketch_articles([each for each in reports if each.article and each.article.id not in follow], world, entries)
    scores = {
        (one, other): score_articles(sketches[one], sketches[other]) for one, other in _candidates(sketches)
    }
    return _story_ids(sketches, group_articles(sketches, scores), entries)


def group_articles(sketches: Sequence[Sketch], scores: Mapping[tuple[int, int], float]) -> tuple[tuple[int, ...], ...]:
    """Indices of sketches in groups; cards join last, each to the group it is most like, or stay alone."""
    def is_forbidden(one: int, other: int) -> bool:
        return (sketches[one].is_card or sketches[other].is_card) and scores.get((one, other), 0.0) < SAME_AS_CARD

    first: dict[int, int] = {}
    for index, sketch in enumerate(sketches):
        if sketch.text >= 0:
            first.setdefault(sketch.text, index)
    stands_for = [first.get(sketch.text, index) for index, sketch in enumerate(sketches)]
    single = {pair: score for pair, score in scores.items() if all(stands_for[one] == one for one in pair)}
    groups = group_by_average(len(sketches), single, find_threshold(len(sketches)), is_forbidden)
    home = {index: group[0] for group in groups for index in group}
    joined: dict[int, list[int]] = defaultdict(list)
    for index, standing in enumerate(stands_for):
        joined[home[standing]].append(index)
    return tuple(sorted(tuple(group) for group in joined.values()))


def find_threshold(articles: int) -> float:
    """Mean score at which two groups of articles are one story, in a heap of so many articles."""
    share = math.log(max(articles, FEW) / FEW) / math.log(MANY / FEW)
    return SAME_OF_FEW + (SAME_OF_MANY - SAME_OF_FEW) * min(1.0, share)


def sketch_articles(
    reports: Sequence[Report], world: World, entries: Mapping[str, Sequence[Report]] | None = None,
) -> tuple[Sketch, ...]:
    """One sketch for each report with an article, sorted by article id. entries: what is read on from each, by its id."""
    after = entries or {}
    told = sorted((report for report in reports if report.article), key=lambda report: report.article.id)  # type: ignore[union-attr]
    identities = resolve_identities(told)
    counts = [_count_words((report, *after.get(report.article.id, ())), world) for report in told]  # type: ignore[union-attr]
    texts = _find_texts(told)
    words = _weigh([every for every, _ in counts], texts)
    names = _weigh([capitals for _, capitals in counts], texts)
    entities = _weigh([_count_entities(report, identities) for report in told], texts)
    return tuple(
        Sketch(
            article_id=report.article.id, words=words[place], names=names[place], entities=entities[place],
            day=_day(report.article.created), is_card=report.article.is_card, text=texts[place],
        )
        for place, report in enumerate(told) if report.article
    )


def score_articles(one: Sketch, other: Sketch) -> float:
    """How likely two articles tell one story, 0-1. Days apart weaken a score; being of one day proves nothing."""
    parts = [(WORDS, _cosine(one.words, other.words)), (NAMES, _cosine(one.names, other.names))]
    if one.entities and other.entities:
        parts.append((ENTITIES, _cosine(one.entities, other.entities)))
    score = sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)
    if one.day is None or other.day is None:
        return score
    return score * (FAR + (1 - FAR) * math.exp(-abs(one.day - other.day) / DAYS))


def _candidates(sketches: Sequence[Sketch]) -> list[tuple[int, int]]:
    """Pairs that share at least two of their weightiest words, none of them too common; of a few articles all pairs."""
    if len(sketches) <= ALL_PAIRS:
        return list(combinations(range(len(sketches)), 2))
    postings: dict[str, list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        for word in sorted(sketch.words, key=lambda word: (-sketch.words[word], word))[:OPENERS]:
            postings[word].append(index)
    once: set[tuple[int, int]] = set()
    twice: set[tuple[int, int]] = set()
    for indices in postings.values():
        if len(indices) <= COMMONEST:
            for pair in combinations(indices, 2):
                (twice if pair in once else once).add(pair)
    return sorted(twice)


def _story_ids(
    sketches: Sequence[Sketch], groups: Iterable[tuple[int, ...]], entries: Mapping[str, Sequence[Report]],
) -> tuple[tuple[str, ...], ...]:
    """Largest first; where equal, the story with more full articles, then by id."""
    hosts = [tuple(sketches[index].article_id for index in group) for group in groups]
    named = [
        (*group, *(entry.article.id for host in group for entry in entries.get(host, ()) if entry.article)) for group in hosts
    ]
    cards = {sketch.article_id for sketch in sketches if sketch.is_card}
    return tuple(sorted(named, key=lambda ids: (-sum(one not in cards for one in ids), -len(ids), ids)))


def _count_words(reports: Sequence[Report], world: World) -> tuple[dict[str, float], dict[str, float]]:
    """Counts of content words of headlines (twice) and beginning, and of the capitalised ones among them.

    reports: an article and what is read on from it.
    """
    words: dict[str, float] = defaultdict(float)
    names: dict[str, float] = defaultdict(float)
    for stem, count in _beginning(reports, world):
        words[stem.key] += count
        if stem.is_name:
            names[stem.key] += count
    return words, names


def _beginning(reports: Sequence[Report], world: World) -> Iterator[tuple[Stem, float]]:
    left = FIRST_WORDS
    for report in reports:
        if report.article is None or left <= 0:
            return
        if report.article.headline is not None:
            for stem in world.wording.find_stems(words_of(report.page, report.article.headline)):
                yield stem, 2.0
        roles = BODY if any(block.role in BODY for block in report.article.blocks) else NARRATIVE
        for block in report.article.blocks:
            if block.role in roles and left > 0:
                stems = world.wording.find_stems(report.page.text[block.span.start : block.span.end])[:left]
                left -= len(stems)
                for stem in stems:
                    yield stem, 1.0


def _count_entities(report: Report, identities: Identities) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for mention in report.mentions:
        key = identities.key_of(mention.entity_id)
        if key is not None:
            counts[key] += 1.0
    return counts


def _find_texts(reports: Sequence[Report]) -> list[int]:
    """For each report the number of its text, -1 where no other carries it. A copy holds half of the shorter's shingles."""
    words = {report.page.id + report.key: narrative_words(report) for report in reports if not _is_card(report)}
    same = Unions(words)
    for one, other in find_candidates(words):
        if containment(words[one], words[other]) >= COPY:
            same.join(one, other)
    numbers = {one: number for number, ids in enumerate(same.sets()) if len(ids) > 1 for one in ids}
    return [-1 if _is_card(report) else numbers.get(report.page.id + report.key, -1) for report in reports]


def _is_card(report: Report) -> bool:
    return report.article is None or report.article.is_card


def _weigh(documents: Sequence[Mapping[str, float]], texts: Sequence[int]) -> list[dict[str, float]]:
    """Unit-length weights: damped count times rarity among the documents, copies of one text being one document."""
    found: dict[str, set[int]] = defaultdict(set)
    known = [text if text >= 0 else -1 - place for place, text in enumerate(texts)]
    for text, counts in zip(known, documents, strict=True):
        for word in counts:
            found[word].add(text)
    total = len(set(known))
    rarity = {word: math.log(1 + (total + 4) / (len(holding) + 1)) for word, holding in found.items()}
    weighed = []
    for counts in documents:
        weights = {word: (1 + math.log(count)) * rarity[word] for word, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        weighed.append({word: weight / length for word, weight in weights.items()})
    return weighed


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def _day(created: str | None) -> int | None:
    """Ordinal of a creation day, None where it is not known to the day."""
    day = day_of(created)
    return day.toordinal() if day else None
