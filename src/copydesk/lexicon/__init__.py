"""WORDS AND WORLD: data files whose every row has an origin, and the loaders that freeze them into one World."""

from copydesk.lexicon.world import World, load_world

__all__ = ["World", "load_world"]
