"""One text for several people, told without a model."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import notecheck
from notecheck.analysis.twins import LEAST_SHARED_WORDS, find_twins
from notecheck.document import Context, Document, Person
from tests.documentation import TOP

BODY = (
    "Thank you for the hour you gave me on {day}. What you said about {company}'s night rota stayed with me.\n\n"
    "In {years} years on a stroke ward I trained eleven new nurses and cut our falls by a third. "
    "I would be glad to do the same at {company}.\n\nI look forward to hearing from you."
)


def note(
    to: str, body: str = BODY, *, context: Context | None = None, path: str | None = None, **words: str
) -> Document:
    words = {"day": "Tuesday", "company": "Northgate", "years": "four", **words}
    text = f"{to}\n\n{body.format(**words)}\n\nKind regards,\nMara Lindqvist\n"
    return Document(text, context=context or Context(), path=path)


def alike(*notes: Document) -> list[list[str]]:
    return [[twin.other for twin in twins] for twins in find_twins(notes)]


def test_names_and_days_changed_make_no_other_note() -> None:
    first = note("Dear Ana,", path="ana.txt")
    second = note("Dear Mr. Weber,", day="Friday", company="St. Clare Hospital", years="4", path="weber.txt")
    (twin,), (back,) = find_twins([first, second])
    assert (twin.other, back.other) == ("weber.txt", "ana.txt")
    assert twin.similarity == back.similarity > 0.95
    shared = [first.text[start:end] for start, end in twin.sentences]
    assert len(shared) == 5
    assert shared[0] == "Thank you for the hour you gave me on Tuesday."
    start, end = back.sentences[0]
    assert second.text[start:end].endswith("on Friday.")


def test_a_role_and_a_company_in_small_letters_are_masked_by_the_context() -> None:
    body = "Hearing how you see the {role} post at {company} made me want it more. " + BODY
    documents = [
        note("Dear Ana,", body, role=role, company=company, context=Context(role=role, company=company))
        for role, company in (("ward nurse", "northgate"), ("night shift coordinator", "clare"))
    ]
    assert find_twins(documents)[0][0].similarity == 1


def test_a_sentence_of_its_own_lowers_the_share() -> None:
    own = BODY.replace(
        "I would be glad", "The fish tank in your waiting room made my little brother laugh. I would be glad"
    )
    ((twin,), _) = find_twins([note("Dear Ana,"), note("Dear Tom,", own)])
    assert 0.8 < twin.similarity < 0.95


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dear Ana,", "Hello Ana!"),
        ("Dear Ms. Ruiz,", "Dear Ana Ruiz:"),
        ("Dear Ana and Tom,", "Dear Tom,"),
        ("Dear hiring team,", "Dear Ana,"),
        ("Dear Hiring Manager,", "To whom it may concern,"),
        ("Thanks again!", "Dear Ana,"),
    ],
)
def test_drafts_to_the_same_people_or_to_nobody_known_are_no_twins(one: str, other: str) -> None:
    assert alike(note(one), note(other)) == [[], []]


def test_the_context_tells_to_whom_a_note_goes() -> None:
    ana = Context(interviewers=(Person(name="Ana Ruiz"),))
    tom = Context(interviewers=(Person(name="Tom Weber"),))
    assert alike(note("Hello,", context=ana), note("Hello,", context=tom)) == [["note 2"], ["note 1"]]
    assert alike(note("Dear Ana,", context=ana), note("Dear Ms. Ruiz,", context=ana)) == [[], []]
    assert alike(note("Dear Ms. Ruiz,"), note("Dear Ana,", context=ana)) == [[], []]
    acme, inc, globex = (Context(company=name) for name in ("Acme", "Acme Inc.", "Globex"))
    assert alike(note("Hello,", context=acme), note("Hello,", context=globex)) == [["note 2"], ["note 1"]]
    assert alike(note("Hello,", context=acme), note("Hello,", context=inc)) == [[], []]


def test_stock_sentences_make_no_twins() -> None:
    stock = "Thank you for your time. It was a pleasure to meet you. I look forward to hearing from you."
    assert alike(note("Dear Ana,", stock), note("Dear Tom,", stock)) == [[], []]
    ours = "Your story of the flooded archive made me laugh all the way home, and then think about shelves."
    theirs = "I had never seen a rota that nurses write for themselves, and would love to learn how it is kept."
    assert alike(note("Dear Ana,", f"{stock} {ours}"), note("Dear Tom,", f"{stock} {theirs}")) == [[], []]


def test_quoted_mail_is_not_compared() -> None:
    quoted = "\n> ".join(BODY.format(day="Tuesday", company="Northgate", years="four").split("\n"))
    texts = [f"Dear {name},\n\n{own}\n\n> {quoted}\n" for name, own in (("Ana", "Gladly."), ("Tom", "With pleasure."))]
    assert alike(*map(Document, texts)) == [[], []]


def test_the_most_similar_comes_first() -> None:
    own = BODY.replace(
        "I look forward", "The fish tank in your waiting room made my little brother laugh. I look forward"
    )
    documents = [note("Dear Ana,"), note("Dear Tom,", own), note("Dear Li,")]
    assert alike(*documents)[0] == ["note 3", "note 2"]


@pytest.fixture(scope="module")
def corpus() -> list[Document]:
    """Notes that different people wrote, or one person for different jobs; each as if of another company."""
    with (TOP / "models" / "corpus" / "notes.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Document(row["text"], context=Context(company=row["id"].replace("-", ""))) for row in rows[::2]]


def test_notes_written_apart_are_no_twins(corpus: list[Document]) -> None:
    assert [twins for twins in find_twins(corpus) if twins] == []


def test_each_note_of_enough_words_is_the_twin_of_its_copy(corpus: list[Document]) -> None:
    copies = [replace(document, context=Context(company="Elsewhere")) for document in corpus[:300]]
    long = [pair for pair in zip(corpus, copies, strict=False) if body_words(pair[0]) > 2 * LEAST_SHARED_WORDS]
    assert len(long) > 150
    assert [find_twins(pair)[0][0].similarity for pair in long] == [1.0] * len(long)


def body_words(document: Document) -> int:
    return sum(len(document.text[item.start : item.end].split()) for item in document.zone("body"))


def test_one_note_or_none_has_no_twins() -> None:
    assert notecheck.find_twins([]) == ()
    assert find_twins([note("Dear Ana,")]) == ((),)


@given(st.lists(st.text(alphabet="aA b.,\n'’7é🙂", max_size=60), max_size=4))
def test_any_texts_compare_and_both_sides_agree(texts: list[str]) -> None:
    documents = [Document(f"Dear N{number},\n\n{text}\n", path=str(number)) for number, text in enumerate(texts)]
    found = find_twins(documents)
    pairs = {(str(at), twin.other, twin.similarity) for at, twins in enumerate(found) for twin in twins}
    assert pairs == {(other, one, similarity) for one, other, similarity in pairs}
    assert all(0.5 <= twin.similarity <= 1 and twin.sentences for twins in found for twin in twins)
