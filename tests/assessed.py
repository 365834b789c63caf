"""People who are assessed, and somebody who reads it, on one store."""

from itertools import count

from bot.practice import cards, commands
from bot.practice.agreement import ASSESS, VERSION
from bot.practice.assessing import listed, read
from bot.practice.entry import handle
from bot.practice.tools import Tools
from bot.store import encounters, people
from bot.understanding import rules_reader
from dialogues.library import Library
from tests.journeys.stage import SINGH

LIBRARY = Library()
PERSON, OTHER = 987654321012, 876543210123
SAID = {
    "en": "I'm sorry nobody came to see you. What happened tonight?",
    "fr": "Je suis désolé que personne ne soit venu. Qu'est-ce qui s'est passé ce soir?",
}


class Desk:
    def __init__(self, store, clock):
        self.store, self.clock, self.serials = store, clock, count(1)
        seeds = count(1)
        self.tools = Tools(LIBRARY, rules_reader(), lambda: next(seeds))

    def do(self, command, person=PERSON):
        def work(tx):
            who = people.find_or_create(tx, person)
            return handle(tx, self.tools, who, next(self.serials), command)

        return list(self.store.transact_now(work))

    def join(self, lang="en", person=PERSON):
        for command in (commands.Consent(), commands.SetLanguage(lang)):
            self.do(command, person)

    def begin(self, mode=ASSESS, person=PERSON):
        agreed = VERSION if mode == ASSESS else 0
        return panel_of(self.do(commands.Begin(SINGH, mode, "nurse", agreed), person))

    def play(self, lang="en", mode=ASSESS, person=PERSON, rating=4, more=()):
        """Words, more of them, then a code white, which ends it; the token."""
        panel = self.begin(mode, person)
        for said in (SAID[lang], *more):
            panel = panel_of(self.do(commands.Say(said), person))
        for choice in ("later", "deed.code_white", "act"):
            shown = self.do(commands.PanelChoice(panel.token, panel.turn, choice), person)
        assert any(isinstance(card, cards.EndingCard) for card in shown)
        if rating:
            self.do(commands.Rate(panel.token, rating), person)
        return panel.token

    def running(self, person=PERSON):
        return self.store.transact_now(
            lambda tx: encounters.current(tx, people.find_or_create(tx, person).id)
        )

    def listed(self, **how):
        return self.store.transact_now(lambda tx: listed(tx, **how))

    def tokens(self, **how):
        return [one.token for one in self.listed(**how)]

    def read(self, token):
        return self.store.transact_now(lambda tx: read(tx, self.tools, token))

    def row(self, token):
        return self.store.transact_now(lambda tx: encounters.by_token(tx, token))

    def history(self, person=PERSON):
        return "\n".join(
            line
            for card in self.do(commands.AskHistory(), person)
            if isinstance(card, cards.Report)
            for section in card.sections
            for line in section.lines
        )


def panel_of(shown):
    return next(card for card in reversed(shown) if isinstance(card, cards.Panel))
