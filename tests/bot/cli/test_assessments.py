"""The instructor's command: what is listed, what can be read, and what never is."""

import json
import stat
from errno import ENOSPC
from importlib import import_module

import pytest

from bot.app import opened
from bot.practice import commands
from bot.settings import Settings
from bot.store.work import epoch_ms
from bot.texts import LANGS, text
from tests.assessed import PERSON, SAID, Desk
from tests.bot.store.places import ON_POSTGRESQL, ON_SQLITE, postgres_place, postgres_server
from tests.journeys.program import stepdown

MODULE = import_module("bot.cli.assessments")
NASTY = "I'm so \x1b[2J\x9b31m\x07sorry for \ud83d that, sir. What happened?"
"""It clears a screen, colours it, rings, and has half an emoji in it."""
CONTROL = "".join(map(chr, (*range(9), *range(11, 32), *range(127, 160))))


@pytest.fixture(scope="module")
def server():
    with postgres_server() as started:
        yield started


@pytest.fixture(params=[*ON_SQLITE, *ON_POSTGRESQL])
def machine(request, tmp_path, capfd, monkeypatch):
    """The machine that runs the bot, on each kind of database."""
    url = None
    if request.param == "postgresql":
        url = postgres_place(request.getfixturevalue("server")).url
    return Machine(tmp_path, url, capfd, monkeypatch)


class Machine:
    def __init__(self, folder, url, capfd, monkeypatch):
        self.folder, self.console = folder, (capfd, monkeypatch)
        self.env = {"STEPDOWN_DATA": folder} | ({"STEPDOWN_DATABASE": url} if url else {})
        self.settings = Settings(STEPDOWN_DATA=folder, STEPDOWN_DATABASE=url)

    def practise(self, work):
        with opened(self.settings) as store:
            return work(Desk(store, epoch_ms))

    def run(self, *arguments):
        return stepdown(*self.console, *arguments, env=self.env)

    def assessments(self, *arguments):
        return self.run("assessments", *arguments)

    def shown(self, *arguments):
        code, out, err = self.assessments(*arguments)
        assert code == 0, err
        return out

    def refused(self, *arguments):
        code, out, err = self.assessments(*arguments)
        assert code == 1 and out == "" and err.count("\n") == 1
        return err

    def listed(self, *arguments):
        return json.loads(self.shown("list", *arguments, "--json"))


def one_of_each(desk):
    """The tokens: assessed twice, practised, learnt, stopped, not rated, under way."""
    desk.join()
    made = {"first": desk.play(rating=5), "second": desk.play()}
    made |= {mode: desk.play(mode=mode) for mode in ("practise", "learn")}
    made["stopped"] = desk.begin().token
    desk.do(commands.Stop())
    made["unrated"] = desk.play(rating=0)
    made["running"] = desk.begin().token
    return made


def test_what_is_listed_can_be_read_and_nothing_else_can(machine):
    made = machine.practise(one_of_each)
    readable = [made.pop("first"), made.pop("second")]
    rows = machine.listed()
    assert [row["token"] for row in rows] == readable
    assert list(rows[0]) == ["token", "scenario", "lang", "day", "turns", "read"]
    assert rows[0]["read"] is None
    says = {
        "practise": "practice", "learn": "practice", "stopped": "stopped", "unrated": "rating",
        "running": "not ended",
    }  # fmt: skip
    for name, token in made.items():
        told = machine.refused("read", token)
        assert token in told and says[name] in told
        assert machine.refused("read", token, "--form", "json") == told
        kept = machine.folder / "kept.txt"
        kept.write_text("of an earlier one")
        assert machine.refused("read", token, "--output", str(kept)) == told
        assert kept.read_text() == "of an earlier one"
    assert not list(machine.folder.glob(".stepdown-*")), "nothing half written is left"
    assert "no encounter 'nope'" in machine.refused("read", "nope")
    assert machine.listed("--unread") == rows, "a refusal marks nothing"


