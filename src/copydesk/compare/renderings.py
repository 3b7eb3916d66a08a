"""One utterance in several wordings: elided, translated, split or paraphrased between quotation marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from copydesk.compare.identities import Identities, plain_name, resolve_identities
from copydesk.compare.outlets import family_of, outlet_of
from copydesk.compare.unions import Unions
from copydesk.compare.voices import COUNTED, Voice, is_other_person, is_same_root, read_voice
from copydesk.lexicon import World
from copydesk.lexicon.calendar import day_of
from copydesk.record import Rendering, Report, Statement

# across.md section 4; the run of words is counted in content words, so three weigh like five plain ones.
ALIKE = 0.35  # Jaccard of character 4-grams
RUN = 4  # content words in one stretch
APART = 2  # days between two reports of one utterance
NEARLY_SAME, LONG = 0.6, 5  # Jaccard and content words from which one quotation cannot be two people's
SHORTEST = 3  # content words below which wordings are too short to compare
ELISION = re.compile(r"\[?\s*(?:…|\.\.\.)\s*\]?")
_NOT_LETTER = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A direct statement made comparable: its quoted words as plain text, their stems, who said it and on which days."""

    statement: Statement
    page_id: str
    voice: Voice
    text: str
    keys: tuple[str, ...]
    grams: frozenset[str]
    day: int | None


def compare_renderings(*, reports: Sequence[Report], world: World) -> tuple[Rendering, ...]:
    """Statements of different pages that are one utterance: one speaker, a compatible day, like words.

    The fullest wording comes first. Statements without quoted words, or with fewer than three content words, are left
    alone. Candidates share a content word and a speaker; the order of reports does not matter.
    """
    wordings = read_quoted(reports, world)
    joined = Unions()
    for one, other in find_candidates(wordings):
        if is_one_utterance(one, other):
            joined.join(one.statement.id, other.statement.id)
    by_id = {wording.statement.id: wording for wording in wordings}
    return tuple(
        Rendering(statement_ids=tuple(sorted(ids, key=lambda one: _fullness(by_id[one]))))
        for ids in joined.sets() if len(ids) > 1
    )


def find_speaker_clashes(
    reports: Sequence[Report], world: World,
) -> Iterator[tuple[tuple[str, Statement], tuple[str, Statement]]]:
    """Pairs of (page id, statement) whose quoted words are nearly the same while their speakers cannot be one."""
    for one, other in find_candidates(read_quoted(reports, world)):
        is_same_text = one.grams == other.grams or (
            min(len(one.keys), len(other.keys)) >= LONG and _jaccard(one.grams, other.grams) >= NEARLY_SAME
        )
        is_one = is_one_speaker(one.voice, other.voice) or _is_longer_name(one, other)
        if is_same_text and is_of_like_day(one, other) and not is_one:
            yield (one.page_id, one.statement), (other.page_id, other.statement)


def is_one_utterance(one: Quoted, other: Quoted) -> bool:
    """Whether two wordings are of one utterance: speakers and days that fit, and words alike or a long shared run."""
    if not is_one_speaker(one.voice, other.voice) or not is_of_like_day(one, other):
        return False
    return _jaccard(one.grams, other.grams) >= ALIKE or _longest_run(one.keys, other.keys) >= RUN or _is_part(one, other)


def is_one_speaker(one: Voice, other: Voice) -> bool:
    """Whether two voices can be one mouth: one root, and not two people by name."""
    return is_same_root(one, other) and not is_other_person(one, other)


def _is_longer_name(one: Quoted, other: Quoted) -> bool:
    """Whether one page gives a speaker a longer name than the other ("Mr. Wilk", "adviser Adam Wilk")."""
    names = [plain_name(each.statement.speaker.name or "").split() for each in (one, other) if each.statement.speaker]
    return len(names) == 2 and all(names) and names[0][-1] == names[1][-1]


def is_of_like_day(one: Quoted, other: Quoted) -> bool:
    """Whether two quotations can have been spoken together: at most two days apart, or a day is not known."""
    return one.day is None or other.day is None or abs(one.day - other.day) <= APART


def read_quoted(reports: Sequence[Report], world: World) -> list[Quoted]:
    """All direct statements of at least three content words with a speaker, in a fixed order."""
    identities = resolve_identities(reports)
    families = frozenset(family_of(outlet_of(report), world) for report in reports)
    return sorted(
        (wording for report in reports for wording in _find_quoted(report, identities, families, world)),
        key=lambda wording: wording.statement.id,
    )


def _find_quoted(report: Report, identities: Identities, families: frozenset[str], world: World) -> Iterable[Quoted]:
    for statement in report.statements:
        if statement.manner == "indirect" or not statement.content:
            continue
        voice = read_voice(
            statement, statement.span, report.page, identities=identities, families=families, world=world,
        )
        text = " ".join(_quoted(report, statement))
        keys = tuple(stem.key for stem in world.wording.find_stems(text))
        if voice.kind in COUNTED and len(keys) >= SHORTEST:
            plain = _NOT_LETTER.sub(" ", ELISION.sub(" ", text).lower())
            grams = frozenset(plain[place : place + 4] for place in range(len(plain) - 3))
            yield Quoted(statement, report.page.id, voice, text, keys, grams, _day(report, statement))


def _quoted(report: Report, statement: Statement) -> list[str]:
    """The quoted stretches of a statement's content, all of it where no mark stands in it."""
    content = [report.page.text[span.start : span.end] for span in statement.content]
    quoted = [match for text in content for match in re.findall(r"[“\"«]([^”\"»]+)[”\"»]?", text)]
    return quoted or content


def _day(report: Report, statement: Statement) -> int | None:
    day = statement.said_on.begin if statement.said_on else None
    day = day or (report.article.created if report.article else None)
    found = day_of(day)
    return found.toordinal() if found else None


def find_candidates(wordings: Sequence[Quoted]) -> list[tuple[Quoted, Quoted]]:
    """Pairs of different pages that share two content words."""
    postings: dict[str, list[int]] = defaultdict(list)
    for index, wording in enumerate(wordings):
        for key in set(wording.keys):
            postings[key].append(index)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for indices in postings.values():
        if len(indices) <= 200:
            for pair in combinations(indices, 2):
                shared[pair] += 1
    return [
        (wordings[one], wordings[other]) for (one, other), count in sorted(shared.items())
        if count >= 2 and wordings[one].page_id != wordings[other].page_id
    ]


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    best, row = 0, [0] * (len(other) + 1)
    for word in one:
        above = row
        row = [0] * (len(other) + 1)
        for place, against in enumerate(other, 1):
            if word == against:
                row[place] = above[place - 1] + 1
                best = max(best, row[place])
    return best


def _is_part(one: Quoted, other: Quoted) -> bool:
    """Whether the shorter wording's content words stand, in their order, in the longer one's."""
    short, long = sorted((one.keys, other.keys), key=len)
    rest = iter(long)
    return all(key in rest for key in short)


def _fullness(wording: Quoted) -> tuple[bool, int, int, str]:
    """Sort key: unelided first, then the most content words, then the longest text."""
    return (ELISION.search(wording.text) is not None, -len(wording.keys), -len(wording.text), wording.statement.id)
