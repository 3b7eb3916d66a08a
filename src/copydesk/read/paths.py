"""Which files to read: files as named, folders searched through, each in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from copydesk.record import Refusal

# ".gz" and ".zst" stand for compressed archives and feeds; what they hold is told by their bytes.
SUFFIXES = frozenset((
    ".txt", ".md", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".rdf", ".json", ".jsonl", ".ndjson", ".opml",
    ".warc", ".wet", ".gz", ".zst", ".mht", ".mhtml", ".eml", ".pdf",
))


def find_paths(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    """The files to read, in the order given and sorted within folders, each once.

    A file that is named is read whatever its ending (its bytes are sniffed later); inside folders only `SUFFIXES` are
    read, hidden files and folders are passed over. What does not exist is left out: see `find_left_out`.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found.update((inner, None) for inner in _walk(path) if inner.suffix.lower() in SUFFIXES)
        elif path.exists():
            found.setdefault(path)
    return tuple(found)


def find_left_out(paths: Iterable[str | Path]) -> tuple[Refusal, ...]:
    """What `find_paths` leaves out of the same paths, each with its reason. page_id: the path."""
    refusals = []
    for path in map(Path, paths):
        if path.is_dir():
            refusals += [_refuse_ending(inner) for inner in _walk(path) if inner.suffix.lower() not in SUFFIXES]
        elif not path.exists():
            refusals.append(_refusal(path, "there is no such file or folder: check the spelling of the path"))
    return tuple(refusals)


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith("."))


def _refuse_ending(path: Path) -> Refusal:
    reason = f"files ending in {path.suffix or 'nothing'} are not read from folders: name the file itself"
    return _refusal(path, reason)


def _refusal(path: Path, reason: str) -> Refusal:
    return Refusal(page_id=str(path), stage="read", reason=reason)
