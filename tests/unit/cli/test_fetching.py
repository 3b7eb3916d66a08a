"""Addresses on the command line, in this process, so that a test's client can stand for the real one."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from copydesk.cli import group
from copydesk.fetch import Fetched
from copydesk.run import addresses

PAGE = b"""<html><head><title>Ferries stop</title></head><body><article><h1>Ferries stop in Orlen</h1>
<p>5 hours ago</p><p>Ferries stopped on Tuesday, port officials said.</p></article></body></html>"""


def copydesk(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments))


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was asked of the client, which gives one page for every address."""
    asked: list[Any] = []

    class Shelf:
        def fetch(self, address: str) -> Fetched:
            asked.append(address)
            return Fetched(
                asked=address, address=address + "?final", redirects=(), status=200, ip="192.0.2.1", headers=(), body=PAGE,
                sha256="0" * 64, fetched_at="2024-03-05T14:30:00Z", kept_in="x.warc.gz",
            )  # fmt: skip

    def load(**settings: Any) -> Shelf:
        asked.append(settings)
        return Shelf()

    monkeypatch.setattr(addresses, "load_client", load)
    return asked


def test_an_address_is_read_like_a_file_and_told(shelf: list[Any]) -> None:
    """Its ages count from the fetch; stderr says what was fetched and where it is kept."""
    settings = ("--contact", "desk@example.org", "--keep", "kept", "--allow-port", "81")
    done = copydesk("read", "https://news.example/a", "--json", *settings)
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert report["page"]["url"] == "https://news.example/a?final"
    assert report["page"]["fetched_at"] == "2024-03-05T14:30:00Z"
    assert report["article"]["created"] == "2024-03-05T09Z"
    assert "fetched https://news.example/a from https://news.example/a?final" in done.stderr
    assert "kept in x.warc.gz" in done.stderr
    assert shelf[0] == {"contact": "desk@example.org", "keep": Path("kept"), "ports": (81,)}


def test_addresses_of_a_file_are_fetched_after_the_paths_each_once(shelf: list[Any], tmp_path: Path) -> None:
    """One that is typed as well is fetched where it was typed."""
    (tmp_path / "list.txt").write_text("https://news.example/b\nhttps://news.example/a\n", encoding="utf-8")
    (tmp_path / "page.txt").write_text("The harbour closed on 5 March 2024.", encoding="utf-8")
    listed = ("--addresses", str(tmp_path / "list.txt"))
    done = copydesk("clean", "https://news.example/a", str(tmp_path / "page.txt"), *listed)
    assert done.exit_code == 0, done.output
    assert shelf[1:] == ["https://news.example/a", "https://news.example/b"]
    assert copydesk("clean", *listed).exit_code == 0


def test_without_an_address_no_client_is_made_and_no_name_asked(
    shelf: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Addresses inside a page, a manifest or JSON Lines are words."""

    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "create_connection", never)
    monkeypatch.setattr(socket, "getaddrinfo", never)
    words = '<p>See <a href="https://news.example/a">here</a>.</p><img src="https://x.example/i">'
    (tmp_path / "page.html").write_text(words, encoding="utf-8")
    rows = tmp_path / "rows.csv"
    rows.write_text("path,url\npage.html,https://news.example/p\n", encoding="utf-8")
    done = copydesk("clean", "--manifest", str(rows))
    assert done.exit_code == 0, done.output
    assert shelf == []


def test_no_option_opens_the_loopback_address(tmp_path: Path) -> None:
    """The real client refuses it and nobody is connected to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        done = copydesk("clean", f"http://127.0.0.1:{port}/", "--allow-port", str(port), "--keep", str(tmp_path / "kept"))
        assert done.exit_code == 0, done.output
        assert "this machine" in done.output
        with pytest.raises(TimeoutError):
            server.accept()
