"""Being assessed is agreed to each time, gets no help, and only then can an instructor read it."""

import json
from contextlib import closing
from dataclasses import asdict, replace

import pytest
from sqlalchemy import event, update

from bot.chat.buttons import pack, unpack
from bot.feedback.assessment import Assessment, written
from bot.feedback.figures import day_in_words
from bot.practice import cards, commands
from bot.practice.agreement import ASSESS, VERSION
from bot.practice.history import day_at
from bot.store import encounters
from bot.store.tables import scenario
from bot.store.work import Store
from bot.texts import LANGS, text
from dialogues.library import Library
from state_machines.calibration import USUAL
from tests.assessed import LIBRARY, OTHER, PERSON, SAID, Desk, panel_of
from tests.bot.store.places import (
    KEY,
    ON_POSTGRESQL,
    ON_SQLITE,
    Clock,
    postgres_place,
    postgres_server,
    sqlite_place,
)
from tests.journeys.stage import SINGH

DAY_MS = 86_400_000
DESPERATE = "honestly I just want to die"


@pytest.fixture(scope="module")
def server():
    with postgres_server() as started:
        yield started


@pytest.fixture
def desk(tmp_path):
    """People who practise, and somebody who reads."""
    yield from opened(sqlite_place(tmp_path))


@pytest.fixture(params=[*ON_SQLITE, *ON_POSTGRESQL])
def either(request, tmp_path):
    """The same, on each kind of database."""
    if request.param == "sqlite":
        yield from opened(sqlite_place(tmp_path))
    else:
        yield from opened(postgres_place(request.getfixturevalue("server")))


def opened(place):
    clock = Clock()
    with closing(Store.open(place.url, KEY, clock=clock)) as store:
        yield Desk(store, clock)


# Agreeing


@pytest.mark.parametrize("role", ["", "nurse"])
@pytest.mark.parametrize("agreed", [0, VERSION - 1, VERSION + 1])
def test_without_the_agreement_as_it_stands_nothing_begins(desk, role, agreed):
    desk.join()
    shown = desk.do(commands.Begin(SINGH, ASSESS, role, agreed))
    title = LIBRARY.load(SINGH).words["en"].title
    assert shown == [cards.Agreement(SINGH, title, VERSION, ("nurse", "security"))]
    assert desk.running() is None


def test_where_several_roles_can_be_played_one_is_chosen_with_the_agreement(desk):
    desk.join()
    (shown,) = desk.do(commands.Begin(SINGH, ASSESS, "", VERSION))
    assert isinstance(shown, cards.Agreement) and desk.running() is None
    panel_of(desk.do(commands.Begin("night_ward", ASSESS, "", VERSION)))


def test_agreeing_to_be_assessed_agrees_to_nothing_else(desk):
    desk.join()
    shown = desk.do(commands.Begin(SINGH, "practise", "nurse", VERSION))
    assert not panel_of(shown).assessed
    assert desk.running().state["assessed"] is None


def test_before_the_notice_is_agreed_to_no_assessed_encounter_begins(desk):
    assert desk.do(commands.Begin(SINGH, ASSESS, "nurse", VERSION)) == [cards.Notice()]


def test_the_agreement_is_kept_with_the_encounter_through_every_turn(either):
    either.join()
    at = either.clock.now
    token = either.begin().token
    either.clock.now += DAY_MS
    either.do(commands.Say(SAID["en"]))
    kept = either.row(token).state["assessed"]
    assert (kept["agreed"], kept["agreed_at"], kept["first_read_at"]) == (VERSION, at, None)


def test_the_second_encounter_is_agreed_to_anew(desk):
    desk.join()
    desk.play()
    (shown,) = desk.do(commands.Begin(SINGH, ASSESS, "nurse"))
    assert isinstance(shown, cards.Agreement)


# No help


