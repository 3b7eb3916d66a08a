"""Bytes to pages: text stays as it is, HTML becomes text once, and what cannot be read is refused with advice."""

import pytest

from copydesk.read import read_page, read_text_page


def test_plain_text_is_kept_to_the_letter() -> None:
    """Line ends, tabs and trailing spaces of a text file stay; pieces are its lines without white space around them."""
    raw = b"Harbour closed\r\n\r\n  Ferries  stay in port. \n\tThe end\r"
    page, layout, refusals = read_page(raw, key="a.txt")
    assert page.text == raw.decode()
    assert [page.text[p.span.start:p.span.end] for p in layout.pieces] == [
        "Harbour closed", "Ferries  stay in port.", "The end",
    ]
    assert layout.plain
    assert refusals == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_with_and_without_marks_are_read(encoding: str) -> None:
    """Umlauts and dashes come out right from UTF-8, UTF-16 and Windows-1252 bytes."""
    text = "Zürich closes its last tram depot – for good. The council said the site was “too small for café tables”. " * 4
    page, _, _ = read_page(text.encode(encoding), key="a.txt")
    assert page.text == text


def test_a_declared_charset_is_believed_where_the_bytes_are_not_utf8() -> None:
    """A meta element names the charset of a page whose bytes fit no UTF-8."""
    raw = '<html><head><meta charset="windows-1251"></head><body><p>Привет, мир</p></body></html>'.encode("cp1251")
    page, _, _ = read_page(raw, key="a.html")
    assert page.text == "Привет, мир"


@pytest.mark.parametrize(
    ("raw", "word"),
    [(b"", "no words"), (b" \n\t ", "no words"), (b"%PDF-1.7 ...", "PDF"), (b"PK\x03\x04rest", "ZIP"),
     (b"\x89PNG\r\n\x1a\n0000", "PNG"), (bytes(range(32)) * 20, "no text"), (b"<html><body></body></html>", "no words")],
)
def test_what_holds_no_text_is_refused_with_advice(raw: bytes, word: str) -> None:
    """Each gives a page with an empty text or none that matters, and one refusal that names the file and says what to do."""
    page, layout, refusals = read_page(raw, key="bad.bin")
    assert layout.pieces == ()
    assert page.text.strip() == ""
    assert len(refusals) == 1
    assert word in refusals[0].reason
    assert refusals[0].reason.startswith("bad.bin: ")


def test_markup_becomes_text_once_with_a_map_back() -> None:
    """Blocks become lines; scripts and hidden parts vanish; each piece knows its element, its path and its source line."""
    raw = b"""<!doctype html>
<html><body><nav><a href="/">Home</a></nav>
<main class="story"><h1>Bridge  reopens</h1>
<p>The bridge <b>reopened</b> on <a href="/x">Monday</a>.<br>Cars first.</p><script>track()</script>
<p style="display: none">secret</p></main></body></html>"""
    page, layout, _ = read_page(raw, key="b.html")
    assert page.text == "Home\nBridge reopens\nThe bridge reopened on Monday.\nCars first."
    tags = [(p.tag, page.text[p.span.start:p.span.end], p.source_line) for p in layout.pieces]
    assert tags[1] == ("h1", "Bridge reopens", 3)
    assert tags[2][0] == "p"
    assert layout.pieces[0].link_share == 1.0
    assert "main.story" in layout.pieces[1].path
    assert not layout.plain


def test_hostile_markup_neither_crashes_nor_hangs() -> None:
    """Deep nesting, unclosed tags, NULs and a line of a megabyte all give a page."""
    deep = b"<html><body>" + b"<div>" * 10_000 + b"<p>Deep words</p>"
    assert any("nested" in refusal.reason for refusal in read_page(deep, key="d.html")[2])
    broken, _, _ = read_page(b"<html><p>One\x00 two<p>Three<table><tr><td>Four", key="b.html")
    assert "Three" in broken.text
    long = read_page(b"word " * 200_000, key="l.txt")
    assert len(long[1].pieces) == 1


def test_the_same_bytes_are_the_same_page_and_what_a_manifest_states_is_kept() -> None:
    """Ids follow content; outlet, address and time given from outside become metadata with basis manifest."""
    address = "https://x.example/1"
    one, layout, _ = read_page(b"Words here", key="a", outlet="Harbour Gazette", url=address, created="2022-03-01")
    other, _, _ = read_page(b"Words here", key="a", outlet="Other", url=address)
    assert one.id == other.id
    stated = {(value.field, value.value) for value in layout.metadata if value.basis == "manifest"}
    assert stated >= {("outlet", "Harbour Gazette"), ("published", "2022-03-01"), ("canonical_url", "https://x.example/1")}


def test_a_given_text_is_never_changed() -> None:
    """`read_text_page` keeps even lone carriage returns and marks of other scripts."""
    text = "\u202bשלום\u202c\r\nEmoji 🚢 sails\u2028Next"
    page, layout, _ = read_text_page(text, key="t", whole_article=True)
    assert page.text == text
    assert len(layout.pieces) == 3
    assert layout.whole_article


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("Le ministre a été reçu à l’hôtel de ville où il a promis une aide aux pêcheurs, selon le préfet.", "cp1252",
         "cp1252"),
        ("El alcalde dijo que la situación no es fácil y que los niños están en las escuelas.", "latin-1", "cp1252"),
        ("Der Bürgermeister sagte, dass die Brücke in der Nacht für alle Züge gesperrt ist.", "latin-1", "cp1252"),
        ("Premiér řekl, že vláda je připravena a že to není konec jednání, ale začátek, který si přejí všichni.", "cp1250",
         "cp1250"),
        ("Министр сказал, что в городе не хватает воды и что помощь придёт на следующий день.", "cp1251", "cp1251"),
    ],
)
def test_western_text_is_read_as_windows_1252(text: str, encoding: str, expected: str) -> None:
    """Without a declared charset a Western language is Windows-1252; others are left to the guess."""
    page, _, refusals = read_page(text.encode(encoding), key="t.txt")
    assert page.text == text
    assert f"read as {expected}" in refusals[0].reason


@pytest.mark.parametrize(
    "raw",
    [b"<html><body><p>One.</p></body></html><p>Two.</p>\n<div>Three.</div>", b"<html><body><p>One.</p></html><p>Two.</p>Three.",
     b"<html><body><p>One.</p></body><p>Two.</p></body></html><p>Three.</HTML >", b"<p>One.</p></BODY>\n<p>Two.</p><p>Three."],
)
def test_what_stands_behind_the_end_of_the_document_is_read(raw: bytes) -> None:
    """An end of body or page that comes too early closes nothing, as in browsers."""
    page, _, _ = read_page(raw, key="a.html", media_type="text/html")
    assert page.text == "One.\nTwo.\nThree."


@pytest.mark.parametrize(
    "body",
    [
        "<div>Weir to be mended<p>The board met.</p>and chose a mason<ul><li>lime</li></ul></div>",
        "<p>One<br>two <b>three</b></p><table><tr><td>4</td><td>5</td></tr></table>six",
        "<div>" * 40 + "deep<p>deeper</p>" + "</div>" * 40,
    ],
)
def test_a_piece_has_a_number_for_each_element_of_its_path(body: str) -> None:
    """Words right before a block belong to the element around it, not to the block."""
    _, layout, _ = read_page(f"<html><body>{body}</body></html>".encode(), key="a.html")
    assert layout.pieces
    assert [len(piece.elements) for piece in layout.pieces] == [len(piece.path) for piece in layout.pieces]
