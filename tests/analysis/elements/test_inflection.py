"""Regular endings of English."""

from __future__ import annotations

import pytest

from notecheck.ruleset.inflection import noun_plural, verb_forms


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("walk", "walk walks walked walking"),
        ("manage", "manage manages managed managing"),
        ("study", "study studies studied studying"),
        ("stay", "stay stays stayed staying"),
        ("plan", "plan plans planned planning"),
        ("fix", "fix fixes fixed fixing"),
        ("help", "help helps helped helping"),
        ("go went gone", "go goes went gone going"),
        ("cut cut", "cut cuts cutting"),
        ("oversee oversaw overseen", "oversee oversees oversaw overseen overseeing"),
    ],
)
def test_verb_forms(entry: str, forms: str) -> None:
    assert verb_forms(entry) == set(forms.split())


@pytest.mark.parametrize(
    ("noun", "plural"), [("role", "roles"), ("duty", "duties"), ("day", "days"), ("class", "classes")]
)
def test_noun_plural(noun: str, plural: str) -> None:
    assert noun_plural(noun) == plural
