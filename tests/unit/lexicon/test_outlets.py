"""The table of outlets: every name, handle and host leads to one outlet."""

import re

import pytest

from copydesk.lexicon import load_world

OUTLETS = load_world().outlets


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("AP", "Associated Press"), ("the AP", "Associated Press"), ("NYT", "The New York Times"),
        ("the New York Times", "The New York Times"), ("new york times", "The New York Times"),
        ("Agence France-Presse", "Agence France-Presse"), ("dpa", "Deutsche Presse-Agentur"), ("@axios", "Axios"),
        ("L’Orient Today", "L'Orient Today"),
    ],
)
def test_a_name_or_alias_leads_to_its_outlet(name: str, expected: str) -> None:
    """Case, a leading "the" and curly apostrophes do not matter."""
    found = OUTLETS.find(name)
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize("name", ["time", "ap", "the Times Herald of Nowhere", "", "the"])
def test_what_is_no_name_of_an_outlet_is_not_found(name: str) -> None:
    """Short names must match in case, so that the word "time" is no magazine."""
    assert OUTLETS.find(name) is None


def test_hosts_match_with_subdomains_and_addresses() -> None:
    """The longest registered host wins, and a host that only ends alike is another one."""
    assert OUTLETS.by_host("www.bbc.co.uk").name == "BBC News"
    assert OUTLETS.by_host("https://english.elpais.com/international/2022-02-15/x.html").name == "El Pais"
    assert OUTLETS.by_host("finance.yahoo.com").name == "Yahoo Finance"
    assert OUTLETS.by_host("uk.sports.yahoo.com").name == "Yahoo News"
    assert OUTLETS.by_host("notreuters.com") is None
    assert OUTLETS.by_host("localhost") is None


def test_sisters_share_a_family_and_unknown_outlets_are_their_own() -> None:
    """Two titles of one house are sisters; a title that nobody knows is sister to itself alone."""
    assert OUTLETS.are_sisters("WSJ", "New York Post")
    assert not OUTLETS.are_sisters("Reuters", "AFP")
    assert OUTLETS.are_sisters("Harbour Gazette", "the harbour gazette")
    assert not OUTLETS.are_sisters("Harbour Gazette", "Reuters")


def test_every_row_is_whole_and_no_name_or_host_stands_twice() -> None:
    """At least 250 outlets, each with a host in small letters without www; aliases and hosts are of one row only."""
    assert len(OUTLETS.rows) >= 250
    hosts = [host for row in OUTLETS.rows for host in row.domains]
    assert len(hosts) == len(set(hosts))
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host) and not host.startswith("www.") for host in hosts)
    assert all(re.fullmatch(r"[A-Z]{3}", row.country) and row.domains and row.family for row in OUTLETS.rows)
    for row in OUTLETS.rows:
        for name in (row.name, *row.aliases):
            assert OUTLETS.find(name) is row, name
