"""Mentions of people, each measured against the people of the context, or against the greeting where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from notecheck.analysis.names.known_people import Fit, KnownPerson, known_people
from notecheck.analysis.names.likeness import folded
from notecheck.analysis.names.mention import Mention, Relation, Subject
from notecheck.analysis.names.name_words import Name, Word, addressed, greeted, signed
from notecheck.analysis.names.spoken_of import spoken_of
from notecheck.analysis.names.titles import gender_of, titles_agree
from notecheck.document import Document, Person

__all__ = ["People", "cased_like", "find_people"]

Range = tuple[int, int]


class People:
    """The people whom a note greets, addresses and is signed by, and those whom the context knows."""

    def __init__(self, document: Document, slots: tuple[Range, ...], proper: frozenset[int]) -> None:
        context = document.context
        self.greeted = tuple(greeted(document, slots))
        self.signed = signed(document)
        self.me = next(iter(known_people((Person(name=context.me),))), None) if context.me else None
        own = {folded(word) for word in self.signed.texts} if self.signed else set()
        own |= self.me.folded_words if self.me else set()
        self.addressed = tuple(name for name in addressed(document, proper) if not own & set(map(folded, name.texts)))
        self.known = known_people(context.interviewers) + known_people(context.also_met, listed=False)
        self.interviewers = tuple(person for person in self.known if person.listed)

    def best(self, name: Name) -> tuple[KnownPerson, Fit] | None:
        """The known person whom a name fits best, if any of its words does."""
        fits = [(person, person.fit(name.texts)) for person in self.known]
        alike = [(person, fit) for person, fit in fits if fit.alike]
        return min(alike, key=lambda pair: (pair[1].cost, not pair[0].listed), default=None)


def find_people(document: Document, people: People, proper: frozenset[int]) -> Iterator[Mention]:
    """Mentions of people in greeting, body and sign-off, in no order.

    Args:
        document: The draft.
        people: Who is in it.
        proper: Starts of the words that the tagger takes for names.
    """
    flagged: set[int] = set()
    if people.interviewers:
        for mention in chain(*(_to_addressee(name, people) for name in (*people.greeted, *people.addressed))):
            if mention.relation != "exact":
                flagged.add(mention.start)
            yield mention
    yield from _against_greeting(people, flagged)
    if people.known:
        yield from chain(
            *(_of_person(name, people) for name in spoken_of(document, people.known, _taken(people), proper))
        )
    yield from _sender(people)


def _taken(people: People) -> frozenset[int]:
    return frozenset(word.start for name in (*people.greeted, *people.addressed) for word in name.words)


def _to_addressee(name: Name, people: People) -> Iterator[Mention]:
    best = people.best(name)
    if best:
        yield from _measured(name, *best, "addressee")
        return
    if any(set(name.texts) <= set(other.texts) for other in people.greeted if other is not name):
        return
    beside = name in people.greeted and any(people.best(other) for other in people.greeted)
    known = _listing([person.formal for person in people.interviewers])
    yield Mention(
        subject="addressee", relation="unlisted" if beside else "other", start=name.start, end=name.end, known=known
    )


def _of_person(name: Name, people: People) -> Iterator[Mention]:
    best = people.best(name)
    if best:
        yield from _measured(name, *best, "person")


def _measured(name: Name, person: KnownPerson, fit: Fit, subject: Subject) -> Iterator[Mention]:
    """Every way in which a mention differs from the person's name; one that is exact where none does."""

    def mention(relation: Relation, start: int, end: int, right: str) -> Mention:
        return Mention(subject=subject, relation=relation, start=start, end=end, right=right, known=person.formal)

    found = [
        mention(relation, word.start, word.end, cased_like(word.text, person.words[at]))
        for word, (at, how) in zip(name.words, fit.words, strict=True)
        if (relation := _difference(word, person, at, how))
    ]
    order = [at for at, how in fit.words if how != "other"]
    whole = all(how in ("same", "initial", "marks") for _, how in fit.words)
    if "other" in (how for _, how in fit.words) and len(set(order)) < len(person.words):
        found.append(mention("half", name.start, name.end, cased_like(name.words[0].text, person.name)))
    elif whole and len(order) > 1 and order != sorted(order):
        found.append(mention("swapped", name.start, name.end, cased_like(name.words[0].text, person.name)))
    if name.title:
        found += _title(name, name.title, person, fit, mention("exact", name.title.start, name.title.end, ""))
    yield from found or [mention("exact", name.start, name.end, "")]