def test_nothing_helps_while_it_lasts_and_stock_is_taken_as_ever(desk):
    desk.join()
    panel = desk.begin()
    assert panel.assessed and panel.lines == ()
    for choice in ("line.1", "family.", "family.feel", "meant.validate"):
        shown = desk.do(commands.PanelChoice(panel.token, panel.turn, choice))
        assert shown == [cards.Toast("practice.answered_toast")]
    asked = []
    while desk.running():
        panel = panel_of(desk.do(commands.Say(SAID["en"])))
        asked.append(panel.asking)
        assert panel.coach == "" and panel.lines == ()
        if len(asked) == 6:
            break
    assert "level" in asked


def test_its_level_is_the_usual_one_and_it_moves_no_level(desk):
    desk.join()
    desk.do(commands.SetLevel("harder"))
    shown = desk.do(commands.Begin(SINGH, ASSESS, "nurse", VERSION))
    assert not any(isinstance(card, cards.Plain) for card in shown)
    assert desk.running().state["scene"]["level"] == USUAL
    desk.do(commands.Stop())
    desk.do(commands.SetLevel("auto"))
    for mode, level in ((ASSESS, USUAL), (ASSESS, USUAL), ("practise", USUAL)):
        desk.play(mode=mode)
        desk.begin("practise")
        assert desk.running().state["scene"]["level"] == level
        desk.do(commands.Stop())
    desk.play(mode="practise")
    desk.play(mode=ASSESS)
    desk.begin("practise")
    assert desk.running().state["scene"]["level"] == "easier", "two bad ends in practice, not one"


def test_every_run_has_a_seed_of_its_own(desk):
    desk.join()
    assert desk.row(desk.play()).seed != desk.row(desk.play()).seed


# Afterwards


@pytest.mark.parametrize("lang", LANGS)
def test_the_debrief_gives_the_token_to_hand_over(desk, lang):
    desk.join(lang)
    token = desk.play(lang, rating=0)
    (debrief,) = (c for c in desk.do(commands.Rate(token, 2)) if isinstance(c, cards.DebriefCard))
    last = debrief.sections[-1]
    assert last.heading == text(lang, "assess.token_title")
    assert last.lines[0] == text(lang, "assess.token", token=token)
    practised = desk.play(lang, mode="practise", rating=0)
    (debrief,) = (
        c for c in desk.do(commands.Rate(practised, 2)) if isinstance(c, cards.DebriefCard)
    )
    assert text(lang, "assess.token_title") not in [part.heading for part in debrief.sections]


def test_that_it_can_be_read_from_then_on_is_said_where_the_rating_is_asked_for(desk):
    desk.join()
    token = desk.play(rating=0)
    asking = (commands.AskHistory(), commands.AskExport(), commands.AskDrill(), commands.Say("so?"))
    for command in asking:
        assert cards.SelfRating(token, assessed=True) in desk.do(command)


@pytest.mark.parametrize("lang", LANGS)
def test_the_history_shows_the_mode_and_who_has_read_it_when(desk, lang):
    desk.join(lang)
    token = desk.play(lang)
    desk.play(lang, mode="practise")
    unread = text(lang, "assess.unread")
    assert text(lang, "progress.mode_assess") in desk.history()
    assert desk.history().count(unread) == 1
    first = desk.clock.now + DAY_MS
    desk.clock.now = first
    desk.read(token)
    days = {"date": day_in_words(day_at(first), lang)}
    assert text(lang, "assess.read", **days) in desk.history()
    assert unread not in desk.history()
    desk.clock.now += 3 * DAY_MS
    desk.read(token)
    days["last"] = day_in_words(day_at(desk.clock.now), lang)
    assert text(lang, "assess.read_again", **days) in desk.history()


# Reading


def test_the_list_holds_what_was_assessed_ended_and_rated_and_nothing_else(either):
    either.join()
    either.join("fr", OTHER)
    either.play(mode="practise")
    either.play(mode="learn")
    either.play(rating=0)
    first, second = either.play(rating=2), either.play("fr", person=OTHER)
    either.begin()
    either.do(commands.Stop())
    either.begin()
    one, other = either.listed()
    assert (one.token, other.token) == (first, second)
    assert (one.scenario, one.lang, one.turns) == (SINGH, "en", 2)
    assert (one.day, one.read) == (day_at(either.clock.now).isoformat(), None)


