"""Rows of every room that follow a family: found through Django's own register of models, moved, and put back.

No room is imported here and none has to be told: whatever points to a family, a parent, a baby or a pregnancy by a
foreign key is found. What a row says is kept as PostgreSQL itself writes it (``to_jsonb``), and put back the same way.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from kith.families.models.family import Family
from kith.families.models.merging import FamilyMerge, MergeStep
from kith.families.rules.codes import MergeChange
from kith.kernel.ways import Ways
from kith.platform.answers import NOT_CURRENT, Answered

Link = models.ForeignKey[Any, Any]
Closing = Callable[[datetime], Mapping[str, object]]
_closings: dict[str, Closing] = {}


def register_closing(constraint: str, closing: Closing) -> None:
    """Say by which change a second row may stand beside the first under a constraint; else it is set aside."""
    _closings[constraint] = closing


def links_to(target: type[models.Model]) -> Iterator[Link]:
    """Every foreign key of every room that points to this table, always in the same order."""
    found = [
        field
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.ForeignKey) and field.remote_field.model is target
    ]
    yield from sorted(found, key=str)


class Mover:
    """Takes rows over, one by one, and writes down each step of a merge so that it can be taken back."""

    def __init__(self, merge: FamilyMerge, now: datetime) -> None:
        self.merge, self.now = merge, now
        self.steps: list[MergeStep] = []
        self.ways_learnt: dict[UUID, Ways] = {}

    def move_all(self, target: type[models.Model], gone: object, kept: object) -> None:
        """Let everything that points to one row of this table point to the other."""
        for link in links_to(target):
            rows = link.model._base_manager.filter(**{link.attname: gone}).order_by("pk")
            for pk in list(rows.values_list("pk", flat=True)):
                self._move(link, pk, gone, kept)

    def change(self, model: type[models.Model], pk: Any, values: Mapping[str, object], *, why: str = "") -> None:
        """Write other values into a row, and note what stood there."""
        before = as_json(model, pk)
        model._base_manager.filter(pk=pk).update(**values)
        after = as_json(model, pk)
        made = {each.column for each in model._meta.local_fields if isinstance(each, models.GeneratedField)}
        changed = {name for name in after if after[name] != before[name] and name not in made}
        self._note(
            MergeChange.CHANGED,
            model,
            pk,
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
            constraint=why,
        )

    def remove(self, model: type[models.Model], pk: Any, *, why: str = "") -> None:
        """Take a row away, and whatever hangs on it; all of it is noted whole."""
        for link in links_to(model):
            for each in list(link.model._base_manager.filter(**{link.attname: pk}).values_list("pk", flat=True)):
                if link.remote_field.on_delete is models.SET_NULL:
                    self.change(link.model, each, {link.attname: None}, why=why)
                else:
                    self.remove(link.model, each, why=why)
        self._note(MergeChange.REMOVED, model, pk, before=as_json(model, pk), constraint=why)
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {_table(model)} WHERE {_key(model)} = %s", [pk])

    def _move(self, link: Link, pk: Any, gone: object, kept: object) -> None:
        why = self._try(link, pk, {link.attname: kept})
        if why is None:
            self._note(MergeChange.MOVED, link.model, pk, before={link.column: gone}, after={link.column: kept})
            return
        # Of two answers to one question the one on the record kept goes on to count.
        closing = (lambda _now: NOT_CURRENT) if issubclass(link.model, Answered) else _closings.get(why)
        if closing and self._try(link, pk, {**closing(self.now), link.attname: kept}, undo=True) is None:
            self.change(link.model, pk, {**closing(self.now), link.attname: kept}, why=why)
        else:
            self.remove(link.model, pk, why=why)

    def _try(self, link: Link, pk: Any, values: Mapping[str, object], *, undo: bool = False) -> str | None:
        """Write the values; the name of the constraint that forbids it, or None. The database alone knows them all."""
        try:
            with transaction.atomic():
                link.model._base_manager.filter(pk=pk).update(**values)
                if undo:
                    transaction.set_rollback(True)
        except IntegrityError as refusal:
            return str(getattr(getattr(refusal.__cause__, "diag", None), "constraint_name", None) or "unknown")
        return None

    def _note(
        self,
        change: MergeChange,
        model: type[models.Model],
        pk: Any,
        *,
        before: Mapping[str, object],
        after: Mapping[str, object] | None = None,
        constraint: str = "",
    ) -> None:
        self.steps.append(
            MergeStep(
                merge=self.merge,
                number=len(self.steps) + 1,
                change=change,
                table=model._meta.label,
                row_pk=str(pk),
                before=json.loads(json.dumps(before, default=str)),
                after=json.loads(json.dumps(after or {}, default=str)),
                constraint=constraint,
            )
        )


def put_back(step: MergeStep) -> bool:
    """Take one step back; False where something newer stands in its way, which is then left as it is."""
    model = apps.get_model(step.table)
    try:
        with transaction.atomic():
            if step.change == MergeChange.REMOVED:
                _insert(model, step.before)
            else:
                _restore(model, step)
    except IntegrityError:
        return False
    return True


def as_json(model: type[models.Model], pk: Any) -> dict[str, Any]:
    """A row as PostgreSQL writes it down."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT to_jsonb(t)::text FROM {_table(model)} t WHERE {_key(model)} = %s", [pk])
        (said,) = cursor.fetchone()
    found: dict[str, Any] = json.loads(said)
    return found


def take_away(family_id: object, mover: Mover) -> None:
    """Remove the family that nothing points to any more; the database itself refuses where something still does."""
    mover.remove(Family, family_id)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _insert(model: type[models.Model], row: Mapping[str, Any]) -> None:
    kept = [str(f.column) for f in model._meta.local_concrete_fields if not isinstance(f, models.GeneratedField)]
    names = ", ".join(connection.ops.quote_name(name) for name in kept)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {_table(model)} ({names}) OVERRIDING SYSTEM VALUE "
            f"SELECT {names} FROM jsonb_populate_record(NULL::{_table(model)}, %s)",
            [json.dumps(row)],
        )


def _restore(model: type[models.Model], step: MergeStep) -> None:
    """Put the earlier values back, each where the merge's own still stands."""
    earlier = f"jsonb_populate_record(NULL::{_table(model)}, %(before)s)"
    values = ", ".join(
        f"{name} = CASE WHEN to_jsonb(t) -> {literal} = %(after)s::jsonb -> {literal} "
        f"THEN ({earlier}).{name} ELSE t.{name} END"
        for name, literal in ((connection.ops.quote_name(each), f"'{each}'") for each in step.before)
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {_table(model)} t SET {values} WHERE {_key(model)}::text = %(pk)s",
            {"before": json.dumps(step.before), "after": json.dumps(step.after), "pk": step.row_pk},
        )


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _key(model: type[models.Model]) -> str:
    return connection.ops.quote_name(str(model._meta.pk.column))
