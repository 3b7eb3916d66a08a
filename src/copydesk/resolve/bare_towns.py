"""Towns named by one bare word, where the reader takes them for persons or for nothing: "Kharkiv was hit again"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from copydesk.lexicon import World
from copydesk.lexicon.folding import name_sound
from copydesk.record import Reading, Token

TOWN_ALONE, LARGEST_TOWN = 50_000, 1_000_000  # people: a town so large is meant by a bare name that is no person's
SHORTEST_TOWN = 4  # letters
ENGLISH_SPEAKING = frozenset(("USA", "GBR", "IRL", "CAN", "AUS", "NZL"))


def find_unnamed_towns(reading: Reading, taken: Container[int], world: World) -> Iterator[Token]:
    """The first words of sentences that are towns and no part of a name found so far (`taken`: indices of tokens)."""
    for sentence in reading.sentences:
        token = reading.tokens[sentence.first]
        if sentence.first not in taken and token.tag == "PROPN" and is_town_alone(token.text, world):
            yield token


def is_town_alone(word: str, world: World) -> bool:
    """Whether one word is the name of a large town and, as far as the tables know, no person's.

    Where English is spoken, towns and families share their names; there only the largest towns count.
    """
    if " " in word:
        return False
    is_short = len(word) < SHORTEST_TOWN or (word.isupper() and len(word) == SHORTEST_TOWN)
    if is_short or not word[0].isupper() or {"given name", "family name"} & set(world.name_book.find_word_kinds(word)):
        return False
    least = {True: LARGEST_TOWN, False: TOWN_ALONE}
    return any(
        row.level == "city" and row.population >= least[row.country in ENGLISH_SPEAKING]
        and (row.is_main or name_sound(row.name).startswith(name_sound(word)[:SHORTEST_TOWN]))
        for row in world.places.find(word)
    )
