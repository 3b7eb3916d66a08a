"""Which units of several articles say the same thing: candidates by shared words, a score by slots, vetoes by clashes."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from copydesk.compare.linkage import group_by_average
from copydesk.compare.localities import is_elsewhere
from copydesk.compare.numbers import SCALE_SHARED, Count, Fit, compare_counts
from copydesk.compare.unions import Unions
from copydesk.compare.units import Unit
from copydesk.compare.voices import COUNTED, is_same_root
from copydesk.lexicon.calendar import day_of
from copydesk.lexicon.wording import stem_word

# The own cases of evaluation/own/origins come out alike from .25 to .50 and worse above (swept by .05); the upper end keeps
# sentences of one topic apart in longer articles.
SAME_CLAIM = 0.45  # score at which two units say the same thing
SAME_SAID_TWICE = 0.65  # the same inside one article's body, where two sentences seldom say one thing
WEEK = 6  # days from the first to the last of a week, the edges of which two pages may draw apart
ENOUGH_WORDS = 3  # words beyond the first that a wording needs before being contained in another proves anything
SAME_DENIED = 0.55  # what is denied must be surely what was said
SAME_BUT_FOR_SLOT = 0.7  # the same but for place or day: a conflict only where all else is surely the same
WEIGHT_WORDS, WEIGHT_ENTITIES, WEIGHT_EVENT, WEIGHT_COUNT = 0.6, 0.15, 0.2, 0.3
LEAST_ALIKE = 0.15  # likeness of words below which slots are not looked at
SURELY_ALIKE = 0.95  # score from which other actors are taken for a fault of reading: the words are the same
AVERAGE = 0.25  # mean score between two groups below which they stay apart
REPEATED, FEWEST_REPEATED = 0.5, 2  # share and number of the shorter page's wordings from which another is its copy
COMMONEST = 64  # a word in more units than this opens no candidates (keeps large stories near-linear)

Bar = Literal["number", "place", "time"]
_WORD = re.compile(r"\w+")
_FITS: tuple[Fit, ...] = ("same", "bound", "clash")
_KIN = {"CONCEDE": "RETREAT", "CONSULT": "AGREE"}  # announced and done, asked for and held: one matter told two ways


@dataclass(frozen=True, slots=True)
class Pair:
    """Two units (indices, first < second), how alike they are (0-1), and the one slot that keeps them apart, if any."""

    first: int
    second: int
    score: float
    bar: Bar | None


def pair_units(units: Sequence[Unit]) -> tuple[Pair, ...]:
    """Pairs of units that say the same thing, or would but for their counts, place or day; best first.

    Candidates share at least one content word that is not too common. Other actors or another modality veto a pair.
    """
    pairs, texts = [], find_texts(units)
    for (first, second), alike in _candidates(units).items():
        one, other = units[first], units[second]
        if alike < LEAST_ALIKE or is_vetoed(one, other):
            continue
        score = score_pair(one, other, alike)
        if score < SURELY_ALIKE and has_other_actors(one, other):
            continue
        bar = find_bar(one, other)
        is_plan = one.modality == other.modality == "planned"  # plans move: another day is the news itself
        enough = SAME_BUT_FOR_SLOT if bar in ("place", "time") and not is_plan else SAME_CLAIM
        if bar == "place" and score < enough:
            score = max(score, _score_without_places(one, other))
        if one.negated != other.negated:
            enough = max(enough, SAME_DENIED)
        if score >= (SAME_SAID_TWICE if _is_one_text(one, other, texts) else enough):
            pairs.append(Pair(first, second, score, bar))
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.first, pair.second)))


def _score_without_places(one: Unit, other: Unit) -> float:
    """How alike two units are but for where they put it; 0 where they share no name and no count that makes it one thing."""
    places = frozenset(word for place in one.places | other.places for word in place.words)
    openings = {stem_word(unit.text.split()[0]) for unit in (one, other)}  # a capital there makes no name
    is_one = (one.names & other.names) - places - openings or any(fit == "same" for _, _, fit in count_fits(one, other))
    return likeness(one.words - places, other.words - places, {}) if is_one else 0.0


def group_units(units: Sequence[Unit], pairs: Iterable[Pair]) -> tuple[tuple[int, ...], ...]:
    """Indices of units grouped into claims; a claim never holds two units that contradict each other in a slot."""
    barred = {(pair.first, pair.second): pair.bar is not None for pair in pairs}
    scores = {(pair.first, pair.second): pair.score for pair in pairs if pair.bar is None}

    def is_forbidden(one: int, other: int) -> bool:
        known = barred.get((min(one, other), max(one, other)))
        return _is_apart(units[one], units[other]) if known is None else known

    return group_by_average(len(units), scores, AVERAGE, is_forbidden)


def weigh_words(documents: Iterable[frozenset[str]]) -> dict[str, float]:
    """Weight of each word: rarer among these documents, higher; between about 0.4 and 1 for a handful of documents."""
    counts: dict[str, int] = defaultdict(int)
    total = 0
    for words in documents:
        total += 1
        for word in words:
            counts[word] += 1
    return {word: math.log(1 + (total + 8) / (count + 2)) for word, count in counts.items()}


def score_pair(one: Unit, other: Unit, alike: float) -> float:
    """How alike two units are, 0-1: words (their `likeness` is given), entities, the same event, the same counts.

    A count that differs lowers nothing: whether it is the same thing counted otherwise is for `find_bar` to say.
    """
    total, weight = WEIGHT_WORDS * alike * _predicate_likeness(one, other), WEIGHT_WORDS
    counts = 1.0 if any(fit == "same" for _, _, fit in count_fits(one, other)) else None
    parts = (
        (_entity_likeness(one, other), WEIGHT_ENTITIES), (_event_likeness(one, other), WEIGHT_EVENT),
        (counts, WEIGHT_COUNT),
    )
    for value, share in parts:
        if value is not None:
            total, weight = total + share * value, weight + share
    return total / weight


def likeness(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Mean of Dice and containment over weighted words, so that a short wording can match a long one."""
    shared = sum(weights.get(word, 1.0) for word in one & other)
    left, right = (sum(weights.get(word, 1.0) for word in words) for words in (one, other))
    return _likeness(shared, left, right, min(len(one), len(other)))


