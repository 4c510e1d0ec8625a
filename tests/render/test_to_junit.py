from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from notecheck.render import to_junit
from notecheck.report import Failure, Run
from tests.render.formats import SCHEMAS
from tests.render.reports import many, report, unicode_report, weak_report
from tests.render.test_to_terminal import NASTY, nasty_report

SCHEMA = etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd")))


def parsed(run: Run) -> etree._Element:
    root = etree.fromstring(to_junit.render(run).encode())
    SCHEMA.assertValid(root)
    return root


@pytest.mark.parametrize("run", [many(), Run(documents=()), Run(documents=(unicode_report(),))])
def test_document_is_valid_by_the_schema(run: Run) -> None:
    assert parsed(run).tag == "testsuites"


def test_schema_refuses_what_is_no_document() -> None:
    root = parsed(many())
    del root[0].attrib["tests"]
    assert not SCHEMA.validate(root)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
def test_any_text_gives_a_valid_document(words: str) -> None:
    parsed(Run(documents=(nasty_report(words),), errors=(Failure(path=words, message=words, remedy=words),)))


def test_no_text_is_markup() -> None:
    root = parsed(Run(documents=(nasty_report('</failure>]]><x a="1">&amp;'), nasty_report(NASTY))))
    assert {element.tag for element in root.iter()} == {"testsuites", "testsuite", "testcase", "failure", "system-out", "skipped"}  # fmt: skip # noqa: E501


def test_errors_and_warnings_fail_and_the_rest_passes() -> None:
    (suite,) = parsed(Run(documents=(weak_report(),)))
    assert dict(suite.attrib) == {"name": "notes/weak.txt", "tests": "8", "failures": "3", "errors": "0"}
    assert [item.get("type") for item in suite.iter("failure")] == ["error", "error", "warning"]
    assert [item.get("message") for item in suite.iter("skipped")] == [
        "LanguageTool is not set up. Run `notecheck setup` to fetch it."
    ]
    hint = next(case for case in suite if case.get("name", "").startswith("wording.intensifier"))
    assert [child.tag for child in hint] == ["system-out"]


def test_a_note_in_order_is_a_suite_that_passes() -> None:
    (suite,) = parsed(Run(documents=(report(),)))
    assert [case.get("name") for case in suite] == ["score"]
    assert suite[0][0].text == "Score 93 of 100: outstanding. Findings: none."


def test_notes_of_one_name_are_suites_of_their_own() -> None:
    assert len(parsed(Run(documents=(report(), report())))) == 2


def test_an_input_that_could_not_be_checked_is_an_error() -> None:
    root = parsed(Run(documents=(), errors=(Failure(path="gone.txt", message="no such file", remedy="Look."),)))
    assert (root.get("tests"), root.get("errors")) == ("1", "1")
    (error,) = root.iter("error")
    assert (error.get("message"), error.text) == ("no such file", "Look.")