def test_reading_one_marks_it_and_the_trainee_sees_that(machine):
    token, other = machine.practise(lambda desk: (desk.join(), desk.play(), desk.play())[1:])
    machine.shown("read", token)
    assert [row["token"] for row in machine.listed("--unread")] == [other]
    table = machine.shown("list")
    assert "assessed: 2, not read yet: 1" in table and token in table
    told = machine.practise(lambda desk: desk.history())
    assert told.count(text("en", "assess.unread")) == 1
    assert text("en", "assess.read").partition("{")[0] in told
    machine.shown("read", other)
    assert "nothing" in machine.shown("list", "--unread")


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_written_in_three_forms_in_its_own_language(machine, lang):
    token = machine.practise(lambda desk: (desk.join(lang), desk.play(lang))[1])
    plain = machine.shown("read", token)
    for key in ("file_short", "file_first", "file_judge"):
        assert text(lang, f"assess.{key}") in plain
    assert SAID[lang] in plain
    data = json.loads(machine.shown("read", token, "--form", "json"))
    assert data["assessment"]["token"] == token and data["mode"] == "assess"
    page = machine.folder / "page.html"
    told = machine.shown("read", token, "--form", "html", "--output", str(page))
    assert told.strip() == str(page)
    assert f'<html lang="{lang}">' in page.read_text(encoding="utf-8")


def test_the_trainees_number_is_in_nothing_that_is_shown(machine):
    token = machine.practise(lambda desk: (desk.join(), desk.play())[1])
    row = machine.practise(lambda desk: desk.row(token))
    every = [machine.shown("list"), machine.shown("list", "--json")]
    every += [machine.shown("read", token, "--form", form) for form in ("text", "html", "json")]
    for shown in every:
        assert token in shown
        assert str(PERSON) not in shown and str(row.person_id) not in shown


def test_deleting_everything_empties_the_list(machine):
    def leave(desk):
        desk.join()
        token = desk.play()
        desk.do(commands.ConfirmDelete())
        return token

    token = machine.practise(leave)
    assert machine.listed() == [] and "nothing was assessed yet" in machine.shown("list")
    assert "no encounter" in machine.refused("read", token)


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_what_was_typed_can_always_be_read_and_no_terminal_obeys_it(machine, form):
    token = machine.practise(lambda desk: (desk.join(), desk.play(more=(NASTY,)))[1])
    shown = machine.shown("read", token, "--form", form)
    assert "sorry for" in shown and "\\ud83d" in shown
    assert not set(shown) & set(CONTROL)
    if form == "json":
        assert json.loads(shown)["turns"][1]["said"] == NASTY
    assert machine.listed()[0]["read"]


def test_a_file_is_for_its_owner_alone_and_takes_the_place_of_another(machine):
    token = machine.practise(lambda desk: (desk.join(), desk.play())[1])
    path = machine.folder / "one.txt"
    path.write_text("of an earlier one")
    path.chmod(0o644)
    machine.shown("read", token, "--output", str(path))
    assert path.read_text(encoding="utf-8") == machine.shown("read", token)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not list(machine.folder.glob(".stepdown-*"))


def test_what_cannot_be_written_is_said_and_marks_nothing(machine, monkeypatch):
    token = machine.practise(lambda desk: (desk.join(), desk.play())[1])
    (machine.folder / "a_file").touch()
    for nowhere in ("no/where.txt", "a_file/where.txt", "."):
        path = str(machine.folder / nowhere)
        assert "cannot be written" in machine.refused("read", token, "--output", path)

    def full(file, content):
        raise OSError(ENOSPC, "No space left on device")

    path = machine.folder / "full.txt"
    monkeypatch.setattr(MODULE, "_put", full)
    assert "No space left" in machine.refused("read", token, "--output", str(path))
    assert not path.exists() and not list(machine.folder.glob(".stepdown-*"))
    assert machine.listed()[0]["read"] is None


def test_what_fails_on_the_way_marks_nothing(machine, monkeypatch):
    token = machine.practise(lambda desk: (desk.join(), desk.play())[1])
    with monkeypatch.context() as broken:
        broken.setattr(MODULE, "written", lambda one, form: one.no_such_thing)
        with pytest.raises(AttributeError):
            machine.assessments("read", token)
    assert machine.listed()[0]["read"] is None


def test_the_score_of_an_encounter_names_turns_and_quotes_them_only_when_asked(machine):
    token = machine.practise(lambda desk: (desk.join(), desk.play(more=(NASTY,)))[1])
    code, bare, _ = machine.run("score", token, "--json")
    assert code == 0
    evidence = [one for item in json.loads(bare)["items"] for one in item["evidence"]]
    assert evidence and all(set(one) == {"turn"} for one in evidence)
    assert "sorry" not in bare + machine.run("score", token)[1]
    quoted = json.loads(machine.run("score", token, "--json", "--words")[1])
    told = {one["turn"]: one["text"] for item in quoted["items"] for one in item["evidence"]}
    assert SAID["en"] in told[1] and {one["turn"] for one in evidence} == set(told)
    code, shown, err = machine.run("score", token, "--words")
    assert code == 0, err
    assert SAID["en"] in shown and not set(shown) & set(CONTROL)
    assert machine.listed()[0]["read"] is None
