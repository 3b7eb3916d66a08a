"""Retold facts in order, and triggers that name one event."""

from copydesk.compare.facts import find_anchors, score_facts, weigh_anchors
from copydesk.compare.fingerprints import containment, find_candidates, winnow
from copydesk.compare.occurrences import Occurrence, find_head, group_occurrences
from copydesk.lexicon import load_world
from tests.unit.compare.factories import make_report

WORLD = load_world()
ENGLISH = (
    "The mayor of Bilbao opened the bridge on Monday.\nIt cost 45 million euros and links Deusto with Zorroza.\n"
    "Work had begun in 2011.\nThe firm Ferrovial built it with 300 people."
)
SPANISH = (
    "El alcalde de Bilbao inauguró el puente.\nCostó 45 millones y une Deusto con Zorroza.\nLas obras empezaron en 2011.\n"
    "La empresa Ferrovial lo construyó con 300 personas."
)
OTHER = (
    "Trains between Ghent and Bruges stood still in 2011.\nIn Ostend 45 people waited.\nThe line belongs to Infrabel.\n"
    "Ferries to Dover left with 300 on board."
)


def test_a_translation_keeps_names_and_numbers_in_order() -> None:
    """Another language, the same anchors; another story with a few of the numbers stays far below."""
    english, spanish, other = (find_anchors(make_report(text)) for text in (ENGLISH, SPANISH, OTHER))
    weights = weigh_anchors([english, spanish, other])
    assert score_facts(english, spanish, weights) > 0.6
    assert score_facts(english, other, weights) < 0.3


def test_the_same_facts_in_another_order_score_less() -> None:
    """Order is what copies keep."""
    turned = find_anchors(make_report("\n".join(reversed(SPANISH.split("\n")))))
    english, spanish = find_anchors(make_report(ENGLISH)), find_anchors(make_report(SPANISH))
    weights = weigh_anchors([english, spanish, turned])
    assert score_facts(english, turned, weights) < score_facts(english, spanish, weights) / 2


def test_a_shared_stretch_is_found_wherever_it_stands() -> None:
    """Winnowing keeps one fingerprint of every window."""
    shared = [f"word{number}" for number in range(40)]
    texts = {"a": ["x"] * 9 + shared, "b": shared + ["y"] * 30, "c": [f"other{number}" for number in range(60)]}
    assert find_candidates(texts) == [("a", "b")]
    assert containment(texts["a"], texts["b"]) > 0.7
    assert winnow([5, 3, 9, 1, 7], window=4) == {1}


def test_triggers_that_reports_swap_name_one_event_inside_a_story() -> None:
    """Withdrawal and pull back are one; the same word in another story is not; another act is not."""
    told = [
        ("a", "withdrawal", "The withdrawal from the hills began on Monday."),
        ("b", "pulled back", "Troops pulled back on Monday."),
        ("b", "praised", "The mayor praised them."), ("c", "withdrawal", "The withdrawal of the drug angered patients."),
    ]
    occurrences = [Occurrence(article, words, sentence) for article, words, sentence in told]
    groups = group_occurrences(occurrences, {"a": 1, "b": 1, "c": 2}, WORLD)
    assert groups == ((0, 1), (2,), (3,))


def test_the_head_of_a_trigger_stands_before_its_preposition() -> None:
    """Known phrases are one word."""
    assert find_head("opening of the bridge", WORLD) == find_head("opened", WORLD)
    assert find_head("pulled back", WORLD) == find_head("withdrew", WORLD)
