"""Coded events of a story, each once however many articles tell it: what a table of events shows a row of."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.record.event import Event
from copydesk.record.page import Page
from copydesk.record.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One place where an article tells an event. key: of its report; sentence: the whole sentence around the trigger.

    created: the article's creation time, ISO 8601 prefix or None. speaker: who the page names for it, None in own voice.
    is_lead: it stands in the headline, the standfirst or the first paragraph.
    """

    key: str
    page: Page
    article_id: str
    outlet: str
    created: str | None
    headline: str | None
    sentence: Span
    event: Event
    speaker: str | None
    is_lead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """One event with every mention of it, the one it is coded from first. story_id: None for an article without a story.

    origins: roots that its claims are traced to; own_voice: ids of articles that tell it without saying how they know.
    why: for each mention after the first, what joined it.
    """

    id: str
    story_id: str | None
    story: str
    mentions: tuple[EventMention, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    own_voice: tuple[str, ...]
    why: tuple[str, ...]

    @property
    def event(self) -> Event:
        """The coding that stands for all mentions."""
        return self.mentions[0].event

    @property
    def first(self) -> EventMention:
        """The mention it is coded from."""
        return self.mentions[0]
