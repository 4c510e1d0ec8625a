"""What README, CONTRIBUTING and docs tell to type, write or run does what they say."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from jsonschema import Draft202012Validator

from notecheck import Checker
from notecheck.config import asset, load_settings
from notecheck.frontends.cli import process
from notecheck.render import json_schema
from notecheck.rule_examples import Mistake, prove
from notecheck.ruleset import load_rules
from tests.documentation import PAGES, TOP, Block, blocks, commands

COVERED_ELSEWHERE = {
    "python benchmarks/names.py": "tests/test_names_protected.py",
    "make demo": "tests/e2e/test_fresh_clone.py",
    "make test": "tests/e2e/test_fresh_clone.py",
    "pip install notecheck": "tests/e2e/test_wheel.py",
    "pip install 'notecheck[java]'": "tests/e2e/test_wheel.py",
    ".venv/bin/python docs/generate.py": "tests/test_docs.py",
    "python benchmarks/elements.py benchmarks/data/held_out.jsonl": "tests/test_measured.py",
    "NOTECHECK_ACCEPT=1 .venv/bin/python -m pytest": "tests/golden.py",
}
PLACEHOLDERS = {"FOLDER": "my-rules", "NOTE": "draft.txt", "RULE": "tone.begging", "FILE": "notecheck.toml"}
NOTE = (TOP / "samples" / "weak" / "two-lines.txt").read_text("utf-8")
LANGUAGES = {"sh", "toml", "yaml", "python", "text"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the pages suppose: drafts, rules of one's own, and nobody's configuration or LanguageTool."""
    for name in ("notes", "my-rules", "home"):
        (tmp_path / name).mkdir()
    for name in ("draft.txt", "notes/first.txt", "notes/second.txt"):
        (tmp_path / name).write_text(NOTE, "utf-8")
    (tmp_path / "draft.eml").write_text(f"From: Dana Lee <dana@mail.example>\nSubject: Thanks\n\n{NOTE}", "utf-8")
    (tmp_path / "mine.yaml").write_bytes((asset("rules") / "rubrics" / "default.yaml").read_bytes())
    (tmp_path / "contexts.csv").write_text("path,company\nnotes/first.txt,Acme\nnotes/second.txt,Globex\n", "utf-8")
    copytree(asset("rules") / "placeholder", tmp_path / "rules" / "placeholder")
    (tmp_path / "my-rules" / "begging.yaml").write_bytes((asset("rules") / "tone" / "begging.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("notecheck.config.loading.user_file", lambda: tmp_path / "none" / "notecheck.toml")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("NOTECHECK_DATA", str(tmp_path / "none"))
    monkeypatch.delenv("NOTECHECK_LANGUAGETOOL", raising=False)
    return tmp_path


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    with Checker(grammar="harper") as checker:
        yield checker


def to_run(command: str) -> str:
    """The command as it is run here."""
    if found := re.fullmatch(r'eval "\$\((.*)\)"', command):
        command = found[1]
    if command == "notecheck setup":
        return "notecheck setup --dry-run"  # The real one downloads; tests/installation has it.
    words = command.removeprefix(".venv/bin/").split(" ")
    return " ".join(PLACEHOLDERS.get(word, word) for word in words)


TO_RUN = {to_run(command): where for command, where in commands().items() if command not in COVERED_ELSEWHERE}


@pytest.mark.parametrize("command", TO_RUN)
def test_command_works(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line, _, source = command.partition(" < ")
    program, *arguments = shlex.split(line)
    assert program == "notecheck", f"{TO_RUN[command]}: run `{command}` here, or say in COVERED_ELSEWHERE what does"
    given = (folder / source).read_bytes() if source else b""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    before = set(folder.iterdir())
    status = process.run(arguments)
    shown = capsys.readouterr()
    checks = [word for word in arguments if word == "-" or word.startswith(("draft", "notes"))]
    assert status in ((0, 1) if checks else (0,)), shown.err
    made = set(folder.iterdir()) - before
    if "--output" in arguments:
        assert made == {folder / arguments[arguments.index("--output") + 1]}
    else:
        assert shown.out or shown.err or made
    if "--format json --output" in line:
        Draft202012Validator(json_schema.schema()).validate(json.loads(made.pop().read_text("utf-8")))


def test_what_is_covered_elsewhere_is_told_and_there() -> None:
    assert set(COVERED_ELSEWHERE) - set(commands()) == set()
    assert [path for path in COVERED_ELSEWHERE.values() if not (TOP / path).is_file()] == []


def test_every_block_is_of_a_language_that_is_tested() -> None:
    # The generated page of commands shows how each is used in blocks of no language.
    others = [block for block in blocks() if block.language not in LANGUAGES and block.page != "cli.md"]
    assert others == []
    assert {block.language for block in blocks()} == LANGUAGES | {""}


@pytest.mark.parametrize("block", blocks("toml"), ids=lambda block: f"{block.page}:{block.line}")
def test_configuration_loads(block: Block, folder: Path) -> None:
    named = re.match(r"# (\S+\.toml)\n", block.text)
    path = folder / (named[1] if named else "notecheck.toml")
    path.write_text(block.text, "utf-8")
    settings = load_settings()
    assert settings != load_settings(isolated=True)
    with Checker(settings, grammar="off") as checker:
        assert checker.rules


def own_rules() -> Iterator[tuple[Block, str]]:
    """Each YAML block as a whole rule; one that does not begin with an id goes on with the rule above it."""
    whole = ""
    for block in blocks("yaml"):
        whole = block.text if block.text.startswith("id: ") else whole + block.text
        yield block, whole


def mistakes(rule: str, folder: Path, checker: Checker) -> list[Mistake]:
    path = folder / "my-rules" / "own.yaml"
    path.write_text(rule, "utf-8")
    (folder / "my-rules" / "begging.yaml").unlink()
    return list(prove(load_rules([folder / "my-rules"]), checker))


@pytest.mark.parametrize(("block", "rule"), list(own_rules()), ids=lambda item: getattr(item, "line", None))
def test_rule_of_the_page_does_what_the_page_says(block: Block, rule: str, folder: Path, checker: Checker) -> None:
    page = (TOP / "docs" / block.page).read_text("utf-8")
    said = page.split(block.text)[1].split("```")[1]
    wrong = "This rule is wrong" in said
    problems = [mistake.problem for mistake in mistakes(rule, folder, checker)]
    assert [problem.split(",")[0] for problem in problems] == ["must not fire"] * wrong


def test_the_page_of_rules_has_one_that_is_wrong() -> None:
    assert (TOP / "docs" / "authoring-rules.md").read_text("utf-8").count("This rule is wrong") == 1


@pytest.mark.parametrize("page", sorted({block.page for block in blocks("python")}))
def test_python_of_a_page_runs(page: str, folder: Path) -> None:
    """All blocks of a page are one script, in order; what it asserts holds."""
    script = folder / "script.py"
    script.write_text("\n".join(block.text for block in blocks("python") if block.page == page), "utf-8")
    variables = {**os.environ, "PYTHONPATH": str(TOP / "src"), "PYTHONWARNINGS": "error::DeprecationWarning:__main__"}
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, encoding="utf-8", env=variables, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    local = [target.partition("#")[0] for target in targets if "://" not in target]
    assert [target for target in local if target and not (page.parent / target).exists()] == []


def test_readme_leads_to_every_page() -> None:
    readme = PAGES[0].read_text("utf-8")
    assert [page.name for page in PAGES[1:] if page.name not in readme] == []
