"""A turn that cannot be taken again stays as it was, and so does everything around it."""

import pytest

from bot.practice import cards, commands
from bot.store.corrections import PROPOSED
from tests.bot.practice.trainees import (
    KIND,
    MEANT,
    NOTED,
    READ,
    READ_SO,
    SAID,
    as_if_played_by_other_rules,
    name_of,
    stands,
    trainees,
)
from tests.bot.store.places import ON_POSTGRESQL, ON_SQLITE


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
