"""Several engines, one finding for the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from notecheck.analysis.mechanics.matches import Match

MOST_REPLACEMENTS = 12


def merge(by_engine: Sequence[Iterable[Match]], text: str) -> tuple[Match, ...]:
    """Matches that do not overlap, in order of place.

    A word that one engine knows is a word, whatever the others say. Of matches that overlap, an error wins over a
    remark on style, then the earlier engine of ``by_engine``, then the shorter match. The winner takes over the others'
    replacements, as far as they stand within its own words.
    """
    ranked = [(rank, match) for rank, matches in enumerate(_unknown_to_all(by_engine)) for match in matches]
    ranked.sort(key=lambda item: (item[1].category == "style", item[0], item[1].end - item[1].start, item[1].start))
    kept: list[Match] = []
    for _, match in ranked:
        rivals = [index for index, other in enumerate(kept) if match.overlaps(other)]
        if not rivals:
            kept.append(match)
        for index in rivals:
            kept[index] = _with_replacements_of(kept[index], match, text)
    return tuple(sorted(kept, key=lambda match: match.start))


def _unknown_to_all(by_engine: Sequence[Iterable[Match]]) -> list[list[Match]]:
    given = [list(matches) for matches in by_engine]
    return [
        [
            match
            for match in matches
            if not match.is_unknown_word or all(any(map(match.overlaps, other)) for other in given)
        ]
        for matches in given
    ]


def _with_replacements_of(winner: Match, loser: Match, text: str) -> Match:
    if loser.start < winner.start or winner.end < loser.end:
        return winner
    before, after = text[winner.start : loser.start], text[loser.end : winner.end]
    words = dict.fromkeys([*winner.replacements, *(before + word + after for word in loser.replacements)])
    return replace(winner, replacements=tuple(words)[:MOST_REPLACEMENTS])
