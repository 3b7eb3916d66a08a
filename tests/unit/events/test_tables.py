"""The tables behind the coding: constructions, scores, contexts, the map from CAMEO."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.errors import BadLexicon
from copydesk.lexicon import World
from copydesk.lexicon.constructions import ConstructionRow, compile_construction, load_constructions
from copydesk.lexicon.plover import Plover

CATEGORIES = frozenset((
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
))


def test_every_category_has_constructions_with_examples(world: World) -> None:
    """At least 1,500 rows over sixteen categories, each with a sentence that shows it and only modes PLOVER knows."""
    rows = [row for rows in world.plover.constructions.values() for row in rows]
    assert len(rows) >= 1500
    assert {row.category for row in rows} == CATEGORIES
    for row in rows:
        assert len(row.example.split()) >= 3, row.row
        assert set(row.modes) <= world.plover.modes(row.category), row.row


def test_scores_follow_the_manual(world: World) -> None:
    """A mode's score wins over its category's; ACCUSE is negative."""
    assert world.plover.score("ASSAULT") == -9
    assert world.plover.score("ASSAULT", ("beat",)) == -7.5
    assert world.plover.score("RETREAT", ("withdraw", "disarm")) == 10
    assert world.plover.score("ACCUSE") == -3
    assert world.plover.quad("SANCTION") == "MX"


def test_contexts_are_multi_label(world: World) -> None:
    """Every context whose words stand in the text, in text order."""
    assert world.plover.find_contexts("The navy seized cocaine after an earthquake.") == (
        "military", "illegal_drugs", "disasters",
    )
    assert world.plover.find_contexts("A quiet day.") == ()


def test_words_for_one_event_share_a_category(world: World) -> None:
    """withdraw, pull out, pullout and withdrawal can all name a RETREAT."""
    for lemma in ("withdraw", "pull out", "pull back", "pullout", "withdrawal"):
        assert "RETREAT" in world.plover.category_of_lemma(lemma)
    assert world.plover.category_of_lemma("sunflower") == ()


@pytest.mark.parametrize("construction", ["attack", "attack.x obj", "attack.v obj=@nosuchclass"])
def test_a_bad_construction_is_named(construction: str) -> None:
    """The error says which row of which file does not follow the grammar."""
    row = ConstructionRow(construction=construction, modes=(), roles=(), example="", origin="own")
    with pytest.raises(BadLexicon, match=r"assault\.tsv"):
        compile_construction(row, "assault.tsv", {})


def test_a_users_lexicon_wins(world: World, tmp_path: Path) -> None:
    """Rows of a user's folder stand before the shipped ones of the same word."""
    (tmp_path / "classes.tsv").write_text("name\twords\torigin\n", encoding="utf-8")
    (tmp_path / "aid.tsv").write_text(
        "construction\tmodes\troles\texample\torigin\nattack.v obj\t\t\tKnights attacked hunger.\tmine\n", encoding="utf-8",
    )
    assert len(load_constructions(tmp_path)) == 1
    plover = Plover(world.plover.folder, extra=(tmp_path,))
    assert plover.constructions["attack", "v"][0].category == "AID"
