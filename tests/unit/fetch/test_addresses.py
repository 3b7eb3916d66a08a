"""Which addresses are asked at all."""

from contextlib import suppress

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from copydesk.errors import NotFetched
from copydesk.fetch.addresses import join_address, parse_address

OPEN = frozenset((80, 443))


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("https://news.example/a?b=c#part", "https://news.example/a?b=c"),
        ("HTTP://News.Example:80", "http://news.example/"),
        ("https://news.example:443/", "https://news.example/"),
        ("https://zürich.example/é ü".replace(" ", "%20"), "https://xn--zrich-kva.example/%C3%A9%20%C3%BC"),
        ("http://8.8.8.8/x", "http://8.8.8.8/x"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
        ("  https://news.example./a  ", "https://news.example/a"),
    ],
)
def test_an_address_is_asked_for_in_one_form(given: str, asked: str) -> None:
    """Lower case, ASCII, without fragment and without the scheme's own port."""
    assert parse_address(given, ports=OPEN).url == asked


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ("ftp://news.example/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://news.example/", "scheme"),
        ("news.example/a", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("https://me@news.example/", "user info"),
        ("https://me:secret@news.example/", "user info"),
        ("https://@news.example/", "user info"),
        ("http://news.example\\@127.0.0.1/", "user info"),
        ("https://news.example:8080/", "port"),
        ("https://news.example:22/", "port"),
        ("https://news.example:99999/", "address"),
        ("https://news.example:x/", "address"),
        ("https:///path", "address"),
        ("https://", "address"),
        ("https://news.example/a b", "address"),
        ("https://news.example/a\r\nHost: other", "address"),
        ("https://news.example/" + "a" * 5000, "address"),
        ("http://2130706433/", "address"),
        ("http://0x7f000001/", "address"),
        ("http://0177.0.0.1/", "address"),
        ("http://127.1/", "address"),
        ("http://127.0.0.1./", "address"),
        ("http://\uff11\uff12\uff17.0.0.1/", "address"),
        ("http://[fe80::1%25eth0]/", "address"),
        ("http://[::1/", "address"),
        ("http://a..b/", "address"),
        ("http://-bad-.example/", "address"),
        ("http://ex%61mple.com/", "address"),
    ],
)
def test_an_address_that_breaks_a_rule_is_refused_before_anything_is_asked(given: str, rule: str) -> None:
    """The rule is named, and the reason says what to do."""
    with pytest.raises(NotFetched) as refused:
        parse_address(given, ports=OPEN)
    assert refused.value.rule == rule


def test_another_port_can_be_allowed() -> None:
    """80 and 443 are open unless more are."""
    assert parse_address("http://news.example:8080/", ports=OPEN | {8080}).port == 8080


def test_a_redirect_is_read_against_the_page_and_may_not_leave_https() -> None:
    """Relative ones are joined; https never goes down to http, http may go up."""
    secure = parse_address("https://news.example/a/b", ports=OPEN)
    plain = parse_address("http://news.example/a/b", ports=OPEN)
    assert join_address(secure, "../c?d", ports=OPEN).url == "https://news.example/c?d"
    assert join_address(secure, "/with a space", ports=OPEN).url == "https://news.example/with%20a%20space"
    assert join_address(secure, "//other.example/", ports=OPEN).url == "https://other.example/"
    assert join_address(plain, "https://news.example/", ports=OPEN).scheme == "https"
    with pytest.raises(NotFetched, match="downgrade"):
        join_address(secure, "http://news.example/", ports=OPEN)
    with pytest.raises(NotFetched, match="scheme"):
        join_address(secure, "file:///etc/passwd", ports=OPEN)


PIECES = st.sampled_from(["http", "https", *":/@[]?#.a \\é\uff0e", "//", "::1", "%25", "..", "127.1"])


@given_any(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join)))
def test_any_text_is_an_address_in_one_form_or_refused(given: str) -> None:
    """No other exception; and what passes stays the same when it is read again, and fits into a request line."""
    base = parse_address("http://news.example/a", ports=OPEN)
    for parse in (lambda: parse_address(given, ports=OPEN), lambda: join_address(base, given, ports=OPEN)):
        with suppress(NotFetched):
            address = parse()
            assert parse_address(address.url, ports=OPEN) == address
            assert address.url.isascii()
            assert not set(address.url) & set(' \r\n\t"<>')
