"""Who does what: roles of tokens, read off the dependency parse where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc


class _Ids(NamedTuple):
    """spaCy's hashes of labels, both of Universal Dependencies and of ClearNLP (en_core_web_sm), and of words."""

    subjects: frozenset[int]
    objects: frozenset[int]
    possessors: frozenset[int]
    negations: frozenset[int]
    sharing: frozenset[int]
    first: frozenset[int]
    second: frozenset[int]
    negative: frozenset[int]


@lru_cache(maxsize=1)
def _ids() -> _Ids:
    from spacy.strings import get_string_id

    def ids(words: str) -> frozenset[int]:
        return frozenset(map(get_string_id, words.split()))

    return _Ids(
        subjects=ids("nsubj nsubj:pass nsubjpass"),
        objects=ids("obj iobj dobj dative"),
        possessors=ids("nmod:poss poss"),
        negations=ids("neg advmod"),
        sharing=ids("conj acomp attr"),
        first=ids("i we my our mine ours im ive"),
        second=ids("you u ya your ur yours"),
        negative=ids("not n't n’t nt never"),
    )


def roles(doc: Doc) -> Iterator[tuple[int, str]]:
    """Token numbers with a role, one of ``token_notation.ROLES``; nothing where the doc is not parsed.

    A predicate is ``#mine``, ``#yours`` or ``#theirs`` by its subject: "I", "you", or another; "my degree" counts as
    "I", "your team" as "you". A predicate without a subject of its own has that of the one it is joined to.
    """
    if not doc.has_annotation("DEP"):
        return
    ids = _ids()
    table = doc.to_array(["DEP", "HEAD", "LOWER"])
    labels: list[int] = table[:, 0].tolist()
    words: list[int] = table[:, 2].tolist()
    heads: list[int] = [number + offset for number, offset in enumerate(table[:, 1].astype("int64").tolist())]
    owners: dict[int, int] = {}
    subjects, sharing = [], []
    for number, label in enumerate(labels):
        if label in ids.subjects:
            subjects.append(number)
            yield number, "#subject"
        elif label in ids.objects:
            yield number, "#object"
        elif label in ids.possessors:
            owners[heads[number]] = words[number]
        elif label in ids.sharing:
            sharing.append(number)
        elif label in ids.negations and words[number] in ids.negative:
            yield heads[number], "#negated"
    whose: dict[int, str] = {}
    for number in subjects:
        whose.setdefault(heads[number], _person(ids, words[number], owners.get(number, 0)))
    for number in sharing:
        # Heads of joined predicates stand to the left, so that their subject is known by now.
        if number not in whose and heads[number] in whose:
            whose[number] = whose[heads[number]]
    yield from whose.items()


def _person(ids: _Ids, word: int, owner: int) -> str:
    if word in ids.first or owner in ids.first:
        return "#mine"
    return "#yours" if word in ids.second or owner in ids.second else "#theirs"
