"""What notecheck asks of a note: rules, fact patterns and rubrics, read from YAML and validated with file and line."""

from __future__ import annotations

from notecheck.ruleset.element_patterns import ElementPatterns, load_element_patterns
from notecheck.ruleset.rubric import Rubric, load_rubric
from notecheck.ruleset.rules import Rule, load_rules
from notecheck.ruleset.tone_features import ToneFeature, load_tone_features

__all__ = [
    "ElementPatterns",
    "Rubric",
    "Rule",
    "ToneFeature",
    "load_element_patterns",
    "load_rubric",
    "load_rules",
    "load_tone_features",
]
