"""Who said what: statements under their speakers, with the chain to the page; as a table, CSV and JSON Lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from copydesk.record import Fit, Quote, Quotes, Ref, Report, Span
from copydesk.record.codec import write_json_lines
from copydesk.write.columns import GAP, NARROWEST, count_columns, words_at, write_notes, write_row
from copydesk.write.delimited import write_delimited
from copydesk.write.leaves import row_of

_LINE, _OFFSETS, _MANNER, _ACT, _CERTAINTY, _SAID = 4, 11, 8, 21, 11, 18  # widths of columns; the page takes the rest
_NOTES = 6  # the indent of the words and their notes
COLUMNS = (
    "page", "line", "start", "end", "speaker", "entity_id", "speaker_kind", "role", "organisation", "country", "words",
    "manner", "act", "utterance", "polarity", "certainty", "hedges", "condition", "addressee", "venue", "chain", "said_on",
    "said_basis", "created", "outlet", "headline", "is_card", "nested_in", "id", "rule", "row", "fits",
)


def write_quotes_table(
    quotes: Quotes, reports: Sequence[Report], *, by: str | None = None, about: str | None = None, why: bool = False,
    width: int = 100,
) -> str:
    """A block a speaker, a row a statement with its words and chain below; whom the names asked for fit comes first.

    why: also the rule and row behind each statement, and how a name asked for fits. width: terminal columns to fit into.
    """
    lines: list[str] = []
    for side, name, fits in (("by", by, quotes.by), ("about", about, quotes.about)):
        if name is not None:
            lines += write_notes([_told_fits(side, name, fits)], indent=0, width=width)
    asked = by is not None or about is not None
    lines.append(f"statements: {len(quotes.chosen)}{f' of {quotes.total}' if asked else ''}")
    for speaker, said in _group(quotes.chosen).items():
        lines += ["", *_speaker(speaker, said, why=why, width=width)]
    unread = [report for report in reports if report.article is None]
    if unread:
        lines += ["", f"pages without an article: {len(unread)}"]
        lines += (line for report in unread for line in write_notes([_told_unread(report)], indent=2, width=width))
    return "\n".join(lines) + "\n"


def write_quotes_json(quotes: Quotes, reports: Iterable[Report]) -> str:
    """JSON Lines: a row of kind "statement" for each one chosen, then one of kind "unread" for each page without an article."""
    unread = (
        {"kind": "unread", "page": report.key, "refusals": report.refusals} for report in reports if report.article is None
    )
    return write_json_lines([*map(_row, quotes.chosen), *unread])


def write_quotes_csv(quotes: Quotes) -> str:
    """A row a statement under a row of names. Cells that a spreadsheet would run as a formula begin with an apostrophe."""
    return write_delimited(([row[name] for name in COLUMNS] for row in map(_flat, quotes.chosen)), header=COLUMNS)


def _told_fits(side: str, name: str, fits: Sequence[Fit]) -> str:
    if not fits:
        return f"{side} “{name}”: nobody on these pages"
    several = f" ({len(fits)} different)" if len(fits) > 1 else ""
    return f"{side} “{name}”{several}: " + ", ".join(f"{one.name} ({one.how})" for one in fits)


def _told_unread(report: Report) -> str:
    return f"{report.key}: {'; '.join(refusal.reason for refusal in report.refusals) or 'no article was read'}"


def _group(quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
    """Statements by speaker: those with an entity first, then words of the pages, then where nobody is named."""
    groups: dict[tuple[int, str], list[Quote]] = defaultdict(list)
    for quote in quotes:
        name = name_speaker(quote)
        if quote.speaker is not None:
            groups[0, name].append(quote)
        else:
            groups[(1, f"“{name}”") if name else (2, f"nobody named ({quote.statement.speaker_kind})")].append(quote)
    return {name: groups[rank, name] for rank, name in sorted(groups, key=lambda key: key[0])}


def name_speaker(quote: Quote) -> str:
    """What a speaker is called: the name of the fullest record, else the words of the page, "" where nobody is named."""
    speaker = quote.statement.speaker
    return quote.speaker.name if quote.speaker else " ".join((speaker.name or "").split()) if speaker else ""


def _speaker(name: str, said: Sequence[Quote], *, why: bool, width: int) -> Iterator[str]:
    one = said[0].statement
    entity = said[0].speaker
    role = next((_told_role(quote) for quote in said if quote.statement.role), "")
    country = entity.country if entity else one.country
    about = [one.speaker_kind if not name.endswith(")") else "", country or "", role]
    yield from write_notes([f"{name} · {' · '.join(filter(None, about))}".removesuffix(" · ")], indent=0, width=width)
    room = max(max(width, NARROWEST) - _LINE - _OFFSETS - _MANNER - _ACT - _CERTAINTY - _SAID - 6 * GAP - 2, 8)
    widths = (_LINE, _OFFSETS, _MANNER, _ACT, _CERTAINTY, _SAID, room)
    yield "  " + write_row(("line", "offsets", "manner", "act", "certainty", "said on", "page"), widths)
    for quote in said:
        yield "  " + write_row(_cells(quote, room), widths)
        yield from write_notes([tell_words(quote)], indent=_NOTES, width=width)
        yield from write_notes(_circumstances(quote), indent=_NOTES, width=width)
        if why:
            yield from write_notes(_reasons(quote), indent=_NOTES, width=width)


def _told_role(quote: Quote) -> str:
    role, of = quote.statement.role or "", quote.statement.organisation
    return " ".join(role.split()) + (f" ({of})" if of and of.lower() not in role.lower() else "")


def _cells(quote: Quote, room: int) -> tuple[str, ...]:
    one = quote.statement
    act = one.act if one.utterance == "made" else f"{one.act}, {one.utterance}"
    act += ", not" if one.polarity == "negative" and one.act not in ("denial", "refusal") else ""
    said = f"{one.said_on.value} {one.said_on.basis}" if one.said_on else "–"
    key = quote.report.key
    key = key if count_columns(key) <= room else "…" + key[1 - room :]
    line = str(row_of(quote.report.page, one.span.start)).rjust(_LINE)
    return line, f"{one.span.start}-{one.span.end}", one.manner, act, one.certainty, said, key


def tell_words(quote: Quote) -> str:
    """The page's own words, marks and all, on one line; stretches are parted by "…"."""
    return " … ".join(words_at(quote.report, span) for span in quote.statement.content)


