from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.render import to_github
from notecheck.render.visible import one_line
from notecheck.report import Failure, Report, Run
from tests.render.formats import commands
from tests.render.reports import finding, report, weak_report


def shown(*documents: Report, errors: tuple[Failure, ...] = ()) -> list[tuple[str, dict[str, str], str]]:
    return list(commands(to_github.render(Run(documents=documents, errors=errors))))


def test_severities_are_those_of_github_and_the_gravest_come_first() -> None:
    assert [command for command, *_ in shown(weak_report())] == ["error"] * 2 + ["warning"] + ["notice"] * 5


def test_message_is_escaped_as_the_runner_unescapes_it() -> None:
    text = "one"
    note = report(text, [finding(text, "one", message="100%: a,b%0A::error::x.")], path="50%,a:b.txt")
    line = to_github.render(Run(documents=(note,))).splitlines()[0]
    assert "file=50%25%2Ca%3Ab.txt," in line
    assert "::100%25: a,b%250A::error::x." in line
    ((_, properties, message), _) = shown(note)
    assert properties["file"] == "50%,a:b.txt"
    assert message.startswith("100%: a,b%0A::error::x. Say it plainly.")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
def test_nothing_in_a_note_is_a_command(words: str) -> None:
    failure = Failure(path=f"x{words}", message=f"x{words}", remedy="y")
    found = shown(report(path=f"x{words}"), errors=(failure,))
    assert [command for command, *_ in found] == ["notice", "error"]
    assert found[1][1]["file"] == one_line(f"x{words}")


def test_columns_are_given_where_a_single_line_is_meant() -> None:
    places = [properties for _, properties, _ in shown(weak_report()) if "line" in properties]
    one = next(item for item in places if item["title"].endswith("mechanics.grammar"))
    several = next(item for item in places if item["title"].endswith("form.shouting"))
    assert [one[key] for key in ("line", "endLine", "col", "endColumn")] == ["7", "7", "4", "12"]
    assert (several["line"], several["endLine"]) == ("9", "11")
    assert "col" not in several


def test_fixes_and_engine_are_told() -> None:
    message = shown(weak_report())[0][2]
    assert "Fix: “would of” → “would have” or “would’ve” [mechanics.grammar (harper ModalOf)]" in message


def test_text_out_of_a_mail_has_no_line_in_the_file() -> None:
    _, properties, message = shown(replace(weak_report(), media="mail"))[0]
    assert "line" not in properties
    assert message.startswith("line 7, column 4: “would of” is a slip")


def test_wrong_setting_has_its_line() -> None:
    ((command, properties, _),) = shown(errors=(Failure(path="a/notecheck.toml:7", message="x", remedy="y"),))
    assert (command, properties["file"], properties["line"]) == ("error", "a/notecheck.toml", "7")
