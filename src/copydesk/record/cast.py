"""Who a story speaks of: each person, body and place once, with every mention on every page and what joined them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from copydesk.record.entity import Entity, Mention

MergeBasis = Literal["name", "surname", "spelling", "one id", "in the article", "kept apart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A mention and where it stands. key: of the report; page_id, article_id: of its page and article."""

    key: str
    page_id: str
    article_id: str
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Entities or words taken for one, or kept apart though alike. contested: somebody may well see it otherwise.

    basis: "name" (one full name or alias), "surname" (a surname that only one person of the story bears, or one of that
    office), "spelling" (names that sound alike, with one office), "one id" (the same name on several pages), "in the
    article" (words of one page), "kept apart" (alike and not joined). key: of the
    report whose page holds what was joined, "" where it is about several. where: the mention in question, None where it
    is about whole entities. undo: the row of a corrections file that decides it otherwise, None where nobody would.
    """

    names: tuple[str, ...]
    entity_ids: tuple[str, ...]
    basis: MergeBasis
    contested: bool
    why: str
    key: str = ""
    where: Appearance | None = None
    undo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CastMember:
    """One entity of a story. entity: its fullest record, with the names and roles of all; entity_ids: all it is made of."""

    entity: Entity
    entity_ids: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    merges: tuple[Merge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCast:
    """Everybody that the articles of one story name. unnamed: words that refer to somebody whom nobody could name."""

    title: str
    keys: tuple[str, ...]
    members: tuple[CastMember, ...]
    unnamed: tuple[Appearance, ...]
    kept_apart: tuple[Merge, ...]