def test_the_list_tells_no_result(desk):
    desk.join()
    desk.play(rating=5)
    (one,) = desk.listed()
    assert set(asdict(one)) == {"token", "scenario", "lang", "day", "turns", "read"}


def test_one_whose_scenario_is_lost_is_listed_and_not_marked_where_it_cannot_be_read(
    either, tmp_path
):
    either.join()
    lost, stays = either.play(), either.play()
    older = update(scenario).values(content=b'{"id": "of another time"}')
    either.store.transact_now(lambda tx: tx.connection.execute(older))
    tools = either.tools
    (tmp_path / "none").mkdir()
    either.tools = replace(tools, library=Library(tmp_path / "none"))
    assert either.read(lost) == "lost"
    assert either.tokens(unread=True) == [lost, stays]
    either.tools = tools
    assert isinstance(either.read(stays), Assessment)
    assert either.tokens(unread=True) == [lost]


def test_the_list_asks_the_database_as_often_for_three_as_for_one(desk):
    desk.join()
    desk.play()
    one = statements(desk, desk.listed)
    desk.play()
    desk.play()
    assert statements(desk, desk.listed) == one and len(desk.listed()) == 3


def test_reading_asks_the_database_as_often_for_many_turns_as_for_few(desk):
    desk.join()
    short, long = desk.play(), desk.play(more=(SAID["en"],) * 3)
    assert desk.row(long).turn > desk.row(short).turn
    asked = [statements(desk, lambda token=token: desk.read(token)) for token in (short, long)]
    assert asked[0] == asked[1]


def statements(desk, work):
    """How many statements the database is asked."""
    seen = []
    engine = desk.store._engine
    event.listen(engine, "before_cursor_execute", lambda *told: seen.append(told[2]))
    work()
    return len(seen)


def test_what_has_been_read_is_marked_and_leaves_the_unread(either):
    either.join()
    first, second = either.play(), either.play()
    either.clock.now += DAY_MS
    either.read(first)
    assert either.tokens(unread=True) == [second]
    assert [one.read for one in either.listed()] == [day_at(either.clock.now).isoformat(), None]


def test_that_it_was_read_is_recorded_every_time_and_stays(either):
    either.join()
    token = either.play()
    first = either.clock.now
    either.read(token)
    either.clock.now += DAY_MS
    either.read(token)
    either.do(commands.After(token, "whatif"))
    either.do(commands.After(token, "explain"))
    either.do(commands.Say("I came in because he was shouting at the counter."))
    either.play()
    kept = either.row(token).state["assessed"]
    assert (kept["first_read_at"], kept["last_read_at"]) == (first, first + DAY_MS)
    assert kept["agreed"] == VERSION


@pytest.mark.parametrize("mode", ["learn", "practise"])
def test_practice_can_never_be_read(desk, mode):
    desk.join()
    token = desk.play(mode=mode)
    before = desk.row(token)
    assert desk.read(token) == "practice" and desk.row(token) == before


def test_an_encounter_that_only_says_it_is_assessed_cannot_be_read(desk):
    """The agreement counts, not the name of the mode."""
    desk.join()
    token = desk.play()

    def forget(tx):
        row = encounters.by_token(tx, token)
        state = {**row.state, "assessed": None}
        encounters.save(tx, row, phase=row.phase, turn=row.turn, state=state)

    desk.store.transact_now(forget)
    assert desk.read(token) == "practice" and desk.tokens() == []


