"""An encounter comes back as it was saved, and two who change it at once do not lose a turn."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from bot.store import encounters, people
from bot.store.tables import encounter, turn
from bot.store.work import StoreConflict, StoreError
from tests.bot.store.rows import begin, save_turn

TEXTS = st.text(st.characters(codec=None, exclude_categories=[]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=20,
)
STATES = st.dictionaries(TEXTS, JSON)


def test_an_encounter_comes_back_as_it_began(do, clock):
    began = do(begin, 1001, {"scene": {"arousal": 0.1 + 0.2}, "said": "\x00 🚓 שלום"})
    assert do(encounters.current, began.person_id) == began
    assert do(encounters.by_token, began.token) == began
    assert (began.turn, began.version, began.started_at, began.ended_at) == (0, 1, clock.now, None)
    assert began.state == {"scene": {"arousal": 0.30000000000000004}, "said": "\x00 🚓 שלום"}


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(state=STATES)
def test_any_state_comes_back_exactly(do, state):
    began = do(begin, 1001, state)
    again = do(encounters.by_token, began.token)
    assert repr(again.state) == repr(state)


def test_a_token_never_begins_with_a_sign_that_a_command_line_takes_for_an_option(do, monkeypatch):
    made = iter(["--drop-8", "-abcdefg", "_abcdefg", "abcdefg-"])
    monkeypatch.setattr(encounters.secrets, "token_urlsafe", lambda size: next(made))
    assert do(begin).token == "abcdefg-"


def rated_in(do, *phases):
    return do(encounters.rated_in_mode, "assess", phases, "self")


def test_the_rated_encounters_of_a_mode_are_everybodys_oldest_first(do):
    first, second = do(begin, 1001, mode="assess"), do(begin, 2002, mode="assess")
    for one in (second, first, do(begin, 1001)):
        do(encounters.rate, one.id, "self", 4)
    do(encounters.rate, do(begin, 1001, mode="assess").id, "listening", 4)
    assert rated_in(do, "briefed", "ended") == [first, second]
    moved = do(save_turn, first, 1)
    assert rated_in(do, "engaged") == [moved]
    assert rated_in(do, "ended") == []
    do(people.erase, first.person_id)
    assert rated_in(do, "briefed", "engaged") == [second]


def test_one_that_does_not_open_takes_none_of_the_others_from_the_list(do):
    made = [do(begin, 1001, mode="assess"), do(begin, 2002, mode="assess")]
    for one in made:
        do(encounters.rate, one.id, "self", 4)
    damaged = update(encounter).where(encounter.c.id == made[0].id).values(state=b"damaged")
    do(lambda tx: tx.connection.execute(damaged))
    assert rated_in(do, "briefed") == made[1:]
    with pytest.raises(StoreError, match="does not open"):
        do(encounters.by_token, made[0].token)


def test_tokens_are_eight_characters_and_never_repeat(do):
    tokens = {do(begin).token for _ in range(20)}
    assert len(tokens) == 20 and {len(token) for token in tokens} == {8}
    assert all(token[0].isalnum() for token in tokens)
    assert do(encounters.by_token, "unknown_") is None


def test_a_saved_encounter_has_moved_on(do):
    began = do(begin)
    saved = do(save_turn, began, 3)
    assert (saved.turn, saved.phase, saved.state, saved.version) == (3, "engaged", {"n": 3}, 2)
    assert do(encounters.current, began.person_id) == saved


def test_saving_what_somebody_else_saved_first_is_refused_and_changes_nothing(do):
    began = do(begin)
    saved = do(save_turn, began, 1)
    with pytest.raises(StoreConflict, match="moved on"):
        do(save_turn, began, 9)
    assert do(encounters.current, began.person_id) == saved


def test_an_ended_encounter_is_not_current_and_its_end_stays(do, clock):
    began = do(begin)
    ended = do(
        lambda tx: encounters.save(
            tx, began, phase="ended", turn=4, state={}, ended_at=tx.now, ending="calm"
        )
    )
    assert do(encounters.current, began.person_id) is None
    clock.now += 5000
    debriefed = do(
        lambda tx: encounters.save(tx, ended, phase="debriefed", turn=4, state={}, ended_at=tx.now)
    )
    assert (debriefed.ended_at, debriefed.ending) == (ended.ended_at, "calm")
    assert do(encounters.by_token, began.token) == debriefed


def test_the_newest_running_encounter_is_the_current_one(do):
    first, second, other = do(begin), do(begin), do(begin, 2002)
    assert do(encounters.current, first.person_id) == second
    assert do(encounters.latest, first.person_id, 10) == [second, first]
    assert do(encounters.latest, first.person_id, 1) == [second]
    assert do(encounters.current, other.person_id) == other
    assert do(encounters.current, 12345) is None


def test_turns_come_back_in_order_and_exactly(do):
    began = do(begin)
    do(encounters.add_turn, began.id, 2, 52, {"said": "deux \x00"})
    do(encounters.add_turn, began.id, 1, 51, {"said": "un 🚓", "trust": 1e-17})
    assert do(encounters.turns, began.id) == [
        {"said": "un 🚓", "trust": 1e-17},
        {"said": "deux \x00"},
    ]


@pytest.mark.parametrize(("number", "serial"), [(1, 99), (9, 51)], ids=["number", "update"])
def test_a_turn_is_taken_once(do, number, serial):
    began = do(begin)
    do(encounters.add_turn, began.id, 1, 51, {})
    with pytest.raises(StoreConflict):
        do(encounters.add_turn, began.id, number, serial, {})
    assert do(encounters.turns, began.id) == [{}]


def test_a_refused_turn_takes_the_whole_transaction_with_it(do):
    began = do(begin)
    do(encounters.add_turn, began.id, 1, 51, {})

    def turn(tx):
        save_turn(tx, began, 1)
        people.find_or_create(tx, 9999)
        encounters.add_turn(tx, began.id, 1, 52, {})

    with pytest.raises(StoreConflict):
        do(turn)
    assert do(encounters.current, began.person_id) == began


def test_the_newest_turn_and_no_other_can_be_taken_again(do, clock):
    began, other = do(begin), do(begin, 2002)
    for number in (1, 2):
        do(encounters.add_turn, began.id, number, 50 + number, {"said": number})
        do(encounters.add_turn, other.id, number, 60 + number, {"said": number})
    saved = do(save_turn, began, 2)
    times = do(_rows)
    clock.now += 5000
    do(encounters.retake_turn, saved, {"said": "zwei \x00"})
    assert do(encounters.turns, began.id) == [{"said": 1}, {"said": "zwei \x00"}]
    assert do(encounters.turns, other.id) == [{"said": 1}, {"said": 2}]
    assert do(_rows) == times
    do(encounters.add_turn, began.id, 3, 53, {"said": 3})
    third = do(save_turn, saved, 3)
    do(encounters.retake_turn, third, {})
    assert do(encounters.turns, began.id)[1:] == [{"said": "zwei \x00"}, {}]


def _rows(tx):
    """All of every turn but what is in it."""
    columns = [column for column in turn.c if column is not turn.c.record]
    return tx.connection.execute(select(*columns).order_by(turn.c.id)).all()


@pytest.mark.parametrize("why", ["saved", "ended", "erased", "no turn"])
def test_a_turn_is_not_taken_again_once_the_encounter_has_moved_on(do, why):
    began = do(begin)
    if why != "no turn":
        do(encounters.add_turn, began.id, 1, 51, {"said": 1})
    saved = do(save_turn, began, 0 if why == "no turn" else 1)
    loaded = saved
    if why == "saved":
        do(save_turn, saved, 1)
    if why == "ended":
        loaded = do(
            lambda tx: encounters.save(tx, saved, phase="ended", turn=1, state={}, ended_at=tx.now)
        )
    if why == "erased":
        do(people.erase, began.person_id)
    with pytest.raises(StoreError if why == "erased" else StoreConflict):
        do(encounters.retake_turn, loaded, {"said": "again"})
    if why in ("saved", "ended"):
        assert do(encounters.turns, began.id) == [{"said": 1}]


def test_an_unknown_encounter_is_said_to_be_unknown(do):
    with pytest.raises(StoreError, match="no encounter 404"):
        do(encounters.turns, 404)
    with pytest.raises(StoreError, match="no encounter 404"):
        do(encounters.add_turn, 404, 1, 1, {})


def test_the_last_rating_of_an_item_counts(do):
    began = do(begin)
    do(encounters.rate, began.id, "self", 2)
    do(encounters.rate, began.id, "self", 4)
    do(encounters.rate, began.id, "listening", 1)
    assert do(encounters.ratings, began.id) == {"listening": 1, "self": 4}
    assert do(encounters.ratings, 404) == {}


def test_a_pinned_scenario_never_changes(do):
    do(encounters.pin_scenario, "h", "er", "texte é \x00")
    do(encounters.pin_scenario, "h", "er", "something else")
    assert do(encounters.pinned_scenario, "h") == "texte é \x00"
    with pytest.raises(StoreError, match="never pinned"):
        do(encounters.pinned_scenario, "other")
