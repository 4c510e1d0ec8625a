"""What notecheck asks of a note: rules, features of tone, reasons, registers, rubrics, with file and line."""

from __future__ import annotations

from notecheck.ruleset.element_reasons import Reasons, load_element_reasons
from notecheck.ruleset.registers import Register, load_register
from notecheck.ruleset.rubric import Rubric, load_rubric
from notecheck.ruleset.rules import Rule, load_rules
from notecheck.ruleset.tone_features import ToneFeature, load_tone_features

__all__ = [
    "Reasons",
    "Register",
    "Rubric",
    "Rule",
    "ToneFeature",
    "load_element_reasons",
    "load_register",
    "load_rubric",
    "load_rules",
    "load_tone_features",
]
