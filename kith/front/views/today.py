"""A worker's first page: Today, or for those who have none, what their role is for."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.families.wording.records import INTERPRETER_NEEDS, age_words
from kith.feeding.wording.statuses import due_words
from kith.front.done import done_words
from kith.front.today_page.lists import Asked, read_day
from kith.front.today_page.table import LISTS, NOTICES_ONLY
from kith.interpreting import wording as interpreting_wording
from kith.kernel import clock
from kith.organisations.roles import ROLES
from kith.organisations.rules import Role
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.tasks.queries.today import look_at_today


def desk(request: Request) -> HttpResponse:
    """Lead to Today, or show the pages this role may use."""
    if Permission.SEE_TODAY in request.viewer.permissions:
        return HttpResponseRedirect(reverse("today"))
    told = read_day(NOTICES_ONLY, Asked(request.viewer, get_language() or "en", clock.today()))
    page = {
        "role": ROLES[Role(request.viewer.role)],
        "doors": _doors(request),
        "lists": told.lists,
        "cards": told.cards,
    }
    return render(request, "front/desk.jinja", page)


def today(request: Request) -> HttpResponse:
    """What is to be done today, list by list."""
    look_at_today(request.viewer)
    day = read_day(LISTS, Asked(request.viewer, get_language() or "en", clock.today()))
    page = {
        "lists": day.lists,
        "cards": day.cards,
        "done": done_words(request.GET.get("done", "")),
        "day": clock.today(),
        "age_words": age_words,
        "due_words": due_words,
        "interpreter_needs": INTERPRETER_NEEDS,
        "interpreting_wording": interpreting_wording,
    }
    return render(request, "front/today.jinja", page)


def _doors(request: Request) -> list[tuple[str, str, str]]:
    """Name, address and sentence of the pages for this role."""
    doors = [
        (None, _("Our numbers"), "our-numbers", _("How babies are fed here, with how sure we can be.")),
        (
            Permission.SEE_CONCERNS,
            _("Safeguarding concerns"),
            "concerns",
            _("Those that wait for you, and those seen to."),
        ),
        (
            Permission.SEE_LANGUAGE,
            _("In her own words"),
            "language",
            _("How often a family that needs an interpreter had one."),
        ),
        (Permission.ANSWER_REFERRAL, _("Referrals"), "referrals", _("Families somebody asks you to help.")),
        (Permission.SEE_REGISTER, _("Sessions"), "sessions-desk", _("What takes place when, and who is expected.")),
        (
            Permission.MANAGE_DIRECTORY,
            _("Changes from other directories"),
            "change-reviews",
            _("What their feeds would add, change or take away here."),
        ),
        (Permission.MANAGE_INTERPRETING, _("Interpreters"), "interpreting", _("Who is needed when, and who said yes.")),
        (
            Permission.SEE_CONTINUITY,
            _("One person all the way?"),
            "continuity",
            _("How often families meet one face."),
        ),
        (Permission.SEE_CONTINUITY, _("Outreach programmes"), "programmes", _("Whom they reach, of all births.")),
        (
            Permission.MANAGE_PROGRAMMES,
            _("Outreach programmes"),
            "programmes",
            _("Who works there, whom it reaches."),
        ),
        (Permission.MANAGE_ALLIANCE, _("The alliance"), "alliance", _("Who belongs to us, and what we have agreed.")),
        (Permission.MANAGE_DIRECTORY, _("Helplines"), "helplines", _("Numbers and hours that parents are given.")),
        (Permission.SEE_GALLERY, _("Components"), "gallery", _("Every part that the pages are drawn with.")),
    ]
    permissions = request.viewer.permissions
    return [(name, reverse(to), words) for need, name, to, words in doors if need is None or need in permissions]
