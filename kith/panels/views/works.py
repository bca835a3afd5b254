"""Pages of what was made together."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.panels.actions.credits import ask_how_to_credit, note_joint_work
from kith.panels.forms.works import AskForm, WorkForm
from kith.panels.queries.credits import joint_work, joint_works
from kith.panels.queries.panels import members_to_choose
from kith.panels.rules.codes import JointWorkId
from kith.panels.wording.codes import NAMINGS, WORK_KINDS
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question


def works(request: Request) -> HttpResponse:
    """What was made together, and a form for something new."""
    form = WorkForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        work_id = note_joint_work(by=request.viewer, **form.answer)
        return HttpResponseRedirect(reverse("joint-work", args=[work_id]), status=303)

    page = {"works": joint_works(request.viewer, ListAsked.of(request.GET, "works")), "kinds": WORK_KINDS}
    return question(request, "panels/works.jinja", form, act, page)


def work(request: Request, work_id: int) -> HttpResponse:
    """One thing made together: who helped, how each is shown, and asking more of them."""
    row, asked = joint_work(request.viewer, JointWorkId(work_id))
    sent = request.POST if request.method == "POST" else None
    form = AskForm(sent, members=members_to_choose(request.viewer))

    def act() -> HttpResponse:
        ask_how_to_credit(by=request.viewer, work_id=row.id, members=form.member_ids)
        return HttpResponseRedirect(reverse("joint-work", args=[work_id]), status=303)

    page = {"row": row, "asked": asked, "kinds": WORK_KINDS, "namings": NAMINGS}
    return question(request, "panels/work.jinja", form, act, page)
