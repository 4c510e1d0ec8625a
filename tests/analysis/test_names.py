from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from notecheck.analysis.names import find_names
from notecheck.analysis.names.frequent_words import FREQUENT_WORDS
from notecheck.analysis.names.nearness import is_common, slips_of
from notecheck.analysis.pipeline import Pipeline
from notecheck.config import asset
from notecheck.document import Context, Document, Person
from tests.analysis.drafting import draft, tagged, tokenizer


def protected(document: Document, **tags: str) -> list[str]:
    return [document.text[start:end] for start, end in find_names(document, tagged(document, **tags)).protected]


def slots(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in find_names(document, tagged(document)).placeholders]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("I learned a lot about [Company] today.", ["[Company]"]),
        ("Thank you for the interview on [date of interview].", ["[date of interview]"]),
        ("I liked [something specific they mentioned].", ["[something specific they mentioned]"]),
        ("I liked your [Product/Project] and [YOUR SKILL].", ["[Product/Project]", "[YOUR SKILL]"]),
        ("Thank you, {{name}}, for {{ interview.date }}.", ["{{name}}", "{{ interview.date }}"]),
        ("The {Role} role at ${company_name}.", ["{Role}", "${company_name}"]),
        ("Best wishes to <Your Name> at <<Company>>.", ["<Your Name>", "<<Company>>"]),
        ("I met <interviewer first name> at <Company>.", ["<interviewer first name>", "<Company>"]),
        ("I met «Interviewer» at «Company_Name».", ["«Interviewer»", "«Company_Name»"]),
        ("The role at XXX is what I want.", ["XXX"]),
        ("In my XX years at Acme I saved $XXk and XX% of the cost.", ["XX", "$XXk", "XX%"]),
        ("Call me at xxx-xxx-xxxx or XXX-XXX-XXXX.", ["xxx-xxx-xxxx", "XXX-XXX-XXXX"]),
        ("Since 20XX I have worked at xxx in London.", ["20XX", "xxx"]),
        ("I would love to join ____ as a nurse.", ["____"]),
        ("Thank you, INSERT NAME HERE, for your time.", ["INSERT NAME HERE"]),
        ("Thank you for INSERT the topic, which I liked.", ["INSERT the topic"]),
        ("I can start on TBD.", ["TBD"]),
        ("I am keen on joining Company Name as a clerk.", ["Company Name"]),
        ("Please thank Interviewer's Name for me.", ["Interviewer's Name"]),
        ("Your firm, Name of Company, is great.", ["Name of Company"]),
        ("Hello %FIRSTNAME% and $name and *|FNAME|*.", ["%FIRSTNAME%", "$name", "*|FNAME|*"]),
        ("I enjoyed our talk about (insert topic) a lot.", ["(insert topic)"]),
        ("I met Mr. Lastname of XYZ Company.", ["Lastname", "XYZ Company"]),
        ("[INSERT COMPANY NAME] is great.", ["[INSERT COMPANY NAME]"]),
    ],
)
def test_open_slots_are_found_whole(body: str, expected: list[str]) -> None:
    assert slots(draft(body)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "My work is in [my portfolio](https://example.com/a_b) and [the report][2].",
        "[2]: https://example.com",
        "- [ ] call them\n- [x] write the note\n- [X] done",
        "As shown before [1], and later [2, 3] [^4] [12-15].",
        "Write to <ana@example.com> or see <https://example.com/x>.",
        "He said [the team] would [sic] grow [...] soon […].",
        "I wear XXL and saw Super Bowl XXX and Super Bowl XX.",
        "In the XX century, Louis XX and chapter XX mattered; XX chromosomes too.",
        "This is <b>bold</b> and <br/> and <a href='x'>this</a> </p>.",
        "I love it <3 >.< :-] [-: {} <> [] << >>",
        "First part\n____________________\nSecond part",
        "First part\n--------\n====\n* * *\nSecond part",
        "The function __init__ and snake___case in array[index] and List<String>.",
        "if a < b and c > d, then 50% of 20% is 10%.",
        "Salaries rose by $USD 500 and $AAPL fell.",
        "We use INSERT INTO statements and an INSERT trigger.",
        "I keep a TODO list and built a TODO app.",
        "Love you xxx",
        "What a day! XX",
        "«Great work,» she said.",
        "Company Name: Acme\nJob Title: Nurse",
        "[cid:image001.png] [EXTERNAL] [image: logo]",
        'The JSON {"name": "x"} and the set {a} are fine.',
        "My company name is long, and the job title is short.",
        "https://example.com/[Company]/{name}/%20name%20",
        "MAXX and TJ XXVI are stores.",
        "Ticket [ABC-123] is closed.",
    ],
)
def test_what_only_looks_like_a_slot_is_none(body: str) -> None:
    assert slots(draft(body)) == []


def test_slots_of_greeting_and_signoff_are_found_but_not_of_quoted_text() -> None:
    document = draft("Thank you.", greeting="Dear [Name],", signoff="Best,\n[Your Name]", quoted="> Dear [Name],")
    assert slots(document) == ["[Name]", "[Your Name]"]


