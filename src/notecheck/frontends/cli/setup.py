"""``notecheck setup``: fetch LanguageTool, once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from notecheck.frontends.cli.options import color_option, config_options, examples, settings_from
from notecheck.frontends.cli.streams import Color, Look, say, wants_color, watched, write


@click.command(short_help="Fetch LanguageTool, once.", epilog=examples("notecheck setup --dry-run", "notecheck setup"))
@click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
@color_option
@config_options
def setup(dry_run: bool, color: Color, config: Path | None, isolated: bool) -> None:
    """Fetch LanguageTool, the stronger of the two grammar engines. The only command that uses the network.

    It needs Java 17 or later. What is there already is used, what is fetched is verified, and an interrupted set-up
    goes on where it stopped.
    """
    settings = settings_from(config=config, isolated=isolated)
    from notecheck.installation import Progress, install, plan

    if dry_run:
        from notecheck.render.to_terminal import Item, render_checklist

        states = {"done": "ok", "todo": "next", "fallback": "else", "blocked": "missing"}
        items = [Item(state=states[step.state], text=step.text, remedy=step.remedy) for step in plan(settings)]  # type: ignore[arg-type]
        look = Look.of_stdout(color)
        write(render_checklist({"What `notecheck setup` would do": items}, **vars(look)), output=None, color=look.color)
        return

    from notecheck.render.to_terminal.progress import Activity

    told = ""
    with Activity(color=wants_color(color, sys.stderr), shown=watched()) as activity:

        def listen(progress: Progress) -> None:
            nonlocal told
            activity.say(progress.doing, done=progress.done, total=progress.total)
            if not watched() and progress.doing != told:
                told = progress.doing
                say(told)

        found = install(settings, listen=listen)
    say(f"LanguageTool is ready: {found.url or found.folder} ({found.source}).")
