"""The commands, and what a command line means that names none of them."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from notecheck.frontends.cli.check import check
from notecheck.frontends.cli.completion import completion
from notecheck.frontends.cli.context import context
from notecheck.frontends.cli.doctor import doctor
from notecheck.frontends.cli.explain import explain
from notecheck.frontends.cli.init import init
from notecheck.frontends.cli.options import examples
from notecheck.frontends.cli.rules import rules
from notecheck.frontends.cli.schema import schema
from notecheck.frontends.cli.setup import setup
from notecheck.frontends.cli.tone import tone

OWN_OPTIONS = ("--help", "-h", "--version")


class Commands(click.Group):
    """A group whose default command is ``check``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(2)
        if args and args[0] not in self.commands and args[0] not in OWN_OPTIONS:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


def _version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from notecheck import __version__

        click.echo(f"notecheck {__version__}")
        context.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples("notecheck draft.txt", "notecheck explain wording.filler-just", "notecheck check --help"),
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def app() -> None:
    """Read the note you send after a job interview and say what to change, with the words as evidence.

    `notecheck NOTE` is short for `notecheck check NOTE`. Everything runs on this machine. A file with the name of a
    command is written as ./rules.
    """


for command in (check, tone, explain, rules, context, setup, doctor, init, schema, completion):
    app.add_command(command)
