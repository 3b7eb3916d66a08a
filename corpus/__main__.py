"""`python -m corpus`: count the whole corpus; `python -m corpus FILE...`: check marked files. Exit 1 on a problem."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.event_checks import count_event_passages, find_event_problems
from corpus.event_marks import FINAL, FREE, EventPassage, has_event_heads, read_event_file, read_events
from corpus.marks import MarkBroken, Marked, read_file
from corpus.sentences import find_uneven, read_free, read_generated


def find_problems(sentences: Iterable[Marked]) -> Iterator[str]:
    """Names that do not sit on whole words, ids that come twice, texts with names that come twice ("Good evening." may)."""
    texts: Counter[str] = Counter()
    ids: Counter[str] = Counter()
    for sentence in sentences:
        texts[sentence.text] += bool(sentence.names)
        ids[sentence.id] += 1
        for name in find_uneven(sentence):
            yield f"{sentence.id}: {name!r} does not sit on whole words"
    yield from (f"written {count} times: {text}" for text, count in texts.items() if count > 1)
    yield from (f"id used twice: {found}" for found, count in ids.items() if count > 1)


def count_all(sentences: tuple[Marked, ...]) -> str:
    """Sentences, names by label, sentences by register and region, a line each."""
    labels = Counter(label for sentence in sentences for _, _, label in sentence.names)
    registers, regions = Counter(s.register for s in sentences), Counter(s.region for s in sentences)
    rows = {"names": labels, "registers": registers, "regions": regions}
    lines = [f"  {row}: {', '.join(f'{name} {count}' for name, count in found.most_common())}" for row, found in rows.items()]
    return "\n".join([f"{len(sentences)} sentences, {labels.total()} names", *lines])


def main() -> int:
    """Print the counts and every problem; 1 where there is one."""
    try:
        problems = check_files([Path(path) for path in sys.argv[1:]]) if sys.argv[1:] else check_all()
    except MarkBroken as fault:
        problems = [str(fault)]
    print("\n".join(problems) or "no problem found")
    return 1 if problems else 0


def check_files(paths: list[Path]) -> list[str]:
    """Print the counts of some files, with marked names or with events; their problems."""
    telling = [path for path in paths if has_event_heads(path)]
    sentences = tuple(sentence for path in paths if path not in telling for sentence in read_file(path))
    passages = tuple(passage for path in telling for passage in read_event_file(path))
    if sentences:
        print(count_all(sentences))
    if passages:
        print(count_event_passages(passages))
    return [*find_problems(sentences), *find_event_problems(passages)]


def check_all() -> list[str]:
    """Print the counts of the whole corpus; its problems."""
    free, generated = read_free(), read_generated()
    for title, part in (("free", free), ("generated", generated), ("all", free + generated)):
        print(f"{title}: {count_all(part)}")
    problems = list(find_problems(free + generated))
    if len(generated) > 2 * len(free):
        problems.append(f"more than two thirds are generated: {len(generated)} beside {len(free)} free ones")
    told: tuple[EventPassage, ...] = ()
    for title, folder in (("free", FREE), ("final", FINAL)):
        if folder.is_dir():
            passages = read_events(folder)
            print(f"events, {title}: {count_event_passages(passages)}")
            told += passages
    return [*problems, *find_event_problems(told)]


if __name__ == "__main__":
    sys.exit(main())
