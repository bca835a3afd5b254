"""The addresses of bundles."""

from collections.abc import Callable
from functools import partial

from django.urls import URLPattern

from kith.bundles.views import desk as views
from kith.bundles.views import housing, mine
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

ASK = ("GET", "POST")
look: Callable[..., URLPattern] = partial(page, audience=Audience.STAFF, needs=Permission.LEND_PUMP)
keep: Callable[..., URLPattern] = partial(page, audience=Audience.STAFF, methods=ASK, needs=Permission.MANAGE_STOCK)
count: Callable[..., URLPattern] = partial(page, audience=Audience.STAFF, needs=Permission.SEE_NUMBERS)
hers: Callable[..., URLPattern] = partial(page, audience=Audience.PARENT, needs=Permission.SEE_OWN_RECORD)
REQUEST = "bundles/requests/<int:bundle_request_id>/"

my = [
    hers("bundles/<int:bundle_request_id>/", mine.bundle, name="my-bundle", methods=ASK),
    hers("bundles/<int:bundle_request_id>/advice.pdf", mine.paper, name="my-bundle-paper"),
]
desk = [
    look("bundles/", views.requests, name="bundle-requests"),
    look("bundles/kinds/", views.bundles, name="bundles"),
    keep("bundles/kinds/new/", views.new_bundle, name="add-bundle"),
    keep("bundles/kinds/<int:bundle_id>/", views.substitute, name="bundle-substitute"),
    look("bundles/labels.pdf", views.labels, name="bundle-labels"),
    count("bundles/numbers/", views.numbers, name="bundle-numbers"),
    look(REQUEST, views.wish, name="bundle-request", methods=ASK),
    look(f"{REQUEST}pack/", views.pack, name="pack-bundle", methods=ASK),
    look(f"{REQUEST}give/", views.give, name="give-bundle", methods=ASK),
    look(f"{REQUEST}advice.pdf", views.paper, name="bundle-paper"),
    look("families/<uuid:family_id>/bundle/", views.ask, name="request-bundle", methods=ASK),
    look("housing/", housing.notices, name="housing-notices"),
    look("housing/new/", housing.new_notice, name="add-housing-notice", methods=ASK),
    look("housing/<int:housing_notice_id>/", housing.notice, name="housing-notice", methods=ASK),
    look("rechecks/", housing.rechecks, name="rechecks"),
    look("rechecks/<int:recheck_id>/", housing.recheck, name="recheck", methods=ASK),
]
