"""Rules by name: those that exist, those in force, and the one that somebody means."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from fnmatch import fnmatchcase

from notecheck.config import Settings, asset
from notecheck.errors import ConfigError, RuleError
from notecheck.ruleset.rules import Rule, load_rules


def all_rules(settings: Settings) -> tuple[Rule, ...]:
    """Every rule, shipped or the user's, whether or not it is selected.

    Raises:
        RuleError: A folder or a rule is not valid.
    """
    return load_rules([asset("rules"), *settings.rules])


def rules_in_force(settings: Settings) -> tuple[Rule, ...]:
    """The rules that ``select`` and ``ignore`` leave.

    Raises:
        RuleError: A folder or a rule is not valid.
        ConfigError: A name to select or ignore means no rule; a slip would silently change what is checked.
    """
    rules = all_rules(settings)
    _require(settings.select, rules, place="select")
    _require(settings.ignore, rules, place="ignore")
    selected = [rule for rule in rules if not settings.select or _is_meant(rule, settings.select)]
    return tuple(rule for rule in selected if not _is_meant(rule, settings.ignore))


def find_rule(name: str, rules: Iterable[Rule]) -> Rule:
    """The rule of an id, present or former.

    Raises:
        RuleError: There is none.
    """
    rules = tuple(rules)
    named = {**{alias: rule for rule in rules for alias in rule.aliases}, **{rule.id: rule for rule in rules}}
    if name not in named:
        raise RuleError(f"there is no rule {name!r}", remedy=_remedy(name, rules))
    return named[name]


def _require(names: Iterable[str], rules: tuple[Rule, ...], *, place: str) -> None:
    for name in names:
        if not any(_is_meant(rule, [name]) for rule in rules):
            raise ConfigError(f"no rule is meant by {name!r}", remedy=_remedy(name, rules), place=place)


def _is_meant(rule: Rule, names: Iterable[str]) -> bool:
    """Whether one of the names is, or is a glob for, the rule's id, a former id, or its group."""
    own = (rule.id, *rule.aliases, rule.id.partition(".")[0])
    return any(fnmatchcase(item, name) for item in own for name in names)


def _remedy(name: str, rules: tuple[Rule, ...]) -> str:
    ids = [known for rule in rules for known in (rule.id, *rule.aliases)]
    groups = sorted({known.partition(".")[0] for known in ids})
    # People remember the end of an id, not its group.
    whole = get_close_matches(name.lower(), [*ids, *groups], 1)
    ends = get_close_matches(name.lower().rpartition(".")[2], [known.partition(".")[2] for known in ids], 1)
    near = whole[0] if whole else next((known for known in ids if ends and known.endswith(f".{ends[0]}")), None)
    return f"Did you mean {near!r}?" if near else "`notecheck rules` lists them."
