"""Outlets: names, hosts, houses and credits of whoever publishes news (world/outlets/*.tsv); one row an outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from copydesk.lexicon.outletcues import OutletCue, OutletCues
from copydesk.lexicon.tables import load_rows
from copydesk.lexicon.trie import WordTrie, split_words

OutletKind = Literal[
    "wire", "newspaper", "broadcaster", "magazine", "site", "official", "fact-checker", "aggregator", "releases",
]
StateTie = Literal[
    "state agency", "state broadcaster", "state owned", "party organ", "military organ", "government funded", "public service",
]
_ARTICLES = ("The ", "the ")
SHORT = 4  # letters: a name of so few without a space ("AP", "Time") must match in case


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One publisher over one stretch of time. Columns as the head of world/outlets/wires.tsv explains them.

    family: the house it belongs to; outlets of one family never count as independent. aliases: names that stand for it
    alone; common: names that are ordinary words or that several outlets share. valid_from, valid_until: ISO prefixes.
    """

    name: str
    kind: OutletKind
    country: str
    domains: tuple[str, ...]
    family: str
    aliases: tuple[str, ...]
    common: tuple[str, ...]
    credits: tuple[str, ...]
    furniture: tuple[str, ...]
    languages: tuple[str, ...]
    state: StateTie | None
    valid_from: str | None
    valid_until: str | None
    origin: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, its own first."""
        return (self.name, *self.aliases, *(name for name in self.common if name != self.name))

    @property
    def is_wire(self) -> bool:
        """Whether its copy runs on others' pages."""
        return self.kind == "wire"

    @property
    def is_official(self) -> bool:
        """Whether it is a state or a body that publishes about itself: its pages are its own words, its name is no paper's."""
        return self.kind == "official"

    @property
    def is_carrier(self) -> bool:
        """Whether it passes on what others wrote and is never an origin: aggregators, and services that spread releases."""
        return self.kind in ("aggregator", "releases")

    @property
    def is_publisher(self) -> bool:
        """Whether a name on a page may be the page's own; agencies, carriers and offices are named on others' pages too."""
        return not (self.is_wire or self.is_carrier or self.is_official)

    @property
    def is_state_medium(self) -> bool:
        """Whether a state, a party or an army owns, runs or pays for it; public service by law is none."""
        return self.state not in (None, "public service")

    def is_credit(self, words: str) -> bool:
        """Whether the words are one of the forms in which its copy is credited."""
        return words in self.credits

    def was_valid(self, day: str) -> bool:
        """Whether the row holds on a day (an ISO prefix; only as many characters as both give are compared)."""
        begin, end = self.valid_from or "", self.valid_until
        return day[:len(begin)] >= begin[:len(day)] and (end is None or day[:len(end)] <= end[:len(day)])


