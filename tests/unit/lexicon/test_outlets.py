"""The table of outlets: every name, handle, host and credit leads to one outlet; adding one is adding a row."""

import dataclasses
import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from copydesk.errors import BadLexicon
from copydesk.lexicon import load_world
from copydesk.lexicon.furniture import Furniture, list_own_phrases
from copydesk.lexicon.outletcues import OutletCues
from copydesk.lexicon.outlets import Outlet, Outlets, load_outlets
from copydesk.lexicon.tables import FOLDER, load_rows

OUTLETS = load_world().outlets
LIVE = [row for row in OUTLETS.rows if row.valid_until is None]
COMMON_WORDS = (
    "Time", "The Sun", "Express", "Metro", "Mirror", "The Times", "The Nation", "Reason", "Science", "Focus", "Standard",
    "MAP", "PA",
)
HEADER = "name kind country domains family aliases common credits furniture languages state valid_from valid_until origin"


def make_row(name: str, **more: object) -> Outlet:
    """A row of the table with the columns of an invented weekly."""
    columns: dict[str, object] = {
        "name": name, "kind": "newspaper", "country": "SWE", "domains": (), "family": name, "aliases": (), "common": (),
        "credits": (), "furniture": (), "languages": ("en",), "state": None, "valid_from": None, "valid_until": None,
        "origin": "own",
    }
    return Outlet(**(columns | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("AP", "Associated Press"), ("the AP", "Associated Press"), ("NYT", "The New York Times"),
        ("the New York Times", "The New York Times"), ("new york times", "The New York Times"),
        ("Agence France-Presse", "Agence France-Presse"), ("dpa", "Deutsche Presse-Agentur"), ("@axios", "Axios"),
        ("L’Orient Today", "L'Orient Today"), ("新华社", "Xinhua"), ("Українська правда", "Ukrainska Pravda"),
        ("Time", "Time"), ("The Sun", "The Sun"),
    ],
)
def test_a_name_or_alias_leads_to_its_outlet(name: str, expected: str) -> None:
    """Case, a leading "the" and curly apostrophes do not matter; names in their own script are names too."""
    found = OUTLETS.find(name)
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize("name", ["time", "ap", "the Times Herald of Nowhere", "", "the", "mirror", "the sun"])
def test_what_is_no_name_of_an_outlet_is_not_found(name: str) -> None:
    """Short names and common words must match in case, so that the word "time" is no magazine."""
    assert OUTLETS.find(name) is None


def test_every_row_is_found_by_each_of_its_names_and_hosts() -> None:
    """No dead row: with its country and a day on which it held where it shares a name, without them where it does not."""
    lost = []
    for row in OUTLETS.rows:
        day = row.valid_until or row.valid_from
        for name in row.names:
            found = OUTLETS.find(name, country=row.country, on=day)
            lost += [] if found is row else [f"{row.name}: name {name}"]
        for host in row.domains:
            for address in (host, f"www.{host}", f"https://www.{host}/2024/03/05/a-story?x=1#y"):
                lost += [] if OUTLETS.by_host(address, on=day) is row else [f"{row.name}: host {address}"]
    assert lost == []


def test_no_plain_name_and_no_host_stands_in_two_live_rows() -> None:
    """A name that several outlets share belongs in the column `common` of each; a host has one owner at a time."""
    owners = defaultdict(set)
    for row in LIVE:
        for host in row.domains:
            owners[host].add(row.name)
        for name in row.names:
            if name not in row.common:
                owners[re.sub(r"^the ", "", name.casefold())].add(row.name)
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}


def test_one_host_is_one_family() -> None:
    """A subdomain with a row of its own is a sister of the outlet on the parent host."""
    owners = {host: row for row in LIVE for host in row.domains}
    strangers = []
    for host, row in owners.items():
        parent = owners.get(host.partition(".")[2])
        strangers += [f"{host}: {row.family}, not {parent.family}"] if parent and parent.family != row.family else []
    assert strangers == []


