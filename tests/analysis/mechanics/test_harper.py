from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from notecheck.analysis.mechanics.harper import HarperEngine
from notecheck.analysis.mechanics.harper_rules import _DISABLED
from notecheck.config import Settings
from notecheck.document import Document
from notecheck.errors import EngineError


@pytest.fixture(scope="module")
def harper() -> Iterator[HarperEngine]:
    engine = HarperEngine(Settings())
    yield engine
    engine.close()


def _found(engine: HarperEngine, text: str) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.category) for match in engine.check(Document(text))]


def test_errors_are_found_at_their_words(harper: HarperEngine) -> None:
    text = "\U0001f600 It is an test of teh the the engine."
    assert _found(harper, text) == [("an", "grammar"), ("teh", "spelling"), ("the the", "repetition")]
    replacements = [match.replacements for match in harper.check(Document(text))]
    assert [words[0] for words in replacements] == ["a", "the", "the"]


def test_the_article_before_an_unknown_word_is_not_judged(harper: HarperEngine) -> None:
    assert "an" not in [words for words, _ in _found(harper, "It was an Xyrqane unit.")]


@pytest.mark.parametrize("run", ["a" * 60_000, "." * 60_000, "https://example.org/" + "x/" * 4_000])
def test_an_endless_run_of_characters_does_no_harm(harper: HarperEngine, run: str) -> None:
    assert _found(harper, f"See {run} for teh rest.") == [("teh", "spelling")]


def test_the_dialect_follows_the_language(harper: HarperEngine) -> None:
    british = HarperEngine(Settings(language="en-GB"))
    text = "I liked the colour of the organization."
    assert _found(british, text) == []
    assert _found(harper, text) == [("colour", "spelling")]
    british.close()


def test_threads_share_it(harper: HarperEngine) -> None:
    texts = [f"Number {index} is teh one." for index in range(12)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: _found(harper, text), texts))
    assert found == [[("teh", "spelling")]] * 12


def test_a_panic_is_reported_and_the_next_check_works(monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        pass

    class Broken:
        def organized_lints(self, *_: Any, **__: Any) -> None:
            raise Panic("index out of range")

    engine = HarperEngine(Settings())
    monkeypatch.setattr(engine, "_build", Broken)
    with pytest.raises(EngineError, match="index out of range"):
        engine.check(Document("Some text."))
    monkeypatch.undo()
    assert _found(engine, "This is teh one.") == [("teh", "spelling")]
    engine.close()


def test_a_check_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow:
        def organized_lints(self, *_: Any, **__: Any) -> dict[str, list[Any]]:
            time.sleep(5)
            return {}

    engine = HarperEngine(Settings(grammar_timeout=0.2))
    monkeypatch.setattr(engine, "_build", Slow)
    began = time.monotonic()
    with pytest.raises(EngineError, match=r"longer than 0\.2 seconds"):
        engine.check(Document("Some text."))
    assert time.monotonic() - began < 2


def test_every_rule_that_we_leave_off_exists() -> None:
    from harper import get_default_lint_config

    assert set(get_default_lint_config()) >= _DISABLED


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_builds_its_own(harper: HarperEngine) -> None:
    harper.check(Document("Warm."))
    child = os.fork()
    if not child:
        os._exit(0 if _found(harper, "This is teh one.") == [("teh", "spelling")] else 1)
    assert os.waitpid(child, 0)[1] == 0
