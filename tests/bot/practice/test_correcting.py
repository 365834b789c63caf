"""The newest words were meant otherwise: their turn is taken again, and nothing of it is lost."""

import json
from dataclasses import replace

import pytest

from bot.practice import cards, commands
from bot.practice.exporting import made_of
from bot.practice.scoring import scored_encounter
from bot.practice.session import load
from bot.store import encounters, people
from bot.store.corrections import ACCEPTED, PROPOSED
from bot.store.tables import correction, turn
from bot.store.vault import packed
from bot.store.work import Store
from bot.texts import LANGS, text
from dialogues.catalogue import catalogue_text
from dialogues.library import Library
from dialogues.prepared import prepare
from dialogues.records import plain, scene_from, turn_from, turn_of
from dialogues.turn import advance, begin
from state_machines.acts import MEANT as CLAIMED
from state_machines.acts import Polarity
from tests.bot.practice.trainees import ANSWERED, MEANT, NOTED, READ, READ_SO, SAID, trainees
from tests.bot.store.places import (
    ON_POSTGRESQL,
    ON_SQLITE,
    postgres_place,
    postgres_server,
    sqlite_place,
)
from tests.journeys.stage import SINGH
from tests.journeys.test_whole_encounter import WELL_SAID

KIND = {"en": "I'm sorry you waited so long.", "fr": "Je suis désolé de cette longue attente."}
RUDE = {"en": "You're an idiot. Shut up.", "fr": "Vous êtes un idiot. Fermez-la."}
INSULT = "You're an idiot."
UNCLEAR = "Purple seventeen cheese rhubarb"
BACK = "practice.as_read"


@pytest.fixture(scope="module")
def server():
    with postgres_server() as started:
        yield started


@pytest.fixture
def stored(request, tmp_path):
    """A trainee on the database that the test names, SQLite where it names none."""
    opened = []

    def on(kind="sqlite", seed=7):
        on_sqlite = kind == "sqlite"
        place = (
            sqlite_place(tmp_path)
            if on_sqlite
            else postgres_place(request.getfixturevalue("server"))
        )
        opened.append(Store.open(place.url, bytes(32)))
        return trainees(opened[-1], seed)(1001)

    yield on
    for store in opened:
        store.close()


@pytest.fixture
def trainee(stored):
    return stored()


def name_of(act, lang="en"):
    return catalogue_text(lang).acts[act].name


def kinds(shown):
    return [type(card) for card in shown]


def heard(shown):
    return next(card.reply for card in shown if isinstance(card, cards.Heard))


def stands(trainee):
    """The scene as stored follows from the stored moves alone, turn by turn; gives their number."""
    row = trainee.row()
    kept, played = scene_from(row.state["scene"]), [turn_from(one) for one in trainee.records()]
    prepared = prepare(Library().load(SINGH), row.lang)
    scene, _ = begin(prepared, kept.seed, kept.level)
    for one in played:
        outcome = advance(scene, one.move, prepared)
        assert turn_of(outcome) == one
        scene = outcome.scene
    assert scene == kept and row.turn == len(played)
    return len(played)


@pytest.mark.parametrize("kind", [*ON_SQLITE, *ON_POSTGRESQL])
@pytest.mark.parametrize("lang", LANGS)
def test_the_turn_is_taken_again_with_what_was_meant_and_the_scene_goes_on_from_there(
    stored, kind, lang
):
    trainee = stored(kind)
    trainee.begin(lang)
    trainee.say(KIND[lang])
    trainee.say(SAID[lang])
    first, before = trainee.records(), trainee.readings()
    shown = trainee.mean(MEANT)
    assert kinds(shown) == [cards.Toast, cards.Plain, cards.Heard, cards.Panel]
    assert shown[:2] == [NOTED, cards.Plain("practice.taken_as", {"act": name_of(MEANT, lang)})]
    now, (read,) = trainee.records(), trainee.readings()[1:]
    assert now[0] == first[0] and now[1]["number"] == 2 and len(now) == 2
    assert [(act.act, act.confidence, act.source) for act in read.acts] == [(MEANT, 1.0, CLAIMED)]
    assert (read.polarity, read.abstained) == (Polarity.HELPFUL, "")
    kept = ("text", "topics", "words", "echo")
    assert [getattr(read, name) for name in kept] == [getattr(before[1], name) for name in kept]
    assert plain(heard(shown)) == now[1]["reply"]
    assert (trainee.panel.turn, trainee.panel.fresh) == (3, True)
    trainee.put_off()
    assert trainee.panel.coach.startswith(
        text(lang, "feedback.coach_meant", acts=name_of(MEANT, lang))
    )
    assert now[1]["change"]["after"]["arousal"] < first[1]["change"]["after"]["arousal"]
    assert stands(trainee) == 2
    trainee.say(KIND[lang])
    assert stands(trainee) == 3


