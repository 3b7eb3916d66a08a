"""Damage: what happens to files on their way, as small edits that hypothesis can draw and make smaller."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from evaluation.fuzz.seeds import load_seeds

NASTY = (
    b"\x00", b"<", b"]]>", b"&", b'"', b"{", b"\xff\xfe", b"\r\n\r\n", b"9" * 30, b"<div>" * 300, b"<!--", b"&#1114112;",
    b"\\u", b"\\ud83d", "\u202e\u200f".encode(), "\u2028".encode(), "👩‍👧🇺🇳".encode(), "ﷺİßǅ".encode(), b"<script>", b"</p>",
    b"<![CDATA[", b"\xed\xa0\x80", b"-1", b"1e999", b"null", b"[]", b"\x1f\x8b", b"%PDF-",
    b"<?xml version='1.0' encoding='utf-16'?>", b"<table><tr>",
    b"charset=utf-7", b" " * 300, b"By ", b"5 hours ago", b"99:99", b"0000-00-00", b"Feb 30, 2022", b"\x85",
)
LENGTHS = (1, 3, 40, 400)  # bytes that an edit takes


@dataclass(frozen=True, slots=True)
class Edit:
    """One change. kind: a name in KINDS; at: place as a share of the file, 0-1; length: bytes; words: what is put in."""

    kind: str
    at: float
    length: int
    words: bytes


def _cut_out(raw: bytes, at: int, edit: Edit) -> bytes:
    return raw[:at] + raw[at + edit.length:]


def _repeat(raw: bytes, at: int, edit: Edit) -> bytes:
    return raw[:at] + raw[at:at + edit.length] * (200 if edit.length < 10 else 3) + raw[at + edit.length:]


def _overwrite(raw: bytes, at: int, edit: Edit) -> bytes:
    return raw[:at] + edit.words + raw[at + len(edit.words):]


def _cut_off(raw: bytes, at: int, edit: Edit) -> bytes:
    return raw[:at]


def _put_in(raw: bytes, at: int, edit: Edit) -> bytes:
    return raw[:at] + edit.words + raw[at:]


def _move(raw: bytes, at: int, edit: Edit) -> bytes:
    return raw[at:at + edit.length] + raw[:at] + raw[at + edit.length:]


def _pack(raw: bytes, at: int, edit: Edit) -> bytes:
    return gzip.compress(raw, mtime=0)


def _recode(raw: bytes, at: int, edit: Edit) -> bytes:
    return raw.decode("utf-8", "replace").encode("utf-16-le" if edit.length < 10 else "utf-16")


KINDS: dict[str, Callable[[bytes, int, Edit], bytes]] = {
    "cut out": _cut_out, "repeat": _repeat, "overwrite": _overwrite, "cut off": _cut_off, "put in": _put_in, "move": _move,
    "pack": _pack, "recode": _recode,
}
_COMMON = ("cut out", "repeat", "overwrite", "put in", "put in", "move") * 4 + ("cut off", "cut off", "pack", "recode")


def apply_edits(raw: bytes, edits: Sequence[Edit]) -> bytes:
    """The file after its edits, in order; never empty."""
    for edit in edits:
        raw = KINDS[edit.kind](raw, int(edit.at * len(raw)), edit)
    return raw or b"\x00"


def edits() -> st.SearchStrategy[list[Edit]]:
    """One to four edits."""
    files = [seed for each in load_seeds().values() for seed in each[:2]]
    stretches = tuple(seed[at:at + 60] for seed in files for at in range(0, len(seed), 97))
    words = st.one_of(st.sampled_from(NASTY), st.sampled_from(stretches), st.binary(min_size=1, max_size=8))
    edit = st.builds(Edit, st.sampled_from(_COMMON), st.floats(0, 1), st.sampled_from(LENGTHS), words)
    return st.lists(edit, min_size=1, max_size=4)


def damaged_files() -> st.SearchStrategy[tuple[str, bytes]]:
    """(name, bytes): each format as often as any other."""
    named = [(name, seed) for name, files in load_seeds().items() for seed in files]
    names = st.sampled_from(sorted(load_seeds()))
    pairs = names.flatmap(lambda name: st.sampled_from([pair for pair in named if pair[0] == name]))
    return st.builds(lambda pair, changes: (pair[0], apply_edits(pair[1], changes)), pairs, edits())
