"""Exams of the events room: PLOVER root of a given pair, event or not, who did it to whom, and actors' codes.

All sets are measure-only. Of each part the random half that nobody reads is reported apart, under keys `..._unread`.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from html import unescape
from pathlib import Path

from copydesk.events import code_actor
from copydesk.events.coding import draft_events, why_not
from copydesk.events.pairs import code_pair
from copydesk.events.participants import build_cast
from copydesk.events.parties import find_parties
from copydesk.events.triples import code_triples
from copydesk.language import Reader, load_reader
from copydesk.lexicon import World, load_world
from copydesk.lexicon.cameo import load_cameo
from copydesk.record import Reading, Span
from evaluation.exam import Row, f1, hash_files, part_of

EXAMS = ("plover", "event-or-not", "triples", "who-whom", "actors")
# These sets follow the manual's conversion table from CAMEO where copydesk follows its sections: formal sanctions are COERCE
# (163), verdicts ACCUSE (116), and their authors' tables call announced yielding AGREE. Their quad classes are the README's:
# SANCTION is verbal conflict in event_or_not, material in plover_sentences.
QUAD_OF_ROOT = {
    "AGREE": "VC", "CONSULT": "VC", "SUPPORT": "VC", "COOPERATE": "MC", "AID": "MC", "YIELD": "MC", "REQUEST": "VX",
    "ACCUSE": "VX", "REJECT": "VX", "THREATEN": "VX", "PROTEST": "MX", "SANCTION": "MX", "MOBILIZE": "MX",
    "COERCE": "MX", "ASSAULT": "MX",
}
CLASS_OF_QUAD = {"VC": "1", "MC": "2", "VX": "3", "MX": "4"}
# Blockade, siege and occupation (191, 192) and driving people out (201) stand with the use of force there.
FORCE_WORDS = frozenset((
    "occupy", "occupation", "annex", "annexation", "blockade", "siege", "takeover", "displace", "uproot", "drive",
))
VERBAL_IN_README = frozenset({"SANCTION"})
Labels = list[tuple[str, str, str]]  # id, gold, ours


def run(folder: Path) -> list[Row]:
    """One row an exam and part whose files exist under `folder`/events."""
    found: list[Row] = []
    folder = folder / "events"
    exams: tuple[tuple[str, Callable[[Path, World, Reader], Row]], ...] = (
        ("plover_sentences_*.jsonl", examine_pairs), ("event_or_not_*.tsv", examine_event_or_not),
        ("petrarch/*.xml", examine_triples),
        ("who_whom_*.txt", examine_who_whom), ("actor_phrases_*.json", examine_actors),
    )
    for pattern, examine in exams:
        for path in sorted(folder.glob(pattern)):
            found.append(examine(path, load_world(), _reader()))
    return found


def to_gold_root(category: str, modes: Sequence[str], rules: Iterable[str], row: str | None = None) -> str:
    """Our category in the roots of these sets (see the note above). row: the construction that fired."""
    words = set(re.findall(r"[a-z-]+", row.partition(":")[2])) if row else set()
    if category in ("COERCE", "SANCTION") and not FORCE_WORDS.isdisjoint(words):
        return "ASSAULT"
    if "future-RETREAT-is-CONCEDE" in rules:
        return "AGREE"
    if category in ("CONCEDE", "RETREAT"):
        return "YIELD"
    if category == "SANCTION" and not modes:
        return "COERCE"
    return "ACCUSE" if category == "SANCTION" and "convict" in modes else category


_READERS: list[Reader] = []


def _reader() -> Reader:
    if not _READERS:
        _READERS.append(load_reader())
    return _READERS[0]


def is_unread(key: str) -> bool:
    """Whether a row belongs to the half whose failures nobody looks at."""
    return int(hashlib.sha256(key.encode()).hexdigest()[0], 16) >= 8


def read(text: str, reader: Reader) -> Reading:
    """One text as one stretch."""
    return reader.read(text, [Span(start=0, end=len(text))])[0]


def predict_pairs(path: Path, world: World, reader: Reader) -> Labels:
    """(id, gold root, our root) of each sentence; "" where no construction stands in it."""
    labels = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["sentence"]
        event = code_pair(
            text, read(text, reader), actor=_find(text, row["source"]), recipient=_find(text, row["target"]), world=world,
        )
        ours = ""
        if event:
            ours = to_gold_root(event.category, event.modes, [step.rule for step in event.trace], event.trace[0].row)
        labels.append((str(row["sentence_id"]), row["gold_root"], ours))
    return labels


def _find(text: str, words: str) -> Span:
    start = max(text.find(words), 0)
    return Span(start=start, end=start + len(words))


def examine_pairs(path: Path, world: World, reader: Reader) -> Row:
    """Root, quad class and conflict-or-cooperation between a given pair."""
    begin = time.perf_counter()
    labels = predict_pairs(path, world, reader)
    seconds = time.perf_counter() - begin
    metrics: dict[str, float] = {}
    for suffix, part in (("", labels), ("_unread", [label for label in labels if is_unread(label[0])])):
        quads = [(QUAD_OF_ROOT[gold], QUAD_OF_ROOT.get(ours, "")) for _, gold, ours in part]
        metrics[f"root_macro_f1{suffix}"] = macro_f1([(gold, ours) for _, gold, ours in part])
        metrics[f"quad_macro_f1{suffix}"] = macro_f1(quads)
        metrics[f"binary_macro_f1{suffix}"] = macro_f1([(gold[1], ours[1:]) for gold, ours in quads])
    return Row("plover", part_of(path), len(labels), metrics, hash_files([path]), seconds)


def predict_classes(path: Path, world: World, reader: Reader) -> Labels:
    """(sentence, gold class, our class): 0 no event, 1-4 the quad class of the sentence's first-ranked event."""
    labels = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text, _, gold = line.rpartition("\t")
        labels.append((text, gold.strip(), find_class(text, world, reader)))
    return labels


