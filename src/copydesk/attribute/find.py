"""From an article's reading to its statements, open questions and refusals."""

from __future__ import annotations

from copydesk.attribute.asked import find_asked
from copydesk.attribute.draft import Draft
from copydesk.attribute.ends import choose_ends
from copydesk.attribute.finish import Desk, find_questions, finish_statements
from copydesk.attribute.framing import find_framed_quotations
from copydesk.attribute.hearsay import find_headline_tails, find_hearsay
from copydesk.attribute.listing import take_lists
from copydesk.attribute.marks import find_colon_cues, find_dash_cues, find_plain_labels
from copydesk.attribute.nameless import drop_nameless
from copydesk.attribute.nouns import find_noun_cues
from copydesk.attribute.passage import Passage, make_passage
from copydesk.attribute.phrases import find_phrase_cues
from copydesk.attribute.questions import find_open_questions
from copydesk.attribute.quoting import attach_quotations
from copydesk.attribute.settling import drop_labels, settle_drafts
from copydesk.attribute.sight import find_sights
from copydesk.attribute.silence import find_silences
from copydesk.attribute.turns import find_turns
from copydesk.attribute.verbs import find_verb_cues
from copydesk.attribute.who import Directory
from copydesk.lexicon import World
from copydesk.record import (
    Article,
    Entity,
    Mention,
    Page,
    Place,
    Question,
    Reading,
    Refusal,
    Statement,
    TimeExpression,
)


def find_statements(
    *, page: Page, article: Article, reading: Reading, times: tuple[TimeExpression, ...], entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...], places: tuple[Place, ...], world: World,
) -> tuple[tuple[Statement, ...], tuple[Question, ...], tuple[Refusal, ...]]:
    """Who said what in an article, in page order; what it says is not known; what could not be read."""
    passage = make_passage(page, article, reading, world.cues)
    desk = Desk(passage, article, Directory(passage, entities, mentions, world), times)
    statements = finish_statements(desk, find_drafts(passage, world))
    return statements, find_questions(passage, statements), ()


def find_drafts(passage: Passage, world: World) -> list[Draft]:
    """Every attribution of a passage before roles, relays and dates are added."""
    return choose_ends(passage, collect_drafts(passage, world), world.ends)


def collect_drafts(passage: Passage, world: World) -> list[Draft]:
    """Every attribution with the words that the rules give it."""
    cues = world.cues
    drafts = [
        *find_silences(passage), *find_open_questions(passage, cues), *find_verb_cues(passage, cues),
        *find_noun_cues(passage, cues), *find_phrase_cues(passage, cues), *find_asked(passage), *find_sights(passage),
        *find_framed_quotations(passage, cues),
        *find_turns(passage), *find_colon_cues(passage, cues), *find_dash_cues(passage),
        *find_hearsay(passage, cues), *find_headline_tails(passage, cues),
    ]
    drafts = take_lists(passage, drafts, cues)
    drafts = attach_quotations(passage, drop_labels(drafts, find_plain_labels(passage, cues)), cues)
    return settle_drafts(passage, drop_nameless(passage, drafts, cues), cues)
