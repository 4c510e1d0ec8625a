"""``notecheck init``: a commented configuration file to start from."""

from __future__ import annotations

from pathlib import Path

import click

from notecheck.frontends.cli.options import examples
from notecheck.frontends.cli.streams import say


@click.command(short_help="Write a commented configuration file.", epilog=examples("notecheck init"))
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
def init(folder: Path) -> None:
    """Write a commented notecheck.toml to FOLDER, the current one by default. An existing file is left as it is."""
    from notecheck.config import FILE_NAME, write_template

    path = folder / FILE_NAME
    write_template(path)
    say(f"{path} is written. It changes nothing until you uncomment a line.")
