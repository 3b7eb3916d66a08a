"""Damaged files of every format: whatever bytes are lost, doubled or changed, reading ends with pages or with reasons."""

import gzip
import json
import random
import time

import pytest

from copydesk.read import Entry, Parcel, Stated, read_entry, read_parts

SENTENCE = "The harbour master said on Monday that no ship would leave port before the storm has passed over the coast."
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Gazette</title><item><title>Port &amp; pier</title><link>https://g.example/1</link><guid>1</guid>
<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{SENTENCE}</p>]]></content:encoded>
</item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><title>Port</title><link href="/1"/>
<updated>2024-03-05T10:00:00Z</updated><content type="xhtml"><div><p>{SENTENCE}</p></div></content></entry></feed>"""
MAIL = f"""From: Ann <ann@g.example>
To: b@x.example
Subject: =?utf-8?Q?Caf=C3=A9?=
Date: Tue, 05 Mar 2024 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>---------- Forwarded message ---------<br>From: Far Times &lt;a@f.example&gt;<br>Date: Mon, Mar 4, 2024 at 9:05 AM<br>
Subject: Pier</p><p>{SENTENCE}</p>
--b
Content-Type: message/rfc822

From: c@x.example
Subject: Inner

{SENTENCE}
--b--
"""
MHTML = MAIL.replace("To: b@x.example", "Snapshot-Content-Location: https://g.example/1").replace("mixed", "related")
ANSWER = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: identity\r\n\r\n<p>{SENTENCE}</p>"
RECORD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
    f"WARC-Target-URI: https://g.example/1\r\nContent-Type: application/http\r\nContent-Length: {len(ANSWER)}\r\n\r\n"
    f"{ANSWER}\r\n\r\n"
)
CHAT = json.dumps({"name": "Port", "type": "public_channel", "messages": [
    {"id": 1, "type": "message", "date_unixtime": "1709632800", "from": "Port",
     "text": [SENTENCE, {"type": "bold", "text": "x"}]},
]})
SAMPLES = {
    "a.xml": RSS, "b.xml": ATOM, "a.eml": MAIL, "a.mhtml": MHTML, "a.warc": RECORD * 2, "result.json": CHAT,
    "outbox.json": json.dumps({"orderedItems": [{"type": "Create", "actor": "https://m.example/users/a", "object": {
        "content": f"<p>{SENTENCE}</p>", "published": "2024-03-05T10:00:00Z", "inReplyTo": "https://n.example/@b/1"}}]}),
    "tweets.js": "window.YTD.tweets.part0 = " + json.dumps([{"tweet": {
        "id_str": "1", "full_text": SENTENCE, "created_at": "Tue Mar 05 10:00:00 +0000 2024"}}]),
    "feeds.opml": '<opml><body><outline text="x" xmlUrl="https://g.example/feed"/></body></opml>',
    "messages.html": f"""<title>Exported Data</title><div class="page_wrap">
        <div class="page_header"><div class="text bold">P</div></div>
        <div class="message default" id="message1"><div class="date details" title="05.03.2024 11:00:00 UTC+01:00"></div>
        <div class="from_name">P</div><div class="text">{SENTENCE}</div></div></div>""",
}


NASTY = (b"\x00", b"<", b"]]>", b"&", b'"', b"{", b"\xff\xfe", b"\r\n\r\n", b"9" * 30)


def mutate(raw: bytes, chance: random.Random) -> bytes:
    """One to four changes: bytes lost, doubled, changed, or put in from a list of nasty ones."""
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(raw) + 1), chance.choice((1, 3, 40, 400))
        kind = chance.randrange(5)
        if kind == 0:
            raw = raw[:at] + raw[at + length:]
        elif kind == 1:
            raw = raw[:at] + raw[at:at + length] * 3 + raw[at + length:]
        elif kind == 2:
            raw = raw[:at] + bytes(chance.randrange(256) for _ in range(min(length, 8))) + raw[at + 8:]
        elif kind == 3:
            raw = raw[:at]
        else:
            raw = raw[:at] + chance.choice(NASTY) + raw[at:]
    return raw or b"\x00"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", SAMPLES)
def test_damage_gives_pages_or_reasons(name: str, packed: bool) -> None:
    """Fifty damaged copies of a file of each format, plain and (damaged within and without) gzipped."""
    chance = random.Random(name)
    for _ in range(50):
        raw = mutate(SAMPLES[name].encode(), chance)
        if packed:
            raw = gzip.compress(raw, mtime=0)
            raw = mutate(raw, chance) if chance.random() < 0.5 else raw
        parts = read_parts(Parcel(name=name + (".gz" if packed else ""), raw=raw))
        for part in parts or ():
            if isinstance(part, Entry):
                page, layout, _ = read_entry(part, Stated(key=name))
                assert all(page.text[piece.span.start:piece.span.end].strip() for piece in layout.pieces)
            else:
                assert part.reason


LONG = 400_000  # characters
HOSTILE = {
    "comments": "<!---->" * (LONG // 7) + "x",
    "instructions": "<?x?>" * (LONG // 5) + "x",
    "sections": "<rss><channel><item><title>" + "<![CDATA[" * (LONG // 9) + "&",
    "spaces": "<rss><channel><item><title>x</title><description>&lt;" + " " * LONG + "</description></item></channel></rss>",
    "names": f"<rss><channel><item><title>x</title><author>a{' ' * LONG}b{'@' * LONG}</author></item></channel></rss>",
    "dates": f"<rss><channel><item><title>x</title><pubDate>{'Tue, ' * (LONG // 5)}</pubDate></item></channel></rss>",
    "dashes": "From: a\nTo: b\nSubject: c\n\n" + "-" * LONG,
    "headers": "From: " + "(" * LONG + "\nTo: b\nSubject: " + "=?utf-8?q?" * (LONG // 10) + "\n\nwords",
    "parts": "From: a\nTo: b\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * (LONG // 8),
    "brackets": "[" * LONG, "objects": '{"a":' * (LONG // 5), "lines": '{"id":1}\n' * (LONG // 9),
    "elements": "<rss>" + "<item/>" * (LONG // 7), "depth": "<feed>" + "<a>" * (LONG // 3),
    "wrapped": '<div class="page_wrap">' * (LONG // 23) + "Exported Data",
    "record": "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999999\r\n\r\n" + "x" * LONG,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_long_hostile_files_take_no_more_time_than_their_length(name: str) -> None:
    """Nothing is looked at again and again: a few seconds of processor time at most for 400,000 characters."""
    begun = time.process_time()
    raw = HOSTILE[name].encode()
    for part in read_parts(Parcel(name=name, raw=raw)) or (Entry(number=None, basis="file", media_type="", raw=raw),):
        if isinstance(part, Entry):
            read_entry(part, Stated(key=name))
    assert time.process_time() - begun < 5