def tell_chain(quote: Quote) -> str:
    """Who said it and each hand that passed it on, the page last: "Ilan Example > Reuters > The Example"."""
    one = quote.statement
    hands = [f"{hand.name}{' (inferred)' if hand.evidence == 'inferred' else ''}" for hand in one.relays]
    return " > ".join([name_speaker(quote) or "?", *hands])


def _circumstances(quote: Quote) -> Iterator[str]:
    """The chain, then what else is told: to whom, where, on what condition, how hedged, in whose words."""
    one, report = quote.statement, quote.report
    yield tell_chain(quote)
    yield f"to {one.addressee.name}" if one.addressee and one.addressee.name else ""
    yield f"at or in {one.venue.name}" if one.venue and one.venue.name else ""
    yield f"on condition “{words_at(report, one.condition)}”" if one.condition else ""
    yield f"hedged by {', '.join(f'“{hedge.word}”' for hedge in one.hedges)}" if one.hedges else ""
    outer = next((other for other in report.statements if other.id == one.nested_in), None)
    if outer:
        yield f"told in the words of line {row_of(report.page, outer.span.start)}, {outer.span.start}-{outer.span.end}"
    yield "on a card of another story" if report.article and report.article.is_card else ""


def _reasons(quote: Quote) -> Iterator[str]:
    one = quote.statement
    yield "rule " + "; ".join(f"{step.rule}{f', {step.row}' if step.row else ''}" for step in one.trace)
    yield f"cue “{words_at(quote.report, one.cue)}”" if one.cue else "no cue"
    yield from quote.fits


def _row(quote: Quote) -> dict[str, Any]:
    one, report, article = quote.statement, quote.report, quote.report.article
    return {
        "kind": "statement", "page": report.key, "page_id": report.page.id, "article_id": article.id if article else None,
        "headline": words_at(report, article.headline) if article and article.headline else None,
        "outlet": (article.outlet if article else None) or report.page.outlet, "created": article.created if article else None,
        "is_card": bool(article and article.is_card), "line": row_of(report.page, one.span.start), "id": one.id,
        "span": one.span, "content": [_words(report, span) for span in one.content], "cue": _words(report, one.cue),
        "speaker": name_speaker(quote) or None, "entity_id": quote.speaker.id if quote.speaker else None,
        "speaker_words": _words(report, one.speaker.span if one.speaker else None), "speaker_kind": one.speaker_kind,
        "role": one.role, "organisation": one.organisation, "country": one.country, "addressee": _ref(report, one.addressee),
        "venue": _ref(report, one.venue), "manner": one.manner, "act": one.act, "utterance": one.utterance,
        "polarity": one.polarity, "certainty": one.certainty, "hedges": one.hedges, "condition": _words(report, one.condition),
        "relays": one.relays, "chain": tell_chain(quote), "said_on": one.said_on, "nested_in": one.nested_in,
        "trace": one.trace, "fits": quote.fits,
    }


def _words(report: Report, span: Span | None) -> dict[str, Any] | None:
    return {"span": span, "words": report.page.text[span.start : span.end]} if span else None


def _ref(report: Report, ref: Ref | None) -> dict[str, Any] | None:
    return {"name": ref.name, "entity_id": ref.entity_id, **(_words(report, ref.span) or {})} if ref else None


def _flat(quote: Quote) -> dict[str, Any]:
    """The row of a statement with one value a column."""
    one, row = quote.statement, _row(quote)
    return {
        **row, "start": one.span.start, "end": one.span.end,
        "words": " … ".join(part["words"] for part in row["content"]), "hedges": "; ".join(hedge.word for hedge in one.hedges),
        "condition": row["condition"]["words"] if row["condition"] else None,
        "addressee": one.addressee.name if one.addressee else None, "venue": one.venue.name if one.venue else None,
        "said_on": one.said_on.value if one.said_on else None, "said_basis": one.said_on.basis if one.said_on else None,
        "rule": "; ".join(step.rule for step in one.trace), "row": "; ".join(step.row for step in one.trace if step.row),
        "fits": "; ".join(quote.fits),
    }
