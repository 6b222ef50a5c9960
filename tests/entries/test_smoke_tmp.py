import pytest
from tests.factories.entries import *
from plaudit.entries.invariants import INVARIANTS
@pytest.mark.django_db
def test_s(django_assert_max_num_queries):
    e=a_submitted_entry(); e2=a_withdrawn_entry()
    assert [s for i in INVARIANTS for s in i()]==[]
    s=e.submissions.get(); print(s.reference, s.snapshot)
    from plaudit.entries.queries import entry_of
    p=e.started_by
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    c=e.category.criteria.first()
    with CaptureQueriesContext(connection) as q:
        ent=entry_of(p,e.id)
        save_answer(ent,c,by=p,at=WHILE_OPEN,text="new words",version=1)
    for x in q: print(x['sql'][:300])
    from plaudit.messages.models import OutboxMessage
    for m in OutboxMessage.objects.all(): print(m.subject, m.recipient, m.body)
