"""`python -m evaluation.statement_failures [CONSTRUCTION...] [--table]`: our own statements by construction, and what failed.

Of the half of `corpus/statements/free` whose failures may be read. --table prints the figures alone.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator

from copydesk.record import Statement
from corpus.statement_marks import CONSTRUCTIONS, UNNAMED, MarkedStatement, read_statements
from evaluation.attributions import letters
from evaluation.own_statements import Answer, answer_passages, content_letters, find_day, is_chain_exact, judge, score
from evaluation.statements import is_unread

SHOWN = ("content_f1", "exact_f1", "cue_f1", "speaker", "chain", "act", "certainty", "said")


def list_failures(answer: Answer) -> Iterator[str]:
    """What went wrong in a passage, a line each: missed, extent, wrong values, wrong chain, too much."""
    text = answer.passage.text
    for gold, found in answer.pairs:
        wanted = _words(text, gold.marks["content"])
        if found is None:
            yield f"missed {gold.number}: {wanted}"
            continue
        if content_letters(found, text) != letters(gold.marks["content"], text):
            yield f"extent {gold.number}: {_words(text, _spans(found))} | wanted {wanted}"
        wrong = [name for name, right in judge(answer.passage, gold, found).items() if not right]
        yield from (f"{name} {gold.number}: {_told(found, name)} | wanted {_wanted(gold, name)}" for name in wrong)
        if "speaker" not in wrong and not is_chain_exact(answer.passage, gold, found):
            hands = " > ".join(relay.name for relay in found.relays)
            yield f"chain {gold.number}: {hands} | wanted {' > '.join(gold.chain[1:])}"
    paired = {found.id for _, found in answer.pairs if found is not None}
    for found in answer.found:
        if found.id not in paired:
            yield f"too much ({found.trace[0].rule}): {_words(text, _spans(found))}"


def _words(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    return " … ".join(text[begin:end] for begin, end in stretches)


def _spans(found: Statement) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in found.content]


def _told(found: Statement, name: str) -> str:
    if name == "said":
        return find_day(found) or UNNAMED
    if name == "speaker":
        return (found.speaker.name or "") if found.speaker else UNNAMED
    return str(getattr(found, name))


def _wanted(gold: MarkedStatement, name: str) -> str:
    if name == "said":
        return gold.said or UNNAMED
    return gold.chain[0] if name == "speaker" else str(getattr(gold, name))


def main() -> None:
    """Print each failure with its passage, then figures by construction."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.statement_failures", description=__doc__)
    parser.add_argument("constructions", nargs="*", metavar="CONSTRUCTION", help="only these")
    parser.add_argument("--table", action="store_true", help="the figures alone")
    given = parser.parse_args()
    wanted = set(given.constructions or CONSTRUCTIONS)
    readable = [passage for passage in read_statements() if not is_unread(passage.id) and passage.construction in wanted]
    heaps: dict[str, list[Answer]] = defaultdict(list)
    for answer in answer_passages(readable):
        heaps[answer.passage.construction].append(answer)
        failures = [] if given.table else list(list_failures(answer))
        if failures:
            print(f"{answer.passage.id} ({answer.passage.construction}): {answer.passage.text}")
            print("".join(f"    {failure}\n" for failure in failures))
    for construction in (name for name in CONSTRUCTIONS if name in heaps):
        print(_row(construction, heaps[construction]))
    print(_row("all", [answer for answers in heaps.values() for answer in answers]))


def _row(label: str, answers: list[Answer]) -> str:
    figures = score(answers)
    gold, found = sum(len(answer.pairs) for answer in answers), sum(len(answer.found) for answer in answers)
    return f"{label:17}{gold:4} gold {found:4} found  " + "  ".join(f"{name} {figures[name]:.3f}" for name in SHOWN)


if __name__ == "__main__":
    main()
