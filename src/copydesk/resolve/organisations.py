"""Organisations and states: known ones, a ministry without its state, acronyms, capitals that stand for governments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.language.tree import is_relation
from copydesk.lexicon.outlets import Outlet
from copydesk.lexicon.register import Actor, Institution
from copydesk.lexicon.states import StateHit
from copydesk.record import EntityKind, Page, Reading
from copydesk.resolve.cast import Cast, Member
from copydesk.resolve.spots import Spot

ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?['\"“]?([A-Z][A-Za-z&-]{1,9})['\"”]?\s*\)")
NAMED_KINDS: dict[str, EntityKind] = {
    "organisation": "organisation", "group": "group", "event": "event", "document": "document", "weapon": "weapon",
    "facility": "facility", "outlet": "outlet",
}  # fmt: skip
DASHES = ("—", "–", "-", "--")  # after a town that opens an article
PLACES_AT = ("in", "at", "near", "from", "to", "into", "around", "outside", "inside", "across", "toward", "towards")


_Resolved = tuple[Member | None, str, str, str | None]  # member, basis, rule, lexicon row; rule "" for another file
NOT_HERE: _Resolved = (None, "", "", None)


def resolve_organisations(page: Page, reading: Reading, spots: Sequence[Spot], cast: Cast) -> None:
    """Mentions of states, nationals, actors, institutions, outlets and other named things, in page order."""
    bodies = _Bodies(page, reading, spots, cast)
    for spot in spots:
        member, basis, rule, row = bodies.resolve(spot)
        if rule:
            if member is not None:
                member.call(page.text[spot.start : spot.end])
            cast.mention(member, (spot.first, spot.last), spot.span, basis=basis, rule=rule, row=row)


class _Bodies:
    """One article's organisations: acronyms explained in it, and whose each institution was last."""

    def __init__(self, page: Page, reading: Reading, spots: Sequence[Spot], cast: Cast) -> None:
        self.page, self.reading, self.cast = page, reading, cast
        self.shorts = _acronyms(page, spots)
        self.last_country: dict[str, str] = {}

    def resolve(self, spot: Spot) -> _Resolved:
        """Who a spot names; NOT_HERE for persons and places."""
        known, cast = spot.known, self.cast
        if isinstance(known, Institution) and spot.country:
            self.last_country[known.id] = spot.country
            member = cast.institution(known, spot.country)
            return member, "alias", "institution of a state", f"institutions.tsv:{known.id}"
        if isinstance(known, Actor):
            return cast.actor(known), "alias", "registered actor", f"register.tsv:{known.id}"
        if isinstance(known, Outlet):
            return cast.outlet(known), "alias", "listed outlet", f"outlets:{known.name}"
        if isinstance(known, StateHit):
            return _state(self.reading, spot, known, cast)
        return self._named(spot) if spot.kind in NAMED_KINDS else NOT_HERE

    def _named(self, spot: Spot) -> _Resolved:
        words = self.page.text[spot.start : spot.end]
        institution = self.cast.world.register.find_institution(words)
        if institution is not None:
            row, country = f"institutions.tsv:{institution.id}", self.last_country.get(institution.id)
            if country:
                member = self.cast.institution(institution, country)
                return member, "description", "the institution named before", row
            return None, "description", "an institution of no stated state", row
        long = self.shorts.get(words)
        if long is not None and long is not spot:
            explained = self._as_it_stands(long)
            return explained[0], "alias", "acronym explained in the article", explained[3]
        return self._as_it_stands(spot)

    def _as_it_stands(self, spot: Spot) -> _Resolved:
        if isinstance(spot.known, Actor):
            return self.cast.actor(spot.known), "alias", "registered actor", f"register.tsv:{spot.known.id}"
        member = self.cast.named(NAMED_KINDS.get(spot.kind, "organisation"), self.page.text[spot.start : spot.end])
        inside = next((place.known for place in spot.inside if isinstance(place.known, StateHit)), None)
        if inside is not None and member.kind in ("organisation", "facility"):
            member.learn(country=inside.country)
        return member, "name", "name the reader found", None


def _state(reading: Reading, spot: Spot, hit: StateHit, cast: Cast) -> _Resolved:
    row = f"states.tsv:{hit.country}"
    if hit.kind == "name":
        return cast.state(hit.country), "alias", "state name", row
    if hit.kind == "demonym":
        if is_nationals(reading, spot):
            return cast.people(hit.country), "alias", "nationals", row
        return cast.state(hit.country), "alias", "demonym", row
    if hit.kind == "metonym" or stands_for_government(reading, spot, cast):
        return cast.state(hit.country), "metonym", f"{hit.kind} for government", row
    return NOT_HERE


def is_nationals(reading: Reading, spot: Spot) -> bool:
    """Whether a nationality word stands for people: "Russians", "the French", not "French troops"."""
    token = reading.tokens[spot.last - 1]
    return token.tag in ("NOUN", "PROPN") and not is_relation(token, ("compound", "amod", "nmod:desc", "flat", "nmod:poss"))


def stands_for_government(reading: Reading, spot: Spot, cast: Cast) -> bool:
    """Whether a capital acts: subject of what only governments do, owner of a policy, or "between A and B"."""
    is_dateline = any(token.text in DASHES for token in reading.tokens[spot.last : spot.last + 1])
    return not is_dateline and _acts_as_government(reading, spot.last - 1, cast)


def _acts_as_government(reading: Reading, index: int, cast: Cast) -> bool:
    token = reading.tokens[index]
    while is_relation(token, ("conj",)) and reading.tokens[token.head].tag == "PROPN":
        index = token.head
        token = reading.tokens[index]
    above = reading.tokens[token.head]
    if token.relation == "nsubj":
        return above.lemma.lower() in cast.world.titles.verbs
    if token.relation == "obj":
        return above.lemma.lower() in cast.world.titles.verbs_on
    if is_relation(token, ("nmod:poss",)):
        return above.lemma.lower() in cast.world.titles.nouns
    if is_relation(token, ("nmod", "obl")):
        cases = [reading.tokens[child].text.lower() for child in reading.children[index]]
        if any(case in PLACES_AT for case in cases):
            return False
        return any(case in ("between", "with", "against", "by") for case in cases) and (
            above.lemma.lower() in cast.world.titles.nouns or above.lemma.lower() in cast.world.titles.verbs
        )
    return False


def _acronyms(page: Page, spots: Sequence[Spot]) -> dict[str, Spot]:
    """Acronyms explained in parentheses after the long name: "Organisation X (OX)"."""
    shorts: dict[str, Spot] = {}
    for spot in spots:
        found = ACRONYM.match(page.text, spot.end) if spot.kind in ("organisation", "actor", "group") else None
        if found and _abbreviates(found.group(1), page.text[spot.start : spot.end]):
            shorts.setdefault(found.group(1), spot)
    return shorts


def _abbreviates(short: str, long: str) -> bool:
    letters = iter(long.lower())
    return all(letter in letters for letter in short.lower() if letter.isalpha())
