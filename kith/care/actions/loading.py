"""Very much of the past at once: for demonstrations, and for records that come from elsewhere."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby, tee
from typing import Any

from django.db import models, transaction

from kith.care.actions import past, past_referrals
from kith.care.models.contacts import Contact
from kith.care.models.feeding import FeedingStatus
from kith.care.models.goals import FeedingGoal
from kith.care.models.leading import Deputy, NamedLead
from kith.care.models.programmes import Enrolment
from kith.care.models.referrals import Referral, ReferralStep
from kith.care.models.weights import Weight
from kith.platform import access, audit, freshness
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.freshness import Topic
from kith.platform.imports.copying import Cells, copy_rows
from kith.tasks.actions.past import STEP_TABLES, NewStep

Past = (
    past.NewLead
    | past.NewDeputy
    | past.NewEnrolment
    | NewStep
    | past.NewFeeding
    | past.NewGoal
    | past.NewWeight
    | past.NewContact
    | past_referrals.PastReferral
)
Tables = tuple[tuple[type[models.Model], Callable[[Any], Iterator[Cells]]], ...]
_TABLES: dict[type[Past], Tables] = {
    past.NewLead: ((NamedLead, past.person_row),),
    past.NewDeputy: ((Deputy, past.person_row),),
    past.NewEnrolment: ((Enrolment, past.enrolment_row),),
    NewStep: STEP_TABLES,
    past.NewFeeding: ((FeedingStatus, past.feeding_row),),
    past.NewGoal: ((FeedingGoal, past.goal_row),),
    past.NewWeight: ((Weight, past.weight_row),),
    past.NewContact: ((Contact, past.contact_row),),
    past_referrals.PastReferral: (
        (Referral, past_referrals.referral_row),
        (ReferralStep, past_referrals.step_rows),
    ),
}


@transaction.atomic
def load(*, by: Actor, entries: Iterable[Past]) -> Counter[type[Past]]:
    """Write all the entries down or none, and say how many of each kind; needs the right to administer."""
    access.require(by, Permission.ADMINISTER)
    loaded: Counter[type[Past]] = Counter()
    for kind, alike in groupby(entries, type):
        count = _fill(_TABLES[kind], alike)
        table, _ = _TABLES[kind][0]
        audit.record(by, "care.past_loaded", table(), count=count)
        loaded[kind] += count
    freshness.touch(Topic.NUMBERS)
    return loaded


def _fill(tables: Tables, alike: Iterator[Past]) -> int:
    # What fills one table streams through; only referrals, which have steps, are held.
    counts = [
        _copy(table, chain.from_iterable(map(rows, copy)))
        for (table, rows), copy in zip(tables, tee(alike, len(tables)), strict=True)
    ]
    return counts[0]


def _copy(table: type[models.Model], rows: Iterator[Cells]) -> int:
    first = next(rows, None)
    return copy_rows(table, [*first], (tuple(row.values()) for row in chain([first], rows))) if first else 0
