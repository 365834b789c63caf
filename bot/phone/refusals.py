"""What Telegram says when it refuses a call: one table of its own words."""

from bot.phone.bell import Json

TEXTS: dict[str, tuple[int, str]] = {
    "unauthorized": (401, "Unauthorized"),
    "unknown_method": (404, "Not Found: method not found"),
    "not_found": (404, "Not Found"),
    "too_large": (413, "Request Entity Too Large"),
    "too_many": (429, "Too Many Requests: retry after {retry_after}"),
    "internal": (500, "Internal Server Error"),
    "other_poller": (
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    ),
    "webhook_active": (
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    ),
    "blocked": (403, "Forbidden: bot was blocked by the user"),
    "bad_json": (400, "Bad Request: can't parse {name} JSON object"),
    "bad_value": (400, "Bad Request: invalid {name} specified"),
    "missing": (400, "Bad Request: parameter {name} is required"),
    "no_chat_id": (400, "Bad Request: chat_id is empty"),
    "no_chat": (400, "Bad Request: chat not found"),
    "no_text": (400, "Bad Request: message text is empty"),
    "long_text": (400, "Bad Request: message is too long"),
    "long_caption": (400, "Bad Request: message caption is too long"),
    "parse_mode": (400, "Bad Request: unsupported parse_mode"),
    "entities": (400, "Bad Request: can't parse entities: {detail}"),
    "no_reply_target": (400, "Bad Request: message to be replied not found"),
    "button_data": (400, "Bad Request: BUTTON_DATA_INVALID"),
    "button_url": (400, "Bad Request: inline keyboard button URL '{url}' is invalid"),
    "button_text": (
        400,
        'Bad Request: can\'t parse inline keyboard button: field "text" must not be empty',
    ),
    "button_bare": (
        400,
        "Bad Request: can't parse inline keyboard button: "
        "Text buttons are unallowed in the inline keyboard",
    ),
    "long_markup": (400, "Bad Request: reply markup is too long"),
    "not_modified": (
        400,
        "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message",
    ),
    "no_edit_target": (400, "Bad Request: message to edit not found"),
    "not_editable": (400, "Bad Request: message can't be edited"),
    "no_text_to_edit": (400, "Bad Request: there is no text in the message to edit"),
    "no_caption_to_edit": (400, "Bad Request: there is no caption in the message to edit"),
    "no_delete_target": (400, "Bad Request: message to delete not found"),
    "not_deletable": (400, "Bad Request: message can't be deleted for everyone"),
    "no_pin_target": (400, "Bad Request: message to pin not found"),
    "no_reaction_target": (400, "Bad Request: message to react not found"),
    "bad_reaction": (400, "Bad Request: REACTION_INVALID"),
    "many_reactions": (400, "Bad Request: REACTIONS_TOO_MANY"),
    "old_query": (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ),
    "long_answer": (400, "Bad Request: MESSAGE_TOO_LONG"),
    "bad_action": (400, "Bad Request: wrong parameter action in request"),
    "no_file": (400, "Bad Request: there is no {name} in the request"),
    "empty_file": (400, "Bad Request: file must be non-empty"),
    "wrong_file": (400, "Bad Request: wrong file identifier/HTTP URL specified"),
    "bad_picture": (400, "Bad Request: IMAGE_PROCESS_FAILED"),
    "big_file": (400, "Bad Request: file is too big"),
    "bad_file_id": (400, "Bad Request: invalid file_id"),
    "bad_command": (400, "Bad Request: BOT_COMMAND_INVALID"),
    "bad_command_text": (400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"),
    "many_commands": (400, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
    "long_profile": (400, "Bad Request: {name} is too long"),
    "bad_webhook": (400, "Bad Request: bad webhook: {detail}"),
}


class Refusal(Exception):  # noqa: N818 - an answer, not a mistake
    """A call that Telegram would turn down; `key` names a row of `TEXTS`."""

    def __init__(self, key: str, **details: object) -> None:
        self.code, text = TEXTS[key]
        self.description = text.format(**details)
        self.retry_after = details.get("retry_after")
        super().__init__(self.description)

    def as_json(self) -> Json:
        """The answer's body, in Telegram's error shape."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body
