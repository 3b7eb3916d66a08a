"""The World: every lexicon table, loaded once when first asked for, then frozen and shared by all stages."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path

from copydesk.lexicon.tables import FOLDER


class World:
    """All tables of one lexicon folder. Each property loads and compiles its table on first use.

    folder: holds `en/` (words of English) and `world/` (states, offices, places, outlets).
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    @cached_property
    def english(self) -> Path:
        """The folder of the English tables."""
        return self.folder / "en"


@cache
def load_world(folder: Path = FOLDER) -> World:
    """The World of a lexicon folder, one per process. Tables load when first used; BadLexicon names a bad row."""
    return World(folder)
