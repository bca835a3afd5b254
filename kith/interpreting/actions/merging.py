"""When two records turn out to be one family: two bookings for one talk become one, and the second interpreter is told.

The merge itself cancels the second booking (config/wiring names the change); here it gets its step and its message.
"""

from kith.families.events import FamiliesMerged, MergeUndone
from kith.interpreting.actions.moving import note, release
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.rules.codes import LIVE, State
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import system_actor
from kith.platform.action import action

MERGER = system_actor("interpreting.merging")


@action
def close_after_merge(event: FamiliesMerged) -> None:
    """Write the step of each booking that the merge has cancelled, and free its interpreter. Safe to run twice."""
    for row in _held_rows(event.kept, [State.CANCELLED]):
        if _last_step(row) != State.CANCELLED:
            row.revision += 1
            row.save(update_fields=["revision"])
            note(MERGER, row)
            release(row, row.interpreter_id)


@action
def ask_again_after_undo(event: MergeUndone) -> None:
    """What the merge had cancelled is wanted again, but its interpreter was let go: she is to be asked anew."""
    for row in _held_rows(event.back, sorted(LIVE)):
        if _last_step(row) == State.CANCELLED:
            row.state, row.interpreter = State.REQUESTED.value, None
            row.revision += 1
            row.save(update_fields=["state", "interpreter", "revision"])
            note(MERGER, row)


def _held_rows(family_id: FamilyId, states: list[State]) -> list[InterpreterBooking]:
    rows = InterpreterBooking.objects.select_for_update(of=("self",)).filter(family_id=family_id, state__in=states)
    return list(rows.order_by("pk"))


def _last_step(row: InterpreterBooking) -> str | None:
    return row.states.order_by("-at", "-pk").values_list("state", flat=True).first()
