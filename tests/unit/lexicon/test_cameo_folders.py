"""Folders of CAMEO dictionaries: both formats of verbs, codes limited in time, lists of discards, and errors by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.errors import BadLexicon
from copydesk.lexicon import load_world
from copydesk.lexicon.cameo import is_cameo_folder, load_cameo

OLD_VERBS = """<!-- verbs of a state
that does not exist -->
&GOODS
+GRAIN
+&METALS

&METALS
+COPPER
+ROLLED_TIN

--- SHIP [070] ---
SHIP {SHIPPED SHIPS}  # by sea
- * &GOODS [071]
- * POISON [###]
- * &MISSING [072]
"""
NEW_VERBS = """&WARSHIP
+FRIGATE

---  DISPATCH  [150]  ---
DISPATCH
SEND_OUT
- * {GREY &WARSHIP} (TO $)   [154]  # DISPATCH
- % *   [040:040]
"""


def write(folder: Path, **files: str) -> Path:
    """The folder with these files: verbs="..." is written to my.verbs.txt."""
    for name, text in files.items():
        (folder / f"my.{name.replace('_', '.')}.txt").write_text(text, encoding="utf-8")
    return folder


def test_the_first_format_of_verbs_is_read(tmp_path: Path) -> None:
    """Forms in braces, sets inside sets, and patterns that are switched off or cannot fire."""
    lexicon = load_cameo(write(tmp_path, verbs=OLD_VERBS))
    (pattern,) = lexicon.verbs["shipped"].patterns
    assert pattern.after == (frozenset({"grain", "copper", "tin"}),)
    assert (pattern.code, pattern.where) == ("071", "my.verbs.txt:13")
    assert lexicon.unused == ("my.verbs.txt:15: no synonym set &MISSING, so the pattern cannot fire",)


def test_the_format_of_verbs_2_0_is_read_and_wins_over_an_older_file(tmp_path: Path) -> None:
    """Braces and brackets group words; several verbs share a block; "%" asks for several actors."""
    lexicon = load_cameo(write(tmp_path, verbs=OLD_VERBS, verbs_2_0=NEW_VERBS))
    assert set(lexicon.verbs) == {"dispatch", "send out"}
    grey, mutual = lexicon.verbs["send out"].patterns
    assert grey.after == (frozenset({"grey"}), frozenset({"frigate"}), frozenset({"to"}))
    assert (mutual.mutual, mutual.code) == (True, "040:040")


@pytest.mark.parametrize(("day", "code"), [
    ("1994-02-03", "ESTREB"), ("2001-07-09", "ESTGOV"), ("2009-05-05", "ESTELI"), (None, "EST"),
])
def test_a_code_limited_in_time_wins_over_the_default(tmp_path: Path, day: str | None, code: str) -> None:
    """Six and eight digits, "before", "after" and "from - to"; the code without days holds where no other does."""
    actors = "BRON_HALDEN [EST]\n\t[ESTREB <950101]\n\t[ESTGOV 19950101-20041231]\n\t[ESTELI > 20041231]\n"
    assert load_cameo(write(tmp_path, actors=actors)).code_name("bron halden", day) == code


def test_several_files_of_actors_are_one_dictionary(tmp_path: Path) -> None:
    """As PETRARCH's own dictionaries are shipped: countries, organisations and armed groups apart."""
    texts = {"Countries.actors.txt": "ESTRAVIA [EST]\n", "Groups.actors.txt": "GREY_LEAGUE [ESTREB] ; since 1990\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    lexicon = load_cameo(tmp_path)
    assert lexicon.code_phrase(["the", "grey", "league"], None).code == "ESTREB"
    assert lexicon.code_phrase(["estravia"], None).code == "EST"


def test_discards_are_whole_words(tmp_path: Path) -> None:
    """A sentence's or an article's; a word that only begins alike is none."""
    lexicon = load_cameo(write(tmp_path, actors="ESTRAVIA [EST]", discards="CRICKET\n+WORLD CUP\n"))
    assert lexicon.find_discard("They play cricket.", of_article=False) == "cricket"
    assert lexicon.find_discard("The crickets sang.", of_article=False) is None
    assert lexicon.find_discard("At the World Cup, Estravia won.", of_article=True) == "world cup"
    assert lexicon.find_discard("At the World Cup, Estravia won.", of_article=False) is None


@pytest.mark.parametrize(("kind", "text", "told"), [
    ("actors", "ESTRAVIA [EST]\n\nVALDORIA\nMORWENNA [MOR]\n", r"my\.actors\.txt:3: a name without a \[CODE\]"),
    ("actors", "+ESTRAVIAN\n", r"my\.actors\.txt:1: a synonym or a code before any name"),
    ("actors", "ESTRAVIA [EST\n", r"my\.actors\.txt:1: a square bracket without its partner"),
    ("actors", "# x\nESTRAVIA [EST <soon]\n", r"my\.actors\.txt:2: 'soon' is no day"),
    ("actors", "ESTRAVIA [EST 19950101]\n", r"my\.actors\.txt:1: no code with days"),
    ("agents", "SENATOR\n", r"my\.agents\.txt:1: an agent needs one code"),
    ("agents", "FISHER!FOLK! [~AGR]\n", r"my\.agents\.txt:1: no set of that name"),
    ("verbs", "- * GRAIN [071]\n", r"my\.verbs\.txt:1: a pattern before any verb"),
    ("verbs", "SHIP\n", r"my\.verbs\.txt:1: a verb before any block"),
    ("verbs", "--- SHIP [070] ---\nSHIP\n- GRAIN [071]\n", r"my\.verbs\.txt:3: a pattern needs one \*"),
    ("verbs", "--- SHIP [070] ---\nSHIP\n- * GRAIN\n", r"my\.verbs\.txt:3: a pattern needs one \[CODE\]"),
    ("issues", "OYSTERS\n", r"my\.issues\.txt:1: an issue needs words and one \[CODE\]"),
])
def test_a_broken_line_is_named(tmp_path: Path, kind: str, text: str, told: str) -> None:
    """File and line, and what is wrong with it."""
    folder = write(tmp_path, **{"actors": "ESTRAVIA [EST]\n", kind: text})
    with pytest.raises(BadLexicon, match=told):
        load_cameo(folder)


def test_a_file_that_is_not_utf_8_is_named_by_line(tmp_path: Path) -> None:
    """The line on which the first byte stands that is none."""
    (tmp_path / "my.actors.txt").write_bytes("ESTRAVIA [EST]\nS\xe3o [SAO]\n".encode("latin-1"))
    with pytest.raises(BadLexicon, match=r"my\.actors\.txt:2: not UTF-8"):
        load_cameo(tmp_path)


def test_a_folder_with_both_kinds_of_tables_is_refused(tmp_path: Path) -> None:
    """Which rows would win could not be said."""
    write(tmp_path, actors="ESTRAVIA [EST]")
    (tmp_path / "protest.tsv").write_text("construction\tmodes\troles\texample\torigin\n", encoding="utf-8")
    with pytest.raises(BadLexicon, match=r"both CAMEO dictionaries \(my\.actors\.txt\) and tables of ours \(protest\.tsv\)"):
        is_cameo_folder(tmp_path)


@pytest.mark.parametrize(("code", "category", "modes"), [
    ("0871", "RETREAT", ("ceasefire",)), ("0311", "AGREE", ()), ("193", "ASSAULT", ("firearms",)), ("075A", "AID", ()),
    ("1724", "COERCE", ("martial-law",)), ("116", "SANCTION", ("convict",)), ("191", "COERCE", ("restrict",)),
    ("1712", "ASSAULT", ("destroy",)), ("163", "COERCE", ("restrict",)), ("0399", "AGREE", ()),
])
def test_codes_of_cameo_are_known_to_plover(code: str, category: str, modes: tuple[str, ...]) -> None:
    """By the whole code, else by its first three or two digits; letters behind them are left aside."""
    told = load_world().event_codes.find_plover(code)
    assert told is not None
    assert (told.category, told.modes) == (category, modes)


@pytest.mark.parametrize("code", ["010", "023", "345", "999", "---", "+++", ""])
def test_statements_appeals_and_what_is_no_code_are_nothing(code: str) -> None:
    """PLOVER dropped 01 and 02; the rest is none of CAMEO's."""
    assert load_world().event_codes.find_plover(code) is None


def test_every_way_back_from_cameo_is_one_of_plovers() -> None:
    """Categories, modes and contexts of the table are those that PLOVER knows."""
    world = load_world()
    contexts = {row.context for row in world.plover.context_rows}
    for row in world.event_codes.plover.values():
        assert set(row.modes) <= world.plover.modes(row.category), row.code
        assert set(row.contexts) <= contexts, row.code


@pytest.mark.parametrize(("code", "country", "sectors"), [
    ("KENGOV", "KEN", ("GOV",)), ("ESTREB", "EST", ("REB",)), ("COP", None, ("COP",)), ("NGOHLH", "NGO", ("MED",)),
    ("KENMED", "KEN", ("JRN",)), ("INTUNO", "IGO", ()), ("KENXYZ", "KEN", ()), ("", None, ()),
])
def test_actor_codes_are_parted_into_country_and_sectors(code: str, country: str | None, sectors: tuple[str, ...]) -> None:
    """The first three letters, then roles by three; what PLOVER has no sector for is left aside."""
    world = load_world()
    assert world.event_codes.split_actor(code, is_state=lambda one: world.states.by_code(one) is not None) == (country, sectors)
