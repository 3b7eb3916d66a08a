"""TimeML files and the TempEval-3 way to score expressions of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.exam import f1


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression of time: [start, end) of the text in code points, TIMEX3 type and value ("" where it has none)."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimeDocument:
    """The text of a TimeML file without its markup, its creation time, and its expressions in page order."""

    name: str
    text: str
    created: str | None
    gold: tuple[Timex, ...]


def read_timeml(path: Path) -> TimeDocument:
    """One TimeML file; broken markup is mended as far as the parser can. Only the element TEXT is text."""
    from lxml import etree

    root = etree.fromstring(path.read_bytes(), etree.XMLParser(recover=True, encoding="utf-8"))
    created = next(
        (one.get("value") for one in root.iter("TIMEX3")
         if one.get("functionInDocument") in {"CREATION_TIME", "PUBLICATION_TIME"}), None,
    )
    pieces: list[str] = []
    gold: list[Timex] = []
    element = root.find("TEXT")
    if element is not None:
        _walk(element, pieces, gold)
    kept = tuple(sorted((one for one in gold if one.end > one.start), key=lambda one: one.start))
    return TimeDocument(path.stem, "".join(pieces), created, kept)


def _walk(element: object, pieces: list[str], gold: list[Timex]) -> None:
    """Text of an element and all below it, in order, with the stretches of TIMEX3."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")  # type: ignore[attr-defined]
    for child in element:  # type: ignore[attr-defined]
        if isinstance(child.tag, str):
            _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":  # type: ignore[attr-defined]
        end = sum(map(len, pieces))
        gold.append(Timex(start, end, element.get("type") or "", element.get("value") or ""))  # type: ignore[attr-defined]


def score_times(results: Iterable[tuple[Sequence[Timex], Sequence[Timex]]]) -> dict[str, float]:
    """strict_f1 (same span), relaxed_f1 (overlap, each used once), value_f1 (overlap and the same value) over (gold, found)."""
    n_gold = n_found = strict = relaxed = value = 0
    for gold, found in results:
        n_gold, n_found = n_gold + len(gold), n_found + len(found)
        for one, other in _matched(gold, found):
            relaxed += 1
            strict += (one.start, one.end) == (other.start, other.end)
            value += one.value == other.value
    return {
        "strict_f1": f1(strict, n_found, n_gold), "value_f1": f1(value, n_found, n_gold),
        "relaxed_f1": f1(relaxed, n_found, n_gold),
    }


def _matched(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pairs that overlap, equal spans first, then the longest overlap; each expression in one pair at most."""
    pairs = [
        (min(one.end, other.end) - max(one.start, other.start), i, j)
        for i, one in enumerate(gold) for j, other in enumerate(found)
        if one.start < other.end and other.start < one.end
    ]
    pairs.sort(key=lambda pair: (not _same_span(gold[pair[1]], found[pair[2]]), -pair[0]))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    matched = []
    for _, i, j in pairs:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            matched.append((gold[i], found[j]))
    return matched


def _same_span(one: Timex, other: Timex) -> bool:
    return (one.start, one.end) == (other.start, other.end)
