"""Mail: the words of a newsletter or a forwarded article, its subject, time and sender; what is attached is listed."""

from email.message import EmailMessage

import pytest

from copydesk.read.entries import Entry, Gap, read_entry
from copydesk.read.formats import read_parts
from copydesk.read.page import Stated
from copydesk.read.parcel import Parcel

WORDS = "The harbour master said on Monday that no ship would leave port before the storm has passed over the coast."


def mail(text: str | None = None, html: str | None = None, **headers: str) -> EmailMessage:
    message = EmailMessage()
    stated = {"From": "Ann Lee <ann@gazette.example>", "To": "desk@x.example", "Date": "Tue, 05 Mar 2024 10:00:00 +0100",
              "Subject": "Port shut", **headers}
    for name, value in stated.items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if html is not None and text is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message


def read(raw: bytes | EmailMessage, name: str = "a.eml") -> tuple[list[Entry], list[Gap]]:
    parts = list(read_parts(Parcel(name=name, raw=raw if isinstance(raw, bytes) else raw.as_bytes())) or ())
    return [p for p in parts if isinstance(p, Entry)], [p for p in parts if isinstance(p, Gap)]


def text_of(entry: Entry) -> str:
    return read_entry(entry, Stated(key="a.eml"))[0].text


def test_html_is_preferred_and_the_headers_are_stated() -> None:
    """Subject, time with its zone, sender; the text form of the same words is not read twice."""
    (entry,), gaps = read(mail("plain words", f"<html><body><h1>Port shut</h1><p>{WORDS}</p></body></html>"))
    assert (entry.number, entry.headline, entry.published) == (None, "Port shut", "2024-03-05T10:00:00+01:00")
    assert entry.authors == ("Ann Lee",)
    assert text_of(entry) == f"Port shut\n{WORDS}"
    assert gaps == []


def test_a_headline_that_stands_in_the_body_is_not_put_before_it_again() -> None:
    """A newsletter opens with a link to itself, then the headline."""
    (entry,), _ = read(mail(html=f"<p><a>View in browser</a></p><h1>Port shut</h1><p>{WORDS}</p>"))
    assert text_of(entry) == f"View in browser\nPort shut\n{WORDS}"


def test_the_sender_of_a_mailing_is_its_outlet() -> None:
    """A name in the table of outlets, a domain in it, or the sender's name where the mail is a mailing."""
    assert read(mail("Words", From="Reuters <news@reuters.com>"))[0][0].outlet == "Reuters"
    assert read(mail("Words", From="Dan Roe <dan@reuters.com>"))[0][0].authors == ("Dan Roe",)
    (entry,), _ = read(mail("Words", From="Morning Tide <x@tide.example>", List_Unsubscribe="<mailto:u@tide.example>"))
    assert (entry.outlet, entry.authors) == ("Morning Tide", ())


