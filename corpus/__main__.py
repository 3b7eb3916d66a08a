"""`python -m corpus FILE...`: check marked files and count what they hold."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from copydesk.language.tokens import load_tokeniser
from corpus.marks import Marked, read_file


def find_uneven(sentence: Marked) -> list[str]:
    """Names of a sentence whose edges fall inside a word."""
    words = load_tokeniser().find_words(sentence.text)
    starts, ends = {word.start for word in words}, {word.end for word in words}
    return [sentence.text[begin:end] for begin, end, _ in sentence.names if begin not in starts or end not in ends]


def main() -> None:
    """Print counts by label and register, and every name that does not sit on whole words."""
    sentences = [sentence for path in sys.argv[1:] for sentence in read_file(Path(path))]
    labels = Counter(label for sentence in sentences for _, _, label in sentence.names)
    registers = Counter(sentence.register for sentence in sentences)
    ids = Counter(sentence.id for sentence in sentences)
    repeated = [found for found, count in ids.items() if count > 1]
    texts = Counter(sentence.text for sentence in sentences)
    print(f"{len(sentences)} sentences; names: {dict(labels.most_common())}; registers: {dict(registers.most_common())}")
    for sentence in sentences:
        for name in find_uneven(sentence):
            print(f"{sentence.id}: {name!r} does not sit on whole words")
    for text, count in texts.items():
        if count > 1:
            print(f"written {count} times: {text}")
    for found in repeated:
        print(f"id used twice: {found}")


if __name__ == "__main__":
    main()
