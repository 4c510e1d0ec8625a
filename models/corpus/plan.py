"""The grid that the corpus was written to: what each writer was asked for, text by text.

``python models/corpus/plan.py OUT_DIR`` writes one JSON file a writer. The draw is seeded, so the plan can be made
again; what became of it stands in the datasheet. Writers saw their own part of the grid and the annotation guidelines,
and neither each other's texts nor the patterns.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import TypeVar

SEED = 20261125
NOTES = 42
NEAR_MISSES = 17

T = TypeVar("T")

WRITERS = {
    "w01": "terse and concrete, a former reporter; short main clauses, hardly an adverb",
    "w02": "a career coach who has blogged since 2009; friendly, instructive, fond of model sentences",
    "w03": "a university career centre; correct, neutral, cautious, a little old-fashioned",
    "w04": "chatbot prose: fluent, balanced triads, polished abstractions, few particulars",
    "w05": "an academic whose English is learnt; long sentences, exact words, odd prepositions",
    "w06": "young, on the phone, quick; lower case, fragments, abbreviations, but means it",
    "w07": "a tradesperson of fifty; plain, dry, a bit awkward in writing, names tools and jobs",
    "w08": "a saleswoman; energetic, direct, numbers, names, always asks for the next step",
    "w09": "British and Irish usage; understated, ironic, apologetic",
    "w10": "Indian, Nigerian and Filipino office English; respectful, ceremonious, set phrases of those places",
    "w11": "a hospital and school person; warm, observant, talks of people before results",
    "w12": "an engineer; structured, lists, precise facts, little feeling shown",
    "w13": "a senior executive's assistant and executives themselves; assured, brief, strategic words",
    "w14": "a humorist and people who write as they talk; asides, dashes, jokes that sometimes miss",
    "w15": "a retired secretary's letters and people who never write; address blocks, ceremony, or no form at all",
    "w16": "career changers, returners, and people who have been rejected often; earnest, detailed, anxious or proud",
}
"""Writers of all sorts of text, with their voices."""

SAMPLE_WRITERS = {
    "w17": "advice pages of job boards: the standard thank-you e-mail in its thousand variations",
    "w18": "recruiting agencies and HR software blogs: samples for every job title, level and situation",
    "w19": "college hand-outs, and people who post their own draft in a forum and ask what to mend",
    "w20": "career books and letter collections from the 1980s on, and executive career sites",
}
"""Writers of what is found where people look for a model: samples, templates, and ordinary notes after them."""

SECOND_WAVE = {
    "w21": "a nurse manager and the people who write to her; concrete wards, shifts, patients, no flourish",
    "w22": "business school graduates; confident, structured, numbers and frameworks, sometimes too smooth",
    "w23": "software people of thirty, mail and chat; informal, precise, links and code words",
    "w24": "teachers and school staff; child-centred, warm, long sentences, anecdotes",
    "w25": "shop, kitchen, warehouse and office juniors; short, plain, eager, some slips",
    "w28": "sales and account people; upbeat, names, numbers, next steps, now and then too pushy",
}
"""Ordinary working people, a second time round, so that the everyday note is there in its breadth."""

WEB_WRITERS = {
    "w29": "sample letters on careers sites for every trade, short e-mails above all",
    "w30": "sample letters on careers sites, printed letters and second-round notes above all",
}
"""More of what people find when they look for a model."""

TWIN_WRITERS = {
    "w31": "workshop, site, farm and depot people; few words, trade terms, nothing said twice",
    "w32": "hospital, care-home, school and nursery people; kind, tired, precise about persons",
    "w33": "office people of all ages in ordinary mail; polite, brisk, a little flat",
    "w34": "shop, café, hotel and salon people, often young, often in chat; lively, careless, warm",
    "w35": "people of laboratories, studios, newsrooms and software teams; they go straight on with the matter",
    "w36": "people who write seldom or in a second language; ceremonious or blunt, now and then beside the point",
}
"""Writers of twins: a note that hardly says what it is, and another text of nearly the same scene that is none."""

SAMPLE_TWIN_WRITERS = {
    "w37": "sample letters of job boards: every letter of a search for work, before, after and instead of an interview",
    "w38": "sample letters of business-writing and etiquette sites: every occasion to thank, follow up, accept, refuse",
}
"""Writers of the samples among which a sample note stands."""

TEMPLATE_WRITERS = {
    "w39": "career centres and job boards: templates for every letter of a search for work, whatever stage it has reached",
    "w40": "human-resources handbooks: templates of employers and recruiters, and those that staff may use",
    "w41": "libraries of business mail: client, sales, project and service templates, with openings and closings to choose from",
    "w42": "etiquette and community sites: templates of thanks, invitations, requests and news for every occasion of life",
}
"""Writers of templates, with open slots, that follow no interview; a few that do stand among them."""

TRADES = (
    "nursing and care",
    "teaching",
    "retail",
    "skilled trades",
    "hospitality",
    "law",
    "academia and research",
    "public service",
    "sales",
    "finance",
    "engineering and software",
    "design and media",
    "charity",
    "internship or apprenticeship",
    "first job ever",
    "executive",
)
READERS = (
    "one interviewer",
    "one interviewer",
    "a panel",
    "a recruiter or HR",
    "a future colleague",
    "one interviewer",
)
MEDIA = (
    "mail",
    "mail with a Subject: line on top",
    "mail",
    "letter",
    "LinkedIn message",
    "chat or text message",
    "handwritten-card style",
    "mail",
)
LENGTHS = (
    ("one or two sentences", 2),
    ("3 to 5 sentences", 7),
    ("6 to 9 sentences", 10),
    ("10 to 14 sentences", 5),
    ("a page, 15 to 22 sentences", 2),
)
PROVENANCES = (
    ("personal: a real person wrote it for one real occasion", 10),
    ("template or sample from a blog or career centre, with open slots (slot style given)", 5),
    ("finished sample letter from a blog or career centre, no slots, rather general", 6),
    ("chatbot prose that the sender did not edit", 2),
    ("hasty, thumbed on a phone", 2),
    ("old-fashioned letter with address block, date and inside address", 2),
)
SAMPLE_PROVENANCES = (
    ("template or sample from a blog or career centre, with open slots (slot style given)", 6),
    ("finished sample letter from a blog or career centre, no slots, rather general", 10),
    ("chatbot prose that the sender did not edit", 2),
    ("personal: an ordinary person wrote it after such a sample, for one real occasion", 6),
)
SLOTS = (
    "[Company]",
    "[INTERVIEWER'S NAME]",
    "{{first_name}}",
    "<Your Name>",
    "XXX and YYY",
    "____",
    "(insert topic here)",
    "Mr./Ms. [Last Name]",
    "[mention something specific you discussed]",
    "NAME / COMPANY / POSITION in capitals",
    "$COMPANY",
    "… (dots to fill in)",
)
QUALITIES = (
    ("outstanding", 5),
    ("good", 8),
    ("middling, ordinary", 8),
    ("weak, generic", 5),
    ("harmful to the writer", 3),
)
HARMS = (
    "pushy",
    "pleading or desperate",
    "entitled, demands",
    "flattering to excess",
    "bad-mouths someone",
    "over-familiar",
    "talks of salary",
    "overshares private life",
    "arrogant",
    "threatens with other offers",
    "guilt-trips the reader",
    "sarcastic",
)
LANGUAGES = (
    "English",
    "English",
    "English",
    "English",
    "Spanish",
    "Mandarin",
    "Hindi",
    "Arabic",
    "Polish",
    "German",
    "French",
    "Yoruba",
    "Tagalog",
    "Portuguese",
    "Vietnamese",
    "Russian",
    "Turkish",
    "Japanese",
    "Korean",
    "Italian",
    "Amharic",
    "Ukrainian",
)
FLUENCIES = ("fluent", "fluent", "good", "intermediate, typical mistakes kept", "basic, but understandable")
TEMPERS = ("warm", "dry", "anxious", "blunt", "formal", "effusive", "humorous", "modest", "confident", "plain")
ERRORS = (
    ("none", 12),
    ("two or three typos", 4),
    ("grammar mistakes", 3),
    ("hardly any punctuation", 2),
    ("no paragraphs", 2),
    ("one long sentence that does three or four jobs", 3),
    ("lower case throughout", 1),
    ("hard line breaks in mid-sentence, as old mail programs make", 2),
)
ODDITIES = (
    ("none", 16),
    ("humour", 1),
    ("quotes the interviewer's words", 2),
    ("a bulleted or numbered list", 2),
    ("mentions several roles or teams", 1),
    ("second or final round", 2),
    ("already rejected, yet grateful", 1),
    ("internal move or promotion", 1),
    ("written to a whole group", 1),
    ("phone or video interview, with its mishaps", 1),
    ("quotes earlier mail below (lines with >)", 1),
    ("postscript", 1),
    ("emoji or exclamation marks", 1),
    ("follows up a first thank-you note, days later, still a note about that interview", 1),
)
MISSABLE = ("greeting", "thanks", "interest", "qualifications", "callback", "close", "signoff")
MISSING_COUNTS = ((0, 12), (1, 10), (2, 7), (3, 4), (4, 2))
CONTENT = ("thanks", "interest", "qualifications", "callback", "addition", "close")

NEAR_MISS_KINDS = (
    "cover letter or application mail",
    "cover letter or application mail",
    "status inquiry about an application, with no interview held yet",
    "acceptance of a job offer",
    "candidate declines an offer or withdraws",
    "employer's rejection or invitation, written to a candidate",
    "follow-up after an ordinary business or client meeting",
    "sales follow-up after a demo or call",
    "thanks for a gift, a dinner or hospitality",
    "thanks for a reference, mentoring or a favour",
    "ordinary work mail: a request, report or reminder",
    "ordinary work mail: scheduling or handing over",
    "confirms, moves or prepares an interview that is still to come",
    "networking: asks a stranger for a talk or advice",
    "thanks to someone whom the writer interviewed (journalist, researcher, recruiter)",
    "farewell, resignation or congratulation",
    "customer's or parent's thanks or complaint to a business, school or office",
)

BARE = (
    "never says interview, job, role, position, candidate or application: reader and writer both know",
    "no thanks anywhere; what the talk was about shows what it follows",
    "half of it is about something else (the journey, the weather, an animal, a meal); a clause shows what it follows",
    "presses for an answer, or sets a time by which the writer wants one",
    "about money, hours, holidays or conditions, more than about the work",
    "wants to oblige the reader: a present, a favour, an invitation",
    "only about the reader or the company, hardly a word about the writer",
    "only about what the writer would gain, or about the writer's life",
    "explains or regrets what went wrong in the talk",
    "follows a trial shift, audition, lesson taught, practical test, walk through the works, or assessment day",
    "to somebody who only showed the writer round, introduced them, or sat in",
    "goes straight on with the technical matter that came up",
    "two or three lines of chat between people who met once, for the job",
)
"""What makes a note hard to know as one."""

TWIN_KINDS = (
    "as a customer, tenant, patient or buyer, after a visit, viewing, fitting, tour or open day",
    "between people who already work together, after a meeting, with praise and next steps",
    "a freelancer, contractor or supplier to a client, after a first talk about a commission",
    "after a talk for advice with a person of the trade, with no vacancy in play",
    "employee to their own manager, after an appraisal, a coffee or the first week",
    "employer or recruiter to a candidate, after the interview",
    "asks only where the decision stands, weeks after the interview: no thanks for it, no case made again",
    "to a journalist, podcaster or researcher who asked the writer questions for a piece",
    "club, committee, parish, course or volunteer business after an evening together",
    "parent, pupil or student to a teacher or a school, after a talk",
    "thanks for a present, a meal, a lift or a night's lodging",
    "hands over, schedules or reports at work, with thanks and a look ahead",
    "application or cover letter that mentions a chance talk, a fair or a phone call to ask",
    "accepts, declines or withdraws",
    "confirms or prepares an interview to come",
)
SAMPLE_KINDS = (
    "cover letter or application e-mail",
    "asks whether an application has arrived, or where it stands; no interview held",
    "asks only where the decision stands, weeks after the interview: no thanks for it, no case made again",
    "accepts an offer",
    "declines an offer or withdraws",
    "rejects a candidate, or answers a rejection of an application that never led to an interview",
    "invites to an interview, or confirms one",
    "follows up a client or business meeting, with minutes or next steps",
    "follows up a sales call, demo or trade fair",
    "thanks for a present, dinner or stay",
    "thanks a referee, mentor, teacher or referrer",
    "asks for, or thanks for, a talk for advice",
    "resigns, says farewell, or congratulates",
    "ordinary work mail: request, reminder, report",
    "thanks a customer, donor, speaker or volunteer",
)
"""What stands beside a note: by people, and on pages of sample letters."""


def weighted(pairs: Sequence[tuple[T, int]]) -> list[T]:
    return [value for value, weight in pairs for _ in range(weight)]


def even(draw: random.Random, values: Sequence[T], count: int) -> list[T]:
    """``count`` values, each as often as every other, in random order."""
    shuffled = draw.sample(values, len(values))
    spread = list(islice(cycle(shuffled), count))
    draw.shuffle(spread)
    return spread


def note_cells(writer: str, draw: random.Random) -> list[dict[str, object]]:
    provenances = SAMPLE_PROVENANCES if writer in SAMPLE_WRITERS | WEB_WRITERS else PROVENANCES
    columns = {
        "trade": even(draw, TRADES, NOTES),
        "reader": even(draw, READERS, NOTES),
        "medium": even(draw, MEDIA, NOTES),
        "length": even(draw, weighted(LENGTHS), NOTES),
        "provenance": even(draw, weighted(provenances), NOTES),
        "quality": even(draw, weighted(QUALITIES), NOTES),
        "errors": even(draw, weighted(ERRORS), NOTES),
        "oddity": even(draw, weighted(ODDITIES), NOTES),
        "temper": even(draw, TEMPERS, NOTES),
        "first_language": even(draw, LANGUAGES, NOTES),
        "fluency": even(draw, FLUENCIES, NOTES),
        "missing_count": even(draw, weighted(MISSING_COUNTS), NOTES),
        "slot": even(draw, SLOTS, NOTES),
        "harm": even(draw, HARMS, NOTES),
        "look_alike": even(draw, CONTENT, NOTES),
        "unusual": even(draw, CONTENT, NOTES),
        "missing_first": even(draw, MISSABLE, NOTES),
    }
    cells = []
    for index in range(NOTES):
        cell: dict[str, object] = {"id": f"{writer}-n{index + 1:02}"}
        values = {name: column[index] for name, column in columns.items()}
        first, count = values.pop("missing_first"), values.pop("missing_count")
        others = draw.sample([element for element in MISSABLE if element != first], len(MISSABLE) - 1)
        cell |= values
        cell["age"] = draw.randint(17, 66)
        cell["missing"] = sorted([first, *others][: int(count)])  # type: ignore[call-overload]
        cell["addition"] = draw.random() < 0.35
        cell["weak"] = [name for name in CONTENT if name not in cell["missing"] and draw.random() < 0.18]  # type: ignore[operator]
        if cell["first_language"] == "English":
            cell["fluency"] = "native"
        if "slot" not in str(cell["provenance"]) or "no slots" in str(cell["provenance"]):
            del cell["slot"]
        if cell["quality"] != "harmful to the writer":
            del cell["harm"]
        # Not every text can carry a trap and an unusual wording without losing its own voice.
        if draw.random() < 0.4 or cell["length"] == LENGTHS[0][0]:
            del cell["look_alike"]
        if draw.random() < 0.4 or cell["unusual"] in cell["missing"]:  # type: ignore[operator]
            del cell["unusual"]
        cells.append(cell)
    return cells


def near_miss_cells(writer: str, draw: random.Random) -> list[dict[str, object]]:
    kinds = even(draw, NEAR_MISS_KINDS, NEAR_MISSES)
    trades = even(draw, TRADES, NEAR_MISSES)
    media = even(draw, MEDIA, NEAR_MISSES)
    lengths = even(draw, weighted(LENGTHS), NEAR_MISSES)
    return [
        {"id": f"{writer}-m{index + 1:02}", "kind": kind, "trade": trade, "medium": medium, "length": length}
        for index, (kind, trade, medium, length) in enumerate(zip(kinds, trades, media, lengths, strict=True))
    ]


def twin_cells(writer: str, draw: random.Random) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """24 notes, and as many other texts of nearly the same scene; 20 and 32, or 12 and 34, on pages of samples."""
    templates = writer in TEMPLATE_WRITERS
    samples = templates or writer in SAMPLE_TWIN_WRITERS
    count, others = (12, 34) if templates else (20, 32) if samples else (24, 24)
    lengths = even(draw, weighted(LENGTHS[:3] if samples else LENGTHS), max(count, others))
    scenes = [
        {"trade": trade, "medium": medium, "length": length}
        for trade, medium, length in zip(
            even(draw, TRADES, len(lengths)), even(draw, MEDIA, len(lengths)), lengths, strict=True
        )
    ]
    bare, slots = even(draw, BARE, count), even(draw, (*SLOTS, *[None] * (4 if templates else 8)), count + others)
    kinds = even(draw, SAMPLE_KINDS if samples else TWIN_KINDS, others)
    errors, firsts = even(draw, weighted(ERRORS), count), even(draw, MISSABLE, count)
    notes, near = [], []
    for index in range(count):
        note = {"id": f"{writer}-n{index + 1:02}", **scenes[index], "reader": READERS[index % len(READERS)]}
        if samples:
            note["provenance"] = SAMPLE_PROVENANCES[0 if slots[index] else 1][0]
            note |= {"slot": slots[index]} if slots[index] else {}
        else:
            note |= {"provenance": PROVENANCES[0][0], "bare": bare[index], "errors": errors[index]}
        note["missing"] = sorted(
            {firsts[index], *draw.sample(MISSABLE, draw.choice((0, 0, 1) if samples else (0, 1, 2)))}
        )
        notes.append(note)
    for index in range(others):
        text = {"id": f"{writer}-m{index + 1:02}", **scenes[index], "kind": kinds[index]}
        if samples:
            text |= {"slot": slots[count + index]} if slots[count + index] else {}
        else:
            text["twin_of"] = f"{writer}-n{index + 1:02}"
        near.append(text)
    return notes, near


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    twins = {**TWIN_WRITERS, **SAMPLE_TWIN_WRITERS, **TEMPLATE_WRITERS}
    for writer, voice in {**WRITERS, **SAMPLE_WRITERS, **SECOND_WAVE, **WEB_WRITERS, **twins}.items():
        draw = random.Random(f"{SEED}-{writer}")
        if writer in twins:
            notes, near = twin_cells(writer, draw)
        else:
            notes, near = note_cells(writer, draw), near_miss_cells(writer, draw)
        plan = {"writer": writer, "voice": voice, "notes": notes, "near": near}
        (folder / f"{writer}.json").write_text(json.dumps(plan, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
