"""How long a ledger takes: 299 short articles of 75 invented matters, then one more; processor time of each step, and its size.

Run: python -m benches.ledger
"""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from copydesk.run import Known, load_desk
from copydesk.run.ledgers import find_given, read_captures, rebuild, take
from copydesk.store import Asked, list_stories, open_ledger, search

MATTERS, EACH = 75, 4
AT = "2026-01-01T00:00:00Z"
_SYLLABLES = ("ka", "lo", "mir", "ten", "sa", "vo", "dra", "nel", "pi", "tor", "gu", "shi", "bel", "rak", "zu", "fen", "ola")
_HAPPENED = ("ran aground", "caught fire", "went on strike", "closed its gates", "lost power", "was shelled", "was flooded")
_Result = TypeVar("_Result")


def write_rows(seed: int = 3) -> list[str]:
    """Rows of JSON Lines, an article each, in an order drawn from the seed."""
    draw = random.Random(seed)

    def name() -> str:
        return "".join(draw.choice(_SYLLABLES) for _ in range(3)).capitalize()

    rows = []
    for matter in range(MATTERS):
        town, person, body, happened = name(), f"{name()} {name()}", f"{name()} Council", draw.choice(_HAPPENED)
        things = [name().lower() for _ in range(12)]
        for number in range(EACH):
            lines = [
                f"The {draw.choice(things)} station in {town} {happened} on Monday, {body} said.",
                f"{person}, head of the {body}, said {draw.randint(2, 90)} were hurt near the {draw.choice(things)} bridge.",
                f"\"We will reopen the {draw.choice(things)} road by Friday,\" {person} told reporters in {town}.",
                f"Residents of {town} protested on Tuesday against the {draw.choice(things)} plan.",
            ]
            draw.shuffle(lines)
            told = {
                "id": f"{matter}-{number}", "text": "\n".join([f"{town} {things[0]} {happened}", *lines]),
                "created": f"2024-03-{1 + matter // 3 + number:02}", "outlet": f"The {name()} Post",
            }
            rows.append(json.dumps(told))
    draw.shuffle(rows)
    return rows


def main() -> None:
    """Print the processor time of each step."""
    rows = write_rows()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        ledger, desk = open_ledger(str(path), create=True), load_desk()
        for name, some in (("first.jsonl", rows[:-1]), ("second.jsonl", rows[-1:])):
            (Path(folder) / name).write_text("\n".join(some) + "\n", encoding="utf-8")
            for given in find_given([str(Path(folder) / name)], common=Known()):
                take(ledger, given, at=AT)
            read = _timed(f"read {len(some)}", lambda: list(read_captures(ledger, desk, version="bench", at=AT)))
            built = _timed("build stories", lambda: rebuild(ledger, desk, version="bench", at=AT))
            print(f"  {sum(one.articles for one in read)} articles; {len(built)} stories changed")
        with ledger.reading() as connection:
            print(f"{len(list_stories(connection))} stories")
            found = _timed("search a word", lambda: search(connection, Asked(words="bridge")))
            print(f"  {found.total} found")
        ledger.close()
        print(f"{path.stat().st_size / 1e6:.1f} MB")


def _timed(what: str, call: Callable[[], _Result]) -> _Result:
    started = time.process_time()
    result = call()
    print(f"{what}: {time.process_time() - started:.2f} s")
    return result


if __name__ == "__main__":
    main()
