"""Findings of the whole tool on the strong samples, all of which are false alarms: ``python
benchmarks/false_alarms.py``."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from notecheck import Checker
from notecheck.sources import read

TOP = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=TOP / "samples" / "strong")
    parser.add_argument("--grammar", default="auto")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    paths = sorted(path for path in options.folder.rglob("*") if path.is_file())
    with Checker(grammar=options.grammar) as checker:
        checker.start()
        for path in paths:
            source = read(path)
            report = checker.check(source.text, context=source.context, path=path.name, media=source.media)
            print(f"{path.name}: {report.score.total} ({report.kind.label})")
            for element in report.elements:
                if element.status != "present" and element.id != "addition":
                    print(f"    {element.status} {element.id}: {element.reason}")
            for finding in report.findings:
                counts[finding.severity] += 1
                print(
                    f"    {finding.severity} {finding.rule} {finding.line}:{finding.column}",
                    f"{finding.text!r} {finding.message}",
                )
    print(f"{len(paths)} notes; " + (", ".join(f"{number} {key}" for key, number in counts.items()) or "no findings"))


if __name__ == "__main__":
    main()
