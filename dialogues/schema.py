"""Writes the JSON Schemas that let an editor complete and check a scenario while it is written.

Run `python -m dialogues.schema` after a change to the models or the catalogue.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from dialogues.catalogue import FEELINGS, catalogue_text, load_catalogue
from dialogues.scenario import Scenario, Words
from state_machines.acts import Polarity

SCHEMAS = Path(__file__).parent / "schema"
_MODELS: Mapping[str, type[BaseModel]] = {"scenario": Scenario, "words": Words}
_Json = dict[str, Any]


def schemas() -> dict[str, str]:
    """The text of each schema file by name: draft-07 features only, as editors want."""
    return {f"{name}.schema.json": _text(model) for name, model in _MODELS.items()}


def write_schemas(folder: Path = SCHEMAS) -> None:
    """Write every schema file into `folder`."""
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


def _text(model: type[BaseModel]) -> str:
    schema = model.model_json_schema(ref_template="#/definitions/{model}")
    schema["definitions"] = schema.pop("$defs")
    known = _known()
    for name, part in (*schema["definitions"].items(), (model.__name__, schema)):
        for field, fill in _FILL.get(name, {}).items():
            _fill(part["properties"][field], fill, known)
    plain: _Json = {"$schema": "http://json-schema.org/draft-07/schema#", **_draft_07(schema)}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _known() -> dict[str, dict[str, str]]:
    """Every name an author can choose from, with what an editor shows beside it."""
    catalogue, words = load_catalogue(), catalogue_text("en")
    acts = {name: f"{text.name}. {text.definition}" for name, text in words.acts.items()}
    deeds = {name: f"{text.name}. {text.definition}" for name, text in words.deeds.items()}
    families = {act.family: "A family of acts." for act in catalogue.acts.values()}
    harmful = {n: acts[n] for n, act in catalogue.acts.items() if act.polarity is Polarity.HARMFUL}
    return {
        "act": acts,
        "deed": deeds,
        "act or deed": acts | deeds,
        "act or family": acts | families,
        "reply": {"any": "Whatever was said."} | families | acts,
        "harmful act": harmful,
        "persona": {name: f"{text.name}. {text.note}" for name, text in words.personas.items()},
        "feeling": dict.fromkeys(FEELINGS, "A feeling a label can name."),
    }


_FILL: Mapping[str, Mapping[str, str]] = {
    "Scenario": {
        "practise": "items act or deed",
        "needs": "values items act",
        "feels": "keys feeling",
        "deeds": "keys deed",
        "duty": "value act",
    },
    "SubjectPart": {"persona": "value persona", "sensitivity": "keys act or family"},
    "Words": {
        "replies": "values keys reply",
        "felt": "keys act or deed",
        "better": "keys harmful act",
        "deeds": "keys deed",
        "reminders": "keys act",
    },
    "Suggestion": {"acts": "items act"},
}
"""Where names of the catalogue stand: how to get there, then which names."""


def _fill(field: _Json, fill: str, known: Mapping[str, Mapping[str, str]]) -> None:
    """Put the names that `fill` speaks of into a field, as its values or as its keys."""
    step, _, names = fill.partition(" ")
    if step == "items":
        _fill(field["items"], f"value {names}", known)
    elif step == "values":
        _fill(_inner(field), names, known)
    elif step == "keys":
        _spell_out(field, known[names])
    else:
        field.pop("pattern", None)
        field["enum"] = list(known[names])


def _inner(field: _Json) -> _Json:
    """The schema of what the keys of a field hold."""
    patterns = field.get("patternProperties", {})
    inner: _Json = next(iter(patterns.values())) if patterns else field["additionalProperties"]
    return inner


def _spell_out(field: _Json, names: Mapping[str, str]) -> None:
    """Name every key that may stand here, as editors complete only named ones."""
    inner = _inner(field)
    field["properties"] = {
        name: {"description": text} if text else {} for name, text in names.items()
    }
    field["propertyNames"] = {"enum": list(names)}
    field["patternProperties"] = {"^": inner}
    field.pop("additionalProperties", None)


def _draft_07(part: Any) -> Any:
    """The same without titles and without anything beside a reference, which draft-07 ignores."""
    if isinstance(part, list):
        return [_draft_07(item) for item in part]
    if not isinstance(part, dict):
        return part
    plain = {key: _draft_07(value) for key, value in part.items() if not _is_title(key, value)}
    names = plain.get("propertyNames", {}).get("enum", ())
    if names and "properties" not in plain:
        _spell_out(plain, dict.fromkeys(names, ""))
    elif "patternProperties" in plain and "propertyNames" not in plain:
        plain["additionalProperties"] = False
    if "$ref" in plain and len(plain) > 1:
        plain["allOf"] = [{"$ref": plain.pop("$ref")}]
    return plain


def _is_title(key: str, value: Any) -> bool:
    return key == "title" and isinstance(value, str)


if __name__ == "__main__":
    write_schemas()
