"""Who held which office on a day, which offices a person held, and what a person was on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from copydesk.lexicon.folding import fold_name, name_sound
from copydesk.lexicon.states import States
from copydesk.lexicon.tables import load_rows

Duty = Literal["state", "government", "deputy", "minister", "other"]
RANKS = ("state", "government", "deputy", "minister", "other")  # of two offices held at once the first names the person
OFFICIAL = frozenset({"GOV", "LEG", "MIL", "SPY", "JUD", "COP"})  # who served so is of the elite afterwards
# Words of news for an office, and the offices of the table that they may mean.
SAME_OFFICE = {
    "premier": ("premier", "prime minister"), "prime minister": ("prime minister", "premier"),
    "defense minister": ("defence minister", "defense secretary"), "defence minister": ("defence minister",),
    "defense secretary": ("defense secretary", "defence secretary"), "foreign secretary": ("foreign secretary",),
    "defence secretary": ("defence secretary", "defense secretary"), "monarch": ("king", "queen", "emperor"),
    "secretary of state": ("secretary of state",), "pontiff": ("pope",), "president": ("president",),
    "taoiseach": ("prime minister",), "pm": ("prime minister", "premier"),
    "secretary general": ("secretary-general",), "secretary-general": ("secretary-general",),
    "chief": ("secretary-general", "director general", "director-general", "managing director", "high representative"),
}
DAY = 10  # letters of an ISO 8601 day
# Bodies that the tables list like states, and their "country" in PLOVER.
BODIES = {
    "WHO": "UNO", "ECB": "EUR",
    **dict.fromkeys((
        "NATO", "IAEA", "IMF", "WB", "WTO", "AU", "ARL", "OAS", "OSCE", "ASEAN", "OPEC", "OECD", "CWN", "COE", "GCC",
    ), "IGO"),
}
LEADER = ("leader", "head", "ruler", "strongman", "counterpart")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One stay in office. country: alpha-3 or an organisation (UNO, NATO, EUR). since, until: ISO 8601 prefixes.

    surname: how news names the person for short, "" for monarchs and popes. until: None where still in office.
    duty: "other" for whoever leads or speaks for what is no government; sectors: PLOVER, primary first.
    """

    country: str
    office: str
    duty: Duty = "other"
    sectors: tuple[str, ...] = ("GOV",)
    name: str
    surname: str
    aliases: tuple[str, ...]
    since: str
    until: str | None
    origin: str

    @property
    def row(self) -> str:
        """The table and the person, as a trace names them."""
        return f"{'people' if self.duty == 'other' else 'offices'}.tsv:{self.name}"

    @property
    def side(self) -> str:
        """The country in PLOVER's terms: alpha-3, or IGO, UNO, EUR, NGO, IMG."""
        return BODIES.get(self.country, self.country)

    def held(self, begin: str, end: str) -> bool:
        """Whether the office was, or may have been, held at any time of [begin, end], ISO 8601 days.

        Of an end that only its month or year is known of, all its days count.
        """
        if first_day(self.since) > end:
            return False
        if self.until is None:
            return True
        return self.until > begin if len(self.until) >= DAY else last_day(self.until) >= begin


