"""Addresses that a person gives become pages; what stands against one is its page's reason."""

from __future__ import annotations

from pathlib import Path

import pytest

import copydesk
from copydesk.errors import BadManifest, BadOption, NotFetched
from copydesk.fetch import Fetched
from copydesk.run import Known, is_address, load_addresses, load_client, read_address, read_paths
from copydesk.run.addresses import name_agent

PAGE = b'<html><body><h1>Ferries stop</h1><p>Ferries stopped 5 hours ago, \xf6fficials said.</p></body></html>'


class Shelf:
    """Stands for the client: gives what lies there."""

    def fetch(self, asked: str) -> Fetched:
        if "gone" in asked:
            raise NotFetched("status", "has no such page (status 404): check the address")
        return Fetched(
            asked=asked, address="https://www.news.example/final", redirects=(asked,), status=200, ip="192.0.2.1",
            headers=(("content-type", "text/html; charset=iso-8859-1"),), body=PAGE, sha256="0" * 64,
            fetched_at="2024-03-05T14:30:00Z",
        )  # fmt: skip


def test_a_fetched_page_knows_its_final_address_and_when_it_came() -> None:
    """So that "5 hours ago" is counted from the fetch, whatever --fetched-at says of other pages."""
    common = Known(outlet="The News", fetched_at="2020-01-01")
    (intake,) = read_address("https://news.example/a", client=Shelf(), common=common)  # type: ignore[arg-type]
    assert intake.key == "https://news.example/a"
    assert intake.page.url == "https://www.news.example/final"
    assert intake.page.fetched_at == "2024-03-05T14:30:00Z"
    assert intake.page.outlet == "The News"
    assert "öfficials" in intake.page.text
    assert intake.fetched is not None
    assert (intake.fetched.status, intake.fetched.redirects) == (200, ("https://news.example/a",))


def test_an_address_that_is_not_fetched_is_a_page_with_the_reason_and_the_others_go_through(tmp_path: Path) -> None:
    """The refusal names address, fault and rule."""
    (tmp_path / "a.txt").write_text("The harbour closed.", encoding="utf-8")
    common = Known()
    given = ["https://news.example/gone", str(tmp_path / "a.txt"), "https://news.example/a"]
    fetch = lambda asked: read_address(asked, client=Shelf(), common=common)  # type: ignore[arg-type]  # noqa: E731
    gone, file, page = read_paths(given, common=common, fetch=fetch)
    assert gone.page.text == ""
    assert gone.page.url == "https://news.example/gone"
    (refusal,) = gone.refusals
    assert refusal.reason == "https://news.example/gone: has no such page (status 404): check the address [status]"
    assert file.page.text == "The harbour closed."
    assert "Ferries stopped" in page.page.text


def test_without_a_fetcher_nothing_is_fetched() -> None:
    """Offline is the default of the library, and it says where fetching is."""
    (intake,) = read_paths(["https://news.example/a"], common=Known())
    (of_many,) = copydesk.read_pages("https://news.example/a")
    for one in (intake, of_many, copydesk.read_page("https://news.example/a")):
        assert "not fetched here" in one.refusals[0].reason
        assert one.page.url == "https://news.example/a"


@pytest.mark.parametrize(
    ("given", "expected"),
    [("https://a.example/", True), ("HTTP://a.example", True), ("ftp://a.example", True), ("a.txt", False), ("-", False),
     ("C:/pages/a.html", False), ("pages//a.html", False), ("https:/a", False)],
)  # fmt: skip
def test_an_address_is_told_from_a_path(given: str, expected: bool) -> None:
    """By its scheme and two slashes."""
    assert is_address(given) is expected


def test_addresses_come_from_a_file_each_once(tmp_path: Path) -> None:
    """One a line; blank lines and remarks are passed over."""
    rows = tmp_path / "addresses.txt"
    lines = ["\ufeff# today", "https://a.example/1", "", "  https://b.example/2  ", "https://a.example/1", "not one", ""]
    rows.write_text("\n".join(lines), encoding="utf-8")
    assert load_addresses(rows) == ("https://a.example/1", "https://b.example/2", "not one")
    with pytest.raises(BadManifest, match="gone"):
        load_addresses(tmp_path / "gone.txt")


def test_the_user_agent_names_us_and_the_contact() -> None:
    """A version always, the contact where one is stated; nothing that would break a header."""
    assert name_agent(None).startswith("copydesk/0.")
    assert name_agent("desk@example.org").endswith(" (+desk@example.org)")
    for wrong in ("two words", "a\r\nX-Evil: 1", "ä@example.org", "a)b", "x" * 300):
        with pytest.raises(BadOption, match="--contact"):
            name_agent(wrong)


def test_the_client_of_the_command_line_asks_no_loopback_address(tmp_path: Path) -> None:
    """Whatever its options: neither by name nor by number."""
    client = load_client(contact="desk@example.org", keep=tmp_path / "kept", ports=(8080,))
    for asked in ("http://127.0.0.1:8080/", "http://localhost:8080/", "http://[::1]/"):
        with pytest.raises(NotFetched) as refused:
            client.fetch(asked)
        assert refused.value.rule in {"not public", "name"}
