"""From a server to the page that the desk reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from copydesk.fetch import Client
from copydesk.run import Known, read_address, read_paths
from tests.unit.fetch.conftest import answer

Make = Callable[..., Client]
PAGE = "<html><body><h1>Fähre fällt aus</h1><p>Ferries stopped 5 hours ago, Jürgen Müller said.</p></body></html>"


def test_a_page_is_decoded_as_its_server_says_and_dated_by_the_fetch(site: Any, make_client: Make) -> None:
    """Charset of the header, final address, time of the request, hash of the bytes."""
    site.routes |= {
        "/a": answer(b"", status="301 Moved", location="/b"),
        "/b": answer(PAGE.encode("latin-1"), packed=True, content_type="text/html; charset=ISO-8859-1"),
    }
    intake = read_address(site.url("/a"), client=make_client(), common=Known())
    assert "Jürgen Müller" in intake.page.text
    assert intake.refusals == ()
    assert (intake.key, intake.page.url) == (site.url("/a"), site.url("/b"))
    assert intake.page.fetched_at == "2024-03-05T14:30:00Z"
    assert intake.fetched is not None
    assert intake.fetched.sha256 == intake.page.sha256


def test_one_that_fails_leaves_the_others(site: Any, make_client: Make) -> None:
    """Each address has a page; those that were not fetched have a reason and no words."""
    client = make_client()
    site.routes["/long"] = answer(content_length="99999999999")
    asked = [site.url("/gone"), site.url("/"), "http://10.0.0.1/", site.url("/long")]
    read = list(read_paths(asked, common=Known(), fetch=lambda one: read_address(one, client=client, common=Known())))
    assert [one.page.text != "" for one in read] == [False, True, False, False]
    assert [one.refusals[0].reason.rpartition("[")[2] for one in read if one.refusals] == ["status]", "not public]", "size]"]
    assert all(one.refusals[0].reason.startswith(one.key) for one in read if one.refusals)
