"""``notecheck schema``: the JSON schema of the report."""

from __future__ import annotations

from pathlib import Path

import click

from notecheck.frontends.cli.options import examples, output_option
from notecheck.frontends.cli.streams import write


@click.command(
    short_help="Print the JSON schema of the report.", epilog=examples("notecheck schema --output report.schema.json")
)
@output_option
def schema(output: Path | None) -> None:
    """Print the JSON schema of `--format json`."""
    from notecheck.render import json_schema

    write(json_schema.render(), output=output)
