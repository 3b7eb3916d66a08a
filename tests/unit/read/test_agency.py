"""Agency copy: a story with what stands around it, whichever of the agencies' three forms it comes in."""

import pytest

from copydesk.clean import find_articles
from copydesk.lexicon import load_world
from copydesk.read.entries import Entry, Gap, read_entry
from copydesk.read.formats import read_parts
from copydesk.read.page import Stated
from copydesk.read.parcel import Parcel
from copydesk.record import Article, Page

WORLD = load_world()
LINES = (
    "The lock at Dravo was closed on Friday after a gate failed, the canal board said in a statement.",
    "“No boat will pass before the gate is mended,” lock keeper Nils Arven told reporters at the basin.",
    "Nine barges wait below the lock, and two lorries with parts are on their way from the coast.",
)
BODY = "".join(f"<p>{line}</p>" for line in LINES)
NITF_BODY = f"""<body><body.head><hedline><hl1>Lock closed at Dravo</hl1><hl2>Barges wait for parts</hl2></hedline>
    <note><body.content><p>Eds: adds quote of the keeper</p></body.content></note>
    <byline>By <person>Ida Holm</person> and <person>Per Lund</person><byttl>Nordvig News Agency</byttl></byline>
    <dateline><location>DRAVO</location>, <story.date norm="20310411">April 11</story.date></dateline></body.head>
    <body.content><block>{BODY}</block><media media-type="image"><media-reference source="a.jpg"/>
    <media-caption>The broken gate on Friday</media-caption><media-producer>Ole Brandt</media-producer></media></body.content>
    <body.end><tagline>Reporting by Ida Holm; Editing by Sten Oll</tagline></body.end></body>"""
NITF = f"""<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><title>LOCK 2nd lead</title><docdata>
    <date.issue norm="20310411T164000+0200"/><doc.copyright year="2031" holder="Nordvig"/></docdata>
    <pubdata name="Nordvig" position.section="Inland"/></head>{NITF_BODY}</nitf>"""


def item(body: str, more: str = "", kind: str = "text") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:a:1" xml:lang="en"><rightsInfo>
        <copyrightNotice>(c) Nordvig 2031</copyrightNotice></rightsInfo><itemMeta><itemClass qcode="ninat:{kind}"/>
        <provider qcode="nprov:NV"><name>Nordvig</name></provider><versionCreated>2031-04-11T17:05:00+02:00</versionCreated>
        <firstCreated>2031-04-11T16:40:00+02:00</firstCreated>{more}</itemMeta><contentMeta><by>Ida Holm and Per Lund</by>
        <dateline>DRAVO, April 11 (Nordvig) -</dateline><headline>Lock closed at Dravo</headline></contentMeta>
        <contentSet>{body}</contentSet></newsItem>"""


XHTML = f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{BODY}</body></html></inlineXML>'
PLAIN = '<inlineData contenttype="text/plain">' + "\n".join(LINES) + "</inlineData>"
WITHIN = f"<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'>{NITF_BODY}</nitf></inlineXML>"
NEWSML_1 = f"""<!DOCTYPE NewsML SYSTEM "x.dtd"><NewsML><NewsEnvelope><DateAndTime>20310411T150000Z</DateAndTime></NewsEnvelope>
    <NewsItem><NewsManagement><FirstCreated>20310411T164000+0200</FirstCreated><Status FormalName="Usable"/></NewsManagement>
    <NewsComponent><NewsLines><HeadLine>Lock closed at Dravo</HeadLine><ByLine>Ida Holm and Per Lund</ByLine>
    <DateLine>DRAVO, April 11</DateLine><CopyrightLine>(c) Nordvig 2031</CopyrightLine></NewsLines>
    <AdministrativeMetadata><Provider><Party FormalName="Nordvig"/></Provider></AdministrativeMetadata>
    <ContentItem><DataContent>{BODY}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""


