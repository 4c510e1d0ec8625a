"""Who does what: roles of tokens, read off the dependency parse where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Each set holds the labels of Universal Dependencies and those of ClearNLP, as in en_core_web_sm.
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")
_OBJECTS = ("obj", "iobj", "dobj", "dative")
_POSSESSORS = ("nmod:poss", "poss")
_NEGATIONS = ("neg", "advmod")
_SHARES_SUBJECT = ("conj", "acomp", "attr")
_FIRST = frozenset(["i", "we", "my", "our", "mine", "ours", "im", "ive"])
_SECOND = frozenset(["you", "u", "ya", "your", "ur", "yours"])
_NEGATIVE_WORDS = frozenset(["not", "n't", "n’t", "nt", "never"])


def roles(doc: Doc) -> Iterator[tuple[int, str]]:
    """Token numbers with a role, one of ``token_notation.ROLES``; nothing where the doc is not parsed.

    A predicate is ``#mine``, ``#yours`` or ``#theirs`` by its subject: "I", "you", or another; "my degree" counts as
    "I", "your team" as "you". A predicate without a subject of its own has that of the one it is joined to.
    """
    if not doc.has_annotation("DEP"):
        return
    strings = doc.vocab.strings
    labels = [strings[int(item)] for item in doc.to_array("DEP")]
    heads = [token.head.i for token in doc]
    words = [token.lower_ for token in doc]
    owners = {heads[number]: words[number] for number, label in enumerate(labels) if label in _POSSESSORS}
    whose: dict[int, str] = {}
    for number, label in enumerate(labels):
        if label in _SUBJECTS:
            yield number, "#subject"
            whose.setdefault(heads[number], _person(words[number], owners.get(number, "")))
        elif label in _OBJECTS:
            yield number, "#object"
        elif label in _NEGATIONS and words[number] in _NEGATIVE_WORDS:
            yield heads[number], "#negated"
    for number, label in enumerate(labels):
        # Heads of joined predicates stand to the left, so that their subject is known by now.
        if label in _SHARES_SUBJECT and number not in whose and heads[number] in whose:
            whose[number] = whose[heads[number]]
    yield from whose.items()


def _person(word: str, owner: str) -> str:
    if word in _FIRST or owner in _FIRST:
        return "#mine"
    return "#yours" if word in _SECOND or owner in _SECOND else "#theirs"
