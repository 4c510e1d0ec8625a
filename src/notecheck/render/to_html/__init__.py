"""A run as one HTML page that stands on its own: no script, nothing loaded; the only package that imports Jinja.

Jinja escapes whatever is filled in; characters that would steer the direction of the text are made visible before. The
reasons beside the marks are shown by the style sheet alone, on hover and on focus.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from notecheck.render.fixes import fix_words
from notecheck.render.to_html.marks import Line, marked_lines, numbered
from notecheck.render.visible import one_line, visible
from notecheck.render.wording import (
    TITLES,
    counted,
    element_status,
    is_note,
    measured,
    moved,
    name,
    not_measured,
    number,
    place,
    quoted,
    score_words,
    sentence,
    source,
    tally,
)
from notecheck.report import Finding, Report, Run

SIGNS = {"present": "\u2713", "weak": "!", "missing": "\u2717", "optional": "\u2013"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A report with its findings numbered and its text cut at them; ``id`` is unique in the page."""

    id: str
    report: Report
    findings: dict[int, Finding]
    lines: list[Line]


def render(run: Run) -> str:
    """The whole run as one page with a final line end, in ASCII, so that any encoding can carry it."""
    page = _template().render(run=run, notes=[_note(index, report) for index, report in enumerate(run.documents, 1)])
    return page.encode("ascii", "xmlcharrefreplace").decode() + "\n"


def _note(index: int, report: Report) -> Note:
    findings = numbered(report)
    return Note(id=f"note-{index}", report=report, findings=findings, lines=marked_lines(report, findings))


def shown(text: str) -> str:
    """A piece of the note, safe to show; tabs stay."""
    return "\t".join(map(visible, text.split("\t")))


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader(__name__, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(TITLES=TITLES, SIGNS=SIGNS)
    environment.filters.update(
        counted=counted, element_status=element_status, fix_words=fix_words, is_note=is_note, measured=measured,
        moved=moved, name=name, not_measured=not_measured, number=number, one_line=one_line, place=place, quoted=quoted,
        score_words=score_words, sentence=sentence, shown=shown, source=source, tally=tally,
    )  # fmt: skip
    return environment.get_template("page.html.jinja")
