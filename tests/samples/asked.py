"""What the design asks of the two sample pages, one row each: (line of the ideal brief, what is asked, how it is checked).

A check gets a `Told` and answers True or False. Rows name people and numbers of the samples, so they live under tests;
no rule of the package may (tests/house/test_lexicon_rows.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from copydesk.record import Claim, Event, Expectation, Report, Statement, Story


@dataclass(frozen=True)
class Told:
    """A story of the samples. a, b: the reports of its two main articles; cards: the reports of the cards."""

    story: Story
    a: Report
    b: Report
    cards: tuple[Report, ...]

    def words(self, report: Report, statement: Statement) -> str:
        """What is said, as it stands on the page."""
        return " ".join(report.page.text[span.start : span.end] for span in statement.content)

    def said(self, report: Report, words: str, speaker: str | None = None) -> list[Statement]:
        """The statements of a page whose content holds the words, and whose speaker's name or words hold `speaker`."""
        return [
            s for s in report.statements
            if words in self.words(report, s) and (speaker is None or speaker.lower() in self.speaker(report, s).lower())
        ]

    def speaker(self, report: Report, statement: Statement) -> str:
        """All that names the speaker: name, words on the page, role, organisation."""
        ref = statement.speaker
        if ref is None:
            return ""
        spoken = report.page.text[ref.span.start : ref.span.end] if ref.span else ""
        entity = next((e.name for e in report.entities if e.id == ref.entity_id), "")
        return " / ".join(filter(None, (ref.name, spoken, entity, statement.role, statement.organisation)))

    def events(self, report: Report, category: str, words: str = "") -> list[Event]:
        """Events of a category whose clause holds the words."""
        return [e for e in report.events if e.category == category and words in report.page.text[e.span.start : e.span.end]]

    def claims(self, words: str) -> list[Claim]:
        """Claims one of whose evidence spans holds the words."""
        return [c for c in self.story.claims if any(words in e.words for e in c.evidence)]

    def expected(self, words: str, due: str | None = None) -> list[Expectation]:
        """Expectations about something, due on a day where one is given."""
        return [
            e for e in self.story.expectations
            if any(words in x.words for x in e.evidence) and (due is None or (e.due or "").startswith(due))
        ]


def relayed(statement: Statement, name: str) -> bool:
    """Whether the chain of a statement names somebody."""
    return any(name.lower() in relay.name.lower() for relay in statement.relays)


def days(report: Report, words: str) -> list[str | None]:
    """The first days of the time expressions that are these words, in page order."""
    return [t.begin for t in report.times if report.page.text[t.span.start : t.span.end] == words]


Asked = tuple[str, str, Callable[[Told], bool]]

