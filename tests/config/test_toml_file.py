from __future__ import annotations

import pytest

from notecheck.config.toml_file import line_of


@pytest.mark.parametrize(
    ("text", "keys", "line"),
    [
        ("a = 1\nb = 2", ["b"], 2),
        ("# b\na = 'b'\nb = 2", ["b"], 3),
        ('x = """\nb = 1\n"""\nb = 2', ["b"], 4),
        ("[t]\na = 1\n[u]\na = 1", ["u", "a"], 4),
        ("t.a = 1\nt.b = 1", ["t", "b"], 2),
        ("t = { a = 1, b = 2 }", ["t", "b"], 1),
        ("[t.u]\na = [\n  1,\n]\nb = 1", ["t", "u", "a"], 2),
        ('\n"a b" = 1', ["a b"], 2),
        ("[a]\n\n[a.b]\nc = 1", ["a", "b"], 3),
        ("a = 1", ["gone"], 1),
    ],
)
def test_line_of(text: str, keys: list[str], line: int) -> None:
    assert line_of(text, keys) == line
