"""Mentions of the role, measured against the context."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notecheck.analysis.names.claims import claimed_roles
from notecheck.analysis.names.likeness import folded, is_near, plain
from notecheck.analysis.names.mention import Mention
from notecheck.analysis.names.nearness import is_frequent
from notecheck.analysis.names.people import cased_like
from notecheck.document import Document
from notecheck.document.vocabulary import word_set

__all__ = ["find_roles"]

_WORD = re.compile(r"[^\W_][\w'’/&+-]*")
_SMALL = word_set("the a an of for and in to at on with &")
_RANKS = word_set("senior junior lead principal staff chief head deputy assistant associate trainee the a an new open")
_POST = re.compile(r"\s+(?:role|position|job|post|opening|vacancy|internship)\b", re.IGNORECASE)
_OF = re.compile(r"\b(?:role|position|post|job)\s+(?:of|as)\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
_FLEXION = re.compile(r"(?:'s|’s|s|es|ing|ed|er|or|ers|ors|ion|ions|ist|ists|y|ies|al|ly|e|is|ses|ysis)?")


def find_roles(document: Document) -> Iterator[Mention]:
    """Mentions of the role in the body: right, nearly right, or another where the role should stand."""
    role = re.sub(r"\s*\(.*?\)|,.*$", "", document.context.role or "").strip()
    right = _WORD.findall(role)
    if not right:
        return
    # A long name is also used without its first word: "Senior".
    parts = [right, right[1:]] if len(right) > 2 else [right]
    done: list[tuple[int, int]] = []
    for sentence in document.sentences:
        if sentence.zone != "body":
            continue
        words = list(_WORD.finditer(document.clean, sentence.start, sentence.end))
        for part in parts:
            for first in range(len(words) - len(part) + 1):
                mention = _measured(document, words[first : first + len(part)], part, role)
                if mention and not _within(mention.start, mention.end, done):
                    done.append((mention.start, mention.end))
                    yield mention
    for start, end in claimed_roles(document):
        if not _within(start, end, done) and _is_other(document.clean[start:end], right):
            yield Mention(subject="role", relation="other", start=start, end=end, known=role)


def _within(start: int, end: int, done: list[tuple[int, int]]) -> bool:
    return any(low < end and start < high for low, high in done)


def _measured(document: Document, words: list[re.Match[str]], right: list[str], role: str) -> Mention | None:
    pairs = [(match[0], meant) for match, meant in zip(words, right, strict=True)]
    wrong = [pair for pair in pairs[:-1] if folded(pair[0]) != folded(pair[1])]
    wrong += [pair for pair in pairs[-1:] if folded(pair[0]) not in _forms(pair[1])]
    start, end = words[0].start(), words[-1].end()
    if not wrong:
        return Mention(subject="role", relation="exact", start=start, end=end, right=role, known=role)
    if any(meant.lower() in _SMALL or not _is_slip(*pair) for pair in wrong for meant in pair[1:]):
        return None
    framed = bool(_POST.match(document.clean, end) or _OF.search(document.clean[max(0, start - 40) : start]))
    if len(wrong) == len(pairs) and not framed:
        return None
    if any(is_frequent(written) for written, _ in wrong) and not (framed or len(pairs) > len(wrong)):
        return None
    text = cased_like(document.clean[start:end], " ".join(_in_case(*pair) for pair in pairs))
    return Mention(subject="role", relation="near", start=start, end=end, right=text, known=role)


def _in_case(written: str, meant: str) -> str:
    if folded(written) == folded(meant):
        return written
    return meant.lower() if written.islower() else meant[:1].upper() + meant[1:]


def _forms(word: str) -> frozenset[str]:
    """A role's last word, and its plural and possessive."""
    one = folded(word)
    ends = ("", "'", "'s") if one.endswith("s") else ("", "s", "es", "'s", "s'")
    return frozenset(one + end for end in ends)


def _is_slip(written: str, meant: str) -> bool:
    """Whether a word is nearly the one that is meant and no other form of it ("design" for "designer")."""
    one, other = plain(written), plain(meant)
    if one == other:
        return False
    stem = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    other_form = (
        stem >= 4 and _FLEXION.fullmatch(one[stem:]) and _FLEXION.fullmatch(other[stem:]) and is_frequent(written)
    )
    return len(other) > 2 and is_near(one, other) and not other_form


def _is_other(claimed: str, right: list[str]) -> bool:
    """Whether the words name another occupation than the role, or the same with nothing but other words before it."""
    ours, theirs = (
        [plain(word) for word in words if word.lower() not in _RANKS] for words in (_WORD.findall(claimed), right)
    )
    if not ours or not theirs:
        return False
    if not _alike(ours[-1], theirs[-1]):
        return not any(_alike(ours[-1], word) for word in theirs) and not any(_alike(theirs[-1], word) for word in ours)
    return len(ours) > 1 < len(theirs) and not any(_alike(one, other) for one in ours[:-1] for other in theirs[:-1])


def _alike(one: str, other: str) -> bool:
    return one == other or is_near(one, other) or (len(one) > 4 and one[:5] == other[:5])
