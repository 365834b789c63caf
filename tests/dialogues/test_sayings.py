"""Lines are taken once each, in an order the seed decides."""

from dialogues.sayings import fill, pick, pool

LINES = pool("One.\n\n  Two.  \nThree.\n")


def test_a_block_is_one_saying_a_line():
    assert [saying.text for saying in LINES] == ["One.", "Two.", "Three."]


def test_no_saying_comes_twice_and_then_there_is_none():
    used, heard = [], []
    while saying := pick([LINES], used, seed=5):
        used.append(saying.id)
        heard.append(saying.text)
    assert sorted(heard) == ["One.", "Three.", "Two."]


def test_the_seed_decides_the_order():
    firsts = {pick([LINES], (), seed).text for seed in range(40)}
    assert firsts == {"One.", "Two.", "Three."}


def test_a_spent_pool_gives_way_to_the_next():
    other = pool("Four.")
    assert pick([LINES, other], [saying.id for saying in LINES], 1).text == "Four."


def test_adding_a_line_does_not_change_what_the_others_are_called():
    longer = pool("Zero.\nOne.\nTwo.\nThree.")
    assert {saying.id for saying in LINES} < {saying.id for saying in longer}


def test_placeholders_are_filled_with_what_was_drawn():
    assert fill("Where is {daughter}?", {"daughter": "Simran"}) == "Where is Simran?"
