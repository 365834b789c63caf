"""The server: this machine only, no strangers, plain errors, and a clean stop."""

import asyncio
import http.client
import json
import statistics
import time
import urllib.parse
from urllib.parse import urlsplit

import pytest
import telegram

from bot.phone import TOKEN, Person, World, serve
from bot.phone.files import plain_picture
from tests.bot.phone.watching import watch


async def ask(
    url: str,
    path: str,
    method: str = "GET",
    body: bytes | None = None,
    **headers: str,
) -> tuple[int, dict[str, str], bytes]:
    """One request as any program could make it."""

    def request() -> tuple[int, dict[str, str], bytes]:
        line = http.client.HTTPConnection("127.0.0.1", urlsplit(url).port or 0, timeout=5)
        try:
            given = {name.replace("_", "-"): value for name, value in headers.items()}
            line.request(method, path, body, given)
            answer = line.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, named, answer.read()
        finally:
            line.close()

    return await asyncio.to_thread(request)


async def test_a_page_of_another_name_cannot_reach_the_phone(url: str) -> None:
    for path in ("/", "/api/people", f"/bot{TOKEN}/getMe"):
        status, _, _ = await ask(url, path, Host="evil.example:80")
        assert status == 403
    for name in ("127.0.0.1:1", "localhost", "[::1]:9"):
        assert (await ask(url, "/", Host=name))[0] == 200


async def test_another_page_of_this_machine_cannot_act(url: str, trainee: Person) -> None:
    json_body = {"Content_Type": "application/json"}
    path = "/api/people/1001/say"
    for origin in ("http://evil.example", "http://127.0.0.1:1", "null"):
        status, _, _ = await ask(url, path, "POST", b'{"text":"x"}', Origin=origin, **json_body)
        assert status == 403
    status, _, _ = await ask(url, "/api/people/1001", Sec_Fetch_Site="cross-site")
    assert status == 403
    status, _, body = await ask(url, path, "POST", b'{"text":"x"}', Content_Type="text/plain")
    assert (status, b"application/json" in body) == (409, True)
    assert trainee.screen() == []
    assert (await ask(url, path, "POST", b'{"text":"x"}', Origin=url, **json_body))[0] == 200


async def test_every_answer_forbids_what_the_page_does_not_need(url: str) -> None:
    for path in ("/", "/page/phone.js", "/api/people", "/nowhere"):
        _, headers, _ = await ask(url, path)
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


async def test_the_page_names_no_other_machine(url: str) -> None:
    _, _, page = await ask(url, "/")
    assert b"http" not in page.replace(b'charset="utf-8"', b"")
    assert b"<script>" not in page
    assert b"style=" not in page


async def test_what_is_not_there_is_telegrams_404(url: str) -> None:
    expected = {"ok": False, "error_code": 404, "description": "Not Found"}
    for path in ("/nowhere", f"/file/bot{TOKEN}/photo/none.png", "/api/people/5"):
        status, _, body = await ask(url, path)
        assert (status, json.loads(body)) == (404, expected)


async def test_a_call_may_come_as_query_form_or_json(url: str, trainee: Person) -> None:
    trainee.start()
    path = f"/bot{TOKEN}/sendmessage"
    fields = {"chat_id": "1001", "text": "form", "reply_markup": '{"inline_keyboard":[]}'}
    form = urllib.parse.urlencode(fields).encode()
    content = {"Content_Type": "application/x-www-form-urlencoded"}
    await ask(url, f"{path}?chat_id=1001&text=query")
    await ask(url, path, "POST", form, **content)
    await ask(url, path, "POST", b'{"chat_id":1001,"text":"json"}', Content_Type="application/json")
    assert [line.text for line in trainee.screen() if line.by_bot] == ["query", "form", "json"]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"[1]", "can't parse request JSON object"),
        (b"{", "can't parse request JSON object"),
        (b'{"chat_id":1001}', "message text is empty"),
        (b'{"text":"x"}', "chat_id is empty"),
        (b'{"chat_id":1001,"text":"x","reply_markup":"{"}', "can't parse reply markup"),
        (b'{"chat_id":1001,"text":"x","reply_markup":{"inline_keyboard":3}}', "reply markup"),
        (b'{"chat_id":[],"text":"x"}', "chat not found"),
        (b'{"chat_id":1001,"text":"x","parse_mode":"Markdown"}', "unsupported parse_mode"),
        (b'{"chat_id":1001,"text":"x","entities":5}', "can't parse entities"),
        (b'{"chat_id":1001,"text":"x","entities":[{"type":"bold"}]}', "can't parse message entity"),
    ],
)
async def test_a_malformed_call_is_a_refusal_and_never_a_crash(
    url: str, trainee: Person, body: bytes, complaint: str
) -> None:
    trainee.start()
    path = f"/bot{TOKEN}/sendMessage"
    status, _, answer = await ask(url, path, "POST", body, Content_Type="application/json")
    assert status == 400
    assert complaint in json.loads(answer)["description"]


async def test_a_busy_port_is_a_plain_error(world: World) -> None:
    async with serve(world) as port:
        with pytest.raises(OSError, match=f"port {port} is taken .* choose another, or 0"):
            async with serve(World(), port=port):
                pass


async def test_the_phone_does_not_leave_this_machine(world: World) -> None:
    with pytest.raises(ValueError, match="stays on this machine"):
        async with serve(world, host="0.0.0.0"):
            pass


async def test_an_answer_does_not_wait_for_the_network(bot: telegram.Bot, trainee: Person) -> None:
    trainee.start()
    took = []
    for n in range(31):
        began = time.monotonic()
        await bot.send_message(1001, str(n))
        took.append(time.monotonic() - began)
    assert statistics.median(took) < 0.03


async def test_stopping_ends_open_polls_and_streams_quickly(world: World) -> None:
    async with serve(world) as port:
        url = f"http://127.0.0.1:{port}"
        bot = telegram.Bot(TOKEN, base_url=f"{url}/bot")
        await bot.initialize()
        poll = asyncio.create_task(bot.get_updates(timeout=30))
        (first,) = await watch(url, 1)
        stream = asyncio.create_task(watch(url, 1, first.cursor))
        await asyncio.sleep(0.1)
        stopped = time.monotonic()
    assert time.monotonic() - stopped < 1
    assert await poll == ()
    with pytest.raises(asyncio.IncompleteReadError):
        await stream
    await bot.shutdown()


async def test_a_picture_is_shown_but_a_document_is_only_downloaded(
    url: str, trainee: Person, world: World
) -> None:
    photo = trainee.send_photo(plain_picture())["photo"][0]["file_id"]
    page = trainee.send_document(b"<script>", "x.html", "text/html")["document"]["file_id"]
    _, headers, body = await ask(url, f"/api/files/{photo}")
    assert (headers["content-type"], body) == ("image/png", plain_picture())
    _, headers, _ = await ask(url, f"/api/files/{page}")
    assert headers["content-type"] == "application/octet-stream"