def find_class(text: str, world: World, reader: Reader) -> str:
    """Quad class of the event nearest to the root; "0" where none is coded."""
    reading = read(text, reader)
    cast = build_cast(text, reading, world)
    drafts = [draft for sentence in reading.sentences for draft in draft_events(cast, sentence)]
    # What may happen, and what somebody denies, is no event there.
    drafts = [d for d in drafts if d.standing.status != "conditional" and d.standing.governor != "denies"]
    drafts = [d for d in drafts if why_not(cast, d) is None]  # what is refused with its reason is not coded
    if not drafts:
        return "0"
    main = min(drafts, key=lambda draft: (_depth(reading, draft.match.frame.head), draft.match.frame.trigger))
    root = to_gold_root(main.category, main.modes, main.rules, main.match.construction.row)
    return "3" if main.category in VERBAL_IN_README else CLASS_OF_QUAD[QUAD_OF_ROOT[root]]


def _depth(reading: Reading, index: int) -> int:
    depth = 0
    while reading.tokens[index].head != index and depth < len(reading.tokens):
        index, depth = reading.tokens[index].head, depth + 1
    return depth


def examine_event_or_not(path: Path, world: World, reader: Reader) -> Row:
    """Five classes: no event, and the four quad classes."""
    begin = time.perf_counter()
    labels = predict_classes(path, world, reader)
    seconds = time.perf_counter() - begin
    metrics: dict[str, float] = {}
    for suffix, part in (("", labels), ("_unread", [label for label in labels if is_unread(label[0])])):
        none = [ours == "0" for _, gold, ours in part if gold == "0"]
        metrics[f"macro_f1{suffix}"] = macro_f1([(gold, ours) for _, gold, ours in part])
        metrics[f"class0_recall{suffix}"] = sum(none) / max(len(none), 1)
    return Row("event-or-not", part_of(path), len(labels), metrics, hash_files([path]), seconds)


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean F1 over the gold classes."""
    right = Counter(gold for gold, ours in pairs if gold == ours)
    golds, predicted = Counter(gold for gold, _ in pairs), Counter(ours for _, ours in pairs)
    return sum(f1(right[label], predicted[label], golds[label]) for label in golds) / max(len(golds), 1)


def read_tagged(path: Path) -> Iterable[tuple[list[str], list[str]]]:
    """(words, tags) of each sentence of a file with a word and its tag a line."""
    words: list[str] = []
    tags: list[str] = []
    for line in (*path.read_text(encoding="utf-8").splitlines(), ""):
        if line.strip():
            word, _, tag = line.strip().rpartition(" ")
            words.append(word)
            tags.append(tag)
        elif words:
            yield words, tags
            words, tags = [], []


def join_words(words: Sequence[str]) -> tuple[str, list[int]]:
    """Words as a text, one space between them, and where each begins."""
    starts: list[int] = []
    position = 0
    for word in words:
        starts.append(position)
        position += len(word) + 1
    return " ".join(words), starts


def list_spans(tags: Sequence[str]) -> set[tuple[str, int, int]]:
    """(part, first, last) of each B-/I- run: S acts, T receives, R is a party of something mutual."""
    spans: set[tuple[str, int, int]] = set()
    begin = None
    for place, tag in enumerate((*tags, "O")):
        if begin is not None and not tag.startswith("I-"):
            spans.add((tags[begin][2:], begin, place))
            begin = None
        if tag.startswith("B-") or (tag.startswith("I-") and begin is None):
            begin = place
    return spans


def find_parts(words: Sequence[str], world: World, reader: Reader) -> set[tuple[str, int, int]]:
    """Our spans for a sentence's main act, as word indices."""
    text, starts = join_words(words)
    reading = read(text, reader)
    cast = build_cast(text, reading, world)
    parties = next(filter(None, (find_parties(cast, sentence) for sentence in reading.sentences)), None)
    if parties is None:
        return set()
    parts = [("R" if parties.mutual else "S", p) for p in parties.actors] + [("T", p) for p in parties.recipients]
    return _join_mutual({(part, *_word_range(starts, words, p.span)) for part, p in parts if p.span is not None}, words)


