"""Bodies counted while they are inflated: a bomb is cut at the cap, not after it went off."""

from __future__ import annotations

import zlib

from copydesk.errors import NotFetched
from copydesk.fetch.rules import FetchRules

_STEP = 64 * 1024
_PIECE = 16 * 1024
_MEMBERS = 64  # gzip files in a row in one body; servers send one


class Inflater:
    """Takes a body in pieces as they come; `body` is what they hold."""

    def __init__(self, *, packed: bool, rules: FetchRules, members: int = _MEMBERS) -> None:
        self.body = bytearray()
        self._rules = rules
        self._taken = 0
        self._members, self._most_members = 1, members
        self._member = zlib.decompressobj(wbits=31) if packed else None
        self._over = False  # what follows the last member is padding

    def feed(self, piece: bytes) -> None:
        """Add a piece. Raises NotFetched where a cap is passed or the bytes are no gzip."""
        self._taken += len(piece)
        if self._member is None:
            self._add(piece)
        elif not self._over:
            self._inflate(piece)

    def finish(self) -> bytes:
        """The whole body. Raises NotFetched where a packed body ends early."""
        if self._member is not None and not self._member.eof and self._taken and not self._over:
            raise NotFetched("cut short", "sent a gzip body that ends early: try again")
        return bytes(self.body)

    def _inflate(self, piece: bytes) -> None:
        assert self._member is not None
        while not self._over:
            if self._member.eof:
                piece = piece.lstrip(b"\0")
                if not piece:
                    return
                self._next_member()
            try:
                out = self._member.decompress(piece, _STEP)
            except zlib.error as fault:
                if self._members > 1:  # bytes after a whole gzip file: passed over, as browsers do
                    self._over = True
                    return
                raise NotFetched("encoding", f"says its body is gzip, and it is not ({fault})") from fault
            self._add(out)
            piece = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            if not piece and (len(out) < _STEP or self._member.eof):
                return

    def _next_member(self) -> None:
        self._members += 1
        if self._members > self._most_members:
            raise NotFetched("ratio", f"sent more than {self._most_members} gzip files in one body")
        self._member = zlib.decompressobj(wbits=31)

    def _add(self, out: bytes) -> None:
        room = self._rules.body - len(self.body)
        self.body += out[:room]
        if len(out) > room:
            raise NotFetched("size", f"is larger than {self._rules.body:,} bytes once unpacked: save the page instead")
        if len(self.body) > max(self._rules.ratio_from, self._rules.ratio * self._taken):
            raise NotFetched("ratio", f"unpacks to more than {self._rules.ratio} times what was sent: it may be meant to harm")


def check_packed(body: bytes, rules: FetchRules) -> None:
    """Raises NotFetched where a gzip file that is itself the page passes the caps on what is unpacked, or ends early.

    Web archives hold one gzip member a record: members are not counted.
    """
    inflater = Inflater(packed=True, rules=rules, members=len(body))
    for at in range(0, len(body), _PIECE):
        inflater.feed(body[at : at + _PIECE])
    inflater.finish()
