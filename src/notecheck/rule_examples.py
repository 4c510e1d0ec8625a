"""Rules proved by their own examples: what must fire does, on the words it names, and what must not does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from notecheck.analysis.twins import find_twins
from notecheck.api import Checker
from notecheck.checks import Checks
from notecheck.document import Context, Document
from notecheck.report import Finding
from notecheck.ruleset import Rule
from notecheck.ruleset.rules import Example

NOTE = "Dear Ms. Rivera,\n\n{}\n\nKind regards,\nSam Okafor\n"
"""The note around an example that is only a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """An example that its rule does not bear out."""

    rule: str
    text: str
    problem: str


def prove(rules: Iterable[Rule], checker: Checker) -> Iterator[Mistake]:
    """Run the examples of each rule, and each rule's fixes on them.

    A rule is judged alone, as if the text were a note. After the first fix of a finding there must be one finding less.
    """
    for rule in rules:
        checks = Checks([rule])
        for example in rule.examples.fires:
            yield from _fires(rule, example, checks, checker)
        for example in rule.examples.passes:
            found = _found(example.text, example, checks, checker)
            if found:
                yield _mistake(rule, example, f"must not fire, but flags {_words(found)}")


def _fires(rule: Rule, example: Example, checks: Checks, checker: Checker) -> Iterator[Mistake]:
    found = _found(example.text, example, checks, checker)
    if not found:
        yield _mistake(rule, example, "must fire, but does not")
    elif example.at and tuple(_plain(item.text) for item in found) != tuple(map(_plain, example.at)):
        yield _mistake(rule, example, f"must flag {list(example.at)}, but flags {_words(found)}")
    offset = 0 if example.as_note else NOTE.index("{}")
    for finding in found:
        for fix in finding.fixes[:1]:
            text = example.text
            for edit in sorted(fix.edits, key=lambda item: -item.start):
                text = text[: edit.start - offset] + edit.text + text[edit.end - offset :]
            if len(_found(text, example, checks, checker)) >= len(found):
                yield _mistake(rule, example, f"its fix leaves the finding standing: {text!r}")


def _found(text: str, example: Example, checks: Checks, checker: Checker) -> tuple[Finding, ...]:
    whole = text if example.as_note else NOTE.format(text)
    document = Document(whole, context=Context.from_mapping(example.context, place="example"))
    twins = find_twins([document, *map(Document, example.others)])[0]
    findings, failed = checks.run(checker.analyse(document, twins=twins), any_text=True)
    assert not failed, failed[0].why
    return findings


def _mistake(rule: Rule, example: Example, problem: str) -> Mistake:
    return Mistake(rule=rule.id, text=example.text, problem=problem)


def _plain(words: str) -> str:
    return " ".join(words.split())


def _words(findings: Iterable[Finding]) -> list[str]:
    return [_plain(finding.text) for finding in findings]
