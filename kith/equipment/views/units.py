"""The pumps: the list, one of them, its check, labels, models, and the stock count."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.equipment.actions.models import add_model, change_check_list
from kith.equipment.actions.units import add_unit, count_units, note_unit, sign_check
from kith.equipment.forms.tags import CameraForm, CountForm
from kith.equipment.forms.units import CheckForm, ListForm, ModelForm, NoteForm, UnitForm
from kith.equipment.papers import labels
from kith.equipment.queries import units
from kith.equipment.queries.costs import use_page
from kith.equipment.rules.codes import PumpModelId, UnitId, UnitState
from kith.equipment.tags import unit_by_tag
from kith.equipment.views.answers import own, pdf, sent_with_files, to
from kith.equipment.wording import codes as words
from kith.kernel.languages import interface_language
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.stores.queries.stock import items_of, stores_of
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.editing import sent

LABELS_A_SHEET = 24


def pumps(request: Request) -> HttpResponse:
    """The pumps, where they are, and the one whose tag is looked for."""
    asked = ListAsked.of(request.GET)
    said = request.GET.get("state", "")
    state = UnitState(said) if said in list(UnitState) else None
    page = {
        "found": units.units_listed(request.viewer, asked, state),
        "shares": units.shares(request.viewer),
        "state": state,
        "words": words,
    }
    return render(request, "equipment/desk/pumps.jinja", page)


def pump(request: Request, unit_id: int) -> HttpResponse:
    """One pump and its history; a tap notes where it goes."""
    if request.method == "POST":
        return _note(request, UnitId(unit_id))
    page = {"page": units.unit_page(request.viewer, UnitId(unit_id)), "words": words}
    return render(request, "equipment/desk/pump.jinja", page)


def find(request: Request) -> HttpResponse:
    """Ask for a tag, typed or as a photo, and lead to its pump."""
    form = CameraForm(*sent_with_files(request))

    def act() -> HttpResponse:
        return to("pump", unit_by_tag(request.viewer, form.cleaned_data["tag"]).pk)

    return question(request, "equipment/desk/find.jinja", form, act)


def new_pump(request: Request) -> HttpResponse:
    """Ask which pump has come."""
    form = UnitForm(sent(request), units.models_listed(request.viewer), stores_of(request.viewer))

    def act() -> HttpResponse:
        return to("pump", add_unit(by=request.viewer, unit=form.unit))

    return question(request, "equipment/desk/new_pump.jinja", form, act)


@asks_first()
def retire(request: Request, unit_id: int) -> HttpResponse:
    """Take a pump out of use for good, once it is clear what that means."""
    page = units.unit_page(request.viewer, UnitId(unit_id))

    def act(_said: object) -> HttpResponse:
        gone = {"after": page.row.state, "to": UnitState.RETIRED}
        note_unit(by=request.viewer, unit_id=page.row.id, **gone)
        return to("pump", page.row.id)

    happens = (
        _("It is never lent again. Its history stays."),
        _("A family that it is kept for goes back into the line, where it stood."),
    )
    button, back = _("Take it out of use"), reverse("pump", args=[unit_id])
    return confirmed(request, Sure(f"{button}?", page.row.tag, happens, button, back), act)


def check(request: Request, unit_id: int) -> HttpResponse:
    """Ask point by point whether the pump is clean and in order, and have it signed."""
    page = units.unit_page(request.viewer, UnitId(unit_id))
    asked = units.check_of(request.viewer, page.row.id)
    form = CheckForm(sent(request), asked)

    def act() -> HttpResponse:
        sign_check(by=request.viewer, unit_id=page.row.id, **form.answer)
        return to("pump", page.row.id)

    return question(request, "equipment/desk/check.jinja", form, act, {"page": page, "version": asked.version})


def count(request: Request) -> HttpResponse:
    """Count what stands on the shelves by photos, and say what was not seen."""
    form = CountForm(*sent_with_files(request))

    def act() -> HttpResponse:
        count_units(by=request.viewer, tags=form.seen)
        return to("count-pumps")

    page = {"missing": units.not_seen(request.viewer), "words": words}
    return question(request, "equipment/desk/count.jinja", form, act, page)


def label_sheet(request: Request) -> HttpResponse:
    """Labels for the pumps of a page of the list, to print, in the language of the page."""
    found = units.units_listed(request.viewer, ListAsked.of(request.GET))
    language = interface_language(get_language() or "en")
    phone = next((each.phone for each in stores_of(request.viewer) if each.phone), "")
    return pdf(labels([row.tag for row in found.rows][:LABELS_A_SHEET], language, phone), f"labels-{language.code}")


def models(request: Request) -> HttpResponse:
    """The models, each with its check list."""
    return render(request, "equipment/desk/models.jinja", {"found": units.models_listed(request.viewer)})


def new_model(request: Request) -> HttpResponse:
    """Ask what the model is called, and what is checked."""
    form = ModelForm(sent(request), items_of(request.viewer))

    def act() -> HttpResponse:
        add_model(by=request.viewer, organisation_id=own(request), model=form.model)
        return to("pump-models")

    return question(request, "equipment/desk/new_model.jinja", form, act)


def check_list(request: Request, model_id: int) -> HttpResponse:
    """Ask for the points that are looked at from now on."""
    row = units.model_row(request.viewer, PumpModelId(model_id))
    form = ListForm(sent(request), initial={"items": "\n".join(row.check.items)})

    def act() -> HttpResponse:
        version = request.POST.get("version", "")
        if not (version.isascii() and version.isdigit() and len(version) < 5):
            raise NotFound("version")
        change_check_list(by=request.viewer, model_id=row.id, items=form.points, version=int(version))
        return to("pump-models")

    return question(request, "equipment/desk/check_list.jinja", form, act, {"model": row})


def use(request: Request) -> HttpResponse:
    """Use, cost and replacement of each pump."""
    page = use_page(request.viewer, ListAsked.of(request.GET))
    return render(request, "equipment/desk/use.jinja", {"page": page, "words": words})


def _note(request: Request, unit_id: UnitId) -> HttpResponse:
    form = NoteForm(request.POST)
    if not form.is_valid():
        raise NotFound("pump")
    note_unit(by=request.viewer, unit_id=unit_id, **form.cleaned_data)
    return to("pump", unit_id)
