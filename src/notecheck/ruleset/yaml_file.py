"""Read one YAML file into a validated model; every error names the file, the line and the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from notecheck.errors import NotecheckError, RuleError

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
    with _syntax_told(str(path), RuleError):
        loader = _Loader(text)
        node = loader.get_single_node()
        data = node and loader.construct_document(node)
    if node is None:
        raise RuleError("the file is empty", remedy="Write the rule, or remove the file.", place=str(path))
    _refuse_repeated_keys(node, str(path), RuleError)
    try:
        return adapter.validate_python(data, context={"trusted": trusted})
    except ValidationError as error:
        raise _rule_error(error, node, path) from error


def compose(text: str, place: str, error: type[NotecheckError]) -> yaml.Node | None:
    """The nodes of one YAML document, with their marks; None where there is none.

    Raises:
        error: The text is no YAML, or a mapping in it has a key twice; the place carries the line.
    """
    with _syntax_told(place, error):
        node: yaml.Node | None = _Loader(text).get_single_node()
    if node is not None:
        _refuse_repeated_keys(node, place, error)
    return node


@contextmanager
def _syntax_told(place: str, told: type[NotecheckError]) -> Iterator[None]:
    try:
        yield
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: a date that no calendar has.
        mark = getattr(error, "problem_mark", None)
        where = f"{place}:{mark.line + 1}:{mark.column + 1}" if mark else place
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be parsed"
        raise told(f"no valid YAML: {problem}", remedy="Check indentation and quotes.", place=where) from error


def _refuse_repeated_keys(node: yaml.Node, place: str, error: type[NotecheckError]) -> None:
    """Raise ``error`` where a mapping has a key twice, of which YAML would silently take the last."""
    waiting, done = [node], set()
    while waiting:
        node = waiting.pop()
        if id(node) in done:  # Aliases may lead to a node again, or in a circle.
            continue
        done.add(id(node))
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value in seen:
                    where = f"{place}:{key.start_mark.line + 1}"
                    raise error(f"the key {key.value!r} stands twice", remedy="Keep one of them.", place=where)
                seen.add(str(key.value))
                waiting.append(value)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


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
