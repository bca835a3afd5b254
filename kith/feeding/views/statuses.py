"""Recording how a baby is fed."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kith.families.wording.records import INTERPRETER_NEEDS, age_words
from kith.feeding.actions import statuses as feeding
from kith.feeding.forms.statuses import NOT_KNOWN, form_at
from kith.feeding.queries.statuses import Asking, asking
from kith.feeding.rules.statuses import Milestone
from kith.feeding.wording.statuses import MILESTONES
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.tasks.views.returning import back, comes_from_today


def record_feeding(request: Request, family_id: UUID, baby_id: UUID, milestone: str) -> HttpResponse:
    """Ask, and write down the answer."""
    if milestone not in list(Milestone):
        raise Http404("milestone")
    asked = asking(request.viewer, FamilyId(family_id), BabyId(baby_id), Milestone(milestone))
    is_sent = request.method == "POST"
    form = form_at(asked.milestone)(request.POST if is_sent else None, initial=_as_initial(asked))
    if is_sent and form.is_valid():
        try:
            feeding.record_feeding(
                by=request.viewer,
                baby_id=BabyId(baby_id),
                milestone=asked.milestone,
                **form.answer,
            )
            return back(request, FamilyId(family_id), "feeding")
        except Refusal as refusal:
            form.refuse(refusal)
    page = {
        "asked": asked,
        "form": form,
        "milestone_name": MILESTONES[asked.milestone],
        "interpreter": INTERPRETER_NEEDS[asked.family.interpreter_need],
        "age": age_words(asked.baby.born_on, clock.today()),
        "is_open": asked.opens_on <= clock.today(),
        "from_today": comes_from_today(request),
    }
    return render(request, "feeding/record_feeding.jinja", page, status=422 if form.errors else 200)


def _as_initial(asked: Asking) -> dict[str, object]:
    """The form as it was answered before, or empty but for the day."""
    before = asked.before
    if before is None:
        return {"asked_on": asked.closes_on}
    status = before.status.value
    if asked.milestone is Milestone.FIRST_FEED:
        status = before.first_feed.value if before.first_feed else NOT_KNOWN
    return {
        "asked_on": asked.closes_on,
        "status": status,
        "source": before.source.value,
        "skin_to_skin": before.skin_to_skin.value if before.skin_to_skin else None,
    }