def test_what_was_first_read_is_kept_sealed_and_a_second_thought_keeps_the_first(trainee):
    trainee.begin()
    trainee.say(SAID["en"])
    (first,) = trainee.records()
    for act in (MEANT, "find_hook", "insult"):
        trainee.mean(act)
        (kept,) = trainee.corrections(PROPOSED)
        assert (kept.was, list(kept.old_acts), kept.new_acts) == (first, READ, (act,))
        assert trainee.records() != [first] and stands(trainee) == 1
    sealed = trainee.store.transact_now(
        lambda tx: tx.connection.scalar(correction.select().with_only_columns(
            correction.c.content)))  # fmt: skip
    assert packed(first["reply"]["said"])[1:20] not in sealed and b"why_question" not in sealed
    trainee.do(commands.ConfirmDelete())
    rows = trainee.store.transact_now(
        lambda tx: [tx.connection.execute(each.select()).all() for each in (correction, turn)]
    )
    assert rows == [[], []]


def test_a_correction_at_every_turn_leaves_a_course_that_can_be_played_again(trainee):
    trainee.begin()
    for words, act in (
        (SAID["en"], "validate"), (KIND["en"], "label_emotion"), (RUDE["en"], "apologise"),
        (KIND["en"], "calm_down"), (SAID["en"], "open_question"), (RUDE["en"], "reflect"),
    ):  # fmt: skip
        trainee.say(words)
        trainee.mean(act)
        trainee.put_off()
    assert stands(trainee) == 6
    assert [kept.turn for kept in trainee.corrections()] == [1, 2, 3, 4, 5, 6]
    said = [record["reply"]["said"] for record in trainee.records() if record["reply"]["said"]]
    assert len(said) == len(set(said))


def test_what_was_read_already_changes_nothing_and_is_said_to_be_so(trainee):
    trainee.begin()
    trainee.say(SAID["en"])
    before, row = trainee.records(), trainee.row()
    assert trainee.mean(READ[0]) == [READ_SO, trainee.panel]
    trainee.mean(MEANT)
    again = trainee.records()
    assert trainee.mean(MEANT) == [READ_SO, trainee.panel]
    assert trainee.records() == again != before
    assert trainee.row().version == row.version + 1


@pytest.mark.parametrize("by", ["button", "act"])
def test_the_way_back_is_to_the_very_record_that_there_was(trainee, by):
    trainee.begin()
    trainee.say(SAID["en"])
    (first,) = trainee.records()
    trainee.tap("chat.meant_button")
    assert text("en", BACK) not in trainee.buttons()
    trainee.tap("chat.back_button")
    trainee.mean("insult")
    if by == "button":
        trainee.put_off()
        trainee.tap("chat.meant_button")
        shown = trainee.tap(BACK)
    else:
        shown = trainee.mean(READ[0])
    assert shown[0] == cards.Plain("practice.taken_as_read")
    assert plain(heard(shown)) == first["reply"]
    assert trainee.records() == [first] and trainee.corrections() == []
    assert stands(trainee) == 1
    assert trainee.choose("meant.as_read") == [ANSWERED]