def read(raw: str) -> tuple[list[Entry], list[str]]:
    parts = list(read_parts(Parcel(name="copy.xml", raw=raw.encode())) or ())
    return [part for part in parts if isinstance(part, Entry)], [part.reason for part in parts if isinstance(part, Gap)]


def article(entry: Entry) -> tuple[Page, Article]:
    page, layout, _ = read_entry(entry, Stated(key="copy.xml"))
    return page, find_articles(page=page, layout=layout, world=WORLD)[0][0]


def words(page: Page, main: Article, role: str) -> list[str]:
    return [page.text[block.span.start:block.span.end].strip() for block in main.blocks if block.role == role]


@pytest.mark.parametrize(
    "raw", [NITF, item(XHTML), item(PLAIN), item(WITHIN), NEWSML_1], ids=["nitf", "g2", "g2 plain", "g2 with nitf", "newsml 1"],
)
def test_a_story_is_an_article_with_its_parts(raw: str) -> None:
    """Headline, writers, dateline before the text, paragraphs, time to the minute with its zone, owner; nothing is told."""
    (entry,), gaps = read(raw)
    page, main = article(entry)
    assert gaps == []
    assert words(page, main, "headline") == ["Lock closed at Dravo"]
    assert words(page, main, "paragraph") == list(LINES)
    assert [each.split(",")[0] for each in words(page, main, "dateline")] == ["DRAVO"]
    assert [ref.name for ref in main.bylines] == ["Ida Holm", "Per Lund"]
    assert main.outlet == "Nordvig"
    assert (entry.number, entry.published) == (None, "2031-04-11T16:40:00+02:00")
    assert any("Nordvig" in line for line in words(page, main, "legal"))


def test_nitf_keeps_captions_and_credits_and_tells_notes() -> None:
    """The caption and who took the picture, reporters and editors as credits; a note to editors is no part of the text."""
    (entry,), _ = read(NITF)
    page, main = article(entry)
    assert words(page, main, "caption") == ["The broken gate on Friday"]
    assert words(page, main, "standfirst") == ["Barges wait for parts"]
    assert {("reporting", "Ida Holm"), ("editing", "Sten Oll")} <= {(each.kind, each.name) for each in main.credits}
    assert "Eds:" not in page.text
    assert entry.notes == ("the agency's note to editors: Eds: adds quote of the keeper",)
    assert entry.section == "Inland"


def test_a_message_of_several_items_is_numbered() -> None:
    """Stories that were cancelled or are under embargo say so; pictures, packages and empty items are counted."""
    killed = '<pubStatus qcode="stat:canceled"/><embargoed>2031-04-12T06:00:00Z</embargoed><edNote>Kill this story</edNote>'
    picture = item('<remoteContent href="a.jpg"/>', kind="picture")
    message = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2031-04-11T15:10:00Z</sent></header>
        <itemSet>{item(XHTML)}{item(PLAIN, killed)}{picture}{item("")}<packageItem/></itemSet></newsMessage>"""
    entries, gaps = read(message)
    assert [entry.number for entry in entries] == [1, 2]
    assert entries[1].notes == (
        "the agency has marked it as canceled", "embargoed until 2031-04-12T06:00:00Z",
        "the agency's note to editors: Kill this story",
    )
    assert entries[0].modified == "2031-04-11T17:05:00+02:00"
    assert gaps == [
        "left out of the file: items of the kind picture (1), items without words (1), packages that only list stories (1)",
    ]


def test_a_broken_or_empty_file_is_told() -> None:
    """What lies before a fault is kept; a document type of its own is refused as everywhere."""
    entries, gaps = read(NITF[: NITF.index("<media ")])
    assert LINES[2] in (entries[0].markup or "")
    assert "the XML is broken" in gaps[0]
    assert read("<newsMessage/>")[1] == ["the file holds no story"]
    assert "document type of its own" in read('<!DOCTYPE nitf [<!ENTITY a "b">]><nitf/>')[1][0]
