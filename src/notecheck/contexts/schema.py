"""The JSON schema of a context file, generated from :class:`~notecheck.document.Context`."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from notecheck.document.context import Context
from notecheck.document.people import Person

_WRITTEN = {"type": "string", "description": "The name, such as Ana Ruiz, or Dr. Ana Ruiz <ana@acme.example>."}


def schema() -> dict[str, Any]:
    """The schema, by JSON Schema draft 2020-12. An editor that is told of it completes and checks context files."""
    from pydantic import TypeAdapter

    generated = TypeAdapter(Context).json_schema()
    person = _described(generated["$defs"]["Person"], Person)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_described(generated, Context),
        "title": "notecheck context",
        "description": "What is known of an interview apart from the note. An empty value says nothing.",
        "$defs": {"Person": {"anyOf": [_WRITTEN, person]}},
    }


def render_schema() -> str:
    """The schema as JSON text, with a final line end."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _described(part: dict[str, Any], kind: type[Context] | type[Person]) -> dict[str, Any]:
    about = {item.name: item.metadata["help"] for item in fields(kind)}
    properties = {
        name: {
            "description": about[name],
            **{key: item for key, item in value.items() if key not in ("title", "default")},
        }
        for name, value in part["properties"].items()
    }
    required = {"required": part["required"]} if "required" in part else {}
    return {"type": "object", "additionalProperties": False, "properties": properties, **required}
