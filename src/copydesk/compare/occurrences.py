"""Which trigger words in several articles name one event, given the triggers and the stories."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from copydesk.compare.alignment import likeness
from copydesk.compare.linkage import group_by_average
from copydesk.lexicon import World

# Set on ECB+ topics 1-35: thresholds of .4 and .5, with and without kin, differ by less than half a point of CoNLL.
SAME_TRIGGER, KIN_TRIGGER = 0.6, 0.5  # score of one trigger word, and of trigger phrases that share a word
CONTEXT = 0.4  # what alike surroundings add
SAME_EVENT = 0.5
_PREPOSITIONS = frozenset({"of", "in", "on", "at", "by", "with", "from", "to", "into", "over", "out", "up", "off", "for"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where an event is named. words: the trigger as written; sentence: all of its sentence."""

    article_id: str
    words: str
    sentence: str


def group_occurrences(
    occurrences: Sequence[Occurrence], stories: Mapping[str, object], world: World,
) -> tuple[tuple[int, ...], ...]:
    """Indices of occurrences grouped into events. stories: article id -> its story; no event spans two stories.

    Two occurrences can be one event where their trigger words, or words reports swap for them, are the same or share one.
    """
    heads = [find_head(one.words, world) for one in occurrences]
    triggers = [world.wording.find_keys(one.words) | {head} for one, head in zip(occurrences, heads, strict=True)]
    contexts = [world.wording.find_keys(one.sentence) - keys for one, keys in zip(occurrences, triggers, strict=True)]
    weights = _rarity(contexts)
    by_story: dict[object, list[int]] = defaultdict(list)
    for index, occurrence in enumerate(occurrences):
        by_story[stories.get(occurrence.article_id, occurrence.article_id)].append(index)

    def score(one: int, other: int) -> float:
        same = heads[one] == heads[other]
        if not (same or _is_kin(heads[one], heads[other]) or triggers[one] & triggers[other]):
            return 0.0
        alike = likeness(contexts[one], contexts[other], weights)
        return min(1.0, (SAME_TRIGGER if same else KIN_TRIGGER) + CONTEXT * alike)

    groups: list[tuple[int, ...]] = []
    for members in by_story.values():
        pairs = combinations(range(len(members)), 2)
        scores = {pair: value for pair in pairs if (value := score(members[pair[0]], members[pair[1]]))}
        groups += [tuple(members[place] for place in group) for group in group_by_average(len(members), scores, SAME_EVENT)]
    return tuple(sorted(groups))


def find_head(words: str, world: World) -> str:
    """The content key of a trigger's main word: the last one before a preposition ("pull out of" is pull out)."""
    whole = world.wording.find_stems(words)
    if len(whole) == 1:
        return whole[0].key
    parts = words.split()
    end = next((place for place, word in enumerate(parts) if place and word.lower() in _PREPOSITIONS), len(parts))
    stems = world.wording.find_stems(" ".join(parts[:end]))
    return stems[-1].key if stems else parts[max(end - 1, 0)].lower()


def _is_kin(one: str, other: str) -> bool:
    """Whether two stems may be of one family ("investig", "investigat")."""
    return len(one) > 4 and one[:5] == other[:5]


def _rarity(documents: Sequence[frozenset[str]]) -> dict[str, float]:
    counts = Counter(word for words in documents for word in words)
    return {word: math.log(1 + len(documents) / count) for word, count in counts.items()}
