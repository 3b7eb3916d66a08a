"""Ids derived from content alone: never from creation time, batch, order or machine."""

from __future__ import annotations

import hashlib

DIGITS = 16  # hexadecimal: 64 bits, one expected clash in four billion records


def derive_id(kind: str, *parts: object) -> str:
    """`kind:0123456789abcdef`, the same for the same parts on every machine. None and "" are told apart."""
    joined = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return f"{kind}:{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"
