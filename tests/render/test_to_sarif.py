from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from notecheck.document import Document, Places
from notecheck.render import to_sarif
from notecheck.report import Edit, Failure, Finding, Fix, Media, Report, Run, Sentence
from tests.render.formats import SCHEMAS
from tests.render.reports import finding, many, report, unicode_report, weak_report
from tests.render.test_to_terminal import NASTY, nasty_report

Data = dict[str, Any]


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft4Validator:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def log(*documents: Report, errors: tuple[Failure, ...] = ()) -> Data:
    (run,) = json.loads(to_sarif.render(Run(documents=documents, errors=errors)))["runs"]
    return run  # type: ignore[no-any-return]


def with_findings(text: str, *findings: Finding, **changes: Any) -> Report:
    """A report whose sentences are those of the text."""
    document = Document(text)
    sentences = tuple(
        Sentence(start=item.start, end=item.end, line=1, column=1, zone="body") for item in document.sentences
    )
    return report(text, findings, sentences=sentences, **changes)


def marks(item: Report) -> list[str]:
    return [result["partialFingerprints"]["ruleWordsAndSentence/v1"] for result in log(item)["results"]]


@pytest.mark.parametrize(
    "run",
    [
        many(),
        Run(documents=()),
        Run(documents=(unicode_report(),)),
        Run(documents=(nasty_report(NASTY),), errors=(Failure(path=NASTY, message=NASTY, remedy=NASTY),)),
    ],
    ids=["many", "none", "unicode", "nasty"],
)
def test_log_is_valid_by_the_schema(run: Run, validator: jsonschema.Draft4Validator) -> None:
    assert [error.message for error in validator.iter_errors(json.loads(to_sarif.render(run)))] == []


def test_schema_refuses_what_is_no_log(validator: jsonschema.Draft4Validator) -> None:
    data = json.loads(to_sarif.render(many()))
    data["runs"][0]["results"][0]["level"] = "hint"
    assert list(validator.iter_errors(data))


def test_columns_count_what_the_log_says() -> None:
    text = "🙂 e\u0301 would of"
    (result,) = log(report(text, [finding(text, "would of")]))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert log(report(text))["columnKind"] == "utf16CodeUnits"
    units = text.encode("utf-16-le")
    assert units[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)].decode("utf-16-le") == "would of"
    assert region["snippet"] == {"text": "would of"}


def test_fixes_are_replacements_that_mend_the_text() -> None:
    text = "🙂 I would of, 👩\u200d🔬 you no.\r\nBye"
    first, last = text.index("would of"), text.index("no.")
    edits = (Edit(start=first, end=first + 8, text="would have"), Edit(start=last, end=last + 2, text="know"))
    fixes = (Fix(safety="suggested", edits=edits, description="Two slips."), Fix(safety="ask", edits=edits))
    (result,) = log(report(text, [finding(text, "would of", fixes=fixes)]))["results"]
    (fix,) = result["fixes"]  # What needs the writer's facts is told in the message alone.
    assert fix["properties"] == {"safety": "suggested"}
    assert fix["description"]["text"].startswith("Two slips: ")
    assert "Needs your facts" in result["message"]["text"]
    assert mended(text, fix) == "🙂 I would have, 👩\u200d🔬 you know.\r\nBye"


def mended(text: str, fix: Data) -> str:
    places = Places(text)
    (change,) = fix["artifactChanges"]
    for item in reversed(change["replacements"]):
        region = item["deletedRegion"]
        start = places.from_utf16(region["startLine"] - 1, region["startColumn"] - 1)
        end = places.from_utf16(region["endLine"] - 1, region["endColumn"] - 1)
        text = text[:start] + item["insertedContent"]["text"] + text[end:]
    return text


@pytest.mark.parametrize("media", ["mail", "word"])
def test_text_out_of_a_mail_has_no_place_in_the_file(media: Media) -> None:
    (first, *_) = log(replace(weak_report(), media=media))["results"]
    assert set(first["locations"][0]["physicalLocation"]) == {"artifactLocation"}
    assert first["message"]["text"].startswith("line 11, column 1: The note gives no reason")
    assert "fixes" not in first


def test_rules_carry_help_and_their_gravest_level() -> None:
    text = "one two"
    findings = [finding(text, "one", severity="hint"), finding(text, "two", severity="error", advice="Count on.")]
    found = log(report(text, findings))
    (rule,) = found["tool"]["driver"]["rules"]
    assert rule["id"] == "wording.sample"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["help"]["text"] == "Count on. `notecheck explain wording.sample` tells why, with examples."
    assert [result["level"] for result in found["results"]] == ["note", "error"]
    assert {result["ruleIndex"] for result in found["results"]} == {0}


def test_rule_index_leads_to_the_rule() -> None:
    found = log(weak_report(), unicode_report())
    rules = found["tool"]["driver"]["rules"]
    assert len(rules) == len({rule["id"] for rule in rules})
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in found["results"])
    assert all(result["suppressions"] == [] for result in found["results"])


def test_what_could_not_be_checked_is_a_notification() -> None:
    failure = Failure(path="/home/ana/notecheck.toml:7", message="unknown setting 'x'", remedy="Leave it out.")
    (invocation,) = log(weak_report(), errors=(failure,))["invocations"]
    part, whole = invocation["toolExecutionNotifications"]
    assert (part["level"], whole["level"]) == ("warning", "error")
    assert part["descriptor"] == {"id": "part-not-checked"}
    assert "LanguageTool is not set up. Run `notecheck setup`" in part["message"]["text"]
    assert whole["message"]["text"] == "/home/ana/notecheck.toml:7: Unknown setting 'x'. Leave it out."
    place = whole["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "file:///home/ana/notecheck.toml"
    assert place["region"] == {"startLine": 7}
    assert invocation["executionSuccessful"] is False
    assert log(weak_report())["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("notes/my note.txt", "notes/my%20note.txt"),
        ("a:b#c?.md", "a%3Ab%23c%3F.md"),
        ("/tmp/Zoë.txt", "file:///tmp/Zo%C3%AB.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("bad\udcff.txt", "bad%FF.txt"),
    ],
)
def test_paths_are_uris(path: str, uri: str) -> None:
    (artifact,) = log(report(path=path))["artifacts"]
    assert artifact["location"] == {"uri": uri}


def test_fingerprint_stays_while_other_parts_change() -> None:
    before = "Thank you. I would of asked.\n"
    after = "Dear Ana,\n\nThank you a lot. I would  of\nasked. Bye.\n"
    wrapped = replace(finding(after, "would  of"), text="would  of")
    assert marks(with_findings(before, finding(before, "would of"))) == marks(with_findings(after, wrapped))


def test_fingerprints_tell_findings_apart() -> None:
    text = "I just came. I just left. I just came."
    places = [text.index("just"), text.index("just l"), text.rindex("just")]
    found = marks(with_findings(text, *(finding(text, "just", start=start) for start in places)))
    assert len(set(found)) == 3
    assert marks(with_findings(text, finding(text, "just", rule="wording.b")))[0] not in found
