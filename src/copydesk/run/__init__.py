"""MAKING IT GO: the stage table, the local runner, stories out of reports."""

from copydesk.follow import compare_editions
from copydesk.lexicon import load_world
from copydesk.read import Parcel
from copydesk.run.addresses import load_addresses, load_client, load_fetcher, read_address
from copydesk.run.blocks import find_blocks, find_places
from copydesk.run.casts import build_casts
from copydesk.run.codings import build_codings, list_uncoded, part_sure
from copydesk.run.corrections import Correction, load_corrections
from copydesk.run.desk import Desk, describe_dictionary, load_desk, load_lexicon
from copydesk.run.intake import (
    Intake,
    Known,
    is_address,
    load_manifest,
    read_bytes,
    read_file,
    read_json_lines,
    read_manifest_pages,
    read_parcel,
    read_paths,
)
from copydesk.run.local import read_reports, read_text, reread_report
from copydesk.run.quotes import find_quotes, list_speakers
from copydesk.run.settled import Settled, settle_reports
from copydesk.run.stages import STAGES, Stage, check_table
from copydesk.run.stories import build_stories
from copydesk.run.tension import build_tension

__all__ = [
    "STAGES",
    "Correction",
    "Desk",
    "Intake",
    "Known",
    "Parcel",
    "Settled",
    "Stage",
    "build_casts",
    "build_codings",
    "build_stories",
    "build_tension",
    "check_table",
    "compare_editions",
    "describe_dictionary",
    "find_blocks",
    "find_places",
    "find_quotes",
    "is_address",
    "list_speakers",
    "list_uncoded",
    "load_addresses",
    "load_client",
    "load_corrections",
    "load_desk",
    "load_fetcher",
    "load_lexicon",
    "load_manifest",
    "load_world",
    "part_sure",
    "read_address",
    "read_bytes",
    "read_file",
    "read_json_lines",
    "read_manifest_pages",
    "read_parcel",
    "read_paths",
    "read_reports",
    "read_text",
    "reread_report",
    "settle_reports",
]
