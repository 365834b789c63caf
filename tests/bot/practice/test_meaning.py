"""What was meant is asked on the panel, kept as proposed, and followed once it is accepted."""

import pytest

from bot.practice import cards, commands
from bot.store.corrections import ACCEPTED, PROPOSED, REJECTED, REVIEWED
from bot.store.work import Store
from bot.texts import LANGS, text
from dialogues.catalogue import catalogue_text
from state_machines.acts import Polarity
from tests.bot.practice.trainees import (
    ACTS,
    ANSWERED,
    FAMILY,
    MEANT,
    NOTED,
    NOTHING_SAID,
    READ,
    SAID,
    trainees,
)


@pytest.fixture
def joined(tmp_path):
    """Makes people who practise on one and the same store."""
    store = Store.open(f"sqlite:///{tmp_path / 'desk.db'}", bytes(32))
    yield trainees(store)
    store.close()


@pytest.fixture
def trainee(joined):
    return joined(1001)


def how(reading):
    return [act.act for act in reading.acts], {act.source for act in reading.acts}


@pytest.mark.parametrize("lang", LANGS)
def test_the_families_are_offered_by_their_names_those_that_help_first(trainee, lang):
    trainee.begin(lang)
    trainee.say(SAID[lang])
    (panel,) = trainee.tap("chat.meant_button")
    assert (panel.page, panel.said) == ("meant", SAID[lang])
    families = [choice.name for choice in panel.meant]
    assert sorted(families) == sorted({act.family for act in ACTS.values()})
    helps = [any(act.family == name and act.polarity is Polarity.HELPFUL for act in ACTS.values())
             for name in families]  # fmt: skip
    assert helps == sorted(helps, reverse=True) and {*helps} == {True, False}
    names = [text(lang, f"chat.family_{family}") for family in families]
    assert list(trainee.buttons()) == [*names, text(lang, "chat.back_button")]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("family", sorted({act.family for act in ACTS.values()}))
def test_each_family_holds_its_acts_by_their_names(trainee, lang, family):
    trainee.begin(lang)
    trainee.say(SAID[lang])
    trainee.tap("chat.meant_button")
    (panel,) = trainee.tap(f"chat.family_{family}")
    names, inside = catalogue_text(lang).acts, [a.id for a in ACTS.values() if a.family == family]
    assert (panel.page, panel.said) == ("meant", SAID[lang])
    assert {label: command.choice for label, command in trainee.buttons().items()} == {
        **{names[act].name: f"meant.{act}" for act in inside},
        text(lang, "chat.back_button"): "page.main",
    }


def test_every_act_is_in_some_family_and_no_two_names_of_a_page_are_the_same(trainee):
    for lang in LANGS:
        trainee.begin(lang)
        trainee.say(SAID[lang])
        found = []
        for family in trainee.choose("family.")[0].meant:
            inside = trainee.choose(family.choice)[0].meant
            assert len({choice.name for choice in inside}) == len(inside)
            found += [choice.choice for choice in inside]
        assert sorted(found) == sorted(f"meant.{act}" for act in ACTS)


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_meant_by_the_first_words_is_kept_with_the_opening(trainee, lang):
    opening = trainee.begin(lang)
    trainee.say(SAID[lang])
    assert NOTED in trainee.mean(MEANT)
    assert trainee.panel.page == "main"
    (kept,) = trainee.corrections(PROPOSED)
    assert (kept.lang, kept.text, kept.turn) == (lang, SAID[lang], 1)
    assert opening and kept.previous == opening
    assert list(kept.old_acts) == READ and kept.new_acts == (MEANT,)


def test_later_words_are_kept_with_what_the_subject_had_just_said(trainee):
    trainee.begin()
    answer = trainee.say("I'm sorry you waited so long.")
    trainee.say(SAID["en"])
    trainee.mean(MEANT)
    (kept,) = trainee.corrections(PROPOSED)
    assert (kept.turn, kept.text, kept.previous) == (2, SAID["en"], answer)


def test_a_suggested_line_can_be_meant_otherwise_too(trainee):
    trainee.begin()
    line = trainee.panel.lines[0]
    trainee.tap("1")
    (reading,) = trainee.readings()
    trainee.mean("reflect")
    (kept,) = trainee.corrections(PROPOSED)
    assert (kept.text, kept.new_acts) == (line, ("reflect",))
    assert kept.old_acts == tuple(act.act for act in reading.acts)


def test_a_second_thought_takes_the_place_of_the_first(trainee):
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.mean(MEANT)
    trainee.mean("find_hook")
    assert [kept.new_acts for kept in trainee.corrections()] == [("find_hook",)]


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_a_late_tap_changes_nothing(trainee, depth):
    trainee.begin()
    trainee.say(SAID["en"])
    way = ["chat.meant_button", f"chat.family_{FAMILY}"]
    for key in way[:depth]:
        trainee.tap(key)
    late = [*trainee.buttons().values()]
    trainee.say("I'm sorry you waited so long.")
    before = trainee.panel
    for tap in late:
        if isinstance(tap, commands.PanelChoice):
            assert trainee.do(tap) == [ANSWERED]
    assert trainee.corrections() == [] and trainee.panel == before
    assert len(trainee.readings()) == 2


