"""Names as they stand in the text: in the greeting, as a form of address in the body, in the sign-off, or anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notecheck.analysis.names.likeness import MARKS
from notecheck.analysis.names.nearness import is_frequent
from notecheck.analysis.names.titles import TITLES
from notecheck.document import Document, Sentence
from notecheck.document.valediction import is_name, is_valediction
from notecheck.document.vocabulary import CALENDAR, DISCOURSE_ADVERBS, SENTENCE_OPENERS, word_set

__all__ = ["WORD", "Name", "Word", "addressed", "greeted", "runs", "signed"]

WORD = re.compile(rf"[^\W\d_](?:[\w{MARKS}]|['’ʼ‑‐-](?=[^\W\d_]))*")
"""One word of a name: letters, with apostrophes and hyphens inside, accents composed or not."""

_POSSESSIVE = re.compile(r"['’]s?$")
_TITLE = rf"(?:(?:{'|'.join(sorted(map(re.escape, TITLES), key=len, reverse=True))})(?![\w'’])\.?[ \t]+)"
_NAME_WORD = rf"(?:[^\W\d_a-zß-öø-ÿ](?:[\w{MARKS}]|['’ʼ‑‐-](?=[^\W\d_]))*\.?)"
_PARTICLE = r"(?:van|von|der|den|de|la|le|del|della|di|da|do|dos|das|du|al|el|bin|ibn|binti|ter|ten|af|av|zu|zur)"
_NAME = rf"(?i:{_TITLE}){{0,2}}{_NAME_WORD}(?:[ \t]+(?:{_PARTICLE}[ \t]+){{0,2}}{_NAME_WORD}){{0,3}}"
_OPENER = re.compile(
    r"[\s*_]*(?:(?:my\s+)?(?:dear|dearest|respected|esteemed)|hiya?|hello|hullo|hey|howdy|greetings|salutations|ciao|hola"
    r"|bonjour|namaste|aloha|(?:a\s+)?(?:very\s+)?good\s+(?:morning|afternoon|evening|day)|morning|afternoon|evening"
    r"|to)(?![\w'’])[\s,:!]*",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"\s*(?:[,;:/|&+!()–—]|\s-\s|\.\s*$|(?<![\w])(?:and|und|y|cc|dear|hi|hello)(?![\w]))\s*", re.IGNORECASE
)
_BEHIND = re.compile(r"(?<!\w)(?:from|at|of|in|with|on behalf|thank|thanks|it|i|hope)(?!\w).*", re.DOTALL)
_AUDIENCE = word_set(
    """all everyone everybody folks there again both team teams friend friends hiring manager managers committee member
    members colleague colleagues panel recruiting recruiter recruiters recruitment search interview interviewer
    interviewers people talent department board staff selection admissions group guys acquisition human resources hr
    office crew faculty principal director sirs sir madam madams ma'am whom ladies gentlemen lovely dears teacher
    headteacher head chair chairman chairwoman professor doctor officer representative editor boss chef owner
    coordinator supervisor the your my to or sister brother company name firstname lastname interviewer's"""
)
_THANKS = (
    r"(?:(?:many|so many|my|warm|with|again|once again|heartfelt|sincere)\s+)*(?:thank\s+you|thanks|cheers)"
    r"(?:\s+(?:so much|very much|again|once again|once more|a lot|kindly|indeed|too|both|all))*"
)
_ADDRESSED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^\W*(?i:{_THANKS}),?[ \t]+(?P<name>{_NAME})(?=\s*(?:[,.!:;–—-]|for\b|and I\b))",
        rf"^\W*(?P<name>{_NAME})\s*[,–—:]\s*(?i:thank|thanks|I\b|I['’]|it was|you\b|your\b|we\b|please|may I)",
        rf"(?i:\b(?:you|(?<!me )again|soon|much|thanks|indeed|your team|your time|once more|forward)),\s+"
        rf"(?P<name>{_NAME})(?=\s*[.!?]?\W*$|\s*,\s*(?i:for|and|but|as)\b)",
    )
)
_NO_NAMES = (
    DISCOURSE_ADVERBS
    | SENTENCE_OPENERS
    | CALENDAR
    | word_set("sincerely warmly kind god second third fourth me myself p.s")
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name, without a possessive ending."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def capital(self) -> bool:
        return not self.text[0].islower()


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name one person, and the title before them, if any."""

    words: tuple[Word, ...]
    title: Word | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(word.text for word in self.words)

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def greeted(document: Document, taken: tuple[tuple[int, int], ...] = ()) -> Iterator[Name]:
    """The people whom the greeting names; open slots (``taken``), teams and offices are none."""
    for sentence in document.sentences:
        if sentence.zone != "greeting":
            continue
        text = document.clean[sentence.start : sentence.end]
        opener = _OPENER.match(text)
        at = opener.end() if opener else 0
        cut = _BEHIND.search(text, at)
        end = cut.start() if cut else len(text)
        for start, stop in _pieces(text, at, end):
            name = _name(text[start:stop], sentence.start + start)
            if name and not any(low < name.end and name.start < high for low, high in taken):
                yield name


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _PARTED.finditer(text, start, end):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def _name(text: str, offset: int) -> Name | None:
    words = [_word(match, offset) for match in WORD.finditer(text)]
    titles = [word for word in words if word.text.casefold() in TITLES]
    names = [word for word in words if word not in titles]
    lowered = {word.text.casefold() for word in names}
    if not names or len(names) > 5 or lowered & _AUDIENCE:
        return None
    if not any(word.capital for word in names) and (len(names) > 2 or any(is_frequent(word.text) for word in names)):
        return None
    return Name(tuple(names), titles[-1] if titles else None)


def _word(match: re.Match[str], offset: int) -> Word:
    return Word(_POSSESSIVE.sub("", match[0]) or match[0], offset + match.start())


def addressed(document: Document, proper: frozenset[int]) -> Iterator[Name]:
    """The people to whom sentences of body and sign-off speak by name: "Thank you again, Ana."

    The last name of a note that has no signature may be the writer's. ``proper`` holds the starts of the words that the
    tagger takes for names.
    """
    signature = signed(document)
    sentences = [sentence for sentence in document.sentences if sentence.zone in ("body", "signoff")]
    for sentence in sentences if signature else sentences[:-1]:
        text = document.clean[sentence.start : sentence.end]
        for match in (found for pattern in _ADDRESSED if (found := pattern.search(text))):
            name = _name(match["name"], sentence.start + match.start("name"))
            if name and name != signature and _is_of_person(name, proper):
                yield name
                break


def _is_of_person(name: Name, proper: frozenset[int]) -> bool:
    """Whether what stands where a name may is one, and not as in "Anyway, I …" or "Thank you, again."."""
    lowered = {word.casefold() for word in name.texts}
    if lowered & _NO_NAMES or max(map(len, lowered)) == 1:
        return False
    return bool(name.title) or len(name.words) > 1 or (name.start in proper and not is_frequent(name.texts[0]))


def signed(document: Document) -> Name | None:
    """The name under the note, or None where none is plain: a line of its own, or else behind a comma."""
    lines = [sentence for sentence in document.sentences if sentence.zone == "signoff"]
    texts = [document.clean[line.start : line.end] for line in lines]
    alone = [(text, line.start) for text, line in zip(texts[1:5], lines[1:5], strict=True)]
    inline = []
    if texts and not any(is_valediction(text, above_name=True) for text in texts[1:]):
        inline = [(texts[0].partition(",")[2], lines[0].start + texts[0].find(",") + 1)]
    return next((name for text, start in [*alone, *inline] if (name := _signature(text, start))), None)


def _signature(text: str, start: int) -> Name | None:
    if not text.strip() or not is_name(text.strip()):
        return None
    words = [_word(match, start) for match in WORD.finditer(text.partition(",")[0])]
    words = [word for word in words if word.text.casefold() not in TITLES]
    plain = words and words[0].capital and not any(is_frequent(word.text) for word in words)
    return Name(tuple(words)) if plain else None


def runs(document: Document, sentence: Sentence, literal: tuple[tuple[int, int], ...]) -> Iterator[list[Word]]:
    """The words of a sentence in runs with nothing but blanks between them; ``literal`` ranges are left out."""
    run: list[Word] = []
    for match in WORD.finditer(document.clean, sentence.start, sentence.end):
        word = _word(match, 0)
        if any(low <= word.start < high for low, high in literal):
            continue
        gap = document.clean[run[-1].end : word.start] if run else ""
        if run and gap.strip():
            yield run
            run = []
        run.append(word)
    if run:
        yield run