@pytest.mark.parametrize("kept", [None, {"agreed": "?"}])
def test_where_the_agreement_is_missing_nobody_is_told_that_it_can_be_read(desk, kept):
    desk.join()
    token = desk.begin().token

    def forget(tx):
        row = encounters.by_token(tx, token)
        state = {**row.state, "assessed": kept}
        encounters.save(tx, row, phase=row.phase, turn=row.turn, state=state)

    desk.store.transact_now(forget)
    panel = panel_of(desk.do(commands.Say(SAID["en"])))
    assert not panel.assessed
    for choice in ("later", "deed.code_white", "act"):
        shown = desk.do(commands.PanelChoice(panel.token, panel.turn, choice))
    asked = cards.SelfRating(token, assessed=False)
    assert asked in shown
    asking = (commands.AskHistory(), commands.AskExport(), commands.AskDrill(), commands.Say("so?"))
    for command in asking:
        assert asked in desk.do(command)
    (debrief,) = (c for c in desk.do(commands.Rate(token, 2)) if isinstance(c, cards.DebriefCard))
    assert text("en", "assess.token_title") not in [part.heading for part in debrief.sections]
    assert desk.read(token) == "practice" and desk.tokens() == []


def test_what_is_not_over_or_was_left_or_waits_for_its_rating_cannot_be_read(either):
    either.join()
    token = either.begin().token
    assert either.read(token) == "running"
    either.do(commands.Say(SAID["en"]))
    either.do(commands.Stop())
    assert either.read(token) == "stopped"
    token = either.play(rating=0)
    assert either.read(token) == "unrated"
    either.do(commands.After(token, "explain"))
    either.do(commands.Say("He was shouting."))
    assert either.read(token) == "unrated", "an account is no rating"
    either.do(commands.Rate(token, 3))
    assert isinstance(either.read(token), Assessment)
    assert either.read("no_such1") == "unknown"


def test_words_of_ones_own_distress_leave_the_role_and_it_is_never_listed(either):
    either.join()
    token = either.begin().token
    either.do(commands.Say(SAID["en"]))
    shown = either.do(commands.Say(DESPERATE))
    assert cards.Plain("practice.distress") in shown and either.running() is None
    either.do(commands.Rate(token, 3))
    assert either.tokens() == [] and either.read(token) == "stopped"


def test_deleting_everything_takes_it_from_the_list(either):
    either.join()
    either.join("en", OTHER)
    gone, stays = either.play(), either.play(person=OTHER)
    either.read(gone)
    either.do(commands.ConfirmDelete())
    assert either.tokens() == [stays] and either.read(gone) == "unknown"


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_nothing_that_is_read_names_the_person(desk, form):
    desk.join()
    token = desk.play()
    content = written(desk.read(token), form).decode()
    person = desk.row(token).person_id
    for shown in (content, str(desk.listed())):
        assert token in shown
        assert str(PERSON) not in shown and str(person) not in shown


def test_what_the_trainee_tries_and_drills_afterwards_is_not_read_but_the_account_is(desk):
    desk.join()
    token = desk.play()
    desk.do(commands.After(token, "whatif"))
    desk.do(commands.After(token, "fork", 1))
    desk.do(commands.Say("You sound scared for your daughter tonight."))
    assert desk.row(token).state["notes"]["whatif"], "it was tried"
    desk.do(commands.After(token, "explain"))
    for part in ("A full waiting room.", "I said sorry and asked.", "He was led away."):
        desk.do(commands.Say(part))
    for form in ("text", "html", "json"):
        content = written(desk.read(token), form).decode()
        assert "A full waiting room." in content
        assert "You sound scared for your daughter tonight." not in content
    assert "whatif" not in json.loads(content)


def test_what_the_trainee_says_was_meant_stands_beside_the_reading_and_comes_first(desk):
    desk.join()
    token = desk.play(more=(SAID["en"],))
    desk.do(commands.After(token, "as_meant", 2, "validate"))
    found = desk.read(token)
    assert found.meant == {2: ("validate",)}
    assert [moment.turn.number for moment in found.moments] == [2, 1, 3]
    assert found.moments[0].why[0] == "contested"
    assert (
        text("en", "assess.meant", acts="Validate the feeling") in written(found, "text").decode()
    )


def test_the_buttons_of_the_agreement_carry_what_was_agreed_to():
    for role in ("", "nurse", "social_worker"):
        begin = commands.Begin("x" * 40, ASSESS, role, VERSION)
        assert unpack(pack(begin)) == begin
        assert unpack(pack(replace(begin, agreed=0))).agreed == 0
