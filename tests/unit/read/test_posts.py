"""Exports of Telegram, Mastodon and X: short articles with their author as outlet; replies and reposts are said."""

import json
from pathlib import Path
from typing import Any

import pytest

from copydesk.read.entries import Entry, Gap, read_entry
from copydesk.read.formats import read_parts
from copydesk.read.page import Stated
from copydesk.read.parcel import Parcel


def read(raw: Any, name: str = "result.json", path: Path | None = None) -> tuple[list[Entry], list[Gap]]:
    packed = raw.encode() if isinstance(raw, str) else json.dumps(raw).encode()
    if path is not None:
        path.write_bytes(packed)
    parts = list(read_parts(Parcel(name=name, raw=None if path else packed, path=path)) or ())
    return [p for p in parts if isinstance(p, Entry)], [p for p in parts if isinstance(p, Gap)]


def text_of(entry: Entry) -> str:
    return read_entry(entry, Stated(key="a"))[0].text


CHAT: dict[str, Any] = {"name": "Port Authority", "type": "public_channel", "id": 1, "messages": [
    {"id": 1, "type": "service", "date": "2024-03-05T09:00:00", "action": "create_channel"},
    {"id": 2, "type": "message", "date": "2024-03-05T11:00:00", "date_unixtime": "1709632800", "from": "Port Authority",
     "text": ["The port is ", {"type": "bold", "text": "shut"}, ".\nNobody leaves."], "photo": "photos/1.jpg"},
    {"id": 3, "type": "message", "date": "2024-03-05T12:00:00", "date_unixtime": "1709636400", "from": "Port Authority",
     "forwarded_from": "Coast Guard", "text": "Two ships wait."},
    {"id": 4, "type": "message", "date": "2024-03-05T13:00:00", "from": "Ann", "reply_to_message_id": 2, "text": "Until when?"},
    {"id": 5, "type": "message", "date_unixtime": "1709636400", "text": "", "file": "a.mp4"},
]}


@pytest.mark.parametrize("stated", [CHAT, {"about": "x", "chats": {"list": [CHAT]}}])
def test_messages_of_a_chat_are_short_articles(stated: dict[str, Any]) -> None:
    """Marked words are joined, times are in UTC, a forwarded message has the outlet whose words it is."""
    (first, second, third), (gap,) = read(stated)
    assert (text_of(first), first.outlet, first.published) == (
        "The port is shut.\nNobody leaves.", "Port Authority", "2024-03-05T10:00:00Z",
    )
    assert "left out: 1" in first.notes[0]
    assert (second.outlet, second.published) == ("Coast Guard", None)
    assert second.notes == ("a repost by Port Authority at 2024-03-05T11:00:00Z",)
    assert (third.outlet, third.published, third.notes) == (
        "Ann", "2024-03-05T13:00:00", ("a reply to Port Authority, whose words are not part of it",),
    )
    assert "notices of the service (1)" in gap.reason
    assert "posts without words (1)" in gap.reason


PAGE = """<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">Port Authority </div></div></div>
<div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">5 March 2024</div></div>
<div class="message default clearfix" id="message2"><div class="pull_left userpic_wrap"><div class="initials">P</div></div>
<div class="body"><div class="pull_right date details" title="05.03.2024 11:00:00 UTC+01:00">11:00</div>
<div class="from_name">Port Authority </div>
<div class="text">The <em>port <strong>is</strong></em> <b>shut</b>.<br>Nobody leaves &amp; waits.</div>
</div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
<div class="pull_right date details" title="05.03.2024 12:00:00 UTC+01:00">12:00</div>
<div class="reply_to details">In reply to <a href="#go_to_message2">this message</a></div>
<div class="media_wrap clearfix"><div class="title bold">Photo</div></div><div class="text">See the quay.</div></div></div>
<div class="message default clearfix" id="message4"><div class="body">
<div class="pull_right date details" title="05.03.2024 13:00:00 UTC+01:00">13:00</div><div class="from_name">Ann </div>
<div class="pull_left forwarded userpic_wrap"></div><div class="forwarded body"><div class="from_name">Coast Guard
<span class="date details" title="04.03.2024 09:00:00 UTC+01:00"> 04.03.2024 09:00:00</span></div>
<div class="text">Two ships wait.</div></div></div></div>
</div></div></div></body></html>"""


def test_exported_pages_of_messages_are_read_as_their_json_is() -> None:
    """Joined messages have the sender of the one before; the text of buttons, names and times is not theirs."""
    (first, second, third), (gap,) = read(PAGE, "messages.html")
    assert (text_of(first), first.outlet, first.published) == (
        "The port is shut.\nNobody leaves & waits.", "Port Authority", "2024-03-05T11:00:00+01:00",
    )
    assert (text_of(second), second.outlet) == ("See the quay.", "Port Authority")
    assert second.notes[0].startswith("a reply to Port Authority")
    assert (third.outlet, third.published, text_of(third)) == ("Coast Guard", "2024-03-04T09:00:00+01:00", "Two ships wait.")
    assert third.notes == ("a repost by Ann at 2024-03-05T13:00:00+01:00",)
    assert "notices of the service (1)" in gap.reason


