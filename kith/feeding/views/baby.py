"""One baby's feeding page."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.feeding.queries.assessments import offered_forms
from kith.feeding.queries.babies import BabyFeeding, feeding_of_baby
from kith.feeding.rules.statuses import Milestone, due_on, is_askable, opens_on
from kith.feeding.views.weights import WORDS
from kith.feeding.wording.assessments import form_words
from kith.feeding.wording.first_feed import FIRST_FEEDS, SKIN_TO_SKIN, status_name
from kith.feeding.wording.goals import AS_WANTED, HOPES, SOURCES, UNTIL
from kith.feeding.wording.statuses import MILESTONES
from kith.feeding.wording.weights import REASONS
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui import formats


def baby_feeding(request: Request, family_id: UUID, baby_id: UUID) -> HttpResponse:
    """Milestones, goal, weights, assessments and plan of one baby."""
    record = feeding_of_baby(request.viewer, FamilyId(family_id), BabyId(baby_id))
    lang, today = get_language() or "en", clock.today()
    page = {
        **WORDS,
        "record": record,
        "age": formats.age(record.baby.born_on, today),
        "milestones": [_milestone(record, milestone) for milestone in Milestone if _is_reached(record, milestone)],
        "forms": [(form.key, form_words(form.title, lang)) for form in offered_forms()],
        "assessments": [(row, form_words(row.title, lang)) for row in record.assessments],
        "hopes": HOPES,
        "until": UNTIL,
        "as_wanted": AS_WANTED,
        "sources": SOURCES,
        "reasons": REASONS,
        "done": _done_words(request.GET.get("done", "")),
        "may_record": Permission.RECORD_FEEDING in request.viewer.permissions and record.lives,
    }
    return render(request, "feeding/baby_feeding.jinja", page)


def _is_reached(record: BabyFeeding, milestone: Milestone) -> bool:
    return opens_on(milestone, record.baby.born_on) <= clock.today()


def _milestone(record: BabyFeeding, milestone: Milestone) -> dict[str, object]:
    """A milestone in words: when it is due, what was answered, when and how it was asked."""
    answer = record.answers.current(record.baby.id, milestone)
    return {
        "milestone": milestone,
        "name": MILESTONES[milestone],
        "due_on": due_on(milestone, record.baby.born_on),
        "answer": answer,
        "status": status_name(milestone, answer.status) if answer else "",
        "first_feed": FIRST_FEEDS[answer.first_feed] if answer and answer.first_feed else "",
        "skin_to_skin": SKIN_TO_SKIN[answer.skin_to_skin] if answer and answer.skin_to_skin else "",
        "is_askable": is_askable(milestone, born_on=record.baby.born_on, today=clock.today()),
    }


def _done_words(code: str) -> str:
    return {
        "feeding": _("Recorded. Thank you."),
        "weight": _("Weight recorded."),
        "weight_taken_back": _("The weight no longer counts. It stays in the list."),
        "goal": _("Recorded: what she hopes for."),
        "end": _("Recorded. Thank you."),
        "plan": _("The plan is written down, and looking at it again is your next step."),
        "assessment": _("Assessment recorded."),
    }.get(code, "")
