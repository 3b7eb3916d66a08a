"""A file before it is known what it holds: its name, its first bytes, and the rest on demand, within a cap."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SAMPLE = 65_536  # bytes looked at to tell a format
MAX_BYTES = 200_000_000  # bytes of a file that is read whole; web archives are streamed and may be larger


class TooLarge(OSError):
    """A file that would have to be read whole and is larger than MAX_BYTES; its text says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What a reader of a format is given: `raw` bytes, or a `path` to read them from. name: path, address or row id.

    media_type: what a server said, with its charset. url, fetched_at: where and when it was captured, itself or within
    the archive that holds it; None for a file of the user's.
    """

    name: str
    raw: bytes | None = None
    path: Path | None = None
    media_type: str | None = None
    url: str | None = None
    fetched_at: str | None = None

    def head(self) -> bytes:
        """The first SAMPLE bytes. Raises OSError where the file may not be opened."""
        if self.raw is not None:
            return self.raw[:SAMPLE]
        with self._path().open("rb") as file:
            return file.read(SAMPLE)

    def load(self) -> bytes:
        """All bytes. Raises OSError where the file may not be opened, TooLarge where it is over the cap."""
        if self.raw is not None:
            return self.raw
        with self._path().open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise TooLarge(f"the file is larger than {MAX_BYTES:,} bytes: cut it into parts")
        return raw

    def stream(self) -> bytes | Path:
        """The path where there is one, so that the file need not be in memory; else the bytes."""
        return self._path() if self.raw is None else self.raw

    def beside(self, name: str) -> Path | None:
        """A file in the same folder or below it; None where there is none, or the name leads elsewhere."""
        if self.path is None:
            return None
        folder = self.path.resolve().parent
        try:
            found = (folder / name).resolve()
            return found if found.is_relative_to(folder) and found.is_file() else None
        except (OSError, ValueError):  # a name with NULs, a loop of links
            return None

    def _path(self) -> Path:
        if self.path is None:
            raise FileNotFoundError(2, "no such file", self.name)
        return self.path
