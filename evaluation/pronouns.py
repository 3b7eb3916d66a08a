"""How often a third-person pronoun is given the right entity: the product's mentions against GUM's, for exam `coreference`.

An entity of ours is the gold entity that most of its mentions other than pronouns refer to. A pronoun is right where it has
the entity that gold gives it; those whom we name nowhere else in the document need none.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from copydesk.language.tree import list_tokens
from copydesk.lexicon import World
from copydesk.record import Article, Mention, Page, Reading
from copydesk.resolve import resolve_mentions
from evaluation.entities import EntityDocument


def count_pronouns(
    document: EntityDocument, page: Page, article: Article, reading: Reading, world: World,
) -> Counter[str]:
    """Pronouns "given" an entity, those "right", and those of gold entities that are "named" by us."""
    _, mentions, _, _ = resolve_mentions(page=page, article=article, reading=reading, times=(), world=world)
    gold = {mention.head[0]: mention.entity for mention in document.mentions}
    votes: dict[str, Counter[str | None]] = defaultdict(Counter)
    for mention in mentions:
        if mention.entity_id is not None and mention.basis != "pronoun":
            votes[mention.entity_id][gold.get(find_head(reading, mention))] += 1
    named = {entity for each in votes.values() for entity in each if entity is not None}
    meant = {ours: each.most_common(1)[0][0] for ours, each in votes.items()}
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.basis == "pronoun":
            entity = gold.get(mention.span.start)
            counts["named"] += entity in named
            counts["given"] += mention.entity_id is not None
            counts["right"] += entity is not None and meant.get(mention.entity_id or "") == entity
    return counts


def find_head(reading: Reading, mention: Mention) -> int:
    """Where the word of a mention begins that hangs on a word outside it; -1 where no word lies in it."""
    inside = list_tokens(reading, mention.span)
    for index in inside:
        head = reading.tokens[index].head
        if head == index or head not in inside:
            return reading.tokens[index].start
    return -1


def rate_pronouns(counts: Counter[str]) -> dict[str, float]:
    """Share of those given an entity that are right, and of those named that are right."""
    return {
        "pronoun_precision": counts["right"] / max(counts["given"], 1),
        "pronoun_recall": counts["right"] / max(counts["named"], 1),
    }
