"""Who an actor's words stand for: its country and sectors, from names, offices, demonyms and agent words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from copydesk.events.named import Named, find_named
from copydesk.events.whose import find_place, find_ruler, find_state
from copydesk.lexicon import World
from copydesk.lexicon.agents import FORMER, VAGUE, Agent
from copydesk.lexicon.offices import OFFICIAL

Code = tuple[str | None, tuple[str, ...]]

_WORD = re.compile(r"[\w.&]+(?:[-'’][\w]+)*")
_CUT = frozenset((
    "in", "to", "from", "with", "at", "on", "against", "for", "near", "by", "who", "which", "that", "as", "after",
    "over", "into",
))
PLAIN = frozenset({"actor-by-name", "actor-by-state", "actor-by-word", "actor-by-place"})  # rules that only read one word
_STATES_OWN = OFFICIAL | {"PTY"}  # sectors of bodies that every state may have under one name
_OPPOSED = "opposition"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorCode:
    """Country, sectors and the rules that gave them, with the table row of a name: (rule, row or None)."""

    country: str | None = None
    sectors: tuple[str, ...] = ()
    rules: tuple[tuple[str, str | None], ...] = ()


def code_actor(phrase: str, world: World, day: str | None = None) -> Code:
    """Country and PLOVER sectors (primary first) of an actor's words: "Russian warplanes" is RUS, MIL.

    day: ISO 8601 prefix, for who held office then. Unknown parts are None and (). A pronoun is (None, ("UNK",)).
    """
    code = explain_actor(phrase, world, day)
    return code.country, code.sectors


@lru_cache(maxsize=65_536)
def explain_actor(phrase: str, world: World, day: str | None = None) -> ActorCode:
    """As `code_actor`, with the rules. Country: name, state before a party's name, state, ruler, agent word, place.

    Sectors: name, but the agent word beside it where it says more; a body's own where the agent word only serves in it.
    """
    words = [re.sub(r"(?:'s|’s|['’])$", "", word) for word in _WORD.findall(phrase)]
    if words and words[0].lower() in ("the", "a", "an", "some", "several"):
        words = words[1:]
    if not words:
        return ActorCode()
    head = _head_part(words)
    named = find_named(head, world, day)
    country, rule = _code_country(words, head, named, world, day)
    sectors, told = _code_sectors(words, head, named, world)
    if country is None and not sectors:
        return ActorCode()
    if not sectors and country:
        sectors = _bare_sectors(words, world)
    rules = tuple(step for step in (rule, told) if step is not None)
    return ActorCode(country=world.states.sovereign(country) if country else None, sectors=sectors, rules=rules)


def _head_part(words: list[str]) -> list[str]:
    """The words up to the first preposition but "of"; of "X of Y" only X where X says something."""
    for place, word in enumerate(words):
        if place and word.lower() in _CUT:
            return words[:place]
    return words


def _code_country(
    words: list[str], head: list[str], named: Named | None, world: World, day: str | None,
) -> tuple[str | None, tuple[str, str | None] | None]:
    """The country and the rule that gave it."""
    if named is not None and named.country is not None:
        owner = find_state(head[: named.first], world) if named.is_body else None
        if owner is not None and owner != named.country and named.sectors[:1] and named.sectors[0] in _STATES_OWN:
            return owner, ("actor-state-before-name", named.row)
        return named.country, ("actor-by-name", named.row)
    state = find_state(head, world) or find_state(words[len(head) :], world)
    if state is not None:
        return state, ("actor-by-state", None)
    ruler = find_ruler(head, world, day)
    if ruler is not None:
        return ruler[0], ("actor-by-ruler", ruler[1])
    agent = _find_agent(head, world)
    if agent is not None and agent.country is not None:
        return agent.country, ("actor-by-word", f"agents.tsv:{agent.words}")
    place = find_place(words, world, of_organisation=agent is not None)
    return place, ("actor-by-place", None) if place else None


def _code_sectors(
    words: list[str], head: list[str], named: Named | None, world: World,
) -> tuple[tuple[str, ...], tuple[str, str | None] | None]:
    """The sectors and, where a rule chose between words, its name."""
    rule: tuple[str, str | None] | None = None
    if named is not None:
        sectors = named.sectors
        others = head[: named.first] + head[named.end :]
        agent = _find_agent(others, world)
        if agent is not None and agent.sectors and agent.sectors not in (("CVL",), VAGUE):
            if sectors and sectors[0] not in OFFICIAL and _serves(others, world):
                rule = ("actor-body-before-member", named.row)
            else:
                sectors, rule = agent.sectors, ("actor-word-before-name", f"agents.tsv:{agent.words}")
    else:
        agent = _find_agent(head, world)
        sectors = agent.sectors if agent else ()
        body = _find_body(head, world) if agent is not None else None
        if body is not None:
            sectors, rule = body.sectors, ("actor-body-before-member", f"agents.tsv:{body.words}")
    is_former = any(word.lower() in FORMER or word.lower().startswith("ex-") for word in words)
    if is_former and sectors[:1] and sectors[0] in OFFICIAL:
        return ("ELI",), ("actor-former-is-ELI", None)
    if _OPPOSED in (word.lower() for word in head) and sectors and "OPP" not in sectors:
        sectors = (*sectors, "OPP")
    return sectors, rule


def _find_agent(words: list[str], world: World) -> Agent | None:
    return world.agents.find([word.lower() for word in words]) if words else None


def _serves(words: list[str], world: World) -> bool:
    """Whether the last word of a phrase, before "of", only says that somebody serves in a body: "official", "deputy chief"."""
    small = [word.lower() for word in words]
    end = small.index("of") if "of" in small else len(small)
    return end > 0 and world.actor_words.has("member", small[end - 1])


def _find_body(words: list[str], world: World) -> Agent | None:
    """The body in which the head of a phrase serves: "army" in "army spokesman", "league" in "president of the league"."""
    small = [word.lower() for word in words]
    if not _serves(words, world):
        return None
    if "of" in small:
        body = world.agents.find(small[small.index("of") + 1 :])
    else:
        body = world.agents.find(small[:-1])
        whole = world.agents.find(small)
        if whole is not None and " " in whole.words:
            return None  # the table has the two words as one: "opposition leader"
    useful = body is not None and body.sectors[:1] and body.sectors not in (VAGUE, ("CVL",), ("GOV",))
    return body if useful and body is not None and not world.actor_words.has("member", body.words) else None


def _bare_sectors(words: list[str], world: World) -> tuple[str, ...]:
    """A seat of government alone stands for the government; nationals alone are civilians; a state alone is neither."""
    hit = world.states.find(" ".join(words))
    if hit is not None and hit.kind in ("capital", "metonym"):
        return ("GOV",)
    last = world.states.find(words[-1])
    return ("CVL",) if last is not None and last.kind == "demonym" and words[-1].endswith("s") else ()
