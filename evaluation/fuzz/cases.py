"""Files at their worst, by name: as long as is asked, or nested 10,000 deep; all are made here."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable

from evaluation.fuzz.seeds import HTML, MORE, RIGHT_TO_LEFT, SENTENCE, WALL

DEEP = 10_000


def _fill(words: str, size: int) -> str:
    return (words * (size // len(words) + 1))[:size]


def _zip(size: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"\x00" * 20 * size)
    return packed.getvalue()


def _body(words: str) -> str:
    return HTML.replace(SENTENCE, words, 1)


CASES: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "one line of prose": ("a.txt", lambda size: _fill(SENTENCE + " ", size).encode()),
    "paragraphs": ("a.txt", lambda size: _fill(f"{SENTENCE} {MORE}\n", size).encode()),
    "short lines": ("a.txt", lambda size: _fill("Home\nWorld\n", size).encode()),
    "one word": ("a.txt", lambda size: b"a" * size),
    "one number": ("a.txt", lambda size: b"7" * size),
    "capitals": ("a.txt", lambda size: _fill("Ann Lee ", size).encode()),
    "glued names": ("a.txt", lambda size: _fill("AnnLee", size).encode()),
    "spaces": ("a.txt", lambda size: b"a" + b" " * size + b"b"),
    "line breaks": ("a.txt", lambda size: b"a" + b"\n" * size + b"b"),
    "quotes": ("a.txt", lambda size: _fill("“a ", size).encode()),
    "brackets": ("a.txt", lambda size: _fill("[(", size).encode()),
    "times": ("a.txt", lambda size: _fill("5 hours ago, Feb 15, 2022 5:30 PM EST | ", size).encode()),
    "copyright": ("a.txt", lambda size: _fill("© 2024 The A of the B ", size).encode()),
    "right to left": ("a.txt", lambda size: _fill("قال مدير الميناء إن السفن \u202e لن تغادر. ", size).encode()),
    "emoji": ("a.txt", lambda size: _fill("👩‍👩‍👧‍👦🇺🇳 ", size).encode()),
    "accents": ("a.txt", lambda size: ("e" + "\u0301" * size).encode()),
    "nulls": ("a.txt", lambda size: b"\x00" * size),
    "some nulls": ("a.txt", lambda size: _fill(f"{SENTENCE}\x00 ", size).encode()),
    "half a letter": ("a.txt", lambda size: SENTENCE.encode() + "é".encode()[:1]),
    "nested elements": ("a.html", lambda size: f"<html><body>{'<div>' * DEEP}<p>{SENTENCE}".encode()),
    "nested and closed": ("a.html", lambda size: f"<html><body>{'<div>' * DEEP}<p>{SENTENCE}</p>{'</div>' * DEEP}".encode()),
    "nested letters": ("a.html", lambda size: f"<html><body><p>{'<b>' * DEEP}{SENTENCE}".encode()),
    "nested tables": ("a.html", lambda size: f"<html><body>{'<table><tr><td>' * DEEP}{SENTENCE}".encode()),
    "nested lists": ("a.html", lambda size: f"<html><body>{'<ul><li>' * DEEP}{SENTENCE}".encode()),
    "nested in JSON": ("a.html", lambda size: _body(f'<script type="application/ld+json">{"[" * DEEP}</script>').encode()),
    "long paragraph": ("a.html", lambda size: _body(_fill(SENTENCE + " ", size)).encode()),
    "long attribute": ("a.html", lambda size: _body(f'<p class="{_fill("a ", size)}">{SENTENCE}</p>').encode()),
    "many paragraphs": ("a.html", lambda size: _body(_fill(f"<p>{SENTENCE} {MORE}</p>\n", size)).encode()),
    "many links": ("a.html", lambda size: _body(_fill('<li><a href="/a">Rain in the hills</a></li>', size)).encode()),
    "many elements": ("a.html", lambda size: _body(_fill("<p>a</p>", size)).encode()),
    "never closed": ("a.html", lambda size: _body("<!-- " + _fill("<p>" + SENTENCE, size)).encode()),
    "cut off in a tag": ("a.html", lambda size: HTML[:HTML.index("<h2>") + 2].encode()),
    "wall of cookies": ("a.html", lambda size: WALL.encode()),
    "right to left page": ("a.html", lambda size: RIGHT_TO_LEFT.encode()),
    "zip bomb": ("a.zip", _zip),
    "gzip bomb": ("a.txt.gz", lambda size: gzip.compress(b"\x00" * 250 * size, mtime=0)),
    "wrong gzip": ("a.html.gz", lambda size: b"\x1f\x8b\x08\x00" + SENTENCE.encode()),
    "cut gzip": ("a.html.gz", lambda size: gzip.compress(HTML.encode(), mtime=0)[:-200]),
    "gzip in gzip": ("a.html.gz", lambda size: gzip.compress(gzip.compress(HTML.encode(), mtime=0), mtime=0)),
}
