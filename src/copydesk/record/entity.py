"""People, states, organisations, places, times and quantities that a report speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from copydesk.record.span import Span, Trace

EntityKind = Literal[
    "person", "state", "organisation", "armed_group", "group", "place", "facility", "event", "document", "outlet",
    "weapon",
]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceLevel = Literal["region_of_world", "country", "admin1", "admin2", "city", "district", "facility", "feature"]


class Role(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """An office held. from_, until: ISO 8601 prefixes or None. In JSON the first is called "from", no name in Python."""

    office: str
    organisation: str | None
    from_: str | None
    until: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something of the world. country: ISO 3166 alpha-3 or PLOVER's own; sector: PLOVER primary sector."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    country: str | None
    sector: str | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that refer to an entity, or to one nobody could name (entity_id None).

    basis: alias, office@2022-02-15, apposition, pronoun, description, metonym, name.
    """

    span: Span
    entity_id: str | None
    basis: str
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time said on the page. type, value: TIMEX3. begin, end: calendar interval, both ends included, ISO 8601.

    anchor: the ISO date it was read against, None where it needs none. begin, end are None where no calendar
    interval follows (a duration, a vague reference, an unknown creation day).
    """

    span: Span
    type: TimeType
    value: str
    begin: str | None
    end: str | None
    anchor: str | None
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place named on the page. latitude, longitude: degrees WGS 84, None where it has no entry.

    country: alpha-3. gazetteer_id: GeoNames id as text. metonym_for: entity id of the government it stands for.
    """

    span: Span
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    level: PlaceLevel | None
    gazetteer_id: str | None
    metonym_for: str | None
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit ("troops", "killed", "km"); "more than 12,000": low 12000, high None.

    low, high: closed bounds in the unit, None where open. qualifier: the words that bound it, None where exact.
    """

    span: Span
    unit: str
    low: float | None
    high: float | None
    qualifier: str | None
