"""Addresses that a person gives to pages: fetched by the guarded client, and refused like any page that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.errors import BadManifest, BadOption, NotFetched
from copydesk.read import Parcel
from copydesk.run.intake import Intake, Known, read_parcel, refuse

if TYPE_CHECKING:
    from copydesk.fetch import Client

def load_client(*, contact: str | None = None, keep: Path | None = None, ports: Iterable[int] = ()) -> Client:
    """The guarded client on this machine's clock and network. docs/steps/fetch.md says what it refuses.

    contact: how a site's people reach the one who runs this (an address or a mail box), told in the User-Agent. keep: the
    folder for WARC files, None to keep nothing. ports: open besides 80 and 443. Raises BadOption.
    """
    from copydesk.fetch import Client, FetchRules, Keeping, SystemClock

    agent = name_agent(contact)
    rules = FetchRules()
    rules = replace(rules, ports=rules.ports | frozenset(ports))
    keeping = Keeping(keep, agent=agent) if keep else None
    return Client(agent=agent, clock=SystemClock(), rules=rules, keeping=keeping)


def load_fetcher(
    *, common: Known, contact: str | None = None, keep: Path | None = None, ports: Iterable[int] = (),
) -> Callable[[str], Iterator[Intake]]:
    """What turns an address into pages, through one client; the arguments are those of `load_client`."""
    return partial(read_address, client=load_client(contact=contact, keep=keep, ports=ports), common=common)


def name_agent(contact: str | None) -> str:
    """The User-Agent line: copydesk, its version and the contact. Raises BadOption where the contact fits no header."""
    own = f"copydesk/{version('copydesk')}"
    if not contact:
        return own
    if not re.fullmatch(r"[\x21-\x7e]{1,200}", contact) or set(contact) & set("()\\"):
        raise BadOption(f"--contact {contact!r}: give an address or a mail box without spaces, such as desk@example.org")
    return f"{own} (+{contact})"


def read_address(asked: str, *, client: Client, common: Known) -> Iterator[Intake]:
    """The pages at an address. A page's key is the address as given, its url the final one, its fetched_at when it came.

    What lies there is read like a file: a feed or an archive gives many pages (`address#3`) with addresses of their own,
    and those of an archive with their own times of capture. `common.fetched_at` is of other pages. An address that a rule
    or a fault stands against comes without words and with a Refusal that says which.
    """
    try:
        fetched = client.fetch(asked)
    except NotFetched as fault:
        yield refuse(asked, str(fault), url=asked)
        return
    parcel = Parcel(
        name=asked, raw=fetched.body, media_type=fetched.media_type, url=fetched.address, fetched_at=fetched.fetched_at,
    )
    for intake in read_parcel(parcel, known=replace(common, fetched_at=None)):
        yield replace(intake, fetched=fetched)


def load_addresses(path: Path) -> tuple[str, ...]:
    """The addresses in a text file, one a line, each once; blank lines and lines that begin with # are passed over."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise BadManifest(f"{path}: cannot be read as UTF-8 text ({fault})") from fault
    return tuple(dict.fromkeys(line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")))
