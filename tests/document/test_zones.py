from __future__ import annotations

import pytest

from notecheck.document.zones import find_zones


def zones(text: str) -> list[tuple[str, str]]:
    return [(zone.name, text[zone.start : zone.end]) for zone in find_zones(text)]


BODY = "Thank you for meeting with me. I look forward to hearing from you."


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Ms. Farrow, Mr. Idowu and Mr. Blank,",
        "dear Mr. Aldous, dear Ms. Nkemelu and all colleagues,",
        "Dear Ms. Chen,",
        "Hi Tom —",
        "Good morning, Priya",
        "Good afternoon Mr. O'Brien,",
        "To whom it may concern:",
        "Dear Sir or Madam:",
        "Tom,",
        "tom,",
        "Ms. Chen:",
        "hi tom",
        "hello ms. chen",
        "Hey!",
        "Hi Tom 👋",
        "Dear Ana, Raj and Lee,",
        "Hi Tom, Ana,",
        "Hi all!",
        "Dear Professor van der Berg,",
        "Dear Dr. Nguyễn Thị Minh Khai:",
        "Dear 田中さん,",
        "Dear [Interviewer's name],",
        "Dear {{name}},",
        "Dear <Hiring Manager>",
        "Dear Hiring Team at Acme,",
        "**Dear Tom,**",
        "Team —",
        "Dear Ana,\nDear Raj,",
        "Dear Ana,\nand Raj,",
    ],
)
def test_a_greeting_line_is_a_greeting(greeting: str) -> None:
    assert zones(f"{greeting}\n\n{BODY}\n\nBest,\nDana")[:2] == [("greeting", greeting), ("body", BODY)]


@pytest.mark.parametrize(
    ("greeting", "rest"),
    [
        ("Hi Tom,", "thanks for today."),
        ("Hi Tom!", "It was great to meet you."),
        ("Hello,", "I wanted to thank you."),
        ("Good morning, Priya.", "It was good to meet you."),
        ("Dear Ana, Raj, and Dr. Lee —", "thank you."),
        ("Hi Tom,", "Dana here."),
        ("hi tom", "thx so much for today"),
        ("Priya,", "thanks so much for today!"),
        ("Ms. Chen,", "it was a pleasure."),
        ("Hi Tom -", "thanks for today."),
    ],
)
def test_text_behind_a_greeting_is_body(greeting: str, rest: str) -> None:
    assert zones(f"{greeting} {rest}") == [("greeting", greeting), ("body", rest)]


@pytest.mark.parametrize(
    "text",
    [
        "Hello Kitty is a brand that I like.",
        "Dear friends are hard to find.",
        "Good evening cannot come soon enough.",
        "Attention to detail matters.",
        "Evening classes taught me a lot, and I learned.",
        "Again, thank you for today.",
        "Yesterday, I met Tom.",
        "Software, hardware, and people matter.",
        "Thank you for meeting with me, Tom.",
        "Thanks,",
        "Skills:\n- Python\n- SQL",
        "The pencil is old. It was invented in 1565.\n\nThanks to chemistry, we know what it is made of.",
        "Shopping:\n\nMilk\nBread",
        "I am in New York. I met the U.S. Army",
        "",
        " \n\t\n",
    ],
)
def test_what_is_no_note_is_one_body(text: str) -> None:
    assert {name for name, _ in zones(text)} <= {"body"}


@pytest.mark.parametrize(
    "signoff",
    [
        "Best regards,\nDana Lee",
        "Best,\n\nDana",
        "best\ndana",
        "With warmest personal regards and many thanks,\nDana",
        "Sincerely yours,\nDana Lee, PhD\nSenior Designer at Acme Corp\n(555) 555-0100 | dana@example.com",
        "Cheers!",
        "Kind regards",
        "Respectfully,\n[Your Name]",
        "Thanks,\nDana",
        "Thank you!\nDana Lee",
        "Many thanks,\nDana",
        "Talk soon,\nDana",
        "Have a great weekend,\nDana",
        "Optimistically,\nDana",
        "— Dana",
        "- Dana",
        "Best, Dana",
        "Dana Lee\n555-0100",
        "Dana",
        "Sent from my phone",
        "Best,\nDana\n\nSent from my phone, please excuse typos.",
        "-- \nDana Lee\nI like to quote people. Often.",
        "Sincerely,\nDana\nlinkedin.com/in/dana",
        "Yours truly,\nWojciech Szczęsny-Nowak",
        "Best,\nDana 😊",
        "Best,\nDana Lee (she/her)",
        "Best,\nDana\n\nThis e-mail is confidential and for the recipient only.\nIf you are not, delete it.",
    ],
)
def test_a_signoff_is_a_signoff(signoff: str) -> None:
    assert zones(f"Dear Ms. Chen,\n\n{BODY}\n\n{signoff}") == [
        ("greeting", "Dear Ms. Chen,"),
        ("body", BODY),
        ("signoff", signoff),
    ]


