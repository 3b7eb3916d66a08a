"""Dictionary forms."""

from __future__ import annotations

import pytest

from copydesk.language.lemmas import Lemmatiser


@pytest.mark.parametrize(
    ("text", "tag", "fine", "lemma"),
    [
        ("Leaders", "NOUN", "NNS", "leader"),
        ("armies", "NOUN", "NNS", "army"),
        ("crises", "NOUN", "NNS", "crisis"),
        ("gunmen", "NOUN", "NNS", "gunman"),
        ("marches", "VERB", "VBZ", "march"),
        ("denies", "VERB", "VBZ", "deny"),
        ("planned", "VERB", "VBD", "plan"),
        ("visited", "VERB", "VBD", "visit"),
        ("urged", "VERB", "VBD", "urge"),
        ("forced", "VERB", "VBN", "force"),
        ("seized", "VERB", "VBN", "seize"),
        ("added", "VERB", "VBD", "add"),
        ("ruled", "VERB", "VBD", "rule"),
        ("scheduled", "VERB", "VBN", "schedule"),
        ("hauled", "VERB", "VBD", "haul"),
        ("conceded", "VERB", "VBD", "concede"),
        ("alleging", "VERB", "VBG", "allege"),
        ("persuaded", "VERB", "VBD", "persuade"),
        ("underscored", "VERB", "VBD", "underscore"),
        ("sponsored", "VERB", "VBD", "sponsor"),
        ("welcoming", "VERB", "VBG", "welcome"),
        ("decreed", "VERB", "VBN", "decree"),
        ("making", "VERB", "VBG", "make"),
        ("fleeing", "VERB", "VBG", "flee"),
        ("said", "VERB", "VBD", "say"),
        ("’s", "AUX", "VBZ", "be"),
        ("n't", "PART", "RB", "not"),
        ("ca", "AUX", "MD", "can"),
        ("larger", "ADJ", "JJR", "large"),
        ("biggest", "ADJ", "JJS", "big"),
        ("younger", "ADJ", "JJR", "young"),
        ("them", "PRON", "PRP", "they"),
        ("Brussels", "PROPN", "NNP", "Brussels"),
        ("40,000", "NUM", "CD", "40000"),
    ],
)
def test_rules_and_irregulars_give_the_lemma(text: str, tag: str, fine: str, lemma: str) -> None:
    """Without any learned row, rules and the table of irregular forms suffice for ordinary words."""
    assert Lemmatiser({}).find(text, tag, fine) == lemma


def test_a_learned_row_wins() -> None:
    """What training trees said of a form goes before the rules."""
    assert Lemmatiser({("staged", "VBD"): "stage!"}).find("staged", "VERB", "VBD") == "stage!"
