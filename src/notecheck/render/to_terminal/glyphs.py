"""The few signs that the terminal report draws, for terminals with and without Unicode."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """Signs beside words; no sign stands alone for a meaning."""

    present: str
    weak: str
    missing: str
    optional: str
    rule: str
    bar: str
    arrow: str
    cut: str
    dot: str
    full: str
    empty: str
    open: str
    close: str


UNICODE = Glyphs(
    present="✓", weak="!", missing="✗", optional="-", open="“", close="”", cut="…",
    rule="─", bar="│", arrow="→", dot="·", full="█", empty="░",
)  # fmt: skip
ASCII = Glyphs(
    present="+", weak="!", missing="x", optional="-", open='"', close='"', cut="...",
    rule="-", bar="|", arrow="->", dot="-", full="#", empty=".",
)  # fmt: skip
