"""`copydesk where`: every place named, where it lies, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import read_settled, story_options
from copydesk.cli.output import table_width, write_out
from copydesk.write import write_places_geojson, write_places_json, write_places_table


@click.command("where")
@story_options
@click.option("--json", "form", flag_value="json", help="JSON Lines: a row for each place named.")
@click.option("--geojson", "form", flag_value="geojson", help="A GeoJSON FeatureCollection, a Feature a place.")
def command(form: str | None, reader: str | None, corrections: Path | None, output: Path | None, **pages: Any) -> None:
    """Print every place named on PATH... (files, folders, - or addresses), where it lies, and what decided."""
    reports = read_settled(reader=reader, corrections=corrections, **pages).reports
    if form is None:
        write_out(write_places_table(reports, width=table_width(output)), output)
    else:
        write_out((write_places_json if form == "json" else write_places_geojson)(reports), output)
