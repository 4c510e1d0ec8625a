"""No check touches the network: all of it works in a network namespace where there is nothing but loopback."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from notecheck.installation import LanguageTool
from tests.e2e.conftest import TOP

# Brings loopback up in the new namespace, where it is down at first, and becomes notecheck.
INSIDE = """
import fcntl, os, socket, struct, sys
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
    fcntl.ioctl(link, 0x8914, struct.pack("16sh", b"lo", 0x41))
os.execv(sys.executable, [sys.executable, "-m", "notecheck", *sys.argv[1:]])
"""


def unshared() -> list[str] | None:
    for command in (["unshare", "-n"], ["unshare", "-rn"]):
        if (
            shutil.which("unshare")
            and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
        ):
            return command
    return None


CUT = unshared()
pytestmark = pytest.mark.skipif(CUT is None, reason="this platform cannot cut the network for one process")


def check(engine: str, note: Path) -> dict[str, object]:
    command = [
        *(CUT or []),
        sys.executable,
        "-c",
        INSIDE,
        "--format",
        "json",
        "--fail-on",
        "never",
        "--grammar",
        engine,
        str(note),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    (document,) = json.loads(done.stdout)["documents"]
    return dict(document)


def test_everything_but_languagetool_works_with_the_network_cut() -> None:
    document = check("harper", TOP / "samples" / "strong" / "teacher-letter.txt")
    readability = document["readability"]
    assert isinstance(readability, dict)
    assert readability["flesch_reading_ease"]["value"] is not None


def test_languagetool_works_with_the_network_cut(languagetool: LanguageTool, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(
        "Dear Ana,\n\nThank you for you time today. I has enjoyed it alot.\n\nBest regards,\nSam\n", encoding="utf-8"
    )
    assert languagetool.folder
    document = check("languagetool", note)
    findings = document["findings"]
    assert isinstance(findings, list)
    assert "languagetool" in {finding["engine"] for finding in findings}
    assert document["not_checked"] == []
