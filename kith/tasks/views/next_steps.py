"""Next steps: a worker's own, adding one, and the page of one, where it is done, handed on or dropped."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kith.families.queries.cards import family_cards, family_to_change
from kith.kernel.ids import FamilyId, NextStepId
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.platform.ui.refusals import RefusableForm
from kith.tasks.actions import next_steps
from kith.tasks.actions.next_steps import drop_step, finish_step, hand_on_step
from kith.tasks.forms import DoneForm, DropForm, HandOnForm, NextStepForm
from kith.tasks.queries.next_steps import StepPage, all_my_steps, step_page, who_may_own
from kith.tasks.rules.next_steps import StepEnd
from kith.tasks.views.returning import back, comes_from_today
from kith.tasks.wording.next_steps import STEP_ENDS
from kith.undoing.offering import offer_undo


def my_next_steps(request: Request) -> HttpResponse:
    """All that the viewer is to do, the longest overdue first."""
    found = all_my_steps(request.viewer, ListAsked.of(request.GET))
    cards = family_cards(request.viewer, {row.family_id for row in found.rows})
    shown = found.with_rows(row for row in found.rows if row.family_id in cards)
    return render(request, "tasks/my_next_steps.jinja", {"found": shown, "cards": cards})


def add_next_step(request: Request, family_id: UUID) -> HttpResponse:
    """Ask what, by when and who does it, and write it down."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    people = who_may_own(request.viewer, family.id)
    sent = request.POST if request.method == "POST" else None
    form = NextStepForm(sent, people=people, me=request.viewer.membership_id)

    def add() -> HttpResponse:
        next_steps.add_next_step(by=request.viewer, family_id=family.id, **form.answer)
        return back(request, family.id, "step")

    return question(request, "tasks/add_next_step.jinja", form, add, {"family": family})


def next_step(request: Request, step_id: int) -> HttpResponse:
    """One step: done in one tap (a sign with what was found), handed on, or dropped with a reason."""
    found = step_page(request.viewer, NextStepId(step_id))
    choice = request.POST.get("choice", "") if request.method == "POST" else ""
    hand_on = HandOnForm(request.POST if choice == "hand_on" else None, people=found.people, owner=found.step.owner.id)
    drop = DropForm(request.POST if choice == "drop" else None)
    finish = DoneForm(request.POST if choice == "done" else None)
    by_choice: dict[str, RefusableForm] = {"done": finish, "hand_on": hand_on, "drop": drop}
    try:
        if done := _done(request, found, choice, finish=finish, hand_on=hand_on, drop=drop):
            return back(request, found.family.id, done, _undo(request, found))
    except Refusal as refusal:
        by_choice[choice].refuse(refusal)
    page = {
        "found": found,
        "hand_on": hand_on,
        "drop": drop,
        "finish": finish,
        "form": by_choice.get(choice, drop),
        "ended": STEP_ENDS[found.step.ended_as] if found.step.ended_as else "",
        "from_today": comes_from_today(request),
    }
    return render(request, "tasks/next_step.jinja", page, status=200 if request.method == "GET" else 422)


def _done(
    request: Request, found: StepPage, choice: str, *, finish: DoneForm, hand_on: HandOnForm, drop: DropForm
) -> str:
    """What was done with the step, or nothing."""
    step_id = found.step.id
    if choice == "done" and finish.is_valid():
        finish_step(by=request.viewer, step_id=step_id, **finish.cleaned_data)
        return "step_done"
    if choice == "hand_on" and hand_on.is_valid():
        hand_on_step(by=request.viewer, step_id=step_id, to=hand_on.to)
        return "step_handed_on"
    if choice == "drop" and drop.is_valid():
        drop_step(by=request.viewer, step_id=step_id, reason=drop.drop_reason)
        return "step_dropped"
    return ""


def _undo(request: Request, found: StepPage) -> str:
    """The offer to undo the end of a step. What was written of a sign has been told by then, and stays."""
    after = step_page(request.viewer, found.step.id).step
    if after.is_sign or after.ended_as not in (StepEnd.DONE, StepEnd.DROPPED) or after.ended_at is None:
        return ""
    return offer_undo(request.viewer, "tasks.step_ended", step_id=after.id, ended_at=after.ended_at.isoformat())
