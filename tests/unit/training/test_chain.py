"""The chain that the block labeller is trained as: its slopes are those of its loss, and it learns what follows what."""

import numpy as np
import pytest

from training import chain
from training.chain import Chain

PAGES = [
    ([frozenset(("a", "b")), frozenset(("b",)), frozenset(("c", "on"))], ["x", "y", "z"]),
    ([frozenset(("c",)), frozenset(("a", "on"))], ["z", "x"]),
    ([frozenset(("b", "c"))], ["y"]),
]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Chain:
    """A chain over three small pages with weights that are not zero, no feature hidden."""
    monkeypatch.setattr(chain, "LEAST", 1)
    monkeypatch.setattr(chain, "DROPPED", 0.0)
    monkeypatch.setattr(chain, "SILENT", 0.0)
    model = Chain(PAGES, "on")
    generator = np.random.default_rng(1)
    model.parts = [generator.normal(size=part.shape) for part in model.parts]
    return model


@pytest.mark.parametrize(("part", "place"), [(0, (1, 2)), (1, (0, 1)), (2, (1, 2)), (3, (2,)), (4, (0,))])
def test_slopes_are_those_of_the_loss(made: Chain, part: int, place: tuple[int, ...]) -> None:
    """Each kind of weight, held against a small step."""
    batch, generator = [made.encode(page) for page in PAGES], np.random.default_rng(1)
    slopes, before = made._slopes(batch, generator)
    made.parts[part][place] += 1e-5
    _, after = made._slopes(batch, generator)
    assert (after - before) / 1e-5 == pytest.approx(slopes[part][place], abs=1e-3)


def test_steps_lower_the_loss(made: Chain) -> None:
    """Sixty steps on three pages."""
    batch, generator = [made.encode(page) for page in PAGES], np.random.default_rng(1)
    losses = [made.step(batch, generator, 0.0) for _ in range(60)]
    assert losses[-1] < losses[0] / 2
