"""How the bot fetches updates: long polling or a webhook, never both."""

import re
from typing import Final
from urllib.parse import urlsplit

from bot.phone.bell import Json
from bot.phone.calls import Params
from bot.phone.refusals import Refusal
from bot.phone.world import Webhook, World

SECRET: Final = re.compile(r"[A-Za-z0-9_-]{0,256}")
MAX_BATCH: Final = 100


async def get_updates(world: World, params: Params) -> list[Json]:
    """getUpdates."""
    world.updates.allow(params.list_of("allowed_updates"))
    limit = params.whole("limit", MAX_BATCH)
    offset, seconds = params.whole("offset", 0), params.whole("timeout", 0)
    return await world.updates.poll(offset, min(max(limit, 1), MAX_BATCH), max(0, seconds))


def set_webhook(world: World, params: Params) -> bool:
    """setWebhook; an empty url takes it away. Plain http is fine here: it stays on this machine."""
    url, secret = params.text("url"), params.text("secret_token")
    if not SECRET.fullmatch(secret):
        raise Refusal("bad_webhook", detail="secret token contains unallowed characters")
    if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname):
        raise Refusal("bad_webhook", detail="an http or https URL must be provided")
    world.updates.allow(params.list_of("allowed_updates"))
    _drop(world, params)
    world.webhook = Webhook(url, secret, params.whole("max_connections", 40))
    world.updates.webhook_url = url
    world.updates.bell.ring()
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """deleteWebhook."""
    _drop(world, params)
    world.webhook = Webhook()
    world.updates.webhook_url = ""
    world.updates.bell.ring()
    return True


def webhook_info(world: World, params: Params) -> Json:
    """getWebhookInfo."""
    hook = world.webhook
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending()),
        "allowed_updates": world.updates.allowed or None,
        "max_connections": hook.max_connections if hook.url else None,
        "last_error_date": hook.error_at or None,
        "last_error_message": hook.error or None,
    }
    return {name: value for name, value in info.items() if value is not None}


def _drop(world: World, params: Params) -> None:
    if params.get("drop_pending_updates"):
        for waiting in world.updates.pending():
            world.updates.forget(waiting.update_id)
