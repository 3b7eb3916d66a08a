"""Times that open their sentences set its scene: "In 2014 rebels took the town. In June they lost it" is June 2014."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copydesk.lexicon.timecontext import TimeContext
from copydesk.lexicon.timepatterns import Found
from copydesk.lexicon.timewords import Tokens
from copydesk.resolve.times_setting import Progress, Setting, Value, year_of

_ENDS = frozenset(".!?”\"’'")
_DATING = frozenset(("date", "month", "year", "season", "iso", "near"))  # operations of the times that can set a scene
_YEARLY = frozenset(("month", "season"))  # classes of what lacks a year


def is_fronted(found: Found, tokens: Tokens, context: TimeContext) -> bool:
    """Whether an expression opens its sentence, by itself or after one small word ("In June")."""
    first = found.first
    if first and context.has(tokens.word(first - 1).lower(), "before"):
        first -= 1
    if first == 0 or tokens.word(first - 1)[-1:] in _ENDS:
        return True
    return "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]


@dataclass(slots=True)
class Frame:
    """The scene of one paragraph. year: of the last year before the creation year that opened a sentence, else None."""

    created: str | None
    value: str | None = None

    def setting_for(self, found: Found, setting: Setting) -> Setting:
        """What an expression is read against: a scene of the past where it goes on with it, else the setting itself."""
        goes_on = self.value and setting.fronted and not setting.ahead and setting.tense != "present"
        if not goes_on or setting.history or not self._lacks_year(found):
            return setting
        progress = Progress(value=self.value, year=year_of(self.value or ""))
        return replace(setting, history=True, progress=progress)

    def follow(self, found: Found, value: Value, setting: Setting) -> None:
        """Take in a value: one that names a year and opens its sentence sets the scene, one seen from today ends it."""
        if found.row.operation not in _DATING:
            return
        year = year_of(value.value)
        if year is not None and setting.fronted and self._is_past(found, year):
            self.value = value.value
        elif not self._lacks_year(found):
            self.value = None

    def _is_past(self, found: Found, year: int) -> bool:
        names_year = bool({"year", "short"} & set(found.values)) or (self.value is not None and self._lacks_year(found))
        created = year_of(self.created) if self.created else None
        return names_year and (created is None or year < created)

    def _lacks_year(self, found: Found) -> bool:
        values = set(found.values)
        return bool(_YEARLY & values) and not {"year", "short", "near", "that", "weekday"} & values
