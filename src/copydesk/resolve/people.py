"""Persons: names to identities, surnames to the full name they shorten, titles to roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from copydesk.lexicon import World
from copydesk.lexicon.folding import fold_name, name_sound
from copydesk.lexicon.known import Person
from copydesk.lexicon.offices import Holder, code_stays, find_stays, is_office
from copydesk.lexicon.register import Actor, Institution
from copydesk.lexicon.states import StateHit
from copydesk.lexicon.titles import HONORIFICS, Gender
from copydesk.record import Page, Reading, Role, Span
from copydesk.resolve.cast import Cast, Member
from copydesk.resolve.roles import TitlePhrase, find_title_after, find_title_before
from copydesk.resolve.spots import Spot

LEADING = ("state", "government")  # duties of persons whom news names by a surname alone, wherever they are
HEADS = ("state", "government", "deputy", "head")  # duties whose sector is that of the body headed

_BY_OFFICE = ("known person", "surname of a holder", "lone surname of a holder")  # rules that rest on the table of offices


def resolve_people(
    page: Page, reading: Reading, spots: Sequence[Spot], cast: Cast, *, day: str | None,
) -> None:
    """Name every person spot, full names first, so that a headline's surname finds the full name below it.

    day: ISO 8601 prefix of the article's creation, None where unknown. A surname that several persons of the article
    or of the office table share, and nothing decides between, stays without an entity.
    """
    people = _People(page, reading, spots, cast, day)
    named = [spot for spot in spots if spot.kind == "person"]
    for spot in named:
        people.read_full_name(spot)
    for spot in named:
        people.name(spot)


class _People:
    """The persons of one article by surname, and the steps that fill them."""

    def __init__(self, page: Page, reading: Reading, spots: Sequence[Spot], cast: Cast, day: str | None) -> None:
        self.page, self.reading, self.spots, self.cast, self.day = page, reading, spots, cast, day
        self.world: World = cast.world
        self.by_surname: dict[str, list[tuple[int, Member]]] = defaultdict(list)
        self.countries = {spot.known.country for spot in spots if isinstance(spot.known, StateHit)}

    def read_full_name(self, spot: Spot) -> None:
        """Found a member for a name of two words or more, and remember it under its surname."""
        words = self._words(spot)
        if len(words) < 2 and not isinstance(spot.known, Person):
            return
        member = self._identify(spot, words)
        member.learn(gender=self.world.titles.gender(self.page.text[spot.start : spot.end]))
        surnames = {_surname(words[-1])}
        if isinstance(spot.known, Person):
            surnames |= {_surname(stay.surname) for stay in spot.known.stays if stay.surname}
        for surname in surnames:
            self.by_surname[surname].append((spot.first, member))

    def name(self, spot: Spot) -> None:
        """Make the mention of one spot, and read the titles around it."""
        words = self._words(spot)
        title = find_title_before(self.reading, spot.first, self.spots, self.world) or self._inner_title(spot, words)
        after = find_title_after(self.reading, spot.last, self.spots, self.world)
        if len(words) >= 2 or isinstance(spot.known, Person):
            member: Member | None = self._identify(spot, words)
            basis, rule = ("alias", "known person") if isinstance(spot.known, Person) else ("name", "full name")
        else:
            member, basis, rule = self._by_surname(spot, words, title)
        if member is not None:
            member.call(" ".join(words))
            member.learn(gender=self.world.titles.gender(self.page.text[spot.start : spot.end]))
            for phrase in (title, after):
                if phrase is not None and phrase.title.duty != "family":
                    self._take_title(member, phrase)
        row = self._row(member) if member and rule in _BY_OFFICE else None
        self.cast.mention(member, (spot.first, spot.last), self._span(spot, words), basis=basis, rule=rule, row=row)

    def _row(self, member: Member) -> str | None:
        """The row of the tables that tells what a person of them was on the day."""
        return next((stay.row for stay in find_stays(self.world.offices.offices_of(member.name), self.day)), None)

    def _words(self, spot: Spot) -> list[str]:
        """The words of a name without honorifics and titles that the reader took into it."""
        words = self.page.text[spot.start : spot.end].split()
        while len(words) > 1 and (words[0].strip(".").lower() in HONORIFICS or self.world.titles.find(words[0])):
            words = words[1:]
        return words

    def _inner_title(self, spot: Spot, words: list[str]) -> TitlePhrase | None:
        """The title that the reader took into the name: "President Biden"; None where it took none."""
        before = tuple(self.page.text[spot.start : spot.end].split()[: -len(words)])
        found = self.world.titles.find_last(before) if before else None
        if found is None:
            return None
        office = " ".join(before[-found[0] :])
        return TitlePhrase(first=spot.first, last=spot.last, office=office, title=found[1], around=(), is_former=False)

    def _honorific(self, spot: Spot) -> Gender | None:
        """The sex that "Mr." or "Mrs." in or right before a name tells."""
        before = [token.text for token in self.reading.tokens[max(0, spot.first - 2) : spot.first]]
        words = [*before, *self.page.text[spot.start : spot.end].split()[:-1]]
        told = [HONORIFICS.get(word.strip(".").lower()) for word in words]
        return next((gender for gender in reversed(told) if gender), None)

    def _span(self, spot: Spot, words: list[str]) -> Span:
        return Span(start=spot.end - len(_tail(self.page.text[spot.start : spot.end], len(words))), end=spot.end)

    def _identify(self, spot: Spot, words: list[str]) -> Member:
        known = spot.known if isinstance(spot.known, Person) else None
        stays: tuple[Holder, ...] = known.stays if known else self.world.offices.find_name(" ".join(words))
        if stays and len({stay.name for stay in stays}) == 1:
            return self._holder(stays)
        full = " ".join(words)
        for _, member in self.by_surname.get(_surname(words[-1]), ()):
            if _same_person(full, member.name):
                return member
        return self.cast.person(full)

    def _holder(self, stays: Sequence[Holder]) -> Member:
        """The member for a person of the tables, with what the person was on the day: office, country, sector."""
        member = self.cast.person(stays[0].name)
        told = find_stays(stays, self.day)
        for stay in told if self.day else told[:1]:
            state = self.world.states.by_code(stay.country)
            role = Role(
                office=stay.office, organisation=state.name if state else stay.country, from_=stay.since,
                until=stay.until,
            )
            member.take_role(role)
            member.duties.add(stay.duty)
        country, sectors = code_stays(stays, self.day)
        is_body = sectors == ("GOV",) and self.world.states.by_code(country) is None
        member.learn(country=country, sector=None if is_body or not sectors else sectors[0])
        return member

    def _by_surname(
        self, spot: Spot, words: list[str], title: TitlePhrase | None,
    ) -> tuple[Member | None, str, str]:
        surname = _surname(words[0])
        here = self.by_surname.get(surname, [])
        members = {member.id: member for _, member in here}
        gender = (title.title.gender if title else None) or self._honorific(spot)
        fitting = {member.id: member for member in members.values() if not _is_other(member, gender)}
        if len(members) == len(fitting) == 1:
            return next(iter(fitting.values())), "name", "surname of a full name"
        titled = [member for member in fitting.values() if title and {title.title.duty, title.title.title} <= member.duties]
        if len(titled) == 1:
            return titled[0], "name", "surname and title"
        if fitting and len(members) > 1:
            before = [member for first, member in here if first < spot.first and member.id in fitting]
            return (before[-1], "name", "surname of the last full name") if before else (None, "name", "shared surname")
        stays = () if members else self._holders(words[0], title)
        if stays:
            holder = self._holder(stays)
            if title:  # "President Karo": from here on the surname is his
                self.by_surname[surname].append((spot.first, holder))
            return holder, "alias", self._holder_rule(stays, title)
        member = self.cast.person(words[0])
        if title or members:  # from "Mayor Karo" on, here or beside a Peter Karo, the surname means him too
            self.by_surname[surname].append((spot.first, member))
        return member, "name", "single name"

    def _holder_rule(self, stays: Sequence[Holder], title: TitlePhrase | None) -> str:
        """How a lone surname was taken for a holder's: by country or title at hand, or by nothing but the surname."""
        is_told = any(stay.country in self.countries or _is_titled(stay, title) for stay in stays)
        return "surname of a holder" if is_told else "lone surname of a holder"

    def _holders(self, surname: str, title: TitlePhrase | None) -> Sequence[Holder]:
        """Rows of the one holder a lone surname can mean: by the country at hand, the day, and how alone it stands."""
        rows = self.world.offices.find_surname(surname)
        if title is None:  # whom the table of persons lists shares a name with too many others
            rows = tuple(row for row in rows if row.duty in LEADING or (row.duty != "other" and self._in_office(row)))
        serving = {row.name for row in rows if self._in_office(row)}
        bearers = serving or {row.name for row in rows}
        country = next((c for c in (_country_of(spot) for spot in title.around) if c), None) if title else None
        if country:
            rows = tuple(row for row in rows if row.country == country)
        for narrower in (self._in_office, lambda row: row.country in self.countries):
            if len({row.name for row in rows}) > 1:
                rows = tuple(row for row in rows if narrower(row)) or rows
        one_of_all = len({row.name for row in rows}) == 1
        is_known = title is None and self.world.offices.spells(surname) and len(bearers) == 1
        leads = any(row.duty in LEADING and self._in_office(row) for row in rows)
        near = any(row.country in self.countries for row in rows) or (is_known and leads)
        return rows if one_of_all and (near or any(_is_titled(row, title) for row in rows)) else ()

    def _in_office(self, row: Holder) -> bool:
        return self.day is not None and row in self.world.offices.offices_of(row.name, self.day)

    def _take_title(self, member: Member, phrase: TitlePhrase) -> None:
        country, sector, organisation = None, phrase.title.sector, None
        for spot in phrase.around:
            country = country or _country_of(spot)
            if organisation is None and spot.kind in ("institution", "actor", "organisation", "seat", "outlet"):
                organisation = self.page.text[spot.start : spot.end]
                body = self.cast.at(spot.first)
                of_body = (body.sector if body else None) or _sector_of(spot)
                is_office = spot.kind in ("institution", "seat") or phrase.title.duty not in HEADS
                sector = of_body or (sector if is_office else None)
                country = country or (body.country if body else None)
        office = phrase.office if not phrase.is_former else f"former {phrase.office}"
        member.take_role(Role(office=office, organisation=organisation, from_=None, until=None))
        member.duties.update((phrase.title.duty, phrase.title.title))
        member.learn(country=country, sector=sector, gender=phrase.title.gender)


