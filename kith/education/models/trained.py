"""Until when a person is trained: the database's own answer, which triggers ask for too."""

from datetime import date

from django.db import connection

from kith.kernel.ids import MembershipId
from kith.kernel.training import Training


def trained_until(membership_id: MembershipId, training: Training, on: date) -> date | None:
    """The last day of the qualification that counts on that day; None where none does, date.max where it has no end."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT education_trained_until(%s, %s, %s)", [membership_id, training.value, on])
        (until,) = cursor.fetchone()
    return until if isinstance(until, date) else None
