"""The inbox of what housing writes, and looking at new places."""

from django.http import HttpResponse
from django.shortcuts import render

from kith.bundles.actions.housing import note_housing_notice, take_notice
from kith.bundles.actions.rechecking import finish_recheck
from kith.bundles.forms.desk import RecheckForm
from kith.bundles.forms.housing import NoticeForm
from kith.bundles.queries.housing import inbox, notice_of, recheck_of, rechecks_due
from kith.bundles.rules.codes import HousingNoticeId, RecheckId
from kith.bundles.rules.places import EVERYWHERE
from kith.bundles.views.answers import WORDS, own, to
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.editing import sent


def notices(request: Request) -> HttpResponse:
    """The notices that are not taken yet, the first due first."""
    return render(request, "bundles/notices.jinja", {"found": inbox(request.viewer), **WORDS})


def new_notice(request: Request) -> HttpResponse:
    """Ask what housing wrote."""
    form = NoticeForm(sent(request))

    def act() -> HttpResponse:
        key = form.cleaned_data["request_key"]
        made = note_housing_notice(by=request.viewer, organisation_id=own(request), notice=form.notice, request_key=key)
        return to("housing-notice", made)

    return question(request, "bundles/new_notice.jinja", form, act)


def notice(request: Request, housing_notice_id: int) -> HttpResponse:
    """One notice; a tap makes a request and a lead of it."""
    row = notice_of(request.viewer, HousingNoticeId(housing_notice_id))
    if request.method == "POST":
        take_notice(by=request.viewer, notice_id=row.id)
        return to("housing-notice", row.id)
    return render(request, "bundles/notice.jinja", {"row": row, **WORDS})


def rechecks(request: Request) -> HttpResponse:
    """The families whose new place is to be looked at, the first due first."""
    return render(request, "bundles/rechecks.jinja", {"found": rechecks_due(request.viewer)})


def recheck(request: Request, recheck_id: int) -> HttpResponse:
    """Ask what was found at the new place."""
    row = recheck_of(request.viewer, RecheckId(recheck_id))
    form = RecheckForm(sent(request))

    def act() -> HttpResponse:
        finish_recheck(by=request.viewer, recheck_id=row.id, seen=form.seen)
        return to("rechecks")

    return question(request, "bundles/recheck.jinja", form, act, {"row": row, "everywhere": EVERYWHERE, **WORDS})
