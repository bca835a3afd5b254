"""The notices of a person at work, and marking one as seen."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.families.queries.cards import family_cards
from kith.kernel.ids import NoticeId
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.tasks.actions.notices import mark_notice_seen
from kith.tasks.queries.notices import all_unseen_notices
from kith.tasks.views.lines import notice_line
from kith.undoing.offering import offer_undo, with_offer


def notices(request: Request) -> HttpResponse:
    """All notices not yet marked as seen."""
    found = all_unseen_notices(request.viewer, ListAsked.of(request.GET))
    page = {
        "found": found.with_rows(notice_line(request.viewer, row) for row in found.rows),
        "cards": family_cards(request.viewer, {row.family_id for row in found.rows if row.family_id}),
    }
    return render(request, "tasks/notices.jinja", page)


def see_notice(request: Request, notice_id: int) -> HttpResponse:
    """Take it off the page, and offer to put it back."""
    mark_notice_seen(by=request.viewer, notice_id=NoticeId(notice_id))
    to = reverse("today" if Permission.SEE_TODAY in request.viewer.permissions else "desk")
    offer = offer_undo(request.viewer, "tasks.notice_seen", notice_id=notice_id)
    return HttpResponseRedirect(with_offer(to, undo=offer))