OUTBOX = {"@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection", "orderedItems": [
    {"type": "Create", "actor": "https://m.example/users/port", "published": "2024-03-05T10:00:00Z", "object": {
        "type": "Note", "id": "https://m.example/users/port/statuses/1", "url": "https://m.example/@port/1", "summary": "storm",
        "published": "2024-03-05T10:00:00Z", "inReplyTo": "https://n.example/users/ann/statuses/7",
        "content": "<p>The port is shut.</p><p>Nobody leaves &amp; waits.</p>", "contentMap": {"en": "x"},
        "attachment": [{"type": "Document", "name": "The quay from above"}]}},
    {"type": "Announce", "actor": "https://m.example/users/port", "object": "https://n.example/users/ben/statuses/8"},
]}


def test_an_archive_of_mastodon_has_the_name_of_its_account_beside_it(tmp_path: Path) -> None:
    """Answers and warnings are said; reposts without words are counted."""
    (tmp_path / "actor.json").write_text(json.dumps({"name": "Port Authority"}))
    (post,), (gap,) = read(OUTBOX, path=tmp_path / "outbox.json")
    assert text_of(post) == "The port is shut.\nNobody leaves & waits."
    assert (post.outlet, post.published, post.language, post.url) == (
        "Port Authority (@port@m.example)", "2024-03-05T10:00:00Z", "en", "https://m.example/@port/1",
    )
    assert "a reply to @ann@n.example" in post.notes[0]
    assert "storm" in post.notes[1]
    assert "The quay from above" in post.notes[2]
    assert "reposts, whose words are not in the archive (1)" in gap.reason
    assert read(OUTBOX)[0][0].outlet == "@port@m.example"


def test_statuses_of_the_api_and_their_reblogs() -> None:
    """A reblog has the words, author and time of what it passes on."""
    ann = {"display_name": "Ann Lee", "acct": "ann@n.example"}
    status = {"id": "1", "created_at": "2024-03-05T10:00:00.000Z", "content": "<p>Pier shut</p>", "account": ann,
              "language": "en", "url": "https://n.example/@ann/1", "spoiler_text": "", "media_attachments": []}
    shared = {"id": "2", "created_at": "2024-03-06T10:00:00.000Z", "content": "", "account": {"acct": "ben"}, "reblog": status}
    for stated in ([status, shared], {"ancestors": [status], "descendants": [shared]}):
        (first, second), gaps = read(stated)
        assert (first.outlet, first.notes) == ("Ann Lee (@ann@n.example)", ())
        assert (second.outlet, second.published) == ("Ann Lee (@ann@n.example)", "2024-03-05T10:00:00Z")
        assert second.notes == ("a repost by @ben at 2024-03-06T10:00:00Z",)
        assert gaps == []


TWEETS = [
    {"tweet": {"id_str": "1", "full_text": "The port is shut &amp; the pier too", "lang": "en",
               "created_at": "Tue Mar 05 10:00:00 +0000 2024", "in_reply_to_screen_name": "ann"}},
    {"tweet": {"id_str": "2",
               "full_text": "RT @coast: Two ships wait at the…", "created_at": "Tue Mar 05 11:00:00 +0000 2024"}},
]


def test_an_archive_of_x_takes_its_account_from_the_file_beside_it(tmp_path: Path) -> None:
    """A repost is a text that opens with "RT @name: ", and is cut where it ends with three dots."""
    account = [{"account": {"username": "port", "accountDisplayName": "Port Authority"}}]
    (tmp_path / "account.js").write_text(f"window.YTD.account.part0 = {json.dumps(account)}")
    (first, second), gaps = read(f"window.YTD.tweets.part0 = {json.dumps(TWEETS)}", path=tmp_path / "tweets.js")
    assert (text_of(first), first.outlet, first.published) == (
        "The port is shut & the pier too", "Port Authority (@port)", "2024-03-05T10:00:00Z",
    )
    assert first.url == "https://x.com/port/status/1"
    assert "@ann" in first.notes[0]
    assert (second.outlet, second.published, text_of(second)) == ("@coast", None, "Two ships wait at the…")
    assert "a repost by Port Authority (@port) at 2024-03-05T11:00:00Z" in second.notes
    assert any("only the beginning" in note for note in second.notes)
    assert gaps == []
    _, (gap,) = read(f"window.YTD.tweets.part0 = {json.dumps(TWEETS)}")
    assert "account.js" in gap.reason


ANSWER = {"data": [
    {"id": "1", "text": "short…", "note_tweet": {"text": "The whole long words"}, "author_id": "7",
     "created_at": "2024-03-05T10:00:00.000Z", "lang": "en", "referenced_tweets": [{"type": "replied_to", "id": "9"}]},
    {"id": "2", "text": "RT @ann: Pier…", "author_id": "7", "created_at": "2024-03-05T12:00:00.000Z",
     "referenced_tweets": [{"type": "retweeted", "id": "8"}]},
    {"id": "3", "text": "RT @far: Gone…", "author_id": "7", "referenced_tweets": [{"type": "retweeted", "id": "77"}]},
], "includes": {
    "users": [{"id": "7", "name": "Port Authority", "username": "port"}, {"id": "6", "name": "Ann Lee", "username": "ann"}],
    "tweets": [{"id": "8", "text": "Pier shut for good", "author_id": "6", "created_at": "2024-03-05T11:00:00.000Z"}],
}}


