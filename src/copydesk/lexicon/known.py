"""Every name the tables know, compiled into two tries: names as written, and institutions in any case."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.lexicon.offices import Holder, Offices
from copydesk.lexicon.outlets import Outlet, Outlets
from copydesk.lexicon.regions import Region, Regions
from copydesk.lexicon.register import Actor, Institution, Register
from copydesk.lexicon.states import StateHit, States
from copydesk.lexicon.trie import WordTrie

LONE_CAPITALS = 4  # an outlet's name of so few letters is more often another thing, unless it is all capitals


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the office table; `stays` are in the order of the table."""

    name: str
    stays: tuple[Holder, ...]


Meaning = StateHit | Actor | Region | Person | Outlet


class KnownNames:
    """`names`: states, actors, regions, persons by full name, outlets. `institutions`: what states have."""

    def __init__(
        self, states: States, register: Register, regions: Regions, offices: Offices, outlets: Outlets,
    ) -> None:
        self.names: WordTrie[Meaning] = WordTrie()
        self.institutions: WordTrie[Institution] = WordTrie(small=True)
        for words, hit in states.words.items():
            self.names.add(words, hit)
        for words, actor in register.words.items():
            self.names.add(words, actor)
        for words, region in (*regions.names.items(), *regions.adjectives.items()):
            self.names.add(words, region)
        for words, person in list_persons(offices):
            self.names.add(words, person)
        for words, outlet in list_outlets(outlets):
            if states.find(words) is None:  # "The Australian" more often opens a sentence about Australia
                self.names.add(words, outlet)
        for words, institution in register.institution_words.items():
            self.institutions.add(words, institution)


def list_persons(offices: Offices) -> list[tuple[str, Person]]:
    """Full names, aliases and surnames of two words or more, with the person they name; a monarch's bare name is left out.

    A surname is also what the name holds from it on: "López Obrador". One that several persons bear names nobody.
    """
    stays: dict[str, list[Holder]] = {}
    for row in offices.rows:
        stays.setdefault(row.name, []).append(row)
    persons = {name: Person(name, tuple(rows)) for name, rows in stays.items()}
    named = {
        words: persons[row.name]
        for row in reversed(offices.rows)
        for words in (row.name, *row.aliases)
        if " " in words or (len(words) > 2 and words.isupper())
    }
    bearers: dict[str, set[str]] = {}
    for row in offices.rows:
        for words in _long_surnames(row):
            bearers.setdefault(words, set()).add(row.name)
    surnames = {words: persons[name] for words, (name, *others) in ((w, sorted(n)) for w, n in bearers.items()) if not others}
    return list({**surnames, **named}.items())


def _long_surnames(row: Holder) -> set[str]:
    """A surname of several words as it is written in a sentence and at its head: "von der Leyen", "Von der Leyen"."""
    at = f" {row.name} ".find(f" {row.surname} ") if row.surname else -1
    tail = row.name[at:] if at > 0 else ""
    return {form for words in (row.surname, tail) if " " in words for form in (words, words[0].upper() + words[1:])}


def list_outlets(outlets: Outlets) -> list[tuple[str, Outlet]]:
    """Names of outlets to look for in running text: no handles, no short words. `Outlets.is_said` tells which need a cue."""
    return [
        (words, row)
        for words, row in outlets.spellings
        if not (row.is_official or words.startswith("@") or words.islower())
        and (len(words) > LONE_CAPITALS or words.isupper() or words in row.common)
    ]
