"""Asking something of the data held, and answering it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, OrganisationId
from kith.kernel.languages import interface_language
from kith.kernel.refusal import Refusal
from kith.messages.actions.queueing import queue_message
from kith.organisations.queries.people import organisation_cards, organisation_of_kind, people_who, whom_to_tell
from kith.organisations.rules import OrganisationKind
from kith.platform import access, audit, steps
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.platform.sign_in.models import Account
from kith.rights.models import DataRequest, DataRequestStep
from kith.rights.rules.clocks import FORGET_AFTER, WARN_BEFORE, acknowledge_by, due_on
from kith.rights.rules.codes import (
    MACHINE,
    MOST_A_DAY,
    Asker,
    Complaint,
    DataRequestId,
    RequestKind,
    RequestState,
    may_move,
)
from kith.rights.rules.notices import NoticeKind
from kith.tasks.actions.notices import raise_notice

TELLER = system_actor("rights")


@dataclass(frozen=True)
class _Whose:
    account_id: int | None = None
    family_id: FamilyId | None = None


@action
def ask_about_data(
    *, by: Actor, kind: RequestKind, organisation_id: OrganisationId, words: str, language: str, request_key: UUID
) -> DataRequestId:
    """Write down what a parent asks of her own data; the same request key never makes two."""
    access.require(by, Permission.SEE_OWN_RECORD)
    family_id = min(by.family_ids)
    whose = _Whose(by.account_id, family_id)
    wanted = Complaint(words, language, organisation_id)
    return DataRequestId(_opened(by, kind, wanted, whose, request_key).pk)


@action
def complain_about_data(*, by: Actor, complaint: Complaint, request_key: UUID) -> str:
    """Write down a complaint, with an account or without; gives the secret part of its page's address.

    No person is refused for who they are, and nothing looks up who a visitor is. So many forms as no people write in
    a day are turned away.
    """
    if before := DataRequest.objects.filter(request_key=request_key, kind=RequestKind.COMPLAINT).first():
        return before.token
    if not by.is_parent and _unproved_today() >= MOST_A_DAY:
        raise Refusal("complaints_rest")
    whose = _Whose(by.account_id, min(by.family_ids)) if by.is_parent and by.family_ids else _Whose()
    return _opened(by, RequestKind.COMPLAINT, complaint, whose, request_key).token


@action
def answer_data_request(*, by: Actor, request_id: DataRequestId, state: RequestState, words: str) -> None:
    """Say what has become of the request, and write to the person who asked; an answer given twice is given once."""
    row = _locked(by, request_id)
    if row.state is state:
        return
    if refusal := may_move(state, after=row.state, words=words, kind=row.kind):
        raise refusal
    _step(by, row, state, after=row.state, words=words.strip())
    row.state = state
    if state is RequestState.EXTENDED:
        row.due_on = due_on(row.kind, row.received_on, is_extended=True)
    if state in MACHINE.settled:
        row.answered_on = clock.today()
    row.save(update_fields=["state", "due_on", "answered_on"])
    _write_to_asker(row)


@action
def send_to_controller(*, by: Actor, request_id: DataRequestId, organisation_id: OrganisationId) -> None:
    """Give a request to the organisation that answers for these data; its clock runs on."""
    row = _locked(by, request_id)
    if row.state in MACHINE.settled:
        raise Refusal("data_request_is_over")
    if organisation_id not in organisation_cards([organisation_id]):
        raise NotFound("organisation")
    before, row.organisation_id = row.organisation_id, organisation_id
    row.save(update_fields=["organisation"])
    audit.record(by, "rights.data_request_sent_on", row, before=before, to=organisation_id)
    _tell_of(row, NoticeKind.DATA_REQUEST_CAME)


@action
def warn_of_data_requests(*, by: Actor) -> int:
    """Notify those who answer of what is due within days or late; once a day and request."""
    soon = clock.today() + WARN_BEFORE
    due = [row for row in DataRequest.objects.open().order_by("pk") if _next_due(row) <= soon]
    for row in due:
        _tell_of(row, NoticeKind.DATA_REQUEST_DUE, f":{clock.today()}")
    audit.record(by, "rights.data_requests_looked_through", DataRequest(), due=len(due))
    return len(due)


@action
def forget_data_requests(*, by: Actor) -> int:
    """Empty the words and addresses of what was answered long ago; that it was asked and answered stays."""
    long_ago = clock.today() - FORGET_AFTER
    rows = DataRequest.objects.exclude(answered_on=None).filter(answered_on__lte=long_ago).exclude(words="")
    DataRequestStep.objects.filter(request__in=rows).exclude(words="").update(words="")
    count = rows.update(words="", name="", email="", phone="", account=None)
    audit.record(by, "rights.data_requests_forgotten", DataRequest(), count=count)
    return count


def _opened(by: Actor, kind: RequestKind, wanted: Complaint, whose: _Whose, request_key: UUID) -> DataRequest:
    before = DataRequest.objects.filter(request_key=request_key).first()
    if before and before.account_id == whose.account_id:
        return before
    today, asker = clock.today(), _asker(wanted.asker, whose)
    is_complaint = kind is RequestKind.COMPLAINT
    row = DataRequest.objects.create(
        kind=kind,
        organisation_id=_controller(wanted.organisation_id),
        family_id=whose.family_id,
        account_id=whose.account_id,
        name=asker.name,
        email=asker.email,
        phone=asker.phone,
        words=wanted.words.strip(),
        language=wanted.language,
        request_key=request_key,
        received_on=today,
        acknowledge_by=acknowledge_by(today) if is_complaint else None,
        due_on=due_on(kind, today),
    )
    _step(by, row, RequestState.RECEIVED, after=None, words="")
    _tell_of(row, NoticeKind.DATA_REQUEST_CAME)
    return row


def _asker(said: Asker, whose: _Whose) -> Asker:
    """Who asks: as they say themselves; one who has signed in is reached by the way that signed them in."""
    account = Account.objects.filter(pk=whose.account_id).first() if whose.account_id else None
    return Asker(said.name, account.email or "", account.phone or "") if account else said


def _controller(organisation_id: OrganisationId | None) -> OrganisationId:
    """The organisation it concerns; the council where the person who complains cannot tell."""
    known = organisation_cards()
    if organisation_id is not None and organisation_id in known:
        return organisation_id
    council = organisation_of_kind(OrganisationKind.COUNCIL)
    return council.id if council else min(known)


def _unproved_today() -> int:
    return DataRequest.objects.filter(received_on=clock.today(), account=None).count()


def _locked(by: Actor, request_id: DataRequestId) -> DataRequest:
    access.require(by, Permission.ANSWER_DATA_REQUESTS)
    rows = access.visible(by, DataRequest.objects.select_for_update(of=("self",)))
    row = rows.filter(pk=request_id).first()
    if row is None:
        raise NotFound("data request")
    return row


def _step(by: Actor, row: DataRequest, state: RequestState, *, after: RequestState | None, words: str) -> None:
    step = DataRequestStep(request=row, state=state, membership_id=by.membership_id, words=words)
    family_id = FamilyId(row.family_id) if row.family_id else None
    entry = f"rights.data_request_{state.value}"
    steps.move(by, row, step, after=after, entry=entry, family_id=family_id, kind=row.kind)


def _tell_of(row: DataRequest, kind: NoticeKind, more: str = "") -> None:
    """Notify those who answer in the organisation; where there are none, its managers."""
    organisation_id = OrganisationId(row.organisation_id)
    people = people_who(Permission.ANSWER_DATA_REQUESTS, organisation_ids=[organisation_id])
    for card in people or whom_to_tell(organisation_id):
        raise_notice(
            by=TELLER,
            kind=kind,
            to=MembershipId(card.id),
            facts={"request_id": row.pk},
            dedupe_key=f"{kind}-{row.pk}-{organisation_id}-{card.id}{more}",
        )


def _write_to_asker(row: DataRequest) -> None:
    """Say that there is word, and where it can be read; never the words themselves."""
    if not (row.email or row.phone):
        return
    with override(interface_language(row.language).code):
        link = f"{settings.KITH.site_url}{reverse('data-request-status', args=[row.token])}"
    queue_message(
        by=TELLER,
        kind="data_request_moved",
        language=row.language,
        facts={"is_answered": row.state in MACHINE.settled, "link": link},
        dedupe_key=f"data_request_moved:{row.pk}:{row.state}",
        family_id=FamilyId(row.family_id) if row.family_id else None,
        to_email=row.email or None,
        to_phone=None if row.email else row.phone,
    )


def _next_due(row: DataRequest) -> date:
    return row.acknowledge_by if row.acknowledge_by and row.state is RequestState.RECEIVED else row.due_on
