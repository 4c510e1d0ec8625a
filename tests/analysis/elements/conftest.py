"""Finders over small hand-made patterns, and over those that ship."""

from __future__ import annotations

import pytest

from notecheck.analysis.elements import ElementFinder
from notecheck.config import asset
from notecheck.ruleset.element_patterns import ElementPatterns, load_element_patterns


@pytest.fixture(scope="session")
def shipped() -> ElementPatterns:
    return load_element_patterns(asset("rules") / "elements")


@pytest.fixture(scope="session")
def finder(shipped: ElementPatterns) -> ElementFinder:
    return ElementFinder(shipped)
