"""One way of reading, measured in a process of its own: what it costs to start, in memory, and by the word."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty
from typing import Any

from copydesk.language.tokens import load_tokeniser
from corpus.marks import read_file

FREE = Path(__file__).parents[1] / "corpus" / "free"
ARTICLE = 25  # sentences of an article
PARAGRAPH = 3  # sentences of a paragraph
Read = Callable[[Sequence[str]], int]  # reads texts, returns how many words it found


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one process took. Seconds of processor time unless `wall`; memory is the process's peak in MB."""

    start: float
    start_wall: float
    start_memory: float
    reading: float
    reading_wall: float
    memory: float


def load_articles(words: int) -> list[str]:
    """About so many words of our own news sentences, unmarked, as articles of `ARTICLE` sentences."""
    sentences = [sentence.text for path in sorted(FREE.glob("*.txt")) for sentence in read_file(path)]
    paragraphs = [" ".join(sentences[at : at + PARAGRAPH]) for at in range(0, len(sentences), PARAGRAPH)]
    step = ARTICLE // PARAGRAPH
    articles = ["\n".join(paragraphs[at : at + step]) for at in range(0, len(paragraphs), step)]
    wanted = 1 + min(len(articles) - 1, words * len(articles) // count_words(articles))
    return articles[:: max(1, len(articles) // wanted)][:wanted]


def count_words(texts: Sequence[str]) -> int:
    """Words as our tokeniser cuts them, whoever reads."""
    tokeniser = load_tokeniser()
    return sum(len(tokeniser.find_words(text)) for text in texts)


def load_records(folder: str | None, *, beside_spacy: bool = False) -> Read:
    """Our reader, plain records out of it. beside_spacy: with spaCy imported, as a program that uses both would have it."""
    if beside_spacy:
        import spacy

        spacy.blank("en")
    from copydesk.language import load_reader
    from copydesk.record import Span

    reader = load_reader(Path(folder) if folder else None)

    def read(texts: Sequence[str]) -> int:
        return sum(len(reader.read(text, [Span(start=0, end=len(text))])[0].tokens) for text in texts)

    return read


def load_beside_spacy(folder: str | None) -> Read:
    """As `load_records`, with spaCy imported."""
    return load_records(folder, beside_spacy=True)


def load_components(folder: str | None) -> Read:
    """Our reader as spaCy components, Docs out of it."""
    from copydesk.language.with_spacy import make_pipeline

    return read_docs(make_pipeline(weights=Path(folder) if folder else None))


def load_peer(folder: str | None) -> Read:
    """A spaCy pipeline saved in a folder, Docs out of it."""
    import spacy

    assert folder is not None
    return read_docs(spacy.load(folder))


def read_docs(nlp: Any) -> Read:
    """The reading of a pipeline; its model is warm after the first word, as ours is."""
    nlp("Ready.")

    def read(texts: Sequence[str]) -> int:
        return sum(len(doc) for doc in nlp.pipe(texts))

    return read


LOADERS = {"records": load_records, "beside spaCy": load_beside_spacy, "components": load_components, "peer": load_peer}


def measure(kind: str, folder: str | None, parts: Sequence[Sequence[str]]) -> list[Cost]:
    """Costs of processes that each read one part, all at once; reading begins when every one has loaded."""
    os.environ["OMP_NUM_THREADS"] = "1"  # one core a process, also for the peer's matrix products
    context = multiprocessing.get_context("spawn")
    gate, answers = context.Barrier(len(parts)), context.Queue()
    workers = [
        context.Process(target=_work, args=((kind, folder), list(part), gate, answers, time.time())) for part in parts
    ]
    for worker in workers:
        worker.start()
    costs: list[Cost] = []
    while len(costs) < len(workers):
        try:
            costs.append(answers.get(timeout=1))
        except Empty:
            if any(worker.exitcode for worker in workers):
                stop(workers)
                raise SystemExit(f"the process that reads with {kind!r} ended without an answer") from None
    for worker in workers:
        worker.join()
    return costs


def stop(workers: Sequence[Any]) -> None:
    """End what still waits for a process that has failed."""
    for worker in workers:
        worker.terminate()


def _work(read_with: tuple[str, str | None], texts: list[str], gate: Any, answers: Any, begun: float) -> None:
    kind, folder = read_with
    read = LOADERS[kind](folder)
    start, start_wall, start_memory = time.process_time(), time.time() - begun, find_peak_memory()
    gate.wait()
    processor, wall = time.process_time(), time.perf_counter()
    read(texts)
    answers.put(
        Cost(
            start=start, start_wall=start_wall, start_memory=start_memory, reading=time.process_time() - processor,
            reading_wall=time.perf_counter() - wall, memory=find_peak_memory(),
        )
    )


def find_peak_memory() -> float:
    """The most memory this process ever held, in MB (Linux: VmHWM, which a parent's memory does not enter)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
