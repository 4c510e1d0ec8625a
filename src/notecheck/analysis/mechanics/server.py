"""A LanguageTool server of our own: a Java process that listens on loopback only and never outlives us."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import weakref
from collections import deque
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import IO

from notecheck.errors import EngineError
from notecheck.installation.java import Java
from notecheck.installation.languagetool import LanguageTool

FLAGS = (
    # Measured over a start, the first check and warm checks on two cores: the quick compiler alone halves the time to
    # the first result (5.1 s in place of 9.2 s with the serial collector) and costs nothing once warm; the serial
    # collector takes 230 MB less than the default one.
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-Djava.awt.headless=true",
    "-Djava.net.preferIPv4Stack=true",
    "-Dfile.encoding=UTF-8",
)
_ATTEMPTS = 4
_STARTED = "Server started"
_TAKEN = re.compile(r"BindException|already in use|port.*in use", re.IGNORECASE)
_NOISE = re.compile(r"^\s+at |^\s*\.\.\. \d+ more|^[\d: .+-]*\*{3}")
_STAMP = re.compile(r"^\d{4}-\d\d-\d\d [\d:.]+ \S+ ")
_WARDEN = Path(__file__).with_name("warden.py")
_REMEDY = "Run `notecheck doctor` to see what is installed, or use `--grammar harper`."
_GRACE_SECONDS = 5


class Server:
    """One running server. Threads may share it; a forked child must not use it, and cannot end it.

    Attributes:
        url: Its address, with a final slash.
    """

    def __init__(self, process: subprocess.Popen[str], url: str, log: deque[str]) -> None:
        self.url = url
        self._process = process
        self._log = log
        # Ends the server when nobody holds it any more, and at exit.
        self._finalizer = weakref.finalize(self, _end, process, os.getpid())

    @classmethod
    def start(cls, java: Java, tool: LanguageTool, *, heap_mb: int, check_seconds: float, within: float) -> Server:
        """Start a server and wait until it listens.

        Args:
            heap_mb: The most that the Java heap may take, in MiB.
            check_seconds: When the server itself gives up on a check.
            within: How long to wait for it, in seconds.

        Raises:
            EngineError: It does not start, or not in time.
        """
        deadline = time.monotonic() + within
        for attempt in range(_ATTEMPTS):
            port = _free_port()
            process, log, started, reader = _launch(_command(java, tool, heap_mb, port), check_seconds)
            try:
                _await(process, started, deadline)
            except BaseException:
                _end(process, os.getpid())
                raise
            if started.is_set():
                return cls(process, f"http://127.0.0.1:{port}/", log)
            timed_out = process.poll() is None
            _end(process, os.getpid())
            reader.join(_GRACE_SECONDS)
            # Somebody else may have taken the port since we asked for a free one.
            if timed_out or attempt == _ATTEMPTS - 1 or not any(_TAKEN.search(line) for line in log):
                break
        why = f"is not ready after {within:.0f} seconds" if timed_out else "does not start"
        raise EngineError(f"the server of LanguageTool {why}{_said(log)}", remedy=_remedy(log))

    @property
    def pid(self) -> int:
        """The process id of the warden, whose only child is Java."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def post_mortem(self) -> EngineError:
        """Why it ended, as far as its log tells."""
        return EngineError(f"the server of LanguageTool stopped{_said(self._log)}", remedy=_remedy(self._log))

    def close(self) -> None:
        """End it; returns when it has ended. Does nothing in a forked child, and the second time."""
        self._finalizer()

    def ended(self, within: float) -> bool:
        """Whether it ends within so many seconds."""
        try:
            self._process.wait(within)
        except subprocess.TimeoutExpired:
            return False
        return True


_PROCESSES: weakref.WeakSet[subprocess.Popen[str]] = weakref.WeakSet()


def _forget_all() -> None:
    """In a forked child: close its end of the pipes, or a server would live on until the child ends too."""
    for process in list(_PROCESSES):
        _let_go(process)
    _PROCESSES.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)


def _command(java: Java, tool: LanguageTool, heap_mb: int, port: int) -> list[str]:
    main = "org.languagetool.server.HTTPServer"
    return [str(java.program), f"-Xmx{heap_mb}m", *FLAGS, "-cp", tool.class_path, main, "--port", str(port)]


def _launch(command: list[str], check_seconds: float) -> tuple[subprocess.Popen[str], deque[str], Event, Thread]:
    log: deque[str] = deque(maxlen=60)
    started = Event()
    descriptor, config = tempfile.mkstemp(prefix="notecheck-", suffix=".properties")
    with os.fdopen(descriptor, "w") as file:
        # A cached pipeline makes a warm check three times as fast.
        file.write("pipelineCaching=true\nmaxPipelinePoolSize=4\npipelineExpireTimeInSeconds=86400\n")
        file.write(f"maxCheckTimeMillis={check_seconds * 1000:.0f}\n")
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_WARDEN), *command, "--config", config],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,  # Ctrl-C in the terminal is ours to handle.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        os.unlink(config)
        raise EngineError(f"cannot start {command[0]}: {error.strerror}", remedy=_REMEDY) from error
    _PROCESSES.add(process)
    reader = Thread(target=_read, args=(process.stdout, log, started, config), name="notecheck-server-log", daemon=True)
    reader.start()
    return process, log, started, reader


def _read(stream: IO[str], log: deque[str], started: Event, config: str) -> None:
    """Keep the end of the log in memory; the server would stop if nobody read it."""
    try:
        for line in stream:
            log.append(line.rstrip())
            if _STARTED in line:
                started.set()
                _unlink(config)
    except (OSError, ValueError):
        pass  # Closed while we read.
    finally:
        _unlink(config)


def _unlink(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def _await(process: subprocess.Popen[str], started: Event, deadline: float) -> None:
    while time.monotonic() < deadline and process.poll() is None:
        if started.wait(min(0.05, max(0.0, deadline - time.monotonic()))):
            return


def _end(process: subprocess.Popen[str], owner: int) -> None:
    if os.getpid() != owner:
        return
    _let_go(process)
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.returncode < 0 and os.name == "posix":
        # The warden did not end by itself; Java is in its group.
        with suppress(OSError):
            os.killpg(process.pid, 9)


def _let_go(process: subprocess.Popen[str]) -> None:
    try:
        if process.stdin is not None:
            process.stdin.close()
    except OSError:
        pass


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _said(log: deque[str]) -> str:
    """What the log says of the trouble: the first line that names an exception, or the last one."""
    lines = [_STAMP.sub("", line).strip() for line in log if line.strip() and not _NOISE.search(line)]
    telling = next((line for line in lines if "Exception" in line or "Error" in line), lines[-1] if lines else "")
    return f": {telling[:200].rstrip('.')}" if telling else ""


def _remedy(log: deque[str]) -> str:
    if any("OutOfMemoryError" in line or "heap" in line for line in log):
        return "Raise the setting languagetool_heap_mb, or use `--grammar harper`."
    return _REMEDY
