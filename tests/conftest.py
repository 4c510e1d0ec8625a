"""Facts built by hand, so that judging and weighing are tested without a model; and the real LanguageTool."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import spacy
from platformdirs import user_cache_path

from notecheck.analysis import Analysis
from notecheck.analysis.elements import ElementFacts
from notecheck.analysis.mechanics import Match, MechanicsFacts
from notecheck.analysis.names import NameFacts
from notecheck.config import Settings
from notecheck.document import Context, Document
from notecheck.installation import LanguageTool, install
from notecheck.report import Axis, AxisId, Element, Evidence, Kind, Metric, Objection, Sentence, Status, Tone

ELEMENTS = ("greeting", "thanks", "interest", "qualifications", "callback", "addition", "close", "signoff")
AXES: tuple[AxisId, ...] = ("politeness", "warmth", "confidence", "formality", "positivity", "enthusiasm", "pressure")

MakeAnalysis = Callable[..., Analysis]


@pytest.fixture(scope="session")
def make_analysis() -> MakeAnalysis:
    nlp = spacy.blank("en")

    def make(
        text: str,
        *,
        kind: str = "post_interview_note",
        statuses: Mapping[str, Status] | None = None,
        evidence: Mapping[str, tuple[int, int]] | None = None,
        unsure: tuple[str, ...] = (),
        tone: Mapping[str, Axis] | None = None,
        metrics: Mapping[str, Metric] | None = None,
        protected: tuple[tuple[int, int], ...] = (),
        placeholders: tuple[tuple[int, int], ...] = (),
        matches: tuple[Match, ...] = (),
        engines: tuple[str, ...] = ("harper",),
        objections: tuple[Objection, ...] = (),
        context: Context | None = None,
        doc: Any = None,
    ) -> Analysis:
        document = Document(text, context=context or Context())
        statuses, evidence = statuses or {}, evidence or {}

        def words(name: str) -> tuple[Evidence, ...]:
            return (document.evidence(*evidence[name]),) if name in evidence else ()

        elements = tuple(
            Element(
                id=name,
                status=statuses.get(name, "present"),
                confidence=0.9,
                reason=f"{name} is {statuses.get(name, 'present')}.",
                evidence=words(name),
                sure=name not in unsure,
            )
            for name in ELEMENTS
        )
        sentences = tuple(
            Sentence(
                start=item.start,
                end=item.end,
                line=document.places.line_column(item.start)[0],
                column=document.places.line_column(item.start)[1],
                zone=item.zone,
            )
            for item in document.sentences
        )
        axes = {
            axis: Axis(score=0.0 if axis == "pressure" else 50.0, base=0.0 if axis == "pressure" else 50.0)
            for axis in AXES
        }
        return Analysis(
            document=document,
            doc=nlp.make_doc(document.clean) if doc is None else doc,
            elements=ElementFacts(
                kind=Kind(label=kind, confidence=0.9, reason="By hand."), elements=elements, sentences=sentences
            ),
            tone=Tone(axes={**axes, **(tone or {})}),
            readability=metrics or {},
            names=NameFacts(protected=protected, placeholders=placeholders),
            mechanics=MechanicsFacts(matches=matches, engines=engines),
            objections=objections,
        )

    return make


@pytest.fixture(scope="session")
def languagetool() -> Iterator[LanguageTool]:
    """The real LanguageTool, fetched once a machine by the real set-up; NOTECHECK_DATA names another place for it."""
    before = os.environ.get("NOTECHECK_DATA")
    os.environ.setdefault("NOTECHECK_DATA", str(user_cache_path("notecheck-tests", appauthor=False)))
    yield install(Settings(), patient=True)
    if before is None:
        del os.environ["NOTECHECK_DATA"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "languagetool" in getattr(item, "fixturenames", ()):
            item.add_marker("languagetool")
