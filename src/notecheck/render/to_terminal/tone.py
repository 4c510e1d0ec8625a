"""How a text sounds: the whole in words, the axes with what moved them, and the sentences that stand out."""

from __future__ import annotations

from notecheck.render.to_terminal.frame import shorten
from notecheck.render.to_terminal.screen import Screen, styled
from notecheck.render.visible import one_line
from notecheck.render.wording import moved, name
from notecheck.report import AxisId, Report, SentenceTone, Tone, ToneReport

STANDS_OUT = 15.0
"""Points by which a sentence must differ from its text to be told; our own choice."""


def show_tone(screen: Screen, report: Report | ToneReport) -> None:
    """Write the axes of a report."""
    screen.heading("Tone, from 0 to 100")
    if report.tone.summary:
        screen.line(styled(one_line(report.tone.summary).capitalize() + ".", "bold"), indent=2)
    for axis, found in report.tone.axes.items():
        score = "-" if found.score is None else f"{found.score:.0f}"
        words = moved(report, axis, quote=lambda text: screen.quote(shorten(one_line(text), 30, cut=screen.glyphs.cut)))
        screen.item(f"  {axis.capitalize():<14}{score:>4}   ", words)


def show_tone_report(screen: Screen, report: ToneReport) -> None:
    """Write the tone of a text by itself."""
    screen.line(styled(name(report), "bold underline"))
    show_tone(screen, report)
    standing = [(one, apart) for one in report.tone.sentences if (apart := _apart(one, report.tone))]
    if len(report.tone.sentences) > 1 and standing:
        screen.heading("Sentences that stand out")
        for one, apart in standing:
            words = shorten(one_line(report.text[one.start : one.end]), 60, cut=screen.glyphs.cut)
            line = report.text.count("\n", 0, one.start) + 1
            screen.item(f"  line {line}: ", screen.quote(words))
            told = ", ".join(f"{axis} {one.axes[axis].score:.0f}" for axis in apart)
            screen.line(told, indent=4)


def _apart(one: SentenceTone, whole: Tone) -> list[AxisId]:
    return [
        axis
        for axis, found in one.axes.items()
        if abs((found.score or 0) - (whole.axes[axis].score or 0)) >= STANDS_OUT
    ]