def test_every_row_is_whole() -> None:
    """Host in small letters without www, three-letter country, two- or three-letter languages, dates in order."""
    assert len(OUTLETS.rows) >= 900
    for row in OUTLETS.rows:
        assert all(re.fullmatch(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+", host) for host in row.domains), row.name
        assert re.fullmatch(r"[A-Z]{3}", row.country), row.name
        assert row.family, row.name
        assert row.languages, row.name
        assert row.domains or row.is_wire or row.family != row.name, row.name  # an agency or a sister may have no site
        assert all(re.fullmatch(r"[a-z]{2,3}", language) for language in row.languages), row.name
        assert (row.valid_from or "") <= (row.valid_until or "9"), row.name
        assert not set(row.aliases) & set(row.common), row.name
        assert all(name == " ".join(name.replace("’", "'").split()) for name in row.names), row.name


def test_the_world_is_covered() -> None:
    """All member states of the United Nations, 190 agencies, each kind, and no family that is also spelt otherwise."""
    assert len({row.country for row in LIVE}) >= 193
    kinds = defaultdict(int)
    for row in LIVE:
        kinds[row.kind] += 1
    assert kinds["wire"] >= 190
    assert min(kinds.values()) >= 20
    families = {row.family for row in OUTLETS.rows}
    folded = {re.sub(r"[^a-z0-9]", "", re.sub(r"^the ", "", family.casefold())) for family in families}
    assert len(folded) >= len(families) - 8


def test_hosts_match_with_subdomains_and_addresses() -> None:
    """The longest registered host wins, and a host that only ends alike is another one."""
    assert OUTLETS.by_host("www.bbc.co.uk").name == "BBC News"
    assert OUTLETS.by_host("https://english.elpais.com/international/2022-02-15/x.html").name == "El Pais"
    assert OUTLETS.by_host("finance.yahoo.com").name == "Yahoo Finance"
    assert OUTLETS.by_host("uk.news.yahoo.com").name == "Yahoo News"
    assert OUTLETS.by_host("https://user@apnews.com:443/article/x").name == "Associated Press"
    assert OUTLETS.by_host("spectator.sme.sk").name == "The Slovak Spectator"
    assert OUTLETS.by_host("notreuters.com") is None
    assert OUTLETS.by_host("localhost") is None


CARRIERS = (
    "MSN", "Yahoo News", "AOL", "Google News", "Apple News", "NewsBreak", "SmartNews", "Flipboard", "PR Newswire",
    "Business Wire", "GlobeNewswire", "Accesswire",
)


@pytest.mark.parametrize("name", CARRIERS)
def test_aggregators_and_redistributors_are_carriers(name: str) -> None:
    """What only passes on others' words is never an origin, a wire or a page's inferred publisher."""
    row = OUTLETS.find(name)
    assert row is not None
    assert row.is_carrier
    assert not row.is_wire
    assert not row.is_publisher


def test_states_and_public_service_are_told_apart() -> None:
    """An agency of a state is a state medium; a broadcaster that a law keeps independent is none."""
    assert OUTLETS.find("TASS").is_state_medium
    assert OUTLETS.find("Xinhua").is_state_medium
    assert not OUTLETS.find("BBC").is_state_medium
    assert OUTLETS.find("BBC").state == "public service"
    assert not OUTLETS.find("Reuters").is_state_medium


@pytest.mark.parametrize("name", COMMON_WORDS)
def test_common_words_need_a_cue(name: str) -> None:
    """They are found where something says that an outlet is meant, not alone."""
    assert OUTLETS.find_plain(name) is None
    assert not OUTLETS.is_plain(name)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("The minister told Time that talks would go on.", "Time", True),
        ("Time will tell whether the bridge holds.", "Time", False),
        ("Readers of the Sun newspaper had asked first.", "Sun", True),
        ("The Sun reported that the fence was down.", "The Sun", True),
        ("They walked until the Sun went down.", "Sun", False),
        ("A Metro train stood in the tunnel.", "Metro", False),
        ("In an interview with the Mirror he denied it.", "Mirror", True),
        ("Hill reported a loss for the quarter.", "Hill", False),
        ("The Hill reported that the vote was put off.", "The Hill", True),
        ("Reuters could not reach the ministry.", "Reuters", True),
    ],
)
def test_a_common_word_is_an_outlet_beside_a_word_that_says_so(text: str, name: str, said: bool) -> None:
    """The cue stands just before or just after; a name with an article needs its article."""
    start = text.index(name)
    assert OUTLETS.is_said(text, start, start + len(name)) is said


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By STAFF, Associated Press", ["Associated Press"]),
        ("By Jane Roe, The Associated Press", ["Associated Press"]),
        ("MARBRIN (AP) —", ["Associated Press"]),
        ("AFP/Reuters", ["Agence France-Presse", "Reuters"]),
        ("Jane Roe | Time", ["Time"]),
        ("By Jane Roe for Metro", ["Metro"]),
        ("Ann Metro and Sun Lee", []),
        ("Time to read: 4 minutes", []),
        ("/PRNewswire/ -- Harbour Holdings", ["PR Newswire"]),
        ("TUNIS, March 5 (TAP)", ["TAP"]),
        ("TAP TO UNMUTE", []),
        ("By Ann Lee, Kaiser Health News", ["KFF Health News"]),
    ],
)
def test_a_line_of_credit_names_its_outlets(line: str, names: list[str]) -> None:
    """In the order of the line; a common word only where it is a part of the line by itself."""
    assert [row.name for row in OUTLETS.find_credits(line)] == names


