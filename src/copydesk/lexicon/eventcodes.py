"""Other projects' codes for what PLOVER names: CAMEO and Goldstein, ACLED's event types, FIPS and COW codes of states."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from copydesk.record import Category

_DIGITS = re.compile(r"\d+")
DROPPED = ("01", "02")  # roots of statements and appeals: no events to PLOVER
BODIES = {"INT": "IGO", "NGM": "NGO", "UNO": "UNO", "NGO": "NGO", "IGO": "IGO", "IMG": "IMG", "MNC": "MNC", "EEC": "EUR"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoNearest:
    """The CAMEO code nearest to a category and mode ("" for the category itself), with its Goldstein value."""

    category: str
    mode: str
    code: str
    goldstein: float
    origin: str

    @property
    def root(self) -> str:
        """The two digits of the root."""
        return self.code[:2]

    @property
    def base(self) -> str:
        """The three digits of the base code, the root's own where there are no more than two."""
        return self.code[:3] if len(self.code) > 2 else self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledNearest:
    """ACLED's event type nearest to a category and mode; unarmed: the type where only civilians are on the other side."""

    category: str
    mode: str
    event_type: str
    sub_event_type: str
    unarmed: str
    unarmed_sub: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCodes:
    """code: alpha-3. iso: ISO 3166-1 numeric. fips: FIPS 10-4. cow: Correlates of War number. "" where there is none."""

    code: str
    iso: str
    fips: str
    cow: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverOfCameo:
    """What PLOVER calls a code of CAMEO."""

    code: str
    category: Category
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorOfCameo:
    """PLOVER's sector of a role in CAMEO's actor codes."""

    code: str
    sector: str
    origin: str


class EventCodes:
    """The tables by what they are asked for."""

    def __init__(
        self, cameo: Iterable[CameoNearest], acled: Iterable[AcledNearest], states: Iterable[StateCodes],
        plover: Iterable[PloverOfCameo] = (), sectors: Iterable[SectorOfCameo] = (),
    ) -> None:
        self.plover = {row.code: row for row in plover}
        self.sectors = {row.code: row.sector for row in sectors}
        self.cameo = {(row.category, row.mode): row for row in cameo}
        self.acled = {(row.category, row.mode): row for row in acled}
        self.states = {row.code: row for row in states}

    def find_cameo(self, category: str, modes: Sequence[str]) -> CameoNearest:
        """The row of the first mode that has one, else the category's. Raises KeyError for no PLOVER category."""
        return next((self.cameo[category, mode] for mode in modes if (category, mode) in self.cameo), self.cameo[category, ""])

    def find_plover(self, code: str) -> PloverOfCameo | None:
        """What PLOVER calls a CAMEO code ("0874", "075A"): by all of it, else its first three, else two digits.

        None for 01 and 02, which PLOVER dropped, and for what is no code of CAMEO.
        """
        digits = (_DIGITS.match(code.strip()) or [""])[0]
        return next((self.plover[digits[:n]] for n in (4, 3, 2) if len(digits) >= n and digits[:n] in self.plover), None)

    def name_cameo(self, code: str, category: str, modes: Sequence[str]) -> CameoNearest:
        """A code of CAMEO as a row: with the Goldstein value of the nearest code that has one, else of its category."""
        known = {row.code: row for row in reversed(self.cameo.values())}
        near = next((known[code[:n]] for n in (4, 3, 2) if code[:n] in known), None) or self.find_cameo(category, modes)
        return CameoNearest(category=category, mode="", code=code, goldstein=near.goldstein, origin=near.origin)

    def split_actor(self, code: str, *, is_state: Callable[[str], bool]) -> tuple[str | None, tuple[str, ...]]:
        """Country and PLOVER sectors of a CAMEO actor code: "KENGOV" is KEN and GOV; roles without a sector are left aside.

        A code without a country ("COP") begins with a role. is_state: whether three letters name a state.
        """
        parts = [code[i : i + 3] for i in range(0, len(code), 3)]
        first = parts[0] if parts and (is_state(parts[0]) or parts[0] not in self.sectors) else None
        roles = parts[1:] if first else parts
        country = BODIES.get(first, first) if first and len(first) == 3 else None
        return country, tuple(dict.fromkeys(self.sectors[role] for role in roles if role in self.sectors))

    def find_acled(self, category: str, modes: Sequence[str]) -> AcledNearest | None:
        """The row of the first mode that has one, else the category's; None where ACLED records no such events."""
        found = (self.acled[category, mode] for mode in modes if (category, mode) in self.acled)
        return next(found, self.acled.get((category, "")))

    def iso_of(self, country: str | None) -> str:
        """ISO 3166-1 numeric code of a state, "" where there is none."""
        row = self.states.get(country or "")
        return row.iso if row else ""

    def fips_of(self, country: str | None) -> str:
        """FIPS 10-4 code of a state, "" where there is none."""
        row = self.states.get(country or "")
        return row.fips if row else ""

    def cow_of(self, country: str | None) -> str:
        """Correlates of War number of a state, "" where there is none."""
        row = self.states.get(country or "")
        return row.cow if row else ""