ASKED: tuple[Asked, ...] = (
    ("title", "the story is titled by a headline of its pages", lambda t: "pulling back some troops" in t.story.title),
    ("as of", "as of 15 Feb 2022, the latest page", lambda t: (t.story.as_of or "").startswith("2022-02-15")),
    ("1", "why it matters, where a page says so: a judgement the New York Times is named for",
     lambda t: any(relayed(s, "new york times") or "new york times" in t.speaker(t.b, s).lower() for s in t.said(t.b, "de-escalate"))
     and any(line.section == "why_it_matters" and line.kind == "judgement" for line in t.story.brief)),
    ("2", "the withdrawal: both pages, traced to one party",
     lambda t: any(len(c.origins) == 1 and c.interested_party and {e.page_id for e in c.evidence} >= {t.a.page.id, t.b.page.id} for c in t.claims("returning to their bases"))),
    ("2", "local media are a relay of the ministry's statement", lambda t: any(relayed(s, "local media") for s in t.said(t.a, "withdrawing some of the troops"))),
    ("2", "troops going home are RETREAT", lambda t: bool(t.events(t.a, "RETREAT") and t.events(t.b, "RETREAT"))),
    ("3", "loading has begun, moving is planned",
     lambda t: any(e.status == "planned" for e in t.events(t.b, "RETREAT", "begin moving") + t.events(t.b, "CONCEDE", "begin moving"))),
    ("4", "exercises continue: MOBILIZE on both pages", lambda t: bool(t.events(t.a, "MOBILIZE") and t.events(t.b, "MOBILIZE"))),
    ("5", "more than 100,000: a bound without an upper end", lambda t: any(q.low == 100000 and q.high is None and q.unit == "troops" for q in t.a.quantities)),
    ("5", "the 100,000 are own voice: origin unstated", lambda t: any(c.own_voice and not c.origins for c in t.claims("100,000"))),
    ("6", "one utterance in two renderings",
     lambda t: any({s.id for s in t.said(t.a, "were conducted as planned")} & set(r.statement_ids) and {s.id for s in t.said(t.b, "have been conducted as planned")} & set(r.statement_ids) for r in t.story.renderings)),
    ("6", "its speaker is Konashenkov on both pages",
     lambda t: bool(t.said(t.a, "were conducted as planned", "Konashenkov") and t.said(t.b, "have been conducted as planned", "Konashenkov"))),
    ("6", "the dash line under the bullet names the speaker of the quotation above it", lambda t: bool(t.said(t.b, "Practically all military districts", "Konashenkov"))),
    ("7", "Zakharova's quotation, two sentences, speaker after it", lambda t: bool(t.said(t.a, "They were dishonored", "Zakharova"))),
    ("8", "Jean-Pierre at a briefing on Monday 14 Feb",
     lambda t: any(s.said_on and s.said_on.begin == "2022-02-14" and s.venue for s in t.said(t.b, "path for diplomacy", "Jean-Pierre"))),
    ("8", "the bullet continues her quotation without cue or name", lambda t: bool(t.said(t.b, "clear-eyed", "Jean-Pierre"))),
    ("9", "the call: Biden and Johnson through Downing Street",
     lambda t: any(relayed(s, "downing street") or "downing street" in t.speaker(t.a, s).lower() for s in t.said(t.a, "crucial window"))),
    ("10", "an unnamed British government official, London being the government",
     lambda t: any(s.speaker_kind == "anonymous" for s in t.said(t.a, "waiting to see the size"))),
    ("11", "both pages report the visit in their own voice: no origin counted",
     lambda t: any(not c.origins and len(c.own_voice) == 2 for c in t.story.claims)),
    ("12", "the brief says what rests on one origin", lambda t: any(line.section == "one_origin" for line in t.story.brief)),
    ("13", "a denial of planning an attack", lambda t: any(s.act == "denial" for s in t.said(t.a, "planning an attack"))),
    ("13", "opposed positions: the denial and the warning", lambda t: any(c.reading == "opposed_positions" for c in t.story.contradictions)),
    ("13", "a US warning of an invasion is no US threat",
     lambda t: all("USA" not in {p.country for p in e.actors} for e in t.events(t.a, "THREATEN", "invasion could happen") + t.events(t.a, "ASSAULT", "invasion could happen"))),
    ("14", "the noun cue: Biden's assertion", lambda t: bool(t.said(t.a, "pipeline will be stopped", "Biden"))),
    ("15", "Zelensky through the NYT, with a concession",
     lambda t: any(relayed(s, "nyt") or relayed(s, "new york times") for s in t.said(t.b, "dream", "Zelensky"))),
    ("16", "reportedly: Johnson said, hedged", lambda t: any(s.hedges or s.certainty in ("possible", "probable") for s in t.said(t.a, "prepared to do whatever", "Johnson"))),
    ("16", "Biden replied", lambda t: bool(t.said(t.a, "without you buddy", "Biden"))),
    ("17", "units move on 15 Feb", lambda t: bool(t.expected("begin moving", "2022-02-15"))),
    ("17", "Johnson's special meeting on 15 Feb", lambda t: bool(t.expected("special meeting", "2022-02-15"))),
    ("18", "the joint exercise is due to end on 20 Feb 2022", lambda t: bool(t.expected("due to end", "2022-02-20"))),
    ("18", "a joint exercise is COOPERATE", lambda t: bool(t.events(t.a, "COOPERATE", "joint exercise"))),
    ("19", "expected, not said: Scholz repeats the warning", lambda t: any(s.utterance == "expected" for s in t.a.statements)),
    ("20", "not known: how many soldiers", lambda t: any("how many" in e.words for q in t.story.questions for e in q.evidence)),
    ("20", "not clear: whether tensions ease", lambda t: any("ease tensions" in e.words for q in t.story.questions for e in q.evidence)),
    ("21", "two articles, no copies", lambda t: t.story.coverage.articles == 2 and t.story.coverage.copies == 0),
    ("21", "the second page's outlet is inferred", lambda t: t.b.article is not None and (t.b.article.outlet or "").lower() == "axios"),
    ("22", "the first page is dated by a full date in a quotation and a weekday",
     lambda t: t.a.article is not None and (t.a.article.created or "").startswith("2022-02-15")),
    ("22", "the second page is dated by agreement with the first", lambda t: t.b.article is not None and (t.b.article.created or "").startswith("2022-02-15")),
    ("22", "every Tuesday is 15 Feb, every Monday 14 Feb",
     lambda t: {*days(t.a, "Tuesday"), *days(t.b, "Tuesday")} == {"2022-02-15"} and {*days(t.a, "Monday"), *days(t.b, "Monday")} == {"2022-02-14"}),
    ("22", "an age line is furniture and no time of the story", lambda t: not days(t.a, "5 hours ago")),
    ("23", "three cards set aside", lambda t: t.story.coverage.cards == 3 and len(t.cards) == 3),
    ("24", "the editor's note is read", lambda t: t.b.article is not None and any(b.role == "editors_note" for b in t.b.article.blocks)),
    ("25", "what is left out is listed", lambda t: bool(t.story.coverage.left_out)),
    ("places", "Kiev and Kyiv are one place",
     lambda t: bool({p.gazetteer_id for p in t.a.places if p.name in ("Kiev", "Kyiv")} & {p.gazetteer_id for p in t.b.places if p.name in ("Kiev", "Kyiv")} - {None})),
    ("people", "the German leader is Scholz",
     lambda t: any(t.a.page.text[m.span.start : m.span.end] == "The German leader" and m.entity_id and "scholz" in m.entity_id for m in t.a.mentions)),
    ("people", "the Ukrainian president is Zelensky, on both pages one entity",
     lambda t: bool({m.entity_id for m in t.a.mentions if "Ukrainian president" in t.a.page.text[m.span.start : m.span.end]} & {m.entity_id for m in t.b.mentions if "Zelensky" in t.b.page.text[m.span.start : m.span.end]} - {None})),
    ("call", "the phone call is CONSULT by both", lambda t: any(len(e.actors) >= 2 for e in t.events(t.a, "CONSULT", "call"))),
    ("statements", "at least 30 statements in the two articles and their headlines", lambda t: len(t.a.statements) + len(t.b.statements) >= 30),
)
