"""Which numeric addresses are public, and that every answer for a name is judged."""

import ipaddress
import threading

import pytest

from copydesk.errors import NotFetched
from copydesk.fetch.addresses import parse_address
from copydesk.fetch.networks import find_fault
from copydesk.fetch.resolving import resolve_public
from copydesk.fetch.rules import FetchRules

ADDRESS = parse_address("https://news.example/", ports=frozenset((443,)))


@pytest.mark.parametrize(
    "ip",
    [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "100.100.100.200", "127.0.0.1",
        "127.255.255.254", "168.63.129.16", "169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192",
        "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
        "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:7f00:1", "64:ff9b::7f00:1", "64:ff9b::808:808",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:0:7f00:1::", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::",
        "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::5efe:a00:1", "fec0::1",
        "ff02::1", "4000::1", "2a00:1450::5efe:a00:1", "2a00:1450::200:5efe:a00:1",
    ],
)  # fmt: skip
def test_an_address_that_is_not_public_is_told_by_kind(ip: str) -> None:
    """Each special range, and IPv4 hidden in IPv6 in each of its forms."""
    assert find_fault(ipaddress.ip_address(ip))


@pytest.mark.parametrize(
    "ip",
    ["1.1.1.1", "8.8.8.8", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255", "128.0.0.1", "169.253.255.255",
     "172.15.255.255", "172.32.0.1", "192.167.255.255", "192.169.0.1", "198.17.255.255", "198.20.0.1", "223.255.255.255",
     "2001:4860:4860::8888", "2606:4700:4700::1111", "2a00:1450:4001::200e", "2003::1"],
)  # fmt: skip
def test_public_addresses_pass(ip: str) -> None:
    """The neighbours of each range are public."""
    assert find_fault(ipaddress.ip_address(ip)) is None


@pytest.mark.parametrize(
    "answers", [["10.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["8.8.8.8", "::1"], ["127.0.0.1"], ["fe80::1%eth0"], ["nonsense"], []]
)
def test_one_answer_that_is_not_public_refuses_the_name(answers: list[str]) -> None:
    """All answers are judged, not the first alone; so is a name without any."""
    with pytest.raises(NotFetched):
        resolve_public(ADDRESS, lambda host, port: answers, rules=FetchRules(), seconds=1)


def test_public_answers_come_in_the_order_of_the_resolver() -> None:
    """And the resolver is asked once, for the host."""
    asked = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append((host, port))
        return ["8.8.8.8", "2606:4700::1"]

    assert resolve_public(ADDRESS, resolver, rules=FetchRules(), seconds=1) == ["8.8.8.8", "2606:4700::1"]
    assert asked == [("news.example", 443)]


def test_the_loopback_address_is_open_to_tests_alone() -> None:
    """The rule opens 127.0.0.1 and ::1 and not their neighbours."""
    opened = FetchRules(loopback_for_tests=True)
    assert resolve_public(ADDRESS, lambda *_: ["127.0.0.1", "::1"], rules=opened, seconds=1)
    for ip in ("127.0.0.2", "10.0.0.1", "::ffff:127.0.0.1", "0.0.0.0"):
        with pytest.raises(NotFetched, match="not public"):
            resolve_public(ADDRESS, lambda *_, ip=ip: [ip], rules=opened, seconds=1)


def test_a_resolver_that_does_not_answer_is_left_at_the_deadline() -> None:
    """The system's resolver knows no deadline, so it is asked aside."""
    never = threading.Event()
    with pytest.raises(NotFetched, match="connect deadline"):
        resolve_public(ADDRESS, lambda *_: [str(never.wait(5))], rules=FetchRules(connect=0.1), seconds=1)
    never.set()
