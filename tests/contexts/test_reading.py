from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.contexts import read_context
from notecheck.contexts.reading import _json, _yaml
from notecheck.document import Context, Person
from notecheck.errors import ContextError
from tests.documentation import blocks

ACME = Context(
    interviewers=(Person(name="Tom Weber", title="Dr."), Person(name="Li Wei", title="Ms.", role="Head of Data")),
    company="Acme",
    interviewed_on=date(2026, 3, 4),
)


def write(folder: Path, content: str | bytes, name: str = "context.yaml") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_file_of_the_documentation(tmp_path: Path) -> None:
    (shown,) = (block.text for block in blocks("text") if block.text.startswith("interviewers:"))
    assert read_context(write(tmp_path, shown)) == ACME


def test_json_says_the_same(tmp_path: Path) -> None:
    people = ["Dr. Tom Weber", {"name": "Li Wei", "title": "Ms.", "role": "Head of Data"}]
    data = {"interviewers": people, "company": "Acme", "interviewed_on": "2026-03-04"}
    for shown in (json.dumps(data), json.dumps(data, indent="\t"), "\ufeff" + json.dumps(data)):
        assert read_context(write(tmp_path, shown, "context.JSON")) == ACME


def test_plain_values_are_text(tmp_path: Path) -> None:
    path = write(tmp_path, "company: 42\nrole: Yes\nme: 1.50\ntopics: [2026-03-04, on]\n")
    assert read_context(path) == Context(company="42", role="Yes", me="1.50", topics=("2026-03-04", "on"))


@pytest.mark.parametrize("text", ["", "# nothing\n", "company:\n", "company: ~\ninterviewers:\n", "{}"])
def test_nothing_said_is_an_empty_context(tmp_path: Path, text: str) -> None:
    assert read_context(write(tmp_path, text)) == Context()


def test_characters_beyond_sixteen_bits_in_json(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps({"company": "🙂 \\ud83d Acme"}), "c.json")
    assert read_context(path).company == "🙂 \\ud83d Acme"
    path.write_text('{"company": "\\ud83d\\ude42",\n "rol": "x"}')
    with pytest.raises(ContextError) as caught:
        read_context(path)
    assert caught.value.place == f"{path}:2:2"


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ("compnay: Acme", "1:1", "unknown key 'compnay'. Did you mean 'company'?"),
        ("me: Dana\ninterviewed_on: 4 March", "2:1", "interviewed_on: '4 March' is no date. Write it as YYYY-MM-DD."),
        ("interviewers:\n  - Ana\n  - {name: Tom, rle: x}", "3:17", "interviewers: 2: unknown key 'rle'"),
        ("interviewers:\n  - Ana\n  - Tom, Li", "3:5", "interviewers: 2: 'Tom, Li' has a comma"),
        ("interviewers: Ana", "1:1", "interviewers: expected a list"),
        ("- Ana", "1:1", "must be a mapping"),
        ("Ana", "1:1", "must be a mapping"),
        ("me: x\nme: y", "2", "the key 'me' stands twice"),
        ("company: Acme: the best", "1:14", "no valid YAML"),
        ("interviewers: [Ana", "2:1", "no valid YAML"),
        ("me: a\n---\nme: b", "2:1", "no valid YAML"),
        ("me: \x07", "", "no valid YAML: control characters are not allowed"),
        ("? [a]\n: b", "1:3", "a key must be a word"),
        ("me: &a [*a]", "1:5", "too deeply nested"),
        ("me: " + "[" * 50 + "]" * 50, "1:9", "too deeply nested"),
        (b"me: Ana\ncompany: Caf\xe9\n", "2", "it is not valid UTF-8. Save it as UTF-8"),
        ("me: x".encode("utf-16"), "1", "it is not valid UTF-8"),
    ],
)
def test_a_mistake_names_line_and_column(tmp_path: Path, content: str | bytes, place: str, words: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(ContextError) as caught:
        read_context(path)
    assert caught.value.place == f"{path}:{place}".rstrip(":")
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "1:1", "no valid JSON: Expecting value"),
        ('{"me": "x",}', "1:12", "no valid JSON"),
        ('{"me": 3}', "1:2", "me: expected text, not int"),
        ('{\n\t"me": "x",\n\t"also_met": ["Ana",\n\t\t{}]}', "4:3", "also_met: 2: a person is"),
        ('{"me": "x", "me": "y"}', "1", "stands twice"),
        ("[" * 100_000, "", "no valid JSON"),
        ('["Ana"]', "1:1", "must be a mapping"),
    ],
)
def test_a_mistake_in_json(tmp_path: Path, text: str, place: str, words: str) -> None:
    path = write(tmp_path, text, "context.json")
    with pytest.raises(ContextError) as caught:
        read_context(path)
    assert caught.value.place == f"{path}:{place}".rstrip(":")
    assert words in str(caught.value)


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContextError, match="no valid YAML"):
        read_context(write(tmp_path, "me: " + "[" * 100_000))


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(ContextError, match=r"gone\.yaml: there is no such file\. Check the path\."):
        read_context(tmp_path / "gone.yaml")
    with pytest.raises(ContextError, match=r"it is a folder\. Name a file that says what is known"):
        read_context(tmp_path)
    with pytest.raises(ContextError, match=r"this is a table\. Name it with --contexts"):
        read_context(write(tmp_path, "path\n", "contexts.csv"))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
        with pytest.raises(ContextError, match="not a file"):
            read_context(tmp_path / "pipe.yaml")


@given(st.text(max_size=80) | st.text(alphabet="me: []{}-&*a?\n\t\"'#|>", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (_yaml, _json):
        with suppress(ContextError):
            read(text.encode("utf-8", "replace").decode(), "x")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(alphabet="ab :-", max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(JSON, st.sampled_from([None, "\t", 2]), st.booleans())
def test_json_that_is_valid_is_data(data: Any, indent: Any, ascii_only: bool) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    assert json.dumps(_json(text, "x")[0]) == json.dumps(data)
