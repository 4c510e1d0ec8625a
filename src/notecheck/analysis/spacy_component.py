"""Our elements in a spaCy pipeline of the user's own: ``nlp.add_pipe("notecheck_elements")``."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from notecheck.analysis.elements.finder import ElementFinder
from notecheck.analysis.pipeline import sentence_span
from notecheck.config import asset
from notecheck.document import Document
from notecheck.ruleset.element_reasons import load_element_reasons

KEY = "notecheck_elements"
"""The key in ``doc.spans``."""


class ElementComponent:
    """Labels sentences in ``doc.spans["notecheck_elements"]``, one span for each label of a sentence.

    ``attrs["scores"]`` of the group holds the confidences, in [0, 1], in the order of the spans. Sentences and zones
    are notecheck's own and the model reads the text itself, so the component finds the same in a blank pipeline as
    after a parser. No ``Doc`` extension is set.

    Args:
        finder: Finds the elements.
    """

    def __init__(self, finder: ElementFinder) -> None:
        self._finder = finder

    def __call__(self, doc: Doc) -> Doc:
        """Label one text.

        Raises:
            InputError: It is longer than ``MAX_CHARACTERS``.
        """
        document = Document(doc.text)
        facts = self._finder.find(document)
        spans, scores = [], []
        for place, sentence in zip(document.sentences, facts.sentences, strict=True):
            tokens = sentence_span(doc, place)
            for label in sentence.labels:
                spans.append(Span(doc, tokens.start, tokens.end, label=label.id))
                scores.append(label.confidence)
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=spans, attrs={"scores": scores})
        return doc


@Language.factory(KEY, default_config={"model": None})
def make_elements(nlp: Language, name: str, model: str | None) -> ElementComponent:
    """The factory behind ``nlp.add_pipe("notecheck_elements")``; ``model`` is a folder like the one that is shipped."""
    folder = Path(model) if model else asset("models") / "notecheck_elements"
    reasons = load_element_reasons(asset("rules") / "elements" / "reasons.yaml")
    return ElementComponent(ElementFinder(folder, reasons))
