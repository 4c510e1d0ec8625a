from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from notecheck.config import Settings, config_files, load_settings, project_file
from notecheck.errors import ConfigError


@pytest.fixture(autouse=True)
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own file, in a home of its own above the project."""
    path = tmp_path / "config" / "notecheck.toml"
    path.parent.mkdir()
    monkeypatch.setattr("notecheck.config.loading.user_file", lambda: path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return path


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project" / "notes"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder.parent


def problem(**kwargs: object) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load_settings(**kwargs)  # type: ignore[arg-type]
    return caught.value


def test_without_files_the_defaults_hold(project: Path) -> None:
    assert load_settings() == Settings()


def test_nearest_wins(project: Path, user: Path) -> None:
    user.write_text('grammar = "off"\nlanguage = "en-GB"\nfail_on = "error"\n')
    (project / "notecheck.toml").write_text('grammar = "harper"\nlanguage = "en-AU"\n')
    found = load_settings({"grammar": "languagetool", "language": None})
    assert (found.grammar, found.language, found.fail_on) == ("languagetool", "en-AU", "error")


def test_search_goes_upward_and_stops_at_the_first_file(project: Path) -> None:
    (project / "notecheck.toml").write_text('grammar = "off"\n')
    assert project_file(Path.cwd()) == project / "notecheck.toml"
    Path("notecheck.toml").write_text('language = "en-GB"\n')
    assert load_settings() == Settings(language="en-GB")


def test_search_stops_at_home(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notecheck.toml").write_text('grammar = "off"\n')
    assert load_settings().grammar == "off"
    monkeypatch.setenv("HOME", str(project))
    monkeypatch.setenv("USERPROFILE", str(project))
    assert load_settings().grammar == "auto"


def test_own_file_wins_over_pyproject(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.notecheck]\ngrammar = "off"\n')
    assert load_settings().grammar == "off"
    (project / "notecheck.toml").write_text('grammar = "harper"\n')
    assert load_settings().grammar == "harper"


def test_pyproject_without_our_table_is_passed_over(project: Path) -> None:
    (project / "notecheck.toml").write_text('grammar = "off"\n')
    Path("pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert load_settings().grammar == "off"
    Path("pyproject.toml").write_text("no toml at all")
    assert load_settings().grammar == "off"


def test_a_folder_named_like_the_file_is_passed_over(project: Path) -> None:
    Path("notecheck.toml").mkdir()
    assert load_settings() == Settings()


def test_named_file_replaces_the_projects_not_the_users(project: Path, user: Path) -> None:
    user.write_text('language = "en-GB"\n')
    (project / "notecheck.toml").write_text('grammar = "off"\n')
    named = project / "other.toml"
    named.write_text('fail_on = "error"\n')
    assert load_settings(config=named) == Settings(language="en-GB", fail_on="error")
    assert load_settings(config=named, isolated=True) == Settings(fail_on="error")
    assert load_settings(isolated=True) == Settings()
    assert config_files(config=named) == [user, named]


def test_paths_are_relative_to_their_file(project: Path) -> None:
    (project / "mine.yaml").write_text("x")
    (project / "notecheck.toml").write_text(
        'rules = ["a", "/b"]\nlanguagetool_folder = "lt"\njava = "jdk"\n'
        'rubric = "mine.yaml"\npipeline = "en_core_web_sm"\n'
    )
    found = load_settings()
    assert found.rules == (project / "a", Path(os.path.abspath("/b")))
    assert (found.languagetool_folder, found.java) == (project / "lt", project / "jdk")
    assert found.rubric == str(project / "mine.yaml")
    assert found.pipeline == "en_core_web_sm"


def test_context_is_merged_key_by_key(project: Path, user: Path) -> None:
    user.write_text('[context]\nme = "Dana Lee"\ncompany = "Old"\n')
    (project / "notecheck.toml").write_text('[context]\ncompany = "Acme"\ninterviewed_on = 2025-03-04\n')
    assert load_settings().context == {"me": "Dana Lee", "company": "Acme", "interviewed_on": date(2025, 3, 4)}


@pytest.mark.parametrize(
    ("text", "line", "message", "remedy"),
    [
        ('\ngramar = "off"', 2, "unknown setting 'gramar'", "Did you mean 'grammar'?"),
        ("fail-on = 'error'", 1, "unknown setting 'fail-on'", "Did you mean 'fail_on'?"),
        ("zzz = 1", 1, "unknown setting 'zzz'", "Known settings: kind, grammar, "),
        (
            "grammar = 'of'",
            1,
            "grammar: expected 'auto', 'languagetool', 'harper' or 'off', not 'of'",
            'grammar = "auto"',
        ),
        ("rules = 'x'", 1, "rules: expected a list, not 'x'", 'rules = ["my-rules"]'),
        (
            "# x\nselect = [\n  'a',\n  3,\n]",
            2,
            "select: item 2: expected a valid string, not 3",
            "For example: select",
        ),
        ("languagetool_heap_mb = true", 1, "expected a valid integer, not True", "languagetool_heap_mb = "),
        ("languagetool_heap_mb = 3", 1, "expected greater than or equal to 128, not 3", ""),
        ("grammar_timeout = '5'", 1, "expected a valid number, not '5'", "grammar_timeout = 60.0"),
        ("grammar_timeout = nan", 1, "grammar_timeout: ", ""),
        ("grammar = 2024-01-01", 1, "date is no value for a setting", ""),
        ("context = 3", 1, "a context must be a mapping", ""),
        ("[context]\n\ncompny = 'A'", 3, "context: unknown key 'compny'", "Did you mean 'company'?"),
        ("context.interviewed_on = '20250101'", 1, "context: interviewed_on: '20250101' is no date", "YYYY-MM-DD"),
        ("context.interviewed_on = 'soon'", 1, "context: interviewed_on: 'soon' is no date", "YYYY-MM-DD"),
        ("a =\nb = 1", 1, "no valid TOML: invalid value", ""),
        ("a = 1\na = 2", 2, "no valid TOML: cannot overwrite a value", ""),
        ("grammar = 'off", 1, "no valid TOML", ""),
    ],
)
def test_mistakes_have_line_and_remedy(project: Path, text: str, line: int, message: str, remedy: str) -> None:
    path = project / "notecheck.toml"
    path.write_text(text)
    error = problem()
    assert error.place == f"{path}:{line}"
    assert message in error.message
    assert remedy in error.remedy


def test_line_in_pyproject(project: Path) -> None:
    path = project / "pyproject.toml"
    path.write_text("[project]\nname = 'grammar'\nselect = 1\n[tool.notecheck]\nselect = [\n 'a',\n]\ngrammar = 'x'\n")
    assert problem().place == f"{path}:8"


def test_table_that_is_none(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool]\nnotecheck = 3\n")
    assert "must be a table" in problem().message


def test_missing_and_unfit_files(project: Path, tmp_path: Path) -> None:
    assert "does not exist" in problem(config=project / "gone.toml").message
    assert "is no regular file" in problem(config=tmp_path).message
    named = project / "x.toml"
    named.write_bytes(b"a = 1\nb = '\xff'\n")
    assert problem(config=named).place == f"{named}:2"
    named.write_bytes(b"#" * 1_000_001)
    assert "larger than 1 MB" in problem(config=named).message


def test_byte_order_mark_and_crlf_are_fine(project: Path) -> None:
    (project / "notecheck.toml").write_bytes(b'\xef\xbb\xbfgrammar = "off"\r\nfail_on = "error"\r\n')
    assert load_settings() == Settings(grammar="off", fail_on="error")


def test_wrong_option_is_told_by_its_name(project: Path) -> None:
    error = problem(options={"grammar": "x"})
    assert error.place == "option grammar"