def test_a_row_holds_for_its_time() -> None:
    """An outlet that was sold is one row before and one after: the day decides, else the row that still holds."""
    before = make_row("The Quay", domains=("quay.example",), family="Old House", valid_until="2021-06")
    after = make_row("The Quay", domains=("quay.example",), family="New House", valid_from="2021-07")
    outlets = Outlets((before, after), OutletCues(()))
    assert outlets.find("Quay", on="2020-01-01") is before
    assert outlets.find("The Quay", on="2021-06-30") is before
    assert outlets.by_host("quay.example", on="2021-07-01") is after
    assert outlets.by_host("quay.example") is after
    closed = Outlets((before,), OutletCues(()))
    assert closed.by_host("quay.example") is before
    assert closed.by_host("quay.example", on="2023") is None


def test_a_shared_name_needs_a_country() -> None:
    """Two papers of one name are nobody until the country is known; the row whose own name it is comes first."""
    north = make_row("The Beacon North", common=("The Beacon",), country="SWE")
    south = make_row("The Beacon South", common=("The Beacon",), country="ITA")
    outlets = Outlets((north, south), OutletCues(()))
    assert outlets.find("The Beacon") is None
    assert outlets.find("Beacon", country="ITA") is south


def test_one_more_row_is_one_more_outlet(tmp_path: Path) -> None:
    """A table laid beside the others is read; nothing else is needed."""
    folder = tmp_path / "world" / "outlets"
    folder.mkdir(parents=True)
    (tmp_path / "en").mkdir()
    shutil.copy(FOLDER / "en" / "outlet_cues.tsv", tmp_path / "en")
    cells = (
        "The Skerry Post", "newspaper", "NOR", "skerrypost.example", "Skerry House", "SKPost", "", "(SKP)",
        "promotion:Back us", "en", "", "", "", "own",
    )
    (folder / "mine.tsv").write_text("\t".join(HEADER.split()) + "\n" + "\t".join(cells) + "\n", encoding="utf-8")
    outlets = load_outlets(tmp_path)
    assert outlets.find("skerry post").family == "Skerry House"
    assert outlets.by_host("https://m.skerrypost.example/a").name == "The Skerry Post"
    assert outlets.find_credits("VARDE (SKP) -")[0].name == "The Skerry Post"
    assert [phrase.kind for phrase in list_own_phrases(outlets.rows[0])] == ["promotion"]


def test_furniture_of_a_row_is_found_on_pages_and_a_wrong_kind_is_said() -> None:
    """KIND:WORDS speaks for lines that open with the words, or hold them where "…" stands first."""
    row = make_row("The Skerry Post", furniture=("promotion:Back the Skerry fund", "legal:…Skerry House Ltd"))
    furniture = Furniture(list_own_phrases(row), (), ())
    assert [found.kind for found in furniture.find_phrases(["back", "the", "skerry", "fund", "today"])] == ["promotion"]
    assert [found.kind for found in furniture.find_phrases(["©", "2024", "skerry", "house", "ltd"])] == ["legal"]
    assert furniture.find_phrases(["they", "back", "the", "skerry", "fund"]) == []
    with pytest.raises(BadLexicon, match="KIND:WORDS"):
        list(list_own_phrases(dataclasses.replace(row, furniture=("boat:Back us",))))


def test_all_tables_have_the_same_columns() -> None:
    """One header for every region, so that a row can be moved by cutting and pasting."""
    for path in sorted((FOLDER / "world" / "outlets").glob("*.tsv")):
        header = next(line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("#"))
        assert header.split("\t") == HEADER.split()
        assert load_rows(path, Outlet)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("telegrafi.com", "Telegrafi"), ("acap.cf", "ACAP"), ("e1.ru", "E1.ru"), ("segye.com", "Segye Ilbo"),
        ("ipn.ge", "Interpressnews"),
        ("elwatannews.com", "El Watan News"), ("srherald.com", "Suriname Herald"), ("berria.eus", "Berria"),
    ],
)
def test_outlets_of_every_region_are_known_by_their_hosts(host: str, name: str) -> None:
    """Some of each region, and hosts that an outlet has besides its first."""
    found = OUTLETS.by_host(f"https://www.{host}/a/story.html")
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("name", ["Jowhar", "Gordon", "Sega", "Origo"])
def test_names_of_towns_people_and_things_need_a_cue(name: str) -> None:
    """In running text they mean no outlet by themselves."""
    assert OUTLETS.find_plain(name) is None
