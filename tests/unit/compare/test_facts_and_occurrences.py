"""Retold facts in order, and triggers that name one event."""

import pytest

from copydesk.compare.facts import find_telling
from copydesk.compare.figures import find_figures, have_figures
from copydesk.compare.fingerprints import containment, find_candidates, winnow
from copydesk.compare.occurrences import Occurrence, find_head, group_occurrences
from copydesk.compare.retelling import find_retellings
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
    """Another language, the same anchors; another story with a few of the numbers is none."""
    reports = {"en": make_report(ENGLISH), "es": make_report(SPANISH, language="es"), "other": make_report(OTHER)}
    (found,) = find_retellings({key: find_telling(report, WORLD) for key, report in reports.items()})
    assert (found.one, found.other, found.is_translation, found.sentences) == ("en", "es", True, 4)
    assert found.figures == (3, 3)


def test_the_same_facts_in_another_order_are_no_translation() -> None:
    """Order is what copies keep."""
    turned = "\n".join(reversed(SPANISH.split("\n")))
    reports = {"en": make_report(ENGLISH), "es": make_report(turned, language="es")}
    assert find_retellings({key: find_telling(report, WORLD) for key, report in reports.items()}) == ()


def test_a_translation_pairs_with_what_comes_near_its_best_match() -> None:
    """A later report that keeps most of the facts is not what was translated."""
    later = ENGLISH.replace("45 million euros", "61 million euros").replace("Deusto with Zorroza", "Rekalde with Sestao")
    reports = {"en": make_report(ENGLISH), "es": make_report(SPANISH, language="es"), "later": make_report(later)}
    found = find_retellings({key: find_telling(report, WORLD) for key, report in reports.items()})
    assert {(one.one, one.other) for one in found if one.is_translation} == {("en", "es")}


@pytest.mark.parametrize(("one", "other"), [
    ("6,000", "6.000"), ("0.79", "0,79"), ("14:05", "14.05"), ("1 900", "1,900"), ("5.9", "5900"), ("07", "7"),
])
def test_spellings_of_a_number_are_one(one: str, other: str) -> None:
    """Languages write thousands, fractions, clocks and days in their own ways; millions may be written out or not."""
    assert find_figures(f"a {one} b") == find_figures(f"c {other} d")


def test_reports_by_one_mould_differ_in_their_figures() -> None:
    """What is shared of the numbers goes with what is shared of the words; of few numbers nothing is asked."""
    assert have_figures((5, 8), 0.9)
    assert not have_figures((2, 8), 0.9)
    assert have_figures((2, 8), 0.3)
    assert have_figures((0, 3), 1.0)


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
