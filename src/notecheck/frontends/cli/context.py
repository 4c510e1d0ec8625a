"""``notecheck context``: what is known of an interview, apart from the note."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notecheck.errors import ContextError
from notecheck.frontends.cli.context_options import context_options, contexts_from, taken
from notecheck.frontends.cli.options import config_options, examples, output_option, settings_from
from notecheck.frontends.cli.streams import say, write

if TYPE_CHECKING:
    from notecheck.frontends.cli.inputs import Note


@click.group(
    short_help="Say what is known of an interview.",
    invoke_without_command=True,
    epilog=examples("notecheck context init draft.context.yaml", "notecheck context show draft.txt"),
)
@click.pass_context
def context(click_context: click.Context, /) -> None:
    """Who was met, for which job, where and when: names and facts in the note are compared with it."""
    if click_context.invoked_subcommand is None:
        click.echo(click_context.get_help(), err=True)
        click_context.exit(2)


@context.command(
    short_help="Write a template.",
    epilog=examples("notecheck context init", "notecheck context init draft.context.yaml --force"),
)
@click.argument("file", type=click.Path(path_type=Path), default=Path("context.yaml"))
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
def init(file: Path, force: bool) -> None:
    """Write a commented context to FILE, context.yaml by default. As NOTE.context.yaml it is read along with NOTE."""
    from notecheck.contexts import template

    if file.suffix.lower() not in (".yaml", ".yml"):
        remedy = f"Name it {file.stem or 'NOTE'}.context.yaml, for instance."
        raise ContextError("the template is a YAML file", remedy=remedy, place=str(file))
    if file.exists() and not force:
        raise ContextError("the file exists already", remedy="Edit it, or replace it with --force.", place=str(file))
    write(template(), output=file)
    say(f"{file} is written. It says nothing until you uncomment a line.")


@context.command(
    short_help="Print the JSON schema of a context.",
    epilog=examples("notecheck context schema --output context.schema.json"),
)
@output_option
def schema(output: Path | None) -> None:
    """Print the JSON schema of a context file, by which an editor completes and checks it."""
    from notecheck.contexts import render_schema

    write(render_schema(), output=output)


@context.command(
    short_help="Show what is known, and from where.",
    epilog=examples("notecheck context show draft.txt", "notecheck context show notes/ --contexts contexts.csv"),
)
@click.argument("inputs", nargs=-1, required=True, metavar="NOTE...")
@context_options
@config_options
@click.pass_context
def show(click_context: click.Context, /, inputs: tuple[str, ...], **options: Any) -> None:
    """Show what is known of each NOTE's interview, and who says so; the options are those of a check."""
    from notecheck.frontends.cli.inputs import read_all
    from notecheck.report import Failure

    known = taken(options)
    contexts = contexts_from(known, settings_from(**options))
    failed = False
    for item in read_all(inputs, contexts=contexts, stdin_name="<stdin>"):
        if isinstance(item, Failure):
            failed = True
            say(f"{item.path}: {item.message}. {item.remedy}")
        else:
            write("\n".join(_lines(item)) + "\n", output=None)
    click_context.exit(2 if failed else 0)


def _lines(note: Note) -> Iterator[str]:
    from dataclasses import fields

    from notecheck.document import Context
    from notecheck.render.visible import one_line

    yield one_line(note.document.path or "")
    for key, origin in note.origins.items():
        yield "  " + one_line(f"{key}: {_shown(getattr(note.document.context, key))} ({origin})")
    unknown = [item.name for item in fields(Context) if item.name not in note.origins]
    yield f"  not known: {', '.join(unknown)}"


def _shown(value: Any) -> str:
    from notecheck.document import Person

    if isinstance(value, tuple):
        return "; ".join(map(_shown, value))
    if isinstance(value, Person):
        name = " ".join(filter(None, (value.title, value.name)))
        return name + (f", {value.role}" if value.role else "") + (f" <{value.email}>" if value.email else "")
    return str(value) or "(blank)"
