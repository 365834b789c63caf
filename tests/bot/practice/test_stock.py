"""What was said of the risk, beside what was there: agreement, each kind of miss, and silence."""

import pytest

from bot.feedback.stock import Stocktaking, compared
from bot.texts import LANGS, text
from dialogues.risk import Observed
from tests.plays import prepared

SEEN = Observed("passive_resistant", ("crowd", "long_wait"), "rising")
NAMES = {lang: prepared("er_waiting_room", lang).words.factors for lang in LANGS}


def told(lang="en", level="passive_resistant", factors=(), changed=""):
    return "\n".join(
        compared(Stocktaking(3, level, tuple(factors), changed, SEEN), NAMES[lang], lang)
    )


@pytest.mark.parametrize("lang", LANGS)
def test_agreement_is_said_to_be_agreement(lang):
    names = NAMES[lang]
    shown = told(lang, factors=("crowd", "long_wait"), changed="rising")
    assert text(lang, "stock.level_same", seen=text(lang, "chat.level_passive_resistant")) in shown
    assert names["crowd"] in shown and names["long_wait"] in shown
    assert shown.count("\n") == 2


@pytest.mark.parametrize(
    ("level", "key"), [("assaultive", "level_higher"), ("cooperative", "level_lower")]
)
def test_seeing_more_or_less_than_is_there_is_told_apart(level, key):
    wanted = text(
        "en",
        f"stock.{key}",
        said=text("en", f"chat.level_{level}"),
        seen=text("en", "chat.level_passive_resistant"),
    )
    assert wanted in told(level=level)


def test_what_was_missed_and_what_was_not_there_are_told_apart():
    shown = told(factors=("crowd", "filming"), changed="easing").splitlines()
    assert shown[1] == text("en", "stock.change_other", said="easing", seen="rising")
    assert shown[2:] == [
        text("en", "stock.named", factors=NAMES["en"]["crowd"]),
        text("en", "stock.missed", factors=NAMES["en"]["long_wait"]),
        text("en", "stock.not_there", factors=NAMES["en"]["filming"]),
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_a_check_left_for_later_is_not_blamed(lang):
    seen = text(lang, "chat.level_passive_resistant")
    assert told(lang, level="") == text(lang, "stock.unanswered", seen=seen)
