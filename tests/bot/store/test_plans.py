"""What is asked every moment looks only at what is still to do, however much has been done."""

import pytest
from sqlalchemy import event

from bot.store import inbox, outbox
from tests.bot.store.places import ON_SQLITE
from tests.bot.store.rows import BOT, begin, message

BUSY = [
    (inbox.next_open, ["ix_inbox_open", "ix_inbox_chat"]),
    (lambda tx: outbox.due(tx, 10), ["ix_outbox_pending", "ix_outbox_unsent"]),
]


def plan_of(tx, work):
    """How SQLite goes about every query of the work."""
    asked = []

    def note(_connection, _cursor, statement, parameters, _context, _many):
        asked.append((statement, parameters))

    event.listen(tx.connection, "before_cursor_execute", note)
    work(tx)
    event.remove(tx.connection, "before_cursor_execute", note)
    return [
        step.detail
        for statement, parameters in asked
        for step in tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    ]


@pytest.mark.parametrize("place", ON_SQLITE, indirect=True)
@pytest.mark.parametrize(("work", "indexes"), BUSY, ids=["inbox", "outbox"])
def test_the_queue_is_read_through_its_index(do, work, indexes):
    do(inbox.accept, BOT, [message(1)])
    person_id = do(begin).person_id
    do(outbox.put, person_id, 1, [outbox.Call("sendMessage", {})])
    plan = do(plan_of, work)
    assert plan
    for index in indexes:
        assert any(index in step for step in plan)
    assert not {"SCAN inbox", "SCAN outbox"} & set(plan)
