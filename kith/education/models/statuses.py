"""Until when people are trained, and how they stand to what is asked: read alike by pages and by reminders."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from django.db.models import Max, Q
from django.db.models.functions import Coalesce

from kith.education.models.asked import versions_on
from kith.education.models.qualifications import Qualification
from kith.education.rules.requirements import Version
from kith.education.rules.status import Status, asked_of, status_of
from kith.kernel.ids import AccountId
from kith.kernel.training import Training
from kith.organisations.queries.workforce import Worker, persons_behind
from kith.organisations.rules import Role

FEW = 500
"""So many are named in the question; of more, all rows are read."""
Ends = Mapping[tuple[AccountId, Training], date]
"""The last day on which each person is or was trained in each thing; date.max where it has no end."""


def ends_of(people: Iterable[Worker], on: date, training: Training | None = None) -> Ends:
    """Until when these people are or were trained, as it stands on a day; their earlier work in the alliance counts."""
    people = list(people)
    persons = {each.person for each in people}
    rows = Qualification.objects.filter(Q(taken_back_on=None) | Q(taken_back_on__gt=on), from_on__lte=on)
    if training:
        rows = rows.filter(training=training)
    if len(persons) <= FEW:
        rows = rows.filter(membership__account_id__in=persons)
    ends = rows.values_list("membership_id", "training").annotate(last=Max(Coalesce("until_on", date.max)))
    found = list(ends)
    known = {each.id: each.person for each in people}
    known |= persons_behind({row[0] for row in found} - known.keys())
    last: dict[tuple[AccountId, Training], date] = {}
    for membership_id, code, until_on in found:
        if (person := known.get(membership_id)) in persons:
            assert person is not None
            key = (person, Training(code))
            last[key] = max(last.get(key, until_on), until_on)
    return last


def statuses(
    people: Iterable[Worker], on: date, soon: timedelta, training: Training | None = None
) -> Iterator[tuple[Worker, Status]]:
    """Each person with each training that is asked of their role on a day."""
    people = list(people)
    versions = [each for each in versions_on(on) if training in (None, each.training)]
    by_role: dict[Role, list[Version]] = {role: asked_of(role, versions) for role in {each.role for each in people}}
    ends = ends_of(people, on, training)
    for each in people:
        for version in by_role[each.role]:
            until_on = ends.get((each.person, version.training))
            yield each, status_of(version, began_on=each.from_on, until_on=until_on, on=on, soon=soon)
