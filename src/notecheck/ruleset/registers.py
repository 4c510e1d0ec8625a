"""A register: in which words the tone of a note is told, and from which scores on. Read from ``rules/registers/``."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, TypeAdapter, model_validator

from notecheck.report import AxisId
from notecheck.ruleset.yaml_file import Strict, load


class Bounds(Strict):
    """Scores above one bound and below the other."""

    above: float = Field(default=-1, ge=-1, le=100)
    below: float = Field(default=101, ge=0, le=101)

    def hold(self, score: float) -> bool:
        """Whether a score lies between them."""
        return self.above < score < self.below


class Band(Strict):
    """A word for a text whose axes all lie in their bounds.

    Attributes:
        word: As a person would say it after "the note is" or "reads as".
        when: Bounds by axis.
        harmful: The word names a fault.
    """

    word: str
    when: dict[AxisId, Bounds] = Field(min_length=1)
    harmful: bool = False


class Register(Strict):
    """Bands from the most telling down; of those that fit, a few are told.

    Attributes:
        source: Where the bounds come from.
        based_on: Another shipped register, whose bands follow these.
        otherwise: What is said when no band fits.
    """

    id: str
    title: str
    source: str
    based_on: str | None = None
    otherwise: str = "matter-of-fact"
    bands: tuple[Band, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> Register:
        if not self.bands and self.based_on is None:
            raise ValueError("needs `bands` or `based_on`")
        return self


REGISTER: TypeAdapter[Register] = TypeAdapter(Register)


def load_register(path: Path, shipped: Path) -> Register:
    """Read a register, with the bands of the one that it is based on.

    Args:
        path: The file.
        shipped: The folder of those that others may be based on.

    Raises:
        RuleError: A file is missing or not valid; the message carries file and line.
    """
    found = load(path, REGISTER)
    if found.based_on is None:
        return found
    base = load_register(shipped / f"{found.based_on}.yaml", shipped)
    words = {band.word for band in found.bands}
    kept = tuple(band for band in base.bands if band.word not in words)
    return found.model_copy(update={"bands": found.bands + kept})
