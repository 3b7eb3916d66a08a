"""Which encoding bytes may be in: what a name means on the web, wide encodings without a mark, escapes, Latin letters."""

from __future__ import annotations

import codecs
import re
import unicodedata

# Names that pages use for a larger encoding (WHATWG Encoding Standard); names as Python spells them.
_LARGER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949", "shift_jis": "cp932", "big5": "big5hkscs", "tis-620": "cp874", "iso8859-11": "cp874",
}
_CALLED = {"x-sjis": "cp932", "windows-31j": "cp932", "ks_c_5601-1987": "cp949", "x-gbk": "gb18030", "x-euc-jp": "euc_jp"}
# Codecs of Python that no page is written in: escapes of source code, host names, and one that hides markup.
_NO_CHARSETS = frozenset(("unicode-escape", "raw-unicode-escape", "utf-7", "punycode", "idna", "mbcs", "oem", "undefined"))
LATIN = frozenset(("cp1252", "cp1250", "cp1254", "cp1257", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-13", "iso8859-15"))
MOST_ACCENTED = 0.4  # share of letters beyond a-z in Latin script (Vietnamese and Czech lie below 0.3)
WIDE_SAMPLE = 4096  # bytes; a multiple of four
MOST_ODD = 0.02  # share of characters that are neither letters, marks, figures nor white space in a text
LEAST_KANA = 0.25  # share of kana beyond ASCII in Japanese text (half of running text is)
_ESCAPES = ((re.compile(rb"\x1b(?:\$[@B]|\([IJ])"), "iso2022_jp_ext"), (re.compile(rb"\x1b\$\)C"), "iso2022_kr"))
_TAG = re.compile(rb"<[^>]{0,2000}>")
_WIDE = (("utf-32-le", (3, 2), 0), ("utf-32-be", (0, 1), 3))  # columns of four that are NUL, and one that is not


def web_name(name: str) -> str | None:
    """The encoding that a page means by a name, as Python spells it; None where it is no encoding of pages."""
    lowered = name.strip().lower()
    try:
        known = codecs.lookup(_CALLED.get(lowered, lowered)).name
        b"a".decode(known, "replace")  # codecs that make no text of bytes are refused here
    except (LookupError, ValueError, UnicodeError):
        return None
    return None if known in _NO_CHARSETS else _LARGER.get(known, known)


def find_escapes(raw: bytes) -> str | None:
    """The encoding whose escapes stand in bytes that are all ASCII (Japanese and Korean mail)."""
    return next((name for pattern, name in _ESCAPES if pattern.search(raw)), None) if b"\x1b" in raw else None


def find_wide(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: NULs in some columns of bytes only, and a text when read so."""
    sample = raw[:min(WIDE_SAMPLE, len(raw) // 4 * 4)]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    columns = [sample[i::4].count(0) for i in range(4)]
    quarter = len(sample) // 4
    for name, empty, full in _WIDE:
        if min(columns[i] for i in empty) > 0.9 * quarter and columns[full] < 0.1 * quarter:
            return name if _is_text(sample, name) else None
    even, odd = columns[0] + columns[2], columns[1] + columns[3]
    name, high = ("utf-16-le", 1) if odd > even else ("utf-16-be", 0)
    if 20 * min(even, odd) > max(even, odd) or not _is_wide(sample, high):
        return None
    return name if _is_text(sample, name) else None


def _is_wide(sample: bytes, high: int) -> bool:
    """Whether the high bytes tell a script of few pages of Unicode, or the low ones lie anywhere (Han, Hangul).

    ASCII with stray NULs has letters in both columns.
    """
    few = sum(byte < 0x20 for byte in sample[high::2])
    anywhere = sum(byte >= 0x80 for byte in sample[1 - high::2])
    return 2 * few > len(sample) // 2 or 5 * anywhere > len(sample) // 2


def _is_text(sample: bytes, name: str) -> bool:
    text = sample[:len(sample) - 2 if "16" in name else None].decode(name, "replace")
    odd = sum(letter not in "\t\n\r" and unicodedata.category(letter) in ("Cc", "Cn", "Co", "Cs") for letter in text)
    return odd + text.count("\ufffd") <= MOST_ODD * len(text)


def find_kana(raw: bytes) -> str | None:
    """An encoding of Japanese under which much of the text is kana: those of its neighbours look alike to a guess."""
    for name in ("euc_jp", "cp932"):
        text = raw.decode(name, "replace")
        beyond = [letter for letter in text if letter > "\x7f"]
        kana = sum("\u3040" <= letter <= "\u30ff" for letter in beyond)
        if kana > LEAST_KANA * len(beyond) and text.count("\ufffd") <= MOST_ODD * len(beyond):
            return name
    return None


def strip_tags(raw: bytes) -> bytes:
    """Bytes without markup: what is left are the words."""
    return _TAG.sub(b" ", raw)


def is_latin_script(raw: bytes) -> bool:
    """Whether letters a to z are most of what may be letters in the words of some bytes."""
    words = strip_tags(raw)
    plain = sum(0x41 <= byte <= 0x5A or 0x61 <= byte <= 0x7A for byte in words)
    beyond = sum(byte >= 0x80 for byte in words)
    return beyond <= MOST_ACCENTED * (plain + beyond)
