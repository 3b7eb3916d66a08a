"""A sentence made short by dropping parts, never by rewording: what is cut, and what is noted in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from copydesk.edit.holdings import Holdings
from copydesk.edit.passages import Passage
from copydesk.lexicon.days import read_day, write_day
from copydesk.lexicon.editing import Editing
from copydesk.record import Evidence, Mention, Report, TimeExpression

_DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'’ ,-]{2,40}(?:,?\s+[A-Z][a-z]{2,8}\.? \d{1,2})?\s*(?:\([A-Za-z. ]{2,30}\))?\s*[—–-]{1,2}\s+"
)
NO_NOTES: Mapping[int, str] = {}
_BULLET = re.compile(r"\s*[•▪◦‣·*–—-]\s+")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_DAY = re.compile(rf"{_WEEKDAY.pattern}|today|tonight|yesterday|tomorrow|day", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_OF_WHOM = frozenset({"his", "her", "its", "their"})
_LONG = 26  # words; a sentence beyond it loses its relative clauses (median of own news sentences: 22)


@dataclass(slots=True)
class _Marks:
    """Stretches to drop and notes to put in, by place in the page's text."""

    cuts: list[tuple[int, int]] = field(default_factory=list)
    notes: dict[int, str] = field(default_factory=dict)

    def apply(self, text: str, start: int, end: int) -> str:
        """text[start:end] with cuts and notes, white space evened."""
        parts, at = [], start
        for place in sorted({start, end, *self.notes, *(edge for cut in self.cuts for edge in cut)}):
            if not start <= place <= end:
                continue
            if not any(low <= at and place <= high for low, high in self.cuts):
                parts.append(text[at:place])
            if not any(low < place <= high for low, high in self.cuts):
                parts.append(self.notes.get(place, ""))
            at = place
        return " ".join("".join(parts).split())


def trim(
    passage: Passage, holdings: Holdings, *, keep: tuple[tuple[int, int], ...] = (), stretch: Evidence | None = None,
    notes: Mapping[int, str] = NO_NOTES,
) -> str:
    """The sentence without label, dateline, opening connective and side clauses, its days noted and pronouns named.

    keep: what no cut may touch. notes: by place, what to add in brackets. stretch: the part of the sentence that is
    shown, None for all of it. What is added stands in brackets: (14 Oct), [Interior Ministry].
    """
    report, editing = holdings.reports[passage.article_id], holdings.editing
    text = report.page.text
    cues = [one.cue.start for one in report.statements if one.cue]
    start, end = _opening_end(text, passage, editing, cues), passage.end
    if stretch is not None:
        start, end = max(start, stretch.start), min(end, stretch.end)
    marks = _Marks(cuts=_clauses(text, start, end, editing, keep), notes=dict(notes))
    _note_days(marks, report, start, end, holdings.story.as_of)
    _note_names(marks, report, holdings, start, end)
    return _capitalised(marks.apply(text, start, end))


def plain(text: str, start: int, end: int) -> str:
    """The words as they stand, white space evened."""
    return " ".join(text[start:end].split())


def stopped(words: str) -> str:
    """The words with a full stop where they end in none."""
    return words if words.rstrip("\"'”’»)]").endswith((".", "!", "?", "…")) else f"{words}."


def _opening_end(text: str, passage: Passage, editing: Editing, spoken: Iterable[int] = ()) -> int:
    """Where the sentence itself begins. spoken: where words of saying stand; what holds one is no label."""
    start, end = passage.start, passage.end
    if passage.opens_block and passage.role in ("paragraph", "list_item", "standfirst"):
        for pattern in (_BULLET, _DATELINE):
            match = pattern.match(text, start, end)
            start = match.end() if match else start
        after = editing.label_end(text, start, end)
        is_known = editing.is_aside(text, start, end) or editing.significance_end(text, start, end) is not None
        start = after if is_known or not any(start <= at < after for at in spoken) else start
    return editing.connective_end(text, start, end)


def _clauses(
    text: str, start: int, end: int, editing: Editing, keep: tuple[tuple[int, int], ...],
) -> list[tuple[int, int]]:
    """Relative clauses to drop from a long sentence, none that holds what must stay."""
    if len(text[start:end].split()) <= _LONG:
        return []
    return [
        cut for cut in editing.relative_clauses(text, start, end)
        if not any(low < cut[1] and cut[0] < high for low, high in keep)
    ]


def _note_days(marks: _Marks, report: Report, start: int, end: int, as_of: str | None) -> None:
    """After "Tuesday" the day it is, once a day and only where the words do not say it themselves."""
    noted = set()
    for time in report.times:
        if not (start <= time.span.start and time.span.end <= end):
            continue
        note = _day_note(time, report.page.text[time.span.start : time.span.end], as_of)
        if note and note not in noted:
            noted.add(note)
            marks.notes[_word_end(report.page.text, time.span.end)] = f" ({note})"


def _word_end(text: str, end: int) -> int:
    """Where the word that ends here is over with its possessive: no note stands between "Thursday" and "'s"."""
    match = _POSSESSIVE.match(text, end)
    return match.end() if match else end


def _day_note(time: TimeExpression, words: str, as_of: str | None) -> str | None:
    day = read_day(time.begin)
    if day is None or time.end is None or time.end[:10] != day.isoformat() or any(c.isdigit() for c in words):
        return None
    if time.type not in ("DATE", "TIME") or not _DAY.search(words):
        return None
    return write_day(day, beside=as_of, weekday=_WEEKDAY.search(words) is None)


def _note_names(marks: _Marks, report: Report, holdings: Holdings, start: int, end: int) -> None:
    """After a pronoun that comes before every name of the sentence, who that is; later ones are read from the sentence."""
    inside = [m for m in report.mentions if start <= m.span.start and m.span.end <= end]
    _note_speakers(marks, report, holdings, inside)
    first = min(inside, key=lambda mention: mention.span, default=None)
    entity = holdings.entities.get(first.entity_id) if first and first.entity_id else None
    if first is None or entity is None:
        return
    if _needs_name(first, report.page.text):
        marks.notes.setdefault(_word_end(report.page.text, first.span.end), f" [{entity.name}]")
    elif first.span.start == start and report.page.text[start : first.span.end].lower() in _OF_WHOM:
        marks.notes.setdefault(first.span.end, f" [{entity.name}'s]")


def _note_speakers(marks: _Marks, report: Report, holdings: Holdings, inside: list[Mention]) -> None:
    """After a pronoun that speaks, who that is, unless the words before it name the same one: ", it [the ministry] said"."""
    for mention in inside:
        entity = holdings.entities.get(mention.entity_id or "")
        named = any(one.entity_id == mention.entity_id and one.span < mention.span for one in inside)
        speaks = any(one.speaker and one.speaker.span == mention.span for one in report.statements)
        if entity and speaks and not named and _needs_name(mention, report.page.text):
            marks.notes.setdefault(mention.span.end, f" [{entity.name}]")


def _needs_name(mention: Mention, text: str) -> bool:
    """Whether it is a pronoun that stands alone: "its dam" is read from what is near, "it said" is not.

    A possessive is named only where it opens the sentence.
    """
    words = text[mention.span.start : mention.span.end].lower()
    return words in ("he", "she", "it", "they", "him", "them")


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
