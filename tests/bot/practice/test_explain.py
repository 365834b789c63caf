"""The trainee's account: three parts one after the other, kept with the encounter, rewritable."""

from itertools import count

import pytest

from bot.chat.buttons import pack, unpack
from bot.chat.render import render
from bot.feedback.articulation.account import MOST
from bot.practice import cards, commands
from bot.practice.entry import handle
from bot.practice.tools import Tools
from bot.store import encounters, people
from bot.store.work import Store
from bot.texts import LANGS, text
from bot.understanding import rules_reader
from dialogues.library import Library
from tests.bot.feedback.accounts import BRIDGE, GOOD, SINGH, THIN

SORRY = {"en": "I'm sorry you waited so long.", "fr": "Je suis désolé de cette attente."}
PARTS = ("before", "during", "after")
TOOLS, SERIALS, CHANNELS = Tools(Library(), rules_reader(), lambda: 7), count(1), count(1)


class Trainee:
    """One person at the phone; every command is its own transaction."""

    def __init__(self, store, lang):
        self.store, self.lang, self.channel = store, lang, next(CHANNELS)
        for command in (commands.Consent(), commands.SetLanguage(lang)):
            self.do(command)

    def do(self, command):
        return list(
            self.store.transact_now(
                lambda tx: handle(tx, TOOLS, self.person(tx), next(SERIALS), command)
            )
        )

    def person(self, tx):
        return people.find_or_create(tx, self.channel)

    def row(self, place=0):
        return self.store.transact_now(
            lambda tx: encounters.latest(tx, self.person(tx).id, 5)[place]
        )

    def end(self, name=SINGH, role="", rate=True):
        """An encounter in which water is brought, left for good; then rated."""
        self.do(commands.Begin(name, "practise", role))
        self.panel("deed.bring_water")
        self.do(commands.Say(SORRY[self.lang]))
        self.panel("later")
        self.panel("deed.disengage")
        self.panel("act")
        assert self.row().ending
        return self.do(commands.Rate(self.row().token, 3)) if rate else []

    def panel(self, choice):
        row = self.row()
        return self.do(commands.PanelChoice(row.token, row.turn + 1, choice))

    def page(self, page="explain", turn=0, place=0):
        return self.do(commands.After(self.row(place).token, page, turn))

    def type(self, words):
        return self.do(commands.Say(words))

    def write(self, account):
        """The whole account; what is shown in the end."""
        self.page()
        return [self.type(account[part]) for part in PARTS][-1]

    def kept(self):
        return self.row().state["notes"].get("explain", {})


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('explain') / 'desk.db'}", bytes(32))
    yield store
    store.close()


@pytest.fixture(params=LANGS)
def trainee(request, store):
    return Trainee(store, request.param)


def shown(given, lang):
    """Everything that is shown, as the phone gets it; whatever cannot be rendered fails."""
    calls = render(given, lang)
    return "\n".join(str(call.params["text"]) for call in calls if "text" in call.params)


def title(given):
    return given[0].title


def test_the_parts_are_asked_for_one_after_the_other_and_reviewed(trainee):
    lang = trainee.lang
    debrief = trainee.end()[0]
    assert text(lang, "practice.after_explain") in [choice.label for choice in debrief.more]
    given = trainee.page()
    for part, words in zip(PARTS, GOOD[SINGH, lang].values(), strict=True):
        assert title(given) == text(lang, f"explain.title_{part}")
        assert trainee.row().state["awaits"] == f"explain.{part}"
        given = trainee.type(words)
    told = shown(given, lang)
    total = trainee.kept()["review"]["elements"]
    assert title(given) == text(
        lang, "explain.title", total=sum(element["points"] for element in total)
    )
    assert text(lang, "explain.lawful") in told and text(lang, "explain.aid") in told
    assert trainee.kept()["written"] == GOOD[SINGH, lang]
    assert trainee.row().state["awaits"] == ""
    assert trainee.page() == given
    assert trainee.type("?") == [cards.Plain("practice.nothing_running")]


def test_deeds_are_held_against_the_turns_as_they_are_stored(trainee):
    lang = trainee.lang
    trainee.end()
    claims = {
        "en": "I brought him water. I apologised. I called security.",
        "fr": "Je lui ai apporté de l'eau. Je me suis excusé. J'ai appelé la sécurité.",
    }
    trainee.write({"before": "...", "during": claims[lang], "after": "..."})
    assert [(flag["kind"], flag["what"]) for flag in trainee.kept()["review"]["flags"]] == [
        ("absent", "call_security")
    ]


def test_the_scenarios_first_role_is_asked_where_none_was_chosen(trainee):
    lang = trainee.lang
    trainee.end(BRIDGE)
    assert text(lang, "explain.role_police") in shown(trainee.page(), lang)
    trainee.end(SINGH, "security")
    assert text(lang, "explain.role_security") in shown(trainee.page(), lang)
    assert text(lang, "explain.ask_after_security") in shown(trainee.write(THIN[SINGH, lang]), lang)


