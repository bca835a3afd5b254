"""Whether a sharing agreement lets an organisation share, which the gate of every record asks; and which end soon."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import BooleanField, Func

from kith.kernel import clock
from kith.kernel.ids import SharingAgreementId
from kith.organisations.models import SharingAgreement
from kith.platform import prepared


class ShutOut(Func):
    """A condition on a row's organisation and purpose: an agreement let it share for this, and none does any more.

    An organisation that no agreement has ever named for the purpose is not shut out: there consent alone decides.
    """

    output_field = BooleanField()

    def __init__(self, organisation: str, purpose: str) -> None:
        super().__init__(organisation, purpose, prepared.today())

    def as_sql(self, compiler: Any, _connection: Any, **_more: Any) -> Any:  # type: ignore[override]  # it has no template
        """The condition; the function is asked once a question and not once a row."""
        parts = [compiler.compile(each) for each in self.get_source_expressions()]
        organisation, purpose, today = (sql for sql, _ in parts)
        values = [value for _, given in parts for value in given]
        return f"({organisation}::text || ':' || {purpose} = ANY ((SELECT kith_shut_out({today}))::text[]))", values


@dataclass(frozen=True)
class Closing:
    """An agreement whose last day is near, or was a short while ago."""

    id: SharingAgreementId
    until_on: date
    is_over: bool


def agreements_closing(*, within: timedelta) -> list[Closing]:
    """Agreements that were not ended and whose last day lies so far before or after today, the soonest first."""
    today = clock.today()
    rows = SharingAgreement.objects.filter(ended_on=None, until_on__range=(today - within, today + within))
    return [
        Closing(SharingAgreementId(row.pk), row.until_on, row.until_on < today)
        for row in rows.order_by("until_on", "pk")
        if row.until_on
    ]