@pytest.mark.parametrize(
    "ending",
    [
        "Thanks again!",
        "Thank you for your time,",
        "Thank you so much.",
        "Thanks to you I understand it.",
        "Looking forward to hearing from you,",
        "I hope to talk soon.",
        "Talk soon!",
        "You are the best team.",
        "I liked how you value kindness.",
        "Take care of the cache!",
        "Warm people work there.",
        "I applied at Best Buy.",
    ],
)
def test_the_last_sentence_is_no_signoff(ending: str) -> None:
    text = f"Hi Tom,\n\nIt was good to meet you. {ending}\n{ending}"
    assert zones(text)[-1] == ("body", f"It was good to meet you. {ending}\n{ending}")
    named = zones(f"{text}\n\nBest,\nDana")
    assert named[-2:] == [zones(text)[-1], ("signoff", "Best,\nDana")]


@pytest.mark.parametrize(
    "signoff", ["Best, Dana", "Thanks, Dana", "— Dana", "Sincerely, Dana Lee", "Cheers!", "Best,\nDana"]
)
def test_a_signoff_inside_the_last_line(signoff: str) -> None:
    text = f"Hi Tom, thanks for today. I hope we talk soon. {signoff}"
    assert zones(text) == [
        ("greeting", "Hi Tom,"),
        ("body", "thanks for today. I hope we talk soon."),
        ("signoff", signoff),
    ]


def test_a_wrapped_line_that_reads_like_a_valediction_is_body() -> None:
    text = "Hi Tom,\n\nI wish you and the whole team of the research department all the\nbest\n\nDana"
    assert zones(text)[1:] == [("body", text.split("\n\n")[1]), ("signoff", "Dana")]


@pytest.mark.parametrize("postscript", ["P.S. I attached the deck.", "PS: I attached it.", "p.s. see you"])
def test_a_postscript_is_body_again(postscript: str) -> None:
    assert zones(f"Hi Tom,\n{BODY}\nBest,\nDana\n{postscript}")[-2:] == [
        ("signoff", "Best,\nDana"),
        ("body", postscript),
    ]


def test_a_paragraph_behind_the_name_is_body_again() -> None:
    late = "I also wanted to say that I attached the deck."
    assert zones(f"Hi Tom,\n\n{BODY}\n\nWarmly,\nDana\n\n{late}\n\nDana")[2:] == [
        ("signoff", "Warmly,\nDana"),
        ("body", late),
        ("signoff", "Dana"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Subject: Thank you",
        "subject line: thank you\nTo: tom@example.com",
        "**Subject:** Thank you",
        "Subject: a long subject\n  that goes on",
        "June 5, 2024",
        "Dana Lee\n12 Main St.\nSpringfield, IL 62701\ndana@example.com\n\nJune 5, 2024\n\nTom Reyes,\nAcme Corp.",
        "# Thank-you note",
        "---\nto: Tom\n---",
        "From: Dana <d@example.com>\nTo: Tom <t@example.com>\nDate: today\nSubject: Hi",
    ],
)
def test_lines_above_the_greeting_are_header(header: str) -> None:
    assert zones(f"{header}\n\nDear Tom:\n\n{BODY}") == [("header", header), ("greeting", "Dear Tom:"), ("body", BODY)]


def test_prose_above_the_greeting_is_body() -> None:
    assert zones(f"Could you look over this draft for me, please?\n\nDear Tom,\n{BODY}")[0][0] == "body"


@pytest.mark.parametrize(
    "quoted",
    [
        "> Hi Dana,\n> see you",
        "On Mon, Jan 1, 2024 at 9:00 AM Tom Reyes <tom@example.com> wrote:\n> Hi Dana,\n>\n> see you",
        "On Mon, Jan 1, 2024 at 9:00 AM Tom Reyes\n<tom@example.com> wrote:\n\n> see you",
        "On 1 May Tom wrote:\nHi Dana,\n\nsee you",
        "Am 01.05.2024 um 10:00 schrieb Tom:\n> Hallo",
        "-----Original Message-----\nFrom: Tom\nSubject: Interview\n\nSee you",
        "________________________________\nFrom: Tom\nSent: Monday\nTo: Dana\nSubject: Hi\n\nSee you",
        "From: Tom\nSent: Monday\nTo: Dana\nSubject: Hi\n\nSee you\n\nBest,\nTom",
        "Begin forwarded message:\n\nFrom: Tom",
        "---------- Forwarded message ---------\nFrom: Tom",
    ],
)
def test_another_message_is_quoted(quoted: str) -> None:
    assert zones(f"Hi Tom,\n\n{BODY}\n\nBest,\nDana\n\n{quoted}") == [
        ("greeting", "Hi Tom,"),
        ("body", BODY),
        ("signoff", "Best,\nDana"),
        ("quoted", quoted),
    ]


def test_a_reply_below_the_quotation() -> None:
    names = [name for name, _ in zones(f"> See you\n\nHi Tom,\n{BODY}\n> and this?\nYes, I did that.\n\nBest,\nDana")]
    assert names == ["quoted", "greeting", "body", "quoted", "body", "signoff"]


@pytest.mark.parametrize("text", ["On Monday you wrote: be bold.", "From: my heart, thank you.", "Here are 3 things:"])
def test_body_lines_that_look_like_another_message(text: str) -> None:
    assert "quoted" not in dict(zones(f"Hi Tom,\n\n{BODY}\n{text}\nThey matter to me a lot."))


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_make_no_difference(end: str) -> None:
    text = f"Subject: Hi\n\nHi Tom,\n\n{BODY}\n\nBest,\nDana\n\n> old"
    assert [name for name, _ in zones(text.replace("\n", end))] == [name for name, _ in zones(text)]