def _likeness(shared: float, left: float, right: float, fewest: int) -> float:
    if not shared:
        return 0.0
    trust = min(1.0, (fewest - 1) / ENOUGH_WORDS)
    dice = 2 * shared / (left + right)
    return max(dice, (dice + trust * shared / min(left, right)) / 2)


def find_texts(units: Sequence[Unit]) -> dict[str, str]:
    """For each page the text it carries: a page and its copies have one. A copy repeats half of the shorter's wordings."""
    said: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        if unit.is_body:
            said[unit.report.page.id].add(" ".join(_WORD.findall(unit.text.lower())))
    carriers: dict[str, list[str]] = defaultdict(list)
    for page_id in sorted(said):
        for words in sorted(said[page_id]):
            carriers[words].append(page_id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for pages in carriers.values():
        if len(pages) <= COMMONEST:
            for pair in combinations(pages, 2):
                shared[pair] += 1
    texts = Unions(said)
    for (one, other), count in shared.items():
        if count >= max(FEWEST_REPEATED, REPEATED * min(len(said[one]), len(said[other]))):
            texts.join(one, other)
    return {page_id: texts.top(page_id) for page_id in said}


def _is_one_text(one: Unit, other: Unit, texts: Mapping[str, str]) -> bool:
    """Whether both stand in the body of one article or of its copies (a headline or caption repeats its article)."""
    if not one.is_body or not other.is_body:
        return False
    return texts[one.report.page.id] == texts[other.report.page.id]


def _predicate_likeness(one: Unit, other: Unit) -> float:
    """1 where two units share at least two words that are no names (or all they have), less where names alone agree."""
    left, right = one.words - one.names, other.words - other.names
    return min(1.0, (1 + len(left & right)) / (1 + min(2, len(left), len(right))))


def is_vetoed(one: Unit, other: Unit) -> bool:
    """Whether two units cannot be laid beside each other: done against planned, or two people's own acts.

    That two people demand or fear one thing is two things; that two pages report one demand is one.
    """
    if blames_other(one, other) and blames_other(other, one):
        return True
    if one.negated != other.negated and one.is_conditioned != other.is_conditioned:
        return True
    has_roots = {one.voice.kind, other.voice.kind} <= COUNTED
    if has_roots and (one.is_performed or other.is_performed) and not is_same_root(one.voice, other.voice):
        return True
    return one.modality != other.modality and not (one.negated or other.negated)


def blames_other(unit: Unit, other: Unit) -> bool:
    """Whether a unit tells what the other speaker's side did, and not what its own did."""
    return other.voice.country in unit.doers - {None} and unit.voice.country not in unit.doers


def has_other_actors(one: Unit, other: Unit) -> bool:
    """Whether both name who acts, and nobody who acts in one has a part in the other; or whose losses they count.

    Where an act was not coded its subject stands in, and only states are compared: a person may be named by his office.
    """
    if _counts_other_side(one, other) or (_tells_of_itself(one, other) and _tells_of_itself(other, one)):
        return True
    if one.actors and other.actors:
        return not one.parties & other.parties
    left, right = _states(one.doers), _states(other.doers)
    return bool(left and right and not (left | one.parties) & (right | other.parties))


def _tells_of_itself(unit: Unit, other: Unit) -> bool:
    """Whether a body by name tells of itself, and the other unit does not name it ("Astrel will cut 200 jobs, it said")."""
    if unit.voice.kind != "body" or is_same_root(unit.voice, other.voice):
        return False
    own = {word for word in unit.names if word in unit.voice.name.lower()}
    return bool(own - other.words)


def _counts_other_side(one: Unit, other: Unit) -> bool:
    """Whether all that both count is counted of two different sides ("two of our men", "three of theirs")."""
    both = [
        count.owners and against.owners and not count.owners & against.owners
        for count in one.counts for against in other.counts if count.measure == against.measure
    ]
    return bool(both) and all(both)


def _states(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key for key in keys if key.isupper())


def find_bar(one: Unit, other: Unit) -> Bar | None:
    """The slot in which two units contradict each other: days that do not meet, another place, a count that cannot be."""
    if _is_other_day(one, other):
        return "time"
    if is_elsewhere(one.places, other.places):
        return "place"
    return "number" if any(fit == "clash" for _, _, fit in count_fits(one, other)) else None


def count_fits(one: Unit, other: Unit) -> Iterator[tuple[Count, Count, Fit]]:
    """The best-fitting pair of counts for each measure that both units count."""
    if not one.counts or not other.counts:
        return
    if one.tally and other.tally and one.tally != other.tally:
        return
    amounts = frozenset(key for count in (*one.counts, *other.counts) for key in count.keys)
    is_one_matter = len((one.words & other.words) - amounts) >= SCALE_SHARED
    for measure in sorted({count.measure for count in one.counts}):
        fits = [
            (count, against, fit) for count in one.counts if count.measure == measure for against in other.counts
            if (fit := compare_counts(count, against, is_one_matter=is_one_matter)) is not None
        ]
        if fits:
            yield min(fits, key=lambda found: (_FITS.index(found[2]), found[0].words, found[1].words))


def _candidates(units: Sequence[Unit]) -> dict[tuple[int, int], float]:
    """Likeness of words of each pair of units that share a word which is not too common."""
    postings: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        for word in unit.words:
            postings[word].append(index)
    weights = weigh_words({unit.words for unit in units})  # a copy makes no word commoner
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for word in sorted(postings):
        if len(postings[word]) <= COMMONEST:
            for pair in combinations(postings[word], 2):
                shared[pair] += weights[word]
    totals = [sum(weights[word] for word in sorted(unit.words)) for unit in units]
    return {
        (one, other): _likeness(both, totals[one], totals[other], min(len(units[one].words), len(units[other].words)))
        for (one, other), both in shared.items()
    }


def _entity_likeness(one: Unit, other: Unit) -> float | None:
    if not one.entities or not other.entities:
        return None
    shared = len(one.entities & other.entities)
    return shared * (1 / len(one.entities | other.entities) + 1 / min(len(one.entities), len(other.entities))) / 2


def _event_likeness(one: Unit, other: Unit) -> float | None:
    """1 for one trigger, less for kindred categories, 0 where what happens in one is not told in the other at all."""
    if not one.triggers and not other.triggers:
        return None
    if one.triggers & other.triggers or _tells(one, other) or _tells(other, one):
        return 1.0
    return 0.25 if {_KIN.get(c, c) for c in one.categories} & {_KIN.get(c, c) for c in other.categories} else 0.0


def _tells(one: Unit, other: Unit) -> bool:
    """Whether a trigger of one stands among the words of the other."""
    return any(set(trigger.split()) <= other.words for trigger in one.triggers if trigger)


def _is_other_day(one: Unit, other: Unit) -> bool:
    """Whether the days of two units do not meet; hours are left aside.

    One quotation in the same words has one day, whenever it was printed; weeks that follow each other have soft edges.
    """
    if not (one.begin and one.end and other.begin and other.end) or _is_one_quotation(one, other):
        return False
    first, then = sorted(((one.begin[:10], one.end[:10]), (other.begin[:10], other.end[:10])))
    if first[1] >= then[0]:
        return False
    is_of_weeks = all(WEEK <= _days(*span) <= WEEK + 1 for span in (first, then))
    return not is_of_weeks or _days(first[1], then[0]) > 1


def _days(begin: str, end: str) -> int:
    """Days from one date to the other; 0 where one is no day."""
    first, last = day_of(begin), day_of(end)
    return (last - first).days if first and last else 0


def _is_one_quotation(one: Unit, other: Unit) -> bool:
    said = one.statement, other.statement
    return one.words == other.words and all(each is not None and each.manner == "direct" for each in said)


def _is_apart(one: Unit, other: Unit) -> bool:
    """Whether two units that are no pair must not come together by way of others: counts are left to the pairs."""
    return (
        _is_other_day(one, other) or is_vetoed(one, other) or has_other_actors(one, other)
        or is_elsewhere(one.places, other.places)
    )
