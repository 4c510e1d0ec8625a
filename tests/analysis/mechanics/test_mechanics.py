from __future__ import annotations

import subprocess
import sys
import time

import pytest

from notecheck.analysis.mechanics import Mechanics
from notecheck.config import Settings
from notecheck.document import Document
from tests.analysis.mechanics.conftest import PretendedServer, flagged

NOTE = "Hi Ana,\n\nIt was an test of teh plan.\n\nBest,\nMary\n\n> teh quoted part\n"


def test_off_says_so() -> None:
    mechanics = Mechanics(Settings(grammar="off"))
    mechanics.start()
    facts = mechanics.check(Document(NOTE))
    assert (facts.matches, facts.engines, mechanics.status) == ((), (), {})
    assert "switched off" in facts.not_checked[0].why


@pytest.mark.usefixtures("no_languagetool")
def test_auto_without_languagetool_falls_back_and_says_what_would_mend_it() -> None:
    mechanics = Mechanics(Settings())
    facts = mechanics.check(Document(NOTE))
    assert facts.engines == ("harper",)
    assert [NOTE[match.start : match.end] for match in facts.matches] == ["an", "teh"]
    (missing,) = facts.not_checked
    assert missing.what == "grammar and spelling by LanguageTool"
    assert "not set up" in missing.why
    assert "notecheck setup" in missing.remedy
    assert mechanics.status == {"languagetool": "failed", "harper": "ready"}
    mechanics.close()


@pytest.mark.usefixtures("no_languagetool")
def test_languagetool_alone_never_passes_in_silence() -> None:
    facts = Mechanics(Settings(grammar="languagetool")).check(Document(NOTE))
    assert (facts.matches, facts.engines, len(facts.not_checked)) == ((), (), 1)


def test_harper_alone_checks_all_it_was_asked_for() -> None:
    facts = Mechanics(Settings(grammar="harper")).check(Document(NOTE))
    assert (facts.engines, facts.not_checked) == (("harper",), ())


def test_both_engines_make_one_match_of_the_same_words(pretended: PretendedServer) -> None:
    pretended.answer = lambda sent: [flagged(sent.index("teh"), 3, "tech", "the")]
    mechanics = Mechanics(Settings(languagetool_url=pretended.url))
    facts = mechanics.check(Document(NOTE))
    assert facts.engines == ("languagetool", "harper")
    assert [(match.engine, NOTE[match.start : match.end]) for match in facts.matches] == [
        ("harper", "an"),
        ("languagetool", "teh"),
    ]
    assert facts.matches[1].replacements[:2] == ("tech", "the")
    mechanics.close()


def test_start_returns_at_once_and_the_status_tells_the_rest(pretended: PretendedServer) -> None:
    mechanics = Mechanics(Settings(languagetool_url=pretended.url))
    assert mechanics.status == {"languagetool": "idle", "harper": "idle"}
    began = time.monotonic()
    mechanics.start()
    assert time.monotonic() - began < 0.5
    assert mechanics.status["harper"] == "warming up"
    mechanics.check(Document(NOTE))
    assert mechanics.status == {"languagetool": "ready", "harper": "ready"}
    mechanics.close()


def test_a_program_may_end_while_the_engines_warm_up() -> None:
    code = (
        "from notecheck.analysis.mechanics import Mechanics\nfrom notecheck.config import Settings\n"
        "Mechanics(Settings(grammar='harper')).start()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_importing_the_engines_loads_neither_of_them() -> None:
    loaded = "print({'language_tool_python', 'harper', 'requests'} & set(sys.modules))"
    code = f"import sys, notecheck.analysis.mechanics\n{loaded}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True, timeout=60)
    assert done.stdout.strip() == "set()", done.stderr
