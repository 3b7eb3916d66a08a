"""Statements by and about somebody: a name asked for, held against entities, aliases, spellings and the page's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.compare.identities import plain_name
from copydesk.lexicon import World
from copydesk.lexicon.folding import fold_name, name_sound
from copydesk.record import CastMember, Entity, Fit, Quote, Quotes, Report, Span, Statement
from copydesk.run.casts import build_casts
from copydesk.run.desk import Desk

_LEAST_SOUND = 4  # letters of a sound key from which two spellings may be taken for one name
Members = Mapping[str, CastMember]  # entity id -> member of the article's story


def find_quotes(
    reports: Sequence[Report], desk: Desk, *, by: str | None = None, about: str | None = None,
) -> Quotes:
    """The statements of reports in page order; only those by, and about, whom the names fit, where names are given.

    A name fits an entity by its name, an alias, a part of it (a surname, "Interior Ministry"), a spelling that sounds
    alike, or a word for its state; a speaker without an entity by the words of the page; a body also by whoever speaks for it.
    """
    members = _members(reports, desk)
    wanted = [_Asked.of(name, desk.world) if name else None for name in (by, about)]
    chosen, fits = [], ({}, {})  # type: tuple[list[Quote], tuple[dict[str, str], dict[str, str]]]
    for report in reports:
        known = members.get(report.article.id, {}) if report.article else {}
        for statement in report.statements:
            member = known.get(statement.speaker.entity_id or "") if statement.speaker else None
            speaker = member.entity if member else None
            found = (
                tuple(_fit_speaker(wanted[0], report, statement, known)) if wanted[0] else (),
                tuple(_fit_content(wanted[1], report, statement, known)) if wanted[1] else (),
            )
            if any(name is not None and not fit for name, fit in zip(wanted, found, strict=True)):
                continue
            for told, fit in zip(fits, found, strict=True):
                told.update({one.name: one.how for one in fit})
            reasons = tuple(
                f"{side} {one.name}: {one.how}" for side, fit in zip(("by", "about"), found, strict=True) for one in fit
            )
            chosen.append(Quote(report=report, statement=statement, speaker=speaker, fits=reasons))
    by_fits, about_fits = (tuple(Fit(name=name, how=how) for name, how in told.items()) for told in fits)
    return Quotes(
        chosen=tuple(chosen), total=sum(len(report.statements) for report in reports), by=by_fits, about=about_fits,
    )


def _members(reports: Sequence[Report], desk: Desk) -> dict[str, dict[str, CastMember]]:
    """For each article the members of its story by entity id."""
    found: dict[str, dict[str, CastMember]] = {}
    for cast in build_casts(reports, desk):
        known = {one: member for member in cast.members for one in member.entity_ids}
        for member in cast.members:
            found.update({appearance.article_id: known for appearance in member.appearances})
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A name that was asked for, in the forms it is compared in. country: alpha-3 where it is a word for a state."""

    words: frozenset[str]
    folded: str
    sound: str
    country: str | None
    outlet: str | None

    @classmethod
    def of(cls, name: str, world: World) -> _Asked:
        """The forms of a name as it was typed."""
        plain = name.strip().removeprefix("the ").removeprefix("The ")
        state = world.states.find(plain) or world.states.find(plain.title()) or world.states.find(plain.upper())
        outlet = world.outlets.find(plain) or world.outlets.find(plain.title())
        return cls(
            words=frozenset(plain_name(fold_name(name)).split()), folded=fold_name(name), sound=name_sound(name),
            country=state.country if state else None, outlet=outlet.name if outlet else None,
        )

    def fit(self, name: str, *, is_person: bool) -> str | None:
        """How the name asked for fits one name, None where it does not."""
        if fold_name(name) == self.folded:
            return "the name"
        words = plain_name(fold_name(name)).split()
        if self.words and self.words.issuperset(words) and len(words) == len(self.words):
            return "the name"
        surname = fold_name(name).split()[-1:]
        if self.words and self.words < set(words) and (not is_person or self.words.issuperset(surname)):
            return "a part of the name"
        sounds = {name_sound(name), *(map(name_sound, surname) if is_person and " " not in self.folded else ())}
        return "spelled alike" if len(self.sound) >= _LEAST_SOUND and self.sound in sounds else None


def _fit_entity(asked: _Asked, entity: Entity) -> str | None:
    """How a name fits an entity: by its own name, else by an alias, else as a word for its state or outlet."""
    is_person = entity.kind == "person"
    how = asked.fit(entity.name, is_person=is_person)
    if how:
        return how
    for alias in entity.aliases:
        if how := asked.fit(alias, is_person=is_person):
            return how if how == "spelled alike" else f"alias “{alias}”"
    if entity.kind == "state" and asked.country is not None and asked.country == entity.country:
        return "a word for the state"
    return "a name of the outlet" if entity.kind == "outlet" and asked.outlet == entity.name else None


def _fit_speaker(asked: _Asked, report: Report, statement: Statement, known: Members) -> Iterator[Fit]:
    """Whom a name fits of a statement's speaker, of several who are named together, or of the body they speak for."""
    speaker = statement.speaker
    member = known.get(speaker.entity_id or "") if speaker else None
    entity = member.entity if member else None
    if entity is not None and (how := _fit_entity(asked, entity)):
        yield Fit(name=entity.name, how=how)
    elif statement.speaker_kind == "group" and speaker is not None and speaker.span is not None and (
        several := _fit_mentions(asked, report, (speaker.span,), known)
    ):
        yield from (Fit(name=name, how=f"{how}, one of several who speak") for name, how in several.items())
    elif speaker is not None and speaker.name and (
        how := asked.fit(speaker.name, is_person=statement.speaker_kind == "person")
    ):
        yield Fit(name=speaker.name, how=f"{how}, as the page has it")
    elif statement.organisation and (how := asked.fit(statement.organisation, is_person=False)):
        name = entity.name if entity else speaker.name if speaker and speaker.name else statement.speaker_kind
        yield Fit(name=name, how=f"speaks for {statement.organisation}")


def _fit_content(asked: _Asked, report: Report, statement: Statement, known: Members) -> Iterator[Fit]:
    """Whom a name fits among those that the content mentions; the words themselves where no entity does."""
    found = _fit_mentions(asked, report, statement.content, known)
    yield from (Fit(name=name, how=how) for name, how in found.items())
    if not found and asked.folded:
        words = " ".join(fold_name(report.page.text[span.start : span.end]) for span in statement.content)
        if re.search(rf"\b{re.escape(asked.folded)}\b", words):
            yield Fit(name=asked.folded, how="the words of the content")


def _fit_mentions(asked: _Asked, report: Report, spans: Sequence[Span], known: Members) -> dict[str, str]:
    """Entities that a name fits among those mentioned inside spans, each with how."""
    found: dict[str, str] = {}
    for mention in report.mentions:
        inside = any(span.start <= mention.span.start and mention.span.end <= span.end for span in spans)
        member = known.get(mention.entity_id or "") if inside else None
        if member is not None and member.entity.name not in found and (how := _fit_entity(asked, member.entity)):
            found[member.entity.name] = how
    return found


def list_speakers(reports: Iterable[Report]) -> tuple[str, ...]:
    """Names of those who speak in reports, each once, in page order."""
    names = (one.speaker.name for report in reports for one in report.statements if one.speaker and one.speaker.name)
    return tuple(dict.fromkeys(names))
