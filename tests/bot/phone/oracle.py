"""A second opinion on the traffic: aiogram's generated models of the Bot API."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from aiogram import methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import Update
from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.phone import Call, World

MODELS: dict[str, type[TelegramMethod[Any]]] = {
    model.__api_method__: model
    for model in vars(methods).values()
    if isinstance(model, type) and issubclass(model, TelegramMethod) and model is not TelegramMethod
}


class Checked(NamedTuple):
    """How much was looked at."""

    calls: int
    results: int
    updates: int


def check_traffic(world: World) -> Checked:
    """Hold every recorded call, result and update against aiogram's models.

    Raises:
        AssertionError: a field is missing, of the wrong type, or unknown to the Bot API.
    """
    answered = [call for call in world.calls if call.ok]
    updates = [u for u in world.updates.made if u["update_id"] not in world.updates.foreign]
    for call in world.calls:
        _conforms(MODELS[call.method], call.params, call.method)
    for call in answered:
        _check_result(call, world.updates.foreign)
    for update in updates:
        _conforms(Update, update, "update")
    return Checked(len(world.calls), len(answered), len(updates))


def _check_result(call: Call, foreign: set[int]) -> None:
    result = call.response["result"]
    if call.method == "getUpdates":
        result = [update for update in result if update["update_id"] not in foreign]
    _conforms(MODELS[call.method].__returning__, result, f"{call.method}'s result")


def _conforms(model: Any, value: object, what: str) -> None:
    try:
        parsed = TypeAdapter(model).validate_python(value)
    except ValidationError as error:
        raise AssertionError(f"{what} does not conform: {error}\n{value}") from error
    unknown = list(_unknown(parsed))
    assert not unknown, f"{what} has fields the Bot API does not know: {unknown}\n{value}"


def _unknown(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from value.model_extra or ()
        yield from _unknown_among(getattr(value, name) for name in type(value).model_fields)
    elif isinstance(value, list):
        yield from _unknown_among(value)


def _unknown_among(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        yield from _unknown(value)
