"""What goes with a turn that is taken again: panels, risk checks, an ending, what is set."""

from bot.practice import cards, commands
from dialogues.records import turn_from
from tests.bot.practice.trainees import ANSWERED, KIND, MEANT, SAID, kinds, name_of, stands
from tests.journeys.test_whole_encounter import WELL_SAID

INSULT = "You're an idiot."


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
    while trainee.row().ended_at is None:
        trainee.put_off()
        shown = trainee.do(commands.Say(INSULT))
    as_ever = kinds(shown)
    assert as_ever == [cards.Heard, cards.PanelGone, cards.EndingCard, cards.SelfRating]
    trainee.begin()
    while trainee.row().ended_at is None:
        trainee.put_off()
        trainee.say(KIND["en"])
        assert trainee.row().ended_at is None
        shown = trainee.mean("insult")
    assert kinds(shown) == [cards.Toast, cards.Plain, *as_ever]
    row = trainee.row()
    assert (row.phase, bool(row.ending)) == ("ended", True)
    assert stands(trainee) == row.turn and turn_from(trainee.records()[-1]).ending == row.ending
    assert trainee.choose("meant.reflect") == [cards.Toast("practice.over_toast")]
    assert isinstance(trainee.do(commands.Rate(row.token, 2))[0], cards.DebriefCard)
