"""The addresses of stores."""

from collections.abc import Callable
from functools import partial

from django.urls import URLPattern

from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page
from kith.stores.views import recalls, stock

keep: Callable[..., URLPattern] = partial(
    page, audience=Audience.STAFF, methods=("GET", "POST"), needs=Permission.MANAGE_STOCK
)
look: Callable[..., URLPattern] = partial(page, audience=Audience.STAFF, needs=Permission.LEND_PUMP)

desk = [
    look("stores/", stock.stores, name="stores"),
    keep("stores/new/", stock.new_store, name="add-store"),
    keep("stores/items/new/", stock.new_item, name="add-stock-item"),
    look("stores/<int:store_id>/", stock.store, name="store"),
    keep("stores/<int:store_id>/change/", stock.change, name="change-store"),
    keep("stores/<int:store_id>/receive/", stock.receive, name="receive-stock"),
    keep("stores/<int:store_id>/move/", stock.move, name="move-stock"),
    keep("stores/<int:store_id>/count/", stock.count, name="count-stock"),
    keep("stores/<int:store_id>/warn/", stock.threshold, name="stock-threshold"),
    look("recalls/", recalls.recalls, name="recalls"),
    keep("recalls/new/", recalls.begin, name="begin-recall"),
    look("recalls/<int:recall_id>/", recalls.recall, name="recall"),
    look("recalls/holders/<int:holder_id>/", recalls.told, name="told-of-recall", methods=("GET", "POST")),
]
