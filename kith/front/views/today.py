"""The first page of staff: Today, or for those who have none, what waits for them; and the diary."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.caseloads.queries.leading import is_led_by
from kith.front.frames import Day, hung, read_day
from kith.front.wording import NEXT
from kith.kernel import clock
from kith.organisations.roles import ROLES
from kith.organisations.rules import Role
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui.sections import DayContext, DayList, PageLink
from kith.tasks.queries.today import look_at_diary, look_at_today

WEEK = timedelta(days=7)
FORTNIGHT = timedelta(days=14)
# In the bar of every page already, or of no use in a day at work.
NOT_FOR_TODAY = {"referrals", "sessions-desk", "gallery"}


def desk(request: Request) -> HttpResponse:
    """Lead to Today, or show what waits for this viewer, what comes next, and the pages the role may use."""
    if Permission.SEE_TODAY in request.viewer.permissions:
        return HttpResponseRedirect(reverse("today"))
    role, links = Role(request.viewer.role), _links(request, hung().desk)
    waiting = [(each, count) for each in links if each.waits and (count := each.waits(request.viewer))]
    page = {
        "role": ROLES[role],
        "links": links,
        "waiting": waiting,
        "comes_next": NEXT[role],
        **_day(request, [each for each in hung().today if each.is_for_every_desk], WEEK),
    }
    return render(request, "front/desk.jinja", page)


def today(request: Request) -> HttpResponse:
    """The day first, then what is late and due, list by list."""
    look_at_today(request.viewer)
    page = {
        **_day(request, [*hung().today_first, *hung().today], WEEK),
        "first": hung().today_first,
        "rest": hung().today,
        "links": _links(request, hung().today_links),
        "last_links": _last_links(request),
        "done": hung().confirmations.get(request.GET.get("done", ""), ""),
    }
    return render(request, "front/today.jinja", page)


def diary(request: Request) -> HttpResponse:
    """What is to come in the next fortnight, day by day."""
    if not request.viewer.permissions & {Permission.SEE_TODAY, Permission.SEE_REGISTER}:
        raise Forbidden("diary")
    look_at_diary(request.viewer)
    return render(request, "front/diary.jinja", {**_day(request, [], FORTNIGHT), "until": clock.today() + FORTNIGHT})


def _day(request: Request, lists: Sequence[DayList], span: timedelta) -> dict[str, object]:
    on = clock.today()
    day: Day = read_day(lists, DayContext(request.viewer, get_language() or "en", on, is_led_by), on + span)
    return {"day": day, "cards": day.cards, "today": on, "tomorrow": on + timedelta(days=1), **_split(day, on)}


def _split(day: Day, on: date) -> dict[str, object]:
    return {
        "the_day": next((each.rows for each in day.diary if each.day == on), ()),
        "later": next((each for each in day.diary if each.day > on), None),
    }


def _last_links(request: Request) -> list[PageLink]:
    """What ends Today: its own last pages, and all others of the desk that stand nowhere else on it."""
    last = hung().today_last
    offered = NOT_FOR_TODAY.union(each.url_name for each in (*hung().today_links, *last))
    return _links(request, [*last, *(each for each in hung().desk if each.url_name not in offered)])


def _links(request: Request, links: Sequence[PageLink]) -> list[PageLink]:
    return [each for each in links if each.is_for(request.viewer)]
