"""Each skill is shown by certain acts and spoilt by others; drills come from the weak turns."""

import pytest

from bot.feedback.drills import SKILLS, catalogue_examples, check
from bot.feedback.rubric.record import of_turns
from bot.feedback.rubric.score import score
from bot.feedback.weak_turns import INSTEAD, LOW, Drill, heard_before, weak_drills
from bot.texts import LANGS
from bot.understanding import rules_reader
from dialogues.catalogue import load_catalogue
from dialogues.library import Library
from dialogues.prepared import prepare
from dialogues.records import turn_of
from dialogues.reply import Reply
from dialogues.turn import advance, begin
from state_machines.acts import Move, Polarity, ReadAct, Reading
from tests.journeys.stage import SINGH

READER = rules_reader()
PLAYS = {lang: prepare(Library().load(SINGH), lang) for lang in LANGS}
FIRST = Reply(said="first")
BRIDGE = prepare(Library().load("bridge_rail"), "en")


def read(lang, words):
    _, opening = begin(PLAYS[lang], 7)
    return READER.read(words, lang=lang, previous=opening.said, earlier=(), topics={}, exemplars=())


def judged(skill, lang, words):
    return check(skill, read(lang, words), PLAYS[lang].scenario.feels)


SHOWN = {
    "reflect": {
        "en": "You've been here six hours and you don't know if she's alive.",
        "fr": "Vous êtes ici depuis six heures et vous ne savez pas comment elle va.",
    },
    "label": {
        "en": "You sound terrified for your daughter.",
        "fr": "Vous avez l'air terrifié pour votre fille.",
    },
    "ask_suicide": {
        "en": "Are you thinking about killing yourself?",
        "fr": "Est-ce que vous pensez au suicide?",
    },
    "set_limit": {
        "en": "I can't talk while you hit the glass. "
        "You can sit with me or stand by the wall, whichever you like.",
        "fr": "Je ne peux pas vous parler si vous frappez la vitre. "
        "Vous pouvez vous asseoir avec moi ou rester près du mur, comme vous voulez.",
    },
    "repair": {
        "en": "That came out wrong. I’m sorry.",
        "fr": "Ça sonnait comme un ordre, ce n'est pas ce que je voulais dire.",
    },
    "open": {
        "en": "I'm Sam, one of the nurses. I'm here because you've been waiting six hours.",
        "fr": "Bonjour, moi c'est Sam, je suis infirmier. "
        "Je suis ici parce que vous attendez depuis six heures.",
    },
    "brevity": {"en": "You sound frightened.", "fr": "Vous avez l'air d'avoir peur."},
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("skill", SKILLS)
def test_a_line_that_shows_the_skill_is_said_to(skill, lang):
    found = judged(skill, lang, SHOWN[skill][lang])
    assert found.shown and found.missing == ()


MISSED = [
    ("reflect", "en", "What happened tonight?", "reflect"),
    ("reflect", "fr", "Qu'est-ce qui s'est passé?", "reflect"),
    ("label", "en", "What happened tonight?", "label"),
    ("label", "fr", "Vous avez l'air fâché. Calmez-vous.", "harmful"),
    ("label", "en", "You seem jealous of her.", "label"),
    ("ask_suicide", "en", "Are you thinking of hurting yourself?", None),
    ("ask_suicide", "fr", "Pensez-vous à vous faire du mal?", "indirect"),
    ("ask_suicide", "en", "You're not thinking of suicide, are you?", "ask_suicide"),
    ("set_limit", "en", "I can't talk while you hit the glass.", "way_out"),
    ("set_limit", "fr", "Je ne peux pas vous parler si vous frappez la vitre.", "way_out"),
    ("set_limit", "en", "Would you rather talk in here or outside?", "set_limit"),
    ("repair", "en", "I'm sorry I raised my voice, but you were shouting.", "but"),
    ("repair", "fr", "Je suis désolé d'avoir haussé le ton, mais vous criiez.", "but"),
    ("open", "en", "I'm Sam, one of the nurses.", "give_reason"),
    ("open", "fr", "Je suis ici parce que vous attendez depuis six heures.", "introduce"),
    (
        "open",
        "en",
        "I'm Sam, one of the nurses. I'm here because you've been waiting. Sit down.",
        "harmful",
    ),
    ("brevity", "en", "The table is brown.", "nothing"),
    (
        "brevity",
        "fr",
        "Vous avez l'air d'avoir peur, et je voudrais prendre le temps de bien comprendre tout ce "
        "qui vous est arrivé ce soir.",
        "too_long",
    ),
]


@pytest.mark.parametrize(("skill", "lang", "words", "missing"), MISSED)
def test_what_is_missing_is_named(skill, lang, words, missing):
    found = judged(skill, lang, words)
    assert not found.shown
    assert missing is None or missing in found.missing


def test_fifteen_words_are_allowed_and_sixteen_are_not():
    acts = (ReadAct("validate", Polarity.HELPFUL),)
    assert check("brevity", Reading(acts=acts, words=15), ()).shown
    assert check("brevity", Reading(acts=acts, words=16), ()).missing == ("too_long",)


def test_a_feeling_counts_only_if_the_subject_has_it():
    def named(feeling):
        act = ReadAct("label_emotion", Polarity.HELPFUL, feeling=feeling)
        return check("label", Reading(acts=(act,), words=3), ("fear",))

    assert named("fear").shown
    assert named("grief").missing == ("feeling",)
    assert named("").missing == ("vague",)


@pytest.mark.parametrize("skill", SKILLS)
def test_nothing_is_credited_where_the_reading_abstains_or_gives_an_order(skill):
    acts = tuple(
        ReadAct(act, Polarity.HELPFUL, feeling="fear")
        for act in ("reflect", "label_emotion", "ask_suicide", "set_limit", "offer_choice",
                    "repair", "introduce", "give_reason")
    )  # fmt: skip
    sound = Reading(text="suicide", acts=acts, words=9)
    assert check(skill, sound, ("fear",)).shown
    unread = Reading(text="suicide", acts=acts, words=9, abstained="unsure")
    assert check(skill, unread, ("fear",)).missing == ("unread",)
    order = (*acts, ReadAct("safety_command", Polarity.HELPFUL))
    ordered = Reading(text="suicide", acts=order, words=9)
    assert check(skill, ordered, ("fear",)).missing == ("harmful",)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("skill", SKILLS)
def test_the_catalogue_has_an_example_that_shows_the_skill(skill, lang):
    feels = load_catalogue() and PLAYS[lang].scenario.feels
    lines = catalogue_examples(skill, PLAYS[lang])
    assert any(check(skill, read(lang, line), feels).shown for line in lines)


def test_every_harmful_act_has_a_skill_that_serves_instead():
    harmful = {a.id for a in load_catalogue().acts.values() if a.polarity is Polarity.HARMFUL}
    assert set(INSTEAD) == harmful and set(INSTEAD.values()) <= set(SKILLS)


def played(prepared, *moves):
    scene, _ = begin(prepared, 7)
    found = []
    for move in moves:
        acts, words = (move, 8) if isinstance(move, str) else move
        read_acts = tuple(
            ReadAct(act, load_catalogue().acts[act].polarity, sentence=f"{act} {len(found)} a b c")
            for act in acts.split()
        )
        outcome = advance(scene, Move(Reading(text="x", acts=read_acts, words=words)), prepared)
        scene = outcome.scene
        found.append(turn_of(outcome))
    return found


def drills(prepared, *moves):
    turns = played(prepared, *moves)
    return weak_drills(turns, score(of_turns(turns, prepared)).items, prepared)


def test_an_order_gives_the_drill_of_limits_at_its_turn():
    found = drills(PLAYS["en"], "introduce give_reason", "reflect", "command", "apologise")
    assert found[0] == Drill("set_limit", 3, "act", "command")
    assert "repair" not in [drill.skill for drill in found]


def test_harm_that_was_not_mended_gives_the_drill_of_repair():
    found = drills(PLAYS["en"], "introduce give_reason", "insult", "reflect", "open_question")
    assert found[0] == Drill("repair", 2, "slip", "insult")


def test_a_long_turn_gives_the_drill_of_brevity():
    found = drills(PLAYS["en"], "introduce give_reason", ("reflect", 80), "validate")
    assert Drill("brevity", 2, "long") in found


def test_where_it_is_a_duty_the_question_about_suicide_is_drilled_unless_it_was_put():
    first = drills(BRIDGE, "introduce give_reason", "reflect", "validate")[0]
    assert (first.skill, first.why) == ("ask_suicide", "asked") and first.turn in (1, 2, 3)
    later = drills(BRIDGE, "introduce give_reason", "reflect", "ask_suicide")
    assert "ask_suicide" not in [drill.skill for drill in later]


def test_without_a_weak_turn_the_opening_is_drilled():
    turns = played(PLAYS["en"], "introduce give_reason", "reflect", "label_emotion")
    items = [one for one in score(of_turns(turns, PLAYS["en"])).items if (one.score or 5) >= LOW]
    assert weak_drills(turns, items, PLAYS["en"]) == (Drill("open", 1, "fresh"),)
    assert weak_drills((), (), PLAYS["en"]) == (Drill("open", 1, "fresh"),)


def test_at_most_three_and_each_skill_once():
    found = drills(
        PLAYS["en"], "command calm_down", "apologise validate", ("jargon argue", 90), "reflect"
    )
    assert len(found) == 3 == len({drill.skill for drill in found})


def test_the_situation_is_what_was_said_just_before_the_turn():
    turns = played(PLAYS["en"], "introduce", "command", "reflect", "apologise")
    said = [turn.reply.said for turn in turns]
    assert heard_before(Drill("set_limit", 2, "act"), turns, FIRST)[-1] == (said[0] or "first")
    expected = next(line for line in (said[1], said[0], "first") if line)
    assert heard_before(Drill("repair", 2, "slip"), turns, FIRST)[-1] == expected
    assert heard_before(Drill("open", 1, "item"), turns, FIRST) == ("first",)
    assert heard_before(Drill("label", 1, "act"), turns, FIRST) == ("first",)
