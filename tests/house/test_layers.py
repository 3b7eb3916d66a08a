"""Who may import whom (docs/house.md), read from the imports themselves."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src" / "copydesk"
WORDS = {"record", "lexicon", "language"}
MAY_IMPORT = {
    "record": set(),
    "lexicon": {"record"},
    "language": {"record", "lexicon"},
    "read": {"record", "lexicon"},
    "clean": WORDS,
    "resolve": WORDS,
    "attribute": WORDS,
    "events": WORDS,
    "compare": WORDS,
    "follow": WORDS,
    "edit": {"record", "lexicon"},
    "write": {"record", "lexicon"},
    "fetch": {"record"},
    "store": {"record"},
    "run": {
        "record",
        "lexicon",
        "language",
        "read",
        "fetch",
        "clean",
        "resolve",
        "attribute",
        "events",
        "compare",
        "follow",
        "edit",
        "store",
    },
    "serve": {"record", "run", "store", "write"},
    "cli": {"record", "run", "store", "write", "serve"},
}
ROOMLESS = {"__init__.py", "facade.py", "errors.py"}  # the facade stands in front of the house
HEAVY = (
    "onnxruntime", "spacy", "trafilatura", "lxml", "jinja2", "msgspec", "rich", "protego", "ray", "pyarrow", "fastapi",
    "fastwarc", "pypdf", "altair", "vl_convert",
)  # fmt: skip


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            yield node.module or ""


def rooms() -> list[str]:
    return sorted(p.name for p in PACKAGE.iterdir() if p.is_dir() and list(p.glob("*.py")))


def files() -> list[Path]:
    return [p for p in sorted(PACKAGE.rglob("*.py")) if not (p.parent == PACKAGE and p.name in ROOMLESS)]


def room_of(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if parts[0] == "copydesk" and len(parts) > 1 else None


def test_every_room_has_a_rule() -> None:
    """A new folder must say in the table whom it may import."""
    assert set(rooms()) <= set(MAY_IMPORT)


def test_rooms_import_only_what_the_table_allows() -> None:
    """Data flows one way: a room imports itself, `errors` and the rooms its row names."""
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in files()
        for name in imported(path)
        if (room := room_of(name))
        and room != "errors"
        and room not in MAY_IMPORT[path.relative_to(PACKAGE).parts[0]] | {path.relative_to(PACKAGE).parts[0]}
    ]
    assert wrong == []


def test_nobody_imports_the_facade() -> None:
    """`copydesk` itself and `copydesk.facade` are for users; the rooms import each other by name."""
    wrong = [f"{path.name}: {name}" for path in files() for name in imported(path) if name in ("copydesk", "copydesk.facade")]
    assert wrong == []


def test_the_longest_chain_of_rooms_is_at_most_six() -> None:
    """No cycle, and a newcomer can hold the longest way through the house in mind."""

    @cache
    def depth(room: str) -> int:
        used = {
            other
            for path in files()
            if path.relative_to(PACKAGE).parts[0] == room
            for name in imported(path)
            if (other := room_of(name)) and other not in (room, "errors")
        }
        return 1 + max((depth(other) for other in used), default=0)

    assert max(depth(room) for room in rooms()) <= 6


def test_only_the_fetching_room_opens_connections() -> None:
    """Whatever reaches out goes through the one guarded client; nothing that could is imported elsewhere."""
    reaching = {"socket", "ssl", "http.client", "urllib.request", "ftplib", "smtplib", "httpx", "requests", "urllib3"}
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in files()
        for name in imported(path)
        if name in reaching and path.relative_to(PACKAGE).parts[0] != "fetch"
    ]
    assert wrong == []


def test_only_the_store_speaks_to_databases() -> None:
    """Tables, transactions and their libraries are the store's; the others ask it."""
    databases = {"sqlalchemy", "alembic", "sqlite3", "psycopg"}
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in files()
        for name in imported(path)
        if name.split(".")[0] in databases and path.relative_to(PACKAGE).parts[0] != "store"
    ]
    assert wrong == []


def test_nothing_opens_the_loopback_address() -> None:
    """The test-only rule is named where it is defined and asked, and set nowhere in the package."""
    told = {path.name for path in files() if "loopback_for_tests" in path.read_text(encoding="utf-8")}
    assert told == {"rules.py", "resolving.py"}
    assert not any("loopback_for_tests=" in path.read_text(encoding="utf-8") for path in files())


def test_each_heavy_library_is_known_to_one_room_file() -> None:
    """What is heavy is imported in exactly one file each, so that it can be replaced there."""
    users: dict[str, set[str]] = {}
    for path in files():
        for name in imported(path):
            if (top := name.split(".")[0]) in HEAVY:
                users.setdefault(top, set()).add(str(path.relative_to(PACKAGE)))
    users.pop("msgspec", None)  # the codec, and the one record whose JSON name is no Python name
    assert {library: sorted(paths) for library, paths in users.items() if len(paths) > 1} == {}
