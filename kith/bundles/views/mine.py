"""For a parent: what she was given, how it comes to her, and what becomes of it after a death."""

from django.http import HttpResponse

from kith.bundles.actions.giving import say_what_to_take_back, say_who_collects
from kith.bundles.forms.desk import TakeBackForm, WayForm
from kith.bundles.papers import advice_paper
from kith.bundles.queries.requests import my_bundle
from kith.bundles.rules.codes import BundleRequestId
from kith.bundles.views.answers import WORDS, pdf, to
from kith.families.queries.bereavement import is_bereaved
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.stores.queries.stock import store_cards
from kith.undoing.editing import sent


def bundle(request: Request, bundle_request_id: int) -> HttpResponse:
    """One bundle of hers: the advice for her place, how it comes, or after a death whether it is collected."""
    row = my_bundle(request.viewer, BundleRequestId(bundle_request_id))
    mourns = is_bereaved(row.family_id)
    way, back = WayForm(sent(request)), TakeBackForm(sent(request))

    def act() -> HttpResponse:
        if mourns:
            say_what_to_take_back(by=request.viewer, request_id=row.id, **back.answer)
        else:
            say_who_collects(by=request.viewer, request_id=row.id, **way.cleaned_data)
        return to("my-bundle", row.id)

    store = store_cards({row.packed_in})[row.packed_in] if row.packed_in else None
    shown = {"row": row, "mourns": mourns, "store": store, **WORDS}
    return question(request, "bundles/mine.jinja", back if mourns else way, act, shown)


def paper(request: Request, bundle_request_id: int) -> HttpResponse:
    """The advice for her place as a PDF."""
    return pdf(advice_paper(my_bundle(request.viewer, BundleRequestId(bundle_request_id))), "bundle")