def test_names_of_greeting_context_and_signoff_stay_protected_everywhere() -> None:
    context = Context(
        interviewers=(Person(name="Ngozi Eze"),), company="Zyntriq Labs", role="Klystron Engineer", me="Tam Wyk"
    )
    document = draft(
        "as ngozi said, Zyntriq's team and Adaeze's ideas at zyntriq on the klystron are for Oyelaran.",
        greeting="Hi adaeze,",
        signoff="Kind regards,\nTam Oyelaran",
        context=context,
    )
    assert protected(document) == [
        "adaeze",
        "ngozi",
        "Zyntriq",
        "Adaeze",
        "zyntriq",
        "klystron",
        "Oyelaran",
        "Tam",
        "Oyelaran",
    ]


def test_a_misspelt_salutation_or_valediction_is_no_name() -> None:
    document = draft("Thank you.", greeting="Deer Mr. Okafor,", signoff="Sincerly,\nAna")
    assert protected(document) == ["Okafor", "Ana"]


@pytest.mark.parametrize(
    ("body", "tags", "expected"),
    [
        ("Thansk for your time.", {"Thansk": "PROPN"}, []),
        ("Teh interview was great. Yuo said so.", {"Teh": "PROPN", "Yuo": "PROPN"}, []),
        ("Definately great. Recieve this.", {"Definately": "PROPN", "Recieve": "PROPN"}, []),
        ("Priya showed me around.", {"Priya": "PROPN"}, ["Priya"]),
        ("Priya showed me around.", {}, []),
        ("We saw Priya there. Priya was kind.", {}, ["Priya", "Priya"]),
        ("I Realy was Intrested in it.", {}, []),
        ("I liked the Posistion a lot.", {"Posistion": "PROPN"}, []),
        ("I spoke with Wang and Hong.", {"Wang": "PROPN", "Hong": "PROPN"}, ["Wang", "Hong"]),
        ("I met Anna van der Berg.", {"Berg": "PROPN", "Anna": "PROPN"}, ["Anna van der Berg"]),
        ("I met Jean-Luc O'Brien.", {"Jean": "PROPN", "Luc": "PROPN", "O'Brien": "PROPN"}, ["Jean-Luc", "O'Brien"]),
        ("the iPhone, GitHub, LinkedIn and McKinsey", {}, ["iPhone", "GitHub", "LinkedIn", "McKinsey"]),
        ("we use SAP, AWS and KPIs at AT&T", {}, ["SAP", "AWS", "KPIs", "AT&T"]),
        ("THANSK SO MUCH FOR TEH INTREVIEW TODAY", {}, []),
        ("THanks, tHe plan is good", {}, []),
        ("Intreview Notes And Next Stpes", {"Intreview": "PROPN", "Stpes": "PROPN"}, []),
        ("see report-v2.pdf, Node.js, @anaruiz, ana@ex.org, www.ex.org/Abc and #hiring", {},
         ["report-v2.pdf", "Node.js", "@anaruiz", "ana@ex.org", "www.ex.org/Abc", "#hiring"]),
        ("I said: Thansk a lot.", {"Thansk": "PROPN"}, []),
        ("I am glad. A day. I, too, am OK, and I’ve seen it.", {"I": "PRON"}, ["OK"]),
    ],
)  # fmt: skip
def test_words_that_no_engine_may_correct(body: str, tags: dict[str, str], expected: list[str]) -> None:
    assert protected(draft(body), **tags) == expected


def test_quoted_text_gives_no_names() -> None:
    assert protected(draft("Hello there.", quoted="On Monday Zyntriq wrote: SAP"), Zyntriq="PROPN") == []


def test_slips_are_one_edit_away_with_the_same_first_letter() -> None:
    assert {"thanks", "the", "receive"} <= FREQUENT_WORDS
    assert "thanks" in slips_of("Thansk")
    assert "receive" in slips_of("recieve")
    assert "the" in slips_of("hte")
    assert "then" not in slips_of("Chen")
    assert not is_common("Kubernetes")


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.one_of(st.sampled_from("Xx_[]{}<>«»%$aA .,'\n-@"), st.characters()), max_size=120))
def test_any_text_gives_ordered_ranges_within_it(text: str) -> None:
    document = draft(text)
    facts = find_names(document, tagged(document))
    for ranges in (facts.protected, facts.placeholders):
        assert all(0 <= start < end <= len(document.text) for start, end in ranges)
        assert all(first[1] <= second[0] for first, second in pairwise(ranges))


@pytest.mark.parametrize("piece", ["[a] ", "<x> ", "x.", "X", "_", "a@b.c ", "{{a}}", "aB", "INSERT ", "insert a "])
def test_long_text_of_one_piece_ends_soon(piece: str) -> None:
    document = draft((piece * 20_000)[:50_000])
    started = perf_counter()
    find_names(document, Doc(tokenizer().vocab))
    assert perf_counter() - started < 10


def test_the_real_pipeline_tells_names_from_slips() -> None:
    document = draft(
        "Thansk for meeting me. Teh talk with Priya Raghunathan about Kubernetes was great. Definately yes.",
        greeting="Dear Ms. Adebayo,",
    )
    doc = Pipeline(Path(asset("models")) / "notecheck_en").parse(document)
    words = {document.text[start:end] for start, end in find_names(document, doc).protected}
    assert {"Adebayo", "Priya", "Raghunathan", "Kubernetes"} <= words
    assert not words & {"Thansk", "Teh", "Definately"}