def _difference(word: Word, person: KnownPerson, at: int, how: str) -> Relation | None:
    if how in ("marks", "near", "nickname"):
        return how  # type: ignore[return-value]
    right = person.words[at]
    mixed = not (word.text.islower() or word.text.isupper())
    inner = any(letter.isupper() for letter in right[1:]) and not right.isupper()
    return "capitals" if how == "same" and mixed and inner and _capitals(word.text) != _capitals(right) else None


def _capitals(word: str) -> list[bool]:
    return [letter.isupper() for letter in word]


def _title(name: Name, title: Word, person: KnownPerson, fit: Fit, whole: Mention) -> Iterator[Mention]:
    if person.title and not titles_agree(title.text, person.title):
        genders = {gender_of(title.text), gender_of(person.title)}
        yield Mention(
            subject=whole.subject,
            relation="gender" if genders == {"m", "f"} else "title",
            start=title.start,
            end=title.end,
            right=cased_like(title.text, person.title.rstrip(".")),
            known=person.formal,
        )
    elif len(name.words) == 1 and len(person.words) > 1 and fit.words[0] == (0, "same"):
        yield Mention(
            subject=whole.subject,
            relation="given-name",
            start=name.start,
            end=name.end,
            right=cased_like(name.words[0].text, " ".join(person.words[1:])),
            known=person.formal,
        )


def _against_greeting(people: People, flagged: set[int]) -> Iterator[Mention]:
    """Forms of address in the body that are not the greeting's."""
    greeting = [(name, KnownPerson(None, name.texts)) for name in people.greeted]
    for name in people.addressed if greeting else ():
        if name.start in flagged or any(word.start in flagged for word in name.words):
            continue
        fits = [(other, person, person.fit(name.texts)) for other, person in greeting]
        if not any(fit.alike for *_, fit in fits):
            if any(_comparable(name, other) for other, *_ in fits) and not _related(name, people):
                known = _listing([person.name for _, person in greeting])
                yield Mention(subject="addressee", relation="two-named", start=name.start, end=name.end, known=known)
            continue
        _, person, fit = min(fits, key=lambda item: item[2].cost)
        for word, (at, how) in zip(name.words, fit.words, strict=True):
            if how == "near" and not people.interviewers:
                right = cased_like(word.text, person.words[at])
                yield Mention(
                    subject="addressee",
                    relation="two-ways",
                    start=word.start,
                    end=word.end,
                    right=right,
                    known=person.name,
                )


def _comparable(one: Name, other: Name) -> bool:
    """Whether two names that share no word cannot be one person's: both by given name, or both by family name."""
    return bool(one.title) == bool(other.title)


def _related(name: Name, people: People) -> bool:
    """Whether the context knows name and greeting as the same person's."""
    best = people.best(name)
    return bool(best) and any(best[0].fit(other.texts).alike for other in people.greeted)  # type: ignore[index]


def _sender(people: People) -> Iterator[Mention]:
    if not people.me or not people.signed:
        return
    name, fit = people.signed, people.me.fit(people.signed.texts)
    if not fit.alike and not _initials(name, people.me):
        yield Mention(subject="sender", relation="other", start=name.start, end=name.end, known=people.me.name)
    for word, (at, how) in zip(name.words, fit.words, strict=True):
        if how == "near":
            right = cased_like(word.text, people.me.words[at])
            yield Mention(
                subject="sender", relation="near", start=word.start, end=word.end, right=right, known=people.me.name
            )


def _initials(name: Name, person: KnownPerson) -> bool:
    return "".join(name.texts).casefold() == "".join(word[0] for word in person.words).casefold()


def _listing(names: list[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def cased_like(written: str, right: str) -> str:
    """The right form in small letters where what is written is, and in capitals where it is."""
    if written.islower():
        return right.lower()
    return right.upper() if len(written) > 1 and written.isupper() else right
