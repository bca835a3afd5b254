"""A death in the family: two steps to write it down, two people to take it back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kith.families.actions import deaths
from kith.families.actions.deaths import record_bereavement
from kith.families.forms.bereavement import BereavementForm, NameForm, UndoForm
from kith.families.queries.bereavement import bereavements, lives_of, who_may_call
from kith.families.queries.cards import family_to_change
from kith.families.rules.bereavement import BEREAVEMENT_LINE
from kith.families.views.returning import to_family
from kith.families.wording.trust import LOSSES
from kith.kernel.ids import FamilyId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.editing import sent


def bereavement(request: Request, family_id: UUID) -> HttpResponse:
    """Who has died and who calls; then, on a page of its own, what will happen, and the name to type."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    lives, callers = lives_of(request.viewer, family.id), who_may_call(request.viewer, family.id)
    form = BereavementForm(sent(request), lives=lives, callers=callers)
    name = NameForm(request.POST if "name" in request.POST else None, expected=family.name)

    def act() -> HttpResponse:
        if not name.is_valid():
            page = {"form": name, "asked": form, "said": request.POST, "family": family}
            return render(request, "families/confirm_bereavement.jinja", page, status=422 if name.errors else 200)
        record_bereavement(by=request.viewer, family_id=family.id, **form.answer)
        return to_family(request, family.id, "bereaved")

    earlier = bereavements(request.viewer, family.id)
    page = {"family": family, "losses": LOSSES, "line": BEREAVEMENT_LINE, "earlier": earlier}
    return question(request, "families/bereavement.jinja", form, act, page)


def undo_bereavement(request: Request, family_id: UUID, bereavement_id: int) -> HttpResponse:
    """Take back a death written down by mistake; a worker other than its recorder says why."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    row = next((each for each in bereavements(request.viewer, family.id) if each.id == bereavement_id), None)
    if row is None:
        raise NotFound("bereavement")
    form = UndoForm(sent(request))

    def act() -> HttpResponse:
        deaths.undo_bereavement(by=request.viewer, family_id=family.id, bereavement_id=row.id, **form.answer)
        return to_family(request, family.id, "bereavement_undone")

    page = {"family": family, "row": row, "losses": LOSSES}
    return question(request, "families/undo_bereavement.jinja", form, act, page)
