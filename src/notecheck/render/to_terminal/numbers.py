"""Numbers and counted nouns as people write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from notecheck.report import SEVERITIES, Finding

STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan", "hint": "bold"}


def number(value: float) -> str:
    """At most one decimal: ``12``, ``7.5``."""
    return f"{value:.1f}".removesuffix(".0")


def counted(count: int, noun: str) -> str:
    """``1 note``, ``2 notes``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def tally(findings: Iterable[Finding]) -> str:
    """``1 error, 3 warnings``; ``none`` where there are none."""
    counts = Counter(finding.severity for finding in findings)
    told = [
        f"{counts[severity]} info" if severity == "info" else counted(counts[severity], severity)
        for severity in SEVERITIES
        if counts[severity]
    ]
    return ", ".join(told) or "none"
