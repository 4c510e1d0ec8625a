"""The whole path on one screen: a text becomes a document, facts, findings, a score and a report."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from typing import Any, Literal

from notecheck.analysis import Analysis
from notecheck.analysis.elements import ElementFinder
from notecheck.analysis.mechanics import Mechanics, MechanicsFacts
from notecheck.analysis.names import find_names
from notecheck.analysis.objections import ObjectionFinder
from notecheck.analysis.pipeline import Pipeline
from notecheck.analysis.readability import measure_readability
from notecheck.analysis.tone import ToneMeter
from notecheck.analysis.twins import Twin
from notecheck.checks import Checks
from notecheck.checks.tone_words import in_words
from notecheck.config import Settings, asset, override, register_path, rubric_path
from notecheck.document import Context, Document
from notecheck.document.language import require_english
from notecheck.errors import InputError
from notecheck.report import SEVERITIES, ElementId, Media, Report, Run, Severity, Tone
from notecheck.ruleset import (
    Register,
    Rubric,
    Rule,
    load_element_reasons,
    load_register,
    load_rubric,
    load_tone_features,
)
from notecheck.ruleset.selection import rules_in_force
from notecheck.scoring import score

AHEAD = 4
"""How many texts ``check_many`` has the grammar engines read ahead of the rest of the work."""


class Checker:
    """Checks notes, and keeps what is loaded once: the pipeline, the rules, the grammar engines. Threads may share it.

    Args:
        settings: How to check; the defaults where None. No configuration file is read.
        options: Fields of :class:`~notecheck.Settings` that replace those of ``settings``.

    Use it as a context manager, or call :meth:`close`, so that the grammar server ends at once.
    """

    def __init__(self, settings: Settings | None = None, **options: Any) -> None:
        self.settings = override(settings or Settings(), options, where=_option)
        self._pipeline = Pipeline(self.settings.pipeline or asset("models") / "notecheck_en")
        self._mechanics = Mechanics(self.settings)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="notecheck-grammar")

    def __enter__(self) -> Checker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop the grammar engines. The checker cannot be used afterwards."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._mechanics.close()

    def start(self) -> None:
        """Begin to start the grammar engines in the background; returns at once."""
        self._mechanics.start()

    def check(
        self,
        text: str,
        *,
        context: Context | dict[str, Any] | None = None,
        path: str | None = None,
        media: Media = "plain",
        twins: tuple[Twin, ...] = (),
    ) -> Report:
        """Check one note.

        Args:
            text: The note as written.
            context: What is known of the interview; see :class:`~notecheck.document.Context` for the keys.
            path: Where the note came from, for the report.
            media: What it came from.
            twins: Other notes that say the same; see :func:`notecheck.find_twins`.

        Raises:
            InputError: The text is blank, too long or not English.
            ContextError: The context has an unknown key or a value of the wrong sort.
            ConfigError: The settings name a pipeline, rubric or folder that is not there.
            RuleError: A rule, pattern or rubric is not valid.
        """
        document = self._document(text, context, path, media)
        return self._report(document, self._read(document), twins)

    def check_many(self, texts: Iterable[str]) -> Iterator[Report]:
        """Check texts in order, the grammar engines working ahead; raises what :meth:`check` raises, at its text."""
        waiting: deque[tuple[Document, Future[MechanicsFacts]]] = deque()
        for text in texts:
            document = self._document(text, None, None, "plain")
            waiting.append((document, self._read(document)))
            if len(waiting) > AHEAD:
                yield self._report(*waiting.popleft())
        while waiting:
            yield self._report(*waiting.popleft())

    def tone(self, text: str) -> Tone:
        """How any text sounds, a note or not: a mail, a sentence, a post.

        Raises:
            InputError: The text is too long.
            ConfigError: The settings name a pipeline or register that is not there, or a model cannot be loaded.
        """
        document = Document(text)
        measured = self._tone.measure(document, self._pipeline.parse(document), self._elements.vectors(document))
        return in_words(measured, self._register, document)

    def tone_many(self, texts: Iterable[str]) -> Iterator[Tone]:
        """How each text sounds, in order; see :meth:`tone`."""
        return map(self.tone, texts)

    def _document(
        self, text: str, context: Context | dict[str, Any] | None, path: str | None, media: Media
    ) -> Document:
        known = (
            context
            if isinstance(context, Context)
            else Context.from_mapping({**self.settings.context, **(context or {})})
        )
        document = Document(text, media=media, path=path, context=known)
        if not document.words:
            raise InputError("the text has no words", remedy="Write the note first.", place=path or "")
        require_english(document)
        return document

    def _read(self, document: Document) -> Future[MechanicsFacts]:
        return self._pool.submit(self._mechanics.check, document)

    def analyse(
        self, document: Document, grammar: Future[MechanicsFacts] | None = None, twins: tuple[Twin, ...] = ()
    ) -> Analysis:
        """All facts about a document, without judgement."""
        grammar = grammar or self._read(document)
        doc = self._pipeline.parse(document)
        names = find_names(document, doc)
        elements = self._elements.find(
            document, placeholders=names.placeholders, is_note=self.settings.kind == "post_interview_note"
        )
        return Analysis(
            document=document,
            doc=doc,
            elements=elements,
            tone=self._tone.measure(document, doc, elements.vectors),
            readability=measure_readability(document),
            names=names,
            mechanics=grammar.result(),
            objections=self._objections.find(document, elements.vectors),
            twins=twins,
        )

    def _report(self, document: Document, grammar: Future[MechanicsFacts], twins: tuple[Twin, ...] = ()) -> Report:
        analysis = self.analyse(document, grammar, twins)
        findings, failed = self._checks.run(analysis)
        return Report(
            path=document.path,
            media=document.media,
            text=document.text,
            kind=analysis.elements.kind,
            elements=analysis.elements.elements,
            sentences=analysis.elements.sentences,
            tone=in_words(analysis.tone, self._register, document, objections=analysis.objections),
            readability=analysis.readability,
            findings=findings,
            score=score(self._rubric, analysis, findings, element_rules=self._element_rules),
            not_checked=analysis.mechanics.not_checked + failed,
        )

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in force, after ``select`` and ``ignore``."""
        return rules_in_force(self.settings)

    @cached_property
    def _checks(self) -> Checks:
        return Checks(self.rules)

    @cached_property
    def _element_rules(self) -> dict[str, ElementId]:
        return {rule.id: rule.element for rule in self.rules if rule.kind == "element"}

    @cached_property
    def _rubric(self) -> Rubric:
        return load_rubric(rubric_path(self.settings.rubric))

    @cached_property
    def _elements(self) -> ElementFinder:
        reasons = load_element_reasons(asset("rules") / "elements" / "reasons.yaml")
        return ElementFinder(asset("models") / "notecheck_elements", reasons)

    @cached_property
    def _tone(self) -> ToneMeter:
        weights = asset("models") / "notecheck_tone" / "weights.json"
        return ToneMeter(load_tone_features(asset("rules") / "tone_features"), weights)

    @cached_property
    def _objections(self) -> ObjectionFinder:
        return ObjectionFinder(asset("models") / "notecheck_objections" / "weights.json")

    @cached_property
    def _register(self) -> Register:
        return load_register(register_path(self.settings.register), asset("rules") / "registers")


def check(text: str, *, context: Context | dict[str, Any] | None = None, **options: Any) -> Report:
    """Check one note with a :class:`Checker` of its own; takes what ``Checker`` and :meth:`Checker.check` take."""
    with Checker(**options) as checker:
        checker.start()
        return checker.check(text, context=context)


def tone(text: str, **options: Any) -> Tone:
    """How any text sounds, by a :class:`Checker` of its own; takes what ``Checker`` takes."""
    with Checker(**options) as checker:
        return checker.tone(text)


def tone_many(texts: Iterable[str], **options: Any) -> Iterator[Tone]:
    """How each text sounds, in order, by one :class:`Checker`; takes what ``Checker`` takes."""
    with Checker(**options) as checker:
        yield from checker.tone_many(texts)


def exit_code(run: Run, fail_on: Severity | Literal["never"]) -> int:
    """0: nothing at or above ``fail_on``; 1: something; 2: an input could not be checked."""
    if run.errors:
        return 2
    counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
    return int(any(finding.severity in counted for report in run.documents for finding in report.findings))


def _option(*keys: str) -> str:
    return f"option {'.'.join(keys)}"
