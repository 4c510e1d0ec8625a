"""The program as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = ("spacy", "thinc", "numpy", "language_tool_python", "harper", "pydantic")
RUN = "import sys; from notecheck.frontends.cli import process; status = process.run(sys.argv[1:]); "


def run(code: str, *arguments: str, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
    )


@pytest.mark.parametrize(
    "line", [["--version"], ["--help"], ["check", "--help"], ["explain", "tone.begging"], ["rules"]], ids=" ".join
)
def test_light_commands_load_nothing_heavy(line: list[str]) -> None:
    heavy = set(HEAVY) - ({"pydantic"} if line[0] in ("explain", "rules") else set())
    done = run(RUN + f"sys.stderr.write(' '.join(set(sys.modules) & {heavy})); sys.exit(status)", *line)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell the time of children")
def test_version_takes_little_more_than_the_interpreter() -> None:
    def least(*command: str) -> float:
        """Processor time, in seconds, which other work on the machine does not lengthen."""
        times = []
        for _ in range(5):
            before = os.times()
            subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
            after = os.times()
            times.append(after.children_user + after.children_system - before.children_user - before.children_system)
        return min(times)

    assert least("-m", "notecheck", "--version") - least("-c", "pass") < 0.15


def test_closed_pipe_ends_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "notecheck", "schema"], stdout=closed, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interruption_ends_quietly(number: signal.Signals, status: int, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "notecheck", "-", "--isolated", "--grammar", "off"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(3)  # It is at work by now, or waits for the note.
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (status, "", "")


def test_terminal_without_unicode_gets_ascii(tmp_path: Path) -> None:
    done = run(RUN + "sys.exit(status)", "explain", "tone.begging", folder=tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "->" in done.stdout


def test_bad_configuration_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "notecheck.toml").write_text("grammar = 3\n")
    done = run(RUN + "sys.exit(status)", "rules", folder=tmp_path, HOME=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_only_the_terminal_renderer_imports_rich() -> None:
    source = Path(__file__).parents[3] / "src" / "notecheck"
    users = {
        path
        for path in source.rglob("*.py")
        if "rich" in path.read_text("utf-8") and "from rich" in path.read_text("utf-8")
    }
    assert {path.parent.name for path in users} == {"to_terminal"}
