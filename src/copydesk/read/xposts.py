"""X: the archive of an account (`tweets.js`), and posts as its API gives them (versions 1.1 and 2)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from copydesk.read.decode import decode
from copydesk.read.entries import Gap, Part
from copydesk.read.parcel import Parcel
from copydesk.read.posts import Post, read_posts, row_of, rows_of, text_of
from copydesk.read.stamps import iso_of

MEDIA_TYPE = "application/json"
_OPENING = re.compile(r"\s*window\.YTD\.(\w+)\.part\d+\s*=\s*")
_REPOST = re.compile(r"RT @(\w{1,20}): (.*)", re.DOTALL)
Users = dict[str, dict[str, Any]]
MAX_ACCOUNT = 1_000_000  # bytes of account.js


def is_archive(head: bytes, _name: str) -> bool:
    """Whether the first bytes are a file of posts of an archive of X."""
    match = _OPENING.match(head[:200].decode("utf-8", "replace"))
    return match is not None and match[1] in ("tweet", "tweets", "note_tweet", "account")


def read_archive(parcel: Parcel) -> Iterator[Part]:
    """The posts of an archive; whose they are stands in `account.js` beside it."""
    rows = _rows(parcel.load())
    if rows is None:
        yield Gap(reason="the archive cannot be read: it may be cut off, unpack it again")
        return
    beside = parcel.beside("account.js")
    account = _account(beside.read_bytes()[:MAX_ACCOUNT]) if beside else {}
    if not account:
        yield Gap(reason="whose posts these are is not known: keep account.js beside the file")
    yield from read_posts((_archived(row, account) for row in rows), media_type=MEDIA_TYPE, of="the archive")


def _rows(raw: bytes) -> list[dict[str, Any]] | None:
    try:
        return rows_of(json.loads(_OPENING.sub("", decode(raw).text, count=1)))
    except (ValueError, RecursionError):
        return None


def _account(raw: bytes) -> dict[str, Any]:
    return row_of((_rows(raw) or [{}])[0].get("account"))


def _archived(row: dict[str, Any], account: dict[str, Any]) -> Post | str:
    long = row_of(row.get("noteTweet"))
    if long:
        text = row_of(long.get("core")).get("text")
        row = {"id_str": long.get("noteTweetId"), "full_text": text, "created_at": long.get("createdAt"),
               "entities": {"urls": row_of(long.get("core")).get("urls")}}
    words = row_of(row.get("tweet")) or row
    if "full_text" not in words and "text" not in words:
        return "records that are no posts"
    return _old(words, {"name": account.get("accountDisplayName"), "screen_name": account.get("username")})


def is_posts(stated: Any) -> bool:
    """Whether parsed JSON is an answer of version 2, or posts of version 1.1."""
    if isinstance(stated, dict) and "data" in stated:
        return any("text" in row and "id" in row for row in _list(stated["data"]))
    rows = _list(stated)
    return bool(rows) and all(("full_text" in row or "text" in row) and "created_at" in row and "user" in row for row in rows)


def read_api_posts(stated: Any) -> Iterator[Part]:
    """The posts of an answer; what it includes only for reference is used for names and for the words of reposts."""
    if isinstance(stated, dict) and "data" in stated:
        included = row_of(stated.get("includes"))
        users = {str(row.get("id")): row for row in rows_of(included.get("users"))}
        others = {str(row.get("id")): row for row in (*_list(stated["data"]), *rows_of(included.get("tweets")))}
        posts = (_new(row, users, others) for row in _list(stated["data"]))
    else:
        posts = (_old(row, row_of(row.get("user"))) for row in _list(stated))
    yield from read_posts(posts, media_type=MEDIA_TYPE, of="the list of posts")


def _list(stated: Any) -> list[dict[str, Any]]:
    return [stated] if isinstance(stated, dict) else rows_of(stated)


def _old(row: dict[str, Any], user: dict[str, Any]) -> Post:
    """A post of version 1.1 or of an archive; a repost in an archive is only a text that opens with "RT @name: "."""
    shared = row_of(row.get("retweeted_status"))
    words, writer = (shared, row_of(shared.get("user"))) if shared else (row, user)
    text = _with_links(html.unescape(_text(words)), words)
    match = None if shared else _REPOST.match(text)
    carried = iso_of(text_of(row.get("created_at")))
    is_repost = bool(shared or match)
    identity, handle = text_of(words.get("id_str")) or str(words.get("id") or ""), text_of(writer.get("screen_name"))
    answered = text_of(words.get("in_reply_to_screen_name"))
    return Post(
        author=f"@{match[1]}" if match else _name(writer, "screen_name"), text=match[2] if match else text,
        published=iso_of(text_of(words.get("created_at"))) if not match else None,
        carrier=_name(user, "screen_name") if is_repost else None, carried=carried if is_repost else None,
        url=f"https://x.com/{handle}/status/{identity}" if handle and identity else None, language=text_of(words.get("lang")),
        reply_to=f"@{answered}" if answered else None, is_cut=bool(match and text.endswith("…")),
        quotes=_name(row_of(row_of(words.get("quoted_status")).get("user")), "screen_name"), pictures=_media(words),
    )


def _new(row: dict[str, Any], users: Users, others: Users) -> Post:
    links = {text_of(each.get("type")): str(each.get("id")) for each in rows_of(row.get("referenced_tweets"))}
    shared = others.get(links.get("retweeted", ""))
    own = _with_links(html.unescape(_text(row)), row)
    match = _REPOST.match(own) if "retweeted" in links and not shared else None
    words = shared or row
    writer = users.get(str(words.get("author_id")), {})
    carrier = _name(users.get(str(row.get("author_id")), {}), "username") if "retweeted" in links else None
    handle, keys = text_of(writer.get("username")), row_of(words.get("attachments")).get("media_keys")
    return Post(
        author=f"@{match[1]}" if match else _name(writer, "username") or _numbered(words),
        text=match[2] if match else _with_links(html.unescape(_text(words)), words),
        published=iso_of(text_of(words.get("created_at"))),
        carrier=carrier, carried=iso_of(text_of(row.get("created_at"))) if carrier else None,
        url=f"https://x.com/{handle or 'i'}/status/{words.get('id')}", language=text_of(words.get("lang")),
        reply_to=_other(links.get("replied_to"), users, others), quotes=_other(links.get("quoted"), users, others),
        is_cut=bool(match and match[2].endswith("…")),
        pictures=("",) * len(keys) if isinstance(keys, list) else (),
    )


def _text(row: dict[str, Any]) -> str:
    whole = row_of(row.get("note_tweet")).get("text") or row_of(row.get("extended_tweet")).get("full_text")
    return text_of(whole) or text_of(row.get("full_text")) or text_of(row.get("text")) or ""


def _with_links(text: str, row: dict[str, Any]) -> str:
    """The text with the addresses that its short links stand for; a link to the post's own picture says nothing."""
    entities = (row_of(row.get("entities")), row_of(row_of(row.get("note_tweet")).get("entities")))
    for link in (each for held in entities for each in (*rows_of(held.get("urls")), *rows_of(held.get("media")))):
        short = text_of(link.get("url")) or text_of(link.get("shortUrl"))
        is_own = "media_key" in link or "media_url_https" in link or "media_url" in link
        meant = "" if is_own else text_of(link.get("expanded_url")) or text_of(link.get("expandedUrl"))
        if short and meant is not None:
            text = text.replace(short, meant)
    return text.strip()


def _media(row: dict[str, Any]) -> tuple[str, ...]:
    media = row_of(row.get("extended_entities")).get("media") or row_of(row.get("entities")).get("media")
    return tuple(text_of(each.get("ext_alt_text")) or "" for each in rows_of(media))


def _name(user: dict[str, Any], named_by: str) -> str | None:
    name, handle = text_of(user.get("name")), text_of(user.get(named_by))
    return f"{name} (@{handle})" if name and handle else name or (f"@{handle}" if handle else None)


def _numbered(row: dict[str, Any]) -> str | None:
    return f"account {row['author_id']}" if row.get("author_id") else None


def _other(identity: str | None, users: Users, others: Users) -> str | None:
    if identity is None:
        return None
    post = others.get(identity, {})
    return _name(users.get(str(post.get("author_id")), {}), "username") or f"post {identity}"
