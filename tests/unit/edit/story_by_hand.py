"""A story made by hand: a port strike told by three pages; what the stages before `edit` would have found is stated."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "compare"))

from factories import make_entity, make_report, with_event, with_mention, with_statement, with_time

from copydesk.record import (
    Block,
    Claim,
    Contradiction,
    Coverage,
    Evidence,
    Expectation,
    OpenQuestion,
    Refusal,
    Relay,
    Rendering,
    Report,
    SaidOn,
    SetAside,
    Span,
    Stance,
    Story,
    Syndication,
)
from copydesk.record.story import STORY_SCHEMA

MINISTRY = make_entity("Transport Ministry", "organisation")
TARROW = make_entity("Ines Tarrow")
MONDAY = SaidOn(value="2023-03-06", begin="2023-03-06", end="2023-03-06", basis="stated")

GAZETTE = """Dockers in Ardmel began a strike on Monday, the Transport Ministry said.
“We will not load a single crate,” union leader Ines Tarrow told reporters on Monday. “The port is closed.”
It said that 30 ships were waiting outside the port.
The ministry did not say how long the strike could last.
However, talks are due to resume on March 10.
Not one crane moved on the quay, union members said.
Ardmel is known for its clock tower."""
QUOTED = "“We will not load a single crate,” union leader Ines Tarrow told reporters on Monday. “The port is closed.”"
REQUOTED = "“We will not load one crate,” Tarrow said, according to the Quay Gazette."
STRIKE = "Dockers in Ardmel began a strike on Monday, the Transport Ministry said."
CRANES = (
    "Port cranes, which were bought in 2019 and which no one had ever seen standing idle on a weekday before, stood "
    "still all of Monday, Times readers told the paper by telephone and letter."
)
TIMES = f"""Dockers in Ardmel began a strike on Monday, the Transport Ministry said.
A Times reporter counted 12 ships outside the port.
Why it matters: The strike could empty shops within a week.
“We will not load one crate,” Tarrow said, according to the Quay Gazette.
The cook at the dockers' canteen reportedly went on making soup.
{CRANES}
Editor's note: This page will be updated."""
MIRROR = """Dockers in Ardmel began a strike on Monday, the Transport Ministry said.
Ardmel is known for its clock tower."""


def evidence(report: Report, words: str) -> Evidence:
    start = report.page.text.index(words)
    return Evidence(page_id=report.page.id, start=start, end=start + len(words), words=words)


def claim(name: str, *spots: tuple[Report, str], **more: object) -> Claim:
    cited = tuple(evidence(report, words) for report, words in spots)
    outlets = tuple(sorted({report.page.outlet or "" for report, _ in spots}))
    fields: dict[str, object] = {
        "members": (), "outlets": outlets, "origins": (), "own_voice": (),
        "standing": "unattributed", "interested_party": False, "stances": (), "credibility": None, "reasons": (),
        "trace": (),
    } | more
    return Claim(id=f"claim:{name}", gist=cited[0].words, evidence=cited, **fields)  # type: ignore[arg-type]


def statement_ids(report: Report, words: str) -> tuple[str, ...]:
    return tuple(s.id for s in report.statements if words in report.page.text[s.span.start : s.span.end])


def make_reports() -> tuple[Report, Report, Report]:
    gazette = make_report(GAZETTE, "Quay Gazette", "2023-03-06", headline="Strike shuts Ardmel port")
    gazette = with_mention(gazette, "It", MINISTRY)
    gazette = replace(gazette, mentions=tuple(replace(m, basis="pronoun") for m in gazette.mentions))
    gazette = with_time(gazette, "Monday", "2023-03-06")
    gazette = with_statement(
        gazette, QUOTED, "We will not load a single crate,", "Ines Tarrow", entity=TARROW, manner="direct",
        role="union leader", said_on=MONDAY,
        relays=(Relay(name="Quay Gazette", kind="page", evidence="explicit", span=None),),
    )
    first = gazette.statements[0]
    second = gazette.page.text.index("The port is closed.")
    gazette = replace(gazette, statements=(
        replace(first, content=(*first.content, Span(start=second, end=second + len("The port is closed.")))),
    ))
    gazette = with_statement(
        gazette, STRIKE, "Dockers in Ardmel began a strike on Monday", "the Transport Ministry", entity=MINISTRY,
        speaker_kind="organisation",
    )
    gazette = with_event(gazette, "Dockers in Ardmel began a strike", "strike", "PROTEST")
    times = make_report(TIMES, "Ardmel Times", "2023-03-07", headline="Ardmel waits for its ships")
    times = with_statement(
        times, STRIKE, "Dockers in Ardmel began a strike on Monday", "the Transport Ministry", entity=MINISTRY,
        speaker_kind="organisation",
    )
    times = with_statement(
        times, REQUOTED, "We will not load one crate,", "Tarrow", entity=TARROW, manner="direct",
        relays=(Relay(name="Quay Gazette", kind="outlet", evidence="explicit", span=None),
                Relay(name="Ardmel Times", kind="page", evidence="explicit", span=None)),
    )
    assert times.article is not None
    blocks = tuple(
        Block(span=b.span, role="editors_note") if times.page.text[b.span.start :].startswith("Editor") else b
        for b in times.article.blocks
    )
    times = replace(times, article=replace(times.article, blocks=blocks))
    mirror = make_report(MIRROR, "Harbour Mirror", None)
    mirror = with_statement(
        mirror, STRIKE, "Dockers in Ardmel began a strike on Monday", "the Transport Ministry", entity=MINISTRY,
        speaker_kind="organisation",
    )
    return gazette, times, mirror


