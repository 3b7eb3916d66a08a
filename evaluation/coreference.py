"""Exam `coreference`: who is who inside a document, on GUM's open development documents, from raw text.

The text is read by our own reader, a paragraph (in talk: a turn) a line; who speaks is not told. "court" documents are
left out. Metrics, all F1 over all documents together: MUC, B-cubed and CEAF-e as in the CoNLL 2012 scorer, and their mean
(`conll`). A mention is right where its extent is exactly gold's; for `_head` where its head word is (of several gold
mentions with that head the one it overlaps most). Things mentioned once are left out of both sides but for `_singletons`.
The part `..._given` has gold's mentions given, and nothing else; the part `..._news` are the 19 news documents of the train
file: neither reader nor resolver learns from them, but failures in them were read, so that they have no unread half.
`pronoun_precision`, `pronoun_recall`: of the product's mentions, see `pronouns.py`. `_unread`: documents that nobody reads,
by hash.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.language import TextReader, find_reading, load_reader
from copydesk.lexicon import World, load_world
from copydesk.record import Article, Block, Page, Reading, Span
from copydesk.resolve.chains import find_chains
from copydesk.resolve.mentions import name_members
from copydesk.resolve.phrases import Phrase
from evaluation.entities import EntityDocument, EntityMention, read_documents
from evaluation.exam import Row, f1, hash_files
from evaluation.partitions import Partition, b_cubed, ceaf_e, conll, drop_singletons, muc
from evaluation.pronouns import count_pronouns, rate_pronouns

EXAMS = ("coreference",)
FOLDER = "reader/ud_gum_open"
LEFT_OUT = "_court_"  # no licence is named for these texts
NEWS = "_news_"  # never learned from: an exam of statements uses them

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One mention: its stretches, the place where its head begins, and what it is held for."""

    stretches: tuple[tuple[int, int], ...]
    head: int
    entity: str


def run(folder: Path) -> list[Row]:
    """Three rows for the set: development documents with mentions found and with mentions given, and news."""
    rows = []
    for path in sorted((folder / FOLDER).glob("*dev.conllu.gz")):
        documents = [each for each in read_documents(path) if LEFT_OUT not in each.name]
        rows.append(_examine(documents, "ud_gum_open", hash_files([path]), given=False))
        rows.append(_examine(documents, "ud_gum_open_given", hash_files([path]), given=True))
    for path in sorted((folder / FOLDER).glob("*train.conllu.gz")):
        documents = [each for each in read_documents(path) if NEWS in each.name]
        rows.append(_examine(documents, "ud_gum_open_news", hash_files([path]), given=False))
    return rows


def _examine(documents: Sequence[EntityDocument], part: str, corpus: str, *, given: bool) -> Row:
    reader, world = load_reader(), load_world()
    begun = time.perf_counter()
    found = {each.name: find_mentions(each, reader, world, given=given) for each in documents}
    seconds = time.perf_counter() - begun
    gold = {each.name: list_gold(each) for each in documents}
    metrics = score(gold, found)
    unread = {name for name in gold if is_unread(name)}
    half = score({name: gold[name] for name in unread}, {name: found[name] for name in unread})
    metrics |= {f"{metric}_unread": value for metric, value in half.items()}
    if given:
        metrics = {metric: value for metric, value in metrics.items() if "head" not in metric and "mention" not in metric}
    else:
        metrics |= _examine_pronouns(documents, reader, world)
    if NEWS in documents[0].name:
        metrics = {metric: value for metric, value in metrics.items() if not metric.endswith("_unread")}
    return Row(
        exam="coreference", part=part, n=sum(map(len, gold.values())), metrics=metrics, corpus_sha256=corpus,
        seconds=round(seconds, 3),
    )


def _examine_pronouns(documents: Sequence[EntityDocument], reader: TextReader, world: World) -> dict[str, float]:
    """Rates over all documents, and over the unread ones."""
    counts: dict[str, Counter[str]] = {"": Counter(), "_unread": Counter()}
    for document in documents:
        page, article = make_article(document)
        reading, _ = find_reading(page=page, article=article, reader=reader)
        found = count_pronouns(document, page, article, reading, world)
        for suffix in ("", "_unread") if is_unread(document.name) else ("",):
            counts[suffix].update(found)
    return {f"{metric}{suffix}": rate for suffix, each in counts.items() for metric, rate in rate_pronouns(each).items()}


def is_unread(name: str) -> bool:
    """Whether a document lies in the half that nobody reads: by the hash of its id."""
    return int(hashlib.sha256(name.encode()).hexdigest()[0], 16) >= 8


def list_gold(document: EntityDocument) -> list[Found]:
    """Gold's mentions of a document."""
    return [Found(each.stretches, each.head[0], each.entity) for each in document.mentions]


