"""The days on which the note says that the interview was, measured against the context, and against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from dateutil.parser import ParserError, parse

from notecheck.analysis.names.mention import Mention
from notecheck.document import Context, Document

__all__ = ["WEEKDAYS", "find_days"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thu(?:rs?)?|fri)\b)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:%])"
_DATE = (
    rf"(?:{_MONTHS}\b\.?[ \t]+(?:the\s+)?{_DAY}(?:,?[ \t]+(?:19|20)\d\d)?"
    rf"|(?:the\s+)?{_DAY}[ \t]+(?:of\s+)?{_MONTHS}\b(?:\.?,?[ \t]+(?:19|20)\d\d)?"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:(?:19|20)\d\d|\d\d)(?!\d))"
)
_DATED = re.compile(
    rf"(?<![\w/.-])(?:(?P<weekday>{_WEEKDAY})(?:\.?,?[ \t]+(?:the\s+)?|[ \t]*\())?"
    rf"(?P<date>{_DATE})(?![\w/])"
    rf"|(?<![\w-])(?P<alone>{_WEEKDAY})(?![\w-])",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:(?P<yesterday>yesterday|last\s+night)|(?P<today>today|this\s+(?:morning|afternoon|evening)|earlier\s+on\s+today))"
    r"(?:['’]s)?\b",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed|ing|s)?|(?:our|your|the|this|a)\s+(?:\w+\s+)?(?:meeting|conversation|talk|chat|call|discussion|visit)"
    r"|(?:me+t(?:ing)?|sp(?:oke|eaking|eak)|talk(?:ed|ing)?|seeing|saw|see|had|have|having|inviting|hosting)(?:\s+with|\s+to)?"
    r"\s+(?:me|you|us)|(?:I|we)\s+(?:met|spoke|talked|sat)|(?:your|the)\s+(?:time|hour|morning|afternoon)|thank\s+you|thanks)\b",
    re.IGNORECASE,
)
_STILL_TO_COME = re.compile(
    r"\b(?:will|['’]ll|would|shall|can|could|next|by|until|till|before|after|since|from|starting?|begin\w*|look(?:ing)?\s+forward"
    r"|available|free|decide|decision|hear|coming|upcoming|following|deadline|due|send|every|each|on\s+\w+days"
    r"|again\s+on|second|another|final|if|whether|unless|see\s+you|tour|trial|shift|moved|rescheduled?|mail(?:ed)?|wrote|sent"
    r"|applied|posted|opened?|read|told|said|show(?:ed|ing)?|ask(?:ed|ing)?|promised|happened|work(?:ed|ing)?|did|went|got)\b",
    re.IGNORECASE,
)
_REACH = 60
"""Characters between the interview and its day."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A day named in the note: a weekday (0 is Monday), the dates that the words can mean, or both."""

    start: int
    end: int
    weekday: int | None = None
    dates: tuple[date, ...] = ()


def find_days(document: Document) -> Iterator[Mention]:
    """Days of the interview that contradict what is known, each other, or their weekday. Today is never asked for."""
    context = document.context
    told: list[_Day] = []
    for sentence in document.sentences:
        if sentence.zone != "body":
            continue
        text = document.clean[sentence.start : sentence.end]
        days = list(_days(text, sentence.start, context))
        yield from (mention for day in days if (mention := _own_weekday(day)))
        held = [day for day in days if _is_of_interview(text, day, sentence.start)]
        if context.interviewed_on and held and not any(_is_on(day, context.interviewed_on) for day in held):
            yield _of_day(held[0], context.interviewed_on)
        told += held[:1] if not context.interviewed_on else []
        yield from _relative(text, sentence.start, context)
    if told and (other := next((day for day in told[1:] if _contradict(told[0], day)), None)):
        first = " ".join(document.clean[told[0].start : told[0].end].split())
        yield Mention(subject="day", relation="two-days", start=other.start, end=other.end, known=first)


def _days(text: str, offset: int, context: Context) -> Iterator[_Day]:
    for match in _DATED.finditer(text):
        weekday = match["weekday"] or match["alone"]
        if weekday and weekday.islower() and not weekday.lower().endswith("day"):
            continue
        number = None if weekday is None else _weekday(weekday)
        dates = _dates(match["date"], context) if match["date"] else ()
        if number is not None or dates:
            yield _Day(offset + match.start(), offset + match.end(), number, dates)


