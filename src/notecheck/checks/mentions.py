"""Judges of names, roles and days against what is known of the interview."""

from __future__ import annotations

from collections.abc import Iterable

from notecheck.analysis import Analysis
from notecheck.checks.facts import start_of_body
from notecheck.checks.hit import Hit, Judge
from notecheck.report import Edit, Fix
from notecheck.ruleset.rules import DelayRule, MentionRule


def mention(rule: MentionRule) -> Judge:
    def judge(analysis: Analysis) -> Iterable[Hit]:
        for item in analysis.names.mentions:
            sentence = analysis.document.sentence_at(item.start)
            wanted = item.subject in rule.subjects and item.relation in rule.relations
            if wanted and sentence and sentence.zone in rule.zones:
                edits = (Edit(start=item.start, end=item.end, text=item.right),)
                fixes = (Fix(safety=rule.safety, edits=edits),) if item.right else ()
                fields = {"known": item.known, "right": item.right}
                yield Hit(start=item.start, end=item.end, fields=fields, fixes=fixes)

    return judge


def delay(rule: DelayRule) -> Judge:
    def judge(analysis: Analysis) -> Iterable[Hit]:
        context = analysis.document.context
        if context.sent_on is None or context.interviewed_on is None:
            return
        days = (context.sent_on - context.interviewed_on).days
        if days > rule.above and (rule.up_to is None or days <= rule.up_to):
            start = start_of_body(analysis.document)
            yield Hit(start=start, end=start, fields={"days": days})

    return judge
