from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from notecheck.contexts import Contexts, Row, Said, Table, find_sidecar
from notecheck.document import Context, Person
from notecheck.errors import ContextError
from notecheck.sources import Source


def source(path: Path, headers: Context | None = None) -> Source:
    return Source(text="x", media="mail", context=headers or Context(), path=str(path))


def test_what_the_user_says_wins_over_headers(tmp_path: Path) -> None:
    headers = Context(me="d.lee", subject="", sent_on=date(2025, 3, 4), interviewers=(Person(name="M. Chen"),))
    contexts = Contexts(configuration=Context(me="Dana Lee", company="Acme"))
    assert contexts.known(source(tmp_path / "x.eml", headers)).context == Context(
        me="Dana Lee", company="Acme", subject="", sent_on=date(2025, 3, 4), interviewers=(Person(name="M. Chen"),)
    )


def test_the_nearest_wins_key_by_key_and_lists_are_not_joined(tmp_path: Path) -> None:
    note = tmp_path / "draft.eml"
    (tmp_path / "draft.context.yaml").write_text("{role: 4, me: 4, also_met: [F], topics: [4]}")
    row = Row(path="draft.eml", file=str(note.resolve()), context=Context(company="2", role="2"), place="c.csv:2")
    contexts = Contexts(
        options=Context(company="1"),
        table=Table(name="c.csv", rows=(row,)),
        file=Said(origin="c.yaml", context=Context(company="3", role="3", me="3", topics=("3", "3"))),
        configuration=Context(company="5", also_met=(Person(name="E"),), sent_on=date(2026, 3, 5)),
    )
    known = contexts.known(source(note, Context(company="6", sent_on=date(2026, 3, 6), subject="6")))
    assert known.context == Context(
        company="1",
        role="2",
        me="3",
        topics=("3", "3"),
        also_met=(Person(name="F"),),
        sent_on=date(2026, 3, 5),
        subject="6",
    )
    assert known.origins == {
        "company": "option",
        "role": "c.csv:2",
        "me": "c.yaml",
        "topics": "c.yaml",
        "also_met": str(tmp_path / "draft.context.yaml"),
        "sent_on": "configuration",
        "subject": "mail header",
    }


def test_names_of_sidecars(tmp_path: Path) -> None:
    note = str(tmp_path / "draft.txt")
    assert find_sidecar(note) is None
    for name in ("draft.context.json", "draft.txt.context.yml"):
        (tmp_path / name).write_text("{}")
        assert find_sidecar(note) == str(tmp_path / name)
    assert find_sidecar(str(tmp_path / "draft.md")) == str(tmp_path / "draft.context.json")
    (tmp_path / "draft.context.yaml").write_text("{}")
    assert find_sidecar(note) == str(tmp_path / "draft.txt.context.yml")
    with pytest.raises(ContextError, match=r"draft\.context\.json stands beside it. Keep one of the two\."):
        find_sidecar(str(tmp_path / "draft.md"))
