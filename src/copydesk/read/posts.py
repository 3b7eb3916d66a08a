"""Posts and messages of any network as short articles: their author is the outlet; replies and reposts are said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copydesk.read.entries import Entry, Gap, Part, clean_line, tell_left_out

MAX_POSTS = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post. author: whose words they are; carrier: who passed them on, where that is somebody else.

    text or markup: the words. published, carried, modified: ISO 8601 with its zone, None where unknown. reply_to: to whom
    or what it answers. pictures: alternative texts, "" where there is none. warning: what its author put before it. choices: of
    a poll.
    """

    author: str | None
    published: str | None
    text: str | None = None
    markup: str | None = None
    carrier: str | None = None
    carried: str | None = None
    modified: str | None = None
    url: str | None = None
    language: str | None = None
    reply_to: str | None = None
    quotes: str | None = None
    pictures: tuple[str, ...] = ()
    warning: str | None = None
    is_cut: bool = False
    choices: tuple[str, ...] = ()

    def notes(self) -> Iterator[str]:
        """What a reader must know of the post besides its words."""
        if self.carrier:
            yield f"a repost by {self.carrier}" + (f" at {self.carried}" if self.carried else "")
        if self.is_cut:
            yield "the repost holds only the beginning of the words"
        if self.reply_to:
            yield f"a reply to {self.reply_to}, whose words are not part of it"
        if self.quotes:
            yield f"it quotes {self.quotes}"
        if self.warning:
            yield f"its author put a warning before it: {self.warning}"
        if self.choices:
            yield f"a poll left out, whose choices are: {'; '.join(self.choices)}"
        if self.pictures:
            described = "; ".join(text for text in self.pictures if text)
            yield f"pictures, films or files left out: {len(self.pictures)}" + (f" ({described})" if described else "")


def read_posts(posts: Iterable[Post | str], *, media_type: str, of: str) -> Iterator[Part]:
    """One entry a post with words, numbered; then what was left out. A str among the posts is the kind of what is left out.

    of: "the chat", "the archive".
    """
    left_out: Counter[str] = Counter()
    number = 0
    for post in posts:
        if isinstance(post, str):
            left_out[post] += 1
        elif not clean_line(post.text or post.markup):
            left_out["posts without words"] += 1
        elif number >= MAX_POSTS:
            left_out[f"posts beyond the first {MAX_POSTS:,}"] += 1
        else:
            number += 1
            yield Entry(
                number=number, basis="post", media_type=media_type, text=post.text, url=post.url, published=post.published,
                markup=post.markup if post.text is None else None, modified=post.modified, outlet=clean_line(post.author),
                language=post.language, is_short=True, notes=tuple(post.notes()),
            )
    if not number and not left_out:
        yield Gap(reason=f"{of} holds no post")
    yield from tell_left_out(left_out, of=of)


def text_of(value: object) -> str | None:
    """A string of parsed JSON; None where it is something else or empty."""
    return value if isinstance(value, str) and value else None


def rows_of(value: object) -> list[dict[str, object]]:
    """The objects of a list of parsed JSON; none where it is something else."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def row_of(value: object) -> dict[str, object]:
    """An object of parsed JSON; an empty one where it is something else."""
    return value if isinstance(value, dict) else {}
