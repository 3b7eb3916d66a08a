"""The one visible line of stages holds together."""

import inspect

import pytest

from copydesk.errors import BadStageTable
from copydesk.run.stages import STAGES, Stage, check_table


def test_every_stage_reads_what_is_written_before_it() -> None:
    """Checked before the first page is read."""
    check_table(STAGES)
    assert [stage.name for stage in STAGES][:2] == ["reading", "created"]


def test_a_stage_out_of_order_is_refused() -> None:
    """Events cannot come before the statements they stand in."""
    with pytest.raises(BadStageTable, match="events reads reading"):
        check_table((next(stage for stage in STAGES if stage.name == "events"),))


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_the_table_names_the_arguments_of_each_function(stage: Stage) -> None:
    """What a stage reads in the table is exactly what its function takes."""
    assert set(stage.reads) == set(inspect.signature(stage.function).parameters)
