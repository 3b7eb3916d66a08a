"""What each article reports, as a table for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from copydesk.record import Event, Participant, Report, Span, Statement
from copydesk.write.leaves import row_of
from copydesk.write.sheet import shorten

WORDS = 76  # characters of content shown in a row


def write_report_table(reports: Sequence[Report]) -> str:
    """Each report with its article, statements, events, open questions and refusals; as many rows as the record has."""
    return "\n\n".join("\n".join(_report(report)) for report in reports) + "\n" if reports else "No report.\n"


def _report(report: Report) -> Iterator[str]:
    article = report.article
    yield report.key + (" (card)" if article and article.is_card else " (entry)" if article and article.entry_of else "")
    if report.page.translation_of:
        yield f"  translation of {report.page.translation_of}"
    if article:
        headline = report.page.text[article.headline.start : article.headline.end] if article.headline else "none found"
        yield f"  headline   {' '.join(headline.split())}"
        wire = f", wire {article.wire}" if article.wire else ""
        yield f"  outlet     {article.outlet or report.page.outlet or 'unknown'}{wire}"
        yield f"  created    {article.created or 'unknown'} ({article.created_basis})"
    else:
        yield "  no article was read"
    if report.statements:
        yield from _rows("statements", [_statement(report, one) for one in report.statements])
    if report.events:
        yield from _rows("events", [_event(report, one) for one in report.events])
    if report.questions:
        asked = [(str(row_of(report.page, q.span.start)), _words(report, q.span)) for q in report.questions]
        yield from _rows("questions", asked)
    if report.refusals:
        yield from _rows("refusals", [(one.stage, one.reason) for one in report.refusals])


def _rows(title: str, cells: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """A title with its count, then the cells in columns of even width."""
    yield f"  {title} ({len(cells)})"
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]) - 1)]
    for row in cells:
        yield "    " + "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])


def _statement(report: Report, statement: Statement) -> tuple[str, ...]:
    text = report.page.text
    speaker = statement.speaker.name if statement.speaker and statement.speaker.name else statement.speaker_kind
    said_on = statement.said_on.value if statement.said_on else ""
    content = " … ".join(" ".join(text[span.start : span.end].split()) for span in statement.content)
    return (
        str(row_of(report.page, statement.span.start)), shorten(speaker, 30), f"{statement.manner} {statement.act}",
        "" if statement.utterance == "made" else statement.utterance, said_on,
        _hands(statement), shorten(content, WORDS),
    )


def _hands(statement: Statement) -> str:
    """The hands the words passed through before the page itself, "" where there are none."""
    return " ".join(f"> {relay.name}" for relay in statement.relays[:-1])


def _event(report: Report, event: Event) -> tuple[str, ...]:
    category = event.category + "".join(f"-{mode}" for mode in event.modes)
    parties = f"{_names(event.actors)} → {_names(event.recipients)}"
    trigger = report.page.text[event.trigger.start : event.trigger.end]
    return (
        str(row_of(report.page, event.span.start)), category, event.status, event.date.value if event.date else "",
        shorten(parties, 60), f"“{trigger}”",
    )


def _names(participants: Iterable[Participant]) -> str:
    return ", ".join(f"{one.name or '?'}{f' [{one.country}]' if one.country else ''}" for one in participants) or "–"


def _words(report: Report, span: Span) -> str:
    return " ".join(report.page.text[span.start : span.end].split())
