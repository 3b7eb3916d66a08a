"""Which numeric addresses are public: an own list, so that no library's update opens the house.

Ranges: IANA special-purpose address registries (IPv4 and IPv6), the multicast and reserved blocks, and the cloud
providers' metadata addresses that lie outside them.
"""

from __future__ import annotations

import ipaddress

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_V4 = {
    "0.0.0.0/8": "this network", "10.0.0.0/8": "private", "100.64.0.0/10": "shared by a provider",
    "127.0.0.0/8": "this machine", "168.63.129.16/32": "a cloud's own", "169.254.0.0/16": "link-local or cloud metadata",
    "172.16.0.0/12": "private", "192.0.0.0/24": "protocol assignments", "192.0.2.0/24": "documentation",
    "192.31.196.0/24": "AS112", "192.52.193.0/24": "AMT", "192.88.99.0/24": "a 6to4 relay", "192.168.0.0/16": "private",
    "192.175.48.0/24": "AS112", "198.18.0.0/15": "benchmarks", "198.51.100.0/24": "documentation",
    "203.0.113.0/24": "documentation", "224.0.0.0/4": "multicast", "240.0.0.0/4": "reserved or broadcast",
}
# Told by name; all else outside 2000::/3 is refused as well.
_V6 = {
    "::/128": "unspecified", "::1/128": "this machine", "::ffff:0:0/96": "an IPv4 address in IPv6",
    "::/96": "an IPv4 address in IPv6", "::ffff:0:0:0/96": "an IPv4 address in IPv6", "64:ff9b::/96": "NAT64",
    "64:ff9b:1::/48": "NAT64", "100::/64": "discarded", "2001::/32": "Teredo", "2001::/23": "protocol assignments",
    "2001:db8::/32": "documentation", "2002::/16": "6to4", "2620:4f:8000::/48": "AS112", "3fff::/20": "documentation",
    "5f00::/16": "segment routing", "fc00::/7": "unique local", "fe80::/10": "link-local", "fec0::/10": "site-local",
    "ff00::/8": "multicast",
}
_RANGES: dict[int, tuple[tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, str], ...]] = {
    4: tuple((ipaddress.IPv4Network(net), kind) for net, kind in _V4.items()),
    6: tuple((ipaddress.IPv6Network(net), kind) for net, kind in _V6.items()),
}
_GLOBAL = ipaddress.IPv6Network("2000::/3")
_ISATAP = (0x00005EFE, 0x02005EFE)  # the upper half of an interface id that holds an IPv4 address (RFC 5214)


def find_fault(ip: IPAddress) -> str | None:
    """What kind of non-public address this is ("private", "NAT64", ...), or None where it is public."""
    for network, kind in _RANGES[ip.version]:
        if ip in network:
            return kind
    if ip.version == 4:
        return None
    if ip not in _GLOBAL:
        return "outside the public range"
    return "an IPv4 address in IPv6" if (int(ip) >> 32) & 0xFFFFFFFF in _ISATAP else None
