"""Label schemes of names: the public ones, and ours, which learns from all of them.

A public label rarely says as much as ours: UNER's LOC may be a state, a place or a facility. So the head of our own
scheme ("house") is trained on sets of allowed labels: the loss asks only that the right set is likely, and sets that
say more (CrossNER's "country", or a name that `training.house` knows by its words) teach it to choose inside.
"""

from __future__ import annotations

HOUSE = (
    "person", "organisation", "state", "place", "group", "facility", "event", "weapon", "law", "work", "outlet",
)  # fmt: skip

# scheme -> its label -> ours, any of which may be meant; "-" is no name
ALLOWED: dict[str, dict[str, tuple[str, ...]]] = {
    "uner": {
        "O": ("-",),
        "PER": ("person",),
        "ORG": ("organisation", "outlet"),
        "LOC": ("place", "state", "facility"),
        "OTH": ("group", "event", "weapon", "law", "work"),
    },
    "wikigold": {
        "O": ("-",),
        "PER": ("person",),
        "ORG": ("organisation", "outlet"),
        "LOC": ("place", "state", "facility"),
        "MISC": ("group", "event", "weapon", "law", "work"),
    },
    "wnut17": {
        "O": ("-", "group", "event", "law"),
        "person": ("person",),
        "location": ("place", "state", "facility"),
        "corporation": ("organisation", "outlet"),
        "group": ("organisation", "group"),
        "product": ("-", "weapon", "work"),
        "creative-work": ("work", "outlet"),
    },
    "crossner": {
        "O": ("-",),
        "politician": ("person",),
        "person": ("person",),
        "organisation": ("organisation", "outlet"),
        "politicalparty": ("organisation",),
        "event": ("event",),
        "election": ("event",),
        "country": ("state",),
        "location": ("place", "facility"),
        "misc": ("group", "law", "work", "weapon", "outlet"),
    },
    "gum": {
        "O": ("-",),
        "person": ("person",),
        "organization": ("organisation", "outlet"),
        "place": ("place", "state", "facility"),
        "event": ("event",),
        "object": ("-", "weapon", "work", "facility"),
        "abstract": ("-", "work", "law", "group"),
    },
}
WITHOUT_HEAD = ("gum",)  # teaches our own head only
UNKNOWN = "?"  # a word of which nobody said whether it is part of a name


def spread_labels(labels: tuple[str, ...]) -> tuple[str, ...]:
    """BIO labels of a list of types, "O" first."""
    return ("O", *(f"{mark}-{label}" for label in labels for mark in "BI"))


SCHEMES: dict[str, tuple[str, ...]] = {
    **{
        scheme: spread_labels(tuple(label for label in found if label != "O"))
        for scheme, found in ALLOWED.items()
        if scheme not in WITHOUT_HEAD
    },
    "house": spread_labels(HOUSE),
}


def spread_allowed(allowed: str) -> tuple[str, ...]:
    """The house BIO labels that a written set stands for: "B:place|state" -> B-place, B-state; "-" in it is O."""
    mark, _, kinds = allowed.partition(":")
    if mark == "O":
        marks = [(kind, each) for kind in kinds.split("|") for each in ("BI" if kind != "-" else "O")]
        return tuple("O" if each == "O" else f"{each}-{kind}" for kind, each in marks)
    return tuple("O" if kind == "-" else f"{mark}-{kind}" for kind in kinds.split("|"))
