"""Two at once: one proposal waits for a way, and it takes effect once; with the controls that show the alarm."""

from typing import Any

import pytest
from django.db.models import QuerySet

from kith.interpreting.models.interpreters import Interpreter
from kith.kernel.ids import WayProposalId
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.platform.sign_in import sending
from kith.ways.actions import answering, proposing
from kith.ways.actions.answering import confirm_way_by_link
from kith.ways.actions.proposing import change_ways
from kith.ways.models import WayProposal
from testing.people import at_the_same_moment, look_together
from tests.ways.cases import AnInterpreter

pytestmark = pytest.mark.django_db(transaction=True)
OTHER = "+447700900555"


@pytest.fixture
def interpreter(monkeypatch: pytest.MonkeyPatch) -> AnInterpreter:
    sent: list[sending.Letter] = []
    monkeypatch.setattr(sending, "_senders", [sent.append])
    return AnInterpreter(sent)


def no_row_is_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **_how: rows.all())


def proposed(interpreter: AnInterpreter, by: Viewer, to: str) -> list[WayProposalId]:
    return change_ways(by=by, kind=interpreter.kind, key=interpreter.key(), phone=to, email="")


def two_propose(interpreter: AnInterpreter) -> list[Any]:
    people = ((interpreter.proposer, interpreter.new), (interpreter.second, OTHER))
    became = at_the_same_moment(*(lambda by=by, to=to: len(proposed(interpreter, by, to)) for by, to in people))
    return sorted(became, key=str)


def test_of_two_proposals_at_once_one_waits(interpreter: AnInterpreter) -> None:
    assert two_propose(interpreter) == [1, "Refusal"]
    assert WayProposal.objects.count() == 1


def test_without_the_lock_the_database_itself_refuses_the_second(
    interpreter: AnInterpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_row_is_locked(monkeypatch)
    monkeypatch.setattr(proposing, "_earlier", look_together(2, proposing._earlier))
    assert two_propose(interpreter) == [1, "IntegrityError"]


def confirmed_twice(interpreter: AnInterpreter) -> list[Any]:
    interpreter.propose(interpreter.proposer, interpreter.new)
    token, code = interpreter.token(), interpreter.code()
    became = at_the_same_moment(*[lambda: confirm_way_by_link(by=ANONYMOUS, token=token, code=code)] * 2)
    return sorted(became, key=str)


def changed_steps() -> int:
    return WayProposal.objects.get().steps.filter(state="changed").count()


def test_confirmed_twice_at_once_it_takes_effect_once(interpreter: AnInterpreter) -> None:
    assert confirmed_twice(interpreter) == [None, "NotFound"]
    assert (changed_steps(), Interpreter.objects.get(pk=interpreter.id).phone) == (1, interpreter.new)


def test_without_the_lock_it_would_have_taken_effect_twice(
    interpreter: AnInterpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_row_is_locked(monkeypatch)
    monkeypatch.setattr(answering, "may_try_code", look_together(2, answering.may_try_code))
    assert confirmed_twice(interpreter) == [None, None]
    assert changed_steps() == 2
