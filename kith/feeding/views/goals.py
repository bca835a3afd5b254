"""Asking what a parent hopes for and how it ended; her own page to say it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
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
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.tasks.views.returning import back


def record_goal(request: Request, family_id: UUID) -> HttpResponse:
    """Ask what she hopes for, from pregnancy on."""
    family, goals = family_for_goal(request.viewer, FamilyId(family_id))
    sent = request.POST if request.method == "POST" else None
    form = AskedGoalForm(sent, babies=family.babies, initial=_as_initial(goals))

    def say() -> HttpResponse:
        say_goal(by=request.viewer, family_id=family.id, **form.answer(family.speaks))
        return back(request, family.id, "goal")

    page = {"family": family, "goals": goals, "hopes": HOPES, "until": UNTIL}
    return question(request, "feeding/record_goal.jinja", form, say, page)


def record_feeding_end(request: Request, family_id: UUID, baby_id: UUID) -> HttpResponse:
    """Ask when the last breast milk was, and whether she fed as long as she wanted."""
    access.require(request.viewer, Permission.RECORD_FEEDING)
    record = feeding_of_baby(request.viewer, FamilyId(family_id), BabyId(baby_id))
    before = vars(record.end) if record.end else {}
    sent = request.POST if request.method == "POST" else None
    form = FeedingEndForm(sent, initial={**before, "asked_on": clock.today()})

    def end() -> HttpResponse:
        goals_actions.record_feeding_end(by=request.viewer, baby_id=record.baby.id, **form.cleaned_data)
        return back_to_baby(record, "end")

    page = {"record": record, "hopes": HOPES, "until": UNTIL}
    return question(request, "feeding/record_feeding_end.jinja", form, end, page)


def my_goal(request: Request) -> HttpResponse:
    """Her own goal, said and changed by herself; the one for her first family where she is in several."""
    family_id = _mine(request)
    goals = goals_of(request.viewer, family_id)
    form = GoalForm(request.POST if request.method == "POST" else None, initial=_as_initial(goals))

    def say() -> HttpResponse:
        say_goal(by=request.viewer, family_id=family_id, **form.answer(get_language() or ENGLISH.code))
        return HttpResponseRedirect(f"{reverse('my-page')}?done=goal")

    page = {"family_id": family_id, "goals": goals, "hopes": HOPES, "until": UNTIL}
    return question(request, "feeding/my_goal.jinja", form, say, page)


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


def _as_initial(goals: tuple[GoalRow, ...]) -> dict[str, object]:
    """What she hopes for now for all her babies."""
    now = next((row for row in goals if row.is_current and row.baby_id is None), None)
    return {"hope": now.hope, "until": now.until, "words": now.words} if now else {}