def _is_other(member: Member, gender: Gender | None) -> bool:
    """Whether what stands before a surname is of the other sex than its bearer."""
    return bool(gender and member.gender and gender != member.gender)


def _is_titled(row: Holder, title: TitlePhrase | None) -> bool:
    """Whether a title before a surname is that of the office held."""
    return title is not None and is_office(title.title.title, row.office)


def _surname(name: str) -> str:
    """A surname to look up by: folded, without the Arabic article ("al-Burhan" is also "Burhan")."""
    folded = fold_name(name)
    first, _, rest = folded.partition(" ")
    return rest if rest and first in ("al", "el", "as", "ash", "an", "ar", "ad") else folded


def _tail(text: str, count: int) -> str:
    """The last `count` words of a text as they stand there."""
    place = len(text)
    for _ in range(count):
        place = len(text[:place].rstrip())
        while place and not text[place - 1].isspace():
            place -= 1
    return text[place:]


def _same_person(name: str, other: str) -> bool:
    """Whether two full names with one surname can be one person's: given names alike or one an initial."""
    left, right = fold_name(name).split(), fold_name(other).split()
    if name_sound(left[0]) == name_sound(right[0]):
        return True
    return min(len(left[0]), len(right[0])) == 1 and left[0][0] == right[0][0]


def _country_of(spot: Spot) -> str | None:
    if spot.country:
        return spot.country
    known = spot.known
    return known.country if isinstance(known, StateHit | Actor) else None


def _sector_of(spot: Spot) -> str | None:
    if isinstance(spot.known, Actor | Institution) and spot.known.sectors:
        return spot.known.sectors[0]
    return "GOV" if spot.kind == "seat" else None
