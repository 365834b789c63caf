"""Somebody who practises, for tests: says, taps, and what the store then holds."""

from itertools import count

from bot.chat.buttons import unpack
from bot.chat.render import render
from bot.practice import cards, commands
from bot.practice.entry import handle
from bot.practice.scoring import scored_encounter
from bot.practice.tools import Tools
from bot.store import corrections, encounters, people
from bot.store.corrections import ACCEPTED, PROPOSED, REJECTED, REVIEWED
from bot.store.tables import turn
from bot.store.vault import packed
from bot.texts import text
from bot.understanding import rules_reader
from dialogues.catalogue import catalogue_text, load_catalogue
from dialogues.library import Library
from dialogues.prepared import prepare
from dialogues.records import scene_from, turn_from, turn_of
from dialogues.turn import advance, begin
from tests.journeys.stage import SINGH

ACTS = load_catalogue().acts
SAID = {
    "en": "Why didn't you come sooner?",
    "fr": "Pourquoi vous n'êtes pas venu plus tôt?",
}
KIND = {"en": "I'm sorry you waited so long.", "fr": "Je suis désolé de cette longue attente."}
READ, MEANT, FAMILY = ["why_question"], "open_question", "ask"
"""What the words are read as, and what their speaker says they meant."""

ANSWERED = cards.Toast("practice.answered_toast")
NOTHING_SAID = cards.Toast("practice.nothing_said_toast")
NOTED = cards.Toast("practice.meant_toast")
READ_SO = cards.Toast("practice.read_so_toast")


class Trainee:
    """One person in front of the panel; every command is its own transaction, as in the chat."""

    def __init__(self, store, tools, serials, channel):
        self.store, self.tools, self.serials, self.channel = store, tools, serials, channel
        self.lang, self.panel = "en", None

    def person(self, tx):
        return people.find_or_create(tx, self.channel)

    def do(self, command):
        shown = self.store.transact_now(
            lambda tx: handle(tx, self.tools, self.person(tx), next(self.serials), command)
        )
        panels = [card for card in shown if isinstance(card, cards.Panel)]
        self.panel = panels[-1] if panels else self.panel
        return list(shown)

    def begin(self, lang="en", mode="learn"):
        self.lang = lang
        for command in (commands.Stop(), commands.Consent(), commands.SetLanguage(lang)):
            self.do(command)
        heard = self.do(commands.Begin(SINGH, mode))[0]
        return heard.reply.said

    def say(self, words):
        """Says words; what the subject answers."""
        shown = self.do(commands.Say(words))
        return next(card.reply.said for card in shown if isinstance(card, cards.Heard))

    def choose(self, choice):
        panel = self.panel
        return self.do(commands.PanelChoice(panel.token, panel.turn, choice, panel.retaken))

    def buttons(self):
        """The command of each button of the panel, by its label, as a phone shows them."""
        (call,) = (
            call for call in render([self.panel], self.lang) if "reply_markup" in call.params
        )
        rows = call.params["reply_markup"]["inline_keyboard"]
        return {key["text"]: unpack(key["callback_data"]) for row in rows for key in row}

    def tap(self, key):
        return self.do(self.buttons()[text(self.lang, key) if "." in key else key])

    def put_off(self):
        """Leave a risk check for later, if one is open."""
        if self.panel.page == "risk":
            self.choose("later")

    def mean(self, act):
        """The taps that say which act was meant, once a risk check has been put off."""
        self.put_off()
        self.tap("chat.meant_button")
        self.tap(f"chat.family_{ACTS[act].family}")
        return self.tap(catalogue_text(self.lang).acts[act].name)

    def play_out(self, *words, lang="en", mode="practise", rating=3):
        """An encounter from its beginning to its debrief; the last words come again and again."""
        self.begin(lang, mode)
        said = iter(words)
        now = None
        while self.row().ended_at is None:
            self.put_off()
            now = next(said, now)
            self.do(commands.Say(now) if now else self.waiting())
        self.token = self.row().token
        return self.do(commands.Rate(self.token, rating))

    def end(self, rating=3):
        """A code white, which ends the encounter; then the debrief."""
        self.put_off()
        self.choose("deed.code_white")
        self.choose("act")
        self.token = self.row().token
        return self.do(commands.Rate(self.token, rating))

    def waiting(self):
        """The tap that says nothing for a turn."""
        return commands.PanelChoice(self.panel.token, self.panel.turn, "wait")

    def open(self, page, turn=0, detail=""):
        """What a page under the debrief shows."""
        return self.do(commands.After(self.token, page, turn, detail))

    def whole(self):
        """All that an ended encounter came to: its row, its turns and its score."""

        def work(tx):
            row = encounters.by_token(tx, self.token)
            return row, encounters.turns(tx, row.id), scored_encounter(tx, self.tools, self.token)

        return self.store.transact_now(work)

    def readings(self):
        """How each turn of the newest encounter was read."""
        return [turn_from(record).move.reading for record in self.records()]

    def row(self, token=""):
        """The newest encounter, or the one with this token, as it is stored."""

        def found(tx):
            if token:
                return encounters.by_token(tx, token)
            return encounters.latest(tx, self.person(tx).id, 1)[0]

        return self.store.transact_now(found)

    def as_if_kept_before(self, *names):
        """Takes from the newest encounter what an older program did not keep with it."""

        def work(tx):
            row = encounters.latest(tx, self.person(tx).id, 1)[0]
            state = {name: kept for name, kept in row.state.items() if name not in names}
            encounters.save(tx, row, phase=row.phase, turn=row.turn, state=state)

        self.store.transact_now(work)

    def records(self):
        """The stored turns of the newest encounter."""
        row = self.row()
        return self.store.transact_now(lambda tx: encounters.turns(tx, row.id))

    def corrections(self, *states):
        every = states or (PROPOSED, ACCEPTED, REVIEWED, REJECTED)
        return self.store.transact_now(lambda tx: corrections.having(tx, *every))

    def judge(self, state):
        """Somebody judges the one correction there is."""
        (kept,) = self.corrections()
        self.store.transact_now(lambda tx: corrections.judge(tx, kept.id, state))


def words_of(report):
    """Everything that a report says."""
    parts = [line for part in report.sections for line in (part.heading, *part.lines, part.quote)]
    return "\n".join([report.title, *parts, report.caption])


def labelled(report):
    """The command of each button of a report, by its label."""
    return {choice.label: choice.command for choice in report.choices}


def name_of(act, lang="en"):
    """An act by the name that trainees know."""
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


def trainees(store, seed=7, made=Trainee):
    """Makes people who practise on one and the same store."""
    tools, serials = Tools(Library(), rules_reader(), lambda: seed), count(1)
    return lambda channel: made(store, tools, serials, channel)