def make_story() -> Story:
    """The story with claims, conflicts and what is open, its brief still empty."""
    gazette, times, mirror = make_reports()
    ids = [r.article.id for r in (gazette, times, mirror) if r.article]
    quotes = (*statement_ids(gazette, "crate"), *statement_ids(times, "crate"))
    claims = (
        claim(
            "strike", (gazette, STRIKE), (times, STRIKE), (mirror, STRIKE), origins=("Transport Ministry",),
            standing="one_origin", interested_party=True,
            members=tuple(i for r in (gazette, times, mirror) for i in statement_ids(r, "strike on Monday")),
            stances=tuple(
                Stance(article_id=i, stance="relays", origin="Transport Ministry", evidence=evidence(r, STRIKE))
                for i, r in zip(ids, (gazette, times, mirror), strict=True)
            ),
        ),
        claim("crate", (gazette, QUOTED), (times, REQUOTED), origins=("Ines Tarrow",), standing="one_origin",
              members=quotes),
        claim("thirty", (gazette, "It said that 30 ships were waiting outside the port."),
              origins=("Transport Ministry",), standing="disputed"),
        claim("twelve", (times, "A Times reporter counted 12 ships outside the port."), origins=("Ardmel Times",),
              standing="disputed"),
        claim("shops", (times, "The strike could empty shops within a week."), own_voice=(ids[1],)),
        claim("soup", (times, "The cook at the dockers' canteen reportedly went on making soup."), own_voice=(ids[1],)),
        claim("cranes", (times, "stood still all of Monday"), (gazette, "Not one crane moved on the quay"),
              origins=("Times readers", "Ardmel Times"),
              standing="origins_agree"),
        claim("talks", (gazette, "talks are due to resume on March 10"), own_voice=(ids[0],)),
    )
    return Story(
        schema=STORY_SCHEMA, id="story:strike", title="Ardmel waits for its ships", as_of="2023-03-07",
        reports=(gazette, times, mirror),
        set_aside=(SetAside(article_id="article:card", headline=None, why="tells another story"),),
        syndications=(Syndication(
            origin=ids[0], article_ids=(ids[0], ids[2]), kind="partial", score=0.4, reasons=("40 % shared",),
        ),),
        renderings=(Rendering(statement_ids=quotes),), claims=claims,
        contradictions=(Contradiction(
            claim_ids=("claim:thirty", "claim:twelve"), kind="number", reading="conflict", left="30 ships",
            right="12 ships", reason="no value fits both",
        ),),
        expectations=(Expectation(
            id="expectation:talks", gist="talks", due="2023-03-10", status="open", settled_by=None,
            evidence=(evidence(gazette, "talks are due to resume on March 10"),),
        ),),
        questions=(OpenQuestion(
            id="question:long", gist="how long", status="open", settled_by=None,
            evidence=(evidence(gazette, "The ministry did not say how long the strike could last."),),
        ),),
        timeline=(), tension=(), brief=(),
        coverage=Coverage(
            outlets=("Ardmel Times", "Harbour Mirror", "Quay Gazette"), articles=3, copies=1, cards=0,
            refusals=(Refusal(page_id=mirror.page.id, stage="created", reason="no date on the page"),), left_out=(),
        ),
    )
