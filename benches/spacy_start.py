"""What spaCy at run time would cost: start-up, memory and speed of our reader without it, beside it and inside it.

`python -m benches.spacy_start [WORDS] [ROUNDS]`; needs the extra `spacy`.
"""

from __future__ import annotations

import sys

from benches.worker import Cost, count_words, load_articles, measure

KINDS = ("records", "beside spaCy", "components")


def main() -> None:
    """Print one row a way, the best of the rounds, which take turns."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    texts = load_articles(wanted)
    words = count_words(texts)
    seen: dict[str, list[Cost]] = {kind: [] for kind in KINDS}
    for _ in range(rounds):
        for kind in KINDS:
            seen[kind] += measure(kind, None, [texts])
    print(f"{len(texts)} articles, {words} words, best of {rounds} rounds; seconds of processor time, MB at the peak")
    print(f"{'':14} {'start, s':>9} {'by clock':>9} {'start, MB':>10} {'read, MB':>9} {'words/s':>8}")
    for kind, costs in seen.items():
        print(
            f"{kind:14} {min(cost.start for cost in costs):9.2f} {min(cost.start_wall for cost in costs):9.2f} "
            f"{min(cost.start_memory for cost in costs):10.0f} {min(cost.memory for cost in costs):9.0f} "
            f"{words / min(cost.reading for cost in costs):8.0f}"
        )


if __name__ == "__main__":
    main()
