"""Creation times that a page shows or its markup states: candidates of the article and of each card."""

import pytest

from copydesk.clean import find_articles
from copydesk.lexicon import load_world
from copydesk.read import read_page
from copydesk.record import Article

WORLD = load_world()
BODY = {
    "en": "The council of Tamsin voted on Monday to close the old mill, its mayor said after a long night of talks.",
    "es": "El consejo de la ciudad votó el lunes por el cierre del viejo molino, dijo su alcaldesa después de una larga noche.",
    "de": "Der Rat der Stadt hat am Montag für die Schließung der alten Mühle gestimmt, sagte die Bürgermeisterin danach.",
    "fr": "Le conseil de la ville a voté lundi la fermeture du vieux moulin, a dit la maire après une longue nuit de débats.",
    "ru": "Городской совет в понедельник проголосовал за закрытие старой мельницы, сообщила мэр после долгой ночи.",
    "ko": "시의회는 월요일 오래된 방앗간을 폐쇄하기로 의결했다고 시장이 긴 밤샘 회의 끝에 밝혔다.",
}


def _articles(middle: str, language: str = "en", more: str = "") -> tuple[Article, ...]:
    body = f"<p>{BODY[language]}</p>" * 4
    raw = f"<html><body><article><h1>{BODY[language][:40]}</h1>{middle}{body}</article>{more}</body></html>"
    page, layout, _ = read_page(raw.encode(), key="a.html")
    return find_articles(page=page, layout=layout, world=WORLD)[0]


def _told(article: Article) -> list[tuple[str, str]]:
    return [(each.value, each.basis) for each in article.created_candidates]


@pytest.mark.parametrize(
    ("stamp", "created", "updated"),
    [
        ("Published 9 April 2031 07:45 GMT · Updated 11:20 GMT", "2031-04-09T07:45Z", "2031-04-09T11:20Z"),
        ("9 April 2031, 7:45 a.m. | Last updated 9 April 2031, 11:20 a.m.", "2031-04-09T07:45", "2031-04-09T11:20"),
        ("April 9, 2031 7:45 AM ET (modified April 10, 2031 1:00 PM ET)", "2031-04-09T07:45-04:00", "2031-04-10T13:00-04:00"),
        ("January 9, 2031 7:45 AM CT", "2031-01-09T07:45-06:00", None),
    ],
)
def test_an_update_stands_beside_the_publication(stamp: str, created: str, updated: str | None) -> None:
    """A time of day alone is read on the day stamped before it; zones of North America follow summer time."""
    main = _articles(f'<p class="date">{stamp}</p>')[0]
    assert _told(main) == [(created, "timestamp")]
    assert main.updated == updated


def test_the_day_of_the_masthead_is_not_the_articles() -> None:
    """A site that marks its own name as the first heading shows today's day beside it; the article's stands at its headline."""
    mast = "<header><div>Friday, (11 Apr 2031)</div><h1>The Tamsin Post</h1><div>9°C</div></header>"
    stamp = '<ul class="nav meta"><li><a href="/day">9 Apr 2031 18:29</a></li><li><a href="/n">1479</a></li></ul>'
    body = f"<p>{BODY['en']}</p>" * 4
    mast += "".join(f"<nav><a href='/{n}'>Section {n}</a></nav>" for n in range(12))
    title = "Council votes to close the old mill"
    text = f"<div><h1>{title}</h1>{stamp}{body}</div>"
    raw = f"<html><head><title>{title}</title></head><body>{mast}{text}</body></html>"
    page, layout, _ = read_page(raw.encode(), key="a.html")
    main = find_articles(page=page, layout=layout, world=WORLD)[0][0]
    shown = [value for value, basis in _told(main) if basis != "htmldate"]
    assert shown == ["2031-04-09T18:29"]


def test_an_update_alone_is_a_weak_candidate() -> None:
    """The article is no younger than its update; it is not taken for the time of publication."""
    main = _articles('<p class="date">Updated 9 April 2031 11:20 GMT</p>')[0]
    assert _told(main) == [("2031-04-09T11:20Z", "update")]
    assert main.updated == "2031-04-09T11:20Z"


@pytest.mark.parametrize(
    ("language", "stamp", "value"),
    [
        ("es", "Redacción | 3 de marzo de 2031, a las 18:05", "2031-03-03T18:05"),
        ("de", "Stadtblatt, 3. März 2031, 18:05 Uhr", "2031-03-03T18:05"),
        ("fr", "le 3 mars 2031 à 18h05", "2031-03-03T18:05"), ("fr", "03/11/2031 - 18:05", "2031-11-03T18:05"),
        ("ru", "18:05, 3 марта 2031", "2031-03-03T18:05"), ("ko", "박민수 기자 | 2031-03-03 18:05:59", "2031-03-03T18:05"),
        ("ko", "2031년 3월 3일 오후 6:05", "2031-03-03T18:05"),
    ],
)
def test_pages_in_other_languages_are_dated(language: str, stamp: str, value: str) -> None:
    """A full date on a short line at the headline, whatever role the line has."""
    main = _articles(f"<div>{stamp}</div>", language)[0]
    assert value in [given for given, basis in _told(main) if basis in ("timestamp", "shown")]


def test_a_date_in_running_text_is_no_stamp() -> None:
    """Only short lines are looked at; those of links to other stories are not."""
    body = "<p>Am 3. März 2031 um 18:05 Uhr hatte der Rat schon einmal getagt, damals aber ohne ein Ergebnis für die Mühle.</p>"
    assert _told(_articles(body, "de")[0]) == []


def test_a_card_has_the_time_that_its_markup_states() -> None:
    """`<time datetime>` of a card is to the minute where its shown age is to the hour or day."""
    card = ('<aside><h2>Related</h2><article><h3><a href="/1">Mill owner rejects the offer of the town</a></h3>'
            '<p>By Ola Frey</p><time datetime="2031-04-07T18:30:00+02:00">2 days ago</time></article></aside>')
    cards = [article for article in _articles("<p>By Eva Lind</p>", more=card) if article.is_card]
    assert [_told(each)[0] for each in cards] == [("2031-04-07T18:30:00+02:00", "time")]


@pytest.mark.parametrize(
    ("language", "stamp", "duration"),
    [("fr", "Publié il y a 3 heures", "PT3H"), ("de", "vor einer Stunde", "PT1H"), ("es", "Hace 2 días", "P2D"),
     ("ru", "3 часа назад", "PT3H"), ("ko", "3시간 전", "PT3H")],
)
def test_an_age_in_another_language_counts_back_from_the_capture(language: str, stamp: str, duration: str) -> None:
    """The line is a stamp, and its age a candidate; one below the headline of a card is the card's."""
    card = f'<aside><h2>…</h2><div><a href="/1"><h3>{BODY[language][10:60]}</h3></a><p>{stamp}</p></div></aside>'
    main = _articles(f"<div>{stamp}</div>", language, card)[0]
    assert (duration, "age") in _told(main)
    assert main.language == language
