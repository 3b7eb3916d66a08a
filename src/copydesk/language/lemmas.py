"""The dictionary form of a word, given its tag: a table of irregular forms first, then rules for endings.

Lemmas follow UD English: pronouns to the subject form, "n't" to not, "these" to this; a proper name is its own lemma.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from copydesk.lexicon.tables import FOLDER, load_rows

VOWELS = "aeiou"
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "ADV": "adverb"}
UNCHANGED = ("PROPN", "NUM", "X", "SYM", "PUNCT")
PEOPLES = ("ian", "ean", "ese", "ish")  # adjectives of peoples keep their capital
SIBILANT = ("ss", "x", "ch", "sh", "zz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Irregular:
    """A form whose lemma no rule gives."""

    form: str
    part: str
    lemma: str
    origin: str


class Lemmatiser:
    """Lemmas by table and rule; `learned` maps (form, fine tag) to a lemma seen in training trees."""

    def __init__(self, learned: dict[tuple[str, str], str], folder: Path = FOLDER / "en") -> None:
        rows = load_rows(folder / "irregular_forms.tsv", Irregular)
        self._irregular = {(row.form, row.part): row.lemma for row in rows}
        self._learned = learned
        self.find: Callable[[str, str, str], str] = lru_cache(maxsize=65_536)(self._find)

    def _find(self, text: str, tag: str, fine: str) -> str:
        """The lemma of one word. tag: UPOS; fine: Penn."""
        if is_kept(tag, fine):
            return self._learned.get((text, fine)) or keep_form(text, tag, fine)
        form = text.lower().replace("’", "'").replace("`", "'")
        if fine == "PRP" and form == "her":
            return "she"
        lemma = self._learned.get((form, fine)) or self._irregular.get((form, PARTS.get(tag, "other")))
        if lemma is None and fine == "JJ" and text[0].isupper() and form.endswith(PEOPLES):
            return text
        return lemma or strip_ending(form, fine)


def is_kept(tag: str, fine: str) -> bool:
    """Whether words of a tag keep their form and case: names, numbers, marks, foreign words."""
    return tag in UNCHANGED or fine in ("NNP", "NNPS")


def keep_form(text: str, tag: str, fine: str) -> str:
    """The lemma of a word that keeps its case: a plural name to the singular, "5,000" to 5000, "One" to one."""
    if fine == "NNPS":
        return strip_plural(text)
    if tag == "NUM":
        return text.replace(",", "") if text[0].isdigit() else text.lower()
    return text


def strip_ending(form: str, fine: str) -> str:
    """The lemma by rule. form: in small letters; fine: Penn tag, which says what ending may be there."""
    if fine in ("NNS", "VBZ"):
        return strip_plural(form)
    for tags, ending, restore in ENDINGS:
        if fine in tags and form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            return stem[:-1] + "y" if stem[-1] == "i" and ending != "ing" else restore(stem)
    return form


def restore_positive(stem: str) -> str:
    """The adjective before -er or -est: "bigg" to big, "larg" to large, "young" and "great" as they are."""
    if stem.endswith(("ng", "at", "ol", "or")):
        return stem
    return restore_stem(stem)


def strip_plural(form: str) -> str:
    """The form without the ending -s, -es or -ies of a plural noun or a third person."""
    if not form.endswith("s") or form.endswith("ss") or len(form) < 3 or form[-2].isdigit() or form[0] in "'1":
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("es") and form[:-2].endswith(SIBILANT):
        return form[:-2]
    if form.endswith("oes"):
        return form[:-2]
    return form[:-1].rstrip("'")


def restore_stem(stem: str) -> str:
    """The word before -ed, -ing, -er: a doubled letter is made single, a dropped e comes back."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt" and stem[-3] in VOWELS:
        return stem[:-1]
    return stem + "e" if has_lost_e(stem) or stem.endswith("cre") else stem


def has_lost_e(stem: str) -> bool:
    """Whether a stem looks like one that dropped an e: by its last letters."""
    last, before = stem[-1], stem[-2:-1]
    if last in "cvuzsgl":
        return is_soft(stem, last, before)
    if stem.endswith(("eath", "oath", "lth", "suad", "plor", "scor", "stor", "gnor", "com")):
        return True
    if stem.endswith(("eat", "iat", "uat", "quir", "ib", "uir")) and len(stem) > 4:
        return not stem.endswith(("treat", "heat", "cheat", "defeat", "repeat", "threat"))
    has_long = last in "tdrknmpb" and before != "" and before in VOWELS and len(stem) > 2
    return has_long and stem[-3] not in VOWELS and is_long(stem)


def is_soft(stem: str, last: str, before: str) -> bool:
    """Whether an e kept the last letter soft or voiced: "forc", "mov", "seiz", "clos", "chang", "settl"."""
    if last == "s":
        return before != "" and before in "aeiounrp"
    if last == "g":
        return before != "" and before in "nrdaueil" and not stem.endswith(("ing", "ong", "hang", "bang"))
    if last == "l" and stem.endswith(("ul", "il", "ol")) and stem[-3:-2] not in VOWELS:
        return True
    if last == "l":
        return before not in (*VOWELS, "l", "r", "w", "")
    return last != "z" or before != "z"


def is_long(stem: str) -> bool:
    """Whether one vowel before one last consonant was a long one: "mak", "hop", "creat", but not "visit", "open"."""
    if count_syllables(stem) == 1:
        return True
    if stem.endswith(("at", "ut", "ir", "ur", "id", "ud", "ad", "ced", "ped", "uk", "iz", "in", "im", "um", "ok")):
        return not stem.endswith(("main", "tain", "gain", "plain", "strain", "murmur"))
    return False


def count_syllables(stem: str) -> int:
    """Runs of vowels."""
    return sum(
        1 for index, letter in enumerate(stem) if letter in "aeiouy" and (index == 0 or stem[index - 1] not in "aeiouy")
    )


# (Penn tags, ending, what undoes the change of the stem before it), tried in order
ENDINGS: tuple[tuple[tuple[str, ...], str, Callable[[str], str]], ...] = (
    (("VBD", "VBN"), "ed", restore_stem),
    (("VBG",), "ing", restore_stem),
    (("JJR", "RBR"), "er", restore_positive),
    (("JJS", "RBS"), "est", restore_positive),
)


def load_learned(path: Path) -> dict[tuple[str, str], str]:
    """Rows "form, fine tag, lemma" of the model's own table."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {(form, fine): lemma for form, fine, lemma in rows}
