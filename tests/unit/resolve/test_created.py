"""The creation day: by trust, with its basis, and unknown where nothing serves."""

from __future__ import annotations

import pytest
from time_articles import settle

from copydesk.resolve.created_age import count_back

PLAIN = "The harbour was closed on Tuesday.\nNobody was hurt.\n"


def test_a_manifest_wins_over_what_the_page_says() -> None:
    """The user's word is first; the page's differing one is kept as a candidate and told in a Refusal."""
    article, refusals = settle(
        PLAIN, metadata=(("published", "2021-03-01T08:00:00Z", "json-ld"), ("published", "2021-06-09", "manifest")),
    )
    assert (article.created, article.created_basis) == ("2021-06-09", "manifest")
    assert ("2021-03-01T08:00:00Z", "json-ld") in [(each.value, each.basis) for each in article.created_candidates]
    assert any("disagree" in refusal.reason for refusal in refusals)


def test_a_timestamp_keeps_its_zone() -> None:
    """A full date in a timestamp block, with the hour and zone it names."""
    article, refusals = settle("June 9, 2021 8:15 a.m. EDT\n" + PLAIN, roles={0: "timestamp"})
    assert (article.created, article.created_basis) == ("2021-06-09T08:15-04:00", "timestamp")
    assert refusals == ()


def test_an_age_needs_the_capture_time() -> None:
    """ "5 hours ago" counts back from the capture; without one it is a candidate nobody can read."""
    text = "5 hours ago\nThe harbour was closed.\n"
    article, _ = settle(text, roles={0: "timestamp"}, fetched_at="2021-06-09T17:43:00Z")
    assert (article.created, article.created_basis) == ("2021-06-09T12Z", "age+fetched_at")
    article, refusals = settle(text, roles={0: "timestamp"})
    assert (article.created, article.created_basis) == (None, "unknown")
    assert [(each.value, each.basis) for each in article.created_candidates] == [("PT5H", "age")]
    assert "capture time is unknown" in refusals[0].reason


def test_a_month_and_day_with_their_weekday_give_the_year() -> None:
    """The last year before the capture in which the day fell on that weekday: 9 June was a Wednesday in 2021."""
    article, _ = settle("Wednesday, June 9\n" + PLAIN, roles={0: "timestamp"}, fetched_at="2022-01-15")
    assert (article.created, article.created_basis) == ("2021-06-09", "month_day+weekday")


@pytest.mark.parametrize(
    ("dateline", "text", "legal", "created"),
    [
        ("PORT ANSEL, June 8 -", "The harbour was closed on Tuesday.", "© 2021 The Ansel Post", "2021-06-08"),
        ("PORT ANSEL, 8 June -", "On Tuesday the harbour was closed.", "Copyright 2004-2021 Ansel Media", "2021-06-08"),
        ("PORT ANSEL, June 8 -", "The harbour was closed on Monday.", "© 2021 The Ansel Post", None),
        ("PORT ANSEL, June 8 -", "The harbour was closed on Tuesday.", "© 2020 The Ansel Post", None),
        ("PORT ANSEL, June 8 -", "The harbour will open on Tuesday.", "© 2021 The Ansel Post", None),
        ("PORT ANSEL, June 8 -", "The harbour was closed on Tuesday.", "© 2021 Ansel Post, © 2020 Far News", None),
        ("PORT ANSEL, June 8 -", "The harbour was closed on Tuesday.", "All rights reserved", None),
    ],
)
def test_a_dateline_without_a_year_needs_weekday_and_copyright(
    dateline: str, text: str, legal: str, created: str | None,
) -> None:
    """8 June was a Tuesday in 2021: the text's weekday, the dateline and the one copyright year must agree."""
    article, _ = settle(f"{dateline}\n{text}\n{legal}\n", roles={0: "dateline", 2: "legal"})
    assert article.created == created


@pytest.mark.parametrize(
    ("url", "created"),
    [
        ("https://example.org/2021/06/09/harbour", "2021-06-09"),
        ("https://example.org/world/2021/jun/09/harbour", "2021-06-09"),
        ("https://example.org/news-20210609.html", "2021-06-09"),
        ("https://example.org/2021/06/harbour", "2021-06"),
        ("https://example.org/story-48213377", None),
        ("https://example.org/2028064/harbour", None),
        ("https://example.org/2021/0609/c1.html", "2021-06-09"),
    ],
)
def test_an_address_may_name_the_day(url: str, created: str | None) -> None:
    """A date in the address; a month there is a month, and an article number no date."""
    assert settle("The harbour was closed.\n", url=url)[0].created == created


def test_a_date_in_the_text_that_agrees_with_a_weekday() -> None:
    """A full date told in the text that falls on the weekday named with the news; 9 June 2021 was a Wednesday."""
    text = 'The harbour was closed on {}, the port said.\n"June 9, 2021 is a sad day," said its chief.\n'
    article, _ = settle(text.format("Wednesday"))
    assert (article.created, article.created_basis) == ("2021-06-09", "text_date+weekday")
    assert settle(text.format("Thursday"))[0].created is None


def test_a_deadline_is_no_creation_day() -> None:
    """A date after "due" agrees with the weekday by chance; an earlier year is a look back."""
    assert settle("The port said on Wednesday the loan is due June 9, 2021.\n")[0].created is None
    text = "On Wednesday it closed. It was opened on June 9, 2021 and enlarged in 2022.\n"
    assert settle(text)[0].created is None


