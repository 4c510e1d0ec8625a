from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from notecheck.document import Places
from notecheck.render import to_html
from notecheck.render.to_html import shown
from notecheck.render.to_html.marks import marked_lines, numbered
from notecheck.report import Axis, Failure, Report, Run, Tone, ToneEvidence
from tests.render.formats import page, words
from tests.render.reports import finding, many, other_report, report, unicode_report, weak_report
from tests.render.test_formats import flagged
from tests.render.test_to_terminal import NASTY, nasty_report

STYLE = (Path(to_html.__file__).parent / "style.css").read_text("ascii")
MARKUP = '<script>alert(1)</script><img src=x onerror="y">" onfocus="z" \'&amp;{{ 7 * 7 }}{% raw %}--></mark></style>'
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "nav", "ol", "li", "a", "br", "main",
    "article", "h2", "strong", "span", "b", "div", "section", "h3", "h4", "mark", "code", "ul", "table", "thead",
    "tbody", "tr", "th", "td", "footer",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "name", "content", "http-equiv", "id", "class", "style", "href", "aria-label", "aria-labelledby",
    "aria-hidden", "aria-describedby", "role", "tabindex", "data-line", "data-numbers", "dir", "scope",
}  # fmt: skip


def one(note: Report) -> html.HtmlElement:
    return page(to_html.render(Run(documents=(note,))))


def note_text(shown: html.HtmlElement) -> list[str]:
    """The lines of the note as they stand on the page, without the reasons beside them."""
    for extra in [*shown.find_class("tip"), *shown.xpath("//mark[contains(@class, 'gap')]")]:
        extra.drop_tree()
    return [line.text_content() for line in shown.find_class("line")]


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=60))
def test_any_note_stays_text(text: str) -> None:
    assert_text(text)


@pytest.mark.parametrize("text", [MARKUP, NASTY, "a\r\nb\rc\n\n  d\t e  ", "{{ report }}{# x #}", "\n", "&lt;b&gt;"])
def test_markup_stays_text(text: str) -> None:
    assert_text(text)
    for element in page(to_html.render(Run(documents=(nasty_report(text),)))).iter():
        assert element.tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES


def assert_text(text: str) -> None:
    places = Places(text)
    lines = [shown(text[slice(*places.line_range(line))]) for line in range(1, places.line_count + 1)]
    assert note_text(one(report(text))) == (lines if lines[-1] or len(lines) == 1 else lines[:-1])


@settings(max_examples=200, deadline=None)
@given(flagged())
def test_pieces_make_up_the_text_and_hold_their_findings(note: Report) -> None:
    findings, places = numbered(note), Places(note.text)
    begun: Counter[int] = Counter()
    for line in marked_lines(note, findings):
        at, end = places.line_range(line.number)
        for piece in line.pieces:
            after = at + len(piece.text)
            assert note.text[at:after] == piece.text
            covering = {n for n, item in findings.items() if item.start <= at and after <= item.end and at < after}
            assert covering <= set(piece.findings) if piece.text else piece.findings
            assert not piece.text or covering == set(piece.findings)
            begun.update(piece.begins)
            at = after
        assert at == end
    assert begun == Counter(findings.keys())


def test_the_gravest_finding_colours_a_piece_and_all_are_told() -> None:
    shown = one(unicode_report())
    shared = next(item for item in shown.iter("mark") if item.find("a").text == "would")
    assert shared.get("class") == "error"
    assert [words(item) for item in shared.find_class("severity")] == ["error", "info"]


def test_every_link_and_label_leads_somewhere_and_ids_are_unique() -> None:
    shown = page(to_html.render(Run(documents=(*many().documents, unicode_report()), errors=many().errors)))
    ids = Counter(shown.xpath("//@id"))
    assert set(ids.values()) == {1}
    leads = [href.removeprefix("#") for href in shown.xpath("//a/@href")]
    leads += [key for value in shown.xpath("//@aria-labelledby | //@aria-describedby") for key in value.split()]
    assert len(leads) > 40
    assert set(leads) - set(ids) == set()


def test_every_mark_has_its_reason_and_every_finding_one_stop_of_the_keyboard() -> None:
    shown = one(unicode_report())
    stops: list[str] = []
    for mark in shown.iter("mark"):
        link, tip = mark
        assert (link.tag, tip.get("role"), tip.get("id")) == ("a", "tooltip", link.get("aria-describedby"))
        assert words(tip)
        stops += (link.get("data-numbers") or "").split(", ") if link.get("tabindex") != "-1" else []
    assert sorted(stops) == sorted(map(str, range(1, 9)))