def _weekday(word: str) -> int:
    return next(at for at, name in enumerate(WEEKDAYS) if name.lower().startswith(word.lower().rstrip(".")[:3]))


def _dates(written: str, context: Context) -> tuple[date, ...]:
    """The dates that words can mean: either way round, and without a year the one nearest to interview or sending."""
    near = context.interviewed_on or context.sent_on
    if re.search(r"(?:19|20)\d\d|[/.]\d\d$", written):
        return tuple(
            sorted({day for day_first in (False, True) for day in _parsed(written, 2000, day_first=day_first)})
        )
    years = (near.year - 1, near.year, near.year + 1) if near else ()
    found = [day for year in years for day in _parsed(written, year)]
    return (min(found, key=lambda day: abs(day - near)),) if near and found else ()


def _parsed(written: str, year: int, *, day_first: bool = False) -> tuple[date, ...]:
    bare = re.sub(r"\b(?:the|of)\b", " ", written, flags=re.IGNORECASE)
    try:
        return (parse(bare, dayfirst=day_first, default=datetime(year, 1, 1)).date(),)
    except (ParserError, OverflowError, ValueError):
        return ()


def _own_weekday(day: _Day) -> Mention | None:
    """A weekday that is not that of its date."""
    if day.weekday is None or not day.dates or day.weekday in (item.weekday() for item in day.dates):
        return None
    right = WEEKDAYS[day.dates[0].weekday()]
    return Mention(subject="day", relation="weekday", start=day.start, end=day.end, known=right)


def _is_of_interview(text: str, day: _Day, offset: int) -> bool:
    """Whether a day is said to be the interview's: it stands behind it in one clause, or as in "Monday's talk"."""
    end = day.end - offset
    before = re.split(r"[;:!?]|,\s+(?:and|but|so)\b|\s[–—-]\s", text[: day.start - offset])[-1]
    if text[end : end + 2] in ("'s", "’s"):
        return bool(
            re.match(
                r".{2}\s+(?:\w+\s+){0,2}?(?:interview|meeting|conversation|talk|call|chat|discussion)\b",
                text[end:],
                re.I,
            )
        )
    if not day.dates and re.search(r"\bthe\s+$", before, re.IGNORECASE):
        return False  # "On the Monday call" is another.
    match = next(reversed(list(_INTERVIEW.finditer(before))), None)
    if not match or not re.search(
        r"\b(?:on|last|this|past|of|for|,)\s*(?:the\s+)?$|(?:me|you|us|time|today|met|spoke|talked)\s+$", before, re.I
    ):
        return False
    return len(before) - match.end() <= _REACH and not _STILL_TO_COME.search(before)


def _is_on(day: _Day, known: date) -> bool:
    if day.dates:
        return known in day.dates
    return day.weekday == known.weekday()


def _of_day(day: _Day, known: date) -> Mention:
    return Mention(subject="day", relation="other-day", start=day.start, end=day.end, known=_in_words(known))


def _in_words(day: date) -> str:
    """ "Thursday, 6 March 2025" """
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {day:%B %Y}"


def _relative(text: str, offset: int, context: Context) -> Iterator[Mention]:
    """ "Yesterday" and "today", said of the interview, that do not fit the day of sending."""
    if not (context.interviewed_on and context.sent_on):
        return
    for match in _RELATIVE.finditer(text):
        since = 1 if match["yesterday"] else 0
        clause = re.split(r"[;:!?]|,\s+(?:and|but|so)\b", text[: match.start()])[-1]
        after = re.match(
            r"['’]s\s+(?:\w+\s+){0,2}?(?:interview|meeting|conversation|talk|call|chat|discussion)\b",
            text[match.end() - 2 :],
        )
        spoken = _INTERVIEW.search(clause) and not _STILL_TO_COME.search(clause)
        if (context.sent_on - context.interviewed_on).days != since and (spoken or after):
            known = _in_words(context.interviewed_on)
            start, end = offset + match.start(), offset + match.end()
            yield Mention(subject="day", relation="relative", start=start, end=end, known=known)


def _contradict(first: _Day, second: _Day) -> bool:
    if first.dates and second.dates:
        return not set(first.dates) & set(second.dates)
    if first.weekday is not None and second.weekday is not None:
        return first.weekday != second.weekday
    return False
