"""A death in the family: two steps to write it down, two people to take it back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kith.families.actions import mourning
from kith.families.actions.mourning import record_bereavement
from kith.families.forms.bereavement import BereavementForm, NameForm, UndoForm
from kith.families.queries.bereavement import bereavements, to_be_mourned, who_may_call
from kith.families.queries.cards import family_to_change
from kith.families.rules.bereavement import BEREAVEMENT_LINE
from kith.families.views.returning import to_family
from kith.families.wording.trust import LOSSES
from kith.kernel.ids import BereavementId, FamilyId
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request


def bereavement(request: Request, family_id: UUID) -> HttpResponse:
    """Who has died and who calls; then, on a page of its own, what will happen, and the name to type."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    sent = request.POST if request.method == "POST" else None
    form = BereavementForm(
        sent,
        mourned=to_be_mourned(request.viewer, family.id),
        callers=who_may_call(request.viewer, family.id),
    )
    page = {"form": form, "family": family, "losses": LOSSES, "line": BEREAVEMENT_LINE}
    if not form.is_valid():
        earlier = bereavements(request.viewer, family.id)
        return render(
            request, "families/bereavement.jinja", page | {"earlier": earlier}, status=422 if form.errors else 200
        )
    name = NameForm(sent if sent and "name" in sent else None, expected=family.name)
    if name.is_valid():
        try:
            record_bereavement(by=request.viewer, family_id=family.id, new=form.new())
            return to_family(request, family.id, "bereaved")
        except Refusal as refusal:
            form.refuse(refusal)
            return render(request, "families/bereavement.jinja", page, status=422)
    page = page | {"form": name, "asked": form, "said": sent}
    return render(request, "families/confirm_bereavement.jinja", page, status=422 if name.errors else 200)


def undo_bereavement(request: Request, family_id: UUID, bereavement_id: int) -> HttpResponse:
    """Take back a death written down by mistake; a worker other than its recorder says why."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    rows = bereavements(request.viewer, family.id)
    row = next((each for each in rows if each.id == bereavement_id), None)
    if row is None:
        raise NotFound("bereavement")
    form = UndoForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            mourning.undo_bereavement(
                by=request.viewer,
                family_id=family.id,
                bereavement_id=BereavementId(bereavement_id),
                why=form.cleaned_data["why"],
            )
            return to_family(request, family.id, "bereavement_undone")
        except Refusal as refusal:
            form.refuse(refusal)
    page = {"form": form, "family": family, "row": row, "losses": LOSSES}
    return render(request, "families/undo_bereavement.jinja", page, status=422 if form.errors else 200)
