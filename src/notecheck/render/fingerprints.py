"""Names for findings that stay the same while other parts of the note change."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from notecheck.report import Finding, Report


def fingerprints(report: Report) -> list[str]:
    """A name for each finding, in order: 32 hexadecimal digits, unique in the report.

    It is made of the rule, the words and the sentence around them, and of how many alike came before.
    """
    seen: Counter[str] = Counter()
    found = []
    for finding in report.findings:
        key = "\x1f".join([finding.rule, finding.engine_rule or "", *_words(report, finding)])
        seen[key] += 1
        found.append(sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return found


def _words(report: Report, finding: Finding) -> list[str]:
    if finding.start == finding.end:  # What is missing has neither words nor a sentence of its own.
        return []
    around = [report.text[item.start : item.end] for item in report.sentences if item.start <= finding.start < item.end]
    return [" ".join(text.split()) for text in (finding.text, *around)]
