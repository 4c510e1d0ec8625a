# ruff: noqa: E501 - long lines of data.
from __future__ import annotations

import pytest

from notecheck.document import Document


def sentences(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in Document(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "I met Ms. Chen and Dr. Lee.| Thank you.",
        "I know databases, e.g. Postgres, i.e. SQL.| It helps.",
        "We met at 5 p.m. on Monday.| I came at 9 a.m. Monday.| It was 6 p.m. Then I left.".replace(
            "p.m. Then", "p.m.| Then"
        ),
        "I worked for the U.S. Army.| I live in the U.S.| It is big.",
        "J. K. Rowling wrote it.| So do I.| The end.",
        "It grew 3.5 times to $4.20.| We cut 40%.",
        "See www.example.com/a.b?c=d. It is mine.".replace("d. It", "d.| It"),
        "Read main.py and README.md first.| Then node.js is easy.",
        "Well... so be it.| I thought…| Then I knew.",
        "Really?!| Yes!!| No way!",
        'He said "no."| I agreed.| (It was fun.)| We laughed.',
        'He asked "why?" and left.| I stayed.',
        "Great team! 😊| I loved it :)| Thanks 👍🏽| It was good.",
        "I joined Acme Inc. as a lead.| I left Acme Inc.| They grew.",
        "We meet Jan. 5.| No. 5 is mine.| No.| I mean it.",
        "I took plan B.| It works.| I liked it.|Thank you.",
        "thanks for today.| it was great!| i loved it",
        "She has a Ph.D. in physics.| He has an M.B.A.| They met.",
        "I like Python, Go, etc.| Then I learned C.",
        "It was St. Louis vs. Mt. Hood.| We won.",
        "P.S. I attached it.| Bye now.",
        "I met Mr./Ms. [Last Name] there.| You said so.",
        "You spoke of … , and I listened.| You named a day… Then I left.".replace("day… Then", "day…| Then"),
        "I wrote to Engr. Uy and Dott. Ferri.| They answered.",
    ],
)
def test_running_text(text: str) -> None:
    assert sentences(text.replace("|", "")) == [part.strip() for part in text.split("|")]


def test_greeting_and_signoff_lines_are_sentences() -> None:
    text = "Dear Ana,\nThank you. I enjoyed it.\n\nBest. Regards.\nDana J. Lee\nVP. Data. Acme"
    assert sentences(text)[0] == "Dear Ana,"
    assert [s.zone for s in Document(text).sentences] == ["greeting", "body", "body", "signoff", "signoff", "signoff"]


def test_lines_without_full_stops_are_sentences() -> None:
    text = "Thank you for the interview\nI am excited to join the team and bring my ten years of SQL to it\nTalk soon"
    assert sentences(text) == text.split("\n")


def test_small_letter_lines_are_sentences() -> None:
    text = "thanks for today\ni loved the team\nhope we talk soon"
    assert sentences(text) == text.split("\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_hard_wrapped_lines_are_joined(end: str) -> None:
    text = end.join(
        [
            "Thank you for taking the time to meet with me on Tuesday about the open",
            "Data Analyst position. I loved hearing how the team moved to the cloud at",
            "5 p.m. on a Friday, and I believe that what I did for two years at",
            "Initech would help. I look forward to hearing from you.",
        ]
    )
    assert [" ".join(sentence.split()) for sentence in sentences(text)] == [
        "Thank you for taking the time to meet with me on Tuesday about the open Data Analyst position.",
        "I loved hearing how the team moved to the cloud at 5 p.m. on a Friday, and I believe that what I did for two "
        "years at Initech would help.",
        "I look forward to hearing from you.",
    ]


def test_list_items_and_headings() -> None:
    text = "## What I bring\nI have:\n- SQL and Python. I used both\n  for years\n* Excel\n• Go\n1. Read\n2) Sleep\nDone. 3 more"
    assert sentences(text) == [
        "## What I bring",
        "I have:",
        "- SQL and Python.",
        "I used both\n  for years",
        "* Excel",
        "• Go",
        "1. Read",
        "2) Sleep",
        "Done.",
        "3 more",
    ]


def test_blank_lines_and_zones_part_paragraphs() -> None:
    document = Document("Hi Tom,\nOne is here. Two is here.\n\nThree is here.\n \nBest,\nDana")
    assert [sentence.paragraph for sentence in document.sentences] == [0, 1, 1, 2, 3, 3]
