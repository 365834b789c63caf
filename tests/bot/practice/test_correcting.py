"""The newest words were meant otherwise: their turn is taken again, and nothing of it is lost."""

import json
from dataclasses import replace

import pytest

from bot.practice import cards, commands, meaning
from bot.practice.exporting import made_of
from bot.practice.scoring import scored_encounter
from bot.practice.session import UNKNOWN, load, turns
from bot.store import encounters
from bot.store.corrections import ACCEPTED, PROPOSED
from bot.store.tables import correction, turn
from bot.store.vault import packed
from bot.texts import LANGS, text
from dialogues.records import plain
from state_machines.acts import MEANT as CLAIMED
from state_machines.acts import Polarity
from tests.bot.practice.trainees import (
    ANSWERED,
    KIND,
    MEANT,
    NOTED,
    READ,
    READ_SO,
    SAID,
    heard,
    kinds,
    name_of,
    stands,
)
from tests.bot.store.places import ON_POSTGRESQL, ON_SQLITE

RUDE = {"en": "You're an idiot. Shut up.", "fr": "Vous êtes un idiot. Fermez-la."}
UNCLEAR = "Purple seventeen cheese rhubarb"
BACK = "practice.as_read"


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
    assert [(act.act, act.confidence, act.source) for act in read.acts] == [
        (MEANT, meaning.CLAIMED, CLAIMED)
    ]
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


@pytest.mark.parametrize("kind", [*ON_SQLITE, *ON_POSTGRESQL])
@pytest.mark.parametrize("more", [False, True])
def test_in_an_encounter_begun_before_turns_could_be_taken_again_they_can(stored, kind, more):
    trainee = stored(kind)
    trainee.begin()
    trainee.say(SAID["en"])
    trainee.put_off()
    trainee.as_if_kept_before("retaken", "readers", "assessed", "score")
    assert not {"retaken", "readers", "assessed"} & trainee.row().state.keys()
    if more:
        trainee.say(SAID["en"])
    assert NOTED in trainee.mean(MEANT)
    state, version = trainee.row().state, trainee.tools.reader.version
    assert state["readers"] == ([UNKNOWN, version] if more else [UNKNOWN])
    assert (state["retaken"], state["assessed"], state["score"]) == (1, None, None)
    trainee.say(KIND["en"])
    assert trainee.row().state["retaken"] == 0 and stands(trainee) == 2 + more
    trainee.end()
    assert trainee.whole()[2]["meant"] == [1 + more]


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
    assert now.acts == (replace(asked, confidence=meaning.CLAIMED, source=CLAIMED),)
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
    trainee.end()
    token = trainee.token

    def made(tx):
        session = load(tx, trainee.tools, encounters.by_token(tx, token))
        return scored_encounter(tx, trainee.tools, token, words=True), made_of(
            session, turns(tx, session)
        )

    found, _ = trainee.store.transact_now(made)
    assert found["meant"] == [1]
    (respect,) = [item for item in found["items"] if item["id"] == "respect"]
    assert {"turn": 1, "text": text(lang, "feedback.quote", words=SAID[lang])} in respect[
        "evidence"
    ]
    forms = {
        form: trainee.do(commands.AskExport(token, form))[0].content.decode()
        for form in ("text", "json", "html")
    }
    line = text(lang, "progress.file_meant", acts=name_of("insult", lang))
    assert line in forms["text"]
    assert line.replace("'", "&#39;") in forms["html"]
    first, second = json.loads(forms["json"])["turns"]
    assert first["meant"] == [name_of("insult", lang)] and "meant" not in second
