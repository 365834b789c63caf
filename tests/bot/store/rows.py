"""Small pieces of data that the tests put into the store."""

from bot.store import corrections, encounters, inbox, people

BOT = 77


def message(update_id, chat=1001, text="hello"):
    chats = {"id": chat, "type": "private"}
    return {"update_id": update_id, "message": {"chat": chats, "from": {"id": chat}, "text": text}}


def begin(tx, channel=1001, state=None, mode="learn"):
    """An encounter of the person behind the channel."""
    person = people.find_or_create(tx, channel)
    encounters.pin_scenario(tx, "hash-1", "er_waiting_room", "content")
    return encounters.begin(
        tx,
        person.id,
        scenario_id="er_waiting_room",
        scenario_hash="hash-1",
        lang="fr",
        mode=mode,
        seed=7,
        state={} if state is None else state,
        phase="briefed",
    )


def take(tx, passed=()):
    """Take the next update, done at once; gives its serial, chat and number."""
    row = inbox.next_open(tx, passed)
    if row is None:
        return None
    inbox.done(tx, row.serial)
    return row


def save_turn(tx, encounter, number):
    return encounters.save(tx, encounter, phase="engaged", turn=number, state={"n": number})


def propose(tx, encounter, turn=1, **changed):
    """A correction of what the encounter's person said in that turn."""
    said = {
        "lang": "en",
        "text": "So you walked out on her? \x00 🚓",
        "previous": "I left my shift.",
        "old_acts": ("moralise", "reflect"),
        "new_acts": ("reflect",),
    }
    corrections.propose(tx, encounter.person_id, encounter.id, turn, **{**said, **changed})
