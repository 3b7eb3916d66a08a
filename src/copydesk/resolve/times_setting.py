"""What an expression of time is read against: the creation day, the tense of its clause, and the story's own progress."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from copydesk.lexicon.calendar import interval_of
from copydesk.lexicon.feasts import Feasts
from copydesk.lexicon.fiscal import FiscalYears
from copydesk.lexicon.states import State
from copydesk.record import TimeType
from copydesk.resolve.times_algebra import SEASON_MONTHS, Tense, day_in


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 type and value. anchor: what it was read against. begin, end: where the value alone does not say them.

    offset: distance of its zone from Greenwich where a zone is named ("+03:00", "Z"). note: what else a trace says of it.
    """

    type: TimeType
    value: str
    anchor: str | None = None
    begin: str | None = None
    end: str | None = None
    offset: str = ""
    note: str = ""

    def interval(self) -> tuple[str | None, str | None]:
        """First and last day or minute, both None where no calendar interval follows."""
        if self.begin or self.end:
            return self.begin, self.end
        found = interval_of(self.value) if self.type in ("DATE", "TIME") else None
        if found is None:
            return None, None
        begin, end = (moment + self.offset if "T" in moment else moment for moment in found)
        return begin, end


_MONTH_LENGTH = 7  # characters of "2022-02"
_SOUTH = -10  # degrees; nearer the equator seasons are told by rain, and by northern words
_STEP = 2  # years a tale of the past may go on at once


def year_of(value: str) -> int | None:
    """The year of a calendar value, negative before our era; None where it names none."""
    if value.startswith("BC") and value[2:6].isdigit():
        return -int(value[2:6])
    return int(value[:4]) if value[:4].isdigit() and len(value) >= 4 else None


@dataclass(slots=True)
class Progress:
    """How far the story has come: the latest dates it named. Changes as expressions are read in order.

    value: the last calendar value. period: the last period reported on, a quarter or a year. year: the year that a tale
    of the past is in, negative before our era; a look back or ahead becomes it only when a second date agrees.
    """

    value: str | None = None
    period: str | None = None
    year: int | None = None
    glimpse: int | None = None

    @property
    def day(self) -> date | None:
        """A day of the last calendar value."""
        return day_in(self.value) if self.value else None

    def follow(self, found: Value, *, opens: bool = False) -> None:
        """Take in a value just read; vague ones and durations leave the progress as it is.

        opens: it names its year and opens its sentence, which sets the year of what follows at once.
        """
        if found.type not in ("DATE", "TIME") or not (year := year_of(found.value)):
            return
        self.value = found.value
        steady = opens or self.year is None or 0 <= year - self.year <= _STEP
        if steady or (self.glimpse is not None and 0 <= year - self.glimpse <= 1):
            self.year, self.glimpse = year, None
        elif year != self.year:
            self.glimpse = year


@dataclass(frozen=True, slots=True)
class Calendars:
    """Calendars other than everybody's: moving feasts and the days of states, and fiscal years."""

    feasts: Feasts
    fiscal: FiscalYears


@dataclass(slots=True)
class Setting:
    """What one article's expressions are read against.

    created: the ISO prefix, None where unknown. history: the text tells of years long past, so that "in April" goes on
    from the date before it, not from the creation day. tense: of the clause at hand; retold: it stands where the present
    tense tells what is over (a headline, a caption). Both are set for each expression.
    """

    created: str | None
    history: bool = False
    retold: bool = False
    tense: Tense = None
    state: State | None = None
    fronted: bool = False
    calendars: Calendars | None = None
    progress: Progress = field(default_factory=Progress)

    @property
    def today(self) -> date | None:
        """The creation day, None where it is unknown or known only to the month."""
        return day_in(self.created) if self.created and len(self.created) >= 10 else None

    def known_by(self, unit: str) -> date | None:
        """A day of the creation month or year, for sums in units no finer than what is known of it; None for finer ones."""
        coarse = {"Y", "DE", "CE"} if len(self.created or "") < _MONTH_LENGTH else {"M", "Y", "DE", "CE"}
        return day_in(self.created) if self.created and unit in coarse else None

    @property
    def year(self) -> int | None:
        """The creation year, known sooner than the day."""
        return int(self.created[:4]) if self.created and self.created[:4].isdigit() else None

    @property
    def reference(self) -> date | None:
        """The day that "the next day" or "that year" goes on from: the last date told, else the creation day."""
        return self.progress.day or self.today

    @property
    def told_day(self) -> date | None:
        """The day told last where the last date told is one; in a tale of the past unknown where it is not."""
        if re.match(r"\d{4}-\d\d-\d\d", self.progress.value or ""):
            return self.progress.day
        return None if self.history else self.today

    def month_of(self, season: str) -> int:
        """The month in which a season begins, half a year on where the words around name a state of the south."""
        return (SEASON_MONTHS[season] + (5 if self.is_south else -1)) % 12 + 1

    @property
    def is_south(self) -> bool:
        """Whether the state that the words around name has its summer at the turn of the year."""
        return self.state is not None and self.state.latitude <= _SOUTH

    @property
    def ahead(self) -> bool:
        """Whether the clause at hand tells of what is to come."""
        return self.tense in ("future", "timetable", "coming")

    @property
    def anchor(self) -> str | None:
        """What a date without a year is read against: the last date told in a tale of the past, else the creation day."""
        return (self.progress.value if self.history else None) or self.created

    @property
    def present(self) -> date | None:
        """The day that "this year" and "last month" are seen from: the tale's own in a tale of the past."""
        return self.reference if self.history else self.today
