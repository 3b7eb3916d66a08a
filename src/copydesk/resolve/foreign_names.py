"""Names on a page that is not read as English: those that the tables know as they are written."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.lexicon import World
from copydesk.lexicon.known import Meaning, Person
from copydesk.lexicon.register import Actor
from copydesk.lexicon.states import StateHit
from copydesk.lexicon.trie import Word, split_words
from copydesk.record import Article, Entity, Mention, Page, Place, Reading, Span
from copydesk.resolve.cast import Cast
from copydesk.resolve.places import locate_spans

_SHORT = 4  # letters: a name of so few, in a line of capitals, is more often a word of the language
_LONGEST = 12  # words and marks of a name without a blank, such as one with hyphens


def resolve_listed_names(
    page: Page, article: Article, spans: Sequence[Span], world: World,
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Place, ...]]:
    """States, registered actors and holders of offices by the names of the tables, and states and capitals as places.

    Words that stand beside another capitalised word may be part of a longer name ("Miss France") and are left out, unless
    they are several. Words for nationals and for governments are English and are not looked for.
    """
    cast = Cast(world)
    places: list[Span] = []
    for block in spans:
        words = split_words(page.text, block.start, block.end)
        numbers = {word.start: number for number, word in enumerate(words)}
        loud = page.text[block.start : block.end].isupper()
        for found in world.known_names.names.find(words):
            name = page.text[found.start : found.end]
            if (loud and len(name) <= _SHORT) or (" " not in name and _is_part(words, numbers[found.start], found.end)):
                continue
            span = Span(start=found.start, end=found.end)
            _mention(cast, found.meanings[0], name, span)
            if isinstance(found.meanings[0], StateHit) and found.meanings[0].kind in ("name", "capital"):
                places.append(span)
    mentions = tuple(said.mention for said in cast.said)
    nothing = Reading(page_id=page.id, article_id=article.id, tokens=(), sentences=(), names=(), children=())
    located = locate_spans(page=page, article=article, reading=nothing, spans=tuple(places), world=world)
    return tuple(member.record() for member in cast.members.values()), mentions, located


def _mention(cast: Cast, meaning: Meaning, name: str, span: Span) -> None:
    """Note who is named: a state, an actor or a person; a capital is a place and nobody."""
    if isinstance(meaning, StateHit) and meaning.kind == "name":
        member, rule, row = cast.state(meaning.country), "state by name", f"states.tsv:{meaning.country}"
    elif isinstance(meaning, Actor):
        member, rule, row = cast.actor(meaning), "registered actor", f"register.tsv:{meaning.id}"
    elif isinstance(meaning, Person):
        member, rule, row = cast.person(meaning.name), "known person", meaning.stays[0].row
    else:
        return
    member.call(name)
    cast.mention(member, (0, 0), span, basis="alias", rule=rule, row=row)


def _is_part(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a capitalised word stands right before or after a name, but for one that begins the line or sentence.

    first: the number of the name's first word; end: where the name ends, in code points.
    """
    after = next((word for word in words[first + 1 : first + 1 + _LONGEST] if word.start >= end), None)
    if after is not None and after.text[0].isupper():
        return True
    before = words[first - 1] if first else None
    opens = first < 2 or words[first - 2].text in ".!?"
    return before is not None and before.text[0].isupper() and not opens
