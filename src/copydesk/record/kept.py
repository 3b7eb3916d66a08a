"""What a ledger tells of itself: its stories, what was found in it, what people judged, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

FoundKind = Literal["article", "statement", "quote", "event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story of the ledger as a list shows it. as_of: its newest day. edition: number of its latest edition, from 1.

    articles, outlets, origins: counts of that edition. ended_at: None where it goes on; merged_into: the story it is part
    of. fingerprint: of all that its latest edition was made from.
    """

    id: str
    title: str
    as_of: str | None
    edition: int
    articles: int
    outlets: int
    origins: int
    fingerprint: str
    opened_at: str
    changed_at: str
    ended_at: str | None
    merged_into: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionChange:
    """One thing that an edition of a story has otherwise than the one before. words: on that page, None where it has none.

    kind: new_article, gone_article, new_claim, gone_claim, new_origin, changed_standing, changed_number, new_expectation,
    settled_expectation, answered_question. recorded_at: when the edition was made.
    """

    story_id: str
    edition: int
    recorded_at: str
    kind: str
    gist: str
    before: str | None
    after: str | None
    page_id: str | None
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judgement. kind: a correction, merge, split, star, tag, note, grade, reviewed, undo. cells: what it says.

    told: the same in words. story_id, page_id: what it is about, None where that is neither. happened_at: when it was
    judged; recorded_at: when it was written down; both ISO 8601. undoes: id of the one that it takes back.
    """

    id: str
    kind: str
    cells: Mapping[str, Any]
    told: str
    story_id: str | None = None
    page_id: str | None = None
    by: str
    why: str | None = None
    happened_at: str
    recorded_at: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened. what, kind, id: for example "superseded", "page", its id; other: by which page.

    number: grows with each; recorded_at: ISO 8601 in UTC. What was removed, merged or ended has a row like all else.
    """

    number: int
    recorded_at: str
    what: str
    kind: str
    id: str
    other: str | None
    told: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing found. words: the page's own, at [start, stop) from `line` on. superseded: a newer page stands there now.

    kind: article, statement, quote (a statement in its speaker's own words) or event; id: of the statement or event, None
    for an article. who: the speaker, or the actors. what: the act of speech, or the category. day: ISO 8601 or None.
    """

    kind: FoundKind
    id: str | None
    article_id: str
    page_id: str
    key: str
    url: str | None
    outlet: str | None
    created: str | None
    headline: str | None
    story_id: str | None
    story: str | None
    words: str
    start: int
    stop: int
    line: int
    who: str | None
    what: str | None
    day: str | None
    superseded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found, the likeliest first. total: how many there are before a limit; earlier: how many more stand on pages
    that were superseded; undated: how many were passed over because their article's day is not known (with `since`).
    """

    found: tuple[Found, ...]
    total: int
    earlier: int
    undated: int
