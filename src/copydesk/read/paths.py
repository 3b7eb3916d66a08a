"""Which files to read: files as named, folders searched through, each in a stable order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from copydesk.record import Refusal

# ".gz" and ".zst" stand for compressed archives and feeds; what they hold is told by their bytes.
SUFFIXES = frozenset((
    ".txt", ".md", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".rdf", ".json", ".jsonl", ".ndjson", ".opml",
    ".warc", ".wet", ".gz", ".zst", ".mht", ".mhtml", ".eml", ".mbox", ".pdf",
))


_POSTS = re.compile(r"(?:tweets?|note-tweet)(?:-part\d+)?\.js$")  # the posts of an archive of X
# What browsers append to a page's name, in their languages, for the folder of its pieces ("page_files").
_PIECES = re.compile(
    r"[-_. ](?:files|dateien|fichiers|archivos|arquivos|ficheiros|bestanden|pliki|filer|tiedostot|soubory|súbory|dosyalar|"
    r"fájlok|fișiere|fitxers|file|failid|datoteke|файлы|файли|αρχεία|קבצים|ファイル|文件|檔案|파일)$",
    re.IGNORECASE,
)
MANY = 4  # files of one ending in one folder beyond which they are told together


def find_paths(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    """The files to read, in the order given and sorted within folders, each once.

    A file that is named is read whatever its ending (its bytes are sniffed later); inside folders only `SUFFIXES` are
    read, hidden files and folders are passed over, and so are the pieces of saved pages ("page_files" beside
    "page.html"). What does not exist is left out: see `find_left_out`.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found.update((inner, None) for inner in _walk(path) if is_read(inner))
        elif path.exists():
            found.setdefault(path)
    return tuple(found)


def find_left_out(paths: Iterable[str | Path]) -> tuple[Refusal, ...]:
    """What `find_paths` leaves out of the same paths, each with its reason. page_id: the path.

    More than MANY files of one ending in a folder are told together, under the folder.
    """
    refusals: list[Refusal] = []
    for path in map(Path, paths):
        if path.is_dir():
            pieces: list[Path] = []
            endings: dict[tuple[Path, str], list[Path]] = {}
            for inner in _walk(path, pieces):
                if not is_read(inner):
                    endings.setdefault((inner.parent, inner.suffix.lower()), []).append(inner)
            refusals += [refusal for inner in endings.values() for refusal in _refuse_endings(inner)]
            refusals += [_refusal(inner, "these are the pieces of the page saved beside them, no pages") for inner in pieces]
        elif not path.exists():
            refusals.append(_refusal(path, "there is no such file or folder: check the spelling of the path"))
    return tuple(refusals)


def is_read(path: Path) -> bool:
    """Whether a file of this name is read from a folder: its ending, or the name of a file in an archive of X."""
    return path.suffix.lower() in SUFFIXES or _POSTS.match(path.name) is not None


def _walk(folder: Path, pieces: list[Path] | None = None) -> Iterator[Path]:
    """The files below a folder; folders of a saved page's pieces are gathered in `pieces` and not entered."""
    for parent, folders, names in os.walk(folder):
        stems = {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm", ".xhtml"))}
        saved = {name for name in folders if _PIECES.sub("", name) in stems - {name}}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in saved)
        if pieces is not None:
            pieces += [Path(parent, name) for name in sorted(saved)]
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith("."))


def _refuse_endings(paths: list[Path]) -> Iterator[Refusal]:
    """One refusal a file, or one for all of them where they are many."""
    ending = paths[0].suffix.lower() or "nothing"
    if len(paths) > MANY:
        yield _refusal(paths[0].parent, f"{len(paths)} files ending in {ending} are not read from folders")
    else:
        reason = f"files ending in {ending} are not read from folders: name the file itself"
        yield from (_refusal(path, reason) for path in paths)


def _refusal(path: Path, reason: str) -> Refusal:
    return Refusal(page_id=str(path), stage="read", reason=reason)
