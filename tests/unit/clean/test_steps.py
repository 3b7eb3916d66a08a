"""Names of sizes."""

import pytest

from copydesk.clean.steps import Steps


@pytest.mark.parametrize(
    ("number", "name"), [(0, "none"), (1, "few"), (3, "few"), (4, "some"), (8, "some"), (9, "many"), (999, "many")],
)
def test_a_number_has_the_name_of_the_first_edge_it_does_not_pass(number: int, name: str) -> None:
    """Edges belong to the size below them; what lies above the last is one size."""
    assert Steps((0, "none"), (3, "few"), (8, "some"), beyond="many").name(number) == name
