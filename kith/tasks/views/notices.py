"""Marking a notice as seen."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.kernel.ids import NoticeId
from kith.platform.access.viewer import Request
from kith.tasks.actions.notices import mark_notice_seen


def see_notice(request: Request, notice_id: int) -> HttpResponse:
    """Take it off the page."""
    mark_notice_seen(by=request.viewer, notice_id=NoticeId(notice_id))
    return HttpResponseRedirect(reverse("desk"))
