from __future__ import annotations

from notecheck.analysis.mechanics import Match
from notecheck.analysis.mechanics.judged import judged_text, within_judged
from notecheck.document import Document

NOTE = "Hi Ana,\r\n\r\nThanks for teh talk.\r\n\r\nBest,\r\nBo\r\n\r\n> On teh way \U0001f600\r\n> you was\r\n"


def test_quoted_words_are_blank_and_every_place_holds() -> None:
    seen = judged_text(Document(NOTE))
    assert len(seen) == len(NOTE)
    own = NOTE.index("> On")
    assert seen[:own] == NOTE[:own]
    assert not seen[own:].strip()
    assert seen.count("\r\n") == NOTE.count("\r\n")


def test_control_characters_and_lone_surrogates_do_not_reach_an_engine() -> None:
    seen = judged_text(Document("Thanks\0 for \ud800 it."))
    assert seen == "Thanks  for \ufffd it."


def test_matches_outside_or_across_the_judged_zones_are_dropped() -> None:
    document = Document(NOTE)

    def at(start: int, end: int) -> Match:
        return Match(engine="x", engine_rule="R", category="spelling", message="", start=start, end=end)

    inside, quoted = NOTE.index("teh"), NOTE.rindex("teh")
    across = at(NOTE.index("Bo"), quoted + 3)
    greeting_to_body = at(0, inside)
    found = within_judged(document, [at(inside, inside + 3), at(quoted, quoted + 3), across, greeting_to_body])
    assert found == [at(inside, inside + 3), greeting_to_body]
