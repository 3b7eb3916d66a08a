"""Words a second of the reader from raw text, in one process and in two: `python -m benches.reader [--peer FOLDER]`.

`--peer` names a spaCy pipeline to measure beside ours on the same texts, such as the one `training.peer_cnn` makes.
"""

from __future__ import annotations

import argparse

from benches.worker import Cost, count_words, load_articles, measure


def main() -> None:
    """Print a table: every row the best of the rounds, which take turns so that a busy machine treats all alike."""
    options = read_options()
    texts = load_articles(options.words)
    words = count_words(texts)
    kinds: list[tuple[str, str, str | None]] = [("ours", "records", options.weights)]
    kinds += [("peer", "peer", options.peer)] if options.peer else []
    alone: dict[str, list[Cost]] = {name: [] for name, _, _ in kinds}
    paired: dict[str, list[float]] = {name: [] for name, _, _ in kinds}
    for _ in range(options.rounds):
        for name, kind, folder in kinds:
            alone[name] += measure(kind, folder, [texts])
            both = measure(kind, folder, [texts[::2], texts[1::2]])
            paired[name].append(max(cost.reading_wall for cost in both))
    print(f"{len(texts)} articles, {words} words, best of {options.rounds} rounds; words a second")
    print(f"{'':6} {'a core':>8} {'1 process':>10} {'2 processes':>12} {'ratio':>6} {'load, s':>8} {'peak, MB':>9}")
    for name, costs in alone.items():
        processor, wall = min(cost.reading for cost in costs), min(cost.reading_wall for cost in costs)
        two = min(paired[name])
        print(
            f"{name:6} {words / processor:8.0f} {words / wall:10.0f} {words / two:12.0f} {wall / two:6.2f} "
            f"{min(cost.start for cost in costs):8.2f} {max(cost.memory for cost in costs):9.0f}"
        )
    print("a core: by processor time. 1, 2 processes: by the clock, each reading its share. load: processor seconds.")


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benches.reader", description=__doc__)
    parser.add_argument("--peer", metavar="FOLDER", help="a spaCy pipeline to measure beside ours")
    parser.add_argument("--weights", metavar="FOLDER", help="our weights; the default is the package's own")
    parser.add_argument("--words", type=int, default=20_000, help="about how many words to read (default 20,000)")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    main()
