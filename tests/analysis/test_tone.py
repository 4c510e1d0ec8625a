from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.analysis.pipeline import Pipeline
from notecheck.analysis.tone import ToneMeter
from notecheck.analysis.tone.meter import GRATITUDE, MOST, WORST
from notecheck.analysis.tone.weights import AXES, load_tone_weights
from notecheck.api import Checker
from notecheck.config import asset
from notecheck.document import Context, Document, Person, Sentence
from notecheck.errors import ConfigError, RuleError
from notecheck.report import AxisId, Tone
from notecheck.ruleset.phrase_scan import PhraseScan, Scanned, parse_template
from notecheck.ruleset.tone_features import FEATURE_FILE, ToneFeature, load_tone_features
from tests.analysis.drafting import draft, tagged

FEATURES = load_tone_features(asset("rules") / "tone_features")
WEIGHTS = asset("models") / "notecheck_tone" / "weights.json"
METER = ToneMeter(FEATURES, WEIGHTS)


@lru_cache(maxsize=1)
def pipeline() -> Pipeline:
    return Pipeline(Path(asset("models")) / "notecheck_en")


@lru_cache(maxsize=1)
def checker() -> Checker:
    return Checker(grammar="off")


def measured(document: Document) -> Tone:
    """By words and form alone."""
    return METER.measure(document, pipeline().parse(document), {})


def score(text: str, axis: AxisId) -> float:
    """By all that is known, the encoder too."""
    found = checker().tone(text).axes[axis].score
    assert found is not None
    return found


def feature(**values: object) -> ToneFeature:
    data = {
        "id": "test.one",
        "reason": "It is a test.",
        "weights": {"warmth": 3},
        "examples": {"matches": ["a"], "passes": ["b"]},
        **values,
    }
    return FEATURE_FILE.validate_python({"features": [data]}).features[0]


def words_of(document: Document, one: ToneFeature, **tags: str) -> list[str]:
    tone = ToneMeter([one], WEIGHTS).measure(document, tagged(document, **tags), {})
    evidence = [item for item in tone.axes["warmth"].evidence if item.feature == one.id]
    return [document.text[item.start : item.end] for item in evidence]


@pytest.mark.parametrize("one", FEATURES, ids=lambda one: one.id)
def test_examples_of_each_feature(one: ToneFeature) -> None:
    for texts, expected in ((one.examples.matches, True), (one.examples.passes, False)):
        for text in texts:
            axes = measured(draft(**{one.zones[0]: text})).axes
            found = {item.feature for axis in one.weights for item in axes[axis].evidence}
            assert (one.id in found) is expected, text


def test_every_axis_is_moved_both_ways() -> None:
    for axis in AXES:
        weights = [one.weights[axis] for one in FEATURES if axis in one.weights]
        assert max(weights) > 0 > min(weights), axis


@pytest.mark.parametrize(
    ("axis", "more", "less"),
    [
        ("politeness", "Could you please tell me when you expect to decide?", "Tell me when you decide."),
        ("politeness", "Thank you for your time.", "You never called me back."),
        (
            "warmth",
            "I really enjoyed our conversation, and your story stayed with me.",
            "Please find attached my plan, as per our conversation.",
        ),
        (
            "confidence",
            "I led a team of five and cut the cost by half.",
            "I guess I might perhaps be of some use, but I'm not sure.",
        ),
        ("formality", "I would like to express my gratitude for the opportunity.", "hey u guys r awesome, thx!!"),
        (
            "positivity",
            "It was a wonderful day and I was impressed by the lab.",
            "It was a terrible day and a waste of time.",
        ),
        ("enthusiasm", "I can't wait to start, and I'm thrilled about the team!", "It is good enough, I guess."),
        (
            "pressure",
            "I need an answer by Friday. You must hire me, I am begging you.",
            "I look forward to hearing from you whenever suits you.",
        ),
    ],
)
def test_the_axes_tell_texts_apart(axis: AxisId, more: str, less: str) -> None:
    assert score(more, axis) >= score(less, axis) + 8


@pytest.mark.parametrize("text", [" \n ", "...", "42", ":-)"])
def test_a_text_without_words_is_not_measured(text: str) -> None:
    for axis in measured(draft(text)).axes.values():
        assert axis.score is None
        assert axis.reason


