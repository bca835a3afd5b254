"""The forms of care."""

from kith.care.forms.assessments import AssessmentForm, FormHeadForm, NewFormForm, QuestionForm
from kith.care.forms.contacts import ContactForm
from kith.care.forms.feeding import NOT_KNOWN, FeedingForm, form_at
from kith.care.forms.goals import AskedGoalForm, FeedingEndForm, GoalForm
from kith.care.forms.leading import AbsenceForm, DeclineForm, DeputyForm, IntroductionForm, ProposalForm
from kith.care.forms.next_steps import DropForm, HandOnForm, NextStepForm
from kith.care.forms.plans import PlanForm
from kith.care.forms.programmes import EnrolmentForm, ProgrammeForm, WorkersForm
from kith.care.forms.referrals import MoveForm, ReceiverForm, ReferForm, receiver_name
from kith.care.forms.safety import ConcernForm, ConcernStepForm, PrecautionsForm, SetOutForm
from kith.care.forms.weights import RegainForm, RouteForm, StepForm, WeightForm, form_for

__all__ = [
    "NOT_KNOWN",
    "AbsenceForm",
    "AskedGoalForm",
    "AssessmentForm",
    "ConcernForm",
    "ConcernStepForm",
    "ContactForm",
    "DeclineForm",
    "DeputyForm",
    "DropForm",
    "EnrolmentForm",
    "FeedingEndForm",
    "FeedingForm",
    "FormHeadForm",
    "GoalForm",
    "HandOnForm",
    "IntroductionForm",
    "MoveForm",
    "NewFormForm",
    "NextStepForm",
    "PlanForm",
    "PrecautionsForm",
    "ProgrammeForm",
    "ProposalForm",
    "QuestionForm",
    "ReceiverForm",
    "ReferForm",
    "RegainForm",
    "RouteForm",
    "SetOutForm",
    "StepForm",
    "WeightForm",
    "WorkersForm",
    "form_at",
    "form_for",
    "receiver_name",
]
