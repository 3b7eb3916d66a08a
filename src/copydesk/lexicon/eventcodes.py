"""Other projects' codes for what PLOVER names: CAMEO and Goldstein, ACLED's event types, FIPS and COW codes of states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


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


class EventCodes:
    """The three tables by what they are asked for."""

    def __init__(
        self, cameo: Iterable[CameoNearest], acled: Iterable[AcledNearest], states: Iterable[StateCodes],
    ) -> None:
        self.cameo = {(row.category, row.mode): row for row in cameo}
        self.acled = {(row.category, row.mode): row for row in acled}
        self.states = {row.code: row for row in states}

    def find_cameo(self, category: str, modes: Sequence[str]) -> CameoNearest:
        """The row of the first mode that has one, else the category's. Raises KeyError for no PLOVER category."""
        return next((self.cameo[category, mode] for mode in modes if (category, mode) in self.cameo), self.cameo[category, ""])

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
