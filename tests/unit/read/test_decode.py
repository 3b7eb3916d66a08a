"""Bytes to text: encodings that are declared, undeclared, wrongly declared, mixed; what the page is told of it."""

import pytest

from copydesk.read import read_page

POLISH = "Załoga promu trzeci dzień z rzędu odmówiła wyjścia w morze. Związek żąda wyższych płac, a spółka śpi. "
CZECH = "Posádka trajektu třetí den odmítla nastoupit na loď. Odbory žádají vyšší mzdy, přístav zůstává zavřený. "
TURKISH = "Feribot mürettebatı üçüncü gün de gemiye çıkmayı reddetti. Sendika ücretlerin düşük olduğunu söyledi. "
HUNGARIAN = "A komp személyzete harmadik napja nem száll hajóra. A szakszervezet több bért kér, az őrség tűrte a tüntetőket. "
RUSSIAN = "Паром третий день подряд не выходит из порта. Профсоюз требует поднять зарплату, порт закрыт. "
UKRAINIAN = "Пором третій день поспіль не виходить із порту, бо екіпаж вимагає вищої платні. Порт закрито, і його охороняють. "
BULGARIAN = "Фериботът не излиза от пристанището за трети ден, след като екипажът поиска по-високи заплати. Те са на кея. "
SERBIAN = "Трајект већ трећи дан не излази из луке, јер посада тражи веће плате. Лука је затворена и њу чува полиција. "
FRENCH = "L'équipage du ferry a refusé d'embarquer pour le troisième jour. Le syndicat réclame une hausse, où qu'elle soit. "
GERMAN = "Die Besatzung der Fähre weigert sich am dritten Tag. Die Gewerkschaft fordert höhere Löhne, hieß es, für alle. "
QUOTED = "The crew’s café stayed shut – “for good”, the owner said. “We can’t go on,” she told the paper, “it’s not new.” "
GREEK = "Τα πληρώματα αρνήθηκαν για τρίτη ημέρα να επιβιβαστούν. Το σωματείο ζητεί αυξήσεις. "
JAPANESE = "フェリーの乗組員は三日連続で乗船を拒否した。組合は賃上げを求めている。"
CHINESE = "渡轮船员连续第三天拒绝上船。工会要求加薪，港口仍然关闭。"
KOREAN = "페리 승무원들은 사흘째 승선을 거부했다. 노조는 임금 인상을 요구한다. "
ENGLISH = "The crew’s café stayed shut – “for good”, the owner said. "


def _page(text: str, charset: str | None = None) -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}<title>Strike</title></head><body>{'<p>' + text.strip() + '</p>'}</body></html>"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (POLISH, "iso8859_2"), (POLISH, "cp1250"), (CZECH, "iso8859_2"), (CZECH, "cp1250"), (HUNGARIAN, "iso8859_2"),
        (TURKISH, "iso8859_9"), (TURKISH, "cp1254"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (GREEK, "cp1253"),
        (RUSSIAN, "cp866"), (RUSSIAN, "iso8859_5"), (RUSSIAN, "mac_cyrillic"), (UKRAINIAN, "cp1125"), (UKRAINIAN, "koi8_u"),
        (BULGARIAN, "cp866"), (BULGARIAN, "mac_cyrillic"), (SERBIAN, "iso8859_5"), (FRENCH, "mac_roman"), (FRENCH, "cp850"),
        (GERMAN, "mac_roman"), (GERMAN, "cp850"), (QUOTED, "mac_roman"), (QUOTED, "cp1252"), (POLISH, "cp852"),
        (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (JAPANESE, "iso2022_jp"), (CHINESE, "gb18030"), (KOREAN, "euc_kr"),
    ],
)
def test_an_undeclared_encoding_is_told_by_its_letters(text: str, encoding: str) -> None:
    """Languages of Europe and Asia, in the encodings that their pages had before UTF-8, of DOS and old Macintoshes too."""
    page, _, _ = read_page(_page(text * 3).encode(encoding), key="a.html")
    assert page.text == (text * 3).strip()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [RUSSIAN, GREEK, JAPANESE, CHINESE, KOREAN, ENGLISH])
def test_wide_encodings_need_no_mark(text: str, encoding: str) -> None:
    """UTF-16 and UTF-32 of any script are told by the columns in which their NULs stand."""
    page, _, refusals = read_page(_page(text).encode(encoding), key="a.html")
    assert page.text == text.strip()
    assert refusals == ()


