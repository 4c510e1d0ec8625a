from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from notecheck.analysis.mechanics import server
from notecheck.analysis.mechanics.server import Server
from notecheck.config import Settings
from notecheck.errors import EngineError
from notecheck.installation import Java, LanguageTool, find_java


def _start(tool: LanguageTool, java: Java | None = None, **options: Any) -> Server:
    values = {"heap_mb": 256, "check_seconds": 10, "within": 60, **options}
    return Server.start(java or find_java(Settings()), tool, **values)


def _gone(process: psutil.Process, within: float = 10) -> bool:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def test_it_listens_on_loopback_only_and_ends_with_close(languagetool: LanguageTool) -> None:
    running = _start(languagetool)
    (java,) = psutil.Process(running.pid).children()
    places = [item.laddr.ip.removeprefix("::ffff:") for item in java.net_connections() if item.status == "LISTEN"]
    assert places == ["127.0.0.1"]
    running.close()
    running.close()
    assert not running.alive
    assert not java.is_running()
    assert not psutil.pid_exists(running.pid)


def test_a_port_that_was_taken_meanwhile_is_given_up(
    languagetool: LanguageTool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port, free = taken.getsockname()[1], server._free_port
        ports = iter([port])
        monkeypatch.setattr(server, "_free_port", lambda: next(ports, None) or free())
        running = _start(languagetool)
        assert f":{port}/" not in running.url
        running.close()


_PARENT = """
import sys, time
from notecheck.config import Settings
from notecheck.analysis.mechanics.server import Server
from notecheck.installation import find_java, find_languagetool
server = Server.start(find_java(Settings()), find_languagetool(Settings()), heap_mb=256, check_seconds=10, within=60)
print(server.pid, flush=True)
{then}
"""


def _child(then: str) -> tuple[subprocess.Popen[str], psutil.Process, psutil.Process]:
    child = subprocess.Popen([sys.executable, "-c", _PARENT.format(then=then)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    warden = psutil.Process(int(child.stdout.readline()))
    (java,) = warden.children()
    return child, warden, java


@pytest.mark.parametrize("number", ["SIGKILL", "SIGTERM", "SIGINT"])
@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_it_does_not_outlive_a_parent_that_is_killed(languagetool: LanguageTool, number: str) -> None:
    child, warden, java = _child("time.sleep(60)")
    child.send_signal(getattr(signal, number))
    child.wait()
    assert _gone(java)
    assert _gone(warden)


def test_it_ends_when_the_program_ends_without_close(languagetool: LanguageTool) -> None:
    child, warden, java = _child("time.sleep(0.5)")
    assert child.wait() == 0
    assert not java.is_running()
    assert not warden.is_running()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system ends Java with its warden on Linux alone")
def test_it_ends_with_its_warden(languagetool: LanguageTool) -> None:
    running = _start(languagetool)
    (java,) = psutil.Process(running.pid).children()
    os.kill(running.pid, signal.SIGKILL)
    assert _gone(java)
    assert running.ended(5)
    running.close()


def _fake_java(folder: Path, script: str) -> Java:
    program = folder / "java"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return Java(program=program, version=17, source="test")


@pytest.mark.skipif(os.name == "nt", reason="the fake Java is a shell script")
@pytest.mark.parametrize(
    ("script", "message", "remedy"),
    [
        (
            "echo 'Exception in thread main: no class'; echo '   at a.b.C'; exit 1",
            "does not start: Exception in",
            "doctor",
        ),
        ("echo 'java.lang.OutOfMemoryError: Java heap space'; exit 3", "OutOfMemoryError", "languagetool_heap_mb"),
        ("exit 1", "does not start", "doctor"),
        ("sleep 60", "is not ready after 1 seconds", "doctor"),
    ],
)
def test_a_server_that_does_not_start_says_why(tmp_path: Path, script: str, message: str, remedy: str) -> None:
    tool = LanguageTool(source="test", folder=tmp_path)
    began = time.monotonic()
    with pytest.raises(EngineError) as raised:
        _start(tool, _fake_java(tmp_path, script), within=1)
    assert message in raised.value.message
    assert "\n" not in raised.value.message
    assert "a.b.C" not in raised.value.message
    assert remedy in raised.value.remedy
    assert time.monotonic() - began < 8
