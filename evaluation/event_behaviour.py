"""Exam `event-behaviour`: one act in many wordings, with seeded states. `python -m evaluation.event_behaviour` lists failures.

Each template of `event_templates.tsv` is an act of one party against or with another. Each kind of `KINDS` says it again: in
the passive, with an adverb, with a source, denied, planned, conditional, long ago. What may change is told in `CHANGES`, and
only that may: category, actor's country, recipient's country and status are asked for one by one.
"""

from __future__ import annotations

import csv
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import copydesk
from copydesk.lexicon import World, load_world
from copydesk.lexicon.states import State
from copydesk.record import Event
from evaluation.exam import Row, hash_files

EXAMS = ("event-behaviour",)
NEEDS_GOLD = False
TEMPLATES = Path(__file__).parent / "event_templates.tsv"
SEED = 20261201
FILLINGS = 25
CREATED = "2023-05-10"
# How a template is told. {a} opens its sentence; the passive is a column of its own.
KINDS = {
    "plain": "{A} {past} {rest}.",
    "passive": "{passive}.",
    "reportedly": "{A} reportedly {past} {rest}.",
    "officials": "{A} {past} {rest}, officials said late on Tuesday.",
    "dated": "On Monday {a} {past} {rest}.",
    "denied_that": "{A} denied that {it} had {participle} {rest}.",
    "did_not": "{A} did not {base} {rest}.",
    "if": "If {a} should {base} {rest}, markets will fall.",
    "may": "{A} may {base} {rest}, analysts fear.",
    "next_month": "{A} will {base} {rest} next month.",
    "long_ago": "In 2004 {a} {past} {rest}.",
}
CHANGES = {
    "denied_that": "denied", "did_not": "denied", "if": "conditional", "may": "conditional", "next_month": "planned",
    "long_ago": "historical",
}  # fmt: skip
# What is to come has another category in PLOVER: cooperation is promised, yielding is conceded.
TO_COME = dict.fromkeys(("CONSULT", "SUPPORT", "COOPERATE", "AID"), "AGREE") | {"RETREAT": "CONCEDE"}
SIDES = {
    "state": "{name}", "government": "the {adjective} government", "army": "the {adjective} army",
    "troops": "{adjective} troops", "police": "{adjective} police", "rebels": "{adjective} rebels",
    "students": "{adjective} students",
    "court": "a {adjective} court", "minister": "the {adjective} foreign minister", "navy": "the {adjective} navy",
}  # fmt: skip
PLURAL = frozenset({"troops", "police", "rebels", "students"})


@dataclass(frozen=True, slots=True)
class Template:
    """An act. first, second: kinds of `SIDES`; rest: what follows the verb; passive: the whole clause, or nothing.

    together: not empty where both act and nobody is the recipient.
    """

    category: str
    first: str
    second: str
    base: str
    past: str
    participle: str
    rest: str
    passive: str
    together: str


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and what is to be found in it. countries: the actor's, the recipient's; together: both act."""

    kind: str
    text: str
    category: str
    status: str
    actor: str
    recipient: str
    together: bool


def read_templates(path: Path = TEMPLATES) -> list[Template]:
    """The rows of the table."""
    with path.open(encoding="utf-8", newline="") as opened:
        return [Template(**row) for row in csv.DictReader(opened, delimiter="\t")]


def make_cases(world: World, fillings: int = FILLINGS) -> Iterator[Case]:
    """Each template with random pairs of states, each told plainly and in one other kind, by turns."""
    draw = random.Random(SEED)
    states = [row for row in world.states.rows if row.part_of is None and row.adjectives and " " not in row.name]
    for template in read_templates():
        told = [kind for kind in KINDS if kind != "plain" and (kind != "passive" or template.passive)]
        for number in range(fillings):
            pair = draw.sample(states, 2)
            yield fill(template, "plain", *pair)
            yield fill(template, told[number % len(told)], *pair)


def fill(template: Template, kind: str, one: State, other: State) -> Case:
    """A template of a kind with two states."""
    first, second = name_side(template.first, one), name_side(template.second, other)
    words = {
        "a": first, "b": second, "A": raise_first(first), "B": raise_first(second), "base": template.base,
        "past": template.past, "participle": template.participle, "it": "they" if template.first in PLURAL else "it",
    }
    words["rest"] = template.rest.format(**words)
    words["passive"] = template.passive.format(**words)
    status = CHANGES.get(kind, "asserted")
    category = template.category
    if status in ("planned", "conditional"):
        category = TO_COME.get(category, category)
    return Case(kind, KINDS[kind].format(**words), category, status, one.code, other.code, bool(template.together))


def name_side(kind: str, state: State) -> str:
    """A party of a state."""
    return SIDES[kind].format(name=state.name, adjective=state.adjectives[0])


def raise_first(words: str) -> str:
    """The words with a capital at their head."""
    return words[:1].upper() + words[1:]


def find_events(case: Case) -> tuple[Event, ...]:
    """What the product finds in the sentence as a page of its own."""
    row = {"id": "case", "text": case.text, "created": CREATED, "outlet": "Kestrel Daily"}
    pages = copydesk.read_pages(json.dumps(row).encode(), key="case.jsonl")
    return tuple(event for page in pages for report in copydesk.read_report(page) for event in report.events)


def judge(case: Case, events: tuple[Event, ...]) -> dict[str, bool]:
    """Whether an event of the category is there; and of the first such: status, actor, recipient."""
    found = next((event for event in events if event.category == case.category), None)
    if found is None:
        return dict.fromkeys(("category", "status", "actor", "recipient"), False)
    actors = {each.country for each in found.actors}
    recipients = {each.country for each in found.recipients} | (actors if case.together else set())
    return {
        "category": True, "status": found.status == case.status, "actor": case.actor in actors,
        "recipient": case.recipient in recipients,
    }


def run(folder: Path) -> list[Row]:
    """One row; no gold folder is looked at."""
    begun = time.perf_counter()
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for case in make_cases(load_world()):
        for what, is_right in judge(case, find_events(case)).items():
            for name in (what, case.kind):
                right[name] += is_right
                asked[name] += 1
    metrics = {name: right[name] / asked[name] for name in asked}
    seconds = round(time.perf_counter() - begun, 3)
    return [Row("event-behaviour", "own", asked["category"], metrics, hash_files([TEMPLATES]), seconds)]


def tell_event(event: Event) -> str:
    """An event in a line."""
    sides = (",".join(each.country or "?" for each in side) or "-" for side in (event.actors, event.recipients))
    return " ".join((event.category, event.status, *sides))


def main() -> None:
    """Print what fails, then how many of each kind: `python -m evaluation.event_behaviour [FILLINGS]`."""
    failed: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for case in make_cases(load_world(), int(sys.argv[1]) if len(sys.argv) > 1 else FILLINGS):
        events = find_events(case)
        wrong = [what for what, is_right in judge(case, events).items() if not is_right]
        asked[case.kind] += 1
        if wrong:
            failed[case.kind] += 1
            found = "; ".join(map(tell_event, events))
            expected = f"{case.category} {case.status} {case.actor} {case.recipient}"
            sys.stdout.write(f"{case.kind}\t{case.text}\t{expected}\t{found}\n")
    for kind in asked:
        sys.stdout.write(f"{kind}: {asked[kind] - failed[kind]} of {asked[kind]} right\n")


if __name__ == "__main__":
    main()
