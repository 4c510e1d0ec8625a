from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from notecheck.render import to_rdjson
from notecheck.report import Edit, Failure, Fix, Report, Run
from tests.render.formats import SCHEMAS
from tests.render.reports import finding, many, report, unicode_report, weak_report
from tests.render.test_to_terminal import NASTY, nasty_report


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft7Validator:
    schema = json.loads((SCHEMAS / "rdformat.json").read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def diagnostics(*documents: Report, errors: tuple[Failure, ...] = ()) -> list[dict[str, Any]]:
    return json.loads(to_rdjson.render(Run(documents=documents, errors=errors)))["diagnostics"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "run",
    [
        many(),
        Run(documents=()),
        Run(documents=(unicode_report(),)),
        Run(documents=(nasty_report(NASTY),), errors=(Failure(path="", message=NASTY, remedy=NASTY),)),
    ],
    ids=["many", "none", "unicode", "nasty"],
)
def test_result_is_valid_by_the_schema(run: Run, validator: jsonschema.Draft7Validator) -> None:
    assert [error.message for error in validator.iter_errors(json.loads(to_rdjson.render(run)))] == []


def test_schema_refuses_what_is_no_result(validator: jsonschema.Draft7Validator) -> None:
    data = json.loads(to_rdjson.render(many()))
    data["diagnostics"][0]["severity"] = "hint"
    assert list(validator.iter_errors(data))


def test_suggestions_mend_the_text_by_its_bytes() -> None:
    text = "Hi\n🙂 I would of gone, you no.\n"
    first, last = text.index("would of"), text.index("no.")
    edits = (Edit(start=last, end=last + 2, text="know 🙂"), Edit(start=first, end=first + 8, text="would have"))
    fixes = (Fix(safety="safe", edits=edits), Fix(safety="ask", edits=edits, description="Say who"))
    (item,) = diagnostics(report(text, [finding(text, "would of", fixes=fixes)]))
    (suggestion,) = item["suggestions"]
    place = suggestion["range"]
    assert (place["start"]["line"], place["end"]["line"]) == (2, 2)
    line = text.split("\n")[1].encode()
    mended = line[: place["start"]["column"] - 1] + suggestion["text"].encode() + line[place["end"]["column"] - 1 :]
    assert mended.decode() == "🙂 I would have gone, you know 🙂."


def test_text_out_of_a_mail_has_no_place_in_the_file() -> None:
    first = diagnostics(replace(weak_report(), media="mail"))[0]
    assert first["location"] == {"path": "notes/weak.txt"}
    assert first["message"].startswith("line 11, column 1: The note gives no reason")


def test_wrong_setting_has_its_line() -> None:
    (item,) = diagnostics(errors=(Failure(path="notecheck.toml:7", message="unknown setting", remedy="Drop it."),))
    assert item["location"] == {"path": "notecheck.toml", "range": {"start": {"line": 7}}}
    assert item["severity"] == "ERROR"
