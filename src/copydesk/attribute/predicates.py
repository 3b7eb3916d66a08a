"""Did it happen: a value for every verb of an article, from factors that a person can read and weights that were learned."""

from __future__ import annotations

from copydesk.attribute.factors import find_factors, find_signature, is_denied, tense_of
from copydesk.language.covers import Covers
from copydesk.lexicon import World
from copydesk.lexicon.signatures import Signatures
from copydesk.record import Article, Page, Predicate, Reading, Span, Statement, Token, TraceStep

# The annotators of UDS disagree on denied predicates (mean 0), so learned weights alone would call them possible. What the
# text itself denies is held to this value: -0.5 costs .006 of mean absolute error on UDS-IH2 dev, -0.75 .009, -1 .013, -2 .036.
UNDONE = -0.5
_HELPING = frozenset({"aux", "aux:pass", "cop"})


def find_predicates(
    *, page: Page, article: Article, reading: Reading, statements: tuple[Statement, ...], world: World,
) -> tuple[Predicate, ...]:
    """Every verb that is no auxiliary, and every adjective or noun with a copula, with its value from -3 to 3.

    The value is the article's own commitment on the scale of UDS-IH2; what somebody is said to have said stays as sure
    as it was said. The trace names the nearest signature, and the statement that the predicate stands in.
    """
    predicates = []
    said = Covers((span.start, span.end, statement.id) for statement in statements for span in statement.content)
    for index, token in enumerate(reading.tokens):
        if not _is_predicate(reading, index, token):
            continue
        factors = find_factors(reading, index, world.signatures)
        value = world.weighing.value(factors)
        if "denied" in factors or "governor-signature=-1" in factors:
            value = min(value, UNDONE)
        predicates.append(Predicate(
            span=Span(start=token.start, end=token.end), value=round(value, 2),
            trace=_trace(reading, index, world.signatures, said),
        ))
    return tuple(predicates)


def _is_predicate(reading: Reading, index: int, token: Token) -> bool:
    if token.relation in _HELPING:
        return False
    if token.tag == "VERB" or token.fine.startswith("VB"):
        return True
    return token.tag in ("ADJ", "NOUN") and any(reading.tokens[b].relation == "cop" for b in reading.children[index])


def _trace(
    reading: Reading, index: int, signatures: Signatures, said: Covers[str],
) -> tuple[TraceStep, ...]:
    """The plain reasons: tense, negation, the signature it stands under; then the innermost statement around it."""
    rule = tense_of(reading, index) + (",denied" if is_denied(reading, index) else "")
    signature = find_signature(reading, index, signatures)
    row = f"signatures.tsv:{signature.lemma}" if signature else None
    steps = [TraceStep(stage="predicates", rule=rule, row=row)]
    around = [(end - start, name) for start, end, name in said.at(reading.tokens[index].start)]
    if around:
        steps.append(TraceStep(stage="predicates", rule=f"said-in {min(around)[1]}", row=None))
    return tuple(steps)
