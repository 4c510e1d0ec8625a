"""What holds for every format, terminal and JSON among them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck import __version__
from notecheck.document import Document
from notecheck.report import Failure, Finding, Report, Run
from tests.golden import assert_golden
from tests.render.formats import FORMATS, READERS, expected, read, render, rendered, words
from tests.render.reports import finding, many, other_report, report, unicode_report, weak_report
from tests.render.test_to_terminal import NASTY, assert_harmless, nasty_report

TOP = Path(__file__).parents[2]
ENDINGS = {"json": "json", "sarif": "sarif", "github": "txt", "rdjson": "json", "junit": "xml", "html": "html", "markdown": "md"}  # fmt: skip # noqa: E501
every_format = pytest.mark.parametrize("format_", FORMATS)


def shown(format_: str, run: Run) -> str:
    """What a reader sees, on one line and in small letters."""
    text = render(format_, run)
    if format_ == "markdown":
        text = words(rendered(text))
    if format_ in ("html", "junit"):
        text = unescape(text)
    if format_ in ("json", "sarif", "rdjson"):
        text = text.encode().decode("unicode_escape")
    return " ".join(text.replace("%25", "%").replace("%3A", ":").replace("%2C", ",").split()).lower()


def test_every_renderer_is_a_format_and_has_its_reader_and_golden() -> None:
    modules = {path.stem.removeprefix("to_") for path in (TOP / "src" / "notecheck" / "render").glob("to_*")}
    assert modules == set(FORMATS) == set(READERS) == {"terminal", *ENDINGS}


def test_every_format_is_in_the_documentation() -> None:
    table = (TOP / "docs" / "formats.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(FORMATS)


@pytest.mark.parametrize("format_", ENDINGS)
def test_whole_run_is_as_accepted(format_: str) -> None:
    run = Run(documents=(*many().documents, unicode_report()), errors=many().errors)
    text = render(format_, run).replace(f'"version": "{__version__}"', '"version": "VERSION"')
    assert_golden(f"formats/{format_}.{ENDINGS[format_]}", text)


@every_format
@pytest.mark.parametrize(
    "documents", [(weak_report(),), (unicode_report(),), (weak_report(), other_report(), report(), unicode_report())]
)
def test_every_finding_is_told_with_its_rule_place_and_message(format_: str, documents: tuple[Report, ...]) -> None:
    run = Run(documents=documents)
    found, wanted = read(format_, render(format_, run)), expected(format_, run)
    assert [item[:3] for item in found] == [item[:3] for item in wanted]
    assert [told.message[: len(item.message)] for told, item in zip(found, wanted, strict=True)] == [
        item.message for item in wanted
    ]


@every_format
def test_a_note_without_findings_has_none(format_: str) -> None:
    run = Run(documents=(report(),))
    assert read(format_, render(format_, run)) == []
    if format_ != "rdjson":  # It knows nothing but findings.
        assert "draft.txt" in shown(format_, run)
        assert "93" in shown(format_, run)


@every_format
def test_a_run_over_nothing_is_whole(format_: str) -> None:
    assert read(format_, render(format_, Run(documents=()))) == []


@every_format
def test_an_input_that_could_not_be_checked_is_told(format_: str) -> None:
    failure = Failure(path="notes/gone, 100%.txt", message="there is no such file", remedy="Check the name.")
    told = shown(format_, Run(documents=(report(),), errors=(failure,)))
    assert "notes/gone" in told
    assert "there is no such file" in told
    assert "check the name." in told or format_ == "terminal"  # There, standard error has told it.


@every_format
def test_what_was_not_checked_is_told(format_: str) -> None:
    told = shown(format_, Run(documents=(weak_report(),)))
    for part in ("grammar by languagetool", "languagetool is not set up", "run `notecheck setup` to fetch it"):
        assert part.replace("`", "") in told.replace("`", "")


@every_format
def test_a_text_of_another_sort_is_not_told_what_it_lacks(format_: str) -> None:
    if format_ != "json":  # Data hold everything.
        assert "missing" not in read_body(format_, render(format_, Run(documents=(other_report(),))))


@every_format
def test_nothing_in_a_note_steers_what_shows_it(format_: str) -> None:
    failure = Failure(path=NASTY, message=NASTY, remedy=NASTY)
    assert_harmless(render(format_, Run(documents=(nasty_report(NASTY),), errors=(failure,))).replace("\t", ""))


@every_format
@settings(max_examples=25, deadline=None)
@given(characters=st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
def test_any_text_can_be_shown(format_: str, characters: str) -> None:
    run = Run(documents=(nasty_report(characters),), errors=(Failure(path=characters, message="x", remedy="y"),))
    text = render(format_, run)
    assert_harmless(text.replace("\t", ""))
    assert len(read(format_, text)) == 1


@st.composite
def flagged(draw: st.DrawFn) -> Report:
    """A text with findings anywhere, across each other and across lines."""
    text = draw(
        st.lists(st.sampled_from(["a", "🙂", "e\u0301", "\n", "\r\n", "\r", "<b>", "&", "|", " "]), max_size=25)
    )
    whole = "".join(text)
    places = st.tuples(st.integers(0, len(whole)), st.integers(0, len(whole)))
    return report(whole, [at(whole, *sorted(place)) for place in draw(st.lists(places, max_size=6))])


def at(text: str, start: int, end: int) -> Finding:
    line, column = Document(text).places.line_column(start)
    found = finding("x", "x", rule="wording.any", message="It can go.", severity="info")
    return Finding(
        **{name: getattr(found, name) for name in ("rule", "engine", "severity", "message", "advice")},
        start=start, end=end, line=line, column=column, text=text[start:end],
    )  # fmt: skip


@every_format
@settings(max_examples=25, deadline=None)
@given(note=flagged())
def test_findings_anywhere_are_told(format_: str, note: Report) -> None:
    run = Run(documents=(note,))
    found, wanted = read(format_, render(format_, run)), expected(format_, run)
    assert [item[:3] for item in found] == [item[:3] for item in wanted]


def test_output_hangs_on_nothing_but_the_run() -> None:
    code = (
        "import hashlib; from tests.render.formats import *; from tests.render.reports import *;"
        "print([hashlib.md5(render(f, many()).encode()).hexdigest() for f in FORMATS])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(TOP), str(TOP / "src")])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def read_body(format_: str, text: str) -> str:
    """The text without the style sheet, which names every status."""
    return text.partition("</style>")[2] if format_ == "html" else text
