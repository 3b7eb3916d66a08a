"""Telegram's exports (`result.json`, `messages.html`): one entry a message with words, its channel or author as outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from copydesk.read.decode import decode
from copydesk.read.entries import Gap, Part, clean_line
from copydesk.read.html import parse_markup
from copydesk.read.parcel import Parcel
from copydesk.read.posts import Post, read_posts, row_of, rows_of, text_of
from copydesk.read.stamps import iso_of, iso_of_epoch

JSON_TYPE, HTML_TYPE = "application/json", "text/html"
_PAGE = re.compile(rb"class=\"page_wrap[^>]*>.{0,1000}?class=\"page_header|class=\"message (?:default|service)", re.DOTALL)


def is_telegram(stated: Any) -> bool:
    """Whether parsed JSON is a chat, or a whole account, as Telegram exports it."""
    if not isinstance(stated, dict):
        return False
    chats = [stated, *rows_of(row_of(stated.get("chats")).get("list"))]
    return any(isinstance(chat.get("messages"), list) and "type" in chat for chat in chats) or "left_chats" in stated


def read_telegram(stated: dict[str, Any]) -> Iterator[Part]:
    """The messages of one chat, or of all chats of an account."""
    chats = [stated] if "messages" in stated else [
        chat for name in ("chats", "left_chats") for chat in rows_of(row_of(stated.get(name)).get("list"))
    ]
    yield from read_posts((post for chat in chats for post in _posts(chat)), media_type=JSON_TYPE, of="the chat")


def _posts(chat: dict[str, Any]) -> Iterator[Post | str]:
    messages = rows_of(chat.get("messages"))
    authors = {str(message.get("id")): text_of(message.get("from")) for message in messages}
    for message in messages:
        if message.get("type") != "message":
            yield "notices of the service"
            continue
        sender = text_of(message.get("from")) or text_of(chat.get("name"))
        origin = text_of(message.get("forwarded_from")) or text_of(message.get("saved_from"))
        answered = message.get("reply_to_message_id")
        carried = iso_of_epoch(message.get("date_unixtime")) or iso_of(text_of(message.get("date")))
        poll = row_of(message.get("poll"))
        media = [name for name in ("photo", "file", "media_type") if message.get(name)][:1]
        yield Post(
            author=origin or sender, text=_text(message.get("text")) or text_of(poll.get("question")),
            published=None if origin else carried,
            carrier=sender if origin else None, carried=carried if origin else None,
            modified=iso_of_epoch(message.get("edited_unixtime")) or iso_of(text_of(message.get("edited"))),
            reply_to=None if answered is None else authors.get(str(answered)) or f"message {answered}",
            pictures=("",) * len(media),
            choices=tuple(text for each in rows_of(poll.get("answers")) if (text := text_of(each.get("text")))),
        )


def _text(value: object) -> str:
    """A message's text: a string, or a list of strings and of objects that mark names, links and the like."""
    if isinstance(value, list):
        return "".join(part if isinstance(part, str) else text_of(row_of(part).get("text")) or "" for part in value)
    return text_of(value) or ""


def is_telegram_page(head: bytes, _name: str) -> bool:
    """Whether the first bytes are a page of messages that Telegram exported."""
    return _PAGE.search(head) is not None and b"Exported Data" in head


def read_telegram_page(parcel: Parcel) -> Iterator[Part]:
    """The messages of one exported page."""
    decoded = decode(parcel.load())
    root, note = parse_markup(decoded.text)
    for told in filter(None, (decoded.note, note)):
        yield Gap(reason=told)
    if root is not None:
        yield from read_posts(_page_posts(root), media_type=HTML_TYPE, of="the chat")


def _page_posts(root: Any) -> Iterator[Post | str]:
    """The messages of a page; one that is joined to the one before has its sender."""
    chat = _words(next(_within(root, "page_header"), None))
    senders: dict[str, str | None] = {}
    sender = chat
    for message in _within(root, "message"):
        if "service" in _classes(message):
            yield "notices of the service"
            continue
        forwarded = next(_within(message, "forwarded body"), None)
        names = [each for each in _within(message, "from_name") if forwarded is None or each.getparent() is not forwarded]
        sender = _words(next(iter(names), None)) or sender
        senders[message.get("id") or ""] = sender
        yield _page_post(message, forwarded, sender, senders)


def _page_post(message: Any, forwarded: Any, sender: str | None, senders: dict[str, str | None]) -> Post:
    origin = _words(next(_within(forwarded, "from_name"), None)) if forwarded is not None else None
    dates = [each for each in _within(message, "date details") if each.get("title")]
    own = next((each for each in dates if each.tag == "div"), None)
    first = next((each for each in dates if each is not own), None)
    carried = iso_of(own.get("title")) if own is not None else None
    reply = next((link.get("href") or "" for each in _within(message, "reply_to") for link in each.iter("a")), "")
    answered = reply.removeprefix("#go_to_")
    return Post(
        author=origin or sender, text="\n".join(filter(None, map(_lines, _within(message, "text")))),
        published=(iso_of(first.get("title")) if first is not None else None) if origin else carried,
        carrier=sender if origin else None, carried=carried if origin else None,
        reply_to=(senders.get(answered) or answered) if answered else None,
        pictures=tuple("" for _ in _within(message, "media_wrap")),
    )


def _within(element: Any, words: str) -> Iterator[Any]:
    """The elements below (or the element itself) that bear all the class words."""
    wanted = set(words.split())
    return (each for each in element.iter("div", "span") if wanted <= _classes(each))


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split())


def _words(element: Any) -> str | None:
    """The text of a name, without the time that stands in it."""
    if element is None:
        return None
    own = [element.text or "", *(each.tail or "" if "date" in _classes(each) else _all(each) for each in element)]
    return clean_line("".join(own))


def _all(element: Any) -> str:
    return "".join(element.itertext()) + (element.tail or "")


def _lines(element: Any) -> str:
    """The text of a message, a line a `<br>`."""
    for each in element.iter("br"):
        each.tail = "\n" + (each.tail or "")
    return "\n".join(" ".join(line.split()) for line in "".join(element.itertext()).strip().split("\n"))
