"""Ages in other languages: durations before the capture, and none where the words only look alike."""

import pytest

from copydesk.lexicon import load_world

AGES = load_world().ages


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("il y a 3 heures", "PT3H"), ("Publié il y a une semaine", "P1W"), ("vor 2 Stunden", "PT2H"), ("Vor einem Tag", "P1D"),
        ("hace 5 horas", "PT5H"), ("Actualizado hace un mes", "P1M"), ("un'ora fa", "PT1H"), ("3 horas atrás", "PT3H"),
        ("acum 20 de minute", "PT20M"), ("4 uur geleden", "PT4H"), ("för 2 timmar sedan", "PT2H"),
        ("for 6 timer siden", "PT6H"),
        ("7 tuntia sitten", "PT7H"), ("tunti sitten", "PT1H"), ("2 dni temu", "P2D"), ("před 3 hodinami", "PT3H"),
        ("3 órája", "PT3H"), ("pre 2 sata", "PT2H"), ("пре 3 дана", "P3D"), ("преди 3 часа", "PT3H"), ("2 часа назад", "PT2H"),
        ("Обновлено минуту назад", "PT1M"), ("5 годин тому", "PT5H"), ("πριν από 2 ημέρες", "P2D"), ("3 saat önce", "PT3H"),
        ("8 jam yang lalu", "PT8H"), ("3 giờ trước", "PT3H"), ("לפני שעה", "PT1H"), ("منذ ٥ دقائق", "PT5M"),
        ("۳ ساعت پیش", "PT3H"),
        ("2 घंटे पहले", "PT2H"), ("5分钟前", "PT5M"), ("3時間前", "PT3H"), ("2일 전", "P2D"), ("刚刚", "PT0M"),
        ("gerade eben", "PT0M"),
    ],
)
def test_an_age_is_a_duration(text: str, duration: str) -> None:
    """Count and unit within the words of a language, a word for one, or a unit alone; digits of any script."""
    assert [each[2] for each in AGES.find(text)] == [duration]


@pytest.mark.parametrize(
    "text",
    ["vor Gericht", "Hace calor", "il y a des jours", "5 min read", "She won 3 sat", "No word from the FA any more",
     "前日", "日前", "3 Std. vor Schluss", "午前10時", "Sat 3 pm", "The band wrote it 12 years"],
)
def test_other_words_are_no_age(text: str) -> None:
    """Frames without a unit, units without a frame, and English words that are units elsewhere."""
    assert AGES.find(text) == []


def test_every_row_has_each_unit() -> None:
    """A language names all seven units, and no form of it means two."""
    from copydesk.lexicon.ages import AgeWords
    from copydesk.lexicon.tables import FOLDER, load_rows

    units = ("second", "minute", "hour", "day", "week", "month", "year")
    for row in load_rows(FOLDER / "world" / "ages.tsv", AgeWords):
        forms = [form for unit in units for form in getattr(row, unit)]
        assert all(getattr(row, unit) for unit in units), row.language
        assert len(forms) == len(set(forms)), row.language
