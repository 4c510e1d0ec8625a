"""Slots of a template that were left open: ``[Company]``, ``{{name}}``, ``<Your Name>``, ``XXX``, ``____``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from notecheck.analysis.names.bare_slots import find_bare_slots
from notecheck.analysis.names.slot_words import SLOT_NOUN, is_slot, names_a_slot
from notecheck.analysis.names.written_forms import ADDRESS
from notecheck.document import Document

__all__ = ["find_placeholders"]

Range = tuple[int, int]

_HTML = (
    r"(?:a|abbr|article|aside|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|dfn|div|dl|dt|em"
    r"|font|footer|form|g|grin|h[1-6]|head"
    r"|header|hr|html|i|iframe|img|input|ins|kbd|label|li|main|mark|meta|nav|o:p|ol|option|p|pre|q|s|samp|script"
    r"|section|select|small|smile|span"
    r"|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|tt|u|ul|var|video|wink|xml)"
)
_TAG = re.compile(rf"/?\s*{_HTML}\s*/?|[\w:-]+\s+[\w:-]+\s*=.*|/.*|.*/|!.*|\?.*", re.IGNORECASE | re.DOTALL)
_COUNTED = re.compile(
    r"(?:bowl|louis|chapter|part|book|volume|vol\.?|title|type|phase|article|section|appendix|annex|act|scene"
    r"|canto|psalm|factor|level|stage|grade"
    r"|class|mark|mk\.?|round|season|episode|figure|fig\.?|table|century|pope|king|queen|leo|pius|benedict|henry"
    r"|charles|rocky|ufc|wrestlemania|olympiad"
    r"|games|sizes?|unit|module|dos|equis|rule)\s+$",
    re.IGNORECASE,
)
_SIZED = re.compile(r"\s+(?:chromosomes?|century|centuries|olympi(?:c|ad)s?|large|small|sizes?)\b", re.IGNORECASE)
_EXPECTS_A_WORD = re.compile(
    r"\b(?:at|of|the|an?|as|for|with|to|from|by|on|in|about|is|was|and|or|dear|hi|hello|hey|mr\.?|ms\.?|mrs\.?"
    r"|mx\.?|dr\.?|your|our|my)[ ,]*$",
    re.IGNORECASE,
)
_EDITORIAL = re.compile(
    r"(?:the|this|that|these|those|our|his|her|their|my|its?|we|they|he|she|is|was|are|were|has|had|will|would)\b"
)
_QUOTING = re.compile(r"[\"“‘]|\b(?:said|says|wrote|writes|told|quoted?|put it)\b")
_POSSESSIVE = r"(?:the|your|a|an|their|my|his|her|our)"


def _slot_unless_link(text: str, match: re.Match[str]) -> bool:
    # A Markdown link, reference or its definition, a footnote, or an index into an array.
    before, after = _left(text, match, 1), _right(text, match, 1)
    if before == "]" or before.isalnum() or after in {"(", "[", ":"}:
        return False
    editorial = _EDITORIAL.match(match[1]) and _QUOTING.search(_left(text, match, 200).rpartition("\n")[2])
    return not editorial and is_slot(match[1])


def _slot_unless_tag(text: str, match: re.Match[str]) -> bool:
    content = match[1]
    if _left(text, match, 1).isalnum() or _TAG.fullmatch(content) or re.search(r"[@:]|\w\.\w", content):
        return False
    return is_slot(content) and f"</{content.lower()}>" not in _right(text, match, 2000).lower()


def _named(text: str, match: re.Match[str]) -> bool:
    return names_a_slot(match[1])


def _braced(text: str, match: re.Match[str]) -> bool:
    return len(match[1]) > 1 and not _left(text, match, 1).isalnum()


def _crossed_out(text: str, match: re.Match[str]) -> bool:
    before = _left(text, match, 30).rpartition("\n")[2]
    after = _right(text, match, 30).partition("\n")[0]
    if _COUNTED.search(before) or _SIZED.match(after):
        return False
    kisses = not after.strip(" .!") and re.search(r"[\w.!?,]\s*$", before) and not _EXPECTS_A_WORD.search(before)
    return not kisses and not (match[0].islower() and not before.strip())


def _blank(text: str, match: re.Match[str]) -> bool:
    # A line of nothing else separates; it is no slot.
    line = _left(text, match, 200).rpartition("\n")[2] + _right(text, match, 200).partition("\n")[0]
    return bool(re.sub(r"[\W_]", "", line))


def _left(text: str, match: re.Match[str], length: int) -> str:
    return text[max(0, match.start() - length) : match.start()]


def _right(text: str, match: re.Match[str], length: int) -> str:
    return text[match.end() : match.end() + length]


def _always(text: str, match: re.Match[str]) -> bool:
    return True


_Test = Callable[[str, "re.Match[str]"], bool]

_PATTERNS: tuple[tuple[re.Pattern[str], _Test], ...] = (
    (re.compile(r"\{\{\{?[^{}\n]{1,80}\}\}\}?|\{%[^{}\n]{1,80}%\}|\*\|[^|\n]{1,40}\|\*|<%[^<>\n]{1,80}%>"), _always),
    (re.compile(r"(?<!\{)[$#]?\{ ?([A-Za-z][\w '’./-]{0,60}?) ?\}(?!\})"), _braced),
    (re.compile(r"\[\[?([^\[\]\n]{1,90})\]\]?"), _slot_unless_link),
    (re.compile(r"<<?(?! )([^<>\n]{1,60})(?<! )>>?"), _slot_unless_tag),
    (re.compile(r"«\s?([^«»\n]{1,40}?)\s?»"), _named),
    (re.compile(r"(?<![\w%])%{1,2}([A-Za-z]\w{1,30})%{1,2}(?![\w%])"), _always),
    (re.compile(r"(?<![\w$])\$([A-Za-z][A-Za-z_]{2,30})\b"), _named),
    (re.compile(r"(?<![\w#])##([A-Za-z]\w{1,30})##"), _always),
    (
        re.compile(
            r"\((\s?(?:(?:please )?insert\b[^()\n]{1,50}|(?:your|company|interviewer(?:['’]s)?"
            r"|hiring manager(?:['’]s)?|recruiter(?:['’]s)?|job|position|role)"
            r"(?: (?:full|first|last))? (?:name|title)(?: here)?)\s?)\)",
            re.IGNORECASE,
        ),
        _always,
    ),
    (
        re.compile(
            r"(?<![\w$.-])(?:[$€£]?X{2,}(?:[.,]X+)*(?:[kKM](?!\w)|%)?|\$X[kKM]?)(?![\w-])|(?<!\w)(?:19|20)XX(?!\w)"
        ),
        _crossed_out,
    ),
    (re.compile(r"(?<![\w.-])x{3,}(?![\w-])"), _crossed_out),
    (re.compile(r"(?<![\w.-])(?:[xX]{2,}[-/. ]){1,4}[xX]{2,}(?![\w-])"), _always),
    (re.compile(r"(?<![\w*_\\/.-])_{3,}(?![\w*/-])|(?<!\S)__(?=[\s.,;:!?]|$)"), _blank),
    (
        re.compile(
            rf"\bINSERT\b(?!\s+(?:INTO|OR|statements?|quer(?:y|ies)|triggers?"
            rf"|keys?)\b)(?:\s+[A-Z][A-Z'’]+\b)+(?:\s+here\b)?"
            rf"|\bINSERT\b(?:\s+{_POSSESSIVE}\b)?(?:\s+[\w'’]+){{0,3}}?\s+(?i:{SLOT_NOUN})\b(?:\s+(?i:here)\b)?"
            rf"|\b(?i:insert\s+(?:[\w'’]+\s+){{1,4}}?here)\b"
        ),
        _always,
    ),
    (
        re.compile(
            r"\b(?:TBD|TBA|FIXME|TKTK|T\.B\.D\.|(?i:lorem ipsum(?: dolor)?)|TO[- ]?DO(?! (?:list|app|item)))(?!\w)"
        ),
        _always,
    ),
    (
        re.compile(
            r"\b(?:(?:Company|Interviewer|Recruiter|Hiring Manager|Manager|Recipient|Employer|Contact"
            r"|Organi[sz]ation|Addressee|Candidate|Team|Your|First|Last"
            r"|Full)(?:['’]s)?(?: (?:Full|First|Last))? Name(?: Here)?|Name of (?:the )?(?:Company|Interviewer"
            r"|Recruiter|Organi[sz]ation|Hiring Manager)"
            r"|Date of (?:the )?Interview|(?:Job|Position|Role|Your) Title|Position Name|Role Name|Your (?:Phone"
            r"|Email|E-mail|Telephone|Contact)"
            r"(?: (?:Number|Address|Info|Information|Details))?|Your (?:Address|LinkedIn(?: (?:URL|Profile))?)"
            r"|(?:Company|Interviewer|Person|Project) [XYZ]"
            r"|(?:XYZ|ABC) (?:Company|Corp(?:oration)?|Inc|Ltd|Role|Position|company|corp|role|position)"
            r"|(?:Company|company) (?:XYZ|ABC)"
            r"|(?<=Dear )(?:Name|Interviewer Name|Firstname|FirstName)|(?<=Mr\. )(?:Name|Last ?[Nn]ame|Surname)"
            r"|(?<=Ms\. )(?:Name|Last ?[Nn]ame|Surname))"
            r"(?!\w|:|['’]\w| [A-Z])"
        ),
        _always,
    ),
)


def find_placeholders(document: Document) -> tuple[Range, ...]:
    """Open slots outside quoted text, in order, without overlaps; each range is a slot with its brackets, no more."""
    kept: list[Range] = []
    for start, end in sorted(_matches(_judged(document)), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _judged(document: Document) -> str:
    """The text with quoted zones and addresses blotted out, one for one."""
    text = document.clean
    for zone in document.zone("quoted"):
        text = text[: zone.start] + "\n" * (zone.end - zone.start) + text[zone.end :]
    return ADDRESS.sub(lambda match: "@" * len(match[0]), text)


def _matches(text: str) -> Iterator[Range]:
    for pattern, test in _PATTERNS:
        yield from (match.span() for match in pattern.finditer(text) if test(text, match))
    yield from find_bare_slots(text)
