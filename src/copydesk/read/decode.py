"""Raw bytes to text, once: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from copydesk.lexicon import load_world

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of files that hold no plain text, and what a reader can do about each.
SIGNATURES = (
    (b"%PDF-", "a PDF file", "save its text as .txt first"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save the document as text or HTML"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"\x89PNG", "a PNG picture", "only text can be read"),
    (b"\xff\xd8\xff", "a JPEG picture", "only text can be read"),
    (b"GIF8", "a GIF picture", "only text can be read"),
    (b"RIFF", "a sound, film or WebP picture", "only text can be read"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text or HTML first"),
    (b"{\\rtf", "a rich text file", "save it as plain text first"),
    (b"\x7fELF", "a program", "only text can be read"),
    (b"MZ\x90", "a program", "only text can be read"),
    (b"bplist", "a web archive of Apple's browser", "save the page as HTML instead"),
)
# Control characters beyond this share of a sample mean that the bytes are no text in any encoding (own check on
# pictures, archives and programs: above 0.1; on pages with stray NULs: below 0.01).
MAX_CONTROL_SHARE = 0.05
WESTERN = frozenset(("af", "da", "de", "en", "es", "fi", "fr", "it", "nl", "no", "pt", "sv"))
SAMPLE = 65_536  # bytes looked at to tell text from other things and to guess an encoding
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([a-zA-Z0-9_.:-]{2,40})", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """text: "" where the bytes are no text. note: what went wrong and what to do, None where nothing did."""

    text: str
    encoding: str | None
    note: str | None = None


def decode(raw: bytes, *, declared: str | None = None) -> Decoded:
    """The text of raw bytes. Order: byte order mark, declared charset, charset in the markup, UTF-8, a guess.

    declared: a charset from outside (an HTTP header). A declaration that does not fit the bytes is passed over; bytes
    that fit no encoding are replaced by U+FFFD and noted. Bytes that are no text give "" and a note.
    """
    note = _binary_note(raw)
    if note:
        return Decoded("", None, note)
    for name in _candidates(raw, declared):
        text = _strict(raw, name)
        if text is not None:
            return Decoded(text, name)
    return _guessed(raw)


def _binary_note(raw: bytes) -> str | None:
    for signature, what, advice in SIGNATURES:
        if raw.startswith(signature):
            return f"this is {what}, not text: {advice}"
    if any(raw.startswith(mark) for mark, _ in BOMS) or _wide_encoding(raw):
        return None
    sample = raw[:SAMPLE]
    if len(_CONTROL.findall(sample)) > MAX_CONTROL_SHARE * len(sample):
        return "these bytes are no text in any encoding: give the page as text or HTML"
    return None


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 without a mark shows as NULs on every second byte of Latin text."""
    sample = raw[:4096]
    if len(sample) < 8:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _candidates(raw: bytes, declared: str | None) -> list[str]:
    mark = next((name for signature, name in BOMS if raw.startswith(signature)), None)
    if mark:
        return [mark]
    wide = _wide_encoding(raw)
    found = [match.group(1).decode("ascii") for pattern in (_XML, _META) if (match := pattern.search(raw[:4096]))]
    named = [_web_name(name) for name in (declared, *found) if name]
    # UTF-8 that decodes strictly is right whatever a header says of it, so it comes before single-byte declarations.
    return [name for name in (wide, "utf-8", *named) if name]


def _web_name(name: str) -> str:
    """The web reads Latin-1 and ASCII as Windows-1252 (WHATWG Encoding Standard)."""
    lowered = name.lower()
    return "cp1252" if lowered in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else lowered


def _strict(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except (LookupError, UnicodeError):
        return None


def _guessed(raw: bytes) -> Decoded:
    utf8 = raw.decode("utf-8", "replace")
    if utf8.count("\ufffd") <= max(3, len(utf8) // 1000):  # a few broken bytes in a UTF-8 page
        return Decoded(utf8, "utf-8", f"{utf8.count(chr(0xFFFD))} bytes are not UTF-8 and are shown as \ufffd")
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SAMPLE]).best()
    name = best.encoding if best and not _is_western(raw[:SAMPLE]) else "cp1252"
    text = raw.decode(name, "replace")
    note = f"the encoding is not stated; it was read as {name}: if letters look wrong, save it as UTF-8"
    return Decoded(text, name, note)


def _is_western(sample: bytes) -> bool:
    """Whether bytes read as Windows-1252 are in a language of Western Europe, told by its commonest words.

    Single-byte encodings differ in few letters, which a guess by letters confuses (Windows-1250 for a French page).
    """
    return load_world().tongues.find(sample.decode("cp1252", "replace")) in WESTERN
