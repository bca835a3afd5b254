"""The stores of an organisation, and what moves in and out of them."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.stores.actions.counting import count_stock, set_threshold
from kith.stores.actions.keeping import add_item, add_store, change_store
from kith.stores.actions.stock import correct_stock, move_stock, receive_stock
from kith.stores.forms import CountForm, ItemForm, MoveForm, ReceiveForm, StoreForm, ThresholdForm
from kith.stores.queries import stock
from kith.stores.rules.codes import MoveKind, StoreId
from kith.stores.wording import MOVES, WHY_DIFFERS


def stores(request: Request) -> HttpResponse:
    """The stores, and what is left of each item."""
    found = {"stores": stock.stores_of(request.viewer), "items": stock.items_of(request.viewer)}
    return render(request, "stores/stores.jinja", {**found, "low": stock.low_stores(request.viewer)})


def store(request: Request, store_id: int) -> HttpResponse:
    """One store: its shelves and its movements."""
    found = stock.store_page(request.viewer, StoreId(store_id), ListAsked.of(request.GET))
    return render(request, "stores/store.jinja", {"page": found, "words": MOVES, "why": WHY_DIFFERS})


def new_store(request: Request) -> HttpResponse:
    """Ask where the store is and when it is open."""
    form = StoreForm(_sent(request))

    def act() -> HttpResponse:
        (own,) = request.viewer.organisation_ids
        return _to("store", add_store(by=request.viewer, organisation_id=own, store=form.store))

    return question(request, "stores/store_form.jinja", form, act, {"store": None})


def change(request: Request, store_id: int) -> HttpResponse:
    """Ask what has changed about the store."""
    card = stock.store_card(request.viewer, StoreId(store_id))
    form = StoreForm(_sent(request), card)

    def act() -> HttpResponse:
        change_store(by=request.viewer, store_id=card.id, store=form.store)
        return _to("store", card.id)

    return question(request, "stores/store_form.jinja", form, act, {"store": card})


def new_item(request: Request) -> HttpResponse:
    """Ask what is given, and when to warn."""
    form = ItemForm(_sent(request))

    def act() -> HttpResponse:
        (own,) = request.viewer.organisation_ids
        add_item(by=request.viewer, organisation_id=own, **form.cleaned_data)
        return _to("stores")

    return question(request, "stores/item_form.jinja", form, act)


def receive(request: Request, store_id: int) -> HttpResponse:
    """Ask what has come."""
    card = stock.store_card(request.viewer, StoreId(store_id))
    form = ReceiveForm(_sent(request), stock.items_of(request.viewer))
    return _asked(request, "stores/receive.jinja", form, card, receive_stock)


def move(request: Request, store_id: int) -> HttpResponse:
    """Ask what became of some pieces."""
    card = stock.store_card(request.viewer, StoreId(store_id))
    others = [each for each in stock.stores_of(request.viewer) if each.id != card.id]
    form = MoveForm(_sent(request), stock.shelves_of(request.viewer, card.id), others)

    def save(**said: Any) -> None:
        (move_stock if form.happened is MoveKind.MOVED else correct_stock)(**said)

    return _asked(request, "stores/move.jinja", form, card, save)


def count(request: Request, store_id: int) -> HttpResponse:
    """Ask how many pieces of each batch stand on the shelf."""
    card = stock.store_card(request.viewer, StoreId(store_id))
    form = CountForm(_sent(request), stock.shelves_of(request.viewer, card.id))
    return _asked(request, "stores/count.jinja", form, card, count_stock)


def threshold(request: Request, store_id: int) -> HttpResponse:
    """Ask under how many pieces of an item this store runs low."""
    card = stock.store_card(request.viewer, StoreId(store_id))
    form = ThresholdForm(_sent(request), stock.items_of(request.viewer))
    return _asked(request, "stores/threshold.jinja", form, card, set_threshold)


def _asked(
    request: Request,
    template: str,
    form: MoveForm | ReceiveForm | CountForm | ThresholdForm,
    card: stock.StoreCard,
    save: Callable[..., object],
) -> HttpResponse:
    """A question about one store, whose answer is saved by the names of the action."""

    def act() -> HttpResponse:
        save(by=request.viewer, store_id=card.id, **form.answer)
        return _to("store", card.id)

    return question(request, template, form, act, {"store": card})


def _sent(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def _to(name: str, *args: object) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=args), status=303)