def test_stray_nuls_make_no_wide_encoding() -> None:
    """A page in ASCII or UTF-8 with some NULs in it stays what it is."""
    raw = b"<html><body><p>The mine sh\x00ut on Friday.</p><p>Its own\x00er said so \x00today.</p></body></html>"
    page, _, _ = read_page(raw, key="a.html")
    assert page.text == "The mine shut on Friday.\nIts owner said so today."


@pytest.mark.parametrize(
    ("text", "stated", "encoding"),
    [
        (RUSSIAN, "iso-8859-1", "cp1251"), (GREEK, "windows-1252", "cp1253"), (RUSSIAN, "utf-8", "koi8_r"),
        (CHINESE, "iso-8859-1", "gb18030"), (JAPANESE, "utf-8", "shift_jis"),
    ],
)
def test_a_stated_encoding_that_does_not_fit_is_passed_over_and_told(text: str, stated: str, encoding: str) -> None:
    """Letters beyond a-z throughout are no Latin script, whatever the page says."""
    page, _, refusals = read_page(_page(text * 3, stated).encode(encoding), key="a.html")
    assert page.text == (text * 3).strip()
    assert "that is stated" in refusals[0].reason


@pytest.mark.parametrize(
    ("text", "stated", "encoding"),
    [(CHINESE + "镕", "gb2312", "gb18030"), (KOREAN + "뷁", "ks_c_5601-1987", "cp949"), (JAPANESE + "①髙", "x-sjis", "cp932"),
     (TURKISH + "“”", "iso-8859-9", "cp1254"), (ENGLISH, "us-ascii", "cp1252")],
)
def test_names_stand_for_the_larger_encoding_that_pages_mean(text: str, stated: str, encoding: str) -> None:
    """As browsers read them: GB2312 is GB18030, Shift_JIS is Windows-932, ISO-8859-9 is Windows-1254."""
    page, _, refusals = read_page(_page(text, stated).encode(encoding), key="a.html")
    assert page.text == text.strip()
    assert refusals == ()


@pytest.mark.parametrize("stated", ["unicode_escape", "utf-7", "idna", "base64", "rot13", "no-such"])
def test_names_of_no_encoding_are_passed_over(stated: str) -> None:
    """Codecs for source code, host names and archives are no charsets of pages."""
    page, _, _ = read_page(_page("A\\u0041 stays, +ADw-b+AD4- stays. " + ENGLISH * 3, stated).encode("cp1252"), key="a.html")
    assert page.text.startswith("A\\u0041 stays, +ADw-b+AD4- stays.")


def test_a_page_of_two_encodings_is_read_part_by_part() -> None:
    """UTF-8 with a stretch of Windows-1252 pasted in: both come out right, and it is told."""
    raw = _page(ENGLISH * 4).encode() + ("<p>Naïve “words” – pasted.</p>" * 4).encode("cp1252")
    page, _, refusals = read_page(raw, key="a.html")
    assert page.text.split("\n")[-1] == "Naïve “words” – pasted."
    assert ENGLISH.strip() in page.text
    assert "Windows-1252" in refusals[0].reason


def test_a_few_broken_bytes_do_not_undo_what_is_stated() -> None:
    """A declared charset holds where two bytes do not fit it; they are shown as such and counted."""
    raw = _page(RUSSIAN * 3, "windows-1251").encode("cp1251").replace(b"</p>", b"\x98</p>")
    page, _, refusals = read_page(raw, key="a.html")
    assert page.text == (RUSSIAN * 3).strip() + " \ufffd"[1:]
    assert "1 bytes are not CP1251" in refusals[0].reason


def test_letters_garbled_before_the_page_was_saved_are_told() -> None:
    """UTF-8 that somebody once read as Windows-1252 stays as it stands, and the reader is warned."""
    garbled = (ENGLISH * 3).encode().decode("cp1252", "replace")
    page, _, refusals = read_page(_page(garbled, "utf-8").encode(), key="a.html")
    assert "The crewâ€™s cafÃ©" in page.text
    assert "garbled" in refusals[0].reason
    assert read_page(_page(ENGLISH * 3).encode(), key="b.html")[2] == ()
