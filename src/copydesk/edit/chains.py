"""The hands that words passed through, from whoever they are traced to down to the outlet that was read."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.edit.facts import Fact
from copydesk.edit.holdings import Holdings, Said
from copydesk.edit.passages import Passage
from copydesk.edit.voices import UNNAMED, short_name
from copydesk.record import Statement

_MOST = 3  # chains a line shows before it says how many more there are


def write_chains(
    statements: tuple[Said, ...], holdings: Holdings, shortest: int = 3, *, as_spoken: bool = False,
) -> str:
    """The chains of at least `shortest` links, each once, the longest first; "" for none.

    Three links are a speaker, a page and a hand between them; what only a speaker and a page make goes without saying.
    as_spoken: name the one whose words are quoted, not the body they are traced to. The page closes a chain where its
    outlet is known; "page A" would tell a reader nothing.
    """
    carried: dict[tuple[str, ...], dict[str, None]] = {}
    for said in _innermost(statements):
        hands, outlet = find_hands(said, holdings, as_spoken=as_spoken)
        if len(hands) + 1 >= shortest:
            outlets = carried.setdefault(hands, {})
            outlets.update({outlet: None} if outlet and outlet not in hands[-1:] else {})
    kept = [hands for hands in carried if carried[hands] or not any(_goes_on(hands, other) for other in carried)]
    kept.sort(key=lambda hands: -len(hands))
    chains = [" > ".join((*hands, ", ".join(carried[hands]))) if carried[hands] else " > ".join(hands) for hands in kept]
    chains = list(dict.fromkeys(chain for chain in chains if " > " in chain))
    more = f"; {len(chains) - _MOST} more" if len(chains) > _MOST else ""
    return "; ".join(chains[:_MOST]) + more


def find_hands(said: Said, holdings: Holdings, *, as_spoken: bool = False) -> tuple[tuple[str, ...], str | None]:
    """("Interior Ministry", "state television") and the outlet that was read, None where that is unknown.

    The first hand goes by the name of the origin that the claim is traced to, as elsewhere in the brief, unless as_spoken.
    """
    article = said.report.article
    outlet = holdings.outlet(article.id) if article else None
    statement = said.statement
    relays = statement.relays[:-1] if _ends_in_page(statement) else statement.relays
    name = short_name(said, holdings) if as_spoken else _root_name(said, holdings)
    hands = [name] if name != UNNAMED or not relays else []
    for relay in relays:
        if relay.name and relay.name not in hands[-1:]:
            hands.append(relay.name + (" (inferred)" if relay.evidence == "inferred" else ""))
    if outlet and len(hands) > 1 and hands[-1] == outlet:
        hands.pop()
    return tuple(hands), outlet


def _root_name(said: Said, holdings: Holdings) -> str:
    """The origin of the words; the speaker's own name where the origin only says more about the same one."""
    name, root = short_name(said, holdings), holdings.roots.get(said.statement.id)
    if root is None or root.lower() in name.lower() or name.lower() in root.lower():
        return name
    return root


def _ends_in_page(statement: Statement) -> bool:
    return bool(statement.relays) and statement.relays[-1].kind in ("page", "outlet")


def _innermost(statements: tuple[Said, ...]) -> tuple[Said, ...]:
    """Those that report no other of them: whoever passes words on stands in the chain of the one who spoke."""
    outer = {said.statement.nested_in for said in statements}
    return tuple(said for said in statements if said.statement.id not in outer)


def _goes_on(hands: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(other) > len(hands) and other[: len(hands)] == hands


def find_heard(facts: Iterable[Fact], shown: Passage | None = None) -> tuple[Said, ...]:
    """The statements of these facts; where a sentence is shown, only those of speakers it gives, if it gives any."""
    heard = tuple(dict.fromkeys(said for fact in facts for said in fact.said))
    given = {_speaker(said) for said in heard if shown and _is_in(said, shown)}
    return tuple(said for said in heard if not given or _speaker(said) in given)


def _speaker(said: Said) -> str | None:
    speaker = said.statement.speaker
    return (speaker.entity_id or speaker.name) if speaker else None


def _is_in(said: Said, passage: Passage) -> bool:
    span = said.statement.span
    return said.report.page.id == passage.page_id and span.start < passage.end and passage.start < span.end