def test_a_debriefed_encounter_stays_as_it_ended(trainee):
    trainee.end()
    before = trainee.row()
    trainee.write(GOOD[SINGH, trainee.lang])
    after = trainee.row()
    assert before.phase == after.phase == "debriefed"
    assert (before.ended_at, before.ending) == (after.ended_at, after.ending)
    assert before.state["scene"] == after.state["scene"]


def test_an_ended_encounter_becomes_articulated_once_and_can_still_be_rated(trainee):
    trainee.end(rate=False)
    for _ in range(2):
        trainee.page("explain_write")
        for words in GOOD[SINGH, trainee.lang].values():
            assert trainee.row().phase in ("ended", "articulated")
            trainee.type(words)
        assert trainee.row().phase == "articulated"
    (debrief, *_) = trainee.do(commands.Rate(trainee.row().token, 3))
    assert isinstance(debrief, cards.DebriefCard) and trainee.row().phase == "debriefed"
    again = trainee.do(commands.Rate(trainee.row().token, 3))
    assert again == [cards.Toast("practice.answered_toast")]
    assert "review" in trainee.kept()


def test_a_part_can_be_skipped_once_and_all_three_leave_nothing(trainee):
    trainee.end()
    trainee.page()
    for number, part in enumerate(PARTS, start=1):
        assert trainee.row().state["awaits"] == f"explain.{part}"
        given = trainee.page("explain_skip", number)
        late = trainee.page("explain_skip", number)
        assert late == [cards.Toast("practice.answered_toast")]
    assert given == [cards.Plain("explain.nothing_written")]
    assert "review" not in trainee.kept() and trainee.row().state["awaits"] == ""
    assert title(trainee.page()) == text(trainee.lang, "explain.title_before")


def test_one_part_can_be_rewritten_or_kept_and_the_rest_stays(trainee):
    lang = trainee.lang
    trainee.end()
    thin, good = THIN[SINGH, lang], GOOD[SINGH, lang]
    trainee.write(thin)
    first = trainee.kept()["review"]
    given = trainee.page("explain_write", 2)
    assert given[0].choices[0].label == text(lang, "explain.keep_button")
    assert trainee.kept()["review"] == first
    trainee.type(good["during"])
    assert trainee.kept()["written"] == {**thin, "during": good["during"]}
    better = trainee.kept()["review"]
    assert better != first
    trainee.page("explain_write", 3)
    assert title(trainee.page("explain_skip", 3)) == title(trainee.page())
    assert trainee.kept()["written"] == {**thin, "during": good["during"]}
    assert trainee.page("explain_write", 4) == [cards.Toast("practice.over_toast")]


def test_the_writing_goes_on_where_it_was_left(trainee):
    trainee.end()
    trainee.page()
    trainee.type("...")
    trainee.page("skills")
    assert title(trainee.page()) == text(trainee.lang, "explain.title_during")
    assert trainee.kept()["draft"] == {"before": "..."}


def test_too_many_characters_are_refused_whole(trainee):
    trainee.end()
    trainee.page()
    refused = cards.Plain("explain.too_long", {"length": MOST + 1, "most": MOST})
    assert trainee.type("x" * (MOST + 1)) == [refused]
    assert str(MOST) in shown([refused], trainee.lang)
    assert trainee.kept().get("draft", {}) == {}
    trainee.type("x" * MOST)
    assert len(trainee.kept()["draft"]["before"]) == MOST


DANGER = {"en": "I want to kill myself.", "fr": "Je veux m'enlever la vie."}
THEIRS = {"en": "She said, “I want to die.”", "fr": "Elle a dit : « Je veux mourir. »"}


def test_words_of_ones_own_danger_are_answered_wherever_they_stand(trainee):
    lang = trainee.lang
    trainee.end()
    trainee.page()
    long = "He stood there. " * 90
    trainee.type(long + THEIRS[lang])
    assert trainee.row().state["awaits"] == "explain.during"
    assert trainee.type(long + DANGER[lang]) == [cards.Plain("practice.distress")]
    assert trainee.row().state["awaits"] == "" and "during" not in trainee.kept()["draft"]


def test_while_another_encounter_runs_nothing_is_written(trainee):
    trainee.end()
    trainee.do(commands.Begin(SINGH, "practise"))
    for page in ("explain", "explain_write"):
        assert trainee.page(page, place=1) == [cards.Toast("explain.running_toast")]
    assert trainee.row(1).state["awaits"] == ""


def test_deletion_takes_the_writing_with_the_encounter(trainee):
    trainee.end()
    trainee.write(GOOD[SINGH, trainee.lang])
    token = trainee.row().token
    trainee.do(commands.ConfirmDelete())
    assert trainee.store.transact_now(lambda tx: encounters.by_token(tx, token)) is None


def test_every_button_fits_and_carries_its_command(trainee):
    trainee.end()
    buttons = trainee.page()[0].choices + trainee.write(THIN[SINGH, trainee.lang])[0].choices
    assert len(buttons) >= 5
    for choice in buttons:
        assert unpack(pack(choice.command)) == choice.command and len(choice.label) <= 28