def test_several_acts_give_way_to_the_one_and_come_back_together(trainee):
    trainee.begin()
    trainee.say("I'm sorry you waited so long. Calm down. What happened tonight?")
    (first,) = trainee.readings()
    assert len(first.acts) == 3
    trainee.mean("open_question")
    (now,) = trainee.readings()
    (asked,) = [act for act in first.acts if act.act == "open_question"]
    assert now.acts == (replace(asked, confidence=1.0, source=CLAIMED),)
    assert asked.sentence == "What happened tonight?"
    trainee.choose("meant.as_read")
    assert trainee.readings() == [first]


def test_a_third_thought_still_starts_from_what_was_read_at_first(trainee):
    trainee.begin()
    trainee.say("I'm sorry you waited so long. Calm down. What happened tonight?")
    trainee.mean("open_question")
    directly = trainee.records()
    trainee.mean("insult")
    trainee.mean("open_question")
    assert trainee.records() == directly and stands(trainee) == 1


def test_words_that_were_not_understood_can_be_meant_too(trainee):
    trainee.begin()
    trainee.say(UNCLEAR)
    (first,) = trainee.readings()
    assert first.abstained and first.acts == ()
    shown = trainee.mean(MEANT)
    (now,) = trainee.readings()
    assert (now.abstained, [act.act for act in now.acts], now.text) == ("", [MEANT], UNCLEAR)
    assert heard(shown).said
    (kept,) = trainee.corrections()
    assert (kept.old_acts, kept.new_acts, kept.was["move"]["reading"]["abstained"]) == (
        (), (MEANT,), first.abstained,
    )  # fmt: skip


def test_a_tap_on_the_panel_of_before_changes_nothing(trainee):
    trainee.begin()
    trainee.say(SAID["en"])
    old = [*trainee.buttons().values()]
    trainee.tap("chat.meant_button")
    old += trainee.buttons().values()
    trainee.tap("chat.family_ask")
    old += trainee.buttons().values()
    trainee.tap(name_of(MEANT))
    records, row, panel = trainee.records(), trainee.row(), trainee.panel
    taps = [tap for tap in old if isinstance(tap, commands.PanelChoice)]
    assert len(taps) > 20
    for tap in taps:
        assert trainee.do(tap) == [ANSWERED]
    assert (trainee.records(), trainee.row()) == (records, row)
    assert [kept.new_acts for kept in trainee.corrections()] == [(MEANT,)]
    assert trainee.panel == panel and trainee.choose("page.body")[0].page == "body"


def test_after_the_next_turn_the_count_begins_anew(trainee):
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.mean(MEANT)
    trainee.mean("reflect")
    assert trainee.panel.retaken == trainee.row().state["retaken"] == 2
    trainee.say(KIND["en"])
    assert trainee.panel.retaken == trainee.row().state["retaken"] == 0
    trainee.mean("reflect")
    assert stands(trainee) == 2
    assert [kept.turn for kept in trainee.corrections()] == [1, 2]


def test_a_risk_check_of_the_turn_as_it_was_goes_and_is_asked_afresh_where_it_is_due(trainee):
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.say(SAID["en"])
    for choice in ("level.assaultive", "named", "changed.rising"):
        trainee.choose(choice)
    (look,) = trainee.row().state["looks"]
    assert (look["turn"], look["level"], look["asks"]) == (2, "assaultive", "")
    shown = trainee.mean(MEANT)
    (again,) = trainee.row().state["looks"]
    assert (again["turn"], again["level"], again["asks"]) == (2, "", "level")
    assert (shown[-1].page, shown[-1].fresh) == ("risk", True)


def test_a_risk_check_that_the_turn_no_longer_brings_up_is_gone_and_may_come_later(trainee):
    trainee.begin()
    lines = iter(WELL_SAID["en"])
    while "once_he_talks" not in [one["check"] for one in trainee.row().state.get("looks", ())]:
        trainee.put_off()
        trainee.say(next(lines))
    *earlier, look = trainee.row().state["looks"]
    assert look["turn"] == trainee.row().turn
    trainee.mean("insult")
    assert trainee.row().state["looks"] == earlier and trainee.panel.page == "main"
    assert stands(trainee) == look["turn"]
    trainee.choose("meant.as_read")
    assert trainee.row().state["looks"] == [*earlier, look] and trainee.panel.page == "risk"