@pytest.mark.parametrize("raw", [json.dumps(ANSWER), json.dumps(ANSWER) + "\n" + '{"data": []}\n'])
def test_answers_of_version_two_whole_or_a_line_each(raw: str) -> None:
    """Long posts are whole; what a repost passes on comes from what the answer includes."""
    (first, second, third), _ = read(raw)
    assert (first.text, first.outlet) == ("The whole long words", "Port Authority (@port)")
    assert first.url == "https://x.com/port/status/1"
    assert "a reply to post 9" in first.notes[0]
    assert (second.text, second.outlet, second.published) == ("Pier shut for good", "Ann Lee (@ann)", "2024-03-05T11:00:00Z")
    assert (third.outlet, third.text) == ("@far", "Gone…")


def test_posts_of_version_one() -> None:
    """One object a line, as collectors keep them; a line that is none is counted."""
    user = {"name": "Ann Lee", "screen_name": "ann"}
    post = {"id_str": "5", "full_text": "Pier shut", "created_at": "Tue Mar 05 10:00:00 +0000 2024", "user": user}
    shared = {**post, "id_str": "6", "user": {"screen_name": "ben"}, "retweeted_status": post}
    (first, second), (gap,) = read(json.dumps(post) + "\n" + json.dumps(shared) + '\n{"cut": "of')
    assert (first.outlet, second.outlet) == ("Ann Lee (@ann)", "Ann Lee (@ann)")
    assert second.notes[0].startswith("a repost by @ben")
    assert "no JSON left out: 1" in gap.reason


LINK = {"url": "https://t.co/a1", "expanded_url": "https://gazette.example/pier", "display_url": "gazette.example/p…"}
PICTURE = {"url": "https://t.co/b2", "expanded_url": "https://x.com/p/status/1/photo/1", "media_url_https": "https://p.example/1.jpg"}
WITH_LINKS = "Pier shut https://t.co/a1 https://t.co/b2"


@pytest.mark.parametrize(
    "stated",
    [
        [{"id_str": "1", "full_text": WITH_LINKS, "created_at": "Tue Mar 05 10:00:00 +0000 2024", "user": {"screen_name": "p"},
          "entities": {"urls": [LINK], "media": [PICTURE]}}],
        {"data": [{"id": "1", "text": WITH_LINKS, "entities": {"urls": [LINK, {**PICTURE, "media_key": "3_1"}]}}]},
        {"data": [{"id": "1", "text": "Pier…", "note_tweet": {"text": WITH_LINKS, "entities": {"urls": [LINK]}},
                   "entities": {"urls": [{"url": "https://t.co/b2", "media_key": "3_1"}]}}]},
    ],
)
def test_short_links_are_the_addresses_that_they_stand_for(stated: Any) -> None:
    """As the export states them; the link to the post's own picture is left out."""
    (entry,), _ = read(stated)
    assert entry.text == "Pier shut https://gazette.example/pier"


def test_polls_are_told_and_the_record_of_an_account_is_no_archive() -> None:
    """Choices are no words of the post; `actor.json` in a folder is not taken for something that cannot be read."""
    note = {"type": "Question", "content": "<p>Close the pier?</p>", "oneOf": [{"name": "Yes"}, {"name": "No"}]}
    (entry,), _ = read({"orderedItems": [{"type": "Create", "actor": "https://m.example/users/a", "object": note}]})
    assert entry.notes == ("a poll left out, whose choices are: Yes; No",)
    poll = {"question": "Close the pier?", "answers": [{"text": "Yes", "voters": 3}, {"text": "No", "voters": 1}]}
    (entry,), _ = read({**CHAT, "messages": [{"id": 1, "type": "message", "text": "", "from": "Ann", "poll": poll}]})
    assert (entry.text, entry.notes) == ("Close the pier?", ("a poll left out, whose choices are: Yes; No",))
    entries, (gap,) = read({"preferredUsername": "a", "name": "Ann"}, name="actor.json")
    assert entries == []
    assert "holds no post" in gap.reason


@pytest.mark.parametrize("stated", [
    {"name": 1, "type": "x", "messages": [None, 3, {"type": "message", "text": [None, {"text": 4}], "date": 7, "id": []}]},
    {"orderedItems": [{"type": "Create", "object": {"content": 5}}, {"type": 3}, {"object": None}]},
    {"orderedItems": None}, {"data": [{"id": None, "text": None}]}, {"data": {"id": 1, "text": 2, "referenced_tweets": 3}},
    [{"content": None, "account": None}], {"left_chats": None}, [{"text": [], "created_at": {}, "user": []}],
])
def test_values_of_a_wrong_kind_are_no_fault(stated: Any) -> None:
    """Exports change their form: what does not fit is told, never a crash."""
    entries, gaps = read(stated)
    assert entries == []
    assert gaps
