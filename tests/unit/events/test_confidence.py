"""How sure a coding is: named reasons, their points, and the word that the sum earns."""

from __future__ import annotations

import pytest

from copydesk.lexicon import World
from copydesk.lexicon.grading import BandRow, Grading, ReasonRow
from copydesk.record import Event, Place, Span, Statement, TimeExpression
from tests.unit.events.conftest import Coder


def reasons_of(event: Event) -> set[str]:
    """Reasons in an event's trace."""
    return {step.row or "" for step in event.trace if step.rule == "confidence"}


@pytest.mark.parametrize(("text", "reason"), [
    ("Norway withdrew its troops from Mali.", "row-asks-words"),
    ("Uganda shelled Kenya.", "row-asks-slot"),
    ("Uganda shelled Kenya.", "one-meaning"),
    ("Uganda shelled Kenya.", "mode-told"),
    ("Uganda shelled Kenya.", "both-sides"),
    ("France will send aid to Kenya.", "tie-break"),
    ("Rebels staged a raid.", "carried-noun"),
    ("Peru praised the soldiers ambushed by Chilean rebels.", "verb-on-noun"),
    ("Gunmen shelled Kenya.", "actor-described"),
    ("Uganda shelled Kenya.", "actor-of-state"),
    ("Uganda warned Kenya on Monday and then shelled it.", "actor-shared"),
    ("Police arrested Kenya", "broken-line"),
    ("Uganda may shell Kenya.", "supposed"),
    ("Dockers marched.", "one-side"),
])
def test_reasons_are_named(code: Coder, text: str, reason: str) -> None:
    """Each reason holds where its meaning in the table says so."""
    assert reason in set().union(*map(reasons_of, code(text)))


@pytest.mark.parametrize(("text", "reason"), [
    ("Uganda shelled Kenya.", "row-asks-words"),
    ("Uganda shelled Kenya.", "actor-shared"),
    ("Uganda shelled Kenya.", "broken-line"),
    ("Uganda shelled Kenya.", "supposed"),
    ("Uganda shelled Kenya.", "tie-break"),
    ("Norway withdrew its troops from Mali.", "bare-row"),
])
def test_reasons_do_not_hold_elsewhere(code: Coder, text: str, reason: str) -> None:
    """A plain sentence gives no reason against itself."""
    assert reason not in set().union(*map(reasons_of, code(text)))


def test_what_a_reader_would_trust_is_surer(code: Coder) -> None:
    """Two parties and their own verb are surer than a noun that a verb carries."""
    plain, carried = code("Uganda shelled Kenya.")[0], code("Rebels staged a raid.")[0]
    assert plain.confidence == "high"
    assert carried.confidence == "low"


def test_time_and_place_in_the_clause_speak_for_an_event(code: Coder) -> None:
    """A dated and placed event has both reasons; points of the table decide what they weigh."""
    text = "Uganda shelled Kenya in Busia on Monday."
    day = Span(start=text.index("Monday"), end=text.index("Monday") + 6)
    town = Span(start=text.index("Busia"), end=text.index("Busia") + 5)
    time = TimeExpression(
        span=day, type="DATE", value="2023-05-08", begin="2023-05-08", end="2023-05-08", anchor=None, trace=(),
    )
    place = Place(
        span=town, name="Busia", country="KEN", latitude=0.5, longitude=34.1, level="city", gazetteer_id="1", metonym_for=None,
        trace=(),
    )
    assert {"dated", "placed"} <= reasons_of(code(text, times=(time,), places=(place,))[0])
    assert not {"dated", "placed"} & reasons_of(code(text)[0])


def test_what_stands_in_a_statement_says_so(code: Coder) -> None:
    """Said is shown and counts nothing; said inside what another says counts against it."""
    text = "Uganda shelled Kenya, an aide said."
    content = (Span(start=0, end=20),)
    open_slots = ("cue", "speaker", "addressee", "venue", "condition", "said_on", "nested_in", "organisation", "country")
    given = dict.fromkeys(open_slots)
    rest = {"role": None, "hedges": (), "relays": (), "trace": ()}
    said = Statement(
        id="s", span=Span(start=0, end=len(text)), content=content, speaker_kind="person", manner="indirect", act="statement",
        utterance="made", polarity="positive", certainty="certain", **given, **rest,  # type: ignore[arg-type]
    )
    inner = Statement(**{name: getattr(said, name) for name in said.__slots__} | {"nested_in": "other"})
    assert "said" in reasons_of(code(text, statements=(said,))[0])
    assert "said-in-said" in reasons_of(code(text, statements=(inner,))[0])


def test_every_reason_that_fires_is_in_the_table(code: Coder, world: World) -> None:
    """A reason without a row could not be looked up, so it is a fault."""
    known = {row.reason for row in world.grading.reasons}
    texts = ("Uganda shelled Kenya.", "Troops attacked", "Oslo said it would send aid to Mali.", "The strike by dockers ended.")
    assert {reason for text in texts for event in code(text) for reason in reasons_of(event)} <= known
    with pytest.raises(KeyError):
        world.grading.grade(("a-reason-nobody-wrote",))


def test_a_sum_earns_the_surest_word_that_it_reaches() -> None:
    """Bands are read from their least sums, in whatever order they stand; a coding that nobody judged is as sure as none."""
    points = {"good": 1, "bad": -2}
    reasons = [ReasonRow(reason=name, points=point, meaning="-", origin="own") for name, point in points.items()]
    bands = [
        BandRow(band="low", least=-99, percent=30, meaning="-", origin="own"),
        BandRow(band="high", least=2, percent=80, meaning="-", origin="own"),
        BandRow(band="medium", least=1, percent=60, meaning="-", origin="own"),
    ]
    grading = Grading(reasons, bands)
    assert [grading.grade(given) for given in (("good", "good"), ("good",), ("good", "bad"))] == ["high", "medium", "low"]
    assert [grading.is_at_least(band, "medium") for band in ("high", "medium", "low", None)] == [True, True, False, False]
    assert grading.percent("medium") == 60
    assert grading.percent(None) is None
