"""What is kept of a fetch: a folder with WARC files and one index row a page. Without a folder nothing is written."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import asdict, dataclass
from http.client import HTTPException
from pathlib import Path
from threading import Lock

import msgspec

from copydesk.errors import BadOption, NotFetched
from copydesk.fetch.addresses import Address
from copydesk.fetch.rules import FetchRules
from copydesk.fetch.warc import read_block, write_exchange, write_info
from copydesk.fetch.wire import Answers, Exchange, read_response

INDEX = "index.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One row of the index: what became of an address. Times ISO 8601 in UTC; sha256: of the unpacked body, hex.

    address: the final one. warc, offset, size: where its response record lies, None where nothing came.
    """

    asked: str
    address: str
    redirects: tuple[str, ...] = ()
    status: int | None = None
    ip: str | None = None
    fetched_at: str
    media_type: str | None = None
    sha256: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    warc: str | None = None
    offset: int | None = None
    size: int | None = None
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A kept page that is whole: what can be asked for conditionally."""

    row: Kept
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def conditions(self) -> list[tuple[str, str]]:
        """The request headers that ask for the page only where it changed."""
        named = (("If-None-Match", self.row.etag), ("If-Modified-Since", self.row.last_modified))
        return [(name, value) for name, value in named if value]


class Keeping:
    """A folder: `copydesk-<time>.warc.gz`, one for each run that fetched anything, and `index.jsonl` for all of them.

    An exchange is in the file before its page is read on. Raises BadOption where the folder cannot be used.
    """

    def __init__(self, folder: Path, *, agent: str) -> None:
        self._folder, self._agent = folder, agent
        self._file: Path | None = None
        self._earlier: dict[str, Kept] = {}
        self._guard = Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if (folder / INDEX).exists():
                self._earlier = load_index(folder / INDEX)
        except OSError as fault:
            raise BadOption(f"--keep {folder}: cannot be used ({fault.strerror})") from fault

    def keep(self, exchange: Exchange, *, since: Kept | None = None) -> tuple[str, int, int]:
        """Append an exchange; where its records lie: file name, offset and size in bytes."""
        packed = write_exchange(exchange, since=(since.address, since.fetched_at) if since else None)
        try:
            with self._guard:
                path = self._file or self._open_file(exchange.began)
                with path.open("ab") as file:
                    offset = file.tell()
                    file.write(packed)
        except OSError as fault:
            raise BadOption(f"--keep {self._folder}: cannot be written ({fault.strerror})") from fault
        return path.name, offset, len(packed)

    def note(self, row: Kept) -> None:
        """Add a row to the index."""
        told = {name: value for name, value in asdict(row).items() if value not in (None, ())}
        try:
            with self._guard, (self._folder / INDEX).open("a", encoding="utf-8") as file:
                file.write(json.dumps(told, ensure_ascii=False) + "\n")
        except OSError as fault:
            raise BadOption(f"--keep {self._folder}: cannot be written ({fault.strerror})") from fault
        _learn(self._earlier, row)

    def find_earlier(self, address: Address, rules: FetchRules) -> Earlier | None:
        """The latest whole page kept from exactly this address whose server named an ETag or a time of change.

        None, too, where the record is gone or damaged: its body must have the hash that the index names.
        """
        row = self._earlier.get(address.url)
        if row is None:
            return None
        again = Exchange(address=address, ip=row.ip or "", began=row.fetched_at, request=b"")
        try:
            kept = io.BytesIO(self._read_record(row, rules))
            read_response(Answers(kept), again, rules, wanted=lambda head: head.status == 200)
        except (OSError, ValueError, HTTPException, NotFetched):
            return None
        whole = hashlib.sha256(again.body).hexdigest() == row.sha256
        return Earlier(row=row, headers=again.head.headers, body=again.body) if again.head and whole else None

    def _read_record(self, row: Kept, rules: FetchRules) -> bytes:
        if row.warc is None or row.offset is None or Path(row.warc).name != row.warc:
            raise ValueError("no record in this folder")
        with (self._folder / row.warc).open("rb") as file:
            file.seek(row.offset)
            return read_block(file.read(max(0, row.size or 0)), most=rules.head + 2 * rules.wire)

    def _open_file(self, began: str) -> Path:
        name = "copydesk-" + began.replace("-", "").replace(":", "")
        number = 0
        while True:
            path = self._folder / f"{name}{f'-{number}' if number else ''}.warc.gz"
            try:
                with path.open("xb") as file:  # a run never writes into another's file
                    file.write(write_info(self._agent, began))
            except FileExistsError:
                number += 1
                continue
            self._file = path
            return path


def load_index(path: Path) -> dict[str, Kept]:
    """The latest kept page of each address that can be asked for conditionally; rows that do not fit are passed over."""
    earlier: dict[str, Kept] = {}
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                _learn(earlier, msgspec.json.decode(line, type=Kept))
            except (msgspec.MsgspecError, UnicodeError, RecursionError):
                continue
    return earlier


def _learn(earlier: dict[str, Kept], row: Kept) -> None:
    if row.status == 200 and row.refused is None and row.warc and (row.etag or row.last_modified):
        earlier[row.address] = row

