"""Drafts to records: speaker, manner, act, certainty, relays."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.attribute.speakers import phrase
from copydesk.lexicon import World
from copydesk.record import (
    Article,
    Entity,
    Mention,
    Page,
    Question,
    Ref,
    Relay,
    Span,
    Statement,
    TimeExpression,
    TraceStep,
)
from copydesk.record.ids import derive_id


def finish_statements(  # noqa: PLR0913
    passage: Passage, drafts: list[Draft], *, page: Page, article: Article, times: tuple[TimeExpression, ...],
    entities: tuple[Entity, ...], mentions: tuple[Mention, ...], world: World,
) -> tuple[tuple[Statement, ...], tuple[Question, ...]]:
    """Statements in page order, and the questions they leave open."""
    statements = []
    for draft in drafts:
        speaker = None
        if draft.speaker is not None:
            start, end = phrase(passage, draft.speaker)
            speaker = Ref(span=Span(start=start, end=end), entity_id=None, name=page.text[start:end])
        pieces = [*draft.content, *([draft.cue] if draft.cue else [])]
        whole = Span(start=min(s for s, _ in pieces), end=max(e for _, e in pieces))
        row = draft.row
        statements.append(Statement(
            id=derive_id("statement", article.id, *draft.content, draft.cue), span=whole,
            content=tuple(Span(start=s, end=e) for s, e in draft.content),
            cue=Span(start=draft.cue[0], end=draft.cue[1]) if draft.cue else None, speaker=speaker,
            speaker_kind="person" if speaker else "unspecified", role=None, organisation=None, country=None,
            addressee=None, venue=None, manner="direct" if draft.quotations else "indirect",
            act=(row and row.act) or "statement", utterance=(row and row.utterance) or "made",
            polarity=(row and row.polarity) or "positive", certainty=(row and row.certainty) or "unspecified",
            hedges=(), condition=None,
            relays=(Relay(name=article.outlet or "this page", kind="page", evidence="explicit", span=None),),
            said_on=None, nested_in=None,
            trace=(TraceStep(stage="statements", rule=draft.rule, row=row.row if row else None),),
        ))
    return tuple(statements), ()
