"""How wide words are, without asking which fonts a machine has."""

from __future__ import annotations

# Widths in em of a common sans serif, a little on the generous side, so that a wider font still fits.
_NARROW, _SLIM, _USUAL, _LARGE, _WIDE = 0.27, 0.37, 0.57, 0.71, 0.92
_BY_LETTER = {
    **dict.fromkeys("ijl.,:;'|!’‘ I", _NARROW), **dict.fromkeys('frt()[]-"“”/*', _SLIM),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", _LARGE), **dict.fromkeys("mwMW—@%…", _WIDE),
}


def width_of(words: str, size: float) -> float:
    """Width in px of the words in letters of `size` px."""
    return sum(_BY_LETTER.get(letter, _USUAL if letter < "\u1100" else 1.0) for letter in words) * size


def wrap(words: str, *, size: float, width: float, lines: int) -> list[str]:
    """The words in at most so many lines of `width` px; "…" ends the last where they are longer."""
    rows: list[str] = []
    rest = words.split()
    while rest and len(rows) < lines:
        taken = _fitting(rest, size, width)
        rows.append(" ".join(rest[:taken]) if taken else _cut(rest.pop(0), size, width))
        rest = rest[taken:]
    if rest and rows:
        rows[-1] = _end_cut(rows[-1], size, width)
    return rows


def shorten(words: str, *, size: float, width: float) -> str:
    """The words on one line of `width` px, cut at a word with "…" where they are longer."""
    return "".join(wrap(words, size=size, width=width, lines=1))


def _fitting(words: list[str], size: float, width: float) -> int:
    number = 0
    while number < len(words) and width_of(" ".join(words[: number + 1]), size) <= width:
        number += 1
    return number


def _cut(word: str, size: float, width: float) -> str:
    while len(word) > 1 and width_of(word + "…", size) > width:
        word = word[:-1]
    return word + "…"


def _end_cut(row: str, size: float, width: float) -> str:
    words = row.removesuffix("…").split()
    while len(words) > 1 and width_of(" ".join(words) + " …", size) > width:
        words.pop()
    return " ".join(words) + " …"