def test_a_weekday_that_does_not_fit_its_date_is_told() -> None:
    """The clash is a Refusal at its place; the date still counts."""
    article, refusals = settle("Monday, June 9, 2021\n" + PLAIN, roles={0: "timestamp"})
    assert article.created == "2021-06-09"
    assert [refusal.reason.split(":")[0] for refusal in refusals] == ["weekday and date do not fit"]


def test_nothing_found_is_said() -> None:
    """Unknown, with the reason, and never today."""
    article, refusals = settle(PLAIN)
    assert (article.created, article.created_basis, article.created_candidates) == (None, "unknown", ())
    assert refusals[0].stage == "created"


@pytest.mark.parametrize(
    ("age", "value"),
    [
        ("PT20M", "2021-06-09T00:10Z"), ("PT3H", "2021-06-08T21Z"), ("P2D", "2021-06-07"), ("P3W", "2021-05"),
        ("P2M", "2021-04"), ("P1Y", "2020"), ("soon", None),
    ],
)
def test_an_age_keeps_its_precision(age: str, value: str | None) -> None:
    """Minutes keep the minute, hours the hour, days the day, weeks the month."""
    assert count_back("2021-06-09T00:30:00Z", age) == value


def test_another_programs_guess_comes_last() -> None:
    """A date the page shows outranks a day guessed from its markup; alone the guess serves, under its own name."""
    article, _ = settle("June 9, 2021\n" + PLAIN, roles={0: "timestamp"}, metadata=(("published", "2020-01-01", "htmldate"),))
    assert (article.created, article.created_basis) == ("2021-06-09", "timestamp")
    article, _ = settle("Nobody was hurt.\n", metadata=(("published", "2020-01-01", "htmldate"),))
    assert (article.created, article.created_basis) == ("2020-01-01", "htmldate")


@pytest.mark.parametrize(
    ("stated", "shown", "created"),
    [
        ("2021-06-10T00:38:07Z", "June 9, 2021 at 4:38 PM", "2021-06-09T16:38:07-08:00"),
        ("2021-06-09T20:15:00+00:00", "10 June 2021, 05:15", "2021-06-10T05:15:00+09:00"),
        ("2021-06-09T20:15:00Z", "9 June 2021, 22:15", "2021-06-09T20:15:00Z"),
        ("2021-06-10T00:38:07Z", "June 9, 2021 at 4:31 PM", "2021-06-10T00:38:07Z"),
        ("2021-06-10T00:38:07+02:00", "June 9, 2021 at 4:38 PM", "2021-06-10T00:38:07+02:00"),
    ],
)
def test_a_moment_told_in_utc_falls_on_the_day_that_the_page_shows(stated: str, shown: str, created: str) -> None:
    """Where the clock shown is the same moment in a zone of whole quarters, its day holds; another moment changes nothing."""
    article, _ = settle(f"{shown}\n" + PLAIN, roles={0: "timestamp"}, metadata=(("published", stated, "json-ld"),))
    assert article.created == created


@pytest.mark.parametrize(
    ("stated", "created"),
    [
        ("2021-06-09T99:99:00Z", "2021-06-09"), ("2021-06-09 25:10", "2021-06-09"), ("2021-06-09T13:60Z", "2021-06-09"),
        ("2021-06-09T13:00+99:99", "2021-06-09"), ("2021-06-09T24:00Z", "2021-06-09T24:00Z"),
    ],
)
def test_a_time_that_no_clock_shows_leaves_its_day(stated: str, created: str) -> None:
    """Hours, minutes and zones that do not exist are left out; the day holds, and the page beside it is read on."""
    shown = "June 10, 2021, 1:30 AM\n" + PLAIN
    article, _ = settle(shown, roles={0: "timestamp"}, metadata=(("published", stated, "json-ld"),))
    assert (article.created, article.created_basis) == (created, "json-ld")


@pytest.mark.parametrize("captured", ["2021-06-09T99:00Z", "2021-06-09T10:00:77Z", "2021-06-09TMO"])
def test_an_age_is_not_counted_from_a_time_that_is_none(captured: str) -> None:
    """An archive's own stamp may be broken: then hours and days before it are not known."""
    assert count_back(captured, "PT3H") is None
    assert count_back(captured, "P2D") is None


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("2031-04-08T07:45:00+02:00", "2031-04-09T07:45:00+02:00", True),
        ("2031-04-09T07:45:00Z", "2031-04-09T11:20:00Z", True),
        ("2031-04-09T07:45:00Z", "2031-04-09T09:45:10+02:00", False),
        ("2031-04-09T07:45:00Z", "2031-04-09T08:10:00Z", False),
        ("2031-04-09T23:45:00Z", "2031-04-10", False), ("2031-04-09T07:45", "2031-04-10T09:00", False),
        ("2031-04-09", "2031-04-12", True),
    ],
)
def test_statements_that_disagree_are_told(one: str, other: str, *, told: bool) -> None:
    """Moments with zones by more than half an hour, days and local times by more than a day."""
    _, refusals = settle(PLAIN, metadata=(("published", one, "json-ld"), ("published", other, "opengraph")))
    assert any("disagree" in refusal.reason for refusal in refusals) == told


def test_the_stamp_of_an_update_is_no_candidate() -> None:
    """What stands behind "updated" in a timestamp is not the time of publication."""
    text = "June 9, 2021 8:15 a.m. EDT, last updated June 14, 2021 9:00 a.m. EDT\n"
    article, refusals = settle(text + PLAIN, roles={0: "timestamp"})
    assert [each.value for each in article.created_candidates] == ["2021-06-09T08:15-04:00"]
    assert refusals == ()
