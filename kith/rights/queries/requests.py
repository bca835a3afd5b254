"""Requests about data: a parent's own, one behind its link, and the register at the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, OrganisationId
from kith.organisations.queries.people import MembershipCard, membership_cards, organisation_cards
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.rights.models import DataRequest
from kith.rights.rules.codes import MACHINE, DataRequestId, RequestKind, RequestState
from kith.walls.saying import beyond


@dataclass(frozen=True)
class StepRow:
    """One change of how a request stands."""

    at: datetime
    state: RequestState
    words: str
    by: MembershipCard | None


@dataclass(frozen=True)
class RequestRow:
    """A request about data, with what has become of it."""

    id: DataRequestId
    kind: RequestKind
    state: RequestState
    organisation: str
    received_on: date
    due_on: date
    acknowledge_by: date | None
    answered_on: date | None
    token: str
    language: str
    name: str
    email: str
    phone: str
    words: str
    is_proved: bool
    days_overdue: int
    steps: tuple[StepRow, ...] = ()

    @property
    def number(self) -> str:
        """What it is called when people speak of it."""
        return f"D-{self.id}"

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.state not in MACHINE.settled

    @property
    def answers(self) -> tuple[StepRow, ...]:
        """What was said to the person who asked."""
        return tuple(step for step in self.steps if step.words)


def my_data_requests(viewer: Viewer) -> tuple[RequestRow, ...]:
    """What the parent has asked of her data, the newest first."""
    access.require(viewer, Permission.SEE_OWN_RECORD)
    return _rows(access.visible(viewer, DataRequest.objects.all()).order_by("-pk"))


@beyond("the one request of this private link")
def data_request_by_link(_viewer: Viewer, token: str) -> RequestRow:
    """What became of the request of this link; NotFound for none."""
    found = _rows(DataRequest.objects.filter(token=token))
    if not found:
        raise NotFound("data request")
    return found[0]


def data_requests(viewer: Viewer, asked: ListAsked, *, is_open: bool) -> Paged[RequestRow]:
    """The register of the viewer's organisation: what waits, by the day it is due; or what is answered."""
    access.require(viewer, Permission.ANSWER_DATA_REQUESTS)
    all_rows = access.visible(viewer, DataRequest.objects.all())
    rows = all_rows.open().order_by("due_on", "pk") if is_open else all_rows.exclude(answered_on=None).order_by("-pk")
    page = paged(rows.prefetch_related("steps"), asked)
    audit.read(viewer, "rights.data_requests_listed", DataRequest._meta.label, viewer.membership_id)
    return page.with_rows(_of(page.rows))


def data_request(viewer: Viewer, request_id: DataRequestId) -> RequestRow:
    """One request to the viewer's organisation; NotFound for another's."""
    access.require(viewer, Permission.ANSWER_DATA_REQUESTS)
    row = access.visible(viewer, DataRequest.objects.filter(pk=request_id)).first()
    if row is None:
        raise NotFound("data request")
    family_id = FamilyId(row.family_id) if row.family_id else None
    audit.read(viewer, "rights.data_request_read", DataRequest._meta.label, row.pk, family_id=family_id)
    return _of([row])[0]


def controllers(_viewer: Viewer) -> list[tuple[OrganisationId, str]]:
    """The organisations that answer for data, by name; every visitor may know them."""
    return [(organisation_id, card.name) for organisation_id, card in organisation_cards().items()]


def _rows(rows: "QuerySet[DataRequest]") -> tuple[RequestRow, ...]:
    return _of(rows.prefetch_related("steps"))


def _of(rows: Iterable[DataRequest]) -> tuple[RequestRow, ...]:
    found = list(rows)
    organisations = organisation_cards(OrganisationId(row.organisation_id) for row in found)
    steps = {row.pk: sorted(row.steps.all(), key=lambda step: step.pk) for row in found}
    people = membership_cards(
        MembershipId(step.membership_id) for each in steps.values() for step in each if step.membership_id
    )
    return tuple(
        RequestRow(
            id=DataRequestId(row.pk),
            kind=row.kind,
            state=row.state,
            organisation=organisations[OrganisationId(row.organisation_id)].name,
            received_on=row.received_on,
            due_on=row.due_on,
            acknowledge_by=row.acknowledge_by,
            answered_on=row.answered_on,
            token=row.token,
            language=row.language,
            name=row.name,
            email=row.email,
            phone=row.phone,
            words=row.words,
            is_proved=row.account_id is not None,
            days_overdue=(clock.today() - row.due_on).days,
            steps=tuple(
                StepRow(step.at, step.state, step.words, people.get(MembershipId(step.membership_id or 0)))
                for step in steps[row.pk]
            ),
        )
        for row in found
    )