def _join_mutual(spans: set[tuple[str, int, int]], words: Sequence[str]) -> set[tuple[str, int, int]]:
    """Coordinated parties of something mutual are one span in this set: "Chad and Niger"."""
    joined: list[tuple[str, int, int]] = []
    for part, first, last in sorted(spans, key=lambda span: span[1]):
        before = joined[-1] if joined else None
        if before and part == before[0] == "R" and set(words[before[2] : first]) <= {"and", ",", "the", "&"}:
            joined[-1] = (part, before[1], last)
        else:
            joined.append((part, first, last))
    return set(joined)


def _word_range(starts: Sequence[int], words: Sequence[str], span: Span) -> tuple[int, int]:
    covered = [i for i, start in enumerate(starts) if start < span.end and span.start < start + len(words[i])]
    return (covered[0], covered[-1] + 1) if covered else (0, 0)


def _without_article(span: tuple[str, int, int], words: Sequence[str]) -> tuple[str, int, int]:
    part, first, last = span
    return (part, first + 1, last) if words[first].lower() in ("the", "a", "an") and last - first > 1 else span


def examine_who_whom(path: Path, world: World, reader: Reader) -> Row:
    """Span F1 of actor, recipient and mutual parties; a leading article does not count."""
    begin = time.perf_counter()
    counts: Counter[str] = Counter()
    number = 0
    for words, tags in read_tagged(path):
        number += 1
        gold = {_without_article(span, words) for span in list_spans(tags)}
        ours = {_without_article(span, words) for span in find_parts(words, world, reader)}
        for suffix in ("", "_unread") if is_unread(" ".join(words)) else ("",):
            counts.update({f"right{suffix}": len(gold & ours), f"gold{suffix}": len(gold), f"ours{suffix}": len(ours)})
    metrics = {
        f"f1{suffix}": f1(counts[f"right{suffix}"], counts[f"ours{suffix}"], counts[f"gold{suffix}"])
        for suffix in ("", "_unread")
    }
    return Row("who-whom", part_of(path), number, metrics, hash_files([path]), time.perf_counter() - begin)


def read_unit_sentences(path: Path) -> Iterable[tuple[str, str, str, set[tuple[str, str, str]]]]:
    """(id, day, text, {(root, actor's country, recipient's country)}) of PETRARCH's unit sentences."""
    for found in re.finditer(r"<Sentence (.*?)>(.*?)</Sentence>", path.read_text(encoding="utf-8"), re.DOTALL):
        head, body = found.groups()
        date = re.search(r'date="(\d{4})(\d\d)(\d\d)"', head)
        key, text = re.search(r'id="(.*?)"', head), re.search(r"<Text>(.*?)</Text>", body, re.DOTALL)
        if date is None or key is None or text is None:
            continue
        coded = re.findall(r'eventcode="(.*?)" sourcecode="(.*?)" targetcode="(.*?)"', body)
        gold = {(code[:2], actor[:3], recipient[:3]) for code, actor, recipient in coded}
        yield key[1], "-".join(date.groups()), " ".join(unescape(text[1]).split()), gold


def examine_triples(path: Path, world: World, reader: Reader) -> Row:
    """CAMEO root and country pair, from raw text, with the set's dictionaries as a user's lexicon."""
    del world
    begin = time.perf_counter()
    lexicon = load_cameo(path.parent / "validate_dicts")
    counts: Counter[str] = Counter()
    number = 0
    for _, day, text, gold in read_unit_sentences(path):
        number += 1
        reading = read(text, reader)
        coded = (triple for sentence in reading.sentences for triple in code_triples(reading, sentence, lexicon, day=day))
        ours = {(triple.code[:2], triple.actor[:3], triple.recipient[:3]) for triple in coded}
        counts.update({"right": len(gold & ours), "gold": len(gold), "ours": len(ours)})
    metrics = {"f1": f1(counts["right"], counts["ours"], counts["gold"])}
    return Row("triples", "petrarch", number, metrics, hash_files([path]), time.perf_counter() - begin)


def examine_actors(path: Path, world: World, reader: Reader) -> Row:
    """Country and primary sector of a phrase; rows that give neither are skipped. The reader is not needed."""
    del reader
    begin = time.perf_counter()
    counts: Counter[str] = Counter()
    rows = [row for row in json.loads(path.read_text(encoding="utf-8")) if "country" in row or "code_1" in row]
    for row in rows:
        country, sectors = code_actor(row["text"], world)
        right_country = "country" not in row or (country or "") == row["country"]
        right_sector = "code_1" not in row or (sectors[0] if sectors else "") == row["code_1"]
        for suffix in ("", "_unread") if is_unread(row["text"]) else ("",):
            counts.update({
                f"n{suffix}": 1, f"country{suffix}": right_country, f"sector{suffix}": right_sector,
                f"both{suffix}": right_country and right_sector,
            })
    metrics = {
        f"{name}{suffix}": counts[f"{name}{suffix}"] / max(counts[f"n{suffix}"], 1)
        for suffix in ("", "_unread") for name in ("country", "sector", "both")
    }
    return Row("actors", part_of(path), len(rows), metrics, hash_files([path]), time.perf_counter() - begin)
