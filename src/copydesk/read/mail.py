"""Mail: a newsletter or a forwarded article, HTML preferred; subject, time, sender; what is attached is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr

from copydesk.lexicon import load_world
from copydesk.read.announced import is_of_host
from copydesk.read.decode import decode
from copydesk.read.entries import Entry, Gap, Part, clean_line
from copydesk.read.forwarded import Forwarded, find_forwarded
from copydesk.read.mime import Unreadable, body_of, header, is_cut_off, leaves, read_headers, read_message
from copydesk.read.parcel import Parcel
from copydesk.read.stamps import iso_of
from copydesk.read.wrapping import join_flowed, join_lines

LEAST_HEADERS = 3  # of those below must stand at the top of a file that is not named a mail
HEADERS = (
    "from", "to", "subject", "date", "message-id", "mime-version", "received", "content-type", "delivered-to", "return-path",
    "list-id", "reply-to",
)
MAX_LISTED = 12
_MBOX = re.compile(rb"(?:\A|(?<=\n))From [^\r\n]*\d{4}\r?\n(?=[A-Za-z-]+: )")


def is_mail(head: bytes, name: str) -> bool:
    """Whether the first bytes are the headers of a mail."""
    if _MBOX.match(head):
        return True
    headers = read_headers(head)
    found = sum(each in headers for each in HEADERS) if headers is not None else 0
    return found >= (1 if name.lower().endswith(".eml") else LEAST_HEADERS)


def read_mail(parcel: Parcel) -> Iterator[Part]:
    """A mail is one page; mails attached to it, and the mails of a mailbox file, are numbered."""
    raw = parcel.load()
    boxed = _MBOX.match(raw) is not None
    number = 0 if boxed else None
    for each in (part for part in _MBOX.split(raw) if part.strip()) if boxed else (raw,):
        for message in _messages(each):
            part = message if isinstance(message, Gap) else _read_one(message)
            if part is None:
                continue
            number = number + 1 if number is not None else None
            yield replace(part, number=number)
            number = number or 0


def _messages(raw: bytes) -> Iterator[EmailMessage | Gap]:
    """A mail, then the mails attached to it, in their order."""
    try:
        waiting = [read_message(raw)]
    except Unreadable as fault:
        yield Gap(reason=str(fault))
        return
    while waiting:
        message = waiting.pop(0)
        yield message
        attached = (part.get_payload() for part in leaves(message) if part.get_content_type() == "message/rfc822")
        waiting[:0] = [
            each for payload in attached if isinstance(payload, list) for each in payload if isinstance(each, EmailMessage)
        ]


def _read_one(message: EmailMessage) -> Entry | None:
    """The entry of a mail; None for one that only carries others."""
    parts = list(leaves(message))
    carries = any(part.get_content_type() == "message/rfc822" for part in parts)
    return _entry(message, parts) if not carries or any(_is_body(part) for part in parts) else None


def _is_body(part: EmailMessage) -> bool:
    attached = (part.get_content_disposition() or "").startswith("attachment")
    return part.get_content_type() in ("text/html", "text/plain") and not attached and bool(body_of(part).strip())


def _entry(message: EmailMessage, parts: list[EmailMessage]) -> Entry:
    bodies = [part for part in parts if _is_body(part)]
    body = next((part for part in bodies if part.get_content_type() == "text/html"), next(iter(bodies), None))
    text, note = _text(body) if body is not None else ("", None)
    is_html = body is not None and body.get_content_type() == "text/html"
    forwarded = find_forwarded(text, is_html=is_html)
    notes = [note] if note else []
    if forwarded and forwarded.words_above:
        notes.append(f"words of the person who forwarded it left out: {forwarded.words_above}")
    notes += _missing(message, parts, bodies)
    text = forwarded.body if forwarded else text
    subject = clean_line(forwarded.subject if forwarded and forwarded.subject else header(message, "Subject"))
    name, outlet = _sender(message, forwarded)
    return Entry(
        number=None, basis="mail", media_type="message/rfc822", markup=text if is_html else None,
        text=None if is_html else text, headline=load_world().mail_words.prefix.sub("", subject) if subject else None,
        published=forwarded.date if forwarded else iso_of(header(message, "Date")),
        authors=(name,) if name else (), outlet=outlet, has_furniture=True, notes=tuple(notes),
    )


def _text(part: EmailMessage) -> tuple[str, str | None]:
    decoded = decode(body_of(part), declared=part.get_content_charset())
    if part.get_content_type() == "text/html":
        return decoded.text, decoded.note
    flowed = part.get_param("format", "") == "flowed"
    return (join_flowed if flowed else join_lines)(decoded.text).strip(), decoded.note


def _missing(message: EmailMessage, parts: list[EmailMessage], bodies: list[EmailMessage]) -> Iterator[str]:
    """What of the mail is not read: attachments by name, and what was lost."""
    if is_cut_off(message):
        yield "the mail is cut off: what lies behind is lost"
    others = [part for part in parts if part not in bodies and part.get_content_type() != "message/rfc822"]
    names = [_name(part) for part in others if body_of(part)]
    if names:
        more = f" and {len(names) - MAX_LISTED} more" if len(names) > MAX_LISTED else ""
        yield f"attached and not read: {', '.join(names[:MAX_LISTED])}{more}"


def _name(part: EmailMessage) -> str:
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError):
        name = None
    return f"{clean_line(name)} ({part.get_content_type()})" if name else part.get_content_type()


def _is_house(name: str, address: str) -> bool:
    """Whether a sender's name is that of its domain, not that of the person whose mailbox it is."""
    box, _, host = address.partition("@")
    return host != "" and is_of_host(name, f"https://{host}") and not any(word in box.lower() for word in name.lower().split())


def _sender(message: EmailMessage, forwarded: Forwarded | None) -> tuple[str | None, str | None]:
    """Author and outlet: the outlet of the sender's domain; the sender's name is the outlet of a mailing or where it names the
    domain, else an author."""
    stated = forwarded.sender if forwarded else header(message, "From")
    name, address = parseaddr(stated or "")
    name = clean_line(name) or ""
    known = load_world().outlets.by_host(address.rpartition("@")[2]) if "@" in address else None
    known = known or (load_world().outlets.find_plain(name) if name else None)
    if known:
        return (name if name and not load_world().outlets.find_plain(name) and " " in name else None), known.name
    if name and _is_house(name, address):
        return None, name
    if not forwarded and ("list-id" in message or "list-unsubscribe" in message):
        return None, name or None
    return name or None, None
