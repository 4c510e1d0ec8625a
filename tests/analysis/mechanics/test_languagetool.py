from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psutil
import pytest

from notecheck.analysis.mechanics import Mechanics, server
from notecheck.analysis.mechanics.languagetool import LanguageToolEngine
from notecheck.analysis.mechanics.languagetool_rules import category
from notecheck.config import Settings
from notecheck.document import Document
from notecheck.errors import EngineError
from notecheck.installation import LanguageTool
from tests.analysis.mechanics.conftest import PretendedServer, flagged


def _engine(pretended: PretendedServer, **options: Any) -> LanguageToolEngine:
    return LanguageToolEngine(Settings(languagetool_url=pretended.url, **options))


def test_places_are_code_points_whatever_stands_before_and_within(pretended: PretendedServer) -> None:
    text = "\U0001f600\U0001f600 Thanks for teh \U0001f389 talk."
    # What Java would count is what it was sent: no character there takes two units.
    pretended.answer = lambda sent: [flagged(sent.index("teh"), 3, "the"), flagged(sent.index("talk"), 4, "walk")]
    found = _engine(pretended).check(Document(text))
    assert [text[match.start : match.end] for match in found] == ["teh", "talk"]
    assert len(pretended.checked[-1]["text"].encode("utf-16-le")) == 2 * len(text)


def test_a_replacement_never_carries_a_stand_in(pretended: PretendedServer) -> None:
    text = "Great talk \U0001f389\U0001f389 today."

    def answer(sent: str) -> list[dict[str, Any]]:
        pair = sent[11:13]
        return [flagged(11, 2, pair[0], "", issue="duplication")]

    pretended.answer = answer
    assert [match.replacements for match in _engine(pretended).check(Document(text))] == [("",)]


def test_a_proxy_of_the_environment_is_not_sent_the_note(
    pretended: PretendedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert _engine(pretended).check(Document("Thanks.")) == []


def test_what_the_server_is_asked(pretended: PretendedServer) -> None:
    _engine(pretended).check(Document("Thanks."))
    asked = pretended.checked[-1]
    assert asked["language"] == "en-US"
    assert asked.get("level", "default") != "picky"
    assert "COMMA_COMPOUND_SENTENCE" in asked["disabledRules"]


def test_a_server_that_takes_too_long_is_given_up(pretended: PretendedServer) -> None:
    engine = _engine(pretended, grammar_timeout=0.2)
    engine.start()
    pretended.sleep(10)
    began = time.monotonic()
    with pytest.raises(EngineError, match=r"longer than 0\.2 seconds") as raised:
        engine.check(Document("Thanks."))
    assert time.monotonic() - began < 5
    assert "grammar_timeout" in raised.value.remedy


def test_a_server_that_breaks_off_is_reported(pretended: PretendedServer) -> None:
    def answer(text: str) -> list[dict[str, Any]]:
        raise OSError

    pretended.answer = answer
    with pytest.raises(EngineError, match="could not check this text"):
        _engine(pretended).check(Document("Thanks."))


def test_no_server_at_the_address_is_reported() -> None:
    engine = LanguageToolEngine(Settings(languagetool_url="http://127.0.0.1:9"))
    with pytest.raises(EngineError, match="no LanguageTool server answers") as raised:
        engine.check(Document("Thanks."))
    assert "languagetool_url" in raised.value.remedy


@pytest.mark.parametrize(
    ("rule", "group", "issue", "expected"),
    [
        ("MORFOLOGIK_RULE_EN_US", "TYPOS", "misspelling", "spelling"),
        ("ENGLISH_WORD_REPEAT_RULE", "MISC", "duplication", "repetition"),
        ("COMMA_PARENTHESIS_WHITESPACE", "TYPOGRAPHY", "whitespace", "typography"),
        ("EN_A_VS_AN", "MISC", "misspelling", "spelling"),
        ("ALL_OF_THE", "REDUNDANCY", "style", "style"),
        ("NEW", "UNHEARD_OF", "uncategorized", "grammar"),
    ],
)
def test_categories(rule: str, group: str, issue: str, expected: str) -> None:
    assert category(rule, group, issue) == expected


# From here on, the real one.


def _words(mechanics: Mechanics, text: str) -> list[tuple[str, str, str]]:
    facts = mechanics.check(Document(text))
    assert facts.not_checked == ()
    assert facts.engines == ("languagetool", "harper")
    return [(match.engine, text[match.start : match.end], match.category) for match in facts.matches]


@pytest.mark.parametrize("before", ["", "\U0001f600 \U0001f468\u200d\U0001f469 ", "Caf\u00e9 e\u0301 ", "\0 \ud800 "])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_real_matches_lie_at_their_words(engines: Mechanics, before: str, end: str) -> None:
    text = f"{before}Dear Anna,{end}{end}I have wrote to you.{end}It is an test.{end}{end}Kind regards,{end}Mary{end}"
    found = [words for _, words, _ in _words(engines, text)]
    assert {"wrote", "an"} <= {word for words in found for word in words.split()}


def test_a_good_note_raises_nothing(engines: Mechanics) -> None:
    text = (
        "Dear Anna,\n\nThank you for your time on Tuesday. I enjoyed hearing how the team plans its week, and I would "
        "be glad to help. If you would prefer to talk on the phone, please let me know.\n\nKind regards,\nMary\n"
    )
    assert _words(engines, text) == []


def test_real_threads_share_one_server(engines: Mechanics) -> None:
    texts = [f"\U0001f600 I have wrote {'x' * index} to you." for index in range(6)]
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda text: _words(engines, text), texts))
    assert all(any("wrote" in words for _, words, _ in matches) for matches in found)


