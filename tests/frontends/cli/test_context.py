"""What is known of an interview, as the command line takes it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from notecheck.contexts import read_context, render_schema, template
from notecheck.document import Context, Person
from tests.frontends.cli.conftest import Notecheck

NOTE = "Dear Ms. Chen,\n\nThank you for your time.\n"
MAIL = "From: d.lee <d@x.org>\nTo: Dr. Mei Chen <mei@x.org>\nSubject: Thanks\n\n" + NOTE

Seen = list[dict[str, Any]]


@pytest.fixture(autouse=True)
def notes(folder: Path) -> None:
    (folder / "first.txt").write_text(NOTE)
    (folder / "second.eml").write_text(MAIL)


def contexts(seen: Seen) -> list[Context]:
    return [item["context"] for item in seen if "context" in item]


def test_every_option_reaches_the_note(notecheck: Notecheck, seen: Seen) -> None:
    said = [
        "--interviewer",
        "Dr. Ana Ruiz <ana@x.org>",
        "--interviewer",
        "Tom",
        "--company",
        "Acme",
        "--role",
        "analyst",
    ]
    said += ["--me", "Dana Lee", "--interviewed-on", "2026-03-04", "--sent-on", "2026-03-05"]
    said += ["--topic", "rota", "--topic", "shelves, high", "--also-met", "Li Wei"]
    assert notecheck("first.txt", *said).exit_code == 0
    assert contexts(seen) == [
        Context(
            interviewers=(Person(name="Ana Ruiz", title="Dr.", email="ana@x.org"), Person(name="Tom")),
            company="Acme",
            role="analyst",
            me="Dana Lee",
            interviewed_on=date(2026, 3, 4),
            sent_on=date(2026, 3, 5),
            topics=("rota", "shelves, high"),
            also_met=(Person(name="Li Wei"),),
        )
    ]


def test_the_nearest_to_the_note_wins(notecheck: Notecheck, folder: Path, seen: Seen) -> None:
    (folder / "notecheck.toml").write_text('context = { me = "toml", role = "toml", company = "toml" }\n')
    (folder / "second.context.yaml").write_text("{role: sidecar, company: sidecar}")
    notecheck("second.eml")
    notecheck("second.eml", "--company", "option")
    mei = (Person(name="Mei Chen", title="Dr.", email="mei@x.org"),)
    said = Context(interviewers=mei, me="toml", role="sidecar", company="sidecar", subject="Thanks")
    (folder / "acme.json").write_text('{"company": "file", "role": "file", "interviewers": ["Ana"]}')
    notecheck("second.eml", "first.txt", "--context", "acme.json", "--company", "option")
    first, second, third, fourth = contexts(seen)
    assert first == said
    assert (second.company, second.role) == ("option", "sidecar")
    assert (third.company, third.role, third.me, third.subject) == ("option", "file", "toml", "Thanks")
    assert third.interviewers == fourth.interviewers == (Person(name="Ana"),)


def test_a_table_says_what_is_known_of_each_note(notecheck: Notecheck, folder: Path, seen: Seen) -> None:
    (folder / "contexts.csv").write_text('path;company;interviewers\nfirst.txt;Acme;"Ana; Tom"\ngone.txt;;\n')
    result = notecheck("first.txt", "second.eml", "--contexts", "contexts.csv", "--role", "nurse")
    assert (result.exit_code, result.stderr.splitlines()) == (
        0,
        [
            "contexts.csv:3: gone.txt is not there; the row is left out.",
            "second.eml: contexts.csv has no row for it.",
        ],
    )
    first, second = contexts(seen)
    assert first == Context(company="Acme", role="nurse", interviewers=(Person(name="Ana"), Person(name="Tom")))
    assert (second.company, second.me) == (None, "d.lee")


def test_many_mismatches_are_told_briefly(notecheck: Notecheck, folder: Path) -> None:
    (folder / "contexts.csv").write_text("path\nfirst.txt\n" + "".join(f"gone{number}\n" for number in range(30)))
    lines = notecheck("first.txt", "--contexts", "contexts.csv").stderr.splitlines()
    assert len(lines) == 11
    assert lines[-1] == "and 20 more like these."


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (["--interviewed-on", "4 March"], "--interviewed-on: '4 March' is no date. Write it as YYYY-MM-DD."),
        (["--interviewer", "Ana, Tom"], "--interviewer: 'Ana, Tom' has a comma. Write each person apart"),
        (["--also-met", "x@y.org"], "--also-met: there is no name."),
        (["--context", "gone.yaml"], "gone.yaml: there is no such file. Check the path."),
        (["--context", "bad.yaml"], "bad.yaml:2:1: unknown key 'compnay'. Did you mean 'company'?"),
        (["--context", "bad.csv"], "bad.csv: this is a table. Name it with --contexts."),
        (["--contexts", "bad.csv"], "bad.csv:1: unknown column 'compnay'. Did you mean 'company'?"),
        (["--contexts", "bad.yaml"], "bad.yaml:1: there is no column path."),
        (["--contexts", "."], ".: it is a folder."),
    ],
)
def test_what_is_wrong_stops_all_and_is_one_line(
    notecheck: Notecheck, folder: Path, seen: Seen, said: list[str], message: str
) -> None:
    (folder / "bad.yaml").write_text("me: Dana\ncompnay: Acme\n")
    (folder / "bad.csv").write_text("path,compnay\n")
    result = notecheck("first.txt", *said)
    assert (result.exit_code, result.stdout, seen) == (2, "", [])
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1
    shown = notecheck("context", "show", "first.txt", *said)
    assert (shown.exit_code, shown.stdout, shown.stderr) == (2, "", result.stderr)


def test_a_bad_sidecar_spoils_its_own_note_alone(notecheck: Notecheck, folder: Path, seen: Seen) -> None:
    (folder / "first.txt.context.yaml").write_text("me: x\nsent_on: today\n")
    result = notecheck("first.txt", "second.eml", "--format", "json")
    assert result.exit_code == 2
    assert result.stderr == (
        "first.txt: first.txt.context.yaml:2:1: sent_on: 'today' is no date. Write it as YYYY-MM-DD.\n"
    )
    data = json.loads(result.stdout)
    assert [item["path"] for item in data["documents"]] == ["second.eml"]
    assert [item["path"] for item in data["errors"]] == ["first.txt"]


def test_an_editor_gets_the_sidecar_of_the_file_it_names(notecheck: Notecheck, folder: Path, seen: Seen) -> None:
    (folder / "draft.context.yaml").write_text("company: Acme")
    notecheck("-", "--stdin-filename", "draft.md", input=NOTE)
    assert contexts(seen) == [Context(company="Acme")]


BODY = (
    "Thank you for the hour you gave me on Tuesday. What you said about the night rota stayed with me.\n\n"
    "In four years on a stroke ward I trained eleven new nurses and cut our falls by a third.\n"
)


def test_notes_of_one_run_are_compared(notecheck: Notecheck, folder: Path, seen: Seen) -> None:
    for name in ("Ana", "Tom"):
        (folder / f"{name}.txt").write_text(f"Dear {name},\n\n{BODY}")
    notecheck("Ana.txt", "gone.txt", "./Ana.txt", "Tom.txt", "first.txt")
    assert {item["path"]: [twin.other for twin in item["twins"]] for item in seen if "twins" in item} == {
        "Ana.txt": ["Tom.txt"],
        "Tom.txt": ["Ana.txt"],
        "first.txt": [],
    }
    seen.clear()
    notecheck("Ana.txt")
    assert seen[0]["twins"] == ()


def test_show_tells_what_is_known_and_from_where(notecheck: Notecheck, folder: Path) -> None:
    (folder / "notecheck.toml").write_text('context = { me = "Dana\\u001b Lee" }\n')
    (folder / "contexts.tsv").write_text("path\tcompany\nfirst.txt\tAcme\n")
    (folder / "c.yaml").write_text("also_met: [{name: Li Wei, title: Ms., role: Head of Data}]")
    result = notecheck(
        "context",
        "show",
        "first.txt",
        "second.eml",
        "--contexts",
        "contexts.tsv",
        "--context",
        "c.yaml",
        "--topic",
        "rota",
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "first.txt\n"
        "  topics: rota (option)\n"
        "  company: Acme (contexts.tsv:2)\n"
        "  also_met: Ms. Li Wei, Head of Data (c.yaml)\n"
        "  me: Dana␛ Lee (configuration)\n"
        "  not known: interviewers, role, interviewed_on, sent_on, subject\n"
        "second.eml\n"
        "  topics: rota (option)\n"
        "  also_met: Ms. Li Wei, Head of Data (c.yaml)\n"
        "  me: Dana␛ Lee (configuration)\n"
        "  interviewers: Dr. Mei Chen <mei@x.org> (mail header)\n"
        "  subject: Thanks (mail header)\n"
        "  not known: company, role, interviewed_on, sent_on\n"
    )


def test_the_bare_command_shows_its_help_and_is_a_mistake(notecheck: Notecheck) -> None:
    result = notecheck("context")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: notecheck context ")


def test_show_goes_on_after_what_cannot_be_read(notecheck: Notecheck) -> None:
    result = notecheck("context", "show", "gone.txt", "first.txt")
    assert result.exit_code == 2
    assert result.stdout.startswith("first.txt\n  not known: interviewers, ")
    assert result.stderr == "gone.txt: there is no such file. Check the path.\n"


def test_init_writes_a_template_and_spares_what_is_there(notecheck: Notecheck, folder: Path) -> None:
    result = notecheck("context", "init")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "context.yaml is written. It says nothing until you uncomment a line.\n"
    assert (folder / "context.yaml").read_text("utf-8") == template()
    (folder / "context.yaml").write_text("me: Dana")
    refused = notecheck("context", "init")
    assert refused.exit_code == 2
    assert refused.stderr == "context.yaml: the file exists already. Edit it, or replace it with --force.\n"
    assert (folder / "context.yaml").read_text() == "me: Dana"
    assert notecheck("context", "init", "--force").exit_code == 0
    assert read_context(folder / "context.yaml") == Context()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("draft.txt", "draft.txt: the template is a YAML file. Name it draft.context.yaml, for instance."),
        ("gone/context.yaml", "cannot be written (No such file or directory). Name another file."),
        (".", "the template is a YAML file."),
    ],
)
def test_init_where_no_template_belongs(notecheck: Notecheck, folder: Path, name: str, message: str) -> None:
    before = sorted(folder.iterdir())
    result = notecheck("context", "init", name)
    assert result.exit_code == 2
    assert message in result.stderr
    assert sorted(folder.iterdir()) == before


def test_schema_is_that_of_the_documentation(notecheck: Notecheck) -> None:
    shown = notecheck("context", "schema").stdout
    page = Path(__file__).parents[3] / "docs" / "context.schema.json"
    assert shown == render_schema() == page.read_text("utf-8")


def test_options_for_files_complete_files(notecheck: Notecheck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_NOTECHECK_COMPLETE", "bash_complete")
    for words, wanted in (("notecheck check --context ", "file"), ("notecheck check --contex", "plain,--contexts")):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
        assert wanted in notecheck().stdout
