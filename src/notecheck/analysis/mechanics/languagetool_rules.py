"""LanguageTool's categories in our words, and the rules of it that we leave off."""

from __future__ import annotations

from notecheck.analysis.mechanics.matches import Category

DISABLED: tuple[str, ...] = (
    # A note in the first person opens many sentences with "I"; the cures offered ("Furthermore, I") are worse.
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE",
    # Commas that its own message calls a matter of length and closeness.
    "COMMA_COMPOUND_SENTENCE",
    "COMMA_COMPOUND_SENTENCE_2",
    "MISSING_COMMA_AFTER_INTRODUCTORY_PHRASE",
    # Takes the polite "if you would prefer …" for a wrong conditional.
    "CONDITIONAL_CLAUSE",
    # Takes the plural noun in front of another for a genitive: "the returns desk", "our operations lead".
    "POSSESSIVE_APOSTROPHE",
    # Calls "contact you" worn, and offers "reach out to you".
    "THANKS_FOR_CONTACTING_ME",
)

_BY_ISSUE: dict[str, Category] = {
    "misspelling": "spelling",
    "duplication": "repetition",
    "whitespace": "typography",
    "typographical": "typography",
    "locale-violation": "style",
    "register": "style",
    "style": "style",
    "inconsistency": "style",
}
_BY_CATEGORY: dict[str, Category] = {
    "TYPOS": "spelling",
    "COMPOUNDING": "spelling",
    "CASING": "casing",
    "PUNCTUATION": "punctuation",
    "TYPOGRAPHY": "typography",
    "GRAMMAR": "grammar",
    "CONFUSED_WORDS": "grammar",
    "COLLOCATIONS": "grammar",
    "SEMANTICS": "grammar",
    "NONSTANDARD_PHRASES": "grammar",
    "STYLE": "style",
    "REDUNDANCY": "style",
    "PLAIN_ENGLISH": "style",
    "REPETITIONS_STYLE": "style",
    "CREATIVE_WRITING": "style",
    "GENDER_NEUTRALITY": "style",
    "AMERICAN_ENGLISH_STYLE": "style",
    "BRITISH_ENGLISH": "style",
}


def category(rule: str, languagetool_category: str, issue_type: str) -> Category:
    """Our category for a rule: by its issue type where that says "duplication" or "style", else by category."""
    if rule == "PHRASE_REPETITION":  # Filed under grammar there.
        return "repetition"
    if rule == "I_LOWERCASE":  # Filed under typos there.
        return "casing"
    if _BY_ISSUE.get(issue_type) in ("repetition", "style"):
        return _BY_ISSUE[issue_type]
    return _BY_CATEGORY.get(languagetool_category) or _BY_ISSUE.get(issue_type, "grammar")
