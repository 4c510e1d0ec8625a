from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from notecheck.contexts import markdown_table, read_context, template
from notecheck.contexts.schema import schema
from notecheck.document import Context

KEYS = [item.name for item in fields(Context)]


def uncommented() -> str:
    return "\n".join(
        line.removeprefix("# ")
        for line in template().splitlines()
        if line.startswith(tuple(f"# {key}: " for key in KEYS))
    )


def test_template_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "context.yaml").write_text(template())
    assert read_context(tmp_path / "context.yaml") == Context()


def test_each_line_of_the_template_can_be_uncommented(tmp_path: Path) -> None:
    (tmp_path / "context.yaml").write_text(uncommented())
    context = read_context(tmp_path / "context.yaml")
    assert [key for key in KEYS if getattr(context, key) in (None, ())] == ["subject"]
    assert [person.title for person in context.interviewers] == [None, "Dr.", "Ms."]


def test_every_key_is_in_the_table() -> None:
    rows = {row.split("`")[1]: row for row in markdown_table().splitlines()[2:]}
    assert list(rows) == KEYS
    assert all(item.metadata["help"] in rows[item.name] for item in fields(Context))


@pytest.mark.parametrize(
    ("data", "valid"),
    [
        ({}, True),
        (yaml.load(uncommented(), yaml.BaseLoader), True),
        ({"interviewers": ["Ana", {"name": "Tom", "email": None}]}, True),
        ({"interviewers": "Ana"}, False),
        ({"interviewers": [{"role": "x"}]}, False),
        ({"compnay": "Acme"}, False),
        ({"company": 3}, False),
        ({"sent_on": "4 March"}, False),
    ],
)
def test_the_schema_takes_what_is_read(data: Any, valid: bool) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    checker = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
    assert checker.is_valid(data) is valid
