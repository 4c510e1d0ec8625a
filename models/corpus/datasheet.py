"""Write the datasheet of the corpus: ``python models/corpus/datasheet.py``; a test compares it with the corpus."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LABELS = ("greeting", "thanks", "interest", "qualifications", "callback", "addition", "close", "signoff")
COLUMNS = (
    "trade",
    "reader",
    "medium",
    "length",
    "provenance",
    "quality",
    "errors",
    "oddity",
    "fluency",
    "first_language",
)

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.lower().replace("’", "'"))


def table(head: Iterable[str], lines: Iterable[Iterable[object]]) -> list[str]:
    head = list(head)
    out = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    return out + ["| " + " | ".join(map(str, line)) + " |" for line in lines] + [""]


def kappa(pairs: list[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two labellers (Cohen 1960)."""
    n = len(pairs)
    agree = sum(a == b for a, b in pairs) / n
    first, second = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    chance = first * second + (1 - first) * (1 - second)
    return 1.0 if chance == 1 else (agree - chance) / (1 - chance)


def carries(row: Row, label: str) -> bool:
    return any(label in item["labels"] for item in row["sentences"])


def size(corpus: list[Row]) -> list[str]:
    notes = [row for row in corpus if row["kind"] == "post_interview_note"]
    sentences = [item for row in corpus for item in row["sentences"]]
    mine = [item for row in notes for item in row["sentences"]]
    lines = [
        "## Size",
        "",
        f"{len(notes)} post-interview notes and {len(corpus) - len(notes)} near misses by {len({r['writer'] for r in corpus})} "
        f"writers; {len(sentences):,} labelled sentences and {sum(len(words(r['text'])) for r in corpus):,} words.",
        "",
    ]
    return lines + table(
        ("element", "sentences in notes", "of them weak", "notes that lack it", "share", "sentences in near misses"),
        (
            (
                label,
                sum(label in item["labels"] for item in mine),
                sum(label in item.get("weak", ()) for item in mine),
                (lack := sum(not carries(row, label) for row in notes)),
                f"{lack / len(notes):.0%}",
                sum(label in item["labels"] for item in sentences) - sum(label in item["labels"] for item in mine),
            )
            for label in LABELS
        ),
    )


def agreement(corpus: list[Row], second: list[Row]) -> list[str]:
    kind = {row["id"]: row["kind"] for row in corpus}
    both = [(row["first"], row["second"]) for row in second]
    notes = [(row["first"], row["second"]) for row in second if kind[row["id"]] == "post_interview_note"]
    units = [(a, b) for one, two in both for a, b in zip(one["sentences"], two["sentences"], strict=True)]
    kinds = sum(one["kind"] == two["kind"] for one, two in both)
    lines = [
        "## Agreement",
        "",
        f"{len(both)} texts ({len(notes)} notes), {len(units):,} sentences, labelled twice by different hands, the second without "
        f"sight of the first. The kind was the same for {kinds} of {len(both)}.",
        "",
    ]
    body = []
    for label in LABELS:
        pairs = [(label in a["labels"], label in b["labels"]) for a, b in units]
        hit = sum(a and b for a, b in pairs)
        weak = [
            (label in a.get("weak", ()), label in b.get("weak", ()))
            for a, b in units
            if label in a["labels"] and label in b["labels"]
        ]
        presence = sum(carries(one, label) == carries(two, label) for one, two in notes) / max(1, len(notes))
        f1 = 2 * hit / max(1, sum(a for a, _ in pairs) + sum(b for _, b in pairs))
        body.append(
            (
                label,
                f"{kappa(pairs):.2f}",
                f"{f1:.2f}",
                f"{presence:.2f}",
                f"{kappa(weak):.2f}" if len(weak) > 20 else "–",
            )
        )
    lines += table(("label", "kappa", "F1", "same presence a note", "kappa of weak"), body)
    apart = [
        abs(a["specificity"] - b["specificity"])
        for a, b in units
        if None not in (a.get("specificity"), b.get("specificity"))
    ]
    return [
        *lines,
        f"Specificity (0 to 1, in quarters) lay {sum(apart) / max(1, len(apart)):.2f} apart on average.",
        "",
    ]


def variety(corpus: list[Row]) -> list[str]:
    grams: dict[str, set[str]] = defaultdict(set)
    texts: dict[str, set[str]] = defaultdict(set)
    total = 0
    for row in corpus:
        found = words(row["text"])
        for at in range(len(found) - 4):
            gram = " ".join(found[at : at + 5])
            grams[gram].add(row["writer"])
            texts[gram].add(row["id"])
            total += 1
    shared = sorted(((len(texts[gram]), gram) for gram in grams if len(grams[gram]) >= 4), reverse=True)
    notes = [row for row in corpus if row["kind"] == "post_interview_note"]

    def ends(label: str, cut: slice) -> Counter[str]:
        counted: Counter[str] = Counter()
        for row in notes:
            body = [s for s in row["sentences"] if not {"greeting", "signoff"} & set(s["labels"]) and "zone" not in s]
            if body:
                one = body[0] if label == "openings" else body[-1]
                counted[" ".join(words(row["text"][one["start"] : one["end"]])[cut])] += 1
        return counted

    lines = [
        "## Variety",
        "",
        f"Of {total:,} runs of five words, {sum(len(w) > 1 for w in grams.values()) / len(grams):.1%} of the different ones "
        "occur with more than one writer. The most widespread, by texts:",
        "",
    ]
    lines += table(("run of five words", "texts", "writers"), ((g, n, len(grams[g])) for n, g in shared[:12]))
    for label, cut in (("openings", slice(0, 3)), ("closings", slice(0, 4))):
        counted = ends(label, cut)
        top = ", ".join(f"“{text}” {count}" for text, count in counted.most_common(6))
        lines += [
            f"{len(counted)} different {label} ({'three' if label == 'openings' else 'four'} words) in {len(notes)} notes; the most frequent: {top}.",
            "",
        ]
    return lines


def coverage(corpus: list[Row]) -> list[str]:
    notes = [row for row in corpus if row["kind"] == "post_interview_note"]
    lines = ["## The grid, as filled", ""]
    for column in COLUMNS:
        counted = Counter(row["plan"].get(column, "none") for row in notes)
        shown = ", ".join(f"{value.split(':')[0].split(' (')[0]} {count}" for value, count in counted.most_common())
        lines += [f"- **{column.replace('_', ' ')}**: {shown}"]
    kinds = Counter(row["plan"]["kind"] for row in corpus if "kind" in row["plan"])
    return [*lines, "- **near misses**: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()), ""]


def datasheet() -> str:
    corpus, second = rows("notes.jsonl"), rows("second_labels.jsonl")
    head = (HERE / "datasheet.md").read_text(encoding="utf-8")
    body = [*size(corpus), *agreement(corpus, second), *variety(corpus), *coverage(corpus)]
    return head + "\n" + "\n".join(body).rstrip() + "\n"


def main() -> None:
    (HERE / "DATASHEET.md").write_text(datasheet(), encoding="utf-8")


if __name__ == "__main__":
    main()
