"""Whatever a bot sends, the phone answers: never with a crash, always in Telegram's shape."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.phone import Person, World
from bot.phone.calls import FLAGS, NUMBERS, OBJECTS, Params, decoded
from bot.phone.files import Upload
from bot.phone.methods import METHODS, perform
from bot.phone.refusals import Refusal

NAMES = (
    *("text", "caption", "parse_mode", "photo", "voice", "document", "callback_query_id", "action"),
    *("file_id", "name", "description", "short_description", "url", "secret_token"),
    *sorted(NUMBERS | FLAGS | OBJECTS),
)
KEYS = (
    *("type", "emoji", "message_id", "inline_keyboard", "text", "callback_data", "url", "media"),
    *("offset", "length", "chat_id", "command", "description"),
)
SCALARS = st.none() | st.booleans() | st.integers(-2, 2000) | st.text(max_size=5)
JSON = st.recursive(
    SCALARS | st.just("chat") | st.just("photo") | st.just("attach://part"),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(params=st.dictionaries(st.sampled_from(NAMES), JSON, max_size=8))
async def test_any_call_is_answered_or_refused(params: Mapping[str, object]) -> None:
    world = World(seed=1)
    person = Person(world)
    person.start()
    for method in METHODS:
        known = {"chat_id": 1001, "message_id": 1001, "text": "x"} | dict(params)
        body = await perform(world, method, Params(known, {"part": Upload("x", "y", b"z")}))
        assert body["ok"] or (body["error_code"] >= 400 and body["description"])


@given(name=st.sampled_from(NAMES), value=st.text(max_size=30))
def test_any_text_is_decoded_or_refused(name: str, value: str) -> None:
    try:
        decoded(name, value)
    except Refusal as refusal:
        assert refusal.description.startswith("Bad Request: can't parse")  # noqa: PT017
