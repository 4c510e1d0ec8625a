"""Every shipped rule is valid, sits in its group's folder under its own name, and is borne out by its examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from notecheck import Checker
from notecheck.config import asset
from notecheck.rule_examples import prove
from notecheck.ruleset import Rule, load_rules
from notecheck.ruleset.rules import RULE, rule_files
from notecheck.ruleset.yaml_file import load

FILES = rule_files(asset("rules"))


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    with Checker(grammar="harper") as checker:
        yield checker


def rule_of(path: Path) -> Rule:
    return load(path, RULE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_is_borne_out_by_its_examples(path: Path, checker: Checker) -> None:
    assert list(prove([rule_of(path)], checker)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_file_is_named_after_its_rule(path: Path) -> None:
    assert rule_of(path).id == f"{path.parent.name}.{path.stem}"


def test_the_set_is_broad_and_no_id_or_alias_is_used_twice() -> None:
    rules = load_rules([asset("rules")])
    assert len(rules) >= 60
    names = Counter(name for rule in rules for name in (rule.id, *rule.aliases))
    assert [name for name, count in names.items() if count > 1] == []
