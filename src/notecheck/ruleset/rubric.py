"""A rubric: how findings and elements become points, and points become a band."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Union

from pydantic import Field, TypeAdapter, model_validator

from notecheck.report import ElementId, Severity
from notecheck.ruleset.yaml_file import Strict, load


class ElementPart(Strict):
    """Points for one element: all when present, the share ``weak`` of them when weak, none when missing."""

    id: str
    title: str
    of: float = Field(gt=0)
    element: ElementId
    weak: float = Field(default=0.5, ge=0, le=1)


class Limit(Strict):
    """The whole score is at most ``total`` while ``count`` findings of the severity, or a worse one, stand."""

    severity: Severity
    count: int = Field(default=1, ge=1)
    total: float = Field(ge=0, le=100)


class FindingsPart(Strict):
    """Points lost to findings of the named rule groups: each takes its severity's ``costs``, together at most ``of``.

    ``limits`` bound the whole score. ``measured_by: grammar`` leaves the part out where no grammar engine ran. Findings
    about elements cost nothing here: the element has its own part.
    """

    id: str
    title: str
    of: float = Field(gt=0)
    groups: tuple[str, ...] = Field(min_length=1)
    costs: dict[Severity, float]
    limits: tuple[Limit, ...] = ()
    measured_by: Literal["grammar"] | None = None


class Band(Strict):
    """The band of scores from ``least`` up."""

    least: float = Field(ge=0, le=100)
    name: str


class Rubric(Strict):
    """Parts that add up to 100 points, and bands from the highest down."""

    id: str
    title: str
    parts: tuple[Union[ElementPart, FindingsPart], ...] = Field(min_length=1)
    bands: tuple[Band, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _adds_up(self) -> Rubric:
        total = sum(part.of for part in self.parts)
        if abs(total - 100) > 1e-9:
            raise ValueError(f"the parts add up to {total:g} points, not 100")
        leasts = [band.least for band in self.bands]
        if leasts != sorted(leasts, reverse=True) or leasts[-1] != 0:
            raise ValueError("bands go from the highest down and end at 0")
        return self


RUBRIC: TypeAdapter[Rubric] = TypeAdapter(Rubric)


def load_rubric(path: Path) -> Rubric:
    """Read a rubric.

    Raises:
        RuleError: The file is missing or not valid; the message carries file and line.
    """
    return load(path, RUBRIC)
