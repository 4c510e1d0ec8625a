"""Let Maven, where it is installed, fetch the pinned files: it knows the user's proxies and mirrors."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections import deque
from pathlib import Path

from notecheck.errors import SetupError
from notecheck.installation.lock import POM, read_lock
from notecheck.installation.progress import Listener, Progress

_REMEDY = "Check Maven's own settings and the connection, then run `notecheck setup` again."
_DOWNLOADED = re.compile(r"Downloaded from \S+ \S*/([^/\s]+\.jar)")


def find_maven() -> str | None:
    """The program, or None."""
    return shutil.which("mvn")


def fetch(program: str, *, into: Path, listen: Listener) -> None:
    """Copy all pinned files into a folder, each verified against our own checksums.

    Raises:
        SetupError: Maven fails, or brings a file that is not the pinned one; ``into`` is then as before.
    """
    with tempfile.TemporaryDirectory(prefix="maven-", dir=into.parent) as scratch:
        shutil.copy(POM, scratch)
        _run(program, Path(scratch), listen)
        jars = Path(scratch) / "jars"
        listen(Progress(doing="Verifying"))
        wrong = [artifact.file for artifact in read_lock() if not artifact.is_at(jars / artifact.file)]
        if wrong:
            raise SetupError(
                f"Maven brought {wrong[0]} missing or with another checksum", remedy=_REMEDY, place=program
            )
        into.mkdir(exist_ok=True)
        for artifact in read_lock():
            (jars / artifact.file).replace(into / artifact.file)


def _run(program: str, scratch: Path, listen: Listener) -> None:
    sizes = {artifact.file: artifact.size for artifact in read_lock()}
    total, done = sum(sizes.values()), 0
    tail: deque[str] = deque(maxlen=20)
    command = [program, "-B", "-f", str(scratch / "pom.xml"), "dependency:copy-dependencies"]
    command += [f"-DoutputDirectory={scratch / 'jars'}", "-DincludeScope=runtime", "-Dstyle.color=never"]
    # A group of its own, so that the JVM behind the `mvn` script ends with it.
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            listen(Progress(doing="Asking Maven", done=0, total=total))
            assert process.stdout is not None
            for line in process.stdout:
                tail.append(line.strip())
                if (match := _DOWNLOADED.search(line)) and match[1] in sizes:
                    done += sizes[match[1]]
                    listen(Progress(doing=f"Maven has downloaded {match[1]}", done=done, total=total))
        except BaseException:
            _end(process)
            raise
    if process.returncode:
        reason = next((line for line in tail if line.startswith("[ERROR]")), f"exit status {process.returncode}")
        raise SetupError(
            f"Maven fails: {reason.removeprefix('[ERROR]').strip().rstrip('.')}", remedy=_REMEDY, place=program
        )


def _end(process: subprocess.Popen[str]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, 9)
    else:
        process.kill()
