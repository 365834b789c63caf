"""A button carries its command there and back, in 64 bytes, and nothing else gets through."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.buttons import LONGEST, pack, unpack
from bot.practice import commands
from bot.practice.choosing import MODES
from dialogues.catalogue import load_catalogue
from dialogues.scenario import Role

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True)
TOKENS = st.from_regex(r"[A-Za-z0-9_-]{8}", fullmatch=True)
TURNS = st.integers(1, 999)
CHOICES = (
    st.sampled_from(["page.main", "page.body", "page.deeds", "wait", "act", "line.4"])
    | NAMES.map("deed.{}".format)
    | st.tuples(st.sampled_from(["hands", "distance"]), NAMES.map(lambda n: n[:20])).map(
        lambda pair: f"stance.{pair[0]}.{pair[1]}"
    )
)
ACTS = tuple(load_catalogue().acts)
FAMILIES = tuple({act.family for act in load_catalogue().acts.values()})
ACT_CHOICES = st.sampled_from(
    [*(f"meant.{act}" for act in (*ACTS, "as_read")), *(f"family.{name}" for name in FAMILIES)]
)
COMMANDS = (
    st.builds(commands.PanelChoice, TOKENS, TURNS, CHOICES)
    | st.builds(commands.PanelChoice, TOKENS, st.integers(1, 36), ACT_CHOICES, st.integers(0, 99))
    | st.builds(commands.After, TOKENS, st.sampled_from(["turns", "skills"]), st.integers(0, 9999))
    | st.builds(
        commands.After,
        TOKENS,
        st.sampled_from(["meant", "as_meant", "turns"]),
        st.integers(1, 9999),
        st.sampled_from(["", "from", *ACTS, *FAMILIES]),
    )
    | st.builds(commands.Rate, TOKENS, st.integers(1, 5))
    | st.builds(commands.AskExport, TOKENS, st.sampled_from(["", "text", "json", "html"]))
    | st.builds(commands.PickScenario, NAMES)
    | st.builds(
        commands.Begin,
        NAMES,
        st.sampled_from(MODES),
        st.sampled_from(["", *get_args(Role)]),
        st.sampled_from([0, 1, 9]),
    )
    | st.builds(commands.SetLanguage, st.sampled_from(["en", "fr"]))
    | st.sampled_from(
        [
            commands.Consent(),
            commands.ListScenarios(),
            commands.Stop(),
            commands.ConfirmDelete(),
            commands.Start(),
            commands.Start(locale="fr"),
            commands.AskProgress(),
            commands.AskHistory(),
        ]
    )
)


@given(COMMANDS)
def test_what_is_packed_comes_back_and_fits(command):
    data = pack(command)
    assert unpack(data) == command
    assert len(data.encode()) <= LONGEST == 64


@pytest.mark.parametrize("mode", ["learn", "practise"])
@pytest.mark.parametrize("role", ["", "nurse"])
def test_a_button_of_a_briefing_sent_before_modes_were_shortened_still_begins(mode, role):
    data = ".".join(filter(None, [f"v1:-:0:{mode}", "night_ward", role]))
    assert unpack(data) == commands.Begin("night_ward", mode, role)


@given(st.text(max_size=80))
def test_garbage_is_no_command_of_ours_or_packs_to_itself(data):
    command = unpack(data)
    assert command is None or pack(command) == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        "v1",
        "v2:abcdefgh:1:wait",
        "v1:abcdefgh:1:",
        "v1:abcdefgh:-1:wait",
        "v1:abcdefgh:01:wait",
        "v1:abcdefgh:0:wait",
        "v1:-:1:wait",
        "v1:-:0:pick.",
        "v1:-:0:erase.everything",
        "v1:-:0:a0.night_ward",
        "v1:-:0:a01.night_ward",
        "v1:-:0:a1.night_ward.",
        "v1:-:0:x1.night_ward",
        "v1:-:0:assess.night_ward",
        "v1:-:0:assess.night_ward.nurse",
        "v1:-:0:learn1.night_ward",
        "v1:-:0:learn.",
        "v1:abcdefgh:0:rate.6",
        "v1:abcdefgh:0:rate.",
        "v1:abcdefgh:0:export.",
        "v1:abcdefgh:0:export.pdf",
        "v1:abcdefgh:1:export",
        "v1:-:0:export",
        "v1:abcdefgh:3:rate.5",
        "v1:abcdefgh:3.0:wait",
        "v1:abcdefgh:3.01:wait",
        "v1:abcdefgh:3.100:wait",
        "v1:abcdefgh:3.:wait",
        "v1:abcdefgh:0.1:rate.5",
        "v1:-:0.1:agree",
        "v1:abcdefgh:0:after.meant.own",
        "v1:abcdefgh:0:after.meant.0.own",
        "v1:abcdefgh:0:after.meant.3.own.thank",
        "v1:abcdefgh:0:after.meant.3.",
        "v1:abcdefgh:3:page.main\n",
        "v1:abcdefgh:٣:wait",
        "buy:42",
    ],
)
def test_foreign_and_broken_data_is_no_command(data):
    assert unpack(data) is None


@pytest.mark.parametrize(
    "command",
    [
        commands.Say("hello"),
        commands.AskHelp(),
        commands.Rate("abcdefgh", 6),
        commands.PanelChoice("abcdefgh", 3, "fly"),
        commands.PanelChoice("-", 3, "wait"),
        commands.PanelChoice("abcdefgh", 3, "wait", 100),
        commands.After("abcdefgh", "meant", 0, "own"),
        commands.PanelChoice("abcdefgh", 1, "deed." + "x" * 60),
        commands.PickScenario("Not A Name"),
        commands.Begin("er", "exam"),
    ],
)
def test_what_no_button_can_carry_is_refused(command):
    with pytest.raises(ValueError, match="no button can carry"):
        pack(command)
