"""The tables of care."""

from kith.care.models.assessments import Assessment, AssessmentForm, FormVersion
from kith.care.models.concerns import Concern, ConcernStep
from kith.care.models.contacts import Contact, ContactQuerySet
from kith.care.models.cover import Absence
from kith.care.models.feeding import FeedingStatus
from kith.care.models.goals import FeedingEnd, FeedingGoal
from kith.care.models.handover import Handover, HandoverState
from kith.care.models.leading import Deputy, NamedLead, NamedLeadQuerySet, covered_by
from kith.care.models.next_steps import NextStep, NextStepQuerySet
from kith.care.models.notices import Notice, NoticeQuerySet
from kith.care.models.plans import FeedingPlan
from kith.care.models.programmes import Enrolment, Programme, ProgrammeWorker
from kith.care.models.receivers import Receiver, ReceiverPromise
from kith.care.models.referral_links import ReferralLink, ReferralReading
from kith.care.models.referrals import Referral, ReferralChaser, ReferralQuerySet, ReferralStep
from kith.care.models.safety import LoneVisit, SafetyNote
from kith.care.models.weights import FeedingAlert, FeedingRoute, Weight

__all__ = [
    "Absence",
    "Assessment",
    "AssessmentForm",
    "Concern",
    "ConcernStep",
    "Contact",
    "ContactQuerySet",
    "Deputy",
    "Enrolment",
    "FeedingAlert",
    "FeedingEnd",
    "FeedingGoal",
    "FeedingPlan",
    "FeedingRoute",
    "FeedingStatus",
    "FormVersion",
    "Handover",
    "HandoverState",
    "LoneVisit",
    "NamedLead",
    "NamedLeadQuerySet",
    "NextStep",
    "NextStepQuerySet",
    "Notice",
    "NoticeQuerySet",
    "Programme",
    "ProgrammeWorker",
    "Receiver",
    "ReceiverPromise",
    "Referral",
    "ReferralChaser",
    "ReferralLink",
    "ReferralQuerySet",
    "ReferralReading",
    "ReferralStep",
    "SafetyNote",
    "Weight",
    "covered_by",
]