class Offices:
    """The table with lookups by office, by name and by surname."""

    def __init__(self, rows: tuple[Holder, ...], states: States) -> None:
        self.rows = rows
        self._states = states
        self._by_country: dict[str, list[Holder]] = defaultdict(list)
        self._by_name: dict[str, list[Holder]] = defaultdict(list)
        self._by_surname: dict[str, list[Holder]] = defaultdict(list)
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            self._by_country[row.country].append(row)
            for name in {fold_name(name) for name in (row.name, *row.aliases)}:
                self._by_name[name].append(row)
            for surname in _surnames(row):
                self._by_surname[fold_name(surname)].append(row)
                self._by_sound[name_sound(surname)].add(fold_name(surname))

    def holder(self, office: str, country: str, day: str | None) -> Holder | None:
        """Who held `office` ("leader", "president", "foreign minister"...) of `country` on `day`.

        day: ISO 8601 prefix; of a month or a year the holder must be the only one of that time. None gives None, and
        so does an office that nobody, or more than one person, is known to have held.
        """
        if day is None:
            return None
        begin, end = first_day(day), last_day(day)
        rows = self._fitting(office.lower(), country)
        held = [row for row in rows if row.duty != "other" and row.held(begin, end)]
        if len(day) >= DAY and held:  # a successor's first day is the predecessor's last: the successor wins
            latest = max(held, key=lambda row: first_day(row.since))
            if len(latest.since) >= DAY or begin > last_day(latest.since):
                held = [row for row in held if first_day(row.since) == first_day(latest.since)]
        names = {row.name for row in held}
        return held[0] if len(names) == 1 else None

    def offices_of(self, person: str, day: str | None = None) -> tuple[Holder, ...]:
        """The stays in office of a person by full name or alias, of those that covered `day` where one is given."""
        rows = self._by_name.get(fold_name(person), [])
        return tuple(row for row in rows if day is None or row.held(first_day(day), last_day(day)))

    def find_name(self, name: str) -> tuple[Holder, ...]:
        """Rows of the persons whose full name or alias this is, accents and spelling of transliterations aside."""
        rows = self._by_name.get(fold_name(name))
        if rows:
            return tuple(rows)
        words = name.split()
        if len(words) < 2:
            return ()
        near = (row for row in self.find_surname(words[-1]))
        return tuple(row for row in near if name_sound(row.name.split()[0]) == name_sound(words[0]))

    def spells(self, surname: str) -> bool:
        """Whether the table writes a surname so, in a name or an alias."""
        return fold_name(surname) in self._by_surname

    def find_surname(self, surname: str) -> tuple[Holder, ...]:
        """Rows of the persons with this surname, spelling of transliterations aside ("Zelenskyy", "Zelenskiy")."""
        rows = self._by_surname.get(fold_name(surname))
        if rows:
            return tuple(rows)
        near = sorted(self._by_sound.get(name_sound(surname), ()))
        return tuple(row for spelling in near for row in self._by_surname[spelling])

    def _fitting(self, office: str, country: str) -> Iterable[Holder]:
        rows = self._by_country.get(country, [])
        if office in LEADER:
            return self._leaders(rows, country)
        return [row for row in rows if is_office(office, row.office)]

    def _leaders(self, rows: list[Holder], country: str) -> list[Holder]:
        state = self._states.by_code(country)
        duty = state.leads if state else "state"
        led = [row for row in rows if row.duty == duty]
        return led or [row for row in rows if row.duty in ("state", "government")]


def find_stays(stays: Iterable[Holder], day: str | None) -> tuple[Holder, ...]:
    """The stays of one person that tell who the person is on a day: those held then, the highest office first.

    Else the last that had ended by then; of a day before all of them, and of none, all in that order. day: ISO 8601 prefix.
    """
    ranked = sorted(stays, key=lambda row: first_day(row.since), reverse=True)
    ranked.sort(key=lambda row: RANKS.index(row.duty))
    if day is None:
        return tuple(ranked)
    begin, end = first_day(day), last_day(day)
    held = tuple(row for row in ranked if row.held(begin, end))
    past = [row for row in ranked if first_day(row.since) <= end]
    if held or not past:
        return held or tuple(ranked)
    return (max(past, key=lambda row: last_day(row.until or row.since)),)


def code_stays(stays: Iterable[Holder], day: str | None) -> tuple[str, tuple[str, ...]]:
    """Country (PLOVER's) and sectors of a person on a day: those of the office held, ELI after an office of state.

    Of a day before the first stay only the country is told; where no day is given the person counts as in office.
    """
    told = find_stays(stays, day)
    main = told[0]
    if day is None or main.held(first_day(day), last_day(day)):
        return main.side, main.sectors
    if first_day(main.since) > last_day(day):
        return main.side, ()
    return main.side, ("ELI",) if main.sectors[0] in OFFICIAL else main.sectors


def is_office(word: str, office: str) -> bool:
    """Whether a word of news may mean an office of the table: "premier" a prime minister."""
    return office in SAME_OFFICE.get(word.lower(), (word.lower(),))


def _surnames(row: Holder) -> set[str]:
    """The surname, and what stands at its place in the aliases: other spellings of it."""
    if not row.surname:
        return set()
    if not row.name.endswith(row.surname):
        return {row.surname}
    longer = (alias for alias in row.aliases if " " in alias and name_sound(alias[0]) == name_sound(row.name[0]))
    return {row.surname, *(alias.split()[-1] for alias in longer if alias[-1] != ".")}


def first_day(prefix: str) -> str:
    """First day of an ISO 8601 prefix: "2022-02" is "2022-02-01"."""
    return (prefix + "-01-01")[:10] if len(prefix) == 4 else (prefix + "-01")[:10]


def last_day(prefix: str) -> str:
    """Last day of an ISO 8601 prefix, as a bound to compare with: "2022-02" is "2022-02-31"."""
    return (prefix + "-12-31")[:10] if len(prefix) == 4 else (prefix + "-31")[:10]


def load_offices(folder: Path, states: States) -> Offices:
    """offices.tsv and people.tsv of a folder. Raises BadLexicon with file, line and column."""
    return Offices((*load_rows(folder / "offices.tsv", Holder), *load_rows(folder / "people.tsv", Holder)), states)
