"""Who speaks, named for a reader, the words said as they stand on the page, and the hands they passed through."""

from __future__ import annotations

from copydesk.edit.holdings import Holdings, Said
from copydesk.lexicon.days import read_day, write_day
from copydesk.record import Entity, Span, Statement

_MARKS = {'"': '"', "“": "”", "«": "»", "‘": "’"}
_CHAINS = 3  # chains a line shows before it says how many more there are


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
    speaker = statement.speaker
    if speaker and speaker.name:
        return speaker.name
    if speaker and speaker.span:
        return said.report.page.text[speaker.span.start : speaker.span.end]
    return statement.organisation or "Unnamed speaker"


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


def quote(said: Said) -> str:
    """What was said, verbatim, its quotation marks as on the page; separate stretches are joined by " ... "."""
    text = said.report.page.text
    parts = [_with_marks(text, span) for span in said.statement.content]
    return " ... ".join(part for part in parts if part)


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
    if closing in inner and not closes:
        return f"{opening}{inner}"
    return f"{opening}{inner}{closing}"


def write_chain(said: Said, holdings: Holdings) -> str:
    """"Interior Ministry > state television > Selmouth Mirror": from who speaks to the page that was read."""
    article = said.report.article
    label = holdings.label(article.id) if article else "page"
    hands = [short_name(said, holdings)]
    for relay in said.statement.relays[:-1] if _ends_in_page(said.statement) else said.statement.relays:
        if relay.name and relay.name != hands[-1]:
            hands.append(relay.name + (" (inferred)" if relay.evidence == "inferred" else ""))
    if hands[-1] != label:
        hands.append(label)
    return " > ".join(hands)


def _ends_in_page(statement: Statement) -> bool:
    return bool(statement.relays) and statement.relays[-1].kind in ("page", "outlet")


def write_chains(statements: tuple[Said, ...], holdings: Holdings) -> str:
    """The chains of one thing said, each once, where any of them passes through a hand between speaker and page."""
    chains = list(dict.fromkeys(write_chain(said, holdings) for said in statements))
    if not any(chain.count(" > ") > 1 for chain in chains):
        return ""
    chains.sort(key=lambda chain: -chain.count(" > "))
    more = f"; {len(chains) - _CHAINS} more" if len(chains) > _CHAINS else ""
    return "; ".join(chains[:_CHAINS]) + more
