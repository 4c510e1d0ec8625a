from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from notecheck.render.to_markdown import escaped, render
from notecheck.render.visible import one_line
from notecheck.report import Run
from tests.render.formats import rendered, words
from tests.render.reports import many, weak_report
from tests.render.test_to_terminal import nasty_report

PIECES = [
    "*", "_", "`", "~", "[x](y)", "![i](j)", "<b>", "</td>", "<!--", "&amp;", "\\", "|", "#", "1. ", "12) ", "- ", "+ ",
    "> ", "=",
    "www.a.org", "http://a.org", "https://a.org/b", "ftp://a.org", "ana@b.org", "mailto:a@b.org", "$x$", ":smile:",
    "@ana", "---", "\n", "[^1]", "word", " ",
]  # fmt: skip
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
FRAMES = {
    "paragraph": "x {}",
    "item": "- {}",
    "heading": "## {}",
    "cell": "| a |\n| --- |\n| {} |",
    "bold": "**x {} x**",
}
OUTER = {"paragraph": {"p"}, "item": {"ul", "li"}, "heading": {"h2"}, "bold": {"p", "strong"},
         "cell": {"table", "thead", "tbody", "tr", "th", "td"}}  # fmt: skip


@pytest.mark.parametrize("frame", FRAMES)
@settings(max_examples=150, deadline=None)
@given(text=texts)
@example(text="-")
@example(text="1.")
@example(text="GH-1 www.a.org")
def test_any_text_shows_as_it_is(frame: str, text: str) -> None:
    shown = rendered(FRAMES[frame].format(escaped(text)))
    assert {element.tag for element in shown.iterdescendants()} <= OUTER[frame]
    assert "www." not in escaped(text).lower()
    around = words(rendered(FRAMES[frame].format("x")))
    assert (
        words(shown).split()
        == re.sub(r"x(?=[^x]*$)" if frame != "bold" else r"(?<=x )x(?= x)", lambda _: plain(text), around).split()
    )


def plain(text: str) -> str:
    return one_line(text.replace("\u200b", ""))


@pytest.mark.parametrize(
    "text", ["@ana", "a/b#12", "#12", "!3", "GH-12", ":smile:", "@org/team", "$3", "%4", "&5", "~bug"]
)
def test_forges_find_no_reference(text: str) -> None:
    left = rendered(f"x {escaped(text)}").text_content()
    assert not re.search(r"[@#!:$%&~]\w|GH-\d", left)
    assert left.replace("\u200b", "").strip() == f"x {text}"


def test_nothing_of_a_note_renders() -> None:
    bad = "<img src=x onerror=alert(1)> **b** [a](http://b.c) | x | `y` </details> @ana"
    shown = rendered(render(Run(documents=(nasty_report(bad), weak_report()))))
    tags = {element.tag for element in shown.iterdescendants() if isinstance(element.tag, str)}
    assert tags == {"h2", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "br", "details", "summary", "ul", "li"}  # fmt: skip # noqa: E501
    assert bad in words(shown)


def test_every_row_of_a_table_has_its_cells() -> None:
    for row in rendered(render(many())).iter("tr"):
        assert len(row) == 3


def test_summary_comes_before_the_details() -> None:
    text = render(many())
    part = text[text.index("## notes/weak.txt") :]
    places = [
        part.index(words) for words in ("Score 53 of 100: weak", "Do this first", "Findings: 2", "| Place", "<details>")
    ]
    assert places == sorted(places)
