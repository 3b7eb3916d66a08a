"""Reports as they were once written: by the hash of their JSON, each once, the page's text apart from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, Table, insert, select

from copydesk.record import Report
from copydesk.record.codec import read_report_json, write_json
from copydesk.store.counting import split_up
from copydesk.store.schema import report_versions, texts


def hash_words(words: str) -> str:
    """SHA-256 of text in UTF-8, in hexadecimal. Raises UnicodeEncodeError for half a surrogate pair."""
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def keep_version(connection: Connection, report: Report) -> str:
    """Keep a report as it is now; the id of this version, the same for the same report."""
    text = hash_words(report.page.text)
    packed = write_json(replace(report, page=replace(report.page, text="")))
    version = hash_words(f"{text}\n{packed}")
    if not _is_kept(connection, report_versions, version):
        if not _is_kept(connection, texts, text):
            connection.execute(insert(texts).values(sha256=text, text=report.page.text))
        connection.execute(insert(report_versions).values(sha256=version, text_sha256=text, json=packed))
    return version


def load_versions(connection: Connection, versions: Iterable[str]) -> Mapping[str, Report]:
    """The reports of these versions, by version."""
    found: dict[str, Report] = {}
    held: dict[str, str] = {}
    for some in split_up(dict.fromkeys(versions)):
        rows = connection.execute(select(report_versions).where(report_versions.c.sha256.in_(some))).all()
        wanted = {row.text_sha256 for row in rows} - held.keys()
        held.update(connection.execute(select(texts.c.sha256, texts.c.text).where(texts.c.sha256.in_(wanted))).all())
        for row in rows:
            report = read_report_json(row.json)
            found[row.sha256] = replace(report, page=replace(report.page, text=held[row.text_sha256]))
    return found


def _is_kept(connection: Connection, table: Table, sha256: str) -> bool:
    return connection.execute(select(table.c.sha256).where(table.c.sha256 == sha256)).first() is not None
