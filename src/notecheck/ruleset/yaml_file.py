"""Read one YAML file into a validated model; every error names the file, the line and the remedy."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from notecheck.errors import RuleError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Model = TypeVar("Model")


class Strict(BaseModel):
    """Base of everything read from YAML: frozen, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def load(path: Path, adapter: TypeAdapter[Model], *, trusted: bool = False) -> Model:
    """Read and validate ``path``; of a ``trusted`` file, regular expressions are taken as they are.

    Raises:
        RuleError: The file cannot be read, is no YAML, repeats a key or does not fit the model.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(
            f"cannot be read ({error})", remedy="Make it a readable UTF-8 file.", place=str(path)
        ) from error
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        data = node and loader.construct_document(node)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else str(path)
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        raise RuleError(f"no valid YAML: {problem}", remedy="Check indentation and quotes.", place=place) from error
    if node is None:
        raise RuleError("the file is empty", remedy="Write the rule, or remove the file.", place=str(path))
    _refuse_repeated_keys(node, path)
    try:
        return adapter.validate_python(data, context={"trusted": trusted})
    except ValidationError as error:
        raise _rule_error(error, node, path) from error


def _refuse_repeated_keys(node: yaml.Node, path: Path) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                place = f"{path}:{key.start_mark.line + 1}"
                raise RuleError(f"the key {key.value!r} stands twice", remedy="Keep one of them.", place=place)
            seen.add(key.value)
            _refuse_repeated_keys(value, path)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_repeated_keys(item, path)


def _rule_error(error: ValidationError, node: yaml.Node, path: Path) -> RuleError:
    # The first error is enough: later ones are often its consequences.
    first = error.errors()[0]
    line, trail, known = _locate(first["loc"], node)
    what = ".".join(trail)
    message = first["msg"].removeprefix("Value error, ")
    remedy = "See docs/authoring-rules.md for the keys of each kind."
    if first["type"] == "extra_forbidden":
        message = f"unknown key {what!r}"
    elif first["type"] == "missing":
        message = f"the key {str(first['loc'][-1])!r} is missing"
        near = get_close_matches(str(first["loc"][-1]), known, 1)
        remedy = f"You wrote {near[0]!r}." if near else f"Add it{f' under {what!r}' if what else ''}."
    elif what:
        message = f"{what}: {message}"
    return RuleError(message, remedy=remedy, place=f"{path}:{line}")


def _locate(location: tuple[int | str, ...], node: yaml.Node) -> tuple[int, list[str], list[str]]:
    """Follow pydantic's location as far as the YAML goes: line (from 1), the keys passed, and the keys at the end."""
    line, trail = node.start_mark.line + 1, []
    for step in location:
        if isinstance(node, yaml.MappingNode):
            # A step that is no key is the tag of a union, which has no place of its own in the file.
            for key, value in node.value:
                if key.value == str(step):
                    line, node = key.start_mark.line + 1, value
                    trail.append(str(step))
                    break
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
            trail.append(str(step + 1))
    known = [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    return line, trail, known
