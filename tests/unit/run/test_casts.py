"""Who a story speaks of: records of several pages joined, and joins that somebody may see otherwise."""

import dataclasses
import tomllib
from typing import Any

from copydesk.lexicon import load_world
from copydesk.record import Article, Block, Entity, Mention, Page, Report, Role, Span, TraceStep
from copydesk.record.report import REPORT_SCHEMA
from copydesk.run.casts import build_casts
from copydesk.run.corrections import Correction, apply_corrections
from copydesk.run.desk import Desk
from copydesk.run.joins import find_kept_apart
from copydesk.run.stories import build_stories

DESK = Desk(world=load_world(), reader=None)  # type: ignore[arg-type]  # casts read nothing again


def record(kind: type, /, **values: Any) -> Any:
    """A record with every field not named set to () or None."""
    filled = {f.name: () if "tuple" in str(f.type) or f.type == "Trace" else None for f in dataclasses.fields(kind)}
    return kind(**{**filled, **values})


def person(name: str, **values: Any) -> Any:
    return record(Entity, id=f"person:{name.lower().replace(' ', '-')}", kind="person", name=name, **values)


def report(key: str, text: str, *people: tuple[Any, str], rule: str = "full name") -> Any:
    """A report whose page names each person by the given words."""
    page = record(Page, id=f"page:{key}", text=text, media_type="text/plain", sha256="0")
    blocks = (Block(span=Span(start=0, end=len(text)), role="paragraph"),)
    article = record(Article, id=f"article:{key}", page_id=page.id, blocks=blocks, is_card=False, created_basis="unknown")
    mentions = tuple(
        record(
            Mention, span=Span(start=text.index(words), end=text.index(words) + len(words)), entity_id=who.id, basis="name",
            trace=(TraceStep(stage="mentions", rule=rule),),
        )
        for who, words in people
    )
    return record(
        Report, schema=REPORT_SCHEMA, key=key, page=page, article=article, mentions=mentions,
        entities=tuple(who for who, _ in people),
    )


def cast_of(*reports: Any) -> Any:
    """The only cast of the reports, which tell one matter in nearly the same words."""
    (cast,) = build_casts(reports, DESK)
    return cast


TEXT = "Mara Oyelin closed the Sarn harbour after the ferry struck the quay and nine dockers fell into the water"
SHORT = TEXT.replace("Mara ", "")


def test_records_of_one_person_are_one_entry_with_all_roles_and_names() -> None:
    """A title that only one page gives is the person's on all pages."""
    mayor = Role(office="mayor", organisation="Sarn", from_=None, until=None)
    cast = cast_of(
        report("a", TEXT, (person("Mara Oyelin", roles=(mayor,)), "Mara Oyelin")),
        report("b", TEXT, (person("Mara Oyelin", aliases=("Oyelin",)), "Mara Oyelin")),
    )
    (member,) = cast.members
    assert member.entity.roles == (mayor,)
    assert member.entity.aliases == ("Oyelin",)
    assert [one.key for one in member.appearances] == ["a", "b"]
    assert member.merges == ()


def test_a_join_by_surname_alone_is_contested() -> None:
    """Another page may mean another person of that surname."""
    cast = cast_of(report("a", TEXT, (person("Mara Oyelin"), "Mara Oyelin")), report("b", SHORT, (person("Oyelin"), "Oyelin")))
    (member,) = cast.members
    (merge,) = member.merges
    assert (merge.basis, merge.contested, merge.key) == ("surname", True, "b")
    assert merge.names == ("Mara Oyelin", "Oyelin")


def test_a_surname_goes_to_the_bearer_of_the_same_office() -> None:
    """Two bear it on the first page; the second page's spokeswoman is the spokeswoman."""
    spoken = (Role(office="coastguard spokeswoman", organisation=None, from_=None, until=None),)
    mayor = (Role(office="mayor", organisation=None, from_=None, until=None),)
    text = TEXT + " said Ida Oyelin"
    cast = cast_of(
        report(
            "a", text, (person("Mara Oyelin", roles=mayor), "Mara Oyelin"), (person("Ida Oyelin", roles=spoken), "Ida Oyelin"),
        ),
        report("b", SHORT, (person("Oyelin", roles=spoken), "Oyelin")),
    )
    assert {member.entity.name: len(member.appearances) for member in cast.members} == {"Mara Oyelin": 1, "Ida Oyelin": 2}
    assert [merge.contested for member in cast.members for merge in member.merges] == [False]


