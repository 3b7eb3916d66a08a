"""MIME messages, parsed within caps: what mails and saved pages (MHTML) have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import HeaderParseError, MessageDefect
from email.header import decode_header
from email.message import EmailMessage
from email.parser import BytesHeaderParser, BytesParser
from email.policy import EmailPolicy

MAX_MESSAGE = 60_000_000  # bytes of one message with all it carries
MAX_PARTS = 5_000
# Lines times multiparts: the library compares each line with the end of each part that is open. 200 mails in one digest
# of 50,000 lines reach 10 million.
MAX_LOOKS = 20_000_000
_BOUNDARY = re.compile(rb"multipart/", re.IGNORECASE)
_CUT_OFF = ("CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect")


def _plain(_name: str, value: str) -> str:
    """A header as text, its encoded words decoded. The library's own grammar of headers fails on hostile ones."""
    text = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        parts = decode_header(text) if "=?" in text else [(text, None)]
        return "".join(part if isinstance(part, str) else part.decode(charset or "ascii", "replace") for part, charset in parts)
    except (HeaderParseError, ValueError, LookupError):
        return text


POLICY = EmailPolicy(header_factory=_plain)


class Unreadable(Exception):
    """A message that cannot be parsed within the caps; its text says why."""


def read_headers(head: bytes) -> EmailMessage | None:
    """The headers of a message from its first bytes; None where they are no headers."""
    block = re.split(rb"\r?\n\r?\n", head.lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    if not re.match(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t\r]?", block) or len(block) > 60_000:
        return None
    return BytesHeaderParser(policy=POLICY).parsebytes(block + b"\r\n\r\n")


def read_message(raw: bytes) -> EmailMessage:
    """The message with its parts. Raises Unreadable where it is too large, or nested too deeply."""
    if len(raw) > MAX_MESSAGE:
        raise Unreadable(f"the message is larger than {MAX_MESSAGE:,} bytes")
    nested = len(_BOUNDARY.findall(raw))
    if nested > MAX_PARTS or nested * raw.count(b"\n") > MAX_LOOKS:
        raise Unreadable("the message holds too many parts within parts")
    try:
        return BytesParser(policy=POLICY).parsebytes(raw.lstrip(b"\xef\xbb\xbf\r\n"))
    except RecursionError as fault:
        raise Unreadable("the message holds messages within messages without end") from fault


def leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold no parts, in their order; an attached message is one, and is not looked into."""
    waiting = [message]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting[:0] = [each for each in part.iter_parts() if isinstance(each, EmailMessage)]
        else:
            yield part


def header(message: EmailMessage, name: str) -> str | None:
    """A header on one line, its encoded words decoded; None where it is not there."""
    value = message.get(name)
    return " ".join(str(value).replace("\x00", "").split()) or None if value is not None else None


def body_of(part: EmailMessage) -> bytes:
    """The bytes of a part, its transfer coding undone."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def is_cut_off(message: EmailMessage) -> bool:
    """Whether the closing mark of the message or of one of its parts is missing."""
    defects: list[MessageDefect] = [defect for part in message.walk() for defect in part.defects]
    return any(type(defect).__name__ in _CUT_OFF for defect in defects)
