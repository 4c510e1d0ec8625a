"""Texts compared with a committed file. ``NOTECHECK_ACCEPT=1`` writes the files instead; read the diff then."""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
ACCEPT = "NOTECHECK_ACCEPT"


def assert_golden(name: str, actual: str, *, folder: Path = FOLDER) -> None:
    """Compare ``actual`` with the file ``name`` in ``folder``."""
    path = folder / name
    if os.environ.get(ACCEPT) == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(actual.encode("utf-8"))
        return
    expected = path.read_bytes().decode("utf-8") if path.is_file() else ""
    diff = "\n".join(unified_diff(expected.splitlines(), actual.splitlines(), "expected", "actual", lineterm=""))
    assert actual == expected, f"{path} differs; {ACCEPT}=1 accepts what follows\n{diff}"
