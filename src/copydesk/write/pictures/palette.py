"""Colours by name, on light paper and on dark; pairs that must be told apart differ for colour-blind eyes, and in form too."""

from __future__ import annotations

# name: on light paper, on dark paper. Each light one occurs once, so that a rendered picture's colours can be named again.
COLOURS: dict[str, tuple[str, str]] = {
    "paper": ("#fbfaf7", "#171614"), "ink": ("#1d1b18", "#e9e5dc"), "soft": ("#6a655c", "#a59f93"),
    "rule": ("#b9b3a4", "#55514a"), "hair": ("#e7e3d8", "#2b2925"), "wash": ("#f3f1ea", "#1e1d1a"),
    "accent": ("#7a2e22", "#e09a86"), "land": ("#ebe7db", "#2a2824"), "told": ("#dcd3bb", "#423d31"),
    "coast": ("#b5ad99", "#5c574c"),
    "agree": ("#0b5f8a", "#6db7e0"), "one": ("#9a5b00", "#e0ab57"), "unstated": ("#6b675f", "#a39d92"),
    "against": ("#b0381c", "#f28b70"), "past": ("#8b857b", "#7d776d"),
    "MC": ("#0a5c87", "#63b3e4"), "VC": ("#26749d", "#9ccbe8"), "VX": ("#a35f00", "#e6a23c"), "MX": ("#a8321a", "#f07f63"),
    "words": ("#706b63", "#938d82"),
}
FONT = '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif'  # of one width each, as measured
BY_HEX = {light: name for name, (light, _) in COLOURS.items()}


def paint(name: str) -> str:
    """The light colour of a name; "none" is no colour."""
    return "none" if name == "none" else COLOURS[name][0]


def write_style(*, standing_alone: bool) -> str:
    """The style sheet of pictures: every colour by its name, following the reader's light or dark mode.

    standing_alone: for a file of its own; inside a page the rules hold within `.picture` only.
    """
    inside = "" if standing_alone else ".picture "
    light = "".join(_rule(inside, name, pair[0]) for name, pair in COLOURS.items())
    dark = "".join(_rule(inside, name, pair[1]) for name, pair in COLOURS.items())
    return (
        f"{inside}text{{font-family:{FONT}}}"
        f"{inside}a{{cursor:pointer}}{inside}a:hover text,{inside}a:focus text{{text-decoration:underline}}"
        f"{light}@media screen and (prefers-color-scheme:dark){{{dark}}}"
    )


def _rule(inside: str, name: str, colour: str) -> str:
    return f"{inside}.f-{name}{{fill:{colour}}}{inside}.s-{name}{{stroke:{colour}}}"
