"""Between the form and the course: the page that waits for her proof, and the page behind the link."""

from functools import partial

from django.http import HttpResponse
from django.utils.translation import get_language

from kith.courses.actions.holding import confirm_course_by_code, confirm_course_by_link, give_up_course_hold
from kith.courses.queries.held import held_course_page
from kith.groups.forms.proving import CodeForm, ConfirmForm
from kith.groups.views.proving import Proof, proved
from kith.kernel.ids import CourseId
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept


@unkept
def held(request: Request, course_id: int, held_course: str) -> HttpResponse:
    """Look at your phone: the code is typed here, or the places are let go. The link in the message does the same."""
    by, at = request.viewer, CourseId(course_id)
    proof = Proof(
        prove=partial(confirm_course_by_code, by=by, course_id=at, token=held_course),
        give_up=partial(give_up_course_hold, by=by, course_id=at, secret=held_course),
        read=partial(held_course_page, by, at, lang=_lang(), token=held_course),
        leads_to="course-place",
        template="courses/held.jinja",
        name="course",
        form=CodeForm,
    )
    return proved(request, proof)


@unkept
def confirm(request: Request, course_id: int, proof_course: str) -> HttpResponse:
    """What was asked for, to be confirmed by a tap: mail is opened by machines too, and a GET changes nothing."""
    by, at = request.viewer, CourseId(course_id)
    proof = Proof(
        prove=partial(confirm_course_by_link, by=by, course_id=at, link=proof_course),
        give_up=partial(give_up_course_hold, by=by, course_id=at, secret=proof_course),
        read=partial(held_course_page, by, at, lang=_lang(), link=proof_course),
        leads_to="course-place",
        template="courses/confirm.jinja",
        name="course",
        form=ConfirmForm,
    )
    return proved(request, proof)


def _lang() -> str:
    return get_language() or "en"
