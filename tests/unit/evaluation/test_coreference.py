"""The exam `coreference` reads entity brackets right and counts as its definitions say."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from evaluation.coreference import Found, align_heads, score
from evaluation.entities import find_mentions, read_documents
from evaluation.partitions import drop_singletons

GUM = ("GRP", "etype", "infstat", "link", "identity")
DOCUMENT = """# newdoc id = d1
# global.Entity = GRP-etype-infstat-link-identity
# newpar
# text = Ida's boat sank.
1\tIda\tIda\tPROPN\tNNP\t_\t3\tnmod:poss\t_\tEntity=(2-object-new-coref-(1-person-new-coref-Ida_Holm|SpaceAfter=No
2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\tEntity=1)
3\tboat\tboat\tNOUN\tNN\t_\t4\tnsubj\t_\tEntity=2)
4\tsank\tsink\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# text = She swam.
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-ana-Ida_Holm)
2\tswam\tswim\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newdoc id = d2
# newpar
# text = Rain
1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\tEntity=(1-event-new-sgl-)

"""


def test_brackets_may_be_nested_and_close_together() -> None:
    """Three mentions, two of one entity, one inside the other; the outermost closes last."""
    marks = ["(7-person-new-coref-", "", "(8-place-new-sgl-X)(7-person-giv-ana-", "7)7)"]
    assert find_mentions(marks, GUM) == [
        ("8", "place", ((2, 3),)), ("7", "person", ((2, 4),)), ("7", "person", ((0, 4),)),
    ]


def test_a_dash_in_the_last_field_divides_nothing() -> None:
    """Wiki titles hold dashes."""
    assert find_mentions(["(4-person-new-sgl-Jean-Luc_Roy)"], GUM) == [("4", "person", ((0, 1),))]


def test_pieces_make_one_mention() -> None:
    """CorefUD numbers the pieces of a mention; what lies between them is no part of it."""
    marks = ["(e5[1/2]-person-1-", "e5[1/2])", "", "(e5[2/2]-person-1-)", "(e5-person-1-)"]
    assert find_mentions(marks) == [("e5", "person", ((0, 2), (3, 4))), ("e5", "person", ((4, 5),))]


def test_a_bracket_without_its_partner_is_left_out() -> None:
    """Neither an opening nor a closing one makes a mention."""
    assert find_mentions(["(1-person-new-sgl-", "2)", ""], GUM) == []


def test_documents_keep_the_places_of_mentions(tmp_path: Path) -> None:
    """Places are of the raw text; the head is the word whose head lies outside; names of entities go with the document."""
    path = tmp_path / "x.conllu.gz"
    path.write_bytes(gzip.compress(DOCUMENT.encode()))
    first, second = read_documents(path)
    assert first.text.rstrip() == "Ida's boat sank.\nShe swam."
    words = [(m.entity, first.text[slice(*m.stretches[0])], first.text[slice(*m.head)]) for m in first.mentions]
    assert words == [("1", "Ida's", "Ida"), ("2", "Ida's boat", "boat"), ("1", "She", "She")]
    assert [first.text[slice(*place)].rstrip() for place in first.paragraphs] == ["Ida's boat sank.", "She swam."]
    assert [(m.entity, m.kind, m.stretches) for m in second.mentions] == [("1", "event", ((0, 4),))]


def one(start: int, end: int, head: int, entity: str) -> Found:
    return Found(((start, end),), head, entity)


def test_a_wrong_extent_counts_by_its_head_alone() -> None:
    """The last mention is one word short: two of three by extent, all by head."""
    gold = {"d": [one(0, 3, 0, "a"), one(5, 8, 5, "a"), one(10, 20, 15, "a")]}
    found = {"d": [one(0, 3, 0, "x"), one(5, 8, 5, "x"), one(12, 20, 15, "x")]}
    metrics = score(gold, found)
    assert metrics["mention_f1"] == pytest.approx(2 / 3)
    assert metrics["muc"] == pytest.approx(0.5)
    assert metrics["conll_head"] == pytest.approx(1.0)


def test_things_mentioned_once_count_only_where_told() -> None:
    """A false singleton costs nothing without singletons, and something with them."""
    gold = {"d": [one(0, 3, 0, "a"), one(5, 8, 5, "a")]}
    found = {"d": [one(0, 3, 0, "x"), one(5, 8, 5, "x"), one(10, 12, 10, "y")]}
    metrics = score(gold, found)
    assert metrics["conll"] == pytest.approx(1.0)
    assert metrics["conll_singletons"] < 1.0


def test_entities_of_two_documents_are_never_one() -> None:
    """The same number in another document is another thing."""
    gold = {"d": [one(0, 3, 0, "1"), one(5, 8, 5, "1")], "e": [one(0, 3, 0, "1"), one(5, 8, 5, "1")]}
    assert score(gold, gold)["muc"] == pytest.approx(1.0)
    assert score(gold, {"d": gold["d"], "e": []})["muc"] == pytest.approx(2 / 3)


def test_of_two_gold_mentions_with_one_head_the_nearer_in_extent_is_met() -> None:
    """A coordination and its first conjunct share a head; each is met once at most."""
    gold = [one(0, 4, 0, "a"), one(0, 20, 0, "b")]
    aligned = align_heads("d", gold, [one(0, 18, 0, "x"), one(0, 5, 0, "y")])
    assert aligned == {("d", (0, 20)): ("d", "x"), ("d", (0, 4)): ("d", "y")}


def test_singletons_are_dropped_by_a_side_itself() -> None:
    """c is alone."""
    assert drop_singletons({"a": 1, "b": 1, "c": 2}) == {"a": 1, "b": 1}
