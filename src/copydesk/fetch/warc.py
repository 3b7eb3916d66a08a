"""Exchanges as WARC 1.1 records (ISO 28500:2017), each a gzip file of its own so that one can be read alone.

Blocks are the bytes as they came. The payload digest is that of the body without chunk marks, as the standard says;
record ids derive from content, so that the same exchange gives the same record.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import uuid
import zlib
from base64 import b32encode

from copydesk.fetch.wire import Exchange

_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_LINE_END = b"\r\n"
Fields = list[tuple[str, str]]


def write_info(agent: str, date: str) -> bytes:
    """The record that opens a file: who wrote it."""
    block = f"software: {agent}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n".encode()
    return _pack([("WARC-Type", "warcinfo"), ("WARC-Date", date), ("Content-Type", "application/warc-fields")], block)


def write_exchange(exchange: Exchange, *, since: tuple[str, str] | None = None) -> bytes:
    """The response first, then the request it belongs to.

    since: address and time of the earlier response that a 304 refers to. What was cut says so in WARC-Truncated.
    """
    revisit = exchange.head is not None and exchange.head.status == 304 and since is not None
    common = [("WARC-Date", exchange.began), ("WARC-Target-URI", exchange.address.url), ("WARC-IP-Address", exchange.ip)]
    fields = [("WARC-Type", "revisit" if revisit else "response"), *common]
    fields.append(("Content-Type", "application/http; msgtype=response"))
    if revisit and since:
        fields += [("WARC-Profile", _NOT_MODIFIED), ("WARC-Refers-To-Target-URI", since[0]), ("WARC-Refers-To-Date", since[1])]
    elif exchange.entity:
        fields.append(("WARC-Payload-Digest", digest(exchange.entity)))
    if exchange.cut:
        fields.append(("WARC-Truncated", exchange.cut))
    answer_id = _record_id(fields, exchange.response)
    asked: Fields = [("WARC-Type", "request"), *common, ("Content-Type", "application/http; msgtype=request")]
    return _pack(fields, exchange.response) + _pack([*asked, ("WARC-Concurrent-To", answer_id)], exchange.request)


def read_block(packed: bytes, *, most: int) -> bytes:
    """The block of the first record in `packed`. Raises ValueError where it is damaged or larger than `most` bytes."""
    try:
        record = zlib.decompressobj(wbits=31).decompress(packed, most)
    except zlib.error as fault:
        raise ValueError(f"a damaged record: {fault}") from fault
    stream = io.BytesIO(record)
    length = None
    while (line := stream.readline().strip()) and length is None:
        name, _, value = line.partition(b":")
        length = int(value) if name.lower() == b"content-length" else None
    head_end = record.find(_LINE_END * 2)
    block = record[head_end + 4 : head_end + 4 + (length or 0)]
    if head_end < 0 or length is None or len(block) != length:
        raise ValueError("a damaged record")
    return block


def digest(block: bytes) -> str:
    """SHA-1 in base 32, the form that WARC readers check."""
    return "sha1:" + b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()


def _record_id(fields: Fields, block: bytes) -> str:
    content = hashlib.sha256(repr(fields).encode() + block).hexdigest()
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}>"


def _pack(fields: Fields, block: bytes) -> bytes:
    rows = [("WARC-Record-ID", _record_id([one for one in fields if one[0] != "WARC-Concurrent-To"], block)), *fields]
    rows += [("WARC-Block-Digest", digest(block)), ("Content-Length", str(len(block)))]
    head = b"WARC/1.1\r\n" + b"".join(f"{name}: {value}\r\n".encode() for name, value in rows)
    return gzip.compress(head + _LINE_END + block + _LINE_END * 2, mtime=0)
