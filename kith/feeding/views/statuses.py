"""How babies are fed: which families to ask, and recording an answer."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kith.families.queries.cards import family_cards
from kith.families.wording.records import INTERPRETER_NEEDS
from kith.feeding.actions import statuses as feeding
from kith.feeding.forms.statuses import NOT_KNOWN, form_at
from kith.feeding.queries.due import all_due_feeding
from kith.feeding.queries.statuses import Asking, asking
from kith.feeding.rules.statuses import Milestone
from kith.feeding.wording.statuses import MILESTONES
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui import formats
from kith.platform.ui.questions import question
from kith.tasks.views.returning import back, comes_from_today


def due_feeding(request: Request) -> HttpResponse:
    """All babies of the viewer's families whose feeding is to be asked about."""
    found = all_due_feeding(request.viewer, ListAsked.of(request.GET))
    cards = family_cards(request.viewer, {row.family_id for row in found.rows})
    shown = found.with_rows(row for row in found.rows if row.family_id in cards)
    return render(request, "feeding/due_feeding.jinja", {"found": shown, "cards": cards, "today": clock.today()})


def record_feeding(request: Request, family_id: UUID, baby_id: UUID, milestone: str) -> HttpResponse:
    """Ask, and write down the answer."""
    if milestone not in list(Milestone):
        raise Http404("milestone")
    asked = asking(request.viewer, FamilyId(family_id), BabyId(baby_id), Milestone(milestone))
    form = form_at(asked.milestone)(request.POST if request.method == "POST" else None, initial=_as_initial(asked))

    def record() -> HttpResponse:
        feeding.record_feeding(by=request.viewer, baby_id=asked.baby.id, milestone=asked.milestone, **form.answer)
        return back(request, asked.family.id, "feeding")

    page = {
        "asked": asked,
        "milestone_name": MILESTONES[asked.milestone],
        "interpreter": INTERPRETER_NEEDS[asked.family.interpreter_need],
        "age": formats.age(asked.baby.born_on, clock.today()),
        "is_open": asked.opens_on <= clock.today(),
        "from_today": comes_from_today(request),
    }
    return question(request, "feeding/record_feeding.jinja", form, record, page)


def _as_initial(asked: Asking) -> dict[str, object]:
    """The form as it was answered before, or empty but for the day."""
    before = vars(asked.before) if asked.before else {}
    if asked.before and asked.milestone is Milestone.FIRST_FEED:
        before = before | {"status": asked.before.first_feed or NOT_KNOWN}
    return {**before, "asked_on": asked.closes_on}
