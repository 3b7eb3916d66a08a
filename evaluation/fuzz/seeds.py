"""The files that fuzzing damages: one or more of every format that is read, all written here."""

from __future__ import annotations

import gzip
import json
import zlib
from functools import cache
from pathlib import Path

PAGES = Path(__file__).parents[2] / "tests" / "pages"
DEMO = Path(__file__).parents[2] / "src" / "copydesk" / "demo"
SENTENCE = "The harbour master said on Monday that no ship would leave port before the storm has passed over the coast."
MORE = "Two ferries stay at the quay, and the port authority told Harbour Gazette that divers will look at the pier."
HTML = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Port shut | Harbour Gazette</title>
<meta property="og:title" content="Port shut"><meta property="article:published_time" content="2024-03-05T10:00:00+01:00">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Port shut", "author": [{{"name": "Ann Lee"}}],
"datePublished": "2024-03-05T10:00:00+01:00", "publisher": {{"name": "Harbour Gazette"}}}}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Port shut</h1><p class="byline">By Ann Lee</p><time datetime="2024-03-05T10:00">5 March 2024</time>
<figure><img src="a.jpg"><figcaption>The pier on Monday. Photo: Ben Ray/Agency</figcaption></figure>
<p>{SENTENCE}</p><h2>Ferries</h2><p>{MORE}</p><blockquote>“Nobody leaves,” she said.</blockquote>
<ul><li>Two ships wait.</li></ul><table><tr><td>Monday</td><td>12 ships</td></tr></table><p>{SENTENCE}</p></article>
<aside class="related"><h3><a href="/2">Rain in the hills</a></h3><p>2 hours ago</p></aside>
<footer>© 2024 Harbour Gazette. All rights reserved.</footer></body></html>"""
HOURS = (14, 13, 11)
ENTRIES = "".join(
    f"""<div class="entry" id="e{hour}"><time datetime="2024-03-05T{hour}:15:00Z">{hour}:15</time>
