"""Dates as pages in other languages show them, with their time of day, and words that say "updated"."""

import pytest

from copydesk.lexicon import load_world

MONTHS = load_world().months


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Redacción | 3 de marzo de 2031, a las 18:05", "es", "2031-03-03T18:05"),
        ("Von Ute Brandt, 3. März 2031, 18:05 Uhr", "de", "2031-03-03T18:05"),
        ("Publié le 1er août 2031 à 8h05", "fr", "2031-08-01T08:05"),
        ("18:05, 3 марта 2031 г.", "ru", "2031-03-03T18:05"), ("3 березня 2031, 18:05", "uk", "2031-03-03T18:05"),
        ("2031年3月3日 18:05", "zh", "2031-03-03T18:05"), ("2031年3月3日午後6時05分", "ja", "2031-03-03T18:05"),
        ("입력 2031. 3. 3. 오후 6:05", "ko", "2031-03-03T18:05"), ("2031. március 3. 18:05", "hu", "2031-03-03T18:05"),
        ("2031 m. kovo 3 d. 18:05", "lt", "2031-03-03T18:05"), ("2031. gada 3. marts, 18:05", "lv", "2031-03-03T18:05"),
        ("3 มี.ค. 2574 18:05 น.", "th", "2031-03-03T18:05"), ("۱۲ اسفند ۱۴۰۹ - ۱۸:۰۵", "fa", "2031-03-03T18:05"),
        ("1409/12/12", "fa", "2031-03-03"), ("1 فروردین 1400", "fa", "2021-03-21"), ("30 اسفند 1399", "fa", "2021-03-20"),
        ("٣ مارس ٢٠٣١", "ar", "2031-03-03"), ("3 تشرين الثاني 2031 6:05 مساء", "ar", "2031-11-03T18:05"),
        ("3 במרץ 2031", "he", "2031-03-03"), ("3 मार्च 2031, 06:05 PM", "hi", "2031-03-03T18:05"),
        ("Thứ hai, ngày 3 tháng 3 năm 2031", "vi", "2031-03-03"), ("3 Μαρτίου 2031, 6:05 μμ", "el", "2031-03-03T18:05"),
        ("03/11/2031 18.05", "it", "2031-11-03T18:05"), ("3-11-2031 om 18:05", "nl", "2031-11-03T18:05"),
        ("3 listopada 2031", "pl", "2031-11-03"), ("3 listopada 2031", "hr", "2031-10-03"), ("2031/11/3", None, "2031-11-03"),
        ("12 mai 2031 14:30 GMT", "fr", "2031-05-12T14:30Z"), ("Pasartą 3 mars 2031", None, "2031-03-03"),
    ],
)
def test_full_dates_in_many_languages(text: str, language: str | None, value: str) -> None:
    """Words of months, order, calendar and clock are those of the language; figures need no word."""
    assert [shown.value for shown in MONTHS.find(text, language)] == [value]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("3 listopada 2031", None), ("03/11/2031", "en"), ("03/11/2031", None), ("31 février 2031", "fr"),
        ("En 2031, 12 mars de plus", "fr"), ("Tel. 2031-4455-66", "de"), ("3 maisons 2031", "fr"), ("1409/12/12", "de"),
        ("3 março 2031 " + "palavras " * 30, "pt"),
    ],
)
def test_what_is_no_date_or_may_be_two_is_left(text: str, language: str | None) -> None:
    """A month that two languages use for different ones, day and month in doubt, numbers, and lines of running text."""
    assert MONTHS.find(text, language) == []


@pytest.mark.parametrize("text", ["Updated on ", "Zuletzt aktualisiert: ", "Mis à jour le ", "Actualizado: ", "Обновлено в "])
def test_words_of_updates(text: str) -> None:
    """What stands before the time of an update, in several languages."""
    assert MONTHS.tells_update(text)


@pytest.mark.parametrize("text", ["Published on ", "Von Ute Brandt, ", "3 maj 2031 kl. ", "Opublikowano ", "asofar "])
def test_other_words_tell_no_update(text: str) -> None:
    """Words of publication, writers, months, and words that only hold the letters of one."""
    assert not MONTHS.tells_update(text)
