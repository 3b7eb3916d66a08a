"""Invented persons: a given and a family name of one culture, put together by its rule."""

from __future__ import annotations

import random
from dataclasses import dataclass

from corpus.tables import Culture

PRONOUNS = {True: {"he": "she", "his": "her", "him": "her"}, False: {"he": "he", "his": "his", "him": "him"}}


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a sentence: every form a pattern may ask for."""

    full: str
    family: str
    given: str
    woman: bool

    def say(self, form: str) -> tuple[str, bool]:
        """The words of a form, and whether they are a name."""
        if form in ("family", "given"):
            return getattr(self, form), True
        if form.lower() in PRONOUNS[self.woman]:
            word = PRONOUNS[self.woman][form.lower()]
            return (word.capitalize() if form[0].isupper() else word), False
        if form:
            raise KeyError(f"a person has no form {form!r}")
        return self.full, True


def bend(family: str, woman: bool) -> str:
    """The family name of a man or a woman: "Morozov/a" adds the ending, "Mazurski/Mazurska" changes the word."""
    plain, _, ending = family.partition("/")
    if not woman or not ending:
        return plain
    return plain + ending if len(ending) == 1 else ending


def invent_person(culture: Culture, chance: random.Random, western: bool) -> Person:
    """A person nobody knows: parts drawn one by one; initials and "Jr." in a share."""
    woman = chance.random() < 0.45
    given = chance.choice(culture.women if woman else culture.men)
    if culture.rule == "whole":
        return Person(given, given.removeprefix("U ").removeprefix("Daw "), given, woman)
    family = bend(chance.choice(culture.family), woman)
    if culture.rule == "family-first":
        return Person(f"{family} {given}", family, given, woman)
    if culture.rule == "patronymic":
        if family.startswith(("bin ", "binti ")):
            family = f"{'binti' if woman else 'bin'} {family.split(' ', 1)[1]}"
        return Person(f"{given} {family}", given, given, woman)
    if culture.rule == "double":
        second = chance.choice(culture.family)
        both = f"{family} {second}" if second != family and chance.random() < 0.5 else family
        return Person(f"{given} {both}", chance.choice((family, both)), given, woman)
    return Person(vary(given, family, chance, western, woman), family, given, woman)


def vary(given: str, family: str, chance: random.Random, western: bool, woman: bool) -> str:
    """A full name, now and then with a middle initial, initials only, or "Jr."."""
    dice = chance.random()
    if western and dice < 0.1:
        return f"{given} {chance.choice('ABCDEFGHJKLMRST')}. {family}"
    if western and dice < 0.14 and not woman:
        return f"{given} {family} Jr."
    if dice > 0.95 and "-" not in given and given[0].isascii():
        return f"{given[0]}. {family}"
    return f"{given} {family}"
