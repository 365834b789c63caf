"""The instructor's command: what is listed, what can be read, and what never is."""

import json

import pytest

from bot.app import opened
from bot.practice import commands
from bot.settings import Settings
from bot.store.work import epoch_ms
from bot.texts import LANGS, text
from tests.assessed import PERSON, SAID, Desk
from tests.bot.store.places import ON_POSTGRESQL, ON_SQLITE, postgres_place, postgres_server
from tests.journeys.program import stepdown


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

    def assessments(self, *arguments):
        return stepdown(*self.console, "assessments", *arguments, env=self.env)

    def shown(self, *arguments):
        code, out, err = self.assessments(*arguments)
        assert code == 0, err
        return out

    def refused(self, *arguments):
        code, out, err = self.assessments(*arguments)
        assert code == 1 and out == "" and err.count("\n") == 1
        return err

    def listed(self, *arguments):
        return json.loads(self.shown(*arguments, "--json"))


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
    assert list(rows[0]) == [
        "token", "scenario", "lang", "day", "turns", "ending", "own_rating", "total", "read",
    ]  # fmt: skip
    assert (rows[0]["own_rating"], rows[0]["read"]) == (5, None)
    says = {
        "practise": "practice", "learn": "practice", "stopped": "stopped", "unrated": "rating",
        "running": "not ended",
    }  # fmt: skip
    for name, token in made.items():
        told = machine.refused(token)
        assert token in told and says[name] in told
        assert machine.refused(token, "--form", "json") == told
        assert machine.refused(token, "--output", str(machine.folder / "no.txt")) == told
    assert not (machine.folder / "no.txt").exists()
    assert "no encounter 'nope'" in machine.refused("nope")
    assert machine.listed("--unread") == rows, "a refusal marks nothing"


def test_reading_one_marks_it_and_the_trainee_sees_that(machine):
    token, other = machine.practise(lambda desk: (desk.join(), desk.play(), desk.play())[1:])
    machine.shown(token)
    assert [row["token"] for row in machine.listed("--unread")] == [other]
    table = machine.shown()
    assert "assessed: 2, not read yet: 1" in table and token in table
    told = machine.practise(lambda desk: desk.history())
    assert told.count(text("en", "assess.unread")) == 1
    assert text("en", "assess.read").partition("{")[0] in told
    machine.shown(other)
    assert "nothing" in machine.shown("--unread")


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_written_in_three_forms_in_its_own_language(machine, lang):
    token = machine.practise(lambda desk: (desk.join(lang), desk.play(lang))[1])
    plain = machine.shown(token)
    for key in ("file_short", "file_first", "file_judge"):
        assert text(lang, f"assess.{key}") in plain
    assert SAID[lang] in plain
    data = json.loads(machine.shown(token, "--json"))
    assert data == json.loads(machine.shown(token, "--form", "json"))
    assert data["assessment"]["token"] == token and data["mode"] == "assess"
    page = machine.folder / "page.html"
    assert machine.shown(token, "--form", "html", "--output", str(page)).strip() == str(page)
    assert f'<html lang="{lang}">' in page.read_text(encoding="utf-8")


def test_the_trainees_number_is_in_nothing_that_is_shown(machine):
    token = machine.practise(lambda desk: (desk.join(), desk.play())[1])
    row = machine.practise(lambda desk: desk.row(token))
    every = [machine.shown(), machine.shown("--json")]
    every += [machine.shown(token, "--form", form) for form in ("text", "html", "json")]
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
    assert machine.listed() == [] and "nothing was assessed yet" in machine.shown()
    assert "no encounter" in machine.refused(token)


def test_what_does_not_go_together_is_said_and_marks_nothing(machine):
    token = machine.practise(lambda desk: (desk.join(), desk.play())[1])
    nowhere = machine.folder / "no" / "where.txt"
    assert "cannot be written" in machine.refused(token, "--output", str(nowhere))
    assert "--unread" in machine.refused(token, "--unread")
    assert "token" in machine.refused("--form", "html")
    assert "token" in machine.refused("--output", str(machine.folder / "list.txt"))
    assert machine.listed()[0]["read"] is None
