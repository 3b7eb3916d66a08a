"""A page in another language tells the days, numbers and names that need no reading of its sentences, and nothing else."""

import pytest

from copydesk.record import Report, Span
from copydesk.run import Known, load_desk, read_bytes, read_reports

# What makes each text long enough to tell its language.
AROUND = {
    "fr": "Les habitants de la vallée ne sont pas dans la rue, mais ils ont dit que le pont est fermé pour eux.",
    "de": "Die Leute aus dem Tal sind nicht auf der Straße, aber sie haben gesagt, dass die Brücke für sie zu ist.",
    "es": "Los vecinos del valle no están en la calle, pero han dicho que el puente está cerrado para ellos.",
    "pl": "Mieszkańcy nie są na ulicy, ale powiedzieli, że most jest dla nich zamknięty i to nie jest dobrze.",
    "hu": "A lakók azt mondták, hogy a híd nem járható, és ez nem jó, de csak egy út van a falu felé.",
    "ru": "Жители не вышли на улицу, но они сказали, что мост для них закрыт и что это не так.",
}


def _read(language: str, told: str) -> Report:
    raw = f"{AROUND[language]}\n\n{told} {AROUND[language]}\n".encode()
    (report, *_) = read_reports(read_bytes(raw, key=language, known=Known(created="2023-06-20")), load_desk())
    assert report.article is not None
    assert report.article.language == language
    return report


def _words(report: Report, span: Span) -> str:
    return report.page.text[span.start : span.end]


@pytest.mark.parametrize(("language", "told", "expected"), [
    ("de", "Am 17.06.2023 brach sie ein.", [("17.06.2023", "2023-06-17")]),
    ("pl", "Runęła 7.6.2023, o świcie.", [("7.6.2023", "2023-06-07")]),
    ("ru", "Мост упал 17.06.2023 09:40.", [("17.06.2023 09:40", "2023-06-17T09:40")]),
    ("fr", "Mis à jour : 2023-06-17T09:40Z.", [("2023-06-17T09:40Z", "2023-06-17T09:40Z")]),
    ("es", "Cayó el 17/06/2023 y no el 2023/06/18.", [("17/06/2023", "2023-06-17"), ("2023/06/18", "2023-06-18")]),
    ("hu", "Leomlott: 6/17/2023.", [("6/17/2023", "2023-06-17")]),
    ("es", "Cayó el 5/5/2023.", [("5/5/2023", "2023-05-05")]),
    ("de", "Die Nummer ist 17.13.2023, die andere 1.2.3.2023 und 99.1.2023.", []),
    ("fr", "Le jour 15/12/1402 est d'un autre calendrier.", []),
    ("de", "Der Fall im Mai ist kein Tag, und die Sun ist eine Zeitung.", []),
])
def test_days_in_figures_are_told(language: str, told: str, expected: list[tuple[str, str]]) -> None:
    """Days of one reading are told in any language; words that look like English months or seasons are not read."""
    report = _read(language, told)
    assert [(_words(report, time.span), time.value) for time in report.times] == expected
    assert all(time.begin and time.begin.startswith(time.value[:10]) for time in report.times)


@pytest.mark.parametrize("told", ["Cayó el 3/4/2023.", "Será el 04-03-2023 por la tarde.", "Entre 1/2/2023 y hoy."])
def test_a_day_of_two_readings_is_refused(told: str) -> None:
    """Where the day or the month may stand first, no day is told, and a Refusal shows the figures."""
    report = _read("es", told)
    assert report.times == ()
    refusals = [refusal for refusal in report.refusals if refusal.stage == "times"]
    assert [refusal.reason[:12] for refusal in refusals] == ["1 in figures"]
    assert refusals[0].span is not None
    assert "2023" in _words(report, refusals[0].span)


@pytest.mark.parametrize(("language", "told", "expected"), [
    ("fr", "Quelque 12 500 personnes.", [("12 500", "unknown", 12_500)]),
    ("fr", "Environ 1\u00a0250\u202f000 lettres.", [("1\u00a0250\u202f000", "unknown", 1_250_000)]),
    ("de", "Die Zahlen 12.500,75 und 1'250'000.", [("12.500,75", "unknown", 12_500.75), ("1'250'000", "unknown", 1.25e6)]),
    ("de", "Es sind 12.500 Leute, die am Wasser die Nacht erlebten.", [("12.500", "unknown", 12_500)]),
    ("de", "Der Schaden: 3,5 Millionen €, also 0,5 % mehr.", [("3,5 Millionen €", "euros", 3.5e6), ("0,5 %", "percent", 0.5)]),
    ("es", "Unas 40 mil personas y $ 2,5 millones.", [("40 mil", "unknown", 40_000), ("$ 2,5 millones", "dollars", 2.5e6)]),
    ("ru", "Это 40 тысяч человек и 2,5 млн долларов.", [("40 тысяч", "unknown", 40_000), ("2,5 млн", "unknown", 2.5e6)]),
    ("pl", "To 350 osób, 12 km i 45% miasta.", [("350", "unknown", 350), ("12 km", "km", 12), ("45%", "percent", 45)]),
    ("hu", "Ez 12 %, vagyis 300 millió.", [("12 %", "percent", 12), ("300", "unknown", None)]),
    ("fr", "Le 7 juin 2023, à 14h30, 42 ans après, sur la route A61 ou au 01 23 45 67 89.", []),
    ("de", "Am 17.06.2023 um 14:30 Uhr oder 14.30 Uhr in Saal 12-345.", []),
    ("fr", "Le code est 1234567890123456789012.", []),
])
def test_numbers_in_figures_are_told(language: str, told: str, expected: list[tuple[str, str, float | None]]) -> None:
    """Grouped, scaled, signed and large numbers are told with their size; days, hours, ages, years and keys are not.

    In a language whose words for thousands and millions are not listed, a number before a word has no size.
    """
    report = _read(language, told)
    assert [(_words(report, one.span), one.unit, one.low) for one in report.quantities] == expected
    assert all(one.low == one.high for one in report.quantities)


@pytest.mark.parametrize(("language", "told", "expected"), [
    ("fr", "La France et Angela Merkel sont là.", {"France": "state:FRA", "Angela Merkel": "person:angela-merkel"}),
    ("de", "Der Iran und die NATO schweigen.", {"Iran": "state:IRN", "NATO": "register:nato"}),
    ("es", "En Chile no hay noticias de Portugal.", {"Chile": "state:CHL", "Portugal": "state:PRT"}),
    ("ru", "В NATO молчат.", {"NATO": "register:nato"}),
    ("fr", "Selon Jordan Martin, Miss France ne chante pas.", {}),
    ("pl", "To robi German, ale on nie jest stąd.", {}),
])
def test_names_of_the_tables_are_told(language: str, told: str, expected: dict[str, str]) -> None:
    """States, actors and holders of offices are known where they are written as in the tables, but not in longer names."""
    report = _read(language, told)
    assert {_words(report, one.span): one.entity_id for one in report.mentions} == expected
    assert {entity.id for entity in report.entities} == set(expected.values())


def test_capitals_and_states_are_places() -> None:
    """They come with country and coordinates; nothing is read of who said or did what."""
    report = _read("es", "El ministro voló de Madrid a Portugal y dijo: “No hay más puentes en el valle.”")
    assert [(place.name, place.country) for place in report.places] == [("Madrid", "ESP"), ("Portugal", "PRT")]
    assert all(place.latitude is not None for place in report.places)
    assert (report.statements, report.events) == ((), ())
