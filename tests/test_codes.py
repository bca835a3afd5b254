"""A coded column holds a code of its enumeration and gives back the member: in Python, and in the database itself."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from kith.kernel import clock
from kith.platform.codes import CodeColumn, CodeField
from kith.tasks.actions.next_steps import add_next_step
from kith.tasks.rules.next_steps import StepEnd, StepKind
from testing.people import KITH, a_family, worker
from testing.tasks import NextStep

pytestmark = pytest.mark.django_db


def coded() -> list[CodeColumn]:
    return [field for model in apps.get_models() for field in model._meta.local_fields if isinstance(field, CodeColumn)]


@pytest.fixture
def step() -> NextStep:
    grace = worker()
    (own,) = grace.organisation_ids
    step_id = add_next_step(
        by=KITH, family_id=a_family(own), what="Call", due_on=clock.today(), owner=grace.membership_id
    )
    return NextStep.objects.get(pk=step_id)


def test_the_database_itself_refuses_every_other_code_in_every_coded_column() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype='c'"
        )
        checks = cursor.fetchall()
    assert len(coded()) > 60
    assert [str(field) for field in coded() if not any(holds(field, *check) for check in checks)] == []


def holds(field: CodeColumn, table: str, said: str) -> bool:
    """Whether this check is of this column and names its codes."""
    is_its_own = table == field.model._meta.db_table and field.column in re.findall(r"\w+", said)
    return is_its_own and all(f"'{code}'" in said for code in field.codes)


def test_what_is_read_is_the_member_and_none_is_the_empty_text(step: NextStep) -> None:
    assert (step.kind, type(step.kind), step.ended_as) == (StepKind.ORDINARY, StepKind, "")
    NextStep.objects.filter(kind=StepKind.ORDINARY).update(ended_as=StepEnd.DONE, ended_at=clock.now())
    (found,) = NextStep.objects.values_list("ended_as", flat=True)
    assert found is StepEnd.DONE


@pytest.mark.parametrize("wrong", ["", "another"])
def test_another_code_is_refused_by_the_database(step: NextStep, wrong: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        NextStep.objects.filter(pk=step.pk).update(kind=wrong)


def test_a_migration_keeps_the_codes_as_words_whatever_becomes_of_the_enumeration() -> None:
    _name, path, args, options = CodeField(StepKind, default=StepKind.ORDINARY).deconstruct()
    assert (path, args) == ("kith.platform.codes.CodeColumn", [["ordinary", "bereavement_call", "sign"]])
    assert options == {"default": "ordinary"}
    assert CodeColumn(*args, **options).from_db_value("ordinary") == "ordinary"