def test_quoted_text_moves_nothing() -> None:
    plain = measured(draft("The train left."))
    quoting = measured(draft("The train left.", quoted="I AM BEGGING YOU!!! You must answer ASAP."))
    assert {a: v.score for a, v in quoting.axes.items()} == {a: v.score for a, v in plain.axes.items()}


@pytest.mark.parametrize("name", ["Grace", "Joy", "Hope", "Love", "Will", "May", "Zyntriq"])
def test_names_do_not_move_tone(name: str) -> None:
    context = Context(interviewers=(Person(name=f"{name} Lee"),))
    texts = [f"I met {name} and the panel. {name} showed the lab to {name}." for name in (name, "Ana")]
    document, plain = draft(texts[0], context=context, greeting=f"Dear {name},"), draft(texts[1], greeting="Dear Ana,")
    found = {
        axis: value.score
        for axis, value in METER.measure(document, tagged(document, **{name: "PROPN"}), {}).axes.items()
    }
    assert found == {
        axis: value.score for axis, value in METER.measure(plain, tagged(plain, Ana="PROPN"), {}).axes.items()
    }


def test_matches_past_the_most_of_a_sentence_do_not_count() -> None:
    assert words_of(draft("fine fine fine fine"), feature(phrases=["fine"])) == ["fine"] * MOST


def test_phrases_reach_over_line_ends_and_mind_no_case_or_apostrophe() -> None:
    document = draft("It’s VERY\nfine. It's fine. Its very fine.")
    document.__dict__["sentences"] = tuple(
        Sentence(start, end, "body", 0) for start, end in [(0, 15), (16, 26), (27, 42)]
    )
    assert words_of(document, feature(phrases=["it's (very|) fine"])) == ["It’s VERY\nfine", "It's fine"]


def test_the_longest_match_counts_once() -> None:
    assert words_of(draft("so very fine"), feature(phrases=["so very", "so very fine", "very fine"])) == [
        "so very fine"
    ]


def test_exceptions_and_negations_drop_matches() -> None:
    one = feature(phrases=["fine"], unless=["fine print"], negatable=True)
    document = draft(
        "Not so fine. The fine print. I can't say it is quite, well, fine. Never fine. Not only fine. No. Fine."
    )
    assert words_of(document, one) == ["fine", "fine", "Fine"]


def test_an_anchor_stands_for_the_start_of_a_sentence() -> None:
    assert words_of(draft("So it was so. So there."), feature(phrases=["^ so"])) == ["So", "So"]


def test_token_patterns_and_expressions_match() -> None:
    one = feature(regex=["z+"], patterns=[[{"POS": "NOUN"}, {"LOWER": "b"}]])
    assert words_of(draft("a b zz b"), one, a="NOUN") == ["a b", "zz"]


def test_zones_bound_a_feature() -> None:
    one = feature(phrases=["best"], zones=["signoff"])
    document = draft("The best day.", signoff="Best,\nAna")
    assert words_of(document, one) == ["Best"]


@pytest.mark.parametrize(
    ("template", "phrase"),
    [
        ("(a|b c) d", "b c d"),
        ("(a|) (b|) c", "c"),
        ("x (a|b (c|d e)|f) y", "x b d e y"),
        ("no (,|) thanks", "no, thanks"),
        ("x (a|b (c|d)|f) y", "x f y"),
    ],
)
def test_templates_match_their_phrases(template: str, phrase: str) -> None:
    document = draft(phrase)
    found = PhraseScan({"k": [template]}).find(Scanned(document.text, document.sentences))
    assert (0, len(phrase)) in found["k"]


@pytest.mark.parametrize("template", ["(a|b)c", "a (b", "a|b", "(a|)", "((a|(b|c)))", ""])
def test_templates_that_cannot_be_read_are_refused(template: str) -> None:
    with pytest.raises(ValueError, match=r"choice|blank"):
        parse_template(template)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"weights": {"charm": 1}}, "charm"),
        ({"weights": {"warmth": 0}}, "moves nothing"),
        ({"phrases": ["(a|b)c"]}, "choice"),
        ({"phrases": []}, "needs"),
        ({"sighs": 1}, "sighs"),
    ],
)
def test_a_wrong_feature_file_is_refused_with_its_place(
    tmp_path: Path, change: dict[str, object], message: str
) -> None:
    data = {
        "id": "a.b",
        "reason": "r",
        "weights": {"warmth": 1},
        "phrases": ["x"],
        "examples": {"matches": ["x"], "passes": ["y"]},
        **change,
    }
    (tmp_path / "one.yaml").write_text(f"features:\n  - {data!r}\n".replace("'sighs'", "sighs"), encoding="utf-8")
    with pytest.raises(RuleError, match=message) as raised:
        load_tone_features(tmp_path)
    assert "one.yaml:2" in str(raised.value)


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    one = {
        "id": "a.b",
        "reason": "r",
        "weights": {"warmth": 1},
        "phrases": ["x"],
        "examples": {"matches": ["x"], "passes": ["y"]},
    }
    (tmp_path / "one.yaml").write_text(f"features:\n  - {one!r}\n  - {one!r}\n", encoding="utf-8")
    with pytest.raises(RuleError, match="twice"):
        load_tone_features(tmp_path)