def test_a_tap_after_the_encounter_changes_nothing(trainee):
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.tap("chat.meant_button")
    trainee.do(commands.Stop())
    assert trainee.choose(f"meant.{MEANT}") == [cards.Toast("practice.over_toast")]
    assert trainee.corrections() == []


@pytest.mark.parametrize("lang", LANGS)
def test_on_their_own_nothing_is_offered(trainee, lang):
    trainee.begin(lang, mode="practise")
    trainee.say(SAID[lang])
    assert text(lang, "chat.meant_button") not in trainee.buttons()
    for choice in ("family.", f"family.{FAMILY}", f"meant.{MEANT}"):
        assert trainee.choose(choice) == [ANSWERED]
    assert trainee.corrections() == []


def test_before_the_first_words_nothing_is_offered(trainee):
    trainee.begin()
    assert text("en", "chat.meant_button") not in trainee.buttons()
    assert trainee.choose("family.") == trainee.choose(f"meant.{MEANT}") == [NOTHING_SAID]
    assert trainee.corrections() == []


@pytest.mark.parametrize("deeds", [["wait"], ["deed.bring_water", "act"]])
def test_after_a_turn_without_words_it_is_said_that_nothing_was_said(trainee, deeds):
    trainee.begin()
    trainee.say(SAID["en"])
    for deed in deeds:
        trainee.choose(deed)
    assert len(trainee.readings()) == 2
    for choice in ("family.", f"family.{FAMILY}", f"meant.{MEANT}"):
        assert trainee.choose(choice) == [NOTHING_SAID]
    assert trainee.corrections() == []


@pytest.mark.parametrize("act", ["hug", "", "ask", "open_question.extra"])
def test_an_act_that_nobody_knows_is_not_kept(trainee, act):
    trainee.begin()
    trainee.say(SAID["en"])
    assert trainee.choose(f"meant.{act}") == [ANSWERED]
    assert trainee.corrections() == []


@pytest.mark.parametrize("family", ["hugs", "open_question", "ask.more"])
def test_a_family_that_nobody_knows_is_an_empty_page_with_a_way_back(trainee, family):
    trainee.begin()
    trainee.say(SAID["en"])
    (panel,) = trainee.choose(f"family.{family}")
    assert panel.meant == ()
    assert list(trainee.buttons()) == [text("en", "chat.back_button")]
    assert trainee.tap("chat.back_button")[0].page == "main"
    assert trainee.corrections() == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("state", [ACCEPTED, REVIEWED])
def test_once_accepted_the_same_words_are_read_as_they_were_meant(trainee, lang, state):
    trainee.begin(lang)
    trainee.say(SAID[lang])
    trainee.mean(MEANT)
    trainee.judge(ACCEPTED)
    trainee.judge(state)
    trainee.begin(lang)
    trainee.say(SAID[lang].upper())
    (reading,) = trainee.readings()
    assert how(reading) == ([MEANT], {"corrected"})
    assert (reading.polarity, reading.abstained) == (Polarity.HELPFUL, "")


def test_it_is_kept_beside_the_reader_that_corrections_were_in_use(trainee):
    version = trainee.tools.reader.version
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.mean(MEANT)
    assert trainee.row().state["readers"] == [version]
    trainee.judge(ACCEPTED)
    (kept,) = trainee.corrections()
    trainee.begin()
    trainee.say(SAID["en"])
    assert trainee.row().state["readers"] == [f"{version} corrections-1-{kept.judged_at}"]


@pytest.mark.parametrize("state", [PROPOSED, REJECTED])
def test_what_is_proposed_or_rejected_is_not_used(trainee, state):
    trainee.begin()
    trainee.say(SAID["en"])
    first = trainee.readings()
    assert how(first[0])[0] == READ
    trainee.mean(MEANT)
    trainee.judge(state)
    trainee.begin()
    trainee.say(SAID["en"])
    assert trainee.readings() == first


def test_an_accepted_correction_that_is_rejected_after_all_is_used_no_longer(trainee):
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.mean(MEANT)
    for state, read in ((ACCEPTED, [MEANT]), (REJECTED, READ)):
        trainee.judge(state)
        trainee.begin()
        trainee.say(SAID["en"])
        assert how(trainee.readings()[0])[0] == read


def test_what_was_accepted_counts_for_everybody_until_the_person_is_erased(joined):
    trainee, other = joined(1001), joined(2002)
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.mean(MEANT)
    trainee.judge(ACCEPTED)
    other.begin()
    other.say(SAID["en"])
    trainee.do(commands.ConfirmDelete())
    other.say(SAID["en"])
    assert [how(reading)[0] for reading in other.readings()] == [[MEANT], READ]
    assert other.corrections() == []


def test_words_in_the_other_language_are_read_as_ever(trainee):
    trainee.begin("fr")
    trainee.say(SAID["fr"])
    trainee.mean(MEANT)
    trainee.judge(ACCEPTED)
    trainee.begin("en")
    trainee.say(SAID["fr"])
    assert how(trainee.readings()[0])[0] == READ
