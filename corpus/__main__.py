"""`python -m corpus`: count the whole corpus; `python -m corpus FILE...`: check marked files. Exit 1 on a problem."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus import event_marks, statement_marks
from corpus.event_checks import count_event_passages, find_event_problems
from corpus.marks import MarkBroken, Marked, read_file
from corpus.passages import find_first_head
from corpus.sentences import find_uneven, read_free, read_generated
from corpus.statement_checks import count_passages, find_statement_problems


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
    """Print the counts of some files, with marked names, statements or events; their problems."""
    telling = [path for path in paths if event_marks.has_event_heads(path)]
    stating = [path for path in paths if path not in telling and has_statements(path)]
    sentences = tuple(one for path in paths if path not in (*telling, *stating) for one in read_file(path))
    passages = tuple(passage for path in stating for passage in statement_marks.read_passages(path))
    events = tuple(passage for path in telling for passage in event_marks.read_event_file(path))
    if sentences:
        print(count_all(sentences))
    if passages:
        print(count_passages(passages))
    if events:
        print(count_event_passages(events))
    return [*find_problems(sentences), *find_statement_problems(passages), *find_event_problems(events)]


def check_all() -> list[str]:
    """Print the counts of the whole corpus; its problems."""
    free, generated = read_free(), read_generated()
    for title, part in (("free", free), ("generated", generated), ("all", free + generated)):
        print(f"{title}: {count_all(part)}")
    problems = list(find_problems(free + generated))
    if len(generated) > 2 * len(free):
        problems.append(f"more than two thirds are generated: {len(generated)} beside {len(free)} free ones")
    for title, folder in (("free", statement_marks.FREE), ("final", statement_marks.FINAL)):
        if folder.is_dir():
            passages = statement_marks.read_statements(folder)
            print(f"statements, {title}: {count_passages(passages)}")
            problems += find_statement_problems(passages)
    for title, folder in (("free", event_marks.FREE), ("final", event_marks.FINAL)):
        if folder.is_dir():
            events = event_marks.read_events(folder)
            print(f"events, {title}: {count_event_passages(events)}")
            problems += find_event_problems(events)
    return problems


def has_statements(path: Path) -> bool:
    """Whether a file holds passages with statements: its first head line is one of marked passages."""
    return find_first_head(path) is not None


if __name__ == "__main__":
    sys.exit(main())
