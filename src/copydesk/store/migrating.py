"""Tables brought from one version to the next by Alembic, in one transaction: an older ledger opens, or stays as it was."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from copydesk.store.opening import Ledger
from copydesk.store.schema import VERSION


def migrate(opened: Ledger, version: str | None, *, to: str = VERSION) -> None:
    """Bring a ledger's tables to a version, by default ours. version: of its tables now, None where it has none."""
    with opened.writing() as connection:
        config = _config(connection)
        if version is not None and version > to:
            command.downgrade(config, to)
        else:
            command.upgrade(config, to)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
