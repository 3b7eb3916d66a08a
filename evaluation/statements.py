"""Who said what (PolNeAR, Wikinews) and did it happen (UDS-IH2), from raw text."""

from __future__ import annotations

import gzip
import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.lexicon import load_world
from evaluation.attributions import Attribution, Stretches, score_attributions
from evaluation.exam import Row, hash_files, part_of

if TYPE_CHECKING:
    from copydesk.language import Reader

EXAMS = ("statements", "factuality")
DEFAULT_VALUE = 1.5  # what counts for a gold predicate that the product leaves out; near the mean of UDS


@dataclass(frozen=True, slots=True)
class Document:
    """One gold document: its text and attributions. created: ISO day or None."""

    name: str
    text: str
    created: str | None
    gold: tuple[Attribution, ...]


def run(folder: Path) -> list[Row]:
    """Rows of both exams for what the folder holds; a document whose text is absent is left out of n."""
    rows = []
    for path in sorted((folder / "statements").glob("wikinews_attributions_*.jsonl")):
        rows += _statement_rows(path, tuple(read_wikinews(path)), [path])
    for path in sorted((folder / "statements").glob("polnear_standoff_*.jsonl")):
        documents = tuple(read_polnear(path))
        texts = [path.parent / "polnear_text" / f"{document.name}.txt" for document in documents]
        rows += _statement_rows(path, documents, [path, *texts])
    for path in sorted((folder / "statements").glob("uds_ih2_*.conll.gz")):
        rows.append(_factuality_row(path))
    return rows


def read_wikinews(path: Path) -> Iterator[Document]:
    """Articles with their text inside the gold file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Document(row["doc"], row["text"], row.get("date"), _attributions(row))


def read_polnear(path: Path) -> Iterator[Document]:
    """Articles whose texts lie beside the gold file as polnear_text/DOC.txt; those without text are skipped."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = path.parent / "polnear_text" / f"{row['doc']}.txt"
        if text.exists():
            day = next((part for part in row["doc"].split("_") if part[:2] == "20" and part.count("-") == 2), None)
            yield Document(row["doc"], text.read_bytes().decode("utf-8"), day, _attributions(row))


def is_unread(name: str) -> bool:
    """Whether a document lies in the half that nobody reads: by the hash of its id."""
    return int(hashlib.sha256(name.encode()).hexdigest()[0], 16) >= 8


def _attributions(row: dict[str, Any]) -> tuple[Attribution, ...]:
    return tuple(
        Attribution(cue=_pairs(one["cue"]), speaker=_pairs(one["source"]), content=_pairs(one["content"]))
        for one in row["attributions"]
    )


def _pairs(values: Iterable[Iterable[int]]) -> Stretches:
    return tuple((begin, end) for begin, end in values)


def _statement_rows(path: Path, documents: tuple[Document, ...], files: list[Path]) -> list[Row]:
    if not documents:
        return []
    from copydesk.language import load_reader

    read = _find_attributions(load_reader())
    results, seconds, refused = [], 0.0, 0
    for document in documents:
        begun = time.perf_counter()
        found = read(document)
        seconds += time.perf_counter() - begun
        refused += found is None
        results.append((document, found or ()))
    metrics = score_attributions([(d.text, d.gold, found) for d, found in results])
    unread = score_attributions([(d.text, d.gold, found) for d, found in results if is_unread(d.name)])
    metrics |= {f"{key}_unread": value for key, value in unread.items()}
    metrics["refused"] = refused / len(documents)
    return [Row(
        exam="statements", part=part_of(path), n=sum(len(d.gold) for d in documents), metrics=metrics,
        corpus_sha256=hash_files(files), seconds=round(seconds, 3),
    )]


def _find_attributions(reader: Reader) -> Callable[[Document], tuple[Attribution, ...] | None]:
    from copydesk.run.local import read_text

    world = load_world()

    def find(document: Document) -> tuple[Attribution, ...] | None:
        state = read_text(document.text, world=world, reader=reader, created=document.created, until="statements")
        if state.get("article") is None:
            return None
        return tuple(
            Attribution(
                cue=((one.cue.start, one.cue.end),) if one.cue else (),
                speaker=((one.speaker.span.start, one.speaker.span.end),) if one.speaker and one.speaker.span else (),
                content=tuple((span.start, span.end) for span in one.content),
            )
            for one in state["statements"]
        )

    return find


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence as raw text with its gold predicates: (start, end) in the text and value -3 to 3."""

    text: str
    predicates: tuple[tuple[int, int, float], ...]


def read_factuality(path: Path) -> Iterator[GoldSentence]:
    """Sentences of a UDS-IH2 file, their raw text rebuilt from tokens and SpaceAfter."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[list[str]] = []
        for line in [*lines, "\n"]:
            if line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield _rebuild(rows)
                rows = []


def _rebuild(rows: list[list[str]]) -> GoldSentence:
    text, predicates = "", []
    for row in rows:
        begin = len(text)
        text += row[1]
        if row[2] not in ("_", ""):
            predicates.append((begin, len(text), float(row[2])))
        if "SpaceAfter=No" not in row[-1]:
            text += " "
    return GoldSentence(text.rstrip(), tuple(predicates))


def _factuality_row(path: Path) -> Row:
    from copydesk.language import load_reader
    from copydesk.run.local import read_text

    reader, world = load_reader(), load_world()
    sentences = [sentence for sentence in read_factuality(path) if sentence.predicates]
    begun = time.perf_counter()
    gold, ours, missed = [], [], 0
    for sentence in sentences:
        state = read_text(sentence.text, world=world, reader=reader, created="2005-01-01", until="predicates")
        found = {(one.span.start, one.span.end): one.value for one in state.get("predicates", ())}
        for begin, end, value in sentence.predicates:
            answer = found.get((begin, end))
            if answer is None:
                answer = next((v for (b, e), v in found.items() if b < end and e > begin), None)
            missed += answer is None
            gold.append(value)
            ours.append(DEFAULT_VALUE if answer is None else answer)
    seconds = time.perf_counter() - begun
    metrics = {
        "mae": sum(abs(a - b) for a, b in zip(gold, ours, strict=True)) / len(gold),
        "r": correlate(gold, ours),
        "left_out": missed / len(gold),
    }
    return Row(
        exam="factuality", part=part_of(path), n=len(gold), metrics=metrics, corpus_sha256=hash_files([path]),
        seconds=round(seconds, 3),
    )


def correlate(left: list[float], right: list[float]) -> float:
    """Pearson's r; 0 where one side does not vary."""
    n = len(left)
    a, b = sum(left) / n, sum(right) / n
    top = sum((x - a) * (y - b) for x, y in zip(left, right, strict=True))
    spread = (sum((x - a) ** 2 for x in left) * sum((y - b) ** 2 for y in right)) ** 0.5
    return top / spread if spread else 0.0
