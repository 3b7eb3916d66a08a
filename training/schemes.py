"""Label schemes of names: the public ones, and ours, which learns from all of them.

A public label rarely says as much as ours: UNER's LOC may be a state, a place or a facility. So the head of our own
scheme ("house") is trained on sets of allowed labels: the loss asks only that the right set is likely, and sets that say
more (CrossNER's "country", "election") teach it to choose inside.
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
}

CAPITALISED_FIRST = ("uner", "wikigold", "wnut17", "crossner")  # which scheme teaches "house" where a sentence has several


def spread_labels(labels: tuple[str, ...]) -> tuple[str, ...]:
    """BIO labels of a list of types, "O" first."""
    return ("O", *(f"{mark}-{label}" for label in labels for mark in "BI"))


SCHEMES: dict[str, tuple[str, ...]] = {
    **{scheme: spread_labels(tuple(label for label in found if label != "O")) for scheme, found in ALLOWED.items()},
    "house": spread_labels(HOUSE),
}


def list_allowed() -> tuple[tuple[str, ...], ...]:
    """Every distinct set of house BIO labels that some public BIO label stands for."""
    return tuple(sorted({find_allowed(scheme, label) for scheme in ALLOWED for label in SCHEMES[scheme]}))


def find_allowed(scheme: str, label: str) -> tuple[str, ...]:
    """The house BIO labels that one public BIO label allows."""
    mark, _, kind = label.partition("-")
    if mark == "O":
        return tuple(
            each for own in ALLOWED[scheme]["O"] for each in (("O",) if own == "-" else (f"B-{own}", f"I-{own}"))
        )
    return tuple("O" if own == "-" else f"{mark}-{own}" for own in ALLOWED[scheme][kind])
