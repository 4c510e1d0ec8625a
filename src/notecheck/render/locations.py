"""Files and places in them, as other programs name them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote

from notecheck.report import Failure, Report

_SETTINGS_LINE = re.compile(r"(?P<path>.+\.(?:toml|ya?ml)):(?P<line>[0-9]+)", re.DOTALL)


def in_file(report: Report) -> bool:
    """Whether places in the text are those in the file; what was taken out of a mail or Word file stands elsewhere."""
    return report.media in ("plain", "markdown")


def uri(path: str) -> str:
    """A path as a URI reference: relative where the path is."""
    try:
        raw = os.fsencode(Path(path).as_posix())
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "replace")
    return ("file://" if Path(path).is_absolute() else "") + quote(raw)


def failed_at(failure: Failure) -> tuple[str, int | None]:
    """The file that could not be checked, or that of the wrong setting or rule with its line; the path may be empty."""
    found = _SETTINGS_LINE.fullmatch(failure.path)
    return (found["path"], int(found["line"])) if found else (failure.path, None)


def encodable(text: str) -> str:
    """``text`` with each lone surrogate, which no encoding can carry, replaced, one for one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
