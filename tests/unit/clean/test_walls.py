"""A page that is no article says what it is; an article that mentions such words stays one."""

import pytest

from copydesk.clean import find_articles
from copydesk.lexicon import load_world
from copydesk.read import read_text_page

BODY = "\n".join(
    f"The council of Varde met for the {word} time this year to talk about the old sea wall, and its members said that the "
    "work on the northern part of it would be done before the winter storms begin in late November."
    for word in ("first", "second", "third", "fourth", "fifth", "sixth")
)


def reasons(text: str) -> list[str]:
    page, layout, _ = read_text_page(text, key="wall")
    return [refusal.reason for refusal in find_articles(page=page, layout=layout, world=load_world())[1]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Before you continue to Harbour News\nWe use cookies and similar tools.\nAccept all\nReject all", "consent wall"),
        ("We value your privacy\nYour choices apply to this site alone.\nAgree\nMore options", "consent wall"),
        ("Sea wall done by winter\nThis article is for subscribers only.\nAlready a subscriber? Log in", "paywall"),
        ("Sea wall done by winter\nThe wall is done.\nThis story is reserved for our subscribers.", "paywall"),
        ("Sea wall done by winter\nThe wall is done.\nYou have 91% of this article left to read.", "paywall"),
        ("Harbour News uses cookies and similar technologies to show you offers.\nAccept\nReject", "consent wall"),
        ("Before you go on\nWe and our 842 partners store and read data on your device.\nAccept all", "consent wall"),
        ("Wir brauchen Ihre Zustimmung\nWir und unsere 311 Partner lesen Ihr Gerät aus.\nAlle akzeptieren", "consent wall"),
        ("Le mur est fini\nLa suite est réservée aux abonnés.\nDéjà abonné ?", "paywall"),
        ("Le mur est fini\nIl vous reste 80% de cet article à lire.", "paywall"),
        ("Der Damm ist fertig\nDieser Artikel ist nur für Abonnenten lesbar.", "paywall"),
        ("Página no encontrada\nVolver a la portada", "missing page"), ("Страница не найдена\nНа главную", "missing page"),
        ("Siden findes ikke\nGå til forsiden", "missing page"),
        ("Veuillez activer JavaScript pour lire ce site.", "page of scripts"),
        ("We can't find that story\nGo back to the front page.", "missing page"),
        ("Page not found\nTry the search, or go to the front page.", "missing page"),
        ("Sorry, we couldn't find what you asked for.\nHome\nSearch", "missing page"),
        ("Harbour News\nVerify you are human\nThis may take a few seconds.", "check for robots"),
        ("Please enable JavaScript to read this site.", "page of scripts"),
        ("This page is not available in your region.\nContact us", "closed region"),
        ("502 Bad Gateway\nnginx", "failing server"),
        ("Please log in to view this story\nName\nPassword", "login wall"),
    ],
)
def test_a_page_without_an_article_says_what_stands_there(text: str, kind: str) -> None:
    """The reason names the kind of wall."""
    assert any(kind in reason for reason in reasons(text))


def test_an_article_cut_off_at_a_paywall_says_so() -> None:
    """The first paragraphs are read, and the reader is told that more was there."""
    first = "\n".join(BODY.split("\n")[:2])
    stub = "Subscribe to continue reading\nAlready a subscriber? Log in"
    assert reasons(f"Sea wall done by winter\nBy Ann Lee\n{first}\n{stub}") == ["the article breaks off at a paywall"]


@pytest.mark.parametrize(
    "line",
    [
        "Accept all cookies", "Subscribe to continue reading", "Page not found", "Please enable JavaScript",
        "Visitors of the council's site saw the words page not found for an hour, a clerk said on Monday.",
    ],
)
def test_a_whole_article_is_one_whatever_else_the_page_prints(line: str) -> None:
    """Banners stand on most pages."""
    assert reasons(f"Sea wall done by winter\nBy Ann Lee\n{BODY}\n{line}") == []


def test_a_short_report_may_quote_the_words_of_a_wall() -> None:
    """A sign stands at the beginning of its line."""
    told = "For an hour visitors read that the page was not found, a clerk said."
    assert reasons(f"Site of the council fails\nBy Ann Lee\n{told}") == []
