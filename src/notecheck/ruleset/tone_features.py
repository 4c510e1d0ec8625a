"""Features of tone: words and patterns that move one or more axes, read from ``rules/tone_features/``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, TypeAdapter, model_validator

from notecheck.errors import RuleError
from notecheck.report import AxisId, ZoneName
from notecheck.ruleset.phrase_scan import parse_template
from notecheck.ruleset.phrases import Regex
from notecheck.ruleset.yaml_file import Strict, load

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$")]


def _template(value: str) -> str:
    parse_template(value)
    return value


Template = Annotated[str, AfterValidator(_template)]
"""A phrase with choices, see :mod:`notecheck.ruleset.phrase_scan`."""


class FeatureExamples(Strict):
    """Texts that prove the feature, each read as the body of a note, or as the zone that the feature names first."""

    matches: tuple[str, ...] = Field(min_length=1)
    passes: tuple[str, ...] = Field(min_length=1)


class ToneFeature(Strict):
    """One thing that moves tone.

    Attributes:
        weights: Points for each match in a sentence, by axis; signed. ``models/tone/train.py`` writes them, moved by
            its data from what the author of a feature thought. A text is the mean of its sentences.
        phrases: Templates of words, matched whole within a sentence.
        regex: Bounded regular expressions, for punctuation and shapes; case counts unless they say ``(?i)``.
        patterns: Token patterns of spaCy's Matcher.
        unless: A match is dropped where one of these templates overlaps it.
        negatable: A match is dropped when a negation stands up to three words before it in its sentence.
    """

    id: Id
    reason: str
    weights: dict[AxisId, float] = Field(min_length=1)
    phrases: tuple[Template, ...] = ()
    regex: tuple[Regex, ...] = ()
    patterns: tuple[list[dict[str, Any]], ...] = ()
    unless: tuple[Template, ...] = ()
    negatable: bool = False
    zones: tuple[ZoneName, ...] = ("body",)
    examples: FeatureExamples

    @model_validator(mode="after")
    def _is_whole(self) -> ToneFeature:
        if not (self.phrases or self.regex or self.patterns):
            raise ValueError("needs `phrases`, `regex` or `patterns`")
        if not all(self.weights.values()):
            raise ValueError("a weight of 0 moves nothing; leave it out")
        return self


class _FeatureFile(Strict):
    features: tuple[ToneFeature, ...] = Field(min_length=1)


FEATURE_FILE: TypeAdapter[_FeatureFile] = TypeAdapter(_FeatureFile)


def load_tone_features(folder: Path) -> tuple[ToneFeature, ...]:
    """Every feature of the files in a folder, in order of files and lines.

    Raises:
        RuleError: The folder is missing, a file is not valid, or an id stands twice.
    """
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise RuleError("there are no tone features", remedy="Install notecheck again.", place=str(folder))
    found: dict[str, ToneFeature] = {}
    for path in paths:
        for feature in load(path, FEATURE_FILE).features:
            if feature.id in found:
                raise RuleError(
                    f"the id {feature.id!r} stands twice", remedy="Give one of them another id.", place=str(path)
                )
            found[feature.id] = feature
    return tuple(found.values())
