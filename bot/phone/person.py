"""A person holding the phone: everything they can do with it."""

from bot.phone.bell import Json
from bot.phone.files import Upload, picture_size, plain_picture
from bot.phone.formatting import utf16_length
from bot.phone.onlooker import Onlooker
from bot.phone.screen import find_button, lines_of
from bot.phone.sending import MAX_TEXT, voice_facts
from bot.phone.world import plain


class Person(Onlooker):
    """One person of a `World`; call it from the world's event loop.

    Args:
        world: the phone server's state.
        user_id: who holds the phone; 1001 is the trainee, 1002 the instructor.
    """

    # What a person does.

    def start(self, payload: str = "") -> Json:
        """Press Start, perhaps through a deep link; also ends a block."""
        if self.chat.blocked:
            self.unblock()
        return self.say(f"/start {payload}".rstrip())

    def say(self, text: str) -> Json:
        """Type and send.

        Raises:
            ValueError: nothing to send, or longer than one message (4096 UTF-16 units).
        """
        body = plain(text)
        if not body["text"] or utf16_length(body["text"]) > MAX_TEXT:
            raise ValueError("a message has 1 to 4096 characters")
        return self._send(body)

    def send_photo(self, content: bytes = b"", caption: str = "") -> Json:
        """Send a PNG or JPEG; any picture when none is given."""
        upload = Upload("photo.png", "image/png", content or plain_picture())
        width, height = picture_size(upload.content)
        stored = self.world.files.put("photo", upload)
        sizes = [stored.facts() | {"width": width, "height": height}]
        return self._send({"photo": sizes} | ({"caption": caption} if caption else {}))

    def send_voice(self, content: bytes, seconds: int = 1) -> Json:
        """Send a voice note (OGG with Opus on a real phone)."""
        stored = self.world.files.put("voice", Upload("voice.ogg", "audio/ogg", content))
        return self._send({"voice": voice_facts(stored, seconds)})

    def send_document(self, content: bytes, name: str, mime: str = "text/plain") -> Json:
        """Send a file."""
        stored = self.world.files.put("document", Upload(name, mime, content))
        return self._send({"document": stored.facts() | {"file_name": name, "mime_type": mime}})

    def send_sticker(self, emoji: str = "🙂") -> Json:
        """Send a sticker."""
        picture = Upload("sticker.png", "image/png", plain_picture(16, 16))
        shape = {"type": "regular", "width": 512, "height": 512, "emoji": emoji}
        kind = {"is_animated": False, "is_video": False}
        facts = self.world.files.put("sticker", picture).facts()
        return self._send({"sticker": facts | shape | kind})

    def send_location(self, latitude: float = 45.4215, longitude: float = -75.6972) -> Json:
        """Send a place."""
        return self._send({"location": {"latitude": latitude, "longitude": longitude}})

    def forward(self, text: str, author: str = "Somebody") -> Json:
        """Forward somebody else's message."""
        origin = {"type": "hidden_user", "sender_user_name": author, "date": self.world.now()}
        return self._send(plain(text) | {"forward_origin": origin})

    def edit(self, message_id: int, text: str) -> Json:
        """Edit one of the person's own messages."""
        old = self._on_screen(message_id)
        assert not old["from"]["is_bot"], f"message {message_id} is the bot's"
        kept = {k: v for k, v in old.items() if k not in ("text", "entities")}
        message = kept | plain(text) | {"edit_date": self.world.now()}
        self._acts()
        self.chat.replace(message, by_bot=False)
        self._tell("edited_message", message)
        return message

    def tap(self, label: str) -> str:
        """Press the button with this label on the newest message showing it.

        Returns:
            The callback query's id.

        Raises:
            AssertionError: no such button; the error lists the visible ones.
        """
        line, row, column = find_button(self.screen(), label)
        return self.press(line.message_id, row, column)

    def tap_old(self, message_id: int, label: str) -> str:
        """Press a button of this very message, however old."""
        lines = lines_of([self._on_screen(message_id)], {})
        _, row, column = find_button(lines, label)
        return self.press(message_id, row, column)

    def double_tap(self, label: str) -> tuple[str, str]:
        """Press a button twice before any answer: two queries with the same data."""
        line, row, column = find_button(self.screen(), label)
        return self.press(line.message_id, row, column), self.press(line.message_id, row, column)

    def press(self, message_id: int, row: int, column: int) -> str:
        """Press the button in this row and column, both counted from 0."""
        message = self._on_screen(message_id)
        button = message["reply_markup"]["inline_keyboard"][row][column]
        assert "callback_data" in button, f"{button['text']!r} does not report to the bot"
        return self._query(message, button["callback_data"])

    def tap_data(self, data: str, message_id: int | None = None) -> str:
        """Report any data as if a button had it: forged, foreign or from a deleted message."""
        gone = {"message_id": message_id or 1, "date": 0, "chat": self.chat.as_json()}
        newest = next(reversed(self.chat.messages), 0)
        return self._query(self.chat.messages.get(message_id or newest, gone), data)

    def block(self) -> None:
        """Stop the bot."""
        self._membership(blocked=True)

    def unblock(self) -> None:
        """Let the bot write again."""
        self._membership(blocked=False)

    def speak(self, language: str) -> None:
        """Set the language the phone reports with every message, such as `fr`."""
        self.chat.person = self.chat.person | {"language_code": language}

    # What goes wrong on the way.

    def repeat_last(self) -> Json:
        """Deliver the newest update a second time under the same id."""
        assert self.world.updates.made, "nothing has been sent to the bot yet"
        return self.world.updates.repeat(self.world.updates.made[-1])

    def resend_tap(self) -> Json | None:
        """Deliver the newest button press again under a new update id, as a phone may."""
        taps = [u for u in self.world.updates.made if "callback_query" in u]
        mine = [u["callback_query"] for u in taps if u["callback_query"]["from"]["id"] == self.id]
        assert mine, "no button has been pressed yet"
        return self._tell("callback_query", mine[-1])

    def inject(self, update: Json) -> Json:
        """Deliver any JSON object as an update, malformed or not."""
        return self.world.updates.inject(update)

    def _on_screen(self, message_id: int) -> Json:
        message = self.chat.messages.get(message_id)
        assert message is not None, f"message {message_id} is not on the screen"
        return message

    def _acts(self) -> None:
        assert not self.chat.blocked, "the bot is blocked on this phone: unblock it first"
        self.chat.started = True
        self.chat.last_act = self.chat.count

    def _send(self, body: Json) -> Json:
        self._acts()
        message = self.world.message(self.chat, self.chat.person, body)
        self.chat.show(message, by_bot=False)
        self._tell("message", message)
        return message

    def _query(self, message: Json, data: str) -> str:
        self._acts()
        query_id = self.world.ask(self.chat)
        query = {
            "id": query_id,
            "from": self.chat.person,
            "message": message,
            "chat_instance": str(10**15 + self.id),
            "data": data,
        }
        self._tell("callback_query", query)
        return query_id

    def _membership(self, *, blocked: bool) -> None:
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        self.chat.blocked, self.chat.started = blocked, True
        self.chat.log("blocked", {"blocked": blocked}, by_bot=False)
        body = {
            "chat": self.chat.as_json(),
            "from": self.chat.person,
            "date": self.world.now(),
            "old_chat_member": self._standing(old),
            "new_chat_member": self._standing(new),
        }
        self._tell("my_chat_member", body)

    def _standing(self, status: str) -> Json:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"status": status, "user": self.world.me(), **until}

    def _tell(self, kind: str, body: Json) -> Json | None:
        lane = "taps" if kind == "callback_query" else "chat"
        return self.world.updates.add(kind, body, f"{lane}:{self.id}")
