"""The JSON Schemas editors use: current, draft-07 only, and of one mind with the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from dialogues.catalogue import catalogue_text, load_catalogue
from dialogues.reader import parse
from dialogues.schema import SCHEMAS, schemas
from tests.dialogues.conftest import Source

Json = dict[str, Any]
_ELSEWHERE = {
    "$schema",
    "definitions",
    "description",
    "default",
    "type",
    "properties",
    "patternProperties",
    "additionalProperties",
}
_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_SIZES: dict[str, Callable[[Any, Any], bool]] = {
    "minimum": lambda value, limit: value >= limit,
    "maximum": lambda value, limit: value <= limit,
    "minLength": lambda value, limit: len(value) >= limit,
    "maxLength": lambda value, limit: len(value) <= limit,
    "minItems": lambda value, limit: len(value) >= limit,
    "maxItems": lambda value, limit: len(value) <= limit,
    "minProperties": lambda value, limit: len(value) >= limit,
    "maxProperties": lambda value, limit: len(value) <= limit,
    "enum": lambda value, known: value in known,
    "const": lambda value, only: value == only,
    "pattern": lambda value, pattern: re.search(pattern, value) is not None,
    "required": lambda value, keys: set(keys) <= set(value),
}


def valid(value: Any, schema: Json, root: Json) -> bool:
    """Draft-07, as far as our schemas go; a keyword not known here is an error."""
    if "$ref" in schema:
        assert set(schema) == {"$ref"}, "draft-07 ignores what stands beside $ref"
        return valid(value, root["definitions"][schema["$ref"].split("/")[-1]], root)
    types = _TYPES[schema["type"]] if "type" in schema else (object,)
    if not isinstance(value, types) or (isinstance(value, bool) and int in types):
        return False
    unknown = set(schema) - set(_SIZES) - set(_PARTS) - _ELSEWHERE
    assert not unknown, f"not draft-07, or not known here: {unknown}"
    fits = all(_SIZES[word](value, limit) for word, limit in schema.items() if word in _SIZES)
    for word in _PARTS.keys() & schema.keys():
        fits = fits and _PARTS[word](value, schema[word], root)
    keys = value.items() if isinstance(value, dict) else ()
    return fits and all(valid_key(key, item, schema, root) for key, item in keys)


_PARTS: dict[str, Callable[[Any, Any, Json], bool]] = {
    "anyOf": lambda value, parts, root: any(valid(value, part, root) for part in parts),
    "allOf": lambda value, parts, root: all(valid(value, part, root) for part in parts),
    "items": lambda value, part, root: all(valid(item, part, root) for item in value),
    "propertyNames": lambda value, part, root: all(valid(key, part, root) for key in value),
}


def valid_key(key: str, item: Any, schema: Json, root: Json) -> bool:
    named = [schema["properties"][key]] if key in schema.get("properties", {}) else []
    patterns = schema.get("patternProperties", {}).items()
    fitting = named + [part for pattern, part in patterns if re.search(pattern, key)]
    rest = schema.get("additionalProperties", {})
    if not fitting:
        return rest is not False and valid(item, rest, root)
    return all(valid(item, part, root) for part in fitting)


def schema(name: str) -> Json:
    loaded: Json = json.loads(schemas()[f"{name}.schema.json"])
    return loaded


@pytest.mark.parametrize("name", schemas())
def test_the_schema_files_are_current(name: str) -> None:
    written = (SCHEMAS / name).read_text(encoding="utf-8")
    assert written == schemas()[name], "run: python -m dialogues.schema"


@pytest.mark.parametrize(
    ("file", "name"), [("scenario.yaml", "scenario"), ("en.yaml", "words"), ("fr.yaml", "words")]
)
def test_a_valid_scenario_fits_the_schema(tiny_source: Source, file: str, name: str) -> None:
    root = schema(name)
    assert valid(parse(tiny_source[file], file).data, root, root)


@pytest.mark.parametrize(
    ("file", "name", "old", "new"),
    [
        ("scenario.yaml", "scenario", "difficulty: 2", "difficulty: 9"),
        ("scenario.yaml", "scenario", "difficulty: 2", "dificulty: 2"),
        ("scenario.yaml", "scenario", "duty: give_reason", "duty: give_raison"),
        ("scenario.yaml", "scenario", "anger: strong", "angr: strong"),
        ("scenario.yaml", "scenario", "persona: reactive", "persona: reactiv"),
        ("scenario.yaml", "scenario", "heard: [reflect,", "heard: [reflekt,"),
        ("scenario.yaml", "scenario", "  wait: {", "  wayt: {"),
        ("scenario.yaml", "scenario", "policy_wall: 1.4", "policy_wal: 1.4"),
        ("scenario.yaml", "scenario", "practise: [reflect,", "practise: [reflekt,"),
        ("en.yaml", "words", "  hostile:\n", "  hostil:\n"),
        ("en.yaml", "words", "    pressure: |", "    presure: |"),
        ("en.yaml", "words", "  threaten:", "  reflect:"),
        ("en.yaml", "words", "acts: [calm_down]", "acts: [calmdown]"),
        ("en.yaml", "words", "  rising:", "  raising:"),
    ],
)
def test_a_slip_does_not_fit_the_schema(
    tiny_source: Source, file: str, name: str, old: str, new: str
) -> None:
    assert old in tiny_source[file]
    root = schema(name)
    assert not valid(parse(tiny_source[file].replace(old, new, 1), file).data, root, root)


def test_an_editor_can_complete_every_act() -> None:
    offered = schema("words")["definitions"]["Suggestion"]["properties"]["acts"]["items"]["enum"]
    assert offered == list(load_catalogue().acts)


def test_an_editor_can_explain_an_act() -> None:
    better = schema("words")["properties"]["better"]["properties"]
    assert better["calm_down"]["description"].startswith(
        catalogue_text("en").acts["calm_down"].name
    )
