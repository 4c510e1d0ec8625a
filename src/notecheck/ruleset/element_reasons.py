"""What the report says of each element, read from ``rules/elements/reasons.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter

from notecheck.report import ElementId
from notecheck.ruleset.yaml_file import Strict, load


class Reasons(Strict):
    """What to tell the writer, in plain words: for each status, and as a question where the verdict is not sure."""

    present: str
    weak: str
    missing: str
    doubtful: str
    overlooked: str


class _File(Strict):
    greeting: Reasons
    thanks: Reasons
    interest: Reasons
    qualifications: Reasons
    callback: Reasons
    addition: Reasons
    close: Reasons
    signoff: Reasons


_FILE: TypeAdapter[_File] = TypeAdapter(_File)


def load_element_reasons(path: Path) -> Mapping[ElementId, Reasons]:
    """The reasons of all eight elements, in the order of the guidelines.

    Raises:
        RuleError: The file is missing or not valid.
    """
    return dict(load(path, _FILE))  # type: ignore[arg-type]
