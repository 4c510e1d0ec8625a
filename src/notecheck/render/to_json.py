"""A run as JSON, valid by the published schema."""

from __future__ import annotations

import json

from notecheck.report import Run, ToneRun


def render(run: Run | ToneRun) -> str:
    """The whole run as one JSON object, with a final line end.

    All but printable ASCII is escaped, so that any terminal, encoding or pipe can carry it.
    """
    return json.dumps(run.to_dict(), indent=2, ensure_ascii=True, allow_nan=False) + "\n"
