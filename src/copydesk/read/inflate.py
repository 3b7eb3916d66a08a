"""gzip files, inflated with a cap on size and on how much they may swell; wrong and cut-off ones are told."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import BinaryIO

GZIP = b"\x1f\x8b"
MAX_SIZE = 200_000_000  # bytes inflated
# Times a file may swell, once it is beyond a megabyte: feeds and exports reach 40, bombs 1,000.
MAX_RATIO = 200
_STEP = 1_000_000
_PIECE = 16_384  # bytes taken at a time: what follows the end of a member is copied, and there may be many members


@dataclass(frozen=True, slots=True)
class Inflated:
    """raw: what could be inflated, the whole or a beginning. fault: what went wrong, None where nothing did."""

    raw: bytes
    fault: str | None = None


def inflate(packed: bytes) -> Inflated:
    """All members of a gzip file. A bomb gives b"", a file that is cut off what lies before the cut, each with its fault."""
    parts: list[bytes] = []
    size = 0
    rest, at = _pass_zeros(packed, b"", 0)
    while rest:
        stream = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            while not stream.eof:
                if not rest:
                    rest, at = packed[at : at + _PIECE], at + _PIECE
                piece = stream.decompress(rest, _STEP)
                rest = stream.unconsumed_tail or stream.unused_data
                size += len(piece)
                parts.append(piece)
                if size > MAX_SIZE or size > max(_STEP, MAX_RATIO * len(packed)):
                    fault = f"the gzip file swells to more than {size - 1:,} bytes: unpack it yourself if you trust it"
                    return Inflated(b"", fault)
                if not rest and not piece and not stream.eof and at >= len(packed):
                    return Inflated(b"".join(parts), "the gzip file is cut off: what lies behind is lost")
        except zlib.error as fault:
            return Inflated(b"".join(parts), f"the gzip file is damaged ({fault}): what lies behind is lost")
        rest, at = _pass_zeros(packed, stream.unused_data, at)
    return Inflated(b"".join(parts))


def _pass_zeros(packed: bytes, rest: bytes, at: int) -> tuple[bytes, int]:
    """What follows the padding between two members, and where it was taken up to."""
    rest = rest.lstrip(b"\x00")
    while not rest and at < len(packed):
        rest, at = packed[at : at + _PIECE].lstrip(b"\x00"), at + _PIECE
    return rest, at


def peek(packed: bytes, size: int = 65_536) -> bytes:
    """The first bytes of what a gzip file holds; b"" where it cannot be inflated."""
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(packed[:size], size)
    except zlib.error:
        return b""


def is_cut_off(file: BinaryIO, position: int) -> bool:
    """Whether the gzip member that begins at `position`, or one after it, ends too early. Damage is not looked for."""
    file.seek(position)
    rest = file.read(_STEP)
    while rest:
        stream = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            while not stream.eof:
                stream.decompress(rest, _STEP)
                rest = stream.unconsumed_tail or stream.unused_data or file.read(_STEP)
                if not rest and not stream.eof:
                    return True
        except zlib.error:
            return False
        rest = (stream.unused_data or file.read(_STEP)).lstrip(b"\x00")
    return False
