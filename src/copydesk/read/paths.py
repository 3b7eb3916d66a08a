"""Which files to read: files as named, folders searched through, each in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from copydesk.record import Refusal

SUFFIXES = frozenset((".txt", ".md", ".html", ".htm", ".xhtml"))


def find_paths(paths: Iterable[str | Path]) -> tuple[tuple[Path, ...], tuple[Refusal, ...]]:
    """The files to read, in the order given and sorted within folders, each once; and what was left out, with why.

    A file that is named is read whatever its ending (its bytes are sniffed later); inside folders only `SUFFIXES` are
    read, hidden files and folders are passed over. A refusal's page_id is the path as given. `-` is the caller's.
    """
    found: dict[Path, None] = {}
    refusals: list[Refusal] = []
    for path in map(Path, paths):
        if path.is_dir():
            _search_folder(path, found, refusals)
        elif path.is_file():
            found.setdefault(path)
        else:
            refusals.append(_refusal(path, "there is no such file or folder: check the spelling of the path"))
    return tuple(found), tuple(refusals)


def _search_folder(folder: Path, found: dict[Path, None], refusals: list[Refusal]) -> None:
    def deny(fault: OSError) -> None:
        refusals.append(_refusal(Path(fault.filename), f"the folder cannot be opened ({fault.strerror})"))

    for parent, folders, names in os.walk(folder, onerror=deny):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if path.suffix.lower() in SUFFIXES:
                found.setdefault(path)
            elif not name.startswith("."):
                refusals.append(_refusal(path, f"files ending in {path.suffix or 'nothing'} are not read from folders: "
                                               "name the file itself, or convert it to text or HTML"))


def _refusal(path: Path, reason: str) -> Refusal:
    return Refusal(page_id=str(path), stage="read", reason=reason)
