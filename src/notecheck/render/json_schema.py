"""The JSON schema of :mod:`notecheck.render.to_json`, generated from the types of the report."""

from __future__ import annotations

import json
from typing import Any

from notecheck.report import SCHEMA_VERSION, Run

_INTRO = (
    "The outcome of `notecheck --format json`. Places are half-open ranges of code points in `text`, the text as "
    "given; `line` and `column` count from 1. A later version with the same major number only adds properties."
)


def schema() -> dict[str, Any]:
    """The schema, by JSON Schema draft 2020-12."""
    from pydantic import TypeAdapter

    generated = TypeAdapter(Run).json_schema(mode="serialization")
    definitions = {name: _exact(part) for name, part in sorted(generated.pop("$defs").items())}
    run = _exact(generated)
    run["properties"]["schema_version"] = {"const": SCHEMA_VERSION, "type": "string"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **run,
        "title": "notecheck report",
        "description": _INTRO,
        "$defs": definitions,
    }


def render() -> str:
    """The schema as JSON text, with a final line end."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _exact(part: dict[str, Any]) -> dict[str, Any]:
    # Every property is always written, also where Python has a default.
    properties = {name: _bare(value) for name, value in part["properties"].items()}
    text = part["description"].replace("``", "`")
    return {"type": "object", "description": text, "properties": properties, "required": list(properties)}


def _bare(value: dict[str, Any]) -> dict[str, Any]:
    return {key: item for key, item in value.items() if key not in ("title", "default")}
