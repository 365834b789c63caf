"""After the end the turns can be read one by one, with what the coach has to say to each."""

import pytest

from bot.chat.buttons import pack, unpack
from bot.chat.render import render, toast
from bot.feedback.coach import coach
from bot.practice import cards, commands
from bot.store.corrections import ACCEPTED, REJECTED, REVIEWED
from bot.texts import LANGS, text
from dialogues.catalogue import catalogue_text
from dialogues.library import Library
from dialogues.prepared import prepare
from dialogues.records import scene_from, turn_from
from tests.bot.practice.trainees import (
    KIND,
    MEANT,
    READ,
    SAID,
    labelled,
    name_of,
    trainees,
    words_of,
)
from tests.journeys.stage import SINGH

RUDE = {"en": "Calm down.", "fr": "Calmez-vous."}


def page_of(command):
    """The page under the debrief that a button leads to, if it leads to one."""
    return command.page if isinstance(command, commands.After) else ""


def said(record):
    return [record["reply"][part].replace("*", "") for part in ("event", "deed", "cue", "said")]


@pytest.mark.parametrize("mode", ["learn", "practise"])
@pytest.mark.parametrize("lang", LANGS)
def test_each_turn_is_told_from_what_was_heard_to_what_came_of_it(trainee, lang, mode):
    (debrief,) = trainee.play_out(KIND[lang], RUDE[lang], lang=lang, mode=mode)
    row, records, _ = trainee.whole()
    pages = [page_of(choice.command) for choice in debrief.more]
    assert pages[:2] == ["skills", "turns"]
    (listed,) = trainee.open("turns")
    assert [c.command for c in listed.choices if page_of(c.command) == "turns"] == [
        commands.After(trainee.token, "turns", number) for number in range(1, len(records) + 1)
    ]
    prepared, drawn = prepare(Library().load(SINGH), lang), scene_from(row.state["scene"]).drawn
    before = [trainee_opening(trainee, lang), *records]
    for number, record in enumerate(records, 1):
        (page,) = trainee.open("turns", number)
        told, turn = words_of(page), turn_from(record)
        assert page.title == text(lang, "turns.title_one", turn=number, every=len(records))
        for line in (*said(before[number - 1]), *said(record), record["move"]["reading"]["text"]):
            assert line in told
        note = coach(turn, prepared, drawn)
        assert note in told and text(lang, "turns.head_meant") not in told
    ending = prepared.words.endings[row.ending].title
    assert text(lang, "turns.ended", ending=ending) in told


def trainee_opening(trainee, lang):
    """What the subject said and showed first, as a record of a turn has it."""
    (page,) = trainee.open("turns", 1)
    lines = page.sections[0].lines
    assert page.sections[0].heading == text(lang, "whatif.head_before") and lines
    opening = prepare(Library().load(SINGH), lang).words.opening
    spoken = lines[-1].partition(": " if lang == "en" else "\u00a0: ")[2]
    assert spoken and spoken in opening.replace("*", "")
    return {"reply": {"event": "", "deed": "", "cue": "", "said": spoken}}


@pytest.mark.parametrize("lang", LANGS)
def test_from_a_turn_one_goes_on_back_differently_or_to_what_was_meant(trainee, lang):
    trainee.play_out(KIND[lang], RUDE[lang], lang=lang)
    last, token = len(trainee.whole()[1]), trainee.token

    def own(number):
        (page,) = trainee.open("turns", number)
        return {label: c for label, c in labelled(page).items()
                if page_of(c) in ("turns", "fork", "meant")}  # fmt: skip

    middle = own(2)
    assert middle == {
        text(lang, "turns.previous_button", turn=1): commands.After(token, "turns", 1),
        text(lang, "turns.next_button", turn=3): commands.After(token, "turns", 3),
        text(lang, "turns.fork_button"): commands.After(token, "fork", 2),
        text(lang, "turns.meant_button"): commands.After(token, "meant", 2),
        text(lang, "turns.all_button"): commands.After(token, "turns", 2, "from"),
    }
    assert text(lang, "turns.previous_button", turn=0) not in own(1)
    assert len(own(1)) == len(own(last)) == 4
    (asked,) = trainee.do(commands.After(token, "fork", 2))
    assert text(lang, "whatif.title_turn", turn=2) == asked.title
    others = [page_of(c.command) for c in trainee.open("turns", 2)[0].choices[len(middle) :]]
    assert others[:5] == ["skills", "stock", "whatif", "drill", "explain"]
    for command in middle.values():
        assert unpack(pack(command)) == command


def test_without_words_there_is_nothing_to_have_meant(trainee):
    trainee.play_out(None)
    (page,) = trainee.open("turns", 1)
    assert text("en", "turns.meant_button") not in labelled(page)
    wait = catalogue_text("en").deeds["wait"].name
    assert text("en", "feedback.coach_done", done=wait) in words_of(page)
    assert text("en", "turns.fork_button") in labelled(page)


