from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from notecheck.render import json_schema, to_json
from notecheck.report import Axis, Run, Tone
from tests.render.reports import finding, many, other_report, report, weak_report
from tests.render.test_to_terminal import NASTY, nasty_report

PUBLISHED = Path(__file__).parents[2] / "docs" / "report.schema.json"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_published_schema_is_that_of_the_types() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == json_schema.render(), "run docs/generate.py"


@pytest.mark.parametrize(
    "run", [many(), Run(documents=()), Run(documents=(nasty_report(NASTY),))], ids=["many", "none", "nasty"]
)
def test_output_is_valid_by_the_published_schema(run: Run, validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(json.loads(to_json.render(run)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["schema_version"], "2.0"),
        (["documents", 0, "kind", "label"], "letter"),
        (["documents", 0, "elements", 0, "status"], "perhaps"),
        (["documents", 0, "tone", "axes", "charm"], {"score": 1, "base": 1, "evidence": [], "reason": None}),
        (["documents", 0, "findings", 0, "fixes", 0, "safety"], "risky"),
        (["documents", 0, "findings", 0, "start"], "3"),
    ],
)
def test_schema_refuses_what_no_report_says(
    path: list[str | int], value: object, validator: jsonschema.Draft202012Validator
) -> None:
    data = json.loads(to_json.render(Run(documents=(replace(weak_report(), findings=weak_report().findings[1:]),))))
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert list(validator.iter_errors(data))


def test_every_property_is_required(validator: jsonschema.Draft202012Validator) -> None:
    data = json.loads(to_json.render(Run(documents=(report(),))))
    del data["documents"][0]["not_checked"]
    assert [error.message for error in validator.iter_errors(data)] == ["'not_checked' is a required property"]


def test_places_are_those_of_the_text_after_the_way_through_json() -> None:
    text = "Hi 🙂 Ana,\r\nwould of gone"
    found = json.loads(to_json.render(Run(documents=(report(text, [finding(text, "would of")]),))))["documents"][0]
    first = found["findings"][0]
    assert found["text"][first["start"] : first["end"]] == first["text"] == "would of"
    assert (first["line"], first["column"]) == (2, 1)


def test_output_is_printable_ascii_and_whole() -> None:
    shown = to_json.render(Run(documents=(nasty_report(NASTY), other_report())))
    assert shown.endswith("}\n")
    assert all(" " <= character <= "~" for character in shown.replace("\n", ""))
    assert json.loads(shown)["documents"][0]["path"] == NASTY


def test_no_number_that_is_none_reaches_json() -> None:
    broken = report(tone=Tone(axes={"warmth": Axis(score=float("nan"), base=50.0)}))
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json.render(Run(documents=(broken,)))
