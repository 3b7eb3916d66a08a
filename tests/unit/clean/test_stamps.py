"""Times as pages state them are read to ISO 8601 prefixes, ages to durations."""

import pytest

from copydesk.clean.stamps import load_stamps
from copydesk.lexicon import load_world

STAMPS = load_stamps(load_world())


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("March 2, 2024", ["2024-03-02"]),
        ("Sept. 18, 2022 at 9:05 a.m. EDT", ["2022-09-18T09:05-04:00"]),
        ("Published 14:22 GMT, 9 October 2023", ["2023-10-09T14:22Z"]),
        ("Sat 5 Nov 2022 19.48 GMT", ["2022-11-05T19:48Z"]),
        ("2021-06-04T10:00:00Z", ["2021-06-04T10:00Z"]),
        ("31.12.2021", ["2021-12-31"]),
        ("9 mins ago - Energy", ["PT9M"]),
        ("an hour ago", ["PT1H"]),
        ("5h", ["PT5H"]),
        ("2 weeks ago", ["P2W"]),
        ("Just now", ["PT0M"]),
        ("03/04/2022", []),
        ("30 February 2022", []),
        ("6 min read", []),
    ],
)
def test_stamps_are_read(text: str, values: list[str]) -> None:
    """Day and month that cannot be told apart, days that do not exist and reading times give nothing."""
    assert [stamp.value for stamp in STAMPS.find(text) if stamp.kind != "part"] == values


def test_what_stands_beside_a_time_is_left_over() -> None:
    """The section beside an age, nothing beside a bare time."""
    assert STAMPS.rest("48 mins ago - Health") == "Health"
    assert STAMPS.rest("1 February 2024 7:00am") == ""
