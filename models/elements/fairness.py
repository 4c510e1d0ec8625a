"""Whether a writer's or reader's name moves a decision: the same notes under names of forty origins."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

from corpus import WORD, Note

from notecheck.analysis.elements.finder import ElementFinder
from notecheck.analysis.names.given import folded, given_names
from notecheck.config import asset
from notecheck.document import Document
from notecheck.ruleset import load_element_reasons

ORIGINS = {
    "American": "Emily Carter", "African American": "Latoya Washington", "English": "Harriet Thornbury",
    "Scottish": "Fergus McAllister", "Welsh": "Rhiannon Llewellyn", "Irish": "Siobhan O'Rourke",
    "French": "Mathilde Lefebvre", "German": "Jürgen Schreiber", "Dutch": "Joost van Dijk",
    "Swedish": "Åsa Lindgren", "Finnish": "Jyrki Hämäläinen", "Icelandic": "Sigrún Jónsdóttir",
    "Polish": "Zbigniew Kowalczyk", "Czech": "Jiří Dvořáček", "Hungarian": "Zsófia Szabó",
    "Romanian": "Ioana Munteanu", "Greek": "Panagiotis Papadakis", "Italian": "Giulia Ferrero",
    "Spanish": "Íñigo Echeverría", "Portuguese": "João Figueiredo", "Mexican": "Xóchitl Ramírez",
    "Brazilian": "Thiago Nascimento", "Russian": "Svetlana Vorobyova", "Ukrainian": "Bohdan Shevchuk",
    "Turkish": "Gülşen Yıldırım", "Arabic": "Abdulrahman al-Qasim", "Persian": "Shahrzad Tehrani",
    "Hebrew": "Yehuda Ben-Ami", "Hindi": "Aishwarya Chaturvedi", "Tamil": "Senthil Murugesan",
    "Bengali": "Anirban Chattopadhyay", "Urdu": "Zulfiqar Ahmed", "Chinese": "Zhang Xiuying",
    "Vietnamese": "Nguyễn Thị Hương", "Korean": "Park Ji-hoon", "Japanese": "Haruto Yamaguchi",
    "Filipino": "Maricel Dimaculangan", "Yoruba": "Oluwaseun Adebayo", "Igbo": "Chukwuemeka Okafor",
    "Amharic": "Tewodros Gebremariam",
}  # fmt: skip
"""A name each, invented for this purpose."""

NOTES = 200


def renamed(text: str, name: str) -> str:
    """The text with each name of its greeting and sign-off replaced by parts of another, in turn."""
    given = given_names(Document(text))
    parts = name.split()
    chosen: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        word = match.group()
        key = folded(word)
        if key not in given or not word[0].isupper():
            return word
        return chosen.setdefault(key, parts[len(chosen) % len(parts)])

    return WORD.sub(other, text)


def swapped_decisions(notes: Sequence[Note], model: Path) -> tuple[float, int]:
    """The share of decisions that stay, and how many there were: a label a sentence, and the kind of each text."""
    finder = ElementFinder(model, load_element_reasons(asset("rules") / "elements" / "reasons.yaml"))
    mine = random.Random(3).sample([note for note in notes if note.is_note], NOTES)
    same = total = 0
    for note in mine:
        texts = [renamed(note.text, name) for name in ORIGINS.values()]
        first, *others = (decisions(finder, text) for text in texts)
        for other in others:
            # A name may change how lines are read as sentences; such a difference counts as one.
            total += len(first)
            same += sum(a == b for a, b in zip(first, other, strict=False))
    return same / total, total


def decisions(finder: ElementFinder, text: str) -> list[object]:
    """The kind, the labels of each sentence, and the status of each element."""
    facts = finder.find(Document(text))
    return [
        facts.kind.label,
        *(tuple(label.id for label in sentence.labels) for sentence in facts.sentences),
        *(element.status for element in facts.elements),
    ]
