"""The signs of danger at the desk: every card as readers see it, what there is to see to, and who has checked it."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.kernel.danger import Subject
from kith.library import wording
from kith.library.actions import checking
from kith.library.forms.checking import CheckSignsForm
from kith.library.queries.signs_desk import signs_desk
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question


def signs(request: Request) -> HttpResponse:
    """All subjects with their cards."""
    page = {"desk_signs": signs_desk(request.viewer), "wording": wording}
    return render(request, "library/signs.jinja", page)


def check_signs(request: Request, subject: str) -> HttpResponse:
    """Note that a clinician stands by every sign about one subject."""
    if subject not in list(Subject):
        raise NotFound("subject")
    about = next(each for each in signs_desk(request.viewer).subjects if each.subject == subject)
    if not about.has_page:
        raise NotFound("subject")
    form = CheckSignsForm(request.POST if request.method == "POST" else None, initial={"mark": about.mark})

    def check() -> HttpResponse:
        checking.check_signs(by=request.viewer, subject=Subject(subject), **form.answer)
        return HttpResponseRedirect(reverse("library-signs"), status=303)

    return question(request, "library/check_signs.jinja", form, check, {"about": about})
