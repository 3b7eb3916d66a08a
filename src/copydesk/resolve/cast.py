"""The cast of an article while it is read: entities under construction, and who was mentioned where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from copydesk.lexicon import World
from copydesk.lexicon.folding import fold_name
from copydesk.lexicon.outlets import Outlet
from copydesk.lexicon.register import Actor, Institution
from copydesk.lexicon.titles import Gender
from copydesk.record import Entity, EntityKind, Mention, Role, Span, TraceStep

STAGE = "mentions"
# Bodies in the table of offices, by the actors of the register whose offices they are.
OFFICE_BODIES = {
    "un": "UNO", "nato": "NATO", "eu": "EUR", "international-atomic-energy-agency": "IAEA", "world-health-organization": "WHO",
    "international-monetary-fund": "IMF", "european-central-bank": "ECB", "world-bank": "WB", "au": "AU",
    "world-trade-organization": "WTO", "arab-league": "ARL", "organization-of-american-states": "OAS",
    "organization-for-security-and-co-operation-in-europe": "OSCE", "asean": "ASEAN",
    "opec": "OPEC", "commonwealth-of-nations": "CWN", "council-of-europe": "COE",
    "gulf-cooperation-council": "GCC", "organisation-for-economic-co-operation-and-development": "OECD",
}


@dataclass(slots=True)
class Member:
    """One entity under construction. gender: of persons, None where unknown. duties: classes of the titles borne."""

    id: str
    kind: EntityKind
    name: str
    country: str | None = None
    sector: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    gender: Gender | None = None
    duties: set[str] = field(default_factory=set)

    def call(self, words: str) -> None:
        """Remember a name the article uses."""
        if words != self.name:
            self.aliases[words] = None

    def learn(self, *, country: str | None = None, sector: str | None = None, gender: Gender | None = None) -> None:
        """Fill what is still unknown; what is known stays."""
        self.country = self.country or country
        self.sector = self.sector or sector
        self.gender = self.gender or gender

    def take_role(self, role: Role) -> None:
        """Add a role unless it says nothing new: the same office of the same organisation, or of none named."""
        for place, old in enumerate(self.roles):
            if old.office.lower() == role.office.lower() and role.organisation in (None, old.organisation):
                return
            if old.office.lower() == role.office.lower() and old.organisation is None:
                self.roles[place] = role
                return
        self.roles.append(role)

    def record(self) -> Entity:
        """The finished record."""
        return Entity(
            id=self.id, kind=self.kind, name=self.name, aliases=tuple(self.aliases), country=self.country,
            sector=self.sector, roles=tuple(self.roles),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A mention under construction. first, last: its tokens; member None where nobody could be named."""

    first: int
    last: int
    member: Member | None
    mention: Mention


class Cast:
    """Members by id, in order of first mention, and the mentions made so far."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.members: dict[str, Member] = {}
        self.said: list[Said] = []

    def mention(
        self, member: Member | None, tokens: tuple[int, int], span: Span, *, basis: str, rule: str, row: str | None,
    ) -> None:
        """Note that the words of `span` (tokens first, last) refer to a member, on which basis and by which rule."""
        trace = (TraceStep(stage=STAGE, rule=rule, row=row),)
        mention = Mention(span=span, entity_id=member.id if member else None, basis=basis, trace=trace)
        self.said.append(Said(first=tokens[0], last=tokens[1], member=member, mention=mention))

    def at(self, first: int) -> Member | None:
        """Who is mentioned from token `first` on; None where nobody is."""
        return next((said.member for said in self.said if said.first == first), None)

    def state(self, code: str) -> Member:
        """The member for a state by alpha-3 code."""
        state = self.world.states.by_code(code)
        return self._member(f"state:{code}", "state", state.name if state else code, country=code)

    def people(self, code: str) -> Member:
        """The member for the nationals of a state: "Ukrainians"."""
        state = self.world.states.by_code(code)
        name = state.nouns[-1] if state and state.nouns else code
        return self._member(f"people:{code}", "group", name, country=code, sector="CVL")

    def actor(self, actor: Actor) -> Member:
        """The member for an actor of the register."""
        sector = actor.sectors[0] if actor.sectors else None
        return self._member(actor.entity_id, actor.kind, actor.name, country=actor.country, sector=sector)

    def institution(self, institution: Institution, country: str) -> Member:
        """The member for what a state has."""
        entity_id = institution.entity_id(country)
        listed = self.world.register.by_id(entity_id)
        if listed:
            return self.actor(listed)
        state = self.world.states.by_code(country)
        adjective = state.adjectives[0] if state and state.adjectives else country
        name = f"{adjective} {institution.name}"
        return self._member(entity_id, "organisation", name, country=country, sector=institution.sectors[0])

    def outlet(self, outlet: Outlet) -> Member:
        """The member for a news outlet."""
        entity_id = f"outlet:{slug(outlet.name)}"
        return self._member(entity_id, "outlet", outlet.name, country=outlet.country, sector="JRN")

    def named(self, kind: EntityKind, name: str) -> Member:
        """The member for something named that no table lists."""
        prefix = {"organisation": "org", "armed_group": "org", "place": "place"}.get(kind, kind)
        return self._member(f"{prefix}:{slug(name)}", kind, name)

    def person(self, name: str) -> Member:
        """The member for a person by full name."""
        return self._member(f"person:{slug(name)}", "person", name)

    def place(self, entity_id: str, kind: EntityKind, name: str, country: str | None) -> Member:
        """The member for a place of the gazetteer."""
        return self._member(entity_id, kind, name, country=country)

    def of_kind(self, kinds: Iterable[str]) -> list[Member]:
        """Members of some kinds, in order of first mention."""
        wanted = set(kinds)
        return [member for member in self.members.values() if member.kind in wanted]

    def _member(
        self, entity_id: str, kind: EntityKind, name: str, *, country: str | None = None, sector: str | None = None,
    ) -> Member:
        member = self.members.get(entity_id)
        if member is None:
            member = self.members[entity_id] = Member(entity_id, kind, name, country, sector)
        return member


def slug(name: str) -> str:
    """A name as part of an id: "Władysław Kosiniak-Kamysz" is "wladyslaw-kosiniak-kamysz"."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold_name(name)).split())
