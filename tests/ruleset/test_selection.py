"""Rules by name: selected, ignored, found by an old id, and a slip refused."""

from __future__ import annotations

import pytest

from notecheck.config import Settings
from notecheck.errors import ConfigError, RuleError
from notecheck.ruleset.selection import all_rules, find_rule, rules_in_force


def ids(**options: tuple[str, ...]) -> set[str]:
    return {rule.id for rule in rules_in_force(Settings(**options))}  # type: ignore[arg-type]


def test_names_are_ids_groups_or_globs_and_ignore_wins() -> None:
    everything = ids()
    wording = {name for name in everything if name.startswith("wording.")}
    assert ids(select=("wording",)) == wording
    assert ids(select=("wording.*",)) == wording
    assert ids(ignore=("wording",)) == everything - wording
    assert ids(select=("wording", "tone.begging"), ignore=("wording.*",)) == {"tone.begging"}


@pytest.mark.parametrize(
    ("option", "name", "near"), [("select", "wordng", "'wording'"), ("ignore", "tone.beging", "'tone.begging'")]
)
def test_a_name_that_means_no_rule_is_refused(option: str, name: str, near: str) -> None:
    with pytest.raises(ConfigError, match=f"{option}: no rule is meant by '{name}'. Did you mean {near}"):
        ids(**{option: (name,)})


def test_a_rule_is_found_by_its_id_or_told_apart_from_its_like() -> None:
    rules = all_rules(Settings())
    assert find_rule("tone.begging", rules).id == "tone.begging"
    with pytest.raises(RuleError, match=r"Did you mean 'tone\.begging'"):
        find_rule("begging", rules)
