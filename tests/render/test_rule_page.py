from __future__ import annotations

from dataclasses import replace

from notecheck.render.rule_page import Example, RulePage, to_markdown
from notecheck.render.to_terminal import render_rule, render_rules
from tests.golden import assert_golden

PAGE = RulePage(
    id="wording.sample",
    title="A sample_rule with *signs*",
    kind="token_pattern",
    severity="warning",
    message="“{text}” is a sample.",
    why="It shows | what a page <b>holds</b>.",
    advice="Read it, and then write a note that is a good deal longer than this line, so that it wraps in a terminal.",
    notes_only=False,
    aliases=("wording.old-sample",),
    fires=(Example(text="Two words\nand [more].", at=("Two words", "[more]")), Example(text="Bare.")),
    passes=(Example(text="None."),),
)


def test_markdown_page_is_as_accepted() -> None:
    assert_golden("rule-page.md", to_markdown(PAGE))


def test_terminal_page_is_as_accepted() -> None:
    assert_golden("terminal/rule-page.txt", render_rule(PAGE))


def test_notes_checked_along_are_shown() -> None:
    page = replace(PAGE, fires=(Example(text="One.\nTwo.", at=("One",), others=("Three.\nFour.",)),), passes=())
    assert to_markdown(page).endswith("> One.\\\n> Two.\n>\n> — along with —\n>\n> Three.\\\n> Four.\n>\n> → “One”\n")
    assert "\n      along with Three." in render_rule(page)


def test_list_groups_the_rules() -> None:
    other = RulePage(id="form.long", title="Long", kind="metric", severity="info", message="", why="", advice="")
    assert render_rules([PAGE, other]).splitlines() == [
        "form",
        "  form.long       info     Long",
        "",
        "wording",
        "  wording.sample  warning  A sample_rule with *signs*",
    ]
