"""Mastodon: the archive of an account (`outbox.json`), and statuses as its API gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from copydesk.read.entries import Gap, Part
from copydesk.read.posts import Post, read_posts, row_of, rows_of, text_of
from copydesk.read.stamps import iso_of

MEDIA_TYPE = "application/activity+json"
_USER = re.compile(r"https?://([^/]+)/(?:users/|@)([\w.-]+)")


def is_outbox(stated: Any) -> bool:
    """Whether parsed JSON is a collection of activities."""
    return isinstance(stated, dict) and "orderedItems" in stated


def read_outbox(stated: dict[str, Any], actor: dict[str, Any] | None = None) -> Iterator[Part]:
    """The posts of an archive. actor: the account's own record (`actor.json` beside it), which has its name."""
    name = text_of((actor or {}).get("name"))
    activities = rows_of(stated["orderedItems"])
    yield from read_posts((_activity(row, name) for row in activities), media_type=MEDIA_TYPE, of="the archive")


def is_statuses(stated: Any) -> bool:
    """Whether parsed JSON is a status, a list of them, or the statuses around one."""
    rows = _statuses(stated)
    return bool(rows) and all("content" in row and "account" in row for row in rows)


def read_statuses(stated: Any) -> Iterator[Part]:
    """Statuses of the API; a reblog has the words and the author of the status it passes on."""
    yield from read_posts(map(_status, _statuses(stated)), media_type=MEDIA_TYPE, of="the list of statuses")


def _statuses(stated: Any) -> list[dict[str, Any]]:
    if isinstance(stated, dict):
        around = [row for name in ("ancestors", "descendants", "statuses") for row in rows_of(stated.get(name))]
        return around or ([stated] if "content" in stated else [])
    return rows_of(stated)


def _activity(row: dict[str, Any], name: str | None) -> Post | str:
    note = row_of(row.get("object"))
    handle = _handle(text_of(row.get("actor")))
    if row.get("type") == "Announce" and not note:
        return "reposts, whose words are not in the archive"
    if row.get("type") not in ("Create", "Announce") or not note:
        return f"activities of the kind {text_of(row.get('type')) or 'unknown'}"
    own = " ".join(filter(None, (name, f"({handle})" if name and handle else handle)))
    shared = row.get("type") == "Announce"
    warning, content = text_of(note.get("summary")), text_of(note.get("content"))
    return Post(
        author=_handle(text_of(note.get("attributedTo"))) if shared else own, markup=content,
        published=iso_of(text_of(note.get("published"))), modified=iso_of(text_of(note.get("updated"))),
        carrier=own if shared else None, carried=iso_of(text_of(row.get("published"))) if shared else None,
        url=text_of(note.get("url")) or text_of(note.get("id")), language=next(iter(row_of(note.get("contentMap"))), None),
        reply_to=_handle(text_of(note.get("inReplyTo"))), warning=warning,
        choices=_choices((*rows_of(note.get("oneOf")), *rows_of(note.get("anyOf"))), "name"),
        pictures=tuple(text_of(each.get("name")) or "" for each in rows_of(note.get("attachment"))),
    )


def _status(row: dict[str, Any]) -> Post:
    shared = row_of(row.get("reblog"))
    words = shared or row
    answered = text_of(words.get("in_reply_to_account_id")) or text_of(words.get("in_reply_to_id"))
    mentions = {str(each.get("id")): text_of(each.get("acct")) for each in rows_of(words.get("mentions"))}
    return Post(
        author=_account(words), markup=text_of(words.get("content")), published=iso_of(text_of(words.get("created_at"))),
        modified=iso_of(text_of(words.get("edited_at"))), url=text_of(words.get("url")) or text_of(words.get("uri")),
        carrier=_account(row) if shared else None, carried=iso_of(text_of(row.get("created_at"))) if shared else None,
        language=text_of(words.get("language")), warning=text_of(words.get("spoiler_text")),
        choices=_choices(rows_of(row_of(words.get("poll")).get("options")), "title"),
        reply_to=(f"@{mentions[answered]}" if mentions.get(answered) else f"account {answered}") if answered else None,
        pictures=tuple(text_of(each.get("description")) or "" for each in rows_of(words.get("media_attachments"))),
    )


def _choices(options: Iterable[dict[str, Any]], named_by: str) -> tuple[str, ...]:
    return tuple(name for each in options if (name := text_of(each.get(named_by))))


def is_actor(stated: Any) -> bool:
    """Whether parsed JSON is the record of an account, without posts."""
    return isinstance(stated, dict) and "preferredUsername" in stated and "orderedItems" not in stated


def read_actor(_stated: dict[str, Any]) -> Iterator[Part]:
    """No post: the record is read beside the archive, for the account's name."""
    yield Gap(reason="the record of an account, which holds no post: its name is read with outbox.json beside it")


def _account(row: dict[str, Any]) -> str | None:
    account = row_of(row.get("account"))
    name, handle = text_of(account.get("display_name")), text_of(account.get("acct"))
    return f"{name} (@{handle})" if name and handle else name or (f"@{handle}" if handle else None)


def _handle(address: str | None) -> str | None:
    """ "@ann@m.example" for the address of an account or of one of its posts; the address where it tells no name."""
    match = _USER.match(address or "")
    return f"@{match[2]}@{match[1]}" if match else address
