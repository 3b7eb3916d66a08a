"""What a passage can have wrong although it follows the format, and the counts of all passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import permutations

from copydesk.language.tokens import load_tokeniser
from corpus.passages import count_sentences, find_problems_of
from corpus.statement_marks import CONSTRUCTIONS, UNNAMED, MarkedStatement, Passage

QUOTING = re.compile("[\"“”„‟«»‹›'‘’]")
SINGLE = frozenset({"cue", "speaker", "addressee"})  # parts of one stretch


def find_statement_problems(passages: Iterable[Passage]) -> Iterator[str]:
    """Problems in words, each with the id of its passage."""
    return find_problems_of(passages, _find_in)


def count_passages(passages: tuple[Passage, ...]) -> str:
    """Sentences, statements and passages, then passages by construction and register, statements by value."""
    statements = [statement for passage in passages for statement in passage.statements]
    constructions = Counter(passage.construction for passage in passages)
    rows = {
        "constructions": {name: constructions[name] for name in CONSTRUCTIONS if constructions[name]},
        "registers": Counter(passage.register for passage in passages),
        "manner": Counter(statement.manner for statement in statements),
        "act": Counter(statement.act for statement in statements),
        "utterance": Counter(statement.utterance for statement in statements),
        "speaker": Counter(statement.speaker_kind for statement in statements),
        "hands": Counter(str(len(statement.chain) - 1) for statement in statements),
    }
    total = f"{sum(map(count_sentences, passages))} sentences, {len(statements)} statements, {len(passages)} passages"
    lines = [
        f"  {row}: {', '.join(f'{name} {n}' for name, n in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))}"
        for row, found in rows.items()
    ]
    return "\n".join([total, *lines])


def _find_in(passage: Passage) -> Iterator[str]:
    if (passage.construction == "trap") != (not passage.statements):
        yield "a trap has no statement, and what has none is a trap"
    words = load_tokeniser().find_words(passage.text)
    starts, ends = {word.start for word in words}, {word.end for word in words}
    for statement in passage.statements:
        for problem in (*_find_marks(passage, statement, starts, ends), *_find_values(passage, statement)):
            yield f"statement {statement.number}: {problem}"
    for inner, outer in permutations(passage.statements, 2):
        if is_inside(inner, outer):
            yield from _find_nested(inner, outer)


def _find_marks(passage: Passage, statement: MarkedStatement, starts: set[int], ends: set[int]) -> Iterator[str]:
    if not statement.marks.get("content"):
        yield "no content is marked"
    for part, stretches in statement.marks.items():
        if part in SINGLE and len(stretches) > 1:
            yield f"{part} is marked {len(stretches)} times"
        for begin, end in stretches:
            words = passage.text[begin:end]
            if begin not in starts or end not in ends:
                yield f"{part} {words!r} does not sit on whole words"
            if words != words.strip(" ,;"):
                yield f"{part} {words!r} has a blank, comma or semicolon at its edge"


def _find_values(passage: Passage, statement: MarkedStatement) -> Iterator[str]:
    speaker = [passage.text[begin:end] for begin, end in statement.marks.get("speaker", ())]
    first = statement.chain[0]
    if statement.chain[-1] != passage.outlet or len(statement.chain) < 2:
        yield f"the chain begins with a speaker and ends with {passage.outlet}"
    for name in statement.chain[:-1]:
        if name != UNNAMED and not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", passage.text):
            yield f"{name!r} of the chain is not in the text"
    if (first == UNNAMED) == bool(speaker):
        yield "a named speaker is marked, an unnamed one is not"
    elif speaker and first not in speaker[0]:
        yield f"the chain begins with {first!r}, the marked speaker is {speaker[0]!r}"
    if first == UNNAMED and statement.speaker_kind != "unspecified":
        yield "who is not named is unspecified"
    if statement.created and statement.utterance != "made":
        yield "only speech that was made has the day of creation"
    if statement.manner != "indirect" and passage.register != "transcript" and not QUOTING.search(passage.text):
        yield f"{statement.manner}, but the passage has no quotation mark"


def _find_nested(inner: MarkedStatement, outer: MarkedStatement) -> Iterator[str]:
    around = tuple(name for name in outer.chain if name != UNNAMED)
    if inner.chain[-len(around) :] != around:
        yield f"statement {inner.number} lies in {outer.number}: its chain ends with {' > '.join(around)}"
    if inner.created:
        yield f"statement {inner.number} lies in {outer.number}: it has no day of its own unless the text tells one"


def is_inside(inner: MarkedStatement, outer: MarkedStatement) -> bool:
    """Whether a statement's content lies inside another's and is not the same."""
    held = outer.marks.get("content", ())
    own = inner.marks.get("content", ())
    return own != held and all(any(begin >= b and end <= e for b, e in held) for begin, end in own)
