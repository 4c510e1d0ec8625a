"""The last resort: let language_tool_python download the official archive of LanguageTool, and take it over."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from notecheck.errors import SetupError
from notecheck.installation.java import Java
from notecheck.installation.progress import Listener, Progress

_REMEDY = (
    "Download the archive of LanguageTool by hand, unpack it, and name its folder by the setting languagetool_folder."
)
_DOWNLOAD = """
import sys
from language_tool_python.download_lt import LocalLanguageTool
LocalLanguageTool.from_version_name(sys.argv[1]).download()
"""


def fetch(version: str, *, java: Java, into: Path, listen: Listener) -> None:
    """Download and unpack the archive into the new folder ``into``; language_tool_python verifies its checksum.

    It runs in a process of its own, as it writes to the terminal and looks for Java on PATH alone.

    Raises:
        SetupError: It fails.
    """
    listen(Progress(doing=f"Downloading the archive of LanguageTool {version} (250 MB)"))
    place = into.with_name("archive")
    place.mkdir(parents=True, exist_ok=True)
    path = os.pathsep.join([str(java.program.parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "LTP_PATH": str(place), "PATH": path}
    environment.pop("LTP_JAR_DIR_PATH", None)
    command = [sys.executable, "-c", _DOWNLOAD, version]
    try:
        answer = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
        )
    except OSError as error:
        raise SetupError(f"cannot start Python: {error}", remedy=_REMEDY, place=sys.executable) from error
    unpacked = place / f"LanguageTool-{version}"
    if answer.returncode or not (unpacked / "languagetool-server.jar").is_file():
        lines = answer.stderr.strip().splitlines() or ["no archive came"]
        raise SetupError(f"language_tool_python cannot download it: {lines[-1]}", remedy=_REMEDY)
    unpacked.rename(into)
    place.rmdir()
