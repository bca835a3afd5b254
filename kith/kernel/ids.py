"""Names for identities, so that a family's id cannot be passed where a session's is wanted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NewType
from uuid import UUID, uuid4

FamilyId = NewType("FamilyId", UUID)
ParentId = NewType("ParentId", UUID)
PregnancyId = NewType("PregnancyId", UUID)
BabyId = NewType("BabyId", UUID)
ConsentId = NewType("ConsentId", UUID)
CardId = NewType("CardId", UUID)
BookingId = NewType("BookingId", UUID)
HeldBookingId = NewType("HeldBookingId", UUID)
ReferralId = NewType("ReferralId", UUID)
AccountId = NewType("AccountId", int)
OrganisationId = NewType("OrganisationId", int)
TeamId = NewType("TeamId", int)
SharingAgreementId = NewType("SharingAgreementId", int)
MembershipId = NewType("MembershipId", int)
ServiceId = NewType("ServiceId", int)
ChangeReviewId = NewType("ChangeReviewId", int)
ProposedChangeId = NewType("ProposedChangeId", int)
VenueId = NewType("VenueId", int)
SessionId = NewType("SessionId", int)
CourseId = NewType("CourseId", int)
CoursePlaceId = NewType("CoursePlaceId", UUID)
CourseHoldId = NewType("CourseHoldId", UUID)
CourseInvitationId = NewType("CourseInvitationId", int)
FollowUpId = NewType("FollowUpId", int)
MessageId = NewType("MessageId", int)
ReceiverId = NewType("ReceiverId", int)
HandoverId = NewType("HandoverId", int)
AbsenceId = NewType("AbsenceId", int)
ProgrammeId = NewType("ProgrammeId", int)
EnrolmentId = NewType("EnrolmentId", int)
BereavementId = NewType("BereavementId", int)
EmergencyOpeningId = NewType("EmergencyOpeningId", int)
CardReadingId = NewType("CardReadingId", int)
ContactId = NewType("ContactId", int)
NextStepId = NewType("NextStepId", int)
NoticeId = NewType("NoticeId", int)
ConcernId = NewType("ConcernId", int)
LoneVisitId = NewType("LoneVisitId", int)
InterpreterId = NewType("InterpreterId", int)
WayProposalId = NewType("WayProposalId", int)
InterpreterBookingId = NewType("InterpreterBookingId", UUID)

_source: ContextVar[Callable[[], UUID]] = ContextVar("kith_uuid_source", default=uuid4)


def new_uuid() -> UUID:
    """A new identity from the source in force (random, or seeded in tests and demonstrations)."""
    return _source.get()()


@contextmanager
def use_source(source: Callable[[], UUID]) -> Iterator[None]:
    """Let everything inside the block draw its identities from this source."""
    token = _source.set(source)
    try:
        yield
    finally:
        _source.reset(token)
