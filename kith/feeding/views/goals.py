"""Asking what a parent hopes for and how it ended; her own page to say it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.feeding.actions import goals as goals_actions
from kith.feeding.actions.goals import say_goal
from kith.feeding.forms.goals import AskedGoalForm, FeedingEndForm, GoalForm
from kith.feeding.queries.babies import GoalRow, family_for_goal, feeding_of_baby, goals_of
from kith.feeding.views.returning import back_to_baby
from kith.feeding.wording.goals import HOPES, UNTIL
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.tasks.views.returning import back


def record_goal(request: Request, family_id: UUID) -> HttpResponse:
    """Ask what she hopes for, from pregnancy on."""
    family, goals = family_for_goal(request.viewer, FamilyId(family_id))
    now = next((row for row in goals if row.is_current and row.baby_id is None), None)
    form = AskedGoalForm(
        request.POST if request.method == "POST" else None, babies=family.babies, initial=_as_initial(now)
    )
    if form.is_bound and form.is_valid():
        try:
            goal = form.goal(family.speaks, form.source_of_answer)
            say_goal(by=request.viewer, family_id=family.id, goal=goal, baby_id=form.baby_id)
            return back(request, family.id, "goal")
        except Refusal as refusal:
            form.refuse(refusal)
    page = {"family": family, "form": form, "goals": goals, "hopes": HOPES, "until": UNTIL}
    return render(request, "feeding/record_goal.jinja", page, status=422 if form.errors else 200)


def record_feeding_end(request: Request, family_id: UUID, baby_id: UUID) -> HttpResponse:
    """Ask when the last breast milk was, and whether she fed as long as she wanted."""
    access.require(request.viewer, Permission.RECORD_FEEDING)
    record = feeding_of_baby(request.viewer, FamilyId(family_id), BabyId(baby_id))
    form = FeedingEndForm(
        request.POST if request.method == "POST" else None,
        initial={
            "asked_on": clock.today(),
            "stopped_on": record.end.stopped_on if record.end else None,
            "as_wanted": record.end.as_wanted if record.end else None,
        },
    )
    if form.is_bound and form.is_valid():
        try:
            goals_actions.record_feeding_end(by=request.viewer, baby_id=record.baby.id, **form.answer)
            return back_to_baby(record, "end")
        except Refusal as refusal:
            form.refuse(refusal)
    page = {"record": record, "form": form, "hopes": HOPES, "until": UNTIL}
    return render(request, "feeding/record_feeding_end.jinja", page, status=422 if form.errors else 200)


def my_goal(request: Request) -> HttpResponse:
    """Her own goal, said and changed by herself; the one for her first family where she is in several."""
    family_id = _mine(request)
    goals = goals_of(request.viewer, family_id)
    now = next((row for row in goals if row.is_current and row.baby_id is None), None)
    form = GoalForm(request.POST if request.method == "POST" else None, initial=_as_initial(now))
    if form.is_bound and form.is_valid():
        try:
            goal = form.goal(get_language() or ENGLISH.code)
            say_goal(by=request.viewer, family_id=family_id, goal=goal)
            return HttpResponseRedirect(f"{reverse('my-page')}?done=goal")
        except Refusal as refusal:
            form.refuse(refusal)
    page = {"form": form, "family_id": family_id, "goals": goals, "hopes": HOPES, "until": UNTIL}
    return render(request, "feeding/my_goal.jinja", page, status=422 if form.errors else 200)


def _mine(request: Request) -> FamilyId:
    """The family she means: the only one, or the one the link names."""
    given = request.POST.get("family") or request.GET.get("family")
    own = sorted(request.viewer.family_ids)
    if given is None:
        return own[0]
    found = next((family_id for family_id in own if str(family_id) == given), None)
    if found is None:
        raise NotFound("family")
    return found


def _as_initial(row: GoalRow | None) -> dict[str, str]:
    if row is None:
        return {}
    return {"hope": row.hope.value, "until": row.until.value if row.until else "", "words": row.words}