<h3>Gate {hour} shut</h3><p class="by">By Ann Lee</p><p>{SENTENCE}</p><p>{MORE}</p></div>""" for hour in HOURS
)
STATED = json.dumps({"@type": "LiveBlogPosting", "headline": "Port live", "liveBlogUpdate": [
    {"@type": "BlogPosting", "headline": f"Gate {hour} shut", "datePublished": f"2024-03-05T{hour}:15:00Z",
     "articleBody": SENTENCE} for hour in HOURS]})
LIVE = f"""<html><head><title>Port live | Harbour Gazette</title>
<script type="application/ld+json">{STATED}</script></head><body>
<main class="live-blog"><h1>Port live: latest updates</h1><p>{MORE}</p>{ENTRIES}</main></body></html>"""
WALL = """<html><body><div id="consent"><h2>We value your privacy</h2><p>We and our partners store cookies on your device.
Accept all or manage your choices to go on reading.</p><button>Accept all</button></div></body></html>"""
RIGHT_TO_LEFT = f"""<html lang="ar" dir="rtl"><body><h1>الميناء مغلق 🚢</h1><p>قال مدير الميناء إن السفن لن تغادر.</p>
<p dir="ltr">{SENTENCE} 👩‍👩‍👧‍👦🇺🇳 e\u0301 \u202eabc\u202c</p></body></html>"""
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Gazette</title><item><title>Port &amp; pier</title><link>https://g.example/1</link><guid>1</guid>
<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{SENTENCE}</p>]]></content:encoded>
</item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><title>Port</title><link href="/1"/>
<updated>2024-03-05T10:00:00Z</updated><content type="xhtml"><div><p>{SENTENCE}</p></div></content></entry></feed>"""
NITF = f"""<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head><docdata><date.issue norm="20240305T100000Z"/></docdata></head><body>
<body.head><hedline><hl1>Port shut</hl1></hedline><byline>By Ann Lee</byline><dateline>SARIN, March 5</dateline></body.head>
<body.content><p>{SENTENCE}</p><media><media-caption>The pier</media-caption></media></body.content></body></nitf>"""
NEWSML = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem><itemMeta><versionCreated>2024-03-05T10:00:00Z
</versionCreated></itemMeta><contentMeta><headline>Port shut</headline></contentMeta><contentSet><inlineXML><html><body>
<p>{SENTENCE}</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://g.example/1</loc><n:news><n:publication><n:name>Gazette</n:name></n:publication>
<n:publication_date>2024-03-05</n:publication_date><n:title>Port shut</n:title></n:news></url></urlset>"""
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
CHAT = {"name": "Port", "type": "public_channel", "messages": [
    {"id": 1, "type": "message", "date_unixtime": "1709632800", "from": "Port",
     "text": [SENTENCE, {"type": "bold", "text": "x"}]},
]}
OUTBOX = {"orderedItems": [{"type": "Create", "actor": "https://m.example/users/a", "object": {
    "content": f"<p>{SENTENCE}</p>", "published": "2024-03-05T10:00:00Z", "inReplyTo": "https://n.example/@b/1"}}]}
POST = {"tweet": {"id_str": "1", "full_text": SENTENCE, "created_at": "Tue Mar 05 10:00:00 +0000 2024"}}
FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "items": [
    {"id": "1", "url": "https://g.example/1", "content_html": f"<p>{SENTENCE}</p>", "date_published": "2024-03-05T10:00:00Z"},
]}
TELEGRAM = f"""<title>Exported Data</title><div class="page_wrap">
<div class="page_header"><div class="text bold">P</div></div>
<div class="message default" id="message1"><div class="date details" title="05.03.2024 11:00:00 UTC+01:00"></div>
<div class="from_name">P</div><div class="text">{SENTENCE}</div></div></div>"""
ROWS = "".join(
    json.dumps({"id": i, "text": f"{SENTENCE}\n{MORE}", "created": "2024-03-05", "page": bool(i % 2)}) + "\n" for i in range(2)
)
SAMPLES = {
    "a.xml": RSS, "b.xml": ATOM, "a.eml": MAIL, "a.mhtml": MHTML, "a.warc": RECORD * 2, "result.json": json.dumps(CHAT),
    "outbox.json": json.dumps(OUTBOX), "tweets.js": "window.YTD.tweets.part0 = " + json.dumps([POST]),
    "feeds.opml": '<opml><body><outline text="x" xmlUrl="https://g.example/feed"/></body></opml>', "messages.html": TELEGRAM,
    "c.xml": SITEMAP, "nitf.xml": NITF, "newsml.xml": NEWSML, "feed.json": json.dumps(FEED), "rows.jsonl": ROWS,
}
Drawn = tuple[float, float, float, str]  # x, y, size, words


@cache
def load_seeds() -> dict[str, tuple[bytes, ...]]:
    """Format -> its files. Own pages of tests/pages (those measured last stay out), of the demo, and what stands above."""
    seeds: dict[str, tuple[bytes, ...]] = {name: (text.encode(),) for name, text in SAMPLES.items()}
    seeds["a.warc.gz"] = (gzip.compress(RECORD.encode(), mtime=0) * 2,)
    seeds["a.pdf"] = tuple(draw_pdf([(60, 700 - 12 * i, 10, line) for i, line in enumerate((SENTENCE, MORE))], packed=packed)
                           for packed in (False, True))
    seeds["a.html"] = (HTML.encode(), WALL.encode(), RIGHT_TO_LEFT.encode(), HTML.encode("utf-16"))
    seeds["a.html.gz"] = (gzip.compress(HTML.encode(), mtime=0),)
    seeds["live.html"] = (LIVE.encode(), LIVE.replace(STATED, "{}").encode())
    seeds["demo.html"] = tuple(path.read_bytes() for path in sorted(DEMO.glob("*.html")))
    seeds["a.txt"] = tuple(path.read_bytes() for path in (*sorted(PAGES.glob("*.txt")), *sorted(DEMO.glob("*.txt"))))
    return seeds


def draw_pdf(*pages: list[Drawn], packed: bool = False) -> bytes:
    """A PDF file written by hand: the lines of each page at their places, in points from the lower left."""
    objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for lines in pages:
        drawn = "".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n" for x, y, size, words in lines)
        raw = drawn.encode("latin-1")
        stream, kind = (zlib.compress(raw), b"/Filter /FlateDecode ") if packed else (raw, b"")
        objects.append(b"<< /Length %d %s>> stream\n%s\nendstream" % (len(stream), kind, stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % len(objects)
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    opening = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + opening + table + trailer
