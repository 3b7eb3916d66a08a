"""Saved pages: MHTML is one page with its address; the folder beside a saved page holds no pages."""

from pathlib import Path

import pytest

from copydesk.read import find_left_out, find_paths
from copydesk.read.entries import Entry, Gap
from copydesk.read.formats import read_parts
from copydesk.read.parcel import Parcel

SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://gazette.example/1
Subject: =?utf-8?Q?Caf=C3=A9_shut?=
Date: Tue, 5 Mar 2024 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----b"

------b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://gazette.example/1

<html><head><meta charset=3D"utf-8"></head><body><p>The caf=C3=A9 closed=
 on Monday.</p></body></html>
------b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://gazette.example/a.png

iVBORw0KGgo=
------b
Content-Type: text/css
Content-Location: cid:css

p {}
------b--
"""


def read(raw: bytes, name: str = "page.mhtml") -> tuple[list[Entry], list[Gap]]:
    parts = list(read_parts(Parcel(name=name, raw=raw)) or ())
    return [p for p in parts if isinstance(p, Entry)], [p for p in parts if isinstance(p, Gap)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ["page.mhtml", "-"])
def test_the_saved_page_is_read_with_its_address_and_its_pieces_are_counted(end: str, name: str) -> None:
    """When it was saved is the capture time, not the time of publication."""
    (entry,), gaps = read(SAVED.replace("\n", end).encode(), name)
    assert (entry.number, entry.url, entry.fetched_at) == (None, "https://gazette.example/1", "2024-03-05T10:00:00Z")
    assert "café closed on Monday".encode() in (entry.raw or b"")
    assert "pictures (1)" in entry.notes[0]
    assert gaps == []


def test_one_that_is_cut_off_says_so_and_one_without_a_page_is_refused() -> None:
    """What is there is read."""
    (entry,), _ = read(SAVED[: SAVED.index("on Monday")].encode())
    assert "cut off" in entry.notes[0]
    entries, (gap,) = read(SAVED.replace("text/html\n", "image/gif\n").encode())
    assert entries == []
    assert "no HTML" in gap.reason


def test_the_folder_of_a_saved_page_holds_no_pages(tmp_path: Path) -> None:
    """"page_files", "page-Dateien" and their like beside "page.html" are left out and told; other folders are read."""
    for folder in ("Port shut_files", "Port shut-Dateien", "notes_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text("x")
    (tmp_path / "Port shut.html").write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in find_paths([tmp_path])]
    assert found == ["Port shut.html", "notes_files/frame.html"]
    assert sorted(Path(one.page_id).name for one in find_left_out([tmp_path])) == ["Port shut-Dateien", "Port shut_files"]


def test_many_files_of_one_ending_are_told_together(tmp_path: Path) -> None:
    """Two hundred pictures are one line of the report."""
    for number in range(9):
        (tmp_path / f"{number}.jpg").write_bytes(b"x")
    (only,) = find_left_out([tmp_path])
    assert (only.page_id, "9 files ending in .jpg" in only.reason) == (str(tmp_path), True)