def test_lines_broken_to_a_column_are_paragraphs_again() -> None:
    """Text parts are wrapped at some 72 characters, with or without format=flowed; lists keep their lines."""
    wrapped = f"{WORDS[:60]}\n{WORDS[60:]}\n\nIt was said:\n- one\n- two\n"
    (entry,), _ = read(mail(wrapped))
    assert text_of(entry).split("\n")[1:] == [WORDS[:60] + " " + WORDS[60:].strip(), "It was said:", "- one", "- two"]
    flowed = mail(f"{WORDS[:60]} \n{WORDS[60:]}\nNext.\n")
    flowed.set_param("format", "flowed")
    assert text_of(read(flowed)[0][0]).split("\n")[1:] == [WORDS[:60] + " " + WORDS[60:], "Next."]


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("---------- Forwarded message ---------\nFrom: Far Times <a@far.example>\nDate: Mon, Mar 4, 2024 at 9:05 AM\n"
         "Subject: Pier falls\nTo: <x@x.example>\n\n\n", "2024-03-04T09:05"),
        ("Begin forwarded message:\n\nFrom: Far Times <a@far.example>\nSubject: Pier falls\n"
         "Date: March 4, 2024 at 9:05:00 PM GMT+1\nTo: x@x.example\n\n", "2024-03-04T21:05:00+01:00"),
        ("-----Original Message-----\nFrom: Far Times <a@far.example>\nSent: Monday, March 4, 2024 9:05 AM\n"
         "To: X\nSubject: Pier falls\n\n", "2024-03-04T09:05"),
    ],
)
def test_a_forwarded_article_has_the_subject_time_and_sender_of_its_own(opening: str, date: str) -> None:
    """In text and in HTML; what the forwarder wrote above is left out, and counted."""
    whole = f"Look at this\n\n{opening}{WORDS}\n"
    markup = "<div>" + whole.replace("<", "&lt;").replace("\n", "<br>") + "</div>"
    for message in (mail(whole, Subject="Fwd: see below"), mail(html=markup, Subject="FW: Re: see below")):
        (entry,), _ = read(message)
        assert (entry.headline, entry.published, entry.authors) == ("Pier falls", date, ("Far Times",))
        assert text_of(entry) == f"Pier falls\n{WORDS}"
        assert "forwarded it left out: 3" in entry.notes[0]


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("-----Ursprüngliche Nachricht-----\nVon: Port News <n@port.example>\nGesendet: Mittwoch, 5. März 2031 07:50\n"
         "An: Ann\nBetreff: Pier shut", "2031-03-05T07:50"),
        ("---------- Message transféré ---------\nDe : Port News <n@port.example>\nDate : mer. 5 mars 2031 à 07:50\n"
         "Objet : Pier shut\nÀ : Ann", "2031-03-05T07:50"),
        ("-------- Пересылаемое сообщение --------\nОт: Port News <n@port.example>\nДата: 5 марта 2031, 07:50\n"
         "Тема: Pier shut\nКому: Ann", "2031-03-05T07:50"),
        ("Inicio del mensaje reenviado:\n\nDe: Port News <n@port.example>\nAsunto: Pier shut\nFecha: 5 de marzo de 2031, 7:50",
         "2031-03-05T07:50"),
        ("________________________________\nFrom: Port News <n@port.example>\nSent: Wednesday, March 5, 2031 7:50 AM\nTo: Ann\n"
         "Subject: Pier shut", "2031-03-05T07:50"),
        ("发件人: Port News <n@port.example>\n发送时间: 2031年3月5日 07:50\n收件人: Ann\n主题: Pier shut", "2031-03-05T07:50"),
    ],
)
def test_mail_programs_of_other_languages_and_without_a_mark(opening: str, date: str) -> None:
    """The article has its own subject, time and sender, whose name is that of its domain: the outlet."""
    text = f"Look at this.\n\n{opening}\n\nThe pier was shut on Tuesday, the harbour master said.\n"
    (entry,), _ = read(mail(text, Subject="WG: Pier shut"))
    assert (entry.headline, entry.published, entry.outlet, entry.authors) == ("Pier shut", date, "Port News", ())
    assert entry.text == "The pier was shut on Tuesday, the harbour master said."
    assert "words of the person who forwarded it left out" in entry.notes[0]


def test_a_reply_is_not_taken_for_what_it_answers() -> None:
    """Where no mark says so, and the writer has more to say than a few words, nothing was forwarded."""
    quoted = "From: Ben <b@b.example>\nSent: Wednesday, March 5, 2031 7:50 AM\nTo: Ann\nSubject: Pier\n\nIs it true?\n"
    (entry,), _ = read(mail(f"{'I do not think so, Ben. ' * 20}\n\n{quoted}", Subject="Re: Pier"))
    assert entry.headline == "Pier"
    assert "I do not think so" in (entry.text or "")


def test_what_is_attached_is_listed_and_attached_mails_are_read() -> None:
    """A picture and a document are named; a mail forwarded as an attachment is an entry of its own."""
    message = mail("See the two attached.")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="plan.pdf")
    message.add_attachment(mail(WORDS, Subject="Inner"))
    (outer, inner), _ = read(message)
    assert "plan.pdf (application/pdf)" in outer.notes[0]
    assert (outer.number, inner.number) == (None, 1)
    assert (inner.headline, text_of(inner)) == ("Inner", f"Inner\n{WORDS}")


def test_mailboxes_and_mails_without_a_name_are_told_by_their_bytes() -> None:
    """Three known headers at the top are a mail; a text that opens with a label is none."""
    raw = mail(WORDS).as_bytes()
    assert len(read(raw, name="-")[0]) == 1
    boxed = b"From ann@x Tue Mar  5 10:00:00 2024\n" + raw + b"\nFrom ben@x Tue Mar  5 11:00:00 2024\n" + raw
    assert [entry.number for entry in read(boxed, name="box")[0]] == [1, 2]
    assert read_parts(Parcel(name="a.txt", raw=b"Note: the harbour closed.\nSubject: none\n\nWords")) is None


@pytest.mark.parametrize("raw", [
    b"From: a\x00b\nDate: never\nSubject: =?utf-8?B?////?=\n\n\x00\x00words here",
    b"From: x\nContent-Type: multipart/mixed; boundary=z\n\n--z\nContent-Type: text/plain\n\nHalf a mai",
    b"From: x\nContent-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: base64\n\n!!!!",
    b"From: x\n" + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(3000)),
    b"From: x\nSubject: empty\n\n",
])
def test_hostile_mails_neither_crash_nor_hang(raw: bytes) -> None:
    """Broken headers, codings and boundaries, nesting without end."""
    entries, gaps = read(raw)
    assert entries or gaps
    for entry in entries:
        assert "\x00" not in text_of(entry)
    if b"Half" in raw:
        assert "cut off" in entries[0].notes[0]
