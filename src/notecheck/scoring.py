"""Findings and elements weighed by a rubric: a score that explains itself to the point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from notecheck.analysis import Analysis
from notecheck.report import SEVERITIES, Element, ElementId, Finding, Part, Reason, Score
from notecheck.ruleset import Rubric
from notecheck.ruleset.rubric import ElementPart, FindingsPart

IF_IT_IS_ONE = "If it is one, set `kind` to `post_interview_note`."
"""What mends a kind that was misread."""


def score(
    rubric: Rubric, analysis: Analysis, findings: Sequence[Finding], *, element_rules: Mapping[str, ElementId]
) -> Score:
    """Weigh one note.

    The total is the points kept of those that could be measured, scaled to 100 and cut to the lowest limit that
    findings set, then rounded to a whole number. Taking a finding away never lowers it.

    Args:
        rubric: Parts, costs and bands.
        analysis: The facts; a text that is no post-interview note gets no score.
        findings: All findings of the note.
        element_rules: The element that each rule about elements flags; elements have parts of their own.
    """
    if analysis.elements.kind.label != "post_interview_note":
        reason = f"Only post-interview notes are scored. {analysis.elements.kind.reason} {IF_IT_IS_ONE}"
        return Score(total=None, reason=reason)
    elements = {element.id: element for element in analysis.elements.elements}
    weighed = [finding for finding in findings if finding.rule not in element_rules]
    flagged = {element_rules[finding.rule]: finding for finding in findings if finding.rule in element_rules}
    parts = []
    for part in rubric.parts:
        if isinstance(part, ElementPart):
            parts.append(_element_part(part, elements[part.element], flagged.get(part.element)))
        elif part.measured_by == "grammar" and not analysis.mechanics.engines:
            parts.append(Part(id=part.id, title=part.title, points=None, of=part.of))
        else:
            parts.append(_findings_part(part, weighed))
    measured = [part for part in parts if part.points is not None]
    total = 100 * sum(part.points or 0 for part in measured) / sum(part.of for part in measured)
    limit = _limit(rubric, weighed, total)
    if limit:
        parts.append(limit)
        total += limit.points or 0
    rounded = float(round(max(total, 0)))
    band = next(band.name for band in rubric.bands if rounded >= band.least)
    return Score(total=rounded, band=band, parts=tuple(parts), first=_first(parts))


def _element_part(part: ElementPart, element: Element, finding: Finding | None) -> Part:
    kept = {"present": part.of, "weak": part.of * part.weak, "missing": 0.0}[element.status]
    reasons: tuple[Reason, ...] = ()
    if kept < part.of:
        rule, start = (finding.rule, finding.start) if finding else (None, None)
        reasons = (Reason(points=part.of - kept, message=element.reason, rule=rule, element=element.id, start=start),)
    return Part(id=part.id, title=part.title, points=kept, of=part.of, reasons=reasons)


def _of_groups(part: FindingsPart, findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.rule.partition(".")[0] in part.groups]


def _findings_part(part: FindingsPart, findings: Iterable[Finding]) -> Part:
    left = part.of
    reasons = []
    for finding in _of_groups(part, findings):
        lost = min(part.costs.get(finding.severity, 0.0), left)
        if lost > 0:
            left -= lost
            reasons.append(Reason(points=lost, message=finding.message, rule=finding.rule, start=finding.start))
    return Part(id=part.id, title=part.title, points=left, of=part.of, reasons=tuple(reasons))


def _limit(rubric: Rubric, findings: Sequence[Finding], total: float) -> Part | None:
    """The part that cuts the total to the lowest limit in force, or None."""
    lowest: float = 100
    reached: tuple[Finding, ...] = ()
    for part in rubric.parts:
        if not isinstance(part, FindingsPart):
            continue
        for limit in part.limits:
            bad_enough = SEVERITIES[: SEVERITIES.index(limit.severity) + 1]
            counted = tuple(item for item in _of_groups(part, findings) if item.severity in bad_enough)
            if len(counted) >= limit.count and limit.total < lowest:
                lowest, reached = limit.total, counted
    if total <= lowest:
        return None
    worst = min(reached, key=lambda finding: SEVERITIES.index(finding.severity))
    others = f" (and {len(reached) - 1} more like it)" if len(reached) > 1 else ""
    reason = Reason(points=total - lowest, message=f"{worst.message}{others}", rule=worst.rule, start=worst.start)
    return Part(
        id="limit", title=f"At most {lowest:g} while this stands", points=lowest - total, of=0, reasons=(reason,)
    )


def _first(parts: Sequence[Part]) -> Reason | None:
    """What limits the score, else the largest loss; of equal ones the earlier part's."""
    reasons = [reason for part in reversed(parts) if part.id == "limit" for reason in part.reasons]
    reasons += sorted((reason for part in parts for reason in part.reasons), key=lambda reason: -reason.points)
    return reasons[0] if reasons else None
