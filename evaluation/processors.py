"""How far the reader's labels differ between types of processor: int8 products are rounded differently without VNNI.

`python -m evaluation.processors OUT` reads our own development sentences and writes every label;
`python -m evaluation.processors ONE OTHER` counts the differences. Another type may be played, for example by
`qemu-x86_64 -cpu Haswell-v4 .venv/bin/python -m evaluation.processors OUT`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from copydesk.language import load_reader
from evaluation.own_news import list_lines, list_paragraphs, list_parts

LAYERS = ("tag", "fine", "head", "relation", "name")


def read_layers() -> dict[str, list[str]]:
    """Every word's label in each layer, over all paragraphs; a name's label stands at each of its words."""
    reader = load_reader()
    layers: dict[str, list[str]] = {layer: [] for layer in LAYERS}
    for text, _ in list_paragraphs(list_parts()["own_dev"]):
        reading, _ = reader.read(text, list_lines(text))
        names = ["-"] * len(reading.tokens)
        for name in reading.names:
            names[name.first : name.last] = [f"{name.start} {name.label}"] * (name.last - name.first)
        for token, named in zip(reading.tokens, names, strict=True):
            found = (token.tag, token.fine, str(token.head), token.relation, named)
            for layer, label in zip(LAYERS, found, strict=True):
                layers[layer].append(label)
    return layers


def compare_layers(one: dict[str, list[str]], other: dict[str, list[str]]) -> list[str]:
    """A line a layer. Raises ValueError where the two hold other words."""
    lines = []
    for layer in LAYERS:
        pairs = list(zip(one[layer], other[layer], strict=True))
        differing = sum(first != second for first, second in pairs)
        lines.append(f"{layer}: {differing} of {len(pairs)} labels differ ({differing / max(len(pairs), 1):.3%})")
    return lines


def main(paths: Sequence[Path]) -> None:
    """Write, or compare."""
    if len(paths) == 1:
        paths[0].write_text(json.dumps(read_layers()) + "\n", encoding="utf-8")
    elif len(paths) == 2:
        print("\n".join(compare_layers(*(json.loads(path.read_text(encoding="utf-8")) for path in paths))))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
