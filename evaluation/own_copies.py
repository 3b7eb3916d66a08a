"""Own stories for exam `copies`, and `python -m evaluation.own_copies --sweep`: the curves behind compare's constants.

evaluation/own/copies/first.json: a report, its translations, a rewrite by hand, and independent reports of the same event.
series.json: reports by one mould (markets, weather, a front), each with its translation. Every heap holds all originals, all
independent reports and one kind of copy; made by rule are cut, shuffled, spun (`across_copies.reword`) and borrowed, an
independent report with two sentences of the original. false_pairs: share of reported pairs that are of two texts, over all
heaps. kept_apart: share of originals and independent reports that are in no such pair, in the worst heap.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from copydesk.compare import copies, figures, retelling
from copydesk.lexicon import World, load_world
from copydesk.record import Report
from evaluation.across_copies import find_pairs, reword
from evaluation.across_texts import report_of
from evaluation.exam import Row, hash_files

CASES = Path(__file__).parent / "own" / "copies"
_END = re.compile(r"(?<=[.”]) (?=[A-Z“])")
Case = dict[str, Any]
Texts = dict[str, str]  # "ROLE CASE NUMBER" -> text
SWEPT: tuple[tuple[ModuleType, str, tuple[float, ...]], ...] = (
    (copies, "COPY", (0.3, 0.4, 0.5, 0.6, 0.7)), (copies, "PARTIAL", (0.05, 0.1, 0.15, 0.2, 0.25)),
    (copies, "BORROWED", (8, 12, 16, 20, 24, 30, 40)), (retelling, "RETOLD", (0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)),
    (retelling, "MATCH", (0.05, 0.1, 0.2, 0.3, 0.4)), (retelling, "FEWEST", (2, 3, 4, 5, 6)),
    (retelling, "FOREIGN", (0.25, 0.5, 0.75, 1.0)), (figures, "FIGURES", (0.0, 0.25, 0.5, 0.75)),
    (figures, "COUNTED", (2, 3, 4, 6, 8)), (retelling, "MARGIN", (0.0, 0.05, 0.15, 0.3, 1.0)),
)


def examine_own_copies() -> list[Row]:
    """One row for all own cases."""
    begun = time.perf_counter()
    return [Row(
        exam="copies", part="own", n=len(load_cases()), metrics=measure(load_world()),
        corpus_sha256=hash_files(CASES.glob("*.json")), seconds=round(time.perf_counter() - begun, 3),
    )]


@cache
def load_cases() -> tuple[Case, ...]:
    """All cases, those of a series last."""
    return tuple(case for path in sorted(CASES.glob("*.json")) for case in json.loads(path.read_text(encoding="utf-8")))


def measure(world: World) -> dict[str, float]:
    """Recall of each kind of copy, the share of false pairs over all heaps, and the share of texts kept apart in each."""
    recalls, reported, false, apart = {}, 0, 0, []
    always = _originals() | _independent()
    for kind, make in KINDS.items():
        made = make()
        others = {key: text for key, text in always.items() if kind != "borrowed" or not _is_host(key)}
        found = find_pairs([_report(key, text, world) for key, text in (others | made).items()], world)
        gold = {frozenset((f"original {key.split()[1]} 0", key)) for key in made}
        wrong = {pair for pair in found if len({_text_of(key) for key in pair}) > 1}
        recalls[f"recall_{kind}"] = len(found & gold) / len(gold)
        reported, false = reported + len(found), false + len(wrong)
        joined = frozenset().union(*wrong)
        apart.append(1 - len(joined & others.keys()) / len(others))
    return recalls | {"false_pairs": false / reported, "kept_apart": min(apart)}


def _originals() -> Texts:
    return {f"original {case['id']} 0": case["original"] for case in load_cases()}


def _independent() -> Texts:
    return {
        f"independent {case['id']} {number}": text for case in load_cases() for number, text in enumerate(case["independent"])
    }


def _written(kind: str) -> Texts:
    return {
        f"copy {case['id']} {number}": copy["text"] for case in load_cases()
        for number, copy in enumerate(case["copies"]) if copy["kind"] == kind
    }


def _edited(edit: Callable[[list[str], Case, random.Random], list[str]]) -> Texts:
    """Each report that has independent ones beside it, edited."""
    return {
        f"copy {case['id']} 0": "\n".join(edit(_END.split(case["original"]), case, random.Random(case["id"])))
        for case in load_cases() if case["independent"]
    }


def _borrow(sentences: list[str], case: Case, chance: random.Random) -> list[str]:
    """The first independent report, with the third and the fourth sentence of the original in its middle."""
    host = _END.split(case["independent"][0])
    return [*host[:4], *sentences[2:4], *host[4:]]


KINDS: Mapping[str, Callable[[], Texts]] = {
    "translated": lambda: _written("translation"),
    "rewritten": lambda: _written("rewrite"),
    "spun": lambda: _edited(lambda sentences, _, chance: reword("\n".join(sentences), chance).split("\n")),
    "shuffled": lambda: _edited(lambda sentences, _, chance: chance.sample(sentences, len(sentences))),
    "cut": lambda: _edited(lambda sentences, _, chance: sentences[: len(sentences) // 2]),
    "borrowed": lambda: _edited(_borrow),
}


def _text_of(key: str) -> str:
    """What an article is a copy of: its case's original, or itself where it is independent."""
    return key if key.startswith("independent") else key.split()[1]


def _is_host(key: str) -> bool:
    """Whether this is the independent report that stands around borrowed sentences."""
    return key.startswith("independent ") and key.endswith(" 0")


@cache
def _report(key: str, text: str, world: World) -> Report:
    return report_of(text, key, world, outlet=key)


def main() -> None:
    """Print the figures, and with --sweep those for every value of each constant, the others as they are."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.own_copies", description=__doc__)
    parser.add_argument("--sweep", action="store_true", help="for other values of the constants, too")
    given = parser.parse_args()
    world = load_world()
    standing = measure(world)
    print(_told("as it stands", standing), flush=True)
    for module, name, values in SWEPT if given.sweep else ():
        kept = getattr(module, name)
        for value in values:
            setattr(module, name, value)
            print(_told(f"{name} {value:g}", measure(world) if value != kept else standing), flush=True)
        setattr(module, name, kept)


def _told(label: str, metrics: Mapping[str, float]) -> str:
    return f"{label:14}" + "  ".join(f"{name.removeprefix('recall_')} {value:.3f}" for name, value in metrics.items())


if __name__ == "__main__":
    main()
