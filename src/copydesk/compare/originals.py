"""Whose text a sentence is: of an article that copies another all of it, of a partial copy only what stands in the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from copydesk.compare.fingerprints import SHORT, shingles
from copydesk.compare.outlets import outlet_of
from copydesk.compare.passages import BODY
from copydesk.compare.units import Unit
from copydesk.record import Report, Syndication

BORROWED_SHARE = 0.5  # share of a sentence's word runs that stand in the text it was taken from; set by hand
_WORD = re.compile(r"\w+")


class Originals:
    """The outlet or wire whose text each article carries, whole or in part. The order of what is given does not matter."""

    def __init__(self, syndications: Sequence[Syndication], reports: Sequence[Report]) -> None:
        told = {report.article.id: report for report in reports if report.article}
        outlets = {article_id: outlet_of(report) for article_id, report in told.items()}
        ranked = sorted(syndications, key=lambda one: (-one.score, one.origin, one.article_ids))
        whole: dict[str, str] = {}
        for one in ranked:
            for article_id in one.article_ids if one.kind != "partial" else ():
                if article_id != one.origin:
                    whole.setdefault(article_id, one.origin)
        self._whole = {one: outlets.get(root, root) for one in whole if (root := _follow(one, whole))}
        self._parts: dict[str, list[tuple[str, frozenset[int]]]] = {}
        for one in ranked:
            for article_id in one.article_ids if one.kind == "partial" else ():
                if article_id != one.origin:
                    runs = frozenset(run for other in one.article_ids if other != article_id and other in told
                                     for run in _runs(told[other]))
                    name = self._whole.get(one.origin, outlets.get(one.origin, one.origin))
                    self._parts.setdefault(article_id, []).append((name, runs))

    def original_of(self, unit: Unit) -> str | None:
        """The name of the outlet or wire whose words the unit's sentence is, where that is another's; else None."""
        whole = self._whole.get(unit.article_id)
        if whole is not None or unit.article_id not in self._parts:
            return whole
        span = unit.sentence
        own = shingles(_words(unit.report.page.text[span.start : span.end]), SHORT)
        for name, runs in self._parts[unit.article_id]:
            if own and sum(run in runs for run in own) >= BORROWED_SHARE * len(own):
                return name
        return None


def _follow(article_id: str, taken: Mapping[str, str]) -> str:
    """The far end of a chain of copies."""
    seen = [article_id]
    while seen[-1] in taken and taken[seen[-1]] not in seen:
        seen.append(taken[seen[-1]])
    return seen[-1]


def _runs(report: Report) -> list[int]:
    """The word runs of an article's body, quotations and all."""
    blocks = report.article.blocks if report.article else ()
    text = "\n".join(report.page.text[block.span.start : block.span.end] for block in blocks if block.role in BODY)
    return shingles(_words(text), SHORT)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