class Outlets:
    """The table of outlets with its lookups: by name, by address, by a line of credit. rows: in file order."""

    def __init__(self, rows: Iterable[Outlet], cues: OutletCues) -> None:
        self.rows = tuple(rows)
        self._cues = cues
        self._hosts: defaultdict[str, list[Outlet]] = defaultdict(list)
        self._exact: defaultdict[str, list[Outlet]] = defaultdict(list)
        self._folded: defaultdict[str, list[Outlet]] = defaultdict(list)
        self._plain: set[str] = set()
        for row in self.rows:
            for host in row.domains:
                self._hosts[host].append(row)
            for name in (row.name, *row.aliases, *row.common):
                self._add(name, row)

    def _add(self, name: str, row: Outlet) -> None:
        """Index one name as the table spells it: single spaces, plain apostrophes."""
        bare = name[4:] if name[:4] in _ARTICLES else name
        _append(self._exact[bare], row)
        if name in row.common or row.kind == "official":
            return
        folded = bare.casefold()
        is_phrase = " " in bare
        self._plain.add(folded if is_phrase else name)
        if is_phrase or len(bare) > SHORT:
            _append(self._folded[folded], row)

    def find(self, name: str, *, country: str | None = None, on: str | None = None) -> Outlet | None:
        """The outlet of a name that is known to be an outlet's: in metadata, in a credit, behind "told".

        A leading "the", white space and curly apostrophes do not matter; nor does case, but for names of up to four
        letters and for common words. None where several outlets share the name and country (alpha-3) does not tell them
        apart. on: the day asked about (ISO); without it the row that still holds is taken.
        """
        bare = _bare(name)
        rows = self._exact.get(bare) or self._folded.get(bare.casefold(), [])
        return _choose(rows, bare, country, on)

    def find_plain(self, name: str) -> Outlet | None:
        """The outlet of a name beside which nothing says that it is one: names that are common words are not found."""
        return self.find(name) if self.is_plain(name) else None

    def is_plain(self, name: str) -> bool:
        """Whether the words, as written, need no cue: not "Time", "The Sun", and not "Hill" for "The Hill"."""
        return _key(name) in self._plain or _key(_bare(name)) in self._plain

    def is_said(self, text: str, start: int, end: int) -> bool:
        """Whether the name at [start, end) needs no cue, or stands beside one ("told Time magazine", "the Sun reported")."""
        name = text[start:end]
        if self.is_plain(name):
            return True
        row = self.find(name)
        if row is None or (name not in row.names and text[max(0, start - 4):start].lower() != "the "):
            return False
        return self._cues.stand_by(text, start, end)

    def by_host(self, host: str, *, on: str | None = None) -> Outlet | None:
        """The outlet of a host, a subdomain of one, or an address: "www.bbc.co.uk", "https://apnews.com/article/x"."""
        name = host.lower().split("://", 1)[-1].split("/", 1)[0].split("@")[-1].split(":", 1)[0].rstrip(".")
        labels = name.split(".")
        parents = (".".join(labels[i:]) for i in range(len(labels) - 1))
        rows = next((self._hosts[parent] for parent in parents if parent in self._hosts), ())
        return _choose(rows, "", None, on)

    def find_credits(self, line: str) -> tuple[Outlet, ...]:
        """The outlets that a byline, a dateline or a credit names, in its order ("By STAFF, Associated Press", "AFP/DPA").

        A common word counts only where it is a part of the line by itself ("Jane Roe, Time").
        """
        found = [
            hit.meanings[0] for hit in self._credited.find(split_words(line))
            if hit.meanings[0].is_credit(line[hit.start:hit.end]) or self.is_plain(line[hit.start:hit.end])
            or self._cues.is_part(line, hit.start, hit.end)
        ]
        return tuple(dict.fromkeys(found))

    @property
    def spellings(self) -> Iterator[tuple[str, Outlet]]:
        """Each name as written and without its article, with the one outlet it stands for; shared names are left out."""
        for bare, rows in self._exact.items():
            row = _choose(rows, bare, None, None)
            if row is not None:
                yield bare, row
                yield from ((name, row) for name in row.names if name != bare and _bare(name) == bare)

    @cached_property
    def _credited(self) -> WordTrie[Outlet]:
        """Names and forms of credit, compiled when a line of credit is first asked about."""
        trie: WordTrie[Outlet] = WordTrie()
        for row in self.rows:
            for form in row.credits if row.valid_until is None else ():
                trie.add(form, row)
        for name, meant in self.spellings:
            trie.add(name, meant)
        return trie


def load_outlets(folder: Path) -> Outlets:
    """The tables of world/outlets in the order of their names, with the cues of en/outlet_cues.tsv."""
    tables = sorted((folder / "world" / "outlets").glob("*.tsv"))
    rows = [row for table in tables for row in load_rows(table, Outlet)]
    return Outlets(rows, OutletCues(load_rows(folder / "en" / "outlet_cues.tsv", OutletCue)))


def _append(rows: list[Outlet], row: Outlet) -> None:
    if not rows or rows[-1] is not row:
        rows.append(row)


def _choose(rows: Sequence[Outlet], bare: str, country: str | None, on: str | None) -> Outlet | None:
    """The one row meant: of that country and day; without a day one that still holds; its own name before an alias."""
    if len(rows) == 1 and country is None and on is None:
        return rows[0]
    fitting = [row for row in rows if country in (None, row.country) and (on is None or row.was_valid(on))]
    if on is None:
        fitting = [row for row in fitting if row.valid_until is None] or fitting[-1:]
    if len(fitting) > 1:
        fitting = [row for row in fitting if _bare(row.name) == bare] or fitting
    return fitting[0] if len(fitting) == 1 else None


def _key(name: str) -> str:
    bare = _bare(name)
    return bare.casefold() if " " in bare else " ".join(name.split())


def _bare(name: str) -> str:
    words = " ".join(name.replace("’", "'").split())
    return words[4:] if words[:4].lower() == "the " else words

