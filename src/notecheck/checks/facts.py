"""Judges of facts about the whole note: numbers, elements, tone, slots, headers, and what the grammar engines found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from textwrap import shorten

from notecheck.analysis import Analysis
from notecheck.analysis.mechanics import Match
from notecheck.checks.hit import Hit, Judge
from notecheck.document import Document
from notecheck.report import Edit, ElementId, Fix
from notecheck.ruleset.rules import (
    ElementRule,
    HeaderRule,
    MechanicsRule,
    MetricRule,
    ObjectionRule,
    PlaceholderRule,
    SameNoteRule,
    ToneRule,
)

MAX_SUGGESTIONS = 3
"""How many of an engine's replacements are offered."""

MAX_SHARED = 4
"""How many of the sentences that two notes share are shown."""


def metric(rule: MetricRule) -> Judge:
    def judge(analysis: Analysis) -> Iterable[Hit]:
        for start, end, value in _values(rule, analysis):
            if (rule.above is not None and value > rule.above) or (rule.below is not None and value < rule.below):
                yield Hit(
                    start=start, end=end, fields={"value": f"{value:g}", "above": rule.above, "below": rule.below}
                )

    return judge


def _values(rule: MetricRule, analysis: Analysis) -> Iterable[tuple[int, int, float]]:
    document = analysis.document
    if rule.per == "note":
        value = analysis.readability[rule.metric].value
        if value is not None:
            start = start_of_body(document)
            yield start, start, value
        return
    sentences = [sentence for sentence in document.sentences if sentence.zone in rule.zones]
    for _, items in groupby(sentences, key=lambda item: item.paragraph if rule.per == "paragraph" else item.start):
        group = list(items)
        start, end = group[0].start, group[-1].end
        words = len(document.clean[start:end].split())
        yield start, end, {"words": words, "sentences": len(group)}[rule.metric]


def element(rule: ElementRule) -> Judge:
    def judge(analysis: Analysis) -> Iterable[Hit]:
        for item in analysis.elements.elements:
            if item.id != rule.element or item.status != rule.status:
                continue
            place = _where_missing(analysis.document, rule.element)
            start, end = (item.evidence[0].start, item.evidence[0].end) if item.evidence else (place, place)
            question = None if item.sure else item.reason
            yield Hit(start=start, end=end, fields={"reason": item.reason}, message=question)

    return judge


def tone(rule: ToneRule) -> Judge:
    def judge(analysis: Analysis) -> Iterable[Hit]:
        axis = analysis.tone.axes[rule.axis]
        if axis.score is None:
            return
        sign = (
            1
            if rule.above is not None and axis.score > rule.above
            else -1
            if rule.below is not None and axis.score < rule.below
            else 0
        )
        guilty = [item for item in axis.evidence if item.weight * sign > 0]
        if guilty:
            worst = max(guilty, key=lambda item: (abs(item.weight), -item.start))
            yield Hit(start=worst.start, end=worst.end, fields={"score": f"{axis.score:.0f}"})

    return judge


def objection(rule: ObjectionRule) -> Judge:
    def judge(analysis: Analysis) -> Iterable[Hit]:
        for item in analysis.objections:
            if rule.least <= item.confidence < rule.below:
                sort = item.sort if item.sort_share >= rule.firm else "other"
                yield Hit(start=item.start, end=item.end, fields={"sounds": rule.sounds[sort]})

    return judge


def placeholder(rule: PlaceholderRule) -> Judge:
    def judge(analysis: Analysis) -> Iterable[Hit]:
        names = analysis.names
        for start, end in names.placeholders if rule.slot == "marked" else names.gaps:
            sentence = analysis.document.sentence_at(start)
            if sentence and sentence.zone in rule.zones:
                yield Hit(start=start, end=end)

    return judge


def header(rule: HeaderRule) -> Judge:
    def judge(analysis: Analysis) -> Iterable[Hit]:
        if getattr(analysis.document.context, rule.field) == "":
            yield Hit(start=0, end=0)

    return judge


def mechanics(rule: MechanicsRule) -> Judge:
    def judge(analysis: Analysis) -> Iterable[Hit]:
        for match in analysis.mechanics.matches:
            sentence = analysis.document.sentence_at(match.start)
            if (
                match.category in rule.categories
                and sentence
                and sentence.zone in rule.zones
                and not _touches_name(match, analysis)
            ):
                yield _engine_hit(match, rule)

    return judge


def same_note(rule: SameNoteRule) -> Judge:
    def judge(analysis: Analysis) -> Iterable[Hit]:
        twins = [twin for twin in analysis.twins if twin.similarity >= rule.least]
        if not twins:
            return
        twin, more = twins[0], len(twins) - 1
        fields = {
            "other": twin.other + (f" and {more} other note{'s' * (more > 1)}" if more else ""),
            "percent": f"{100 * twin.similarity:.0f}",
            "sentences": _quoted([analysis.document.text[start:end] for start, end in twin.sentences]),
        }
        start, end = twin.sentences[0]
        yield Hit(start=start, end=end, fields=fields)

    return judge


def _quoted(sentences: list[str]) -> str:
    shown = "; ".join(f"“{shorten(sentence, 80, placeholder=' …')}”" for sentence in sentences[:MAX_SHARED])
    more = len(sentences) - MAX_SHARED
    return shown + (f"; and {more} more" if more > 0 else "")


def _engine_hit(match: Match, rule: MechanicsRule) -> Hit:
    safety = rule.safety if len(match.replacements) == 1 or rule.safety != "safe" else "suggested"
    fixes = tuple(
        Fix(safety=safety, edits=(Edit(start=match.start, end=match.end, text=new),))
        for new in match.replacements[:MAX_SUGGESTIONS]
    )
    fields = {"engine_message": match.message}
    return Hit(
        start=match.start, end=match.end, fields=fields, fixes=fixes, engine=match.engine, engine_rule=match.engine_rule
    )


def _touches_name(match: Match, analysis: Analysis) -> bool:
    """Whether the match lies on an open slot, or would change or only flags a protected name."""
    open_slots = (*analysis.names.placeholders, *analysis.names.gaps)
    if any(start < match.end and match.start < end for start, end in open_slots):
        return True
    text = analysis.document.text
    names = [(start, end) for start, end in analysis.names.protected if start < match.end and match.start < end]
    if not names:
        return False
    if not match.replacements:
        return match.category == "spelling" or any(start <= match.start and match.end <= end for start, end in names)
    kept = Counter(text[max(start, match.start) : min(end, match.end)] for start, end in names)
    return not all(_count(name, new) >= count for name, count in kept.items() for new in match.replacements)


def _count(name: str, text: str) -> int:
    """How often a name stands in a text in whole words."""
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def start_of_body(document: Document) -> int:
    return next((sentence.start for sentence in document.sentences if sentence.zone == "body"), 0)


def _where_missing(document: Document, element: ElementId) -> int:
    """Where the element would stand: at the start or the end of the body."""
    if element in ("greeting", "thanks", "callback"):
        return start_of_body(document)
    ends = [sentence.end for sentence in document.sentences if sentence.zone == "body"]
    return ends[-1] if ends else 0
