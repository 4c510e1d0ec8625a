"""Whether a text is a note sent after a job interview, in words."""

from __future__ import annotations

from collections.abc import Collection

from notecheck.analysis.elements.presence import SURE
from notecheck.document import Document
from notecheck.report import ElementId, Kind

FEW_WORDS = 5
"""A text of fewer words in the body says too little to be judged."""

_SAID: dict[ElementId, str] = {
    "thanks": "thanks for a conversation",
    "interest": "wants the job",
    "qualifications": "gives reasons to choose the writer",
    "callback": "recalls what was talked about",
    "close": "looks ahead to what happens next",
}


def too_short(document: Document) -> Kind | None:
    """The kind of a text that is too short to be judged; None of any other."""
    words = sum(
        len(document.clean[sentence.start : sentence.end].split())
        for sentence in document.sentences
        if sentence.zone == "body"
    )
    if words >= FEW_WORDS:
        return None
    reason = (
        "There is too little text to tell what it is."
        if words
        else "There is no text apart from a greeting or a name, which is too little to tell what it is."
    )
    return Kind(label="other", confidence=0.5, reason=reason)


def vouched(found: Kind) -> Kind:
    """The kind of a text that is a note by the user's word, where ``found`` is what we would have said."""
    if found.label == "post_interview_note":
        return found
    return Kind(label="post_interview_note", confidence=1.0, reason="You said that it is one.")


def kind(chance: float, labels: Collection[ElementId]) -> Kind:
    """The kind of a text.

    Args:
        chance: That it is a post-interview note, in [0, 1].
        labels: What its sentences would do if it were one.
    """
    said = [words for label, words in _SAID.items() if label in labels]
    if chance >= 0.5:
        reason = f"It reads like one: it {_listed(said)}." if said else "It speaks of an interview that was held."
        return Kind(label="post_interview_note", confidence=round(chance, 3), reason=reason)
    reason = "Its words and their order are those of another kind of text, not of a note after an interview."
    if 1 - chance < SURE:
        reason = "Does it follow an interview? Its words and their order are more those of another kind of text."
    return Kind(label="other", confidence=round(1 - chance, 3), reason=reason)


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
