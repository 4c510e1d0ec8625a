"""``notecheck rules``: the list of all rules, and the proof of a folder of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from notecheck.frontends.cli.options import color_option, config_options, examples, settings_from
from notecheck.frontends.cli.streams import Color, Look, say, write


@click.group(
    short_help="List the rules, or prove a folder of your own.",
    invoke_without_command=True,
    epilog=examples("notecheck rules", "notecheck rules test my-rules"),
)
@color_option
@config_options
@click.pass_context
def rules(context: click.Context, color: Color, config: Path | None, isolated: bool) -> None:
    """List all rules: id, severity, and what each flags."""
    if context.invoked_subcommand is not None:
        return
    from notecheck.frontends.rule_pages import rule_page
    from notecheck.render.to_terminal import render_rules
    from notecheck.ruleset.selection import all_rules

    pages = map(rule_page, all_rules(settings_from(config=config, isolated=isolated)))
    look = Look.of_stdout(color)
    write(render_rules(pages, **vars(look)), output=None, color=look.color)


@rules.command(short_help="Run the examples of rules.", epilog=examples("notecheck rules test my-rules"))
@click.argument("folder", type=click.Path(path_type=Path))
@config_options
@click.pass_context
def test(context: click.Context, folder: Path, config: Path | None, isolated: bool) -> None:
    """Run the examples of every rule below FOLDER: 0 if all hold, 1 if one does not, 2 if a rule is not valid.

    Grammar is Harper's, which is everywhere, so that a rule is proved alike on every machine.
    """
    from notecheck.api import Checker
    from notecheck.rule_examples import prove
    from notecheck.ruleset import load_rules

    settings = settings_from(config=config, isolated=isolated)
    found = load_rules([folder])
    if not found:
        say(f"{folder}: there are no rules. A rule is a file that ends in .yaml.")
        context.exit(2)
    with Checker(settings, grammar="harper") as checker:
        mistakes = list(prove(found, checker))
    for mistake in mistakes:
        write(f"{_plain(mistake.rule)}: {_plain(mistake.problem)}\n    {_plain(mistake.text)}\n", output=None)
    count = sum(len(rule.examples.fires) + len(rule.examples.passes) for rule in found)
    say(f"Rules: {len(found)}, examples: {count}, mistakes: {len(mistakes)}.")
    context.exit(1 if mistakes else 0)


def _plain(text: str) -> str:
    from notecheck.render.visible import one_line

    return one_line(text)
