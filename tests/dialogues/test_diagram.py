"""The machines of a scenario as pictures."""

import re
from xml.etree import ElementTree

import pytest

from dialogues.diagram import as_mermaid, as_svg
from dialogues.prepared import moods_of
from dialogues.scenario import Aside
from tests.plays import SCENARIOS, prepared


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_picture_shows_this_persons_moods_and_no_others(name):
    scenario = prepared(name).scenario
    svg = ElementTree.fromstring(as_svg("A title with <, & and é", scenario))
    texts = {element.text for element in svg.iter("{http://www.w3.org/2000/svg}text")}
    moods = set(moods_of(scenario))
    assert moods <= texts
    assert not (set(Aside.__args__) - moods) & texts
    assert "A title with <, & and é" in texts


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_event_and_ending_stands_in_the_text_with_its_condition(name):
    scenario = prepared(name).scenario
    text = as_mermaid(scenario)
    for kind, group in (("event", scenario.events), ("ending", scenario.endings)):
        for thing, part in group.items():
            label = part.when.replace("<", "&lt;").replace(">", "&gt;")
            assert f'"{label}" --> {kind}_{thing}' in text
    assert text.count("```mermaid") == 4
    for line in re.findall(r"^    (\w+) --> (\w+)", text, re.M):
        assert all(line)
