"""Mentions of the company, measured against the context, or against each other where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notecheck.analysis.names.claims import Range, claimed_companies
from notecheck.analysis.names.likeness import MARKS, folded, is_near, likeness, plain
from notecheck.analysis.names.mention import Mention, Relation
from notecheck.analysis.names.nearness import is_common, is_frequent
from notecheck.analysis.names.spoken_of import known_words
from notecheck.analysis.names.written_forms import ADDRESS, LITERAL
from notecheck.document import Context, Document
from notecheck.document.vocabulary import word_set

__all__ = ["find_companies"]

_LEGAL = re.compile(
    r"[\s,]+(?:inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|gmbh|ag|kg|se|sa|s\.a|sas|sarl|spa|s\.p\.a|bv"
    r"|b\.v|nv|n\.v|oy|ab|as|a/s|aps|pty|pvt|kk|sdn|bhd|srl|s\.r\.l)\.?$",
    re.IGNORECASE,
)
_WORD = re.compile(rf"[^\W_](?:[\w{MARKS}&+]|['’.‐‑-](?=[^\W_]))*")
_SMALL = word_set("the and of for in a an at on de & +")
_SHORTEST = 4


def find_companies(document: Document) -> Iterator[Mention]:
    """Mentions of the company in greeting and body, and of another that stands in its place."""
    claims = list(claimed_companies(document))
    company = _bare(document.context.company or "")
    if not company:
        yield from _two_claimed(document, claims)
        return
    named = list(_named(document, company, claims))
    yield from named
    yield from _others(document, company, claims, named)


def _bare(name: str) -> str:
    """A company's name without its legal form, which nobody writes in a letter."""
    name, before = name.strip().removeprefix("The ").removeprefix("the "), ""
    while name != before:
        name, before = _LEGAL.sub("", name), name
    return name.strip(" ,.")


def _named(document: Document, company: str, claims: list[Range]) -> Iterator[Mention]:
    right, done = _spoken(document.context, company), 0
    literal = [match.span() for pattern in (ADDRESS, LITERAL) for match in pattern.finditer(document.clean)]
    size = len(_WORD.findall(company))
    for sentence in document.sentences:
        if sentence.zone not in ("greeting", "body"):
            continue
        words = [match.span() for match in _WORD.finditer(document.clean, sentence.start, sentence.end)]
        words = [span for span in words if not any(low <= span[0] < high for low, high in literal)]
        for first in range(len(words)):
            for count in sorted({size, size + 1, max(1, size - 1), 1}, key=lambda number: (abs(number - size), number)):
                if words[first][0] < done or first + count > len(words):
                    continue
                start, end = words[first][0], _end(document.clean, *words[first + count - 1], company)
                if document.clean[slice(*words[first])].lower() in _SMALL - {company.partition(" ")[0].lower()}:
                    continue
                relation = _relation(document, (start, end), company, claims, right, whole=count != 1 or size == 1)
                if relation and relation.relation == "near" and count not in (size, 1):
                    continue  # More or fewer words are the name where only blanks or hyphens differ.
                if relation:
                    yield relation
                    done = end
                    break


def _end(text: str, start: int, end: int, company: str) -> int:
    """The end of a name without a possessive that is not its own, as it is in McDonald's."""
    possessive = text[start:end].endswith(("'s", "’s")) and not company.endswith(("'s", "’s"))
    return end - 2 if possessive else end


def _spoken(context: Context, company: str) -> frozenset[str]:
    """Words that the context uses for other things than the company."""
    return known_words(context) - {folded(word) for word in _WORD.findall(company)}


def _relation(
    document: Document, span: Range, company: str, claims: list[Range], right: frozenset[str], *, whole: bool
) -> Mention | None:
    written = document.clean[span[0] : span[1]]
    meant = company if whole else next((word for word in _WORD.findall(company) if _is_part(written, word)), "")
    if not meant or "\n\n" in written:
        return None
    how = _how(written, meant)
    if how == "near" and not _may_be_meant(document, span, meant, claims, right):
        return None
    if how is None:
        return None
    return Mention(subject="company", relation=how, start=span[0], end=span[1], right=meant, known=company)


def _is_part(written: str, word: str) -> bool:
    """Whether a word alone can stand for a company of which it is a part: it is telling, and long enough."""
    telling = len(word) >= _SHORTEST and not is_frequent(word) and word[0].isupper()
    return telling and _how(written, word) is not None


def _how(written: str, meant: str) -> Relation | None:
    if folded(written) == folded(meant):
        same = written in (meant, meant.upper(), meant.lower()) or not _capitals_tell(meant)
        opening = written[1:] == meant[1:]
        return "exact" if same or opening else "capitals"
    alike = likeness(written, meant)
    if alike == "marks":
        return "marks" if " " in written or " " in meant or "-" in written + meant or written.isascii() else "exact"
    if alike == "near" and _word_by_word(written, meant):
        return "near"
    return None