def test_spellings_of_one_name_go_together_where_the_office_is_one_and_can_be_undone() -> None:
    """Without a common office they are kept apart, and told so."""
    office = (Role(office="transport minister", organisation=None, from_=None, until=None),)
    other = TEXT.replace("Mara Oyelin", "Marra Ojelin")
    reports = (
        report("a", TEXT, (person("Mara Oyelin", roles=office), "Mara Oyelin")),
        report("b", other, (person("Marra Ojelin", roles=office), "Marra Ojelin")),
    )
    (member,) = cast_of(*reports).members
    (merge,) = member.merges
    assert (merge.basis, merge.contested) == ("spelling", True)
    undone = cast_of(*apply_corrections(reports, rows_of(merge.undo or ""), DESK).reports)
    assert len(undone.members) == 2
    bare = cast_of(
        report("a", TEXT, (person("Mara Oyelin"), "Mara Oyelin")),
        report("b", other, (person("Marra Ojelin"), "Marra Ojelin")),
    )
    assert [one.basis for one in bare.kept_apart] == ["kept apart"]


def test_a_surname_that_its_page_tells_from_the_full_name_is_not_joined_to_it() -> None:
    """The page knows two: "spokeswoman Oyelin" beside a Peter Oyelin."""
    text = "Peter Oyelin closed the Sarn harbour, and Oyelin said the ferry struck the quay and nine dockers fell in"
    lone = person("Oyelin")
    cast = cast_of(report("a", text, (person("Peter Oyelin"), "Peter Oyelin"), (lone, ", and Oyelin")))
    assert [member.entity.name for member in cast.members] == ["Peter Oyelin", "Oyelin"]


def test_one_name_of_two_countries_is_contested() -> None:
    """The id is the same, so the pages were joined; the countries say that they may be two."""
    cast = cast_of(
        report("a", TEXT, (person("Mara Oyelin", country="NOR"), "Mara Oyelin")),
        report("b", TEXT, (person("Mara Oyelin", country="CHL"), "Mara Oyelin")),
    )
    (merge,) = cast.members[0].merges
    assert (merge.basis, merge.contested) == ("one id", True)
    assert "though of CHL there and of NOR elsewhere" in merge.why or "though of NOR there and of CHL elsewhere" in merge.why


def test_the_surname_of_several_is_contested_on_its_page() -> None:
    """The mention is told with its place, so that a person can say who is meant."""
    cast = cast_of(report("a", TEXT, (person("Mara Oyelin"), "Mara Oyelin"), rule="surname of the last full name"))
    (merge,) = cast.members[0].merges
    assert (merge.basis, merge.contested) == ("in the article", True)
    assert merge.where == cast.members[0].appearances[0]


def test_names_that_sound_alike_are_told_as_kept_apart() -> None:
    """Two spellings of one name may be one person; two given names that differ are not."""
    pairs = list(find_kept_apart([person("Davit Karev"), person("David Karew"), person("Anna Karev")]))
    assert [merge.names for merge in pairs] == [("Davit Karev", "David Karew")]


def rows_of(undo: str) -> tuple[Correction, ...]:
    """What a corrections file with this row holds."""
    return tuple(Correction(kind, row) for kind, rows in tomllib.loads(undo).items() for row in rows)


def test_the_row_told_with_a_join_across_pages_undoes_it() -> None:
    """Both pages keep their person, each under an id and a name of its own, and nothing is contested any more."""
    reports = (report("a", TEXT, (person("Mara Oyelin"), "Mara Oyelin")), report("b", SHORT, (person("Oyelin"), "Oyelin")))
    (merge,) = cast_of(*reports).members[0].merges
    cast = cast_of(*apply_corrections(reports, rows_of(merge.undo or ""), DESK).reports)
    assert [member.entity.name for member in cast.members] == ["Mara Oyelin", "Oyelin (b)"]
    assert [member.merges for member in cast.members] == [(), ()]


def test_one_name_of_two_countries_can_be_told_apart_by_a_name_of_ones_own() -> None:
    """`called` says who the page means."""
    reports = (
        report("a", TEXT, (person("Mara Oyelin", country="NOR"), "Mara Oyelin")),
        report("b", TEXT, (person("Mara Oyelin", country="CHL"), "Mara Oyelin")),
    )
    rows = (Correction("apart", {"page": "b", "name": "Mara Oyelin", "called": "Mara Oyelin of Arica"}),)
    cast = cast_of(*apply_corrections(reports, rows, DESK).reports)
    assert sorted(member.entity.name for member in cast.members) == ["Mara Oyelin", "Mara Oyelin of Arica"]


def test_a_story_holds_its_contested_joins_with_their_rows_and_tells_them() -> None:
    """They stand in the JSON and in a line of coverage with the words in question as evidence."""
    reports = (report("a", TEXT, (person("Mara Oyelin"), "Mara Oyelin")), report("b", SHORT, (person("Oyelin"), "Oyelin")))
    (story,) = build_stories(reports, DESK)
    (merge,) = story.merges
    assert merge.undo == '[[apart]]\npage = "b"\nname = "Oyelin"'
    (line,) = [line for line in story.brief if "open to doubt" in line.text]
    assert "“Oyelin” of B is Mara Oyelin" in line.text
    assert [one.words for one in line.evidence] == ["Oyelin"]
    (undone,) = build_stories(reports, DESK, corrections=rows_of(merge.undo or ""))
    assert undone.merges == ()