def test_an_ending_that_the_turn_now_reaches_ends_the_encounter_as_any_other(trainee):
    trainee.begin()
    turns = 0
    while trainee.row().ended_at is None:
        trainee.put_off()
        shown = trainee.do(commands.Say(INSULT))
        turns += 1
    as_ever = kinds(shown)
    assert as_ever == [cards.Heard, cards.PanelGone, cards.EndingCard, cards.SelfRating]
    trainee.begin()
    for _ in range(turns - 1):
        trainee.put_off()
        trainee.say(INSULT)
    trainee.put_off()
    trainee.say(KIND["en"])
    assert trainee.row().ended_at is None
    shown = trainee.mean("insult")
    assert kinds(shown) == [cards.Toast, cards.Plain, *as_ever]
    row = trainee.row()
    assert (row.phase, row.turn, bool(row.ending)) == ("ended", turns, True)
    assert stands(trainee) == turns and turn_from(trainee.records()[-1]).ending == row.ending
    assert trainee.choose("meant.reflect") == [cards.Toast("practice.over_toast")]
    assert isinstance(trainee.do(commands.Rate(row.token, 2))[0], cards.DebriefCard)


def test_what_is_set_for_the_next_turn_stays(trainee):
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.choose("stance.hands.open")
    trainee.choose("deed.bring_water")
    pending = trainee.row().state["pending"]
    trainee.choose("page.main")
    trainee.mean(MEANT)
    assert trainee.row().state["pending"] == pending and trainee.panel.deeds_chosen
    trainee.say(KIND["en"])
    assert trainee.records()[1]["move"]["deeds"] == ["bring_water"]
    assert trainee.records()[1]["move"]["posture"] == {"hands": "open"}


def test_what_was_done_with_the_words_stays_done(trainee):
    trainee.begin()
    trainee.choose("stance.hands.open")
    trainee.choose("deed.bring_water")
    trainee.say(SAID["en"])
    trainee.mean(MEANT)
    (record,) = trainee.records()
    assert (record["move"]["deeds"], record["move"]["posture"]) == (
        ["bring_water"], {"hands": "open"},
    )  # fmt: skip
    assert stands(trainee) == 1


@pytest.mark.parametrize("changed", [1, 2])
def test_where_the_rules_have_changed_the_scene_goes_on_as_it_was(trainee, changed):
    trainee.begin()
    trainee.say(KIND["en"])
    trainee.say(SAID["en"])
    trainee.put_off()
    as_if_played_by_other_rules(trainee, changed)
    records, row = trainee.records(), trainee.row()
    shown = trainee.mean(MEANT)
    assert shown == [cards.Plain("practice.meant_only_kept"), trainee.panel]
    assert trainee.panel.page == "main" and trainee.panel.fresh
    assert (trainee.records(), trainee.row()) == (records, row)
    (kept,) = trainee.corrections(PROPOSED)
    assert (kept.new_acts, kept.was) == ((MEANT,), None)
    assert trainee.mean(READ[0]) == [READ_SO, trainee.panel]
    assert trainee.corrections() == []
    trainee.say(KIND["en"])
    assert len(trainee.records()) == 3


def test_the_way_back_is_closed_too_where_the_rules_have_changed(trainee):
    trainee.begin()
    trainee.say(KIND["en"])
    trainee.say(SAID["en"])
    trainee.mean(MEANT)
    as_if_played_by_other_rules(trainee, 1)
    records, kept = trainee.records(), trainee.corrections()
    assert trainee.choose("meant.as_read") == [cards.Plain("practice.not_back"), trainee.panel]
    assert (trainee.records(), trainee.corrections()) == (records, kept)


