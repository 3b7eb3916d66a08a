"""Sentences that announce something for a day: forward words, and a day or a term after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.lexicon import World
from copydesk.lexicon.calendar import add_days, day_of, interval_of
from copydesk.record import Report, Span, TimeExpression

LONGEST = 31  # days: a vaguer interval is no appointment
_ROLES = frozenset({"standfirst", "paragraph", "list_item"})
_END = re.compile(r"(?<=[a-z0-9)%][.!?])[\"”’']?\s+(?=[\"“‘']?[A-Z\d])|\n")
_TERM = re.compile(r"P(\d+)([DWM])")
_DAYS = {"D": 1, "W": 7, "M": 30}
_WHETHER = re.compile(r"\b(?:whether|if|unless)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:within|in|in the next|in the coming)\s+$", re.IGNORECASE)


def find_announced(report: Report, world: World) -> Iterator[tuple[Span, str]]:
    """(sentence, due): every sentence of the body that announces something, with the last day it names for it.

    The day is after the article's own, or is the article's own day and named after the forward words ("will vote today").
    When somebody spoke is no such day, nor is one after "whether" or "if".
    """
    created = day_of(report.article.created) if report.article else None
    if created is None:
        return
    for sentence in _find_sentences(report):
        words = report.page.text[sentence.start : sentence.end]
        forward = world.wording.find_signal("announcing", words)
        if forward is None or _WHETHER.search(words, 0, forward.start()):
            continue
        begin = sentence.start + forward.start()
        doubted = _WHETHER.search(words, forward.end())
        end = sentence.start + doubted.start() if doubted else sentence.end
        days = [
            day for time in report.times if sentence.start <= time.span.start and time.span.end <= end
            and (day := _read_due(time, report, created.isoformat())) is not None
            and (day > created.isoformat() or _is_after(time.span, begin, report))
        ]
        if days:
            yield sentence, max(days)


def _find_sentences(report: Report) -> Iterator[Span]:
    """The sentences of the article's body, cut by rule at full stops before a capital."""
    text = report.page.text
    for block in report.article.blocks if report.article else ():
        if block.role not in _ROLES:
            continue
        start = block.span.start
        for end in [*_END.finditer(text, block.span.start, block.span.end), None]:
            stop = end.start() if end else block.span.end
            if stop > start:
                yield Span(start=start, end=stop)
            start = end.end() if end else stop


def _read_due(time: TimeExpression, report: Report, created: str) -> str | None:
    """The last day a time expression names, not before the article's own; of a term ("within 30 days") its end."""
    term = _TERM.fullmatch(time.value)
    if term is not None:
        if not _WITHIN.search(report.page.text[max(0, time.span.start - 20) : time.span.start]):
            return None
        return add_days(created, int(term[1]) * _DAYS[term[2]])
    if time.type != "DATE" or not time.begin or not time.end or time.end[:10] < created:
        return None
    first, last = day_of(time.begin), day_of(time.end)
    if first is None or last is None or (last - first).days >= LONGEST or interval_of(time.value) is None:
        return None
    return last.isoformat()


def _is_after(span: Span, forward: int, report: Report) -> bool:
    """Whether a day stands after the forward words, with nobody's saying in between ("will go, he said on Monday")."""
    return forward < span.start and not any(
        one.cue is not None and forward <= one.cue.start < span.start for one in report.statements
    )
