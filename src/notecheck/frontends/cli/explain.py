"""``notecheck explain``: the page of a rule."""

from __future__ import annotations

from pathlib import Path

import click

from notecheck.frontends.cli.options import color_option, config_options, examples, output_option, settings_from
from notecheck.frontends.cli.streams import Color, Look, write


@click.command(
    short_help="Show the page of a rule.",
    epilog=examples("notecheck explain tone.begging", "notecheck explain tone.begging --format markdown"),
)
@click.argument("rule")
@click.option(
    "--format", "format_", type=click.Choice(["terminal", "markdown"]), default="terminal", show_default=True,
    help="How the page is written.",
)  # fmt: skip
@output_option
@color_option
@config_options
def explain(*, rule: str, format_: str, output: Path | None, color: Color, config: Path | None, isolated: bool) -> None:
    """Say what RULE flags, why, what is better, and show its examples."""
    from notecheck.frontends.rule_pages import rule_page
    from notecheck.render.rule_page import to_markdown
    from notecheck.ruleset.selection import all_rules, find_rule

    page = rule_page(find_rule(rule, all_rules(settings_from(config=config, isolated=isolated))))
    if format_ == "markdown":
        write(to_markdown(page), output=output)
        return
    from notecheck.render.to_terminal import render_rule

    look = Look.of_stdout(color) if output is None else Look(color=color == "always")
    write(render_rule(page, **vars(look)), output=output, color=look.color)
