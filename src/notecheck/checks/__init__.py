"""Rules applied to facts: the one place where notecheck judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from functools import partial
from itertools import groupby

from notecheck.analysis import Analysis
from notecheck.checks import facts, mentions, text, tokens
from notecheck.checks.hit import Hit, Judge
from notecheck.report import SEVERITIES, Finding, NotChecked
from notecheck.ruleset import Rule
from notecheck.ruleset.phrases import MATCH_SECONDS, Runaway

__all__ = ["Checks", "Hit", "Judge"]

KINDS: Mapping[str, Callable[..., Judge]] = {
    "existence": text.existence,
    "substitution": text.substitution,
    "occurrence": text.occurrence,
    "consistency": text.consistency,
    "token_pattern": tokens.token_pattern,
    "dependency": tokens.dependency,
    "metric": facts.metric,
    "element": facts.element,
    "tone": facts.tone,
    "objection": facts.objection,
    "placeholder": facts.placeholder,
    "mention": mentions.mention,
    "delay": mentions.delay,
    "header": facts.header,
    "mechanics": facts.mechanics,
    "same_note": facts.same_note,
}
"""Each kind of rule and the function that turns such a rule into a judge of analyses."""


class Checks:
    """Rules made ready to judge.

    Args:
        rules: Patterns in them are compiled when they are first needed, and kept.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._judges: list[tuple[Rule, Judge]] = [(rule, KINDS[rule.kind](rule)) for rule in rules]

    def run(self, analysis: Analysis, *, any_text: bool = False) -> tuple[tuple[Finding, ...], tuple[NotChecked, ...]]:
        """Findings in order of place, and the rules that could not be applied.

        Rules for notes are left out where the text is none, unless ``any_text``. Where several rules of one group flag
        the very same words, the most severe speaks; where a rule on wording, tone or names covers a word that an engine
        finds misspelt, the engine is silent; where a rule names what is wrong in a sentence, an objection to it is.
        """
        is_note = any_text or analysis.elements.kind.label == "post_interview_note"
        found: list[Finding] = []
        failed: list[NotChecked] = []
        for rule, judge in self._judges:
            if rule.notes_only and not is_note:
                continue
            try:
                found += [_finding(rule, hit, analysis) for hit in judge(analysis)]
            except Runaway:
                why = f"Its pattern was stopped after {MATCH_SECONDS:g} s on this text."
                failed.append(
                    NotChecked(what=f"rule {rule.id}", why=why, remedy="Bound the repetitions in the rule's pattern.")
                )
            except Exception as error:  # One broken rule must not take the report with it.
                why = f"It failed with {type(error).__name__}: {error}"
                failed.append(
                    NotChecked(
                        what=f"rule {rule.id}", why=why, remedy="Correct the rule, or ignore it in the configuration."
                    )
                )
        objections = {rule.id for rule, _ in self._judges if rule.kind == "objection"}
        return _merged(found, objections), tuple(failed)


def _finding(rule: Rule, hit: Hit, analysis: Analysis) -> Finding:
    place = analysis.document.evidence(hit.start, hit.end)
    return Finding(
        rule=rule.id,
        engine=hit.engine,
        severity=rule.severity,
        message=hit.message or rule.message.format_map({"text": " ".join(place.text.split()), **hit.fields}),
        advice=rule.advice,
        start=hit.start,
        end=hit.end,
        line=place.line,
        column=place.column,
        text=place.text,
        fixes=hit.fixes,
        engine_rule=hit.engine_rule,
    )


def _merged(found: list[Finding], objections: Set[str]) -> tuple[Finding, ...]:
    def words(finding: Finding) -> tuple[int, int, str]:
        return finding.start, finding.end, finding.rule.partition(".")[0]

    def rank(finding: Finding) -> tuple[int, str]:
        return SEVERITIES.index(finding.severity), finding.rule

    kept: list[Finding] = []
    for (start, end, _), same in groupby(sorted(found, key=words), words):
        findings = sorted(same, key=rank)
        # A missing thing has no words of its own, so all of them are told.
        kept += findings if start == end else findings[:1]
    ours = [
        finding
        for finding in kept
        if finding.rule.startswith(("wording.", "tone.", "names.")) and finding.end > finding.start
    ]
    named = [finding for finding in kept if _names_a_fault(finding) and finding.rule not in objections]
    kept = [
        finding
        for finding in kept
        if finding.rule not in objections or not any(finding.start <= one.start < finding.end for one in named)
    ]
    kept = [finding for finding in kept if not (_is_spelling(finding) and any(map(partial(_covers, finding), ours)))]
    return tuple(sorted(kept, key=lambda finding: (finding.start, finding.end, finding.rule)))


def _names_a_fault(finding: Finding) -> bool:
    return finding.rule.startswith(("tone.", "content.")) and finding.severity in ("error", "warning")


def _is_spelling(finding: Finding) -> bool:
    return finding.rule == "mechanics.spelling"


def _covers(spelling: Finding, ours: Finding) -> bool:
    """Whether a rule of ours names the word that an engine does not know ("thx"), and so knows better what it is."""
    return ours.start <= spelling.start and spelling.end <= ours.end
