"""Who is said to know a thing: the root at the far end of a chain of relays, and when two roots must count as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from copydesk.compare.identities import Identities, plain_name
from copydesk.compare.outlets import family_of
from copydesk.lexicon import World
from copydesk.record import Article, Page, Span, Statement

VoiceKind = Literal["person", "body", "state", "anonymous", "outlet", "witness", "own", "unstated"]
COUNTED: frozenset[VoiceKind] = frozenset({"person", "body", "state", "anonymous", "outlet", "witness"})


@dataclass(frozen=True, slots=True)
class Voice:
    """The root of one chain. kind: witness is an outlet that saw it itself, outlet one that is only said to report it.

    key: the same for the same root. body: plain name of the organisation it speaks for. told_many: at a briefing.
    """

    kind: VoiceKind
    key: str
    name: str
    country: str | None = None
    body: frozenset[str] = frozenset()
    entity: str | None = None
    told_many: bool = False


OWN = Voice("own", "own", "own voice")
UNSTATED = Voice("unstated", "unstated", "unstated")


def read_voice(statement: Statement, page: Page, identities: Identities, world: World) -> Voice:
    """The root of a statement's chain: its speaker, or the first relay where nobody is named, or nobody (`UNSTATED`)."""
    if statement.speaker is None or statement.speaker_kind == "unspecified":
        return _first_relay(statement, world)
    entity = identities.entity_of(statement.speaker.entity_id)
    name = _name(statement, page) if entity is None else entity.name
    country = statement.country or (entity.country if entity else None)
    if statement.speaker_kind == "outlet" or (entity is not None and entity.kind == "outlet"):
        return Voice("outlet", f"outlet:{family_of(name, world)}", name)
    if statement.speaker_kind in ("anonymous", "experts", "group") and not _is_person(statement, entity):
        return _anonymous(statement, page, name, country, world)
    key = identities.key_of(statement.speaker.entity_id) or f"name:{plain_name(name)}"
    body = frozenset(plain_name(statement.organisation).split()) if statement.organisation else frozenset()
    if statement.speaker_kind == "person":
        kind: VoiceKind = "body" if body and _speaks_for_body(statement, world) else "person"
        return Voice(kind, key, statement.organisation or name if kind == "body" else name, country, body, key)
    if statement.speaker_kind == "state" and (entity is None or entity.kind == "state"):
        return Voice("state", key, name, country, body, key)
    return Voice("body", key, statement.organisation or name, country, body or frozenset(plain_name(name).split()), key)


def read_witness(article: Article, span: Span, page: Page, world: World) -> Voice:
    """The voice of a sentence nobody is quoted for: the outlet where it saw or obtained the thing itself, else OWN."""
    if world.wording.find_signal("first_hand", page.text[span.start : span.end]) is None:
        return OWN
    outlet = article.wire or article.outlet or article.id
    return Voice("witness", f"outlet:{family_of(outlet, world)}", f"{article.wire or article.outlet or 'unnamed outlet'}")


def is_same_root(one: Voice, other: Voice) -> bool:
    """Whether two roots count as one. Where it cannot be known they are one: independence is never invented.

    One person; one organisation under a longer and a shorter name; a state and a body of it; an unnamed source and a
    named one of the same body; two unnamed sources of like description; two that both heard one briefing.
    """
    if one.key == other.key:
        return True
    if {one.kind, other.kind} & {"outlet", "witness"}:
        return False
    if one.country and other.country and one.country != other.country:
        return False
    if "anonymous" in (one.kind, other.kind):
        return _may_be_one(one, other)
    if "state" in (one.kind, other.kind):
        return bool(one.country and one.country == other.country)
    if one.kind == other.kind == "person":
        return False
    return bool(one.body and other.body) and (one.body <= other.body or other.body <= one.body)


def merge_roots(voices: Iterable[Voice]) -> tuple[tuple[Voice, ...], ...]:
    """Voices grouped into roots, the counted kinds only; each group and the groups in a fixed order.

    An outlet that only relays adds nothing beside a root that is named: what it rests on may be the same.
    """
    groups: list[list[Voice]] = []
    for voice in sorted({voice for voice in voices if voice.kind in COUNTED}, key=_order):
        matching = [group for group in groups if any(is_same_root(voice, known) for known in group)]
        merged = [voice, *(known for group in matching for known in group)]
        groups = [group for group in groups if group not in matching] + [merged]
    if any(voice.kind != "outlet" for group in groups for voice in group):
        groups = [group for group in groups if any(voice.kind != "outlet" for voice in group)]
    return tuple(tuple(sorted(group, key=_order)) for group in sorted(groups, key=lambda group: min(map(_order, group))))


def name_of(root: tuple[Voice, ...]) -> str:
    """What a reader calls a root: the most telling of its names (a body or person before "unnamed official")."""
    rank = {"body": 0, "person": 1, "state": 2, "witness": 3, "outlet": 4, "anonymous": 5}
    return min(root, key=lambda voice: (rank[voice.kind], -len(voice.name), voice.name)).name


def _order(voice: Voice) -> tuple[str, str, str]:
    return (voice.key, voice.kind, voice.name)


def _is_person(statement: Statement, entity: object | None) -> bool:
    return statement.speaker_kind == "group" and entity is not None


def _name(statement: Statement, page: Page) -> str:
    speaker = statement.speaker
    if speaker is None:
        return ""
    if speaker.name:
        return speaker.name
    return " ".join(page.text[speaker.span.start : speaker.span.end].split()) if speaker.span else "unnamed"


def _first_relay(statement: Statement, world: World) -> Voice:
    for relay in statement.relays[:-1]:
        if relay.kind in ("outlet", "wire"):
            return Voice("outlet", f"outlet:{family_of(relay.name, world)}", relay.name)
        if relay.kind in ("document", "person", "organisation"):
            return Voice("body", f"name:{plain_name(relay.name)}", relay.name, None, frozenset(plain_name(relay.name).split()))
    return UNSTATED


def _anonymous(statement: Statement, page: Page, name: str, country: str | None, world: World) -> Voice:
    body = frozenset(plain_name(statement.organisation).split()) if statement.organisation else frozenset()
    description = world.wording.key_of(name)
    around = page.text[statement.span.start : statement.span.end]
    return Voice(
        "anonymous", f"unnamed:{country or ''}:{description}", f"unnamed {_without_article(name)}", country, body,
        told_many=world.wording.find_signal("briefing", around) is not None,
    )


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in ("a", "an", "the", "one", "some") and rest else name


def _speaks_for_body(statement: Statement, world: World) -> bool:
    return statement.role is None or world.wording.find_signal("body", statement.role) is not None


def _may_be_one(one: Voice, other: Voice) -> bool:
    if one.kind == other.kind:
        words, more = set(one.key.split(":")[-1].split()), set(other.key.split(":")[-1].split())
        return bool(words & more) or (one.told_many and other.told_many)
    named = one if other.kind == "anonymous" else other
    unnamed = other if named is one else one
    if unnamed.body:
        return bool(named.body) and (unnamed.body <= named.body or named.body <= unnamed.body)
    return bool(unnamed.country and unnamed.country == named.country and named.kind in ("body", "state"))
