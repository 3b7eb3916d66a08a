"""Who speaks, named for a reader, the words said as they stand on the page, and the hands they passed through."""

from __future__ import annotations

import re

from copydesk.edit.holdings import Holdings, Said
from copydesk.lexicon.days import read_day, write_day
from copydesk.record import Entity, Page, Span, Statement

_MARKS = {'"': '"', "“": "”", "«": "»", "‘": "’"}
BULLETS = "•▪◦‣·*–—-"
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "one"})
_POSSESSIVES = frozenset({"its", "his", "her", "their", "our", "my", "whose"})
UNNAMED = "Unnamed speaker"
_BETWEEN = re.compile(r"[\"“«]([^\"“”«»]*)[\"”»]")


def name_speaker(said: Said, holdings: Holdings) -> str:
    """"Tobin Ferrel, Interior Ministry spokesman": the fullest name known, with the office the page gives."""
    statement = said.statement
    name = short_name(said, holdings)
    office = _office(statement)
    if office and office.lower() not in name.lower():
        return f"{name}, {office}"
    return name


def short_name(said: Said, holdings: Holdings) -> str:
    """The speaker's name alone; what the page calls the speaker where there is none."""
    statement = said.statement
    entity = speaker_entity(statement, holdings)
    if entity is not None:
        return entity.name
    speaker, words = statement.speaker, ""
    if speaker:
        words = speaker.name or plain(said.report.page, speaker.span)
    if not words or words.lower() in PRONOUNS:
        return statement.organisation or UNNAMED
    return words


def speaker_entity(statement: Statement, holdings: Holdings) -> Entity | None:
    """The entity that speaks, None where nobody knows it."""
    if statement.speaker is None or statement.speaker.entity_id is None:
        return None
    return holdings.entities.get(statement.speaker.entity_id)


def speaker_key(said: Said, holdings: Holdings) -> str:
    """What tells one speaker from another: the entity, else the words."""
    entity = speaker_entity(said.statement, holdings)
    return entity.id if entity else short_name(said, holdings).lower()


def _office(statement: Statement) -> str:
    role, organisation = statement.role or "", statement.organisation or ""
    if role.partition(" ")[0].lower() in _POSSESSIVES:
        role = ""  # "its leader" says whose only beside the sentence it stands in
    if role and organisation and organisation.lower() not in role.lower():
        return f"{organisation} {role}"
    return role or organisation


def write_said_on(statement: Statement, as_of: str | None) -> str:
    """"Mon 14 Oct", or "" where no single day is known."""
    said_on = statement.said_on
    day = read_day(said_on.begin) if said_on else None
    if said_on is None or day is None or (said_on.end or "")[:10] != day.isoformat():
        return ""
    return write_day(day, beside=as_of)


def plain(page: Page, span: Span | None) -> str:
    """The words of a span, white space evened; "" for none."""
    return " ".join(page.text[span.start : span.end].split()) if span else ""


def quote(said: Said, holdings: Holdings) -> str:
    """What was said, verbatim, its quotation marks as on the page; separate stretches are joined by " ... "."""
    text = said.report.page.text
    parts = [_with_marks(text, Span(start=_words_start(text, span, holdings), end=span.end)) for span in said.statement.content]
    return " ... ".join(part for part in parts if part)


def speaks_for_itself(said: Said, holdings: Holdings) -> bool:
    """Whether its speaker is named and what is reported opens with a quotation and is mostly one."""
    statement, text = said.statement, said.report.page.text
    name = short_name(said, holdings)
    if name == UNNAMED or name.partition(" ")[0].lower() in _POSSESSIVES:
        return False  # "its leader" says whose only beside the sentence before
    if statement.manner == "direct":
        return True
    words = " ".join(text[_words_start(text, span, holdings) : span.end] for span in statement.content)
    return words[:1] in _MARKS and 2 * sum(map(len, _BETWEEN.findall(words))) >= len(words)


def _words_start(text: str, span: Span, holdings: Holdings) -> int:
    """Where the words begin after a bullet or a label such as "Driving the news:"."""
    start = holdings.editing.label_end(text, span.start, span.end)
    while start < span.end and (text[start].isspace() or text[start] in BULLETS):
        start += 1
    return start


def _with_marks(text: str, span: Span) -> str:
    """The stretch, widened to the quotation marks that touch it, without the comma that the mark closes over."""
    start, end = span.start, span.end
    if start and text[start - 1] in _MARKS:
        start -= 1
    opening = text[start] if start < len(text) else ""
    closing = _MARKS.get(opening, "")
    if not closing:
        return " ".join(text[start:end].split()).rstrip(",")
    inner = text[start + 1 : end]
    has_mark = inner.rstrip().endswith(closing)
    inner = " ".join(inner.rstrip().removesuffix(closing).split()).removesuffix(",")
    closes = has_mark or text[end : end + 1] == closing or text[end : end + 2] == "," + closing
    inner = _evened(inner, opening)
    if closing in inner and not closes:
        return f"{opening}{inner}"
    return f"{opening}{inner}{closing}"


def _evened(inner: str, opening: str) -> str:
    """The words between two marks without a mark that opens a paragraph of one quotation going on: nothing closes it."""
    closing = _MARKS[opening]
    odd = inner.count(opening) % 2 if opening == closing else inner.count(opening) > inner.count(closing)
    return re.sub(rf"(?<=[.!?…]\s){re.escape(opening)}(?=\S)", "", inner, count=1) if odd else inner
