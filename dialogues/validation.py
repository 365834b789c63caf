"""Fits a document to a model and tells every mismatch in an author's words, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from dialogues.diagnostics import Problem, ScenarioError, did_you_mean, problem
from dialogues.reader import Document, Keys

Model = TypeVar("Model", bound=BaseModel)


def validated(model: type[Model], document: Document) -> Model:
    """The document as a model; nothing is converted, so `"3"` is not a number.

    Raises:
        ScenarioError: with every key or value that does not fit.
    """
    try:
        return model.model_validate(document.data, strict=True)
    except ValidationError as error:
        found = [_problem(model, document, detail) for detail in error.errors(include_url=False)]
        raise ScenarioError(found) from error


def _problem(model: type[BaseModel], document: Document, detail: Mapping[str, Any]) -> Problem:
    bad_key = detail["loc"][-1:] == ("[key]",)
    keys: Keys = tuple(part for part in detail["loc"] if part != "[key]")
    name = dotted(keys) or "the file"
    if detail["type"] == "missing":
        return problem("D005", document.file, document.key(keys), key=name)
    if detail["type"] == "extra_forbidden" or (bad_key and "expected" in detail.get("ctx", {})):
        known = _expected(detail) or _siblings(model, keys)
        hint = did_you_mean(str(keys[-1]), known)
        return problem("D004", document.file, document.key(keys), key=name, hint=hint)
    place = document.key(keys) if bad_key else document.value(keys)
    return problem("D006", document.file, place, key=name, why=_why(detail, bad_key))


def dotted(keys: Iterable[str | int]) -> str:
    """Keys as an author would say them: `hooks.2.on`, counting list items from 1."""
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in keys)


def _expected(detail: Mapping[str, Any]) -> list[str]:
    return re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))


def _siblings(annotation: Any, keys: Keys) -> list[str]:
    """The keys that may stand beside the last of `keys`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields
        if len(keys) == 1:
            return list(fields)
        return _siblings(fields[str(keys[0])].annotation, keys[1:])
    inner = [part for part in get_args(annotation) if part is not type(None)]
    step = 0 if get_origin(annotation) in _TRANSPARENT else 1
    return _siblings(inner[-1] if step else inner[0], keys[step:])


_TRANSPARENT = (Annotated, Union, UnionType)


def _why(detail: Mapping[str, Any], bad_key: bool) -> str:
    kind, given, limits = detail["type"], detail["input"], detail.get("ctx", {})
    if given is None:
        return "is empty; give it a value or delete the line"
    if kind == "literal_error":
        known = _expected(detail)
        return f"cannot be `{given}`{did_you_mean(str(given), known)}" if known else "must be 1"
    if kind == "string_pattern_mismatch" and not bad_key and "act|topic" in limits["pattern"]:
        return "must be `act NAME`, `topic NAME` or `deed NAME`"
    if kind == "string_type" and isinstance(given, (bool, int, float)):
        return f'must be text; put it in quotes: "{given}"'
    return _WORDING.get(kind, str(detail["msg"])).format(**limits)


_WORDING: Mapping[str, str] = {
    "string_type": "must be text",
    "string_pattern_mismatch": "must be a name of small letters, digits and _, such as ask_name",
    "string_too_short": "must have {min_length} or more characters",
    "string_too_long": "must have {max_length} characters at most; shorten it",
    "list_type": "must be a list, such as [one, two]",
    "dict_type": "must hold keys with values, indented under it",
    "model_type": "must hold keys with values, indented under it",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "too_short": "must have {min_length} or more entries, not {actual_length}",
    "too_long": "must have {max_length} entries at most, not {actual_length}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
}
