"""``notecheck completion``: tab completion for a shell."""

from __future__ import annotations

import click

from notecheck.frontends.cli.options import examples


@click.command(
    short_help="Set up tab completion.",
    epilog=examples('eval "$(notecheck completion bash)"', "notecheck completion fish"),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that makes SHELL complete commands, options and files.

    Evaluate it in the shell's start-up file.
    """
    from click.shell_completion import get_completion_class

    from notecheck.frontends.cli.process import COMPLETE_VARIABLE

    make = get_completion_class(shell)
    assert make is not None, "the choices above are those that Click knows"
    maker = make(context.find_root().command, {}, "notecheck", COMPLETE_VARIABLE)
    # `source()` would first ask the shell of this machine for its version.
    click.echo(maker.source_template % maker.source_vars())