def test_page_stands_on_its_own_and_runs_nothing() -> None:
    text = to_html.render(many())
    assert text.isascii() and text.startswith("<!DOCTYPE html>")
    assert not re.search(r"<script|<link|\bsrc=|\bon\w+=|url\(|@import|https?:", text)
    (policy,) = page(text).xpath("//meta[@http-equiv]/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_landmarks_and_headings_are_in_order() -> None:
    shown = page(to_html.render(many()))
    assert shown.get("lang") == "en"
    assert [child.tag for child in shown.find("body")] == ["header", "nav", "main", "footer"]
    levels = [int(element.tag[1]) for element in shown.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_contents_stand_before_several_notes_alone() -> None:
    entries = [words(item) for item in page(to_html.render(many())).xpath("//nav//li")]
    assert entries[0].startswith("draft.txt")
    assert entries[1].startswith("notes/weak.txtScore 53 of 100: weak; findings: 2 errors")
    assert entries[3].startswith("Not checked")
    assert one(report()).xpath("//nav") == []
    failed = page(to_html.render(Run(documents=(), errors=(Failure(path="", message="x", remedy="y"),))))
    assert failed.xpath("//nav") == []
    assert words(failed.get_element_by_id("errors")) == "Not checked X. Y."


def test_elements_tone_and_score_have_their_evidence() -> None:
    told = words(one(weak_report()).find("body"))
    for part in (
        "Interest weak line 5: “I remain very interested in the position.” It gives no reason",
        "Qualifications missing No sentence gives a reason to choose you.",
        "Addition optional",
        "Politeness72 “Thank you” +12, “Please” +10",
        "Confidencenonenot measured: The text is too short.",
        "Restated interest7.5 of 15",
        "Grammar and spellingnot measured",
        "grammar by LanguageTool: LanguageTool is not set up. Run `notecheck setup` to fetch it.",
    ):
        assert part in told


def test_long_evidence_of_tone_is_cut_and_the_rest_left_out() -> None:
    text = "Thank you ever so much for the long and kind hour that you and your whole team gave me. " * 9
    moved = tuple(ToneEvidence(feature="model.encoder", start=0, end=80 + n, weight=float(n)) for n in range(1, 9))
    told = words(
        one(report(text, tone=Tone(axes={"warmth": Axis(score=86.0, base=50.0, evidence=moved)}))).find("body")
    )
    assert told.count("“Thank you ever so much for the long and kind hour that you…” +") == 3
    assert "+8" in told and "+5" not in told


def test_another_sort_of_text_has_no_list_of_what_it_lacks() -> None:
    headings = [words(item) for item in one(other_report()).iter("h3")]
    assert headings == ["The note", "Findings"]


def test_what_is_missing_is_marked_without_a_word_of_the_note() -> None:
    shown = one(report("one two", [finding("one two", "", start=4, message="A comma is missing.")]))
    (mark,) = shown.iter("mark")
    assert mark.get("class") == "warning gap"
    assert "something is missing here" in words(mark)
    assert note_text(shown) == ["one two"]


def test_a_mark_on_a_blank_has_a_name() -> None:
    (mark,) = one(report("one  two", [finding("one  two", "  ", message="One blank is enough.")])).iter("mark")
    assert mark.find("a").get("aria-label") == "blank"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_read(scheme: str) -> None:
    """By WCAG 2.2: 4.5 to 1 for text, 3 to 1 for what is drawn."""
    light, dark = re.findall(r":root \{(?:\s*color-scheme: light dark;)?([^}]*)\}", STYLE)[:2]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light if scheme == "light" else dark))
    tints = [name for name in colours if name.endswith("-tint")]
    texts = ["ink", "soft", "link", "error", "warning", "info", "hint", "good"]
    assert len(tints) == 4
    poor = [pair for pair in product(texts, ["page", "sheet"]) if contrast(*(colours[name] for name in pair)) < 4.5]
    poor += [("ink", tint) for tint in tints if contrast(colours["ink"], colours[tint]) < 4.5]
    poor += [(name, "info-tint") for name in texts if contrast(colours[name], colours["info-tint"]) < 4.5]
    poor += [("bar", under) for under in ("page", "sheet") if contrast(colours["bar"], colours[under]) < 3]
    assert poor == []


def contrast(first: str, second: str) -> float:
    low, high = sorted(map(_luminance, (first, second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
