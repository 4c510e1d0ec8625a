"""What the note says it was written for: the words after "the role at", "join", "the position of", and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notecheck.document import Document
from notecheck.document.vocabulary import word_set

__all__ = ["Range", "claimed_companies", "claimed_roles"]

Range = tuple[int, int]

_CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ][\w'’&+-]*(?:\.(?=\w)[\w]+)*|[a-z]{1,2}[A-Z][\w-]*|\d[\w-]*[A-Z][\w-]*)"
_NAME = rf"{_CAPITAL}(?:[ \t]+(?:(?:and|of|for|the|de|&|\+)[ \t]+)?{_CAPITAL}){{0,4}}"
_POST = r"(?:roles?|positions?|jobs?|posts?|opening|vacancy|internship|traineeship|apprenticeship|placement)"
_WANTED = (
    r"(?:would|['’]d)\s+(?:\w+\s+){0,2}?(?:love|like|be\s+\w+|jump)|look(?:ing)?\s+forward|excited|eager|keen|hope|hoping"
    r"|thrilled|delighted|glad|happy|want|wish|opportunity|chance|prospect|idea|thought|interest(?:ed)?|honou?red|ready"
)
_ABOUT = (
    r"interest(?:ed)?\s+in|excited\s+(?:about|by)|enthusias\w+\s+(?:about|for)|appl(?:y|ied|ying|ication)\s+for"
    r"|interview(?:ed|ing)?(?:\s+\w+){0,2}?\s+for|consider(?:ed|ing)?(?:\s+me)?\s+for|about|regarding"
    r"|discuss(?:ed|ing)?|fit\s+for"
)
_COMPANY_FRAMES = tuple(
    re.compile(pattern)
    for pattern in (
        # The role itself, where it is applied for or was talked about.
        rf"(?i:\b(?:{_ABOUT})\s+(?:the|this|your)\s+(?:[\w/&-]+\s+){{0,5}}?{_POST}\s+(?:at|with)\s+)(?:the\s+)?(?P<name>{_NAME})",
        # The interview.
        rf"(?i:\b(?:thank\w*|appreciate\w*|grateful|enjoyed)\b[^.!?\n]{{0,60}}?\binterview(?:ed|ing)?(?:\s+me)?"
        rf"\s+(?:at|with)\s+)(?:the\s+)?(?P<name>{_NAME})",
        # To join it, where that is wanted.
        rf"(?i:\b(?:{_WANTED})\b[^.!?;\n]{{0,50}}?\b(?:join(?:ing)?|be(?:ing|come|coming)?\s+(?:a\s+)?part\s+of"
        rf"|(?:work|start|career|future)(?:ing)?\s+(?:at|for))\s+)(?:the\s+)?(?P<name>{_NAME})",
        rf"(?i:\b(?:interest\s+in|excited\s+about)\s+(?:joining|working\s+(?:at|for))\s+)(?:the\s+)?(?P<name>{_NAME})",
    )
)
_GREETED = re.compile(
    rf"(?i:^\W*(?:dear|hi|hello|good\s+\w+)\s+)(?:the\s+)?(?P<name>{_NAME}?)[ \t]+(?i:(?:hiring|recruit\w+|talent"
    rf"|interview|selection|search|HR)\s+)*(?i:team|committee|panel|recruiters?|manager)\b"
    rf"|(?i:\b(?:team|manager|panel|committee)\s+at\s+)"
    rf"(?:the\s+)?(?P<other>{_NAME})"
)
_BODILY = re.compile(
    r"\b(?:my\s+(?:last|present|current|previous|former|first|old|own|\w+\s+years)|previous(?:ly)?|formerly|used\s+to|while"
    r"|when\s+I|years?\s+(?:at|with|for)|worked|was\s+(?:a|the)|currently|before\s+(?:I|joining))\b",
    re.IGNORECASE,
)

_OCCUPATION = re.compile(
    r"(?:\w{2,}(?:er|or|ist|ian|ant|yst|ect|iff|eer|ary|man|woman|tive)|nurse|chef|cook|intern|clerk|head|lead|chief|coach"
    r"|trainee|apprentice|guide|pilot|judge|scientist|consultant|president|associate|aide|host|hostess|waitress|fellow"
    r"|attendant|agent|student|resident|counsel|superintendent|technician|professional|hand|driver)s?",
    re.IGNORECASE,
)
_NO_OCCUPATION = word_set(
    """other former latter whichever another summer winter newer older senior junior under over better your after never
    particular similar regular popular major minor remote creative administrative executive supportive temporary
    secondary primary contrary ordinary voluntary active attractive competitive permanent important relevant
    exciting her their our career offer entry-order order matter number paper labor labour water interior exterior
    prior customer consumer computer server power transfer weather winner december november october september paper
    newsletter letter center centre member door floor color sector tutor-type laboratory military library february
    january sanitary salary"""
)
_ROLE_FRAMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:{_ABOUT})\s+(?:the|this|your)\s+(?P<name>(?:[\w/&'’-]+\s+){{0,4}}?[\w/&'’-]+)\s+(?:role|position|job|post|opening"
        r"|vacancy)\b",
        r"\b(?:role|position|post|job)\s+(?:of|as)\s+(?:an?\s+|the\s+|(?!\w+ing\b))(?P<name>(?:[\w/&'’-]+\s+){0,3}?[\w/&'’-]+)(?=\s*[,.;!]"
        r"|\s+(?:at|with|in|and|on|because|which|that|for)\b|\s*$)",
    )
)


def claimed_companies(document: Document) -> Iterator[Range]:
    """Where the note names the company to which it is written, by its grammar; a former employer's name is none."""
    for sentence in document.sentences:
        text = document.clean[sentence.start : sentence.end]
        if sentence.zone == "greeting":
            match = _GREETED.search(text)
            if match:
                group = "name" if match["name"] else "other"
                yield sentence.start + match.start(group), sentence.start + match.end(group)
        elif sentence.zone == "body" and not _BODILY.search(text):
            seen = {match.span("name") for frame in _COMPANY_FRAMES for match in frame.finditer(text)}
            yield from ((sentence.start + start, sentence.start + end) for start, end in sorted(seen))


def claimed_roles(document: Document) -> Iterator[Range]:
    """Where the note names the role for which it was written: words that end in an occupation."""
    for sentence in document.sentences:
        text = document.clean[sentence.start : sentence.end]
        if sentence.zone != "body" or _BODILY.search(text):
            continue
        for match in (match for frame in _ROLE_FRAMES for match in frame.finditer(text)):
            last = match["name"].lower().split()[-1]
            if last not in _NO_OCCUPATION and _OCCUPATION.fullmatch(last):
                yield sentence.start + match.start("name"), sentence.start + match.end("name")
