"""The tables behind the coding: constructions, scores, contexts, the map from CAMEO."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.errors import BadLexicon
from copydesk.lexicon import World
from copydesk.lexicon.constructions import (
    Construction,
    ConstructionRow,
    compile_constructions,
    load_classes,
    load_constructions,
)
from copydesk.lexicon.plover import Plover

CATEGORIES = frozenset((
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
))


def test_every_category_has_constructions_with_examples(world: World) -> None:
    """At least 3,000 rows over sixteen categories, each with a sentence of its own and only modes PLOVER knows."""
    rows = [row for rows in world.plover.constructions.values() for row in rows]
    assert len({row.row for row in rows}) >= 3000
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
        compile_constructions(row, "assault.tsv", {})


def test_a_users_lexicon_wins(world: World, tmp_path: Path) -> None:
    """Rows of a user's folder stand before the shipped ones of the same word."""
    (tmp_path / "classes.tsv").write_text("name\twords\torigin\n", encoding="utf-8")
    (tmp_path / "aid.tsv").write_text(
        "construction\tmodes\troles\texample\torigin\nattack.v obj\t\t\tKnights attacked hunger.\tmine\n", encoding="utf-8",
    )
    assert len(load_constructions(tmp_path)) == 1
    plover = Plover(world.plover.folder, extra=(tmp_path,))
    assert plover.constructions["attack", "v"][0].category == "AID"


def compile_row(construction: str, **classes: str) -> tuple[Construction, ...]:
    """A row of one construction in assault.tsv."""
    row = ConstructionRow(construction=construction, modes=(), roles=(), example="", origin="own")
    return compile_constructions(row, "assault.tsv", {name: frozenset(words.split("|")) for name, words in classes.items()})


def test_a_row_may_have_several_heads() -> None:
    """Words joined by a comma, or a class: one construction each."""
    assert [one.lemma for one in compile_row("hit,pound.v obj")] == ["hit", "pound"]
    assert [one.lemma for one in compile_row("@blow.v obj", blow="slap|cuff")] == ["cuff", "slap"]


def test_slots_and_particles_may_be_alternatives() -> None:
    """"into/through" asks for either preposition, "+off/+away" for either particle, "+in/into" for one or the other."""
    assert compile_row("march.v into/through=town")[0].conditions[0].slots == ("into", "through")
    assert compile_row("lead.v +off/+away obj")[0].particles == ("off", "away")
    assert compile_row("burst.v +in/into")[0].conditions[0].slots == ("+in", "into")


def test_a_row_may_ask_for_a_negation() -> None:
    """"not" stands by itself and weighs most."""
    denied, plain = compile_row("budge.v not")[0], compile_row("budge.v obj=crate")[0]
    assert denied.negated
    assert not plain.negated
    assert denied.weight > plain.weight


def test_a_class_may_leave_words_out(tmp_path: Path) -> None:
    """"!@guards" takes the words of a class above out again."""
    rows = "name\twords\torigin\nguards\twarder|sentry\tmine\nfolk\tnun|warder|!@guards\tmine\n"
    (tmp_path / "classes.tsv").write_text(rows, encoding="utf-8")
    assert load_classes(tmp_path)["folk"] == frozenset({"nun"})