def test_deeds_stand_beside_the_words(trainee):
    trainee.begin()
    trainee.choose("deed.code_white")
    trainee.say(KIND["en"])
    trainee.token = trainee.row().token
    trainee.do(commands.Rate(trainee.token, 3))
    (page,) = trainee.open("turns", 1)
    (own,) = [part for part in page.sections if part.heading == text("en", "turns.head_you")]
    deed = catalogue_text("en").deeds["code_white"].name
    assert own.lines == (
        text("en", "feedback.quote", words=KIND["en"]),
        text("en", "feedback.coach_done", done=deed),
    )


def test_many_turns_are_listed_twelve_at_a_time(trainee):
    trainee.play_out(None)
    every = len(trainee.whole()[1])
    assert every == 36
    turn, seen = 0, []
    for first in (1, 13, 25):
        (page,) = trainee.open("turns", turn, "from" if turn else "")
        assert text("en", "turns.which", first=first, last=first + 11, every=36) in words_of(page)
        listed = labelled(page)
        seen += [c.turn for c in listed.values() if page_of(c) == "turns" and not c.detail]
        earlier, later = (listed.get(text("en", f"turns.{name}_button"))
                          for name in ("earlier", "later"))  # fmt: skip
        assert (earlier is None) == (first == 1) and (later is None) == (first == 25)
        if earlier:
            (back,) = trainee.do(earlier)
            assert text("en", "turns.which", first=first - 12, last=first - 1, every=36) in (
                words_of(back)
            )
        turn = later.turn if later else 0
        (call,) = render([page], "en")
        assert len(call.params["reply_markup"]["inline_keyboard"]) <= 12 + 2 + 6
    assert seen == [*range(1, 37)]
    (around,) = trainee.open("turns", 20, "from")
    assert text("en", "turns.which", first=13, last=24, every=36) in words_of(around)


@pytest.mark.parametrize(
    ("turn", "detail"), [(99, ""), (9999, ""), (1, "apologise"), (99, "apologise")]
)
def test_a_turn_that_is_not_there_is_answered_with_a_word(trainee, turn, detail):
    trainee.play_out(RUDE["en"])
    shown = trainee.open("turns", turn, detail)
    assert shown == [cards.Toast("whatif.no_turn_toast")] and toast(shown, "en")
    (listed,) = trainee.open("turns", 99, "from")
    assert listed.title == text("en", "turns.title")


def test_nobody_elses_turns_are_shown_nor_those_of_a_running_encounter(trainee):
    trainee.play_out(RUDE["en"])
    other = trainees(trainee.store)(2002)
    other.serials = trainee.serials
    other.begin()
    over = [cards.Toast("practice.over_toast")]
    for page in ("turns", "meant", "as_meant"):
        assert other.do(commands.After(trainee.token, page, 1)) == over
        assert other.do(commands.After(other.panel.token, page, 1)) == over


@pytest.mark.parametrize("lang", LANGS)
def test_a_turn_taken_again_tells_what_was_first_read_and_what_became_of_it(trainee, lang):
    trainee.begin(lang)
    trainee.say(SAID[lang])
    trainee.mean(MEANT)
    trainee.end()

    def told():
        return words_of(trainee.open("turns", 1)[0])

    name, first = name_of(MEANT, lang), name_of(READ[0], lang)
    assert text(lang, "feedback.coach_meant", acts=name) in told()
    assert text(lang, "turns.meant", acts=name) in told()
    assert text(lang, "turns.taken_again", read=first) in told()
    assert text(lang, "turns.meant_proposed") in told()
    for state in (ACCEPTED, REVIEWED, REJECTED):
        trainee.judge(state)
        assert text(lang, f"turns.meant_{state}") in told()


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_said_afterwards_stands_apart_from_what_the_turn_was_taken_again_as(trainee, lang):
    trainee.begin(lang)
    trainee.say(SAID[lang])
    trainee.mean(MEANT)
    trainee.end()

    def told():
        (page,) = trainee.open("turns", 1)
        heading = text(lang, "turns.head_meant")
        (lines,) = [part.lines for part in page.sections if part.heading == heading]
        return lines

    stands = (
        text(lang, "turns.meant", acts=name_of(MEANT, lang)),
        text(lang, "turns.taken_again", read=name_of(READ[0], lang)),
    )
    proposed = text(lang, "turns.meant_proposed")
    assert told() == (*stands, proposed)
    for act, judged in (("reflect", proposed), (READ[0], text(lang, "turns.meant_as_first"))):
        trainee.open("as_meant", 1, act)
        later = text(lang, "turns.meant_later", acts=name_of(act, lang))
        assert told() == (*stands, later, judged)
    trainee.open("as_meant", 1, MEANT)
    assert told() == (*stands, proposed)
