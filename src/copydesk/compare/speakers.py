"""What a speaker's name and description say about whom he stands for: country, body, role."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.compare.identities import Identities, plain_name
from copydesk.lexicon import World
from copydesk.record import Entity, Page, Statement

_LONGEST = 3  # words in a state's name ("United Arab Emirates")
_GOVERNING = ("GOV", "MIL")  # PLOVER sectors
_PRONOUNS = ("he", "she", "it", "they")
_OFFICES = {"minister": "ministry", "ministers": "ministry", "ministries": "ministry"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A statement's speaker. body: plain words of the organisation he speaks for; role: those of his office or trade.

    is_named: there is a proper name, not a description alone ("its owner"). holds_office: a minister, who speaks for
    himself. is_government: part of a state's government. is_paper: a document whose writer is not named. is_state: a
    state itself speaks.
    """

    name: str
    entity: Entity | None
    key: str
    country: str | None
    body: frozenset[str]
    body_name: str
    role: frozenset[str]
    holds_office: bool
    is_named: bool
    is_government: bool
    is_paper: bool
    is_state: bool


def read_speaker(statement: Statement, page: Page, identities: Identities, world: World) -> Speaker | None:
    """The speaker of a statement, None where there is none or the words name nobody ("media reports", "he")."""
    if statement.speaker is None:
        return None
    entity = identities.entity_of(statement.speaker.entity_id)
    span = statement.speaker.span
    words = " ".join(page.text[span.start : span.end].split()) if span else statement.speaker.name or ""
    name = entity.name if entity is not None else statement.speaker.name or words
    if entity is None and _is_nobody(name, world):
        return None
    country, rest = split_state(name, world)
    described, description = split_state(words.replace(name, " "), world)
    own = {*name.lower().split(), *_PRONOUNS}
    title = " ".join(word for word in description if word.lower() not in own) or statement.role or ""
    body_name, role = _read_office(title, world), plain_words(_without_article(title).split()) | _known_offices(entity)
    body = plain_words(body_name.split())
    if statement.organisation:
        of_body, named_body = split_state(statement.organisation, world)
        stated = plain_words(named_body)
        country = country or of_body
        if not stated or not stated <= body:
            body, body_name = stated, statement.organisation if stated else ""
    elif statement.speaker_kind != "person":
        body = plain_words([word for word in rest if not _is_paper(word, world)])
    return Speaker(
        name=name, entity=entity, key=identities.key_of(statement.speaker.entity_id) or f"name:{plain_name(name)}",
        country=statement.country or (entity.country if entity else None) or country or described,
        body=body, body_name=body_name, role=role,
        holds_office=any(word.lower() in _OFFICES for word in title.split()),
        is_named=entity is not None or any(word[:1].isupper() for word in _without_article(name).split()),
        is_government=(entity is not None and entity.sector in _GOVERNING) or world.wording.find_signal(
            "government", f"{words} {name} {statement.role or ''} {statement.organisation or ''}"
        ) is not None,
        is_paper=statement.speaker_kind != "person" and bool(rest) and not body,
        is_state=not rest and (entity is None or entity.kind in ("state", "place")),
    )


def split_state(words: str, world: World) -> tuple[str | None, list[str]]:
    """The state that words name or are an adjective of, alpha-3, and the other words: "the Russian army" -> RUS, army."""
    left = _without_article(words).replace("’", "'").split()
    for width in range(min(_LONGEST, len(left)), 0, -1):
        for place in range(len(left) - width + 1):
            hit = world.states.find(" ".join(left[place : place + width]))
            if hit is not None:
                return hit.country, left[:place] + left[place + width :]
    return None, left


def plain_words(words: list[str]) -> frozenset[str]:
    """Words for matching: plain, and an office as its body ("minister" is ministry)."""
    return frozenset(_OFFICES.get(word, word) for word in plain_name(" ".join(words)).split())


def _read_office(title: str, world: World) -> str:
    """The body in somebody's title, "" where there is none: "interior ministry spokesman" speaks for the ministry.

    A comma parts two titles: in "their commander, Captain" neither names a body.
    """
    return next(filter(None, (_read_one_office(part.strip(), world) for part in title.split(","))), "")


def _read_one_office(title: str, world: World) -> str:
    if world.wording.find_signal("body", title) is None:
        return ""
    words = _without_article(title).split()
    office = next((n for n, word in enumerate(words) if n and word.lower() not in _OFFICES and _is_office(word, world)), 0)
    words = words[:office] or words  # what follows is a rank: "coast guard chief Admiral"
    kept = [word for word in words if word.lower() in _OFFICES or world.wording.find_signal("body", word) is None]
    named = " ".join(kept[1:] if kept and kept[0].lower() in ("of", "for", "at") else kept)
    return named if split_state(named, world)[1] else ""  # "a Ruritanian officer" names no body


def _is_office(word: str, world: World) -> bool:
    return world.wording.find_signal("body", word) is not None


def _known_offices(entity: Entity | None) -> frozenset[str]:
    """Words of the offices an entity is known to hold on any page, of a person only."""
    if entity is None or entity.kind != "person":
        return frozenset()
    return frozenset().union(*(plain_words(f"{one.office} {one.organisation or ''}".split()) for one in entity.roles))


def _is_paper(word: str, world: World) -> bool:
    """Whether a word means a document: it stands for whoever wrote it."""
    found = world.wording.find_signal("document", word)
    return found is not None and found.group() == word


def _is_nobody(name: str, world: World) -> bool:
    found = world.wording.find_signal("nobody", name)
    return found is not None and found.group().lower() == _without_article(name).lower().strip()


def _without_article(name: str) -> str:
    first, _, rest = name.strip().partition(" ")
    return rest if rest and first.lower() in ("a", "an", "the", "one", "some", "its", "his", "her", "their", "our") else name
