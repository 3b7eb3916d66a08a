"""Bodies are counted while they are inflated."""

import gzip
import random
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import NotFetched
from copydesk.fetch.inflating import Inflater
from copydesk.fetch.rules import FetchRules

NOISE = random.Random(7).randbytes(300_000)


def inflate(packed: bytes, step: int = 1000, **numbers: int) -> bytes:
    inflater = Inflater(packed=True, rules=FetchRules(**numbers))
    for start in range(0, len(packed), step):
        inflater.feed(packed[start : start + step])
    return inflater.finish()


@pytest.mark.parametrize("step", [1, 17, 65536])
@pytest.mark.parametrize("body", [b"", b"a", b"The harbour reopened. " * 9000, NOISE[:4000]])
def test_whatever_the_pieces_the_body_is_whole(body: bytes, step: int) -> None:
    """Byte by byte or at once; long runs that inflate beyond one step too."""
    assert inflate(gzip.compress(body), step) == body


@given(st.binary(max_size=300), st.integers(1, 40))
def test_any_bytes_as_gzip_give_a_body_or_a_reason(packed: bytes, step: int) -> None:
    """No other exception, whatever comes."""
    try:
        told = isinstance(inflate(packed, step), bytes)
    except NotFetched as fault:
        told = bool(fault.reason)
    assert told


def test_several_gzip_files_are_one_body_and_bytes_after_them_are_passed_over() -> None:
    """As browsers read them; padding with NULs too."""
    two = gzip.compress(b"one ") + gzip.compress(b"two")
    assert inflate(two) == inflate(two + b"\0" * 99) == inflate(two + b"tail that is no gzip") == b"one two"


def test_a_bomb_is_cut_at_the_cap_and_never_held() -> None:
    """200 MB of zeros come as 200 kB; what is held stays near the cap."""
    packed = gzip.compress(bytes(200_000_000), 9)
    tracemalloc.start()
    with pytest.raises(NotFetched, match="ratio"):
        inflate(packed, 65536, ratio_from=1_000_000)
    with pytest.raises(NotFetched, match="size"):
        inflate(packed, 65536, body=2_000_000, ratio=10_000)
    assert tracemalloc.get_traced_memory()[1] < 12_000_000
    tracemalloc.stop()


def test_a_body_of_exactly_the_cap_passes() -> None:
    """The cap is the last size that is taken."""
    body = NOISE[:2000]
    assert inflate(gzip.compress(body), body=2000) == body
    with pytest.raises(NotFetched, match="size"):
        inflate(gzip.compress(body), body=1999)


def test_a_bomb_of_many_small_files_is_cut() -> None:
    """A thousand empty gzip files cost time and hold nothing."""
    with pytest.raises(NotFetched, match="ratio"):
        inflate(gzip.compress(b"x") * 1000)


@pytest.mark.parametrize("cut", [1, 5, 11, 500])
def test_gzip_that_ends_early_is_refused(cut: int) -> None:
    """Half a page is not taken for a page."""
    with pytest.raises(NotFetched, match="cut short"):
        inflate(gzip.compress(NOISE)[:-cut])


def test_what_is_no_gzip_is_refused() -> None:
    """A header that lies, and a damaged middle."""
    with pytest.raises(NotFetched, match="encoding"):
        inflate(b"<p>The harbour reopened.</p>")
    damaged = bytearray(gzip.compress(NOISE))
    damaged[-6] ^= 255  # the check sum
    with pytest.raises(NotFetched, match="encoding"):
        inflate(bytes(damaged))