def find_mentions(
    document: EntityDocument, reader: TextReader, world: World, *, given: bool = False,
) -> list[Found]:
    """The product's mentions of a document with their groups. given: gold's extents are taken instead of its own."""
    page, article = make_article(document)
    reading, _ = find_reading(page=page, article=article, reader=reader)
    cast, _ = name_members(page=page, article=article, reading=reading, times=(), world=world)
    phrases = place_mentions(document, reading) if given else None
    chains = find_chains(reading, cast, page.text, phrases)
    tokens = reading.tokens
    named = [(one.phrase, str(group)) for one, group in zip(chains.traits, chains.group, strict=True)]
    if not given:
        return [
            Found(((tokens[p.first].start, tokens[p.last - 1].end),), tokens[p.head].start, group) for p, group in named
        ]
    groups = dict(named)
    placed = ((mention, place_mention(mention, reading)) for mention in document.mentions)
    return [
        Found(mention.stretches, mention.head[0], groups[phrase] if phrase else f"unplaced {number}")
        for number, (mention, phrase) in enumerate(placed)
    ]


def place_mentions(document: EntityDocument, reading: Reading) -> list[Phrase]:
    """Gold's mentions as phrases of our own tokens, in the order that phrases have."""
    placed = {place_mention(mention, reading) for mention in document.mentions}
    return sorted((phrase for phrase in placed if phrase), key=lambda phrase: (phrase.first, phrase.last))


def find_gold(document: EntityDocument, reading: Reading, phrases: Sequence[Phrase]) -> list[str | None]:
    """For each phrase the gold entity of the mention with its extent, else of the one with its head; None for no mention."""
    exact = {mention.stretches[0]: mention.entity for mention in document.mentions}
    heads = {mention.head[0]: mention.entity for mention in document.mentions}
    found = []
    for phrase in phrases:
        tokens = reading.tokens
        entity = exact.get((tokens[phrase.first].start, tokens[phrase.last - 1].end))
        if entity is None and not phrase.is_pair:
            entity = heads.get(tokens[phrase.head].start)
        found.append(entity)
    return found


def make_article(document: EntityDocument) -> tuple[Page, Article]:
    """A document as a page of paragraphs, without a day."""
    page = Page(
        id=document.name, text=document.text, url=None, outlet=None, fetched_at=None, media_type="text/plain", sha256="",
    )
    blocks = tuple(Block(span=Span(start=start, end=end), role="paragraph") for start, end in document.paragraphs)
    article = Article(
        id=document.name, page_id=document.name, blocks=blocks, headline=None, bylines=(), outlet=None, wire=None,
        credits=(), canonical_url=None, created=None, created_basis="", updated=None, created_candidates=(), language="en",
        is_card=False,
    )
    return page, article


def place_mention(mention: EntityMention, reading: Reading) -> Phrase | None:
    """A gold mention as a phrase of our own tokens; None where none of them lies in it."""
    start, end = mention.stretches[0][0], mention.stretches[-1][1]
    inside = [index for index, token in enumerate(reading.tokens) if token.start < end and token.end > start]
    if not inside:
        return None
    head = next((i for i in inside if reading.tokens[i].start <= mention.head[0] < reading.tokens[i].end), inside[-1])
    joined = any(reading.tokens[child].relation == "conj" and child in inside for child in reading.children[head])
    return Phrase(first=inside[0], last=inside[-1] + 1, head=head, is_pair=joined)


def score(gold: dict[str, list[Found]], found: dict[str, list[Found]]) -> dict[str, float]:
    """The metrics over documents by name; mentions of different documents are never one thing."""
    wanted, given = _partition(gold), _partition(found)
    by_head = {key: group for name in gold for key, group in align_heads(name, gold[name], found[name]).items()}
    plain, heads = (drop_singletons(wanted), drop_singletons(given)), (drop_singletons(wanted), drop_singletons(by_head))
    return {
        "conll": conll(*plain), "muc": muc(*plain), "b_cubed": b_cubed(*plain), "ceaf_e": ceaf_e(*plain),
        "conll_singletons": conll(wanted, given), "conll_head": conll(*heads),
        "conll_head_singletons": conll(wanted, by_head),
        "mention_f1": f1(len(wanted.keys() & given.keys()), len(given), len(wanted)),
        "mention_head_f1": f1(len(wanted.keys() & by_head.keys()), len(by_head), len(wanted)),
    }


def _partition(mentions: dict[str, list[Found]]) -> dict[Key, Key]:
    return {(name, *one.stretches): (name, one.entity) for name, each in mentions.items() for one in each}


def align_heads(name: str, gold: Iterable[Found], found: Iterable[Found]) -> Partition:
    """The mentions found under the extent of the gold mention that has their head; each gold mention is met once at most."""
    waiting: dict[int, list[Found]] = defaultdict(list)
    exact = {one.stretches: one for one in gold}
    aligned: dict[Key, Key] = {}
    rest = []
    for one in found:
        if one.stretches in exact:
            exact.pop(one.stretches)
            aligned[(name, *one.stretches)] = (name, one.entity)
        else:
            rest.append(one)
    for one in exact.values():
        waiting[one.head].append(one)
    for one in sorted(rest, key=lambda each: (-_length(each), each.stretches)):
        best = max(waiting[one.head], key=lambda each: _overlap(each, one), default=None)
        if best is not None:
            waiting[one.head].remove(best)
        aligned[(name, *best.stretches) if best else (name, "beside", *one.stretches)] = (name, one.entity)
    return aligned


def _length(one: Found) -> int:
    return sum(end - start for start, end in one.stretches)


def _overlap(one: Found, other: Found) -> int:
    return sum(
        max(0, min(end, last) - max(start, first)) for start, end in one.stretches for first, last in other.stretches
    )
