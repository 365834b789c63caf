"""What if: other words in one turn of an ended encounter; the encounter itself stays as it was."""

from contextlib import closing

import pytest

from bot.chat.buttons import pack, unpack
from bot.chat.render import render, toast
from bot.practice import cards, commands
from bot.store.work import Store
from bot.texts import LANGS, text
from tests.bot.practice.trainees import Trainee, trainees, words_of
from tests.journeys.stage import SINGH

RUDE = {"en": "Calm down.", "fr": "Calmez-vous."}
KIND = {
    "en": "I'm sorry nobody came to see you. What happened tonight?",
    "fr": "Je suis désolée que personne ne soit venu vous voir. Qu'est-ce qui s'est passé ce soir?",
}
UNCLEAR = {"en": "Purple seventeen cheese rhubarb", "fr": "Fromage mauve dix-sept rhubarbe"}
ELSEWHERE = "sdkfjh sdkfjhsdf"


class Rude(Trainee):
    """One person who has been rude to the end and has rated themselves."""

    def be_rude(self, lang):
        (self.debrief,) = self.play_out(RUDE[lang], lang=lang)

    def typed(self, words):
        return self.do(commands.Say(words))

    def state(self):
        return self.row(self.token).state

    def notes(self):
        return self.state()["notes"].get("whatif", [])

    def record(self):
        """All that the encounter came to: turns, scene, score, ending, when it ended."""
        row, turns, score = self.whole()
        kept = row.state["scene"], row.state["good"], row.ending, row.ended_at, row.phase
        return turns, kept, row.turn, score


@pytest.fixture(params=LANGS)
def trainee(request, tmp_path):
    with closing(Store.open(f"sqlite:///{tmp_path / 'whatif.db'}", bytes(32))) as store:
        one = trainees(store, made=Rude)(5)
        one.be_rude(request.param)
        yield one


def forks_of(report):
    """The buttons that lead to one turn, said differently."""
    pages = (choice for choice in report.choices if isinstance(choice.command, commands.After))
    return [choice for choice in pages if choice.command.page == "fork"]


def test_other_words_are_played_beside_the_encounter_and_change_nothing_of_it(trainee):
    lang, before = trainee.lang, trainee.record()
    assert commands.After(trainee.token, "whatif") in [c.command for c in trainee.debrief.more]
    (listed,) = trainee.open("whatif")
    turns = forks_of(listed)
    assert [choice.command.turn for choice in turns] == [*range(1, len(before[0]) + 1)][:12]
    assert all(len(choice.label) <= 28 and RUDE[lang] in choice.label for choice in turns)

    (asked,) = trainee.do(turns[1].command)
    assert before[0][0]["reply"]["said"].replace("*", "") in words_of(asked)
    assert RUDE[lang] in words_of(asked) and trainee.state()["awaits"] == "whatif.2"

    (shown,) = trainee.typed(KIND[lang])
    (kept,) = trainee.notes()
    assert (kept["turn"], kept["words"], trainee.state()["awaits"]) == (2, KIND[lang], "")
    told = words_of(shown)
    new, old = kept["replies"][0], before[0][1]["reply"]
    for line in (new["said"], new["cue"], old["said"], old["cue"], KIND[lang], RUDE[lang]):
        assert line.replace("*", "") in told
    assert new["said"] != old["said"] and shown.picture.startswith(b"\x89PNG")
    pages = [c.command for c in shown.choices[:2]]
    assert pages == [
        commands.After(trainee.token, "fork", 2),
        commands.After(trainee.token, "whatif"),
    ]
    assert trainee.record() == before
    photo, *_ = render([shown], lang)
    assert photo.method == "sendPhoto" and shown.caption.splitlines()[1] in photo.params["caption"]

    trainee.open("fork", 2)
    again = trainee.typed(KIND[lang])
    assert again == [shown] and trainee.notes() == [kept]
    (listed,) = trainee.open("whatif")
    assert KIND[lang][:20] in words_of(listed)


def test_what_cannot_be_read_leaves_the_turn_open_and_stopping_leaves_it(trainee):
    lang = trainee.lang
    trainee.open("fork", 1)
    for words, key in ((ELSEWHERE, "not_addressed"), (UNCLEAR[lang], "unsure")):
        (card,) = trainee.typed(words)
        subject = trainee.tools.library.load(SINGH).words[lang].subject
        assert text(lang, f"whatif.{key}", subject=subject, turn=1) in words_of(card)
        assert trainee.state()["awaits"] == "whatif.1" and trainee.notes() == []
    assert [card for card in trainee.do(commands.Stop()) if isinstance(card, cards.Stopped)]
    assert trainee.typed(KIND[lang]) == [cards.Plain("practice.nothing_running")]
    trainee.open("fork", 1)
    trainee.open("whatif")
    assert trainee.typed(KIND[lang]) == [cards.Plain("practice.nothing_running")]
    assert trainee.notes() == []


def test_a_turn_that_is_not_there_is_answered_with_a_word(trainee):
    last = len(trainee.record()[0])
    for turn in (0, last + 1, 9999):
        shown = trainee.open("fork", turn)
        assert shown == [cards.Toast("whatif.no_turn_toast")] and toast(shown, trainee.lang)
    assert trainee.state()["awaits"] == ""
    tap = commands.After(trainee.token, "fork", last)
    assert unpack(pack(tap)) == tap and isinstance(trainee.do(tap)[0], cards.Report)


def test_not_while_another_encounter_is_under_way(trainee):
    first, lang = trainee.token, trainee.lang
    trainee.open("fork", 1)
    trainee.do(commands.Begin(SINGH, "practise", "nurse"))
    assert trainee.open("fork", 2) == [cards.Toast("whatif.running_toast")]
    shown = trainee.typed(KIND[lang])
    assert isinstance(shown[0], cards.Heard) and trainee.notes() == []
    trainee.do(commands.Stop())
    assert trainee.typed(KIND[lang]) == [cards.Plain("practice.nothing_running")]
    trainee.open("fork", 2)
    assert isinstance(trainee.typed(KIND[lang])[0], cards.Report)
    assert trainee.token == first and [one["turn"] for one in trainee.notes()] == [2]


def test_of_many_turns_those_that_mattered_are_offered_twelve_in_their_order(trainee):
    rude = RUDE[trainee.lang]
    trainee.play_out(*[None] * 13, rude, rude, None, lang=trainee.lang)
    turns = len(trainee.record()[0])
    assert turns > 15
    (listed,) = trainee.open("whatif")
    offered = [choice.command.turn for choice in forks_of(listed)]
    assert len(offered) == 12 and offered == sorted(offered) and {14, 15} <= set(offered)
    assert text(trainee.lang, "whatif.some", turns=turns, shown=12) in words_of(listed)
    assert all(len(choice.label) <= 28 for choice in listed.choices)
