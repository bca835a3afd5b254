"""Migrations that draw up only the models they need: an empty database is ready in a third of the time.

Before each operation Django makes every model anew that is related to the one at hand by whatever number of steps; in
a house where all lead to the family that is nearly all of them, and the cost grows with the square of their number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any, ClassVar, Self

from django.contrib.postgres.operations import CreateExtension, ValidateConstraint
from django.core.management.commands import migrate
from django.db.migrations import executor as executors
from django.db.migrations import operations, state
from django.db.migrations.migration import Migration
from django.db.migrations.operations.base import Operation
from django.db.migrations.utils import resolve_relation
from django.db.models import Model
from django.db.models.utils import make_model_tuple

Key = tuple[str, str]
# What makes tables, columns, rules and indexes needs the model at hand and those it points to. Every other operation
# may ask who points to it, or run code of its own: for these all models are drawn up.
PLAIN = (
    operations.CreateModel,
    operations.AddField,
    operations.AddConstraint,
    operations.RemoveConstraint,
    operations.AddIndex,
    operations.RemoveIndex,
    operations.AlterUniqueTogether,
    operations.AlterModelManagers,
    operations.AlterModelOptions,
    operations.RunSQL,
    CreateExtension,
    ValidateConstraint,
)


class ModelsOnDemand(state.StateApps):
    """The models at one step of the migrations; each is drawn up when it is asked for, with those it points to."""

    is_eager: ClassVar[bool] = False

    def __init__(self, real_apps: Any, models: Any, ignore_swappable: bool = False) -> None:
        self.waiting: dict[Key, state.ModelState] = {}
        super().__init__(real_apps, models, ignore_swappable)

    def render_multiple(self, model_states: Sequence[state.ModelState]) -> None:
        """Keep the models until one of them is asked for."""
        self.waiting |= {(each.app_label, each.name_lower): each for each in model_states}
        if self.is_eager:
            self.draw_all()

    def draw_all(self) -> None:
        """Draw up all models that still wait."""
        states = list(self.waiting.values())
        self.waiting.clear()
        super().render_multiple(states)

    def get_model(self, app_label: str, model_name: str | None = None, require_ready: bool = True) -> type[Model]:
        """The model by its name, drawn up now if it has not been."""
        label, name = (app_label, model_name) if model_name else app_label.split(".")
        self._draw((label, name.lower()))
        return super().get_model(label, name, require_ready)

    def unregister_model(self, app_label: str, model_name: str) -> None:
        """Forget the model, whether it was drawn up or not."""
        self.waiting.pop((app_label, model_name), None)
        super().unregister_model(app_label, model_name)

    def clone(self) -> Self:
        """The same step once more; what changes in the one is not seen in the other."""
        copied: Any = super().clone()
        # Django's own makes a plain registry: it names its class.
        copied.__class__ = type(self)
        copied.waiting = {key: each.clone() for key, each in self.waiting.items()}
        return copied  # type: ignore[no-any-return]

    def _draw(self, key: Key) -> None:
        if (wanted := self.waiting.pop(key, None)) is None:
            return
        for other in _pointed_to(wanted):
            self._draw(other)
        super().render_multiple([wanted])


def _pointed_to(model: state.ModelState) -> Iterator[Key]:
    """The models that this one's columns and bases name."""
    for base in model.bases:
        if isinstance(base, str):
            yield make_model_tuple(base)
    for field in model.fields.values():
        if field.is_relation and field.remote_field:
            through = getattr(field.remote_field, "through", None)
            for related in filter(None, (field.remote_field.model, through)):
                yield resolve_relation(related, model.app_label, model.name_lower)


class Executor(executors.MigrationExecutor):
    """Applies migrations; those that are not plain see all models."""

    def apply_migration(self, *args: Any, **kwargs: Any) -> state.ProjectState:
        """Apply one migration."""
        before, migration = args[:2]
        with nullcontext() if is_plain(migration) else _all_models(before):
            return super().apply_migration(*args, **kwargs)

    def migrate(self, *args: Any, **kwargs: Any) -> state.ProjectState:
        """Apply the plan; those told of its end see all models."""
        after = super().migrate(*args, **kwargs)
        ModelsOnDemand.is_eager = True
        if "apps" in vars(after):
            _draw_all(after)
        return after


def is_plain(migration: Migration) -> bool:
    """Whether every operation of the migration needs only its own models and those they point to."""
    return all(isinstance(each, PLAIN) or _is_of_one_column(each) for each in migration.operations)


def _is_of_one_column(operation: Operation) -> bool:
    """Whether the operation alters a column that no other table can point to."""
    return isinstance(operation, operations.AlterField) and not operation.field.unique


def _draw_all(at: state.ProjectState) -> None:
    if isinstance(at.apps, ModelsOnDemand):
        at.apps.draw_all()


@contextmanager
def _all_models(before: state.ProjectState) -> Iterator[None]:
    _draw_all(before)
    ModelsOnDemand.is_eager = True
    try:
        yield
    finally:
        ModelsOnDemand.is_eager = False


@contextmanager
def models_on_demand() -> Iterator[None]:
    """Within it ``migrate`` draws up models when they are asked for."""
    with patched(state, "StateApps", ModelsOnDemand), patched(migrate, "MigrationExecutor", Executor):
        try:
            yield
        finally:
            ModelsOnDemand.is_eager = False


@contextmanager
def patched(module: Any, name: str, stand_in: type) -> Iterator[None]:
    """Within it the module's name means the stand-in: Django asks for these two classes by no setting."""
    own = getattr(module, name)
    setattr(module, name, stand_in)
    try:
        yield
    finally:
        setattr(module, name, own)
