"""Rules as the pages that renderers show."""

from __future__ import annotations

from notecheck.render.rule_page import Example, RulePage
from notecheck.ruleset import Rule


def rule_page(rule: Rule) -> RulePage:
    """The page of a rule."""
    return RulePage(
        id=rule.id,
        title=rule.title,
        kind=rule.kind,
        severity=rule.severity,
        message=rule.message,
        why=rule.why,
        advice=rule.advice,
        notes_only=rule.notes_only,
        aliases=rule.aliases,
        fires=tuple(Example(text=item.text, at=item.at, others=item.others) for item in rule.examples.fires),
        passes=tuple(Example(text=item.text, others=item.others) for item in rule.examples.passes),
    )
