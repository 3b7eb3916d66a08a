"""WHO SAID WHAT: cues, contents, speakers, addressees, relays, certainty; and whether what is told happened."""

from copydesk.attribute.find import find_statements
from copydesk.attribute.predicates import find_predicates

__all__ = ["find_predicates", "find_statements"]
