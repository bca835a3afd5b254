"""Noting all training of a list: every row or none."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils import translation

from kith.education.actions.recording import Attended, note_training
from kith.education.models.sessions import TrainingAttendance
from kith.education.training_file import rows_at
from kith.education.wording.trainings import TRAININGS
from kith.imports.registry import ImportReport
from kith.imports.rows import BadRows, Row
from kith.imports.tables import Progress, plain_heading
from kith.kernel.refusal import Refusal
from kith.kernel.training import Training
from kith.organisations.actions.machinery import note_import
from kith.organisations.queries.workforce import Worker, workers_by_email
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.platform.ui.refusals import refusal_words

TRAINING = "training"
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d %H:%M:%S")
Fault = tuple[int, Refusal]


class _Rejected(Exception):
    """A row was refused: nothing of the list is kept."""


@action
def note_training_list(*, by: Actor, rows: Sequence[Row]) -> tuple[Fault, ...]:
    """Note what the people of a list attended, or, where a row is wrong, nothing: then each wrong row is named."""
    access.require(by, Permission.MANAGE_EDUCATION)
    faults: list[Fault] = []
    try:
        with transaction.atomic():
            faults += _note_all(by, rows)
            if faults:
                raise _Rejected
    except _Rejected:
        pass
    if by.is_signed_in:
        said = [f"row {number}: {refusal_words(refusal)}" for number, refusal in faults]
        counts = {} if faults else {"trainings": len(rows)}
        note_import(by=system_actor("education"), kind=TRAINING, counts=counts, faults=said)
    audit.record(by, "education.training_list_read", TrainingAttendance(), rows=len(rows), faults=len(faults))
    return tuple(faults)


def load_training(path: Path, _progress: Progress) -> ImportReport:
    """``kith load training FILE``: all of it, or BadRows with every fault."""
    try:
        rows = rows_at(path)
    except Refusal as refusal:
        raise BadRows(path, [refusal_words(refusal)]) from refusal
    faults = note_training_list(by=system_actor("imports"), rows=rows)
    if faults:
        raise BadRows(path, [f"row {number}: {refusal_words(refusal)}" for number, refusal in faults])
    return ImportReport({"trainings": len(rows)})


def _note_all(by: Actor, rows: Sequence[Row]) -> Iterator[Fault]:
    people = workers_by_email(row["email"] for row in rows)
    trainings, seen = _trainings(), set[tuple[str, Training, date]]()
    for row in rows:
        try:
            # A savepoint: the rows after a refused one are looked at, too.
            with transaction.atomic():
                note_training(by=by, attended=_attended(row, people, trainings, seen))
        except Refusal as refusal:
            yield row.number, refusal


def _attended(
    row: Row, people: Mapping[str, Worker], trainings: Mapping[str, Training], seen: set[tuple[str, Training, date]]
) -> Attended:
    email = row["email"].lower()
    if (person := people.get(email)) is None:
        raise Refusal("training_person_unknown")
    if (training := trainings.get(plain_heading(row["training"]))) is None:
        raise Refusal("training_unknown")
    on = _day(row["on"])
    if (email, training, on) in seen:
        raise Refusal("training_twice")
    seen.add((email, training, on))
    return Attended(person.id, training, on, row["provider"])


def _trainings() -> Mapping[str, Training]:
    """Trainings by their codes, and by their names in English and in the reader's language."""
    found: dict[str, Training] = {}
    for training, name in TRAININGS.items():
        with translation.override("en"):
            found[plain_heading(str(name))] = training
        found[plain_heading(str(name))] = found[plain_heading(training.value)] = training
    return found


def _day(typed: str) -> date:
    for form in DAYS:
        try:
            return datetime.strptime(typed, form).date()  # noqa: DTZ007  # a day has no time zone
        except ValueError:
            continue
    raise Refusal("training_day_unreadable")
