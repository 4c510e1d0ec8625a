"""The documented usage, for the type checker alone: ``test_types.py`` runs mypy on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from typing_extensions import assert_type

import notecheck
from notecheck.analysis.twins import Twin
from notecheck.contexts import read_context
from notecheck.document import Context, Document, Person
from notecheck.report import Axis, AxisId, Element, Evidence, Finding, Fix, Metric, NotChecked, Part, Score, Sentence

report = notecheck.check("Dear Ms. Chen, …", grammar="off")
assert_type(report, notecheck.Report)
assert_type(report.text, str)
assert_type(report.path, str | None)
assert_type(report.score, Score)
assert_type(report.score.total, float | None)
assert_type(report.score.parts, tuple[Part, ...])
assert_type(report.elements, tuple[Element, ...])
assert_type(report.elements[0].evidence, tuple[Evidence, ...])
assert_type(report.sentences, tuple[Sentence, ...])
assert_type(report.findings, tuple[Finding, ...])
assert_type(report.findings[0].fixes, tuple[Fix, ...])
assert_type(report.tone.axes, Mapping[AxisId, Axis])
assert_type(report.readability, Mapping[str, Metric])
assert_type(report.not_checked, tuple[NotChecked, ...])

settings = notecheck.Settings(grammar="harper", rules=(Path("my-rules"),), context={"company": "Acme"})
context = Context(interviewers=(Person(name="Ana Ruiz"),), company="Acme")
with notecheck.Checker(settings, fail_on="error") as checker:
    assert_type(checker, notecheck.Checker)
    assert_type(checker.check("…", context=context, media="mail"), notecheck.Report)
    assert_type(checker.check("…", context={"role": "analyst"}), notecheck.Report)
    assert_type(checker.check_many(["…"]), Iterator[notecheck.Report])

notes = [Document("…", path="ana.txt"), Document("…", path="tom.txt", context=context)]
twins = notecheck.find_twins(notes)
assert_type(twins, tuple[tuple[Twin, ...], ...])
assert_type(twins[0][0].similarity, float)
assert_type(twins[0][0].sentences, tuple[tuple[int, int], ...])
notecheck.Checker().check("…", twins=twins[0])
assert_type(read_context(Path("ana.context.yaml")), Context)

try:
    notecheck.check("")
except notecheck.NotecheckError as error:
    assert_type(error.message, str)
    assert_type(error.remedy, str)
    assert_type(error.place, str)

# What follows is wrong, and the type checker must say so: an ignore that nothing needs is an error, too.
assert report.scores  # type: ignore[attr-defined]
report.text = "…"  # type: ignore[misc]
assert report.score.total + 1  # type: ignore[operator]
notecheck.check(b"Dear Ms. Chen")  # type: ignore[arg-type]
notecheck.Settings(grammar="languagetol")  # type: ignore[arg-type]
notecheck.Checker().check("…", file="draft.txt")  # type: ignore[call-arg]