def as_if_played_by_other_rules(trainee, number):
    """Puts another arousal into a stored turn."""

    def work(tx):
        row = encounters.latest(tx, trainee.person(tx).id, 1)[0]
        record = encounters.turns(tx, row.id)[number - 1]
        record["change"]["after"]["arousal"] -= 1
        sealed = tx.vault.seal(turn.c.record, row.person_id, packed(record))
        same = (turn.c.encounter_id == row.id) & (turn.c.number == number)
        tx.connection.execute(turn.update().where(same).values(record=sealed))

    trainee.store.transact_now(work)


@pytest.mark.parametrize("kind", [*ON_SQLITE, *ON_POSTGRESQL])
@pytest.mark.parametrize("where", ["encounters.save", "corrections.propose"])
def test_killed_in_the_middle_it_is_as_if_nothing_had_been_tapped(stored, kind, where, monkeypatch):
    trainee = stored(kind)
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.tap("chat.meant_button")
    trainee.tap("chat.family_ask")
    before = trainee.records(), trainee.row()

    def die(*given, **named):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(f"bot.store.{where}", die)
        with pytest.raises(SystemExit):
            trainee.tap(name_of(MEANT))
    assert (trainee.records(), trainee.row()) == before and trainee.corrections() == []
    assert NOTED in trainee.tap(name_of(MEANT))
    assert stands(trainee) == 1


def test_an_older_turn_is_not_taken_again(trainee):
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.choose("wait")
    records = trainee.records()
    assert trainee.choose(f"meant.{MEANT}") == [cards.Toast("practice.nothing_said_toast")]
    assert trainee.records() == records


def test_the_same_thought_again_leaves_what_an_instructor_said_to_it(trainee):
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.mean(MEANT)
    trainee.judge(ACCEPTED)
    assert trainee.mean(MEANT)[0] == READ_SO
    assert [kept.state for kept in trainee.corrections()] == [ACCEPTED]
    trainee.mean("find_hook")
    assert [kept.state for kept in trainee.corrections()] == [PROPOSED]


@pytest.mark.parametrize("lang", LANGS)
def test_the_score_and_the_file_see_the_turn_as_it_now_stands_and_on_whose_word(trainee, lang):
    trainee.begin(lang)
    trainee.say(SAID[lang])
    trainee.mean("insult")
    trainee.put_off()
    trainee.choose("deed.code_white")
    trainee.choose("act")
    token = trainee.row().token

    def made(tx):
        session = load(tx, trainee.tools, encounters.by_token(tx, token))
        return scored_encounter(tx, trainee.tools, token), made_of(tx, session)

    found, _ = trainee.store.transact_now(made)
    assert found["meant"] == [1]
    (respect,) = [item for item in found["items"] if item["id"] == "respect"]
    assert {"turn": 1, "text": text(lang, "feedback.quote", words=SAID[lang])} in respect[
        "evidence"
    ]
    trainee.do(commands.Rate(token, 3))
    forms = {
        form: trainee.do(commands.AskExport(token, form))[0].content.decode()
        for form in ("text", "json", "html")
    }
    line = text(lang, "progress.file_meant", acts=name_of("insult", lang))
    assert line in forms["text"]
    assert line.replace("'", "&#39;") in forms["html"]
    first, second = json.loads(forms["json"])["turns"]
    assert first["meant"] == [name_of("insult", lang)] and "meant" not in second


def test_nobody_elses_turn_is_touched(stored):
    trainee = stored()
    other = trainees(trainee.store)(2002)
    other.serials = trainee.serials
    for one in (trainee, other):
        one.begin()
        one.say(SAID["en"])
    records = other.records()
    trainee.mean(MEANT)
    assert other.records() == records
    tap = commands.PanelChoice(trainee.panel.token, 2, "meant.reflect", 1)
    assert other.do(tap) == [cards.Toast("practice.over_toast")]
    found = trainee.store.transact_now(lambda tx: people.find_or_create(tx, 1001).id)
    assert trainee.row().person_id == found
