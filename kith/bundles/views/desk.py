"""For workers: requests, what bundles are made of, giving one, and the numbers."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kith.bundles.actions.defining import add_bundle, set_substitute
from kith.bundles.actions.giving import give_bundle
from kith.bundles.actions.requesting import approve_bundle, refuse_bundle, request_bundle
from kith.bundles.actions.telling import pack_bundle
from kith.bundles.forms.desk import BundleForm, BundleRequestForm, GiveForm, PackForm, RefuseForm, SubstituteForm
from kith.bundles.papers import advice_paper, bundle_labels
from kith.bundles.queries.bundles import bundle_of, bundles_of
from kith.bundles.queries.numbers import bundle_numbers
from kith.bundles.queries.requests import bundle_request, may_open, requests_page
from kith.bundles.rules.codes import BundleId, BundleRequestId
from kith.bundles.views.answers import WORDS, own, pdf, to
from kith.families.queries.cards import family_to_change
from kith.kernel.ids import FamilyId
from kith.kernel.languages import ENGLISH, interface_language
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.stores.queries.stock import items_of, stores_of
from kith.stores.rules.codes import StockItemId, StoreId
from kith.undoing.editing import sent


def requests(request: Request) -> HttpResponse:
    """The requests that are open, or all of them."""
    only_open = request.GET.get("show") != "all"
    found = requests_page(request.viewer, ListAsked.of(request.GET), only_open=only_open)
    return render(request, "bundles/requests.jinja", {"found": found, "only_open": only_open, **WORDS})


def bundles(request: Request) -> HttpResponse:
    """What the bundles of the place are made of, and how much is left."""
    return render(request, "bundles/bundles.jinja", {"found": bundles_of(request.viewer)})


def new_bundle(request: Request) -> HttpResponse:
    """Ask what is in a bundle."""
    form = BundleForm(sent(request), items_of(request.viewer))

    def act() -> HttpResponse:
        add_bundle(by=request.viewer, organisation_id=own(request), bundle=form.bundle)
        return to("bundles")

    return question(request, "bundles/new_bundle.jinja", form, act)


def substitute(request: Request, bundle_id: int) -> HttpResponse:
    """Ask what is given where none of a part is left."""
    card = bundle_of(request.viewer, BundleId(bundle_id))
    form = SubstituteForm(sent(request), card, items_of(request.viewer))

    def act() -> HttpResponse:
        said = form.cleaned_data
        instead = StockItemId(said["substitute"]) if said["substitute"] else None
        item_id = StockItemId(said["item"])
        set_substitute(by=request.viewer, bundle_id=card.id, item_id=item_id, substitute_id=instead)
        return to("bundles")

    return question(request, "bundles/substitute.jinja", form, act, {"bundle": card})


def ask(request: Request, family_id: UUID) -> HttpResponse:
    """Ask which bundle, for which baby, and why."""
    family = family_to_change(request.viewer, FamilyId(family_id))
    form = BundleRequestForm(sent(request), bundles_of(request.viewer), family.babies, due=family.due_on is not None)

    def act() -> HttpResponse:
        made = request_bundle(by=request.viewer, organisation_id=own(request), family_id=family.id, wish=form.wish)
        return to("bundle-request", made)

    return question(request, "bundles/ask.jinja", form, act, {"family": family})


def wish(request: Request, bundle_request_id: int) -> HttpResponse:
    """One request: why, where, what the advice for this place is, and what can be done."""
    row = bundle_request(request.viewer, BundleRequestId(bundle_request_id))
    if request.POST.get("do") == "approve":
        approve_bundle(by=request.viewer, request_id=row.id)
        return to("bundle-request", row.id)
    form = RefuseForm(sent(request))

    def act() -> HttpResponse:
        refuse_bundle(by=request.viewer, request_id=row.id, **form.cleaned_data)
        return to("bundle-request", row.id)

    reader = {"language": interface_language(row.language), "may_open": may_open(request.viewer, row)}
    page = {"row": row, **reader, **WORDS}
    return question(request, "bundles/request.jinja", form, act, page)


def pack(request: Request, bundle_request_id: int) -> HttpResponse:
    """Ask in which store the bundle stands ready; the family is then told."""
    row = bundle_request(request.viewer, BundleRequestId(bundle_request_id))
    form = PackForm(sent(request), stores_of(request.viewer))

    def act() -> HttpResponse:
        pack_bundle(by=request.viewer, request_id=row.id, store_id=StoreId(form.cleaned_data["store"]))
        return to("bundle-request", row.id)

    return question(request, "bundles/pack.jinja", form, act, {"row": row})


def give(request: Request, bundle_request_id: int) -> HttpResponse:
    """Ask who took it, whether the cot stands, and how the advice was talked through."""
    row = bundle_request(request.viewer, BundleRequestId(bundle_request_id))
    form = GiveForm(sent(request), stores_of(request.viewer), row.packed_in)

    def act() -> HttpResponse:
        give_bundle(by=request.viewer, request_id=row.id, **form.answer)
        return to("bundle-request", row.id)

    return question(request, "bundles/give.jinja", form, act, {"row": row, **WORDS})


def paper(request: Request, bundle_request_id: int) -> HttpResponse:
    """What the family was given and the advice for its place, in the language it reads."""
    row = bundle_request(request.viewer, BundleRequestId(bundle_request_id))
    return pdf(advice_paper(row), f"bundle-{row.id}")


def labels(request: Request) -> HttpResponse:
    """A sheet of labels for bundles that wait to be given."""
    found = requests_page(request.viewer, ListAsked.of({}))
    return pdf(bundle_labels([f"B-{each.id:05}" for each in found.rows], ENGLISH), "labels")


def numbers(request: Request) -> HttpResponse:
    """Waits, reasons, refusals, no room, and unmet need beside deprivation."""
    return render(request, "bundles/numbers.jinja", {"found": bundle_numbers(request.viewer), **WORDS})