_PIECES = [
    "thank you ",
    "I'm ",
    "sorry",
    "!",
    "?!",
    "\n",
    "please ",
    "ASAP ",
    "you must ",
    "😀",
    "’",
    "not ",
    "great ",
    "HIRE ME ",
    "\x00",
    "\ud800",
    "é",
    ".",
]


@settings(deadline=None, max_examples=80)
@given(st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=8)), max_size=25))
def test_scores_are_base_plus_weights_and_spans_lie_in_the_text(pieces: list[str]) -> None:
    document = draft("".join(pieces))
    tone = METER.measure(document, tagged(document), {})
    assert set(tone.axes) == set(AXES)
    for axis in tone.axes.values():
        assert (axis.score is None) == (axis.reason is not None)
        assert all(0 <= item.start < item.end <= len(document.text) for item in axis.evidence)
        if axis.score is not None:
            assert axis.score == pytest.approx(
                min(100, max(0, axis.base + sum(item.weight for item in axis.evidence))), abs=0.051
            )


def test_one_long_line_ends_soon() -> None:
    document = draft("thank you so much, i really could not be more sure! " * 1900)
    tone = METER.measure(document, tagged(document), {})
    assert tone.axes["warmth"].score is not None


@pytest.mark.parametrize(
    "text",
    [
        "Thank you so much for your help.",
        "thanks , that was really kind of you !",
        "Much appreciated, it works now.",
        "I am grateful for every hour you gave me.",
    ],
)
def test_thanks_are_told_in_any_text(text: str) -> None:
    axes = checker().tone(text).axes
    assert any(item.feature == GRATITUDE for item in (*axes["warmth"].evidence, *axes["politeness"].evidence))


@pytest.mark.parametrize("text", ["The train left at nine.", "Why did you delete my page?", "Please send me the file."])
def test_what_thanks_nobody_is_not_told_to(text: str) -> None:
    axes = checker().tone(text).axes
    assert not any(item.feature == GRATITUDE for item in (*axes["warmth"].evidence, *axes["politeness"].evidence))


def test_one_bad_sentence_pulls_the_whole_and_is_named() -> None:
    good = "Thank you for your time on Monday. I enjoyed the tour of the lab."
    bad = "You must answer me by Friday or you will regret it."
    tone = checker().tone(f"{good} {bad}")
    pull = [item for item in tone.axes["pressure"].evidence if item.feature == WORST]
    assert [f"{good} {bad}"[item.start : item.end] for item in pull] == [bad]
    scores = [one.axes["pressure"].score or 0.0 for one in tone.sentences]
    assert (tone.axes["pressure"].score or 0.0) > sum(scores) / len(scores)


def test_each_word_keeps_its_place_in_the_tone_of_a_whole_text() -> None:
    document = draft("So gonna be there. The train left at nine. It was a very long way to the coast.")
    tone = measured(document)
    words = [f for f in FEATURES if f.id == "formality.slang"]
    found = [item for item in tone.axes["formality"].evidence if item.feature == words[0].id]
    assert [document.text[item.start : item.end] for item in found] == ["gonna"]


def test_tones_of_many_texts_are_those_of_each() -> None:
    texts = ["Send it now.", "", "Could you possibly help me with this, please?"]
    assert list(checker().tone_many(texts)) == [checker().tone(text) for text in texts]


def test_weights_that_are_none_are_told(tmp_path: Path) -> None:
    for content in ("", "{}", WEIGHTS.read_text("utf-8").replace('"length"', '"girth"')):
        (tmp_path / "weights.json").write_text(content, encoding="utf-8")
        with pytest.raises(ConfigError, match="weights of tone"):
            load_tone_weights(tmp_path / "weights.json")
