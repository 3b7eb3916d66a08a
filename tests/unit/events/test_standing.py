"""What is still to come, only possible, or did not happen."""

from __future__ import annotations

import pytest

from tests.unit.events.conftest import Coder


@pytest.mark.parametrize("text", [
    "Norwegian mediators are to visit Lima.", "The Norwegian king is to visit Lima.", "Norwegian king to visit Lima",
    "Norwegian envoys were to visit Lima.",
])
def test_is_to_is_planned(code: Coder, text: str) -> None:
    """Also where a headline leaves "is" out: to come, it is an agreement."""
    assert [(e.category, e.status) for e in code(text)] == [("AGREE", "planned")]


@pytest.mark.parametrize(("text", "category"), [
    ("Skopje may send tents to Chad.", "AGREE"), ("Skopje could send tents to Chad.", "AGREE"),
    ("The Kenyan army might withdraw from the ridge.", "CONCEDE"), ("The junta may yet let the monitors in.", "CONCEDE"),
    ("If the ferry runs, Chad will send tents to Niger.", "AGREE"),
])
def test_what_may_be_yielded_is_as_what_will_be(code: Coder, text: str, category: str) -> None:
    """A possible help or withdrawal is of the categories of a planned one, and conditional."""
    assert [(e.category, e.status) for e in code(text)] in ([(category, "conditional")], [(category, "planned")])


@pytest.mark.parametrize("text", [
    "Nobody shelled the Kenyan village, and the Chadian army shelled nothing.", "The Chadian army attacked nobody.",
    "Neither side shelled the village.", "The Chadian army fired no shots.",
])
def test_nobody_and_nothing_deny(code: Coder, text: str) -> None:
    """A party or thing that there is none of denies the act."""
    assert {e.status for e in code(text)} <= {"denied"}


@pytest.mark.parametrize("text", [
    "Delhi will not repeal the farm laws.", "The minister would not budge.", "Oslo will not lift the ban.",
])
def test_a_refusal_stands(code: Coder, text: str) -> None:
    """What somebody says they will not do is refused now."""
    assert [(e.category, e.status) for e in code(text)] == [("REJECT", "asserted")]


@pytest.mark.parametrize(("text", "category"), [
    ("The UN Security Council banned the sale of Liberian timber.", "SANCTION"),
    ("The European Union froze the accounts of the Chadian regime.", "SANCTION"),
    ("The Peruvian police banned the rally of the Lima students.", "COERCE"),
])
def test_what_is_barred_abroad_is_a_sanction(code: Coder, text: str, category: str) -> None:
    """Bodies of states sanction, states coerce their own."""
    assert category in {e.category for e in code(text)}


@pytest.mark.parametrize(("text", "modes"), [
    ("The court told the Peruvian army to leave the fort.", ("yield",)),
    ("Oslo refused to send tents to Chad.", ("assist",)),
    ("The Danish mayor declined to meet the Swedish strikers.", ("meet",)),
])
def test_content_names_the_mode(code: Coder, text: str, modes: tuple[str, ...]) -> None:
    """What is asked for or refused."""
    assert modes in {e.modes for e in code(text)}
