"""The first page of staff: Today, or for those who have none, what their role is for."""

from collections.abc import Sequence

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.caseloads.queries.leading import is_led_by
from kith.front.frames import Day, hung, read_day
from kith.kernel import clock
from kith.organisations.roles import ROLES
from kith.organisations.rules import Role
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui.sections import DayContext, DayList, PageLink
from kith.tasks.queries.today import look_at_today


def desk(request: Request) -> HttpResponse:
    """Lead to Today, or show the pages this role may use, and its notices."""
    if Permission.SEE_TODAY in request.viewer.permissions:
        return HttpResponseRedirect(reverse("today"))
    day = _day(request, [each for each in hung().today if each.is_for_every_desk])
    page = {"role": ROLES[Role(request.viewer.role)], "links": _links(request, hung().desk), "day": day}
    return render(request, "front/desk.jinja", page)


def today(request: Request) -> HttpResponse:
    """What is to be done today, list by list."""
    look_at_today(request.viewer)
    page = {
        "day": _day(request, hung().today),
        "today": clock.today(),
        "links": _links(request, hung().today_links),
        "last_links": _links(request, hung().today_last),
        "done": hung().confirmations.get(request.GET.get("done", ""), ""),
    }
    return render(request, "front/today.jinja", page)


def _day(request: Request, lists: Sequence[DayList]) -> Day:
    return read_day(lists, DayContext(request.viewer, get_language() or "en", clock.today(), is_led_by))


def _links(request: Request, links: Sequence[PageLink]) -> list[PageLink]:
    return [each for each in links if each.is_for(request.viewer)]
