"""Raw bytes to text, once: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from copydesk.lexicon import load_world
from copydesk.read.charsets import LATIN, find_escapes, find_kana, find_wide, is_latin_script, strip_tags, web_name

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
# A sequence of several bytes as UTF-8 writes a character, and stretches of such and of ASCII.
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SEQUENCES = re.compile(rb"((?:[\x00-\x7f]|" + _SEQUENCE.pattern + rb")+)")
_GARBLED = re.compile(
    "[\u00e2\u00c2\u00c3](?:(?<=\u00e2)\u20ac[\u2122\u0153\u009d\ufffd\u201d\u201c\u0098\u02dc\u00a6]|(?<!\u00e2)[\u00a0-\u00bf])",
)
LEAST_GARBLED = 5  # garbled sequences on a page that are worth a word
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """text: "" where the bytes are no text. note: what went wrong and what to do, None where nothing did."""

    text: str
    encoding: str | None
    note: str | None = None


def decode(raw: bytes, *, declared: str | None = None) -> Decoded:
    """The text of raw bytes. Order: byte order mark, wide encodings, escapes, UTF-8, declared charset, a guess.

    declared: a charset from outside (an HTTP header). A declaration that does not fit the bytes is passed over; bytes
    that fit no encoding are replaced by U+FFFD and noted. Bytes that are no text give "" and a note.
    """
    note = _binary_note(raw)
    if note:
        return Decoded("", None, note)
    named = _declared(raw, declared)
    for name in (*_told_by_bytes(raw), *named):
        text = _strict(raw, name)
        if text is not None and (name not in LATIN or is_latin_script(raw[:SAMPLE])):
            return Decoded(text, name, _garbled_note(text))
    return _guessed(raw, named)


def _binary_note(raw: bytes) -> str | None:
    for signature, what, advice in SIGNATURES:
        if raw.startswith(signature):
            return f"this is {what}, not text: {advice}"
    if any(raw.startswith(mark) for mark, _ in BOMS) or find_wide(raw):
        return None
    sample = raw[:SAMPLE]
    if len(_CONTROL.findall(sample)) > MAX_CONTROL_SHARE * len(sample):
        return "these bytes are no text in any encoding: give the page as text or HTML"
    return None


def _told_by_bytes(raw: bytes) -> tuple[str, ...]:
    """Encodings that the bytes themselves tell. UTF-8 that decodes strictly is right whatever a header says of it."""
    mark = next((name for signature, name in BOMS if raw.startswith(signature)), None)
    if mark:
        return (mark,)
    return tuple(name for name in (find_wide(raw), find_escapes(raw[:SAMPLE]), "utf-8") if name)


def _declared(raw: bytes, declared: str | None) -> tuple[str, ...]:
    """The charsets that a header, an XML declaration and a meta element name, those that are none left out."""
    found = [match.group(1).decode("ascii") for pattern in (_XML, _META) if (match := pattern.search(raw[:4096]))]
    names = (web_name(name) for name in (declared, *found) if name)
    return tuple(name for name in names if name)


def _strict(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except (LookupError, UnicodeError):
        return None


def _guessed(raw: bytes, named: tuple[str, ...]) -> Decoded:
    for name in dict.fromkeys(("utf-8", *named)):  # a few broken bytes in a page of a known encoding
        text = raw.decode(name, "replace")
        lost = text.count("\ufffd")
        if lost <= max(3, len(text) // 1000) and (name not in LATIN or is_latin_script(raw[:SAMPLE])):
            return Decoded(text, name, f"{lost} bytes are not {name.upper()} and are shown as \ufffd")
    if (mixed := _mixed(raw)) is not None:
        return Decoded(mixed, "utf-8", "parts of the page are UTF-8 and others Windows-1252: each was read as what it is")
    name = _guess_name(raw[:SAMPLE])
    stated = f"the encoding that is stated ({named[0]}) does not fit" if named else "the encoding is not stated"
    note = f"{stated}; it was read as {name}: if letters look wrong, save it as UTF-8"
    return Decoded(raw.decode(name, "replace"), name, note)


def _mixed(raw: bytes) -> str | None:
    """UTF-8 with stretches of Windows-1252, as pages pasted together have them; None where that is not so.

    In Latin script other encodings rarely look like UTF-8 by chance: one valid sequence to eight broken bytes is enough.
    """
    valid = len(_SEQUENCE.findall(raw))
    broken = sum(byte >= 0x80 for byte in _SEQUENCE.sub(b"", raw))
    if 8 * valid < broken or not is_latin_script(raw[:SAMPLE]):
        return None
    return "".join(
        part.decode("utf-8" if i % 2 else "cp1252", "replace") for i, part in enumerate(_SEQUENCES.split(raw))
    )


def _guess_name(sample: bytes) -> str:
    """A guess: by the language that the commonest words tell and its letters, else by letters alone, else by kana, else
    charset_normalizer's."""
    from charset_normalizer import from_bytes

    alphabets, words = load_world().alphabets, strip_tags(sample)
    if western := _western(sample):
        return alphabets.find_encoding(words, western) or "cp1252"
    told = alphabets.find_encoding(words) if is_latin_script(sample) else _told_by_words(words)
    if told := told or find_kana(words):
        return told
    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _garbled_note(text: str) -> str | None:
    """A word where letters were garbled before the page was saved: UTF-8 once read as Windows-1252 ("â€œ")."""
    found = len(_GARBLED.findall(text[:SAMPLE]))
    if found < LEAST_GARBLED:
        return None
    return (f"letters of the page were garbled before it was saved ({found} like \u201c\u00e2\u20ac\u2122\u201d): "
            "words are shown as they stand")


def _western(sample: bytes) -> str | None:
    """The language of Western Europe that bytes read as Windows-1252 are in, told by its commonest words; None for others.

    Single-byte encodings differ in few letters, which a guess by letters confuses (Windows-1250 for a French page).
    """
    language = load_world().tongues.find(sample.decode("cp1252", "replace")) if is_latin_script(sample) else None
    return language if language in WESTERN else None


def _told_by_words(words: bytes) -> str | None:
    """The encoding of another script under which the commonest words and the letters are those of one language."""
    world = load_world()
    for name in world.alphabets.encodings:
        language = world.tongues.find(words.decode(name, "replace"))
        if language and world.alphabets.find_encoding(words, language) == name:
            return name
    return None
