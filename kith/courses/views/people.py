"""Inviting by name, and following up after a course."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.courses.actions.following import finish_follow_up, hand_on_follow_up
from kith.courses.actions.inviting import answer_invitation, invite_to_course
from kith.courses.forms import AnswerForm, FollowUpForm, InviteForm
from kith.courses.queries.following import follow_up_page, follow_ups
from kith.courses.queries.inviting import course_to_invite_to, invitation_row, invite_page
from kith.courses.rules.codes import InvitationAnswer
from kith.courses.wording.codes import ANSWERS, HOW_INVITED
from kith.families.queries.cards import family_to_change
from kith.groups.views.booking import see_other
from kith.kernel.ids import CourseId, CourseInvitationId, FamilyId, FollowUpId
from kith.places.codes.languages import spoken_language
from kith.places.queries import ward_names
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question


def invite_list(request: Request, course_id: int) -> HttpResponse:
    """The families to invite: those that the course is to reach first come first; and who was invited."""
    page = invite_page(request.viewer, CourseId(course_id), ListAsked.of(request.GET), lang=_lang())
    shown = {"page": page, "course": page.course, "wards": ward_names(), "how": HOW_INVITED, "answers": ANSWERS}
    return render(request, "courses/desk/invite.jinja", shown)


def invite(request: Request, course_id: int, family_id: UUID) -> HttpResponse:
    """Ask how she is invited, and in which language."""
    course = course_to_invite_to(request.viewer, CourseId(course_id), lang=_lang())
    family = family_to_change(request.viewer, FamilyId(family_id))
    form = InviteForm(request.POST if request.method == "POST" else None, initial={"language": family.speaks})

    def act() -> HttpResponse:
        invite_to_course(by=request.viewer, course_id=course.id, family_id=family.id, **form.cleaned_data)
        return see_other(reverse("course-invitations", args=[course.id]))

    return question(request, "courses/desk/invite_family.jinja", form, act, {"course": course, "family": family})


def answer(request: Request, invitation_id: int) -> HttpResponse:
    """Ask what she said."""
    course, row = invitation_row(request.viewer, CourseInvitationId(invitation_id), lang=_lang())
    before = {} if row.answer is InvitationAnswer.WAITS else {"answer": row.answer}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=before)

    def act() -> HttpResponse:
        answer_invitation(by=request.viewer, invitation_id=row.id, **form.cleaned_data)
        return see_other(reverse("course-invitations", args=[course.id]))

    return question(request, "courses/desk/answer.jinja", form, act, {"course": course, "row": row})


def following(request: Request) -> HttpResponse:
    """The mothers to follow up after their courses, the longest overdue first."""
    found = follow_ups(request.viewer, ListAsked.of(request.GET), lang=_lang())
    return render(request, "courses/desk/follow_ups.jinja", {"found": found})


def follow_up(request: Request, follow_up_id: int) -> HttpResponse:
    """One of them: how to reach her, what is near her, and what happened."""
    page = follow_up_page(request.viewer, FollowUpId(follow_up_id), lang=_lang())
    form = FollowUpForm(request.POST if request.method == "POST" else None, colleagues=page.colleagues)

    def act() -> HttpResponse:
        if to := form.hands_on_to:
            hand_on_follow_up(by=request.viewer, follow_up_id=page.row.id, to=to)
        else:
            finish_follow_up(by=request.viewer, follow_up_id=page.row.id, how=form.end)
        return see_other(reverse("course-follow-ups"))

    shown = {"page": page, "row": page.row, "spoken_language": spoken_language}
    return question(request, "courses/desk/follow_up.jinja", form, act, shown)


def _lang() -> str:
    return get_language() or "en"
