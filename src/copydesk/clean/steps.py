"""Names of sizes: "4-8" for five, so that features of lengths and distances are few."""

from __future__ import annotations


class Steps:
    """levels: (upper edge, name), rising. beyond: the name of what lies above the last edge."""

    def __init__(self, *levels: tuple[int, str], beyond: str) -> None:
        self._names = [next(name for edge, name in levels if number <= edge) for number in range(levels[-1][0] + 1)]
        self._beyond = beyond

    def name(self, number: int) -> str:
        """The name of a number, 0 or more."""
        return self._names[number] if number < len(self._names) else self._beyond