def _java(engine: LanguageToolEngine) -> psutil.Process:
    connection = engine._connection()
    assert connection.server is not None
    (java,) = psutil.Process(connection.server.pid).children()
    return java


@pytest.fixture
def killing(languagetool: LanguageTool, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], LanguageToolEngine]:
    """An engine whose server is killed as it gets each of the first so many checks."""

    def make(times: int) -> LanguageToolEngine:
        from language_tool_python import LanguageTool as Client

        engine = LanguageToolEngine(Settings())
        check, left = Client.check, [times]

        def kill_and_check(self: Client, text: str) -> Any:
            if left[0] and "wrote" in text:
                left[0] -= 1
                _java(engine).kill()
            return check(self, text)

        monkeypatch.setattr(Client, "check", kill_and_check)
        return engine

    return make


def test_a_server_killed_in_mid_check_is_replaced_once(killing: Callable[[int], LanguageToolEngine]) -> None:
    engine = killing(1)
    found = engine.check(Document("I have wrote to you."))
    assert any(match.start == 7 or match.end == 12 for match in found)
    java = _java(engine)
    engine.close()
    assert not java.is_running()


def test_a_server_killed_twice_is_reported_and_the_next_note_is_checked(
    killing: Callable[[int], LanguageToolEngine],
) -> None:
    engine = killing(2)
    with pytest.raises(EngineError, match="stopped"):
        engine.check(Document("I have wrote to you."))
    assert engine.check(Document("I have wrote to you."))
    engine.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_neither_ends_nor_keeps_the_server(languagetool: LanguageTool) -> None:
    engine = LanguageToolEngine(Settings())
    java = _java(engine)
    child = os.fork()
    if not child:
        engine.close()
        time.sleep(3)
        os._exit(0)
    time.sleep(0.5)
    assert java.is_running()
    assert engine.check(Document("Thanks.")) == []
    engine.close()
    assert not java.is_running()
    assert os.waitpid(child, os.WNOHANG) == (0, 0)
    os.waitpid(child, 0)


def test_a_heap_that_is_too_small_is_named(languagetool: LanguageTool) -> None:
    engine = LanguageToolEngine(Settings(languagetool_heap_mb=24))
    with pytest.raises(EngineError) as raised:
        engine.check(Document("Thanks."))
    assert "languagetool_heap_mb" in raised.value.remedy
    assert "\n" not in raised.value.message


def test_the_server_module_leaves_no_file_behind(languagetool: LanguageTool, tmp_path: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(server.tempfile, "tempdir", str(tmp_path))
    engine = LanguageToolEngine(Settings())
    engine.check(Document("Thanks."))
    assert list(tmp_path.glob("notecheck-*")) == []
    engine.close()