def _capitals_tell(name: str) -> bool:
    """Whether the capitals within the words of a name are its own, as in GitHub and eBay."""
    return any(
        re.search(r"[^\W\d_]", word) and word[1:] != word[1:].lower() and not word.isupper() for word in name.split()
    )


def _word_by_word(written: str, meant: str) -> bool:
    """Whether names of as many words are near in each of them: "Bell Foods" is not "Dell Goods"."""
    ours, theirs = written.split(), meant.split()
    if len(ours) != len(theirs):
        return True
    return all(
        plain(one) == plain(other) or is_near(plain(one), plain(other)) for one, other in zip(ours, theirs, strict=True)
    )


def _may_be_meant(document: Document, span: Range, meant: str, claims: list[Range], right: frozenset[str]) -> bool:
    """Whether words that are nearly the company's name are meant for it, and are no words of their own."""
    written = document.clean[span[0] : span[1]]
    words = [word for word in _WORD.findall(written) if word.lower() not in _SMALL]
    capital = bool(words) and all(not word[0].islower() for word in words)
    if not (capital or document.clean.islower() or _capitals_tell(meant)) or any(
        folded(word) in right for word in words
    ):
        return False
    if _plural(written, meant):
        return False
    if any(start <= span[0] and span[1] <= end for start, end in claims):
        return True
    theirs = {plain(word) for word in _WORD.findall(meant)}
    changed = [word for word in words if plain(word) not in theirs]
    if len(words) > 1 and len(changed) < len(words):
        return True
    initial = not _WORD.search(document.clean, _sentence_start(document, span[0]), span[0])
    after_at = re.search(r"(?:\b(?:at|join|joining|for|with)\s+(?:the\s+)?)$", document.clean[: span[0]], re.IGNORECASE)
    if any(map(is_frequent, changed)):
        return bool(after_at) and len(plain(meant)) >= _SHORTEST
    return len(plain(meant)) >= _SHORTEST and not (initial and any(map(is_common, changed)))


def _plural(written: str, meant: str) -> bool:
    """Whether what is written is the plural of the name, or a possessive that lacks its apostrophe."""
    return folded(written) in (folded(meant) + "s", folded(meant) + "es", folded(meant) + "'")


def _sentence_start(document: Document, offset: int) -> int:
    sentence = document.sentence_at(offset)
    return sentence.start if sentence else offset


def _others(document: Document, company: str, claims: list[Range], named: list[Mention]) -> Iterator[Mention]:
    """Companies that stand where the known one should."""
    right = known_words(document.context)
    for start, end in claims:
        if any(mention.start < end and start < mention.end for mention in named):
            continue
        words = [word for word in _WORD.findall(document.clean[start:end]) if word.lower() not in _SMALL]
        if not _telling(words) or any(folded(word.removesuffix("'s").removesuffix("’s")) in right for word in words):
            continue
        if not _related(document.clean[start:end], company):
            relation: Relation = "unlisted" if named else "other"
            yield Mention(subject="company", relation=relation, start=start, end=end, known=company)


def _two_claimed(document: Document, claims: list[Range]) -> Iterator[Mention]:
    """Without context, the later of two companies that both stand as the one that is written to."""
    first: str | None = None
    people = {
        folded(word)
        for zone in document.zone("greeting")
        for word in _WORD.findall(document.clean[zone.start : zone.end])
    }
    for start, end in sorted(claims):
        name = document.clean[start:end]
        words = [word for word in _WORD.findall(name) if word.lower() not in _SMALL]
        greeted = document.sentence_at(start)
        if not _telling(words) or (greeted and greeted.zone == "body" and {folded(word) for word in words} & people):
            continue
        if first is None:
            first = name
        elif not _related(name, first):
            yield Mention(subject="company", relation="two-named", start=start, end=end, known=first)


def _telling(words: list[str]) -> bool:
    return any(not is_common(word) and not word.isdigit() for word in words)


def _related(one: str, other: str) -> bool:
    """Whether two names can be the same company's: they share a word, or one is the other's initials."""
    ours, theirs = (
        [
            plain(word.removesuffix("'s").removesuffix("’s"))
            for word in _WORD.findall(name)
            if word.lower() not in _SMALL
        ]
        for name in (one, other)
    )
    if any(a == b or is_near(a, b) for a in ours for b in theirs):
        return True
    if "".join(ours) in "".join(theirs) or "".join(theirs) in "".join(ours):
        return True
    initials = {"".join(word[:1] for word in words) for words in (ours, theirs)}
    return bool(initials & {*ours, *theirs})
